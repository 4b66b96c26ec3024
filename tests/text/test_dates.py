"""Dates: what a text writes, and the day it means on the day it was published."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.text.dates import expressions

TUESDAY = dt.date(2024, 5, 14)


def found(text: str, language: str = "en", published: dt.date | None = TUESDAY) -> list[object]:
    """The dates of a text, each as words, day and precision."""
    return [
        (e.as_written, e.date.isoformat(), e.precision)
        for e in expressions(text, language, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port was shut on Monday.", ("on Monday", "2024-05-13", "day")),
        ("Elections will be held in November.", ("in November", "2024-11-01", "month")),
        ("The port will open on Friday.", ("on Friday", "2024-05-17", "day")),
        ("He warned them last November.", ("last November", "2023-11-01", "month")),
        ("They have asked since 2018.", ("since 2018", "2018-01-01", "year")),
        ("Profit fell in the first quarter.", ("in the first quarter", "2024-01-01", "quarter")),
        ("It was built on 3 April 1961.", ("on 3 April 1961", "1961-04-03", "day")),
        ("It was signed on May 2.", ("on May 2", "2024-05-02", "day")),
        ("A strike was called for Thursday.", ("for Thursday", "2024-05-16", "day")),
        ("He was blamed for Thursday's crash.", ("for Thursday's", "2024-05-09", "day")),
        ("It opened on Friday, two days after the flood.", ("on Friday", "2024-05-10", "day")),
        ("The board met yesterday.", ("yesterday", "2024-05-13", "day")),
        ("At the end of the day Sunday it was shut.", ("Sunday", "2024-05-12", "day")),
        ("It will open, but on Sunday it was shut.", ("on Sunday", "2024-05-12", "day")),
        ("She said that on Friday it will open.", ("on Friday", "2024-05-17", "day")),
        ("He will see Bonn, and on Friday Rome, she said.", ("on Friday", "2024-05-17", "day")),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(
    text: str, expected: tuple[str, str, str]
) -> None:
    """The past is the last such day, the future the next; a year stays a year."""
    assert [expected] == found(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le port a fermé lundi.", ("lundi", "2024-05-13", "day")),
        ("fr", "Elle attend depuis le 2 avril.", ("depuis le 2 avril", "2024-04-02", "day")),
        ("fr", "Elle a appelé à la grève pour jeudi.", ("pour jeudi", "2024-05-16", "day")),
        ("de", "Er hat für Donnerstag eingeladen.", ("für Donnerstag", "2024-05-16", "day")),
        ("es", "Firmaron el pacto el lunes.", ("el lunes", "2024-05-13", "day")),
        ("es", "Cerrado desde febrero.", ("desde febrero", "2024-02-01", "month")),
        ("de", "Das sagte sie am Montag.", ("am Montag", "2024-05-13", "day")),
        (
            "de",
            "Fertig im ersten Quartal 2025.",
            ("im ersten Quartal 2025", "2025-01-01", "quarter"),
        ),
    ],
)
def test_other_languages_have_their_own_lists(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    """Months, weekdays and prepositions of French, Spanish and German."""
    assert [expected] == found(text, language)


def test_nothing_relative_without_a_day_of_publication() -> None:
    """Where nobody knows when it was written, only what has its year is a date."""
    text = "It closed on Monday, in May, yesterday, and had opened in 2018."
    assert [("in 2018", "2018-01-01", "year")] == found(text, published=None)


@pytest.mark.parametrize(
    "text",
    [
        "He may march for a second.",
        "The Sunday Courier printed it.",
        "About 2000 people came.",
        "It opens every Monday.",
        "They agreed to meet on Friday.",
        "The trip had been due in February.",
        "She said the trip on Monday had been cancelled.",
        "Die Länge war 30. Februar.",
        "The talks are to last three days.",
        "Sarn will not withdraw the case filed on Thursday.",
        "Dorn wants it closed on Thursday.",
        "The office forecast more rain from Thursday.",
        "The office warned of a second flood over the weekend.",
        "The truce was to last 72 hours.",
    ],
)
def test_what_is_no_sure_date_is_left_out(text: str) -> None:
    """Words that look like dates, habits, names, and days that may have passed or not."""
    assert [] == found(text)


def test_next_friday_on_a_tuesday_is_left_out() -> None:
    """It is this week's for one reader, next week's for another; next Monday is plain."""
    assert [] == found("It could resume next Friday.")
    assert [("next Monday", "2024-05-20", "day")] == found("It could resume next Monday.")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met this week.", ("this week", "2024-05-13", "2024-05-19")),
        ("en", "They met over the weekend.", ("over the weekend", "2024-05-11", "2024-05-12")),
        ("en", "They will meet this weekend.", ("this weekend", "2024-05-18", "2024-05-19")),
        ("en", "Two were hurt overnight.", ("overnight", "2024-05-13", "2024-05-14")),
        (
            "en",
            "Ten died in the past 48 hours.",
            ("in the past 48 hours", "2024-05-12", "2024-05-14"),
        ),
        (
            "en",
            "Ten died in the past three days.",
            ("in the past three days", "2024-05-11", "2024-05-14"),
        ),
        (
            "fr",
            "Il vota la semaine dernière.",
            ("la semaine dernière", "2024-05-06", "2024-05-12"),
        ),
        ("es", "Votó esta semana.", ("esta semana", "2024-05-13", "2024-05-19")),
        ("de", "Er starb am Wochenende.", ("am Wochenende", "2024-05-11", "2024-05-12")),
        ("it", "Ha votato questa settimana.", ("questa settimana", "2024-05-13", "2024-05-19")),
        ("pt", "Votou na semana passada.", ("na semana passada", "2024-05-06", "2024-05-12")),
        ("ru", "Он умер на прошлой неделе.", ("прошлой неделе", "2024-05-06", "2024-05-12")),
    ],
)
def test_a_stretch_of_days_has_a_last_one(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    """A week runs from Monday to Sunday; of a weekend the tense tells which."""
    assert [expected] == [
        (e.as_written, e.date.isoformat(), e.last.isoformat())
        for e in expressions(text, language, TUESDAY)
        if e.last
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will fall in the coming years."),
        ("en", "In last years he was refused."),
        ("de", "Das steigt in den nächsten Jahren."),
        ("es", "Subió en los últimos años."),
        ("fr", "Cela monte ces dernières années."),
    ],
)
def test_years_in_the_plural_are_no_date(language: str, text: str) -> None:
    """Several years are no year, whichever way they lie."""
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They meet tomorrow, Wednesday."),
        ("es", "La protesta fue convocada para mañana miércoles."),
        ("de", "Sie trafen sich, hieß es, morgen (Mittwoch)."),
    ],
)
def test_a_weekday_just_behind_a_day_is_that_day(language: str, text: str) -> None:
    """Whichever way the tense leans."""
    assert {TUESDAY + dt.timedelta(days=1)} == {
        one.date for one in expressions(text, language, TUESDAY)
    }


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Dorn bought the mill in April last year.", "2023-04-01"),
        ("en", "Dorn bought the mill on 12 April of last year.", "2023-04-12"),
        ("en", "Dorn bought the mill on May 12, last year.", "2023-05-12"),
        ("en", "Dorn bought the mill in April the year before last.", "2022-04-01"),
        ("en", "Profit fell in the second quarter of last year.", "2023-04-01"),
        ("en", "Last year, in April, Dorn bought the mill.", "2023-04-01"),
        ("en", "Dorn will sell the mill on 3 June next year.", "2025-06-03"),
        ("en", "The board will meet on Thursday of next week.", "2024-05-23"),
        ("fr", "Dorn a racheté le moulin en avril de l’année dernière.", "2023-04-01"),
        ("fr", "Dorn a racheté le moulin le 12 juin dernier.", "2023-06-12"),
        ("fr", "Le conseil votera jeudi de la semaine prochaine.", "2024-05-23"),
        ("de", "Dorn kaufte die Mühle im April vergangenen Jahres.", "2023-04-01"),
        ("de", "Am Donnerstag kommender Woche will der Rat entscheiden.", "2024-05-23"),
        ("de", "Der Rat will kommende Woche am Donnerstag entscheiden.", "2024-05-23"),
        ("es", "Dorn compró el molino el 12 de abril del año pasado.", "2023-04-12"),
        ("es", "Dorn compró el molino el pasado 12 de junio.", "2023-06-12"),
        ("it", "Dorn aprì il mulino il 12 aprile dello scorso anno.", "2023-04-12"),
        ("pt", "Dorn comprou o moinho em 12 de abril do ano passado.", "2023-04-12"),
        ("ru", "Он умер 12 апреля прошлого года.", "2023-04-12"),
    ],
)
def test_what_says_of_which_year_or_week_a_date_is_belongs_to_it(
    language: str, text: str, date: str
) -> None:
    """The two are one date, in either order, whatever the tense would make of the finer one."""
    assert [date] == [one.date.isoformat() for one in expressions(text, language, TUESDAY)]


def test_that_year_is_the_one_told_before_the_month() -> None:
    """Where none was told, the month is of no sure year."""
    told = "Vale was elected in 1998 and left in April of that year."
    assert ["1998-01-01", "1998-04-01"] == [
        d.date.isoformat() for d in expressions(told, "en", None)
    ]
    assert [] == found("Vale left in April of that year.")


def test_whose_year_something_else_is_stays_apart() -> None:
    """The year is the winner's, not May's."""
    told = "On May 2, last year's winner of the Dorn prize resigned."
    assert ("On May 2", "2024-05-02", "day") in found(told)


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The strike began on Monday the 20th.", "2024-05-20"),
        ("fr", "La grève reprend lundi 27 à Sarn.", "2024-05-27"),
        ("fr", "La grève durera du lundi 23 au mardi 24 décembre.", "2024-12-23"),
        ("de", "Der Streik beginnt am Montag, den 27., in Sarn.", "2024-05-27"),
        ("de", "Der Streik beginnt am Montag, 23.12., in Sarn.", "2024-12-23"),
        ("es", "La huelga empezó el lunes 6 en Sarn.", "2024-05-06"),
        ("it", "Lo sciopero comincia da lunedì 27.", "2024-05-27"),
        ("pt", "A greve começa na segunda-feira (27).", "2024-05-27"),
    ],
)
def test_the_number_of_a_weekday_tells_which_it_is(language: str, text: str, date: str) -> None:
    """The nearest weekday with that number, or the one of the month that is told behind it."""
    assert date == expressions(text, language, TUESDAY)[0].date.isoformat()


@pytest.mark.parametrize("text", ["It began on Monday 14.", "On Monday 23 people were hurt."])
def test_a_weekday_whose_number_does_not_fit_is_left_out(text: str) -> None:
    """No Monday near is the 14th, and a number before a noun may count."""
    assert [] == found(text)


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Sarn will not withdraw the case it filed on Thursday.", "2024-05-09"),
        ("en", "Sarn will stay dark after the storm that hit Dorn on Thursday.", "2024-05-09"),
        ("en", "The pact is due to be read and signed on Thursday.", "2024-05-16"),
        ("en", "The mayor warned on Thursday of a flood.", "2024-05-09"),
        ("fr", "Samedi, deux cortèges sont attendus.", "2024-05-18"),
        ("fr", "Jeudi, une réunion est prévue.", "2024-05-16"),
        ("fr", "Elle réagit à l’accord conclu jeudi soir et doit partir.", "2024-05-09"),
        ("fr", "L’accord doit être signé jeudi.", "2024-05-16"),
        ("de", "Am Donnerstag ist eine Sitzung angesetzt.", "2024-05-16"),
        ("de", "Die Sitzung ist am Donnerstag geplant.", "2024-05-16"),
        ("it", "Giovedì è prevista una riunione.", "2024-05-16"),
    ],
)
def test_a_day_leans_as_the_verb_that_it_goes_with(language: str, text: str, date: str) -> None:
    """That of its own clause, not the one that governs the sentence."""
    assert [date] == [one.date.isoformat() for one in expressions(text, language, TUESDAY)]


@pytest.mark.parametrize(
    ("language", "event", "state"),
    [
        ("pt", "O conselho aprovou hoje a lei.", "Ruth, que lidera hoje a vila, foi eleita lá."),
        ("fr", "Le conseil a adopté aujourd’hui la loi.", "Sarn compte aujourd’hui 300 âmes."),
        ("fr", "Le conseil a aujourd’hui adopté la loi.", "Elle est aujourd’hui maire de Sarn."),
        ("es", "El consejo aprobó hoy la ley.", "El grupo que dirige hoy la villa perdió allí."),
        ("it", "Il consiglio ha approvato oggi la legge.", "Il gruppo ha oggi 300 soci."),
    ],
)
def test_today_is_a_day_where_something_happens(language: str, event: str, state: str) -> None:
    """Where the verb tells how things are, the word means nowadays."""
    assert [TUESDAY] == [one.date for one in expressions(event, language, TUESDAY)]
    assert () == expressions(state, language, TUESDAY)
