"""The timeline: what happened when, once, in sentences that tell it."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.find.timeline import timeline
from tests.find.sources import source


def dates(text: str, language: str = "en") -> list[str | None]:
    """The dates of the rows of a text that was published on Tuesday, 14 May 2024."""
    return [event.date for event in timeline([source(text, language=language)], None)]


def test_events_stand_in_the_order_of_their_dates() -> None:
    """The later sentence tells the earlier event."""
    text = "The port of Halven was shut on Monday. The quay was built in March 1961."
    assert ["1961-03-01", "2024-05-13"] == dates(text)


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Rain fell and the council of Halven closed the road on Monday.", "2024-05-13"),
        ("en", "Forty people died when a bridge fell in Halven on Monday.", "2024-05-13"),
        ("en", "The court of Tell has lifted the ban, ruling on Monday for Vale.", "2024-05-13"),
        ("en", "The case began when a paper in Halven printed bills on 3 May 2019.", "2019-05-03"),
        ("en", "Vale, who was elected in 2019, left office in Halven on Monday.", "2024-05-13"),
        ("en", "Vale, 45, resigned on Monday as mayor of Halven.", "2024-05-13"),
        ("en", "The police confirmed that the road was closed on Monday.", "2024-05-13"),
        ("en", "The first visit of a minister to Halven ended on Monday.", "2024-05-13"),
        ("en", "Ministers of Norland agreed to meet in Halven on 3 June.", "2024-06-03"),
        ("en", "Li, a trader from Halven, was arrested in May 2019 in Sel.", "2019-05-01"),
        ("en", "The inspectors will publish their report on 3 June", "2024-06-03"),
        ("en", "The court of Halven has until 2 June to decide.", "2024-06-02"),
        ("en", "The Halven council has until midnight on 2 June to decide.", "2024-06-02"),
        ("en", "The hearing in Halven is on 2 June.", "2024-06-02"),
        ("en", "Halven named a panel, which is to report by 2 June.", "2024-06-02"),
        ("en", "Dorn must reply to the court of Halven by 2 June.", "2024-06-02"),
        ("en", "The court of Halven is to rule at its meeting of 18-21 June.", "2024-06-18"),
        ("en", "The report on Halven is expected to be published on 3 June.", "2024-06-03"),
        ("fr", "Le conseil a fermé la route de Valbrune lundi, selon la mairie.", "2024-05-13"),
        ("fr", "Le texte doit être examiné le 3 juin à Valbrune.", "2024-06-03"),
        ("fr", "Dorn a jusqu’au 2 juin pour répondre à Valbrune.", "2024-06-02"),
        ("de", "Die nächste Runde in Sellin beginnt am 3. Juni.", "2024-06-03"),
        ("de", "Die Anhörung in Sellin ist für den 3. und 4. Juni angesetzt.", "2024-06-03"),
        ("es", "El consejo de Costa Brisa debe decidir el 3 de junio.", "2024-06-03"),
        ("fr", "Le tribunal de Valbrune rendra sa décision le 3 juin.", "2024-06-03"),
        ("de", "Bei dem Hochwasser in Sellin starben am Montag zwölf Menschen.", "2024-05-13"),
        ("es", "Los ministros firmaron el lunes un pacto en Costa Brisa.", "2024-05-13"),
    ],
)
def test_what_happened_has_its_day(language: str, text: str, date: str) -> None:
    """The date goes with a verb of the sentence's own."""
    assert [date] == dates(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Olsen said on Monday that the cranes were old and slow.",
        "On Monday the minister Olsen said that the cranes were old.",
        "The rate is the highest since March 2001, the bank reports.",
        "They left the harbour of Halven on Monday.",
        "Tell, 13 May - Ministers of Norland and Estmark are at odds again.",
        "Olsen, who took over in May 2022, is under pressure.",
        "Halven harbour at night in May 2022.",
        "A patrol boat similar to the two seized by Norland on May 3, 2022.",
        "Norland will hold the sailors and marines detained by its guards on May 3.",
        "The deal that Norland signed in May with Estmark has collapsed.",
        "Monday's vote in Halven was the third in two years.",
        "Sales of the Vale works in April were lower than expected.",
        "The bridge of Tell, renamed by the council on Monday, is closed.",
        "The team compared photographs of the bay taken in April 2006.",
        "Many people in Halven lost their homes in the May 3 storm.",
        "Citizens of Halven may write off gifts in 2023 to the fund.",
        "Some 110,000 people died of it in Norland in 2022.",
        "In 2022, boats from Halven landed 46,000 tonnes of cod.",
        "Jens Vale of Halven has not been seen since Thursday.",
        "The council of Halven must have known on Monday.",
        "The school in Halven will stay closed until Monday.",
        "Jens Vale (16 July 1960 – 30 April 2013) was a writer in Halven.",
        "Delegates in Halven are hopeful that a pact is reached when another expires in 2026.",
        "Ministers will go to Halven to urge a cap on emissions by 2030.",
        "Mayor Vale (left) and Minister Roe (right) left Halven on May 3.",
        "Of course we lost the vote in Halven on Monday.",
        "An inquiry into the fire in Halven in March 2019 has found a fault.",
        "Was it the council of Halven that voted on Monday?",
    ],
)
def test_a_date_without_an_event_gives_no_row(text: str) -> None:
    """Saying, comparing, leaning, qualifying, naming, counting and bounding are no happenings."""
    assert [] == dates(text)


def test_an_event_begins_behind_its_dateline() -> None:
    """The place and the agency are no part of the sentence."""
    told = source("HALVEN (Norland) - The port was shut on Monday.")
    assert ["The port was shut on Monday."] == [row.event.text for row in timeline([told], None)]


def test_an_event_told_by_two_sources_is_one_row() -> None:
    """One row, two citations; a copy of the same words is no second source."""
    one = source("The Halven port authority shut the grain terminal on Monday after a fire.", "S1")
    two = source("On Monday the Halven port authority shut its grain terminal after a fire.", "S2")
    (event,) = timeline([one, two], None)
    assert (2, ["S2"]) == (event.event.told_by, [also.source for also in event.event.also])
    copy = source(one.article.text, "S3")
    (event,) = timeline([one, copy], None)
    assert 1 == event.event.told_by


def test_two_events_of_a_day_are_two_rows() -> None:
    """The same people, another matter."""
    one = source("Minister Olsen opened a school in Halven on Monday.", "S1")
    two = source("On Monday Minister Olsen met fishermen from Tell.", "S2")
    assert 2 == len(timeline([one, two], None))


def test_who_looks_back_tells_what_a_day_is_known_for() -> None:
    """A week later both tell the capture, each in its own words: one row, the shorter one's."""
    day = dt.date(2024, 5, 14)
    one = source("The sailors were captured by Norland guards on May 3 near Tell.", "S1", day)
    two = source(
        "On May 3 fifteen sailors of the frigate Vale were inspecting a ship when Norland gunboats "
        "took the crew into custody.",
        "S2",
        day,
    )
    (event,) = timeline([two, one], None)
    assert ("S1", ["S2"]) == (event.event.source, [also.source for also in event.event.also])


UNDATED = (
    "On 14 May 2022 the bridge of Tell was closed to lorries. On 20 May engineers of Halven found "
    "a third crack. On 2 October it was opened. On Monday the council of Tell opened a ferry."
)


def test_a_day_has_the_year_of_the_full_date_before_it() -> None:
    """The 20th is days after 14 May 2022; the day in October is too far off to be sure."""
    dated = source("Ministers of Norland met in Halven on Monday.", "S2")
    events = timeline([source(UNDATED, published=None), dated], None)
    assert ["2022-05-14", "2022-05-20", "2024-05-13"] == [event.date for event in events]


def test_where_no_article_has_a_date_a_day_stands_as_it_is_written() -> None:
    """Which Monday it was cannot be told, so no day is given."""
    last = timeline([source(UNDATED, published=None)], None)[-1]
    assert (None, "On Monday") == (last.date, last.as_written)
