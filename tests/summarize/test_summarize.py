"""The ranking of what the sources say: once, standing alone, whatever their order."""

from __future__ import annotations

import datetime as dt

from briefgen.model import Article, Source
from briefgen.summarize import ALGORITHMS, summarize
from briefgen.text import normalise, paragraph_spans, sentences


def source(
    name: str, text: str, *, title: str | None = None, published: str | None = None
) -> Source:
    """A source of English body paragraphs."""
    text = normalise(text)
    article = Article(
        text=text,
        paragraphs=tuple(paragraph_spans(text)),
        locator=f"{name}.txt",
        title=title,
        published=dt.date.fromisoformat(published) if published else None,
    )
    return Source(name, article, "en", sentences(text, article.paragraphs, "en"))


ONE = source(
    "S1",
    "The ministers of Ruritania signed the grain treaty in Strelsau on Monday.\n\n"
    "He called it a success. The treaty lowers duties on 40 kinds of grain.",
    title="Ruritania signs grain treaty",
    published="2024-05-07",
)
TWO = source(
    "S2",
    "Ministers of Ruritania signed the grain treaty in Strelsau on Monday.\n\n"
    "Farmers in the north had asked for lower duties on grain for six years.",
    title="Grain treaty signed",
    published="2024-05-08",
)


def test_every_extract_is_the_text_at_its_offsets() -> None:
    """What is printed stands in the source word for word."""
    texts = {s.id: s.article.text for s in (ONE, TWO)}
    for choice in summarize((ONE, TWO)).ranked:
        extract = choice.extract
        assert extract.text == texts[extract.source][extract.start : extract.end]


def test_one_fact_is_one_extract_with_both_citations() -> None:
    """The same fact told by two sources is printed once and says so."""
    ranked = summarize((ONE, TWO)).ranked
    signed = [c.extract for c in ranked if "signed the grain treaty" in c.extract.text]
    assert [(len(e.also), e.told_by) for e in signed] == [(1, 2)]


def test_no_extract_opens_with_an_orphan() -> None:
    """A pronoun without its antecedent is never printed first."""
    assert not [c for c in summarize((ONE, TWO)).ranked if c.extract.text.startswith("He ")]


def test_the_order_of_the_sources_changes_nothing() -> None:
    """A set of sources has one summary."""
    assert summarize((ONE, TWO)) == summarize((TWO, ONE))


def test_the_relative_day_is_named() -> None:
    """A Monday in an article published on a Tuesday was the day before."""
    extract = next(c.extract for c in summarize((ONE,)).ranked if "on Monday" in c.extract.text)
    assert [(d.as_written, d.date) for d in extract.days] == [("on Monday", "2024-05-06")]


def test_articles_on_one_event_are_one_story() -> None:
    """They are told by their text, and bear one of their titles."""
    groups = summarize((ONE, TWO)).groups
    assert [g.sources for g in groups] == [("S1", "S2")]
    assert groups[0].headline in {"Ruritania signs grain treaty", "Grain treaty signed"}


def test_every_algorithm_ranks() -> None:
    """Each name in the registry is an algorithm that chooses something."""
    for name in ALGORITHMS:
        assert summarize((ONE, TWO), algorithm=name).ranked, name


def test_a_callable_of_ones_own_is_an_algorithm() -> None:
    """Backwards is an order too."""
    summary = summarize((TWO,), algorithm=lambda corpus, passages: range(len(corpus))[::-1])
    assert summary.ranked[0].extract.text.startswith("Farmers")


def test_nothing_in_nothing_out() -> None:
    """No sources, no summary, no error."""
    summary = summarize(())
    assert (summary.ranked, summary.groups, summary.duplicates) == ((), (), ())


def test_what_nobody_speaks_of_is_silent() -> None:
    """An item of the focus without an echo in any paragraph is reported."""
    assert summarize((ONE,), focus=("grain duties", "fishing quotas")).silent == ("fishing quotas",)


def test_a_choice_says_whether_it_surely_stands_alone() -> None:
    """Far from the whole name a surname is doubtful, the rest is not."""
    rest = "Farmers in Zenda had asked for lower duties on grain for six years, and more cranes."
    long = "Flavia Hentzau, who leads the port of Strelsau, " + "and its many old cranes, " * 12
    name = "Hentzau wants four more ships for the coast of Ruritania by the spring."
    found = source("S1", f"{long}spoke in Zenda on Monday.\n\n{rest}\n\n{name}")
    sure = {choice.extract.text: choice.alone for choice in summarize((found,)).ranked}
    assert (sure[rest], sure[name]) == (True, False)
