"""Copies, facts, days, stories and focus, each by itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Article, Source
from briefgen.summarize import summarize
from briefgen.summarize.figures import figures
from briefgen.summarize.rules import number_rules
from briefgen.text import normalise, paragraph_spans, sentences
from briefgen.text.dates import days


def source(name: str, text: str, *, title: str | None = None, day: int | None = None) -> Source:
    """A source of English body paragraphs, published on that day of May 2024."""
    text = normalise(text)
    article = Article(
        text=text,
        paragraphs=tuple(paragraph_spans(text)),
        locator=f"{name}.txt",
        title=title,
        published=dt.date(2024, 5, day) if day else None,
    )
    return Source(name, article, "en", sentences(text, article.paragraphs, "en"))


WIRE = (
    "The parliament of Ruritania passed the harbour law by 61 votes to 40 in Strelsau.\n\n"
    "Dockers in the port of Zenda stopped work for three hours to protest against longer days.\n\n"
    "Minister Flavia Hentzau said that longer days would bring 900 jobs to the coast."
)
FIRST = source("S1", WIRE, title="Harbour law passed", day=2)
COPY = source("S2", WIRE + "\n\nThe port of Zenda opened in 1890.", title="Law passed", day=3)
OTHER = source(
    "S3",
    "Scientists at the observatory of Strelsau found a comet with a tail of ice and dust.\n\n"
    "Comets of this size pass the sun only once in 3,000 years, astronomers estimate.",
    title="Comet found",
    day=4,
)


def test_a_copy_is_told_from_its_original() -> None:
    """The earlier article is the original, the later one is named as its copy."""
    assert summarize((FIRST, COPY, OTHER)).duplicates == (("S2", "S1"),)


def test_a_copy_is_no_second_witness() -> None:
    """It is cited as saying the same, and does not count."""
    ranked = summarize((FIRST, COPY)).ranked
    told = {c.extract.source: (c.extract.told_by, len(c.extract.also)) for c in ranked}
    assert told == {"S1": (1, 1)}


def test_two_events_are_two_stories() -> None:
    """A comet and a law have nothing in common but the town."""
    groups = summarize((FIRST, COPY, OTHER)).groups
    assert [group.sources for group in groups] == [("S1", "S2"), ("S3",)] or [
        group.sources for group in groups
    ] == [("S3",), ("S1", "S2")]


def test_the_focus_comes_first() -> None:
    """What the reader asked for leads the ranking."""
    best = summarize((FIRST, OTHER), focus=("comet",)).ranked[0].extract
    assert best.source == "S3"


def test_a_shorter_summary_is_the_beginning_of_a_longer_one() -> None:
    """Any prefix is the summary of that length."""
    long = summarize((FIRST, OTHER), words=2000).ranked
    short = summarize((FIRST, OTHER), words=40).ranked
    assert [c.extract for c in short] == [c.extract for c in long][: len(short)]


def test_a_sentence_is_taken_with_the_one_it_leans_on() -> None:
    """Adjacent in a paragraph, both are one extract; across paragraphs, one goes before."""
    text = (
        "Minister Flavia Hentzau opened the harbour of Zenda. She named 900 new jobs.\n\n"
        "However, dockers in the port of Zenda went on with the strike."
    )
    ranked = summarize((source("S1", text),)).ranked
    assert not [c for c in ranked if c.extract.text.startswith("She ")]
    for choice in ranked:
        if choice.extract.text.startswith("However"):
            assert choice.extract.before is not None


@given(st.permutations([FIRST, COPY, OTHER]))
@settings(max_examples=6)
def test_no_order_of_the_sources_changes_anything(order: list[Source]) -> None:
    """A set of sources has one summary."""
    assert summarize(tuple(order)) == summarize((FIRST, COPY, OTHER))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king died on Monday.", [("on Monday", "2024-05-06")]),
        ("The king died on Friday.", [("on Friday", "2024-05-03")]),
        ("The king said yesterday that he was well.", [("yesterday", "2024-05-06")]),
        ("The king will travel on Monday.", [("on Monday", "2024-05-13")]),
        ("The king will travel by Friday.", [("Friday", "2024-05-10")]),
        ("The king had travelled by Friday.", []),
        ("The king fell ill. On Friday he will speak.", [("On Friday", "2024-05-10")]),
        ("The king died last week.", [("last week", "2024-04-29/2024-05-05")]),
        (
            "Ill in the past 24 hours.",
            [("the past 24 hours", "2024-05-06/2024-05-07")],
        ),
        ("The king was crowned last month.", [("last month", "2024-04")]),
        ("The king was crowned last year.", [("last year", "2023")]),
        ("Crowns were down 23% on last year.", [("last year", "2023")]),
        ("The king spoke on Monday, and Monday was fine.", [("on Monday", "2024-05-06")]),
        ("The king spoke on Friday. The queen will speak on Friday.", []),
        ("The king died on Monday, May 6.", []),
        ("The king died last Monday.", []),
        ("The king urged them to meet on Monday.", []),
    ],
)
def test_a_day_is_named_where_it_is_certain(text: str, expected: list[tuple[str, str]]) -> None:
    """Written on a Tuesday, the seventh of May."""
    found = days(text, dt.date(2024, 5, 7), "en")
    assert [(day.as_written, day.date) for day in found] == expected


def test_no_day_without_a_date_of_publication() -> None:
    """Nothing is guessed."""
    assert days("The king died on Monday.", None, "en") == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It cost 500,000,000 dollars", {500_000_000}),
        ("It cost $500 million", {500_000_000}),
        ("It cost half-billion dollars", {500_000_000}),
        ("Fifteen sailors and 2.5 boats", {15, 2.5}),
    ],
)
def test_figures_are_the_same_however_written(text: str, values: set[float]) -> None:
    """In digits, in words, with a scale."""
    assert figures(text, number_rules("en")) == values


def test_tolls_of_two_days_are_two_facts() -> None:
    """The same words with other figures are no repetition of one fact."""
    one = source("S1", "The storm in Zenda killed 80 people, the police of Ruritania said.", day=2)
    two = source("S2", "The storm in Zenda killed 120 people, the police of Ruritania said.", day=3)
    assert not [c for c in summarize((one, two)).ranked if c.extract.also]
