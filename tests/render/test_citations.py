"""What stands around an extract: the day of its source, its antecedent, what a date in it means."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from lxml import html

from briefgen.model import Also, Brief, Day, Entry, Event, Extract, Figure, Named
from briefgen.render import render
from briefgen.render.labels import labels_for
from briefgen.render.published import publication_days, publication_span
from briefgen.render.view import Page, page_of

from .briefs import COST, DEMAND, FOUR_BERTHS, ORDER, PLACE, SAME, extract, rich, small

ENGLISH = labels_for("en")


def entries(*published: str | None) -> tuple[Entry, ...]:
    """Sources that appeared on these days, and one that could not be read."""
    read = (Entry(f"S{i}", published=day) for i, day in enumerate(published, start=1))
    return (*read, Entry("S9", status="unread"))


def page(brief: Brief) -> Page:
    """What a template sees of the brief."""
    return page_of(brief)[0]


def plain(text: str) -> str:
    """The text with all its spaces alike."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("published", "days"),
    [
        (("2007-03-23", "2007-03-23"), []),
        ((None, None), []),
        (("2007-03-23", "2007-09-01"), ["23 Mar", "1 Sept"]),
        (("2004-12-29", "2005-01-01"), ["29 Dec 2004", "1 Jan 2005"]),
        (("2007-03-23", None), ["23 Mar", "undated"]),
    ],
)
def test_citations_bear_days_where_the_sources_are_of_several(
    published: tuple[str | None, ...], days: list[str]
) -> None:
    """With the year where the years differ; a source without a date says so beside others."""
    found = publication_days(entries(*published), ENGLISH)
    assert [plain(day) for day in found.values()] == days


@pytest.mark.parametrize(
    ("published", "language", "told"),
    [
        (("2007-03-23", "2007-06-19"), "en", ["23 March – 19 June 2007"]),
        (("2007-06-19", "2007-06-16"), "en", ["16–19 June 2007"]),
        (("2007-06-19", "2007-06-19"), "en", ["19 June 2007"]),
        (("2004-12-29", "2005-01-01"), "en", ["29 December 2004 – 1 January 2005"]),
        ((None, None), "en", ["undated"]),
        (("2007-06-19", None), "en", ["1 undated", "19 June 2007"]),
        (("2007-03-23", "2007-06-19"), "es", ["23 de marzo – 19 de junio de 2007"]),
        (("2007-04-01", "2007-04-19", None), "fr", ["1 sans date", "1er–19 avril 2007"]),
        (("2007-03-23", "2007-06-19"), "de", ["23. März – 19. Juni 2007"]),
    ],
)
def test_the_title_block_tells_from_when_the_sources_are(
    published: tuple[str | None, ...], language: str, told: list[str]
) -> None:
    """First and last day, what both share once, and how many have none."""
    found = publication_span(entries(*published), labels_for(language))
    assert [plain(part) for part in found] == told


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "12 May:"), ("fr", "12 mai :"), ("es", "12 may:"), ("de", "12. Mai:")],
)
def test_the_legend_explains_a_day_that_is_printed(language: str, day: str) -> None:
    """The one beside the first citation of a source that has a date."""
    first = dataclasses.replace(rich(), language=language, bottom_line=(extract("S3", SAME),))
    legend = page_of(dataclasses.replace(first, stories=()))[1]["legend_day"]
    assert day in legend.replace("\u00a0", " ")


def test_a_day_stands_once_beside_a_sentence() -> None:
    """A column of a difference and the bar of a day have it as their head."""
    made = page(rich())
    assert made.bottom_line[0].cites[0].dated.replace("\u00a0", " ") == "S1 ¶3 · 12 May"
    side = made.differences[0].sides[1]
    assert plain(side.head) == "S2 Energy Daily · 20 Apr"
    assert [cite.day for cite in side.quote.cites] == [None]
    assert [bar.cite and bar.cite.day for bar in made.charts[0].bars] == [None, None]


def test_an_antecedent_is_printed_but_where_it_was_just_read() -> None:
    """At the end of the bottom line, in the point right above; further up it was read long ago."""
    leaning = extract("S1", PLACE, before=extract("S1", ORDER))
    story = small().stories[0]

    def before(*points: Extract, **changed: Any) -> list[str]:
        told = dataclasses.replace(story, points=points)
        brief = dataclasses.replace(rich(), objectives=(), points_to_make=(), stories=(told,))
        made = page(dataclasses.replace(brief, **changed))
        return [
            "none" if quote.before is None else "again" if quote.again else "new"
            for quote in made.stories[0].points
        ]

    order, cost = extract("S1", ORDER), extract("S1", COST)
    assert before(leaning, bottom_line=(order,)) == ["none"]
    assert before(leaning, bottom_line=(order, cost)) == ["again"]
    assert before(leaning, bottom_line=(cost,)) == ["new"]
    assert before(order, leaning, bottom_line=(cost,)) == ["none", "none"]
    assert before(order, cost, leaning, bottom_line=(cost,)) == ["none", "none", "again"]


def test_a_row_of_the_timeline_does_not_explain_its_own_day() -> None:
    """That Monday is 11 May says the row; what another date in it means stays."""
    days = (Day("on Monday", "2026-05-11"), Day("this year", "2026"))
    event = Event("2026-05-11", "day", "Monday", extract("S1", FOUR_BERTHS, days=days))
    made = dataclasses.replace(rich(), meeting=None, bottom_line=(), timeline=(event,))
    row = page(made).timeline[0]
    assert row.quote is not None
    assert row.quote.notes == ("this year = 2026",)
    assert row.quote.text == FOUR_BERTHS


def test_a_week_is_not_explained_where_a_day_of_it_is() -> None:
    """Of "Monday of this week" Monday says it all; another week stays."""
    days = (Day("on Monday", "2026-05-11"), Day("this week", "2026-05-11/2026-05-17"))
    later = Day("next week", "2026-05-18/2026-05-24")
    bottom = (extract("S1", COST, days=(*days, later)), extract("S1", ORDER, days=days[1:]))
    made = page(dataclasses.replace(rich(), bottom_line=bottom)).bottom_line
    assert [2, 1] == [len(quote.notes) for quote in made]
    assert made[0].notes[0].startswith("on Monday = ")


def test_the_bottom_line_is_cited_in_the_timeline() -> None:
    """Its sentence is not printed there again."""
    event = Event("2026-05-11", "day", "Monday", extract("S1", FOUR_BERTHS))
    bottom = (extract("S1", FOUR_BERTHS),)
    made = dataclasses.replace(rich(), meeting=None, bottom_line=bottom, timeline=(event,))
    (row,) = page(made).timeline
    assert (None, "S1 ¶3") == (row.quote, row.cite.text if row.cite else None)


def test_what_stands_under_a_speaker_is_cited_in_the_timeline() -> None:
    """The row says under whose name."""
    said = rich().positions[0]
    event = Event("2026-09-11", "day", "then", said.quote)
    made = dataclasses.replace(rich(), meeting=None, bottom_line=(), timeline=(event,))
    (row,) = page(made).timeline
    assert (None, f"see under “{said.speaker}”") == (row.quote, row.above)


def test_a_surname_is_explained_beside_its_citation() -> None:
    """Whom it means and in what office, as a date is."""
    names = (Named("Solheim", "Ingrid Solheim", "chief executive"), Named("Li", "Li Na"))
    made = page(dataclasses.replace(rich(), bottom_line=(extract("S1", COST, names=names),)))
    told = ("Solheim = Ingrid Solheim, chief executive", "Li = Li Na")
    assert told == made.bottom_line[0].notes


def test_what_one_speaker_said_stands_under_one_name() -> None:
    """Two statements in a row; the role is left out where the sentence tells it."""
    said = rich().positions[0]
    other = dataclasses.replace(said, quote=extract("S1", COST), role="owner")
    first, last = (
        page(dataclasses.replace(rich(), positions=(said, other))).positions,
        page(dataclasses.replace(rich(), positions=(other, said))).positions,
    )
    assert [(None, 2)] == [(one.role, len(one.quotes)) for one in first]
    assert [("owner", 2)] == [(one.role, len(one.quotes)) for one in last]


def test_the_figures_of_one_sentence_stand_in_one_row() -> None:
    """Two of them, and then one of another sentence: the first is printed once."""
    cost, order = extract("S1", COST), extract("S1", ORDER)
    figures = (Figure("38 million", "euros", cost), Figure("half", None, cost))
    made = page(dataclasses.replace(rich(), figures=(*figures, Figure("three", "years", order))))
    assert [("38 million euros", "half"), ("three years",)] == [row.values for row in made.figures]


def test_another_place_of_a_row_tells_all_its_figures() -> None:
    """Where it tells one of two, it is no witness for the other."""
    cost, other = extract("S1", COST), extract("S3", SAME)
    place = Also(other.source, other.paragraph, other.start, other.end, other.text)
    told = dataclasses.replace(cost, also=(place,), told_by=2)
    for others, places in ((cost, 1), (told, 2)):
        figures = (Figure("38 million", "euros", told), Figure("half", None, others))
        (row,) = page(dataclasses.replace(rich(), figures=figures)).figures
        assert len(row.quote.cites) == places


def test_another_source_of_a_figure_is_cited_alone() -> None:
    """It gives the figure, not the sentence: nothing is said to be told by two."""
    other = extract("S3", SAME)
    also = Also(other.source, other.paragraph, other.start, other.end, other.text)
    figure = Figure("38 million", "euros", extract("S1", COST, also=(also,), told_by=2))
    made = render(dataclasses.replace(rich(), figures=(figure,)), format="md").decode()
    assert f"{COST} [S1 ¶3 · 12 May] also [S3 ¶3 · undated] |" in made


def test_a_source_without_a_title_shows_its_first_words() -> None:
    """Eight words of the body beside the file's name."""
    brief = dataclasses.replace(small(), sources=(Entry("S2", locator="grid.txt"),))
    source = page(brief).sources[0]
    assert source.title == "grid.txt"
    assert source.opening == "“" + " ".join(DEMAND.split()[:8]) + " …”"
    assert page(small()).sources[0].opening is None


def test_a_citation_never_stands_alone_on_a_line() -> None:
    """A no-break space ties it to its extract, or to the note on a date that goes before it."""
    root = html.document_fromstring(render(rich(), format="html").decode())
    behind = "following-sibling::span[@class='cites']"
    extracts = root.xpath(f"//span[@class='extract'][{behind}]")
    noted = [one for one in extracts if "note day" in one.getnext().get("class")]
    cited = [one for one in extracts if one.getnext().get("class") == "cites"]
    notes = root.xpath(f"//span[@class='note day'][{behind}]")
    assert (len(cited) > 20, len(noted), len(notes)) == (True, 1, 1)
    assert {"\u00a0"} == {one.tail for one in (*cited, *notes)}
    assert {" "} == {one.tail for one in noted}
