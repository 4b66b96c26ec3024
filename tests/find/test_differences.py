"""Differences: the same thing, told with different numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.find.differences import differences
from briefgen.find.figures import figures
from briefgen.find.gaps import gaps
from briefgen.find.timeline import timeline
from briefgen.find.tolls import overtaken, rising
from briefgen.model import Extract, Source
from tests.find.sources import source

FIRST = source(
    "The death toll from the earthquake in the region passed 80,000 people, agencies say.",
    "S1",
    dt.date(2024, 5, 10),
)
LATER = source(
    "Days after the earthquake in the region, the death toll is over 120,000.",
    "S2",
    dt.date(2024, 5, 14),
)


DAY, NEXT = dt.date(2024, 5, 14), dt.date(2024, 5, 15)
LEDE = (
    "A fire at the Vale works in Halven drove people from their homes on Monday, and the council "
    "of Halven met in the night. "
)


def found(*sources: Source) -> list[tuple[str, list[str]]]:
    """The differences of the sources: what they are about, and where the extracts stand."""
    return [(d.about, [extract.source for extract in d.extracts]) for d in differences(sources)]


def told(one: str, other: str, language: str = "en") -> list[str]:
    """What two articles on one fire differ about, each with one sentence more."""
    pair = (source(LEDE + one, "S1", DAY, language), source(LEDE + other, "S2", NEXT, language))
    return [about for about, _ in found(*pair)]


def test_a_rising_toll_is_told_in_the_order_of_the_days() -> None:
    """Whatever the order of the sources, the earlier report comes first."""
    assert [("death toll", ["S1", "S2"])] == found(LATER, FIRST)


def test_a_toll_is_overtaken_by_a_higher_one_of_a_later_day() -> None:
    """The last one stands."""
    assert ["S1"] == [extract.source for extract in overtaken((LATER, FIRST))]


@pytest.mark.parametrize(
    ("language", "first", "later"),
    [
        (
            "en",
            "A blast tore through the Vale works near Halven on Tuesday, killing at least three "
            "workers, police said.",
            "The number of dead in the blast at the Vale works near Halven rose to nine.",
        ),
        (
            "en",
            "Seven people are now known to have died in the blast at the Vale works, police said "
            "on Wednesday.",
            "The blast at the Vale works killed nine people, police said on Friday.",
        ),
        (
            "fr",
            "L’explosion à l’usine Vale de Valbrune a tué trois ouvriers, selon la police.",
            "Le bilan de l’explosion à l’usine Vale de Valbrune passe à neuf morts.",
        ),
        (
            "de",
            "Bei der Explosion im Werk Vale in Sellin starben drei Arbeiter.",
            "Die Zahl der Toten der Explosion im Werk Vale in Sellin stieg auf neun.",
        ),
        (
            "en",
            "At least 19 people died in the flood after the great dam broke on Monday.",
            "Ministers agreed on Wednesday to ask why the great dam broke in a flood in which 44 "
            "people died.",
        ),
        (
            "es",
            "Nueve personas murieron por la inundación en Costa Brisa tras el desborde del río.",
            "A 23 ascendió el número de personas fallecidas por la inundación en Costa Brisa.",
        ),
        (
            "es",
            "La explosión en la fábrica Vale de Costa Brisa mató a tres trabajadores.",
            "El número de muertos de la explosión en la fábrica Vale de Costa Brisa subió a nueve.",
        ),
    ],
)
def test_a_toll_told_in_words_rises_as_well(language: str, first: str, later: str) -> None:
    """The number of dead rose from the earlier report to the later one."""
    one, other = source(first, "S1", DAY, language), source(later, "S2", NEXT, language)
    assert [["S1", "S2"]] == [[e.source for e in d.extracts] for d in rising((other, one))]


def test_a_toll_to_which_another_is_added_is_none() -> None:
    """Three workers and two guests are five."""
    other = source("The blast at the Vale works killed three workers and two guests.", "S1", DAY)
    later = source("The blast at the Vale works killed nine people.", "S2", NEXT)
    assert [] == list(rising((other, later)))


def test_the_tolls_of_two_events_stand_apart() -> None:
    """A ferry sank in one sea, the ground shook in one region: two rows of two."""
    sunk = "At least {} people died when the ferry Anna Maria sank off Tell, the navy says."
    one, two = (source(sunk.format(n), f"S{i}", DAY) for i, n in ((3, 40), (4, 68)))
    assert [["S1", "S2"], ["S3", "S4"]] == [places for _, places in found(FIRST, LATER, one, two)]


def test_rounding_is_no_difference() -> None:
    """80,000 and 81,000 are one toll."""
    near = source(FIRST.article.text.replace("80,000", "81,000"), "S2")
    assert [] == found(FIRST, near)


def test_another_place_is_another_thing() -> None:
    """The toll of one province stands beside no other."""
    local = source(
        "After the earthquake in the region, 30,000 people were killed in Sarland, officials say.",
        "S2",
    )
    assert [] == found(FIRST, local)


def test_sentences_alike_but_for_one_number_differ() -> None:
    """The same meeting, 35 or 60 reporters: both are printed."""
    one = source("The hall in Halven held 350 reporters during the talks of the ministers.", "S1")
    two = source("The hall in Halven held 600 reporters during the talks of the ministers.", "S2")
    three = source("The hall in Malden held 600 reporters during the talks of the ministers.", "S3")
    assert [["S1", "S2"]] == [places for _, places in found(one, two)]
    assert [] == found(one, three)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned for six hours.", "The fire at the store burned for nine hours."),
        ("Fourteen workers were injured in the fire.", "The fire injured 17 workers at the gate."),
        ("The damage will cost 12 million euros.", "The damage to homes will cost €15m."),
        ("The works make a quarter of the paint.", "The works make 40 percent of the paint."),
        ("The inspectors will publish their report on 28 May.",
         "The report of the inspectors will be published on 29 May."),
        ("The owners will rebuild the store of solvents.",
         "The owners will not rebuild the store of solvents."),
        ("The minister confirmed that the works had been inspected.",
         "The mayor denied that the works had been inspected."),
        ("The owners of the works will cut 300 jobs.", "The owners plan to cut 400 jobs."),
        ("The owners agreed to pay for the damage to homes.",
         "The owners refused to pay for the damage to homes."),
    ],
)  # fmt: skip
def test_the_same_thing_told_otherwise_is_a_difference(one: str, other: str) -> None:
    """Times, counts, money, shares, dates, and what was done or said or its opposite."""
    assert 1 == len(told(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned for six hours.", "The fire burned for six hours before rain fell."),
        ("The damage will cost 12 million euros.", "The damage cost 3 million euros in 2019."),
        ("The damage cost 12 million euros.", "The damage may cost 15 million euros."),
        ("Net profit of the works rose 5 percent.",
         "Operating profit of the works rose 8 percent."),
        ("Norland pledged 5 million euros in aid.", "Estmark pledged 8 million euros in aid."),
        ("The works were sold to pay off a $12m (£9m) tax bill.",
         "The owners claim $20m (£15m) in damages after the works were sold to pay tax."),
        ("The works employ more than 600 people.", "The works employ 640 people."),
        ("The works employ about 600 people.", "The works employ 640 people."),
        ("The Greens won 34 percent of the vote in Halven.",
         "In the district of Dock, the Greens won 41 percent of the vote."),
        ("Rain killed two people in Halven on Saturday.",
         "Rain killed four people in Halven on Sunday."),
        ("The works sold 300 boats in April.", "The works sold 400 boats in May."),
        ("The council met on 3 May to speak of the works.",
         "The council met on Friday to speak of the works."),
        ("Norland agreed to sign the pact of Halven.",
         "Estmark refused to sign the pact of Halven."),
        ("The owners will rebuild the store of solvents.",
         "The mayor will not rebuild the store of solvents."),
        ("The owners will rebuild the store of solvents.",
         "It is not known whether the owners will rebuild the store of solvents."),
    ],
)  # fmt: skip
def test_another_thing_told_is_no_difference(one: str, other: str) -> None:
    """Other days, people, measures and scopes, a hedge that covers both, a forecast, a question."""
    assert [] == told(one, other)


def test_how_long_the_same_people_met_on_a_day_is_one_thing() -> None:
    """One names the day by its weekday; what leans on its sentence is printed with it."""
    one = source("On Monday Olsen met the trader Vale for five and a half hours in Halven.", "S1")
    two = source(
        "Olsen saw three men in the town. His talks with Vale on 13 May took seven hours.", "S2"
    )
    (difference,) = differences([one, two])
    assert two.article.text == difference.extracts[1].text


def test_a_number_that_three_tell_is_cited_thrice() -> None:
    """Two sources say six hours, one says nine: two sides, three citations."""
    six, nine = "The fire burned for six hours.", "The fire burned for nine hours at the gate."
    three = [source(LEDE + text, f"S{i}", DAY) for i, text in enumerate((six, nine, six), 1)]
    (difference,) = differences(three)
    assert ["S3"] == [also.source for also in difference.extracts[0].also]


def test_articles_on_two_events_do_not_differ() -> None:
    """Each of two fires has its own length."""
    other = source("A barge sank off Tell on Sunday. The fire burned for nine hours.", "S2", DAY)
    assert [] == found(source(LEDE + "The fire burned for six hours.", "S1", DAY), other)


PIECES = st.lists(
    st.sampled_from(
        [
            "on Monday", "in May", "30 February", "$5", "5%", "1,000,000", "killed", "“", "”",
            "the death toll", "it was unclear", "since 2018", "99.99.9999", "next", "-", ". ",
            "\n\n", "The", "31 April 2020", "9" * 40, "year 0000", "million", "one day later",
            "is not known.",
        ]
    )
    | st.text(max_size=8),
    max_size=30,
)  # fmt: skip


@settings(max_examples=60)
@given(
    st.lists(PIECES, min_size=1, max_size=3),
    st.sampled_from(["en", "fr", "es", "de", "zh"]),
    st.none() | st.dates(),
)
def test_every_text_gives_items_that_are_written_there(
    texts: list[list[str]], language: str, published: dt.date | None
) -> None:
    """Nothing raises; an extract is the text at its place, dates and values stand in it."""
    all_ = [
        source(" ".join(words), f"S{i}", published, language) for i, words in enumerate(texts, 1)
    ]
    told, events = figures(all_), timeline(all_, None)
    by_id = {item.id: item.article.text for item in all_}
    extracts: list[Extract] = [
        *(figure.context for figure in told),
        *(event.event for event in events),
        *(e for d in differences(all_) for e in d.extracts),
        *(gap.extract for gap in gaps(all_) if gap.extract),
    ]
    for extract in extracts:
        assert extract.text == by_id[extract.source][extract.start : extract.end]
        for place in extract.also:
            assert place.text == by_id[place.source][place.start : place.end]
    assert all(figure.value in figure.context.text for figure in told)
    assert all(event.as_written in event.event.text for event in events)


def test_each_day_of_a_war_has_its_own_numbers() -> None:
    """What the first day named is other than the other article's: two events."""
    one = (
        "Shelling of Halven by the guns of Norland went on on Sunday. The attack lasted four hours."
    )
    other = one.replace("Sunday", "Tuesday").replace("four", "six")
    assert [] == found(source(one, "S1", DAY), source(other, "S2", NEXT))


@pytest.mark.parametrize(
    ("language", "lede", "pairs"),
    [
        ("de", "Ein Brand im Chemiewerk Vale in Sellin hat am Montag Häuser am Hafen zerstört. ",
         [("Das Feuer brannte sechs Stunden.", "Das Feuer brannte neun Stunden."),
          ("Die Firma wird das Lager aufbauen.", "Die Firma wird das Lager nicht aufbauen."),
          ("Die Stadt bestätigte, dass das Werk geprüft worden war.",
           "Die Ministerin Sell bestritt, dass das Werk geprüft worden war.")]),
        ("fr", "Un incendie à l'usine Vale de Valbrune a détruit lundi des maisons du port. ",
         [("Les dégâts sont évalués à 12 millions d'euros.",
           "Les dégâts sont évalués à 18 millions d'euros."),
          ("La mairie a confirmé que l'usine avait été inspectée.",
           "Le ministre a démenti que l'usine avait été inspectée.")]),
        ("es", "Un incendio en la fábrica Lema de Costa Brisa destruyó el lunes casas del puerto. ",
         [("Los inspectores publicarán su informe el 28 de mayo.",
           "Los inspectores publicarán el informe el 29 de mayo."),
          ("La empresa reconstruirá el almacén de la fábrica.",
           "La empresa no reconstruirá el almacén de la fábrica.")]),
    ],
)  # fmt: skip
def test_other_languages_differ_too(language: str, lede: str, pairs: list[tuple[str, str]]) -> None:
    """Numbers, dates and opposites in German, French and Spanish."""
    for one, other in pairs:
        first = source(lede + one, "S1", DAY, language)
        assert 1 == len(found(first, source(lede + other, "S2", NEXT, language))), one
