"""Differences: the same thing, told with different numbers."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.find.differences import differences
from briefgen.find.figures import figures
from briefgen.find.gaps import gaps
from briefgen.find.timeline import timeline
from briefgen.model import Difference, Extract, Source
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


def found(*sources: Source) -> tuple[Difference, ...]:
    """The differences of the sources."""
    return differences(sources, figures(sources))


def test_a_rising_toll_is_told_in_the_order_of_the_days() -> None:
    """Whatever the order of the sources, the earlier report comes first."""
    (difference,) = found(LATER, FIRST)
    assert ("death toll", ["S1", "S2"]) == (
        difference.about,
        [extract.source for extract in difference.extracts],
    )


def test_rounding_is_no_difference() -> None:
    """80,000 and 81,000 are one toll."""
    near = source(FIRST.article.text.replace("80,000", "81,000"), "S2")
    assert () == found(FIRST, near)


def test_another_place_is_another_thing() -> None:
    """The toll of one province stands beside no other."""
    local = source(
        "After the earthquake in the region, 30,000 people were killed in Sarland, officials say.",
        "S2",
    )
    assert () == found(FIRST, local)


def test_sentences_alike_but_for_one_number_differ() -> None:
    """The same meeting, 35 or 60 reporters: both are printed."""
    one = source("The hall in Halven held 350 reporters during the talks of the ministers.", "S1")
    two = source("The hall in Halven held 600 reporters during the talks of the ministers.", "S2")
    three = source("The hall in Malden held 600 reporters during the talks of the ministers.", "S3")
    assert [["S1", "S2"]] == [[e.source for e in d.extracts] for d in found(one, two)]
    assert () == found(one, three)


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


@settings(max_examples=60, deadline=None)
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
        *(e for d in differences(all_, told) for e in d.extracts),
        *(gap.extract for gap in gaps(all_) if gap.extract),
    ]
    for extract in extracts:
        assert extract.text == by_id[extract.source][extract.start : extract.end]
        for place in extract.also:
            assert place.text == by_id[place.source][place.start : place.end]
    assert all(figure.value in figure.context.text for figure in told)
    assert all(event.as_written in event.event.text for event in events)
