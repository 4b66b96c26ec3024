"""A fact once, with all who tell the whole of it, and no sentence that says it again."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Article, Source
from briefgen.summarize import summarize
from briefgen.summarize.figures import figures
from briefgen.summarize.rules import number_rules
from briefgen.text import normalise, paragraph_spans, sentences, words


def source(name: str, text: str, *, day: int | None = 7) -> Source:
    """A source of English body paragraphs, published on that day of May 2024, or undated."""
    text = normalise(text)
    article = Article(
        text=text,
        paragraphs=tuple(paragraph_spans(text)),
        locator=f"{name}.txt",
        published=dt.date(2024, 5, day) if day else None,
    )
    return Source(name, article, "en", sentences(text, article.paragraphs, "en"))


FACT = "The storm in Zenda killed 80 people and tore the roofs from 300 houses near the harbour."


def tellers(fact: str, other: str, *, day: int | None = 7) -> int:
    """How many tell the fact, where another article tells the other sentence."""
    first = source("S1", fact, day=7 if day else None)
    ranked = summarize((first, source("S2", other, day=day))).ranked
    return next((c.extract.told_by for c in ranked if c.extract.text in (fact, other)), 0)


def test_who_tells_all_of_it_is_counted() -> None:
    """The same fact in other words and another order."""
    other = "In Zenda the storm killed 80 people and tore roofs from 300 houses near the harbour."
    assert tellers(FACT, other) == 2


@pytest.mark.parametrize(
    "other",
    [
        "The storm in Zenda killed 80 people.",
        "The storm in Zenda killed 90 people and tore the roofs from 300 houses near the harbour.",
        "The storm in Hentzau killed 80 people and tore roofs from 300 houses near the harbour.",
        "No storm in Zenda killed 80 people and tore the roofs from 300 houses near the harbour.",
    ],
)
def test_who_tells_a_part_or_something_else_is_not_counted(other: str) -> None:
    """A part of it, another figure, another place, its denial."""
    assert tellers(FACT, other) == 1


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("rose by 5 percent in the port of Zenda", "fell by 5 percent in the port of Zenda"),
        ("rose by 5 percent north of the port", "rose by 5 percent south of the port"),
    ],
)
def test_the_opposite_is_another_fact(fact: str, other: str) -> None:
    """Up is not down, though all else is the same."""
    assert tellers(f"The price of bread {fact} this spring.", f"The price of bread {other}.") == 1


def test_another_day_is_another_fact() -> None:
    """Two Mondays, a week apart; in the same week it is one. Undated, it is of one Monday only."""
    fact = "A fire in the port of Strelsau killed four dockers of Zenda on Monday."
    other = "Four dockers of Zenda were killed on Monday in a fire in the port of Strelsau."
    assert (tellers(fact, other, day=14), tellers(fact, other, day=8)) == (1, 2)
    undated = other.replace("on Monday", "last week")
    assert (tellers(fact, undated, day=None), tellers(fact, other, day=None)) == (1, 2)


def test_a_copy_does_not_count_twice() -> None:
    """Three papers print the agency's words: one tells it."""
    rest = "The port of Zenda opened in 1890 and has nine cranes for fruit and for grain."
    wire = f"{FACT}\n\n{rest}"
    ranked = summarize((source("S1", wire), source("S2", wire, day=8), source("S3", wire))).ranked
    assert {choice.extract.told_by for choice in ranked} == {1}


def test_tolls_of_different_days_stay_apart() -> None:
    """Each day's figure may be printed, and neither speaks for the other."""
    first = "The flood in Ruritania killed 1,200 people by Tuesday, the interior ministry said."
    second = "Rescuers count 3,400 dead in Ruritania a week after the water came, officials say."
    ranked = summarize((source("S1", first), source("S2", second, day=14))).ranked
    assert sorted((c.extract.source, c.extract.told_by) for c in ranked) == [("S1", 1), ("S2", 1)]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_space_between_thousands_is_part_of_the_number(space: str) -> None:
    """Be it one not to break at, or a narrow one."""
    assert figures(f"Il y a 395{space}000 euros", number_rules("fr")) == {395_000}


def test_a_sentence_joined_to_another_says_nothing_again() -> None:
    """What leans on a sentence that was told elsewhere is not printed with it once more."""
    ranked = summarize(
        (
            source("S1", f"{FACT}\n\nThe harbour of Zenda has nine cranes for fruit and grain."),
            source("S2", f"{FACT[:-1]} on the coast. It also sank four boats of the navy.", day=8),
        )
    ).ranked
    assert sum("killed 80 people" in choice.extract.text for choice in ranked) == 1


SUBJECTS = ("The storm in Zenda", "A storm near the port", "The mayor of Zenda", "The navy")
VERBS = ("killed 80 people", "closed the harbour", "moved nine cranes", "sank four boats")
WHERE = ("on the coast", "near the old harbour", "after two days of rain", "in the east")


@given(
    st.lists(
        st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(WHERE)),
        min_size=2,
        max_size=12,
    )
)
@settings(max_examples=40)
def test_no_two_that_are_printed_are_nearly_the_same(said: list[tuple[str, str, str]]) -> None:
    """ROUGE-1 F of no two of a ranking is above one half."""
    lines = [f"{who} {what} {where} this week." for who, what, where in said]
    half = len(lines) // 2
    sources = (source("S1", "\n\n".join(lines[:half])), source("S2", "\n\n".join(lines[half:])))
    told = [Counter(words(c.extract.text.lower())) for c in summarize(sources).ranked]
    for i, one in enumerate(told):
        for other in told[:i]:
            assert 2 * (one & other).total() <= 0.5 * (one.total() + other.total())
