"""From a passage to the extract that prints it, with every place that tells the same."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model import Also, Extract
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.desk import Desk
from briefgen.summarize.passages import Passage, span
from briefgen.summarize.stories import by_number
from briefgen.text.dates import days


def extract(desk: Desk, passage: Passage) -> Extract:
    """Return the passage with its citations, its days, and how many tell it by themselves."""
    corpus = desk.corpus
    source = corpus.owner(passage.first)
    start, end = span(corpus, passage)
    also = _also(desk, passage)
    text = source.article.text[start:end]
    return Extract(
        text=text,
        source=source.id,
        paragraph=corpus.sentences[passage.first].paragraph,
        start=start,
        end=end,
        also=tuple(_citation(corpus, row) for row in also),
        told_by=_independent(desk, passage, also),
        days=days(text, source.article.published, source.language),
        before=_before(desk, passage),
    )


def _before(desk: Desk, passage: Passage) -> Extract | None:
    if passage.before is None:
        return None
    source = desk.corpus.owner(passage.before)
    start, end = span(desk.corpus, Passage(passage.before, passage.before))
    text = source.article.text[start:end]
    return Extract(
        text=text,
        source=source.id,
        paragraph=desk.corpus.sentences[passage.before].paragraph,
        start=start,
        end=end,
        days=days(text, source.article.published, source.language),
    )


def _also(desk: Desk, passage: Passage) -> list[int]:
    """The rows of other articles that tell all of it, the likest of each article."""
    fact = desk.facts.of(passage.rows)
    best: dict[int, tuple[float, int]] = {}
    for row in desk.facts.near(passage.rows):
        other = desk.facts.of((row,))
        if desk.corpus.sentences[row].state == "damaged" or not desk.facts.tells(other, fact):
            continue
        source = int(desk.corpus.source[row])
        likeness = (-round(desk.facts.cosine(fact, other), 9), row)
        best[source] = min(best.get(source, likeness), likeness)
    return sorted(
        (row for _, row in best.values()), key=lambda r: by_number(desk.corpus.owner(r).id)
    )


def _citation(corpus: Corpus, row: int) -> Also:
    source = corpus.owner(row)
    start, end = span(corpus, Passage(row, row))
    return Also(
        source=source.id,
        paragraph=corpus.sentences[row].paragraph,
        start=start,
        end=end,
        text=source.article.text[start:end],
    )


def _independent(desk: Desk, passage: Passage, also: Iterable[int]) -> int:
    """How many tell it by themselves: copies, and sentences taken over word for word, do not."""
    tellers: set[int] = set()
    for row in (passage.last, *also):
        source = int(desk.corpus.source[int(desk.first_told[row])])
        tellers.add(desk.copies.get(source, source))
    return len(tellers)
