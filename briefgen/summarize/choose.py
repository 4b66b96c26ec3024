"""From sources to the ranking: what could be printed, once, each standing alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model import Also, Choice, Extract, Source, Summary
from briefgen.summarize.copies import copies, first_told
from briefgen.summarize.corpus import Corpus, build
from briefgen.summarize.coverage import coverage
from briefgen.summarize.days import days
from briefgen.summarize.facts import Fact, Facts
from briefgen.summarize.focus import asked, focus_likeness, likeness, silent
from briefgen.summarize.passages import Passage, Passages, passages, span
from briefgen.summarize.peers import lead, lexrank, lsa, textrank
from briefgen.summarize.stories import by_number, group, stories
from briefgen.summarize.themes import themes, vectors
from briefgen.text import word_count

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

Algorithm = Callable[[Corpus, Passages], Iterable[int]]
"""Numbers of rows, the best first; rows that no passage prints, or that repeat, are passed over."""

ABOUT = 0.5
"""What speaking of the meeting's title weighs against speaking of an item asked for."""

ALGORITHMS: dict[str, Algorithm] = {
    "coverage": coverage,
    "lead": lead,
    "lexrank": lexrank,
    "textrank": textrank,
    "lsa": lsa,
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every step of the choosing looks at."""

    corpus: Corpus
    copies: Mapping[int, int]
    first_told: Ints
    passages: Passages
    facts: Facts


def summarize(
    sources: tuple[Source, ...],
    *,
    focus: tuple[str, ...] = (),
    agenda: tuple[str, ...] = (),
    about: str = "",
    algorithm: str | Algorithm = "coverage",
    words: int = 2000,
) -> Summary:
    """Rank what the sources say, so that any prefix is the summary of that length.

    `words` limits all extracts together; the order of the sources changes nothing. What the reader
    asks for (`focus`, `agenda`) is preferred, and it is told what is on an item of the agenda;
    `about`, the title of a meeting, steers half as much, and no source has to speak of it. An
    algorithm of one's own is given the corpus and what tells which passage prints a row.
    """
    rank = ALGORITHMS[algorithm] if isinstance(algorithm, str) else algorithm
    desk = _desk(sources, (*focus, *agenda), about)
    chosen = list(_within(words, desk, _told_once(desk, rank(desk.corpus, desk.passages))))
    spoken = themes(desk.corpus)
    told = stories(desk.corpus, vectors(spoken, len(sources)), desk.copies)
    extracts = [_extract(desk, passage) for passage in chosen]
    order = _reading_order(desk, chosen, extracts, told)
    home = {source: n for n, i in enumerate(order) for source in told[i]}
    return Summary(
        ranked=tuple(
            Choice(extract, home[int(desk.corpus.source[passage.first])])
            for passage, extract in zip(chosen, extracts, strict=True)
        ),
        groups=tuple(group(desk.corpus, spoken, told[i]) for i in order),
        asked=asked(desk.corpus, agenda),
        duplicates=_duplicates(desk),
        silent=silent(desk.corpus, (*focus, *agenda)),
        method=algorithm if isinstance(algorithm, str) else getattr(rank, "__name__", "custom"),
    )


def _desk(sources: tuple[Source, ...], focus: tuple[str, ...], about: str) -> _Desk:
    import numpy as np

    plain = build(sources)
    repeated, first = copies(plain), first_told(plain)
    corpus = replace(
        plain,
        weight=_weight(plain, repeated, first),
        focus=np.maximum(focus_likeness(plain, focus), ABOUT * likeness(plain, about)),
    )
    judge = passages(corpus)

    def passage(row: int) -> Passage | None:
        return None if int(corpus.source[row]) in repeated else judge(row)

    return _Desk(corpus, repeated, first, passage, Facts(corpus))


def _weight(corpus: Corpus, repeated: Mapping[int, int], first: Ints) -> Floats:
    """What was taken over word for word, as a whole or in a sentence, counts once."""
    import numpy as np

    own = first == np.arange(len(corpus))
    weight: Floats = (own & ~np.isin(corpus.source, sorted(repeated))).astype(float)
    return weight


def _told_once(desk: _Desk, rows: Iterable[int]) -> Iterator[Passage]:
    """Let a passage through that shares no row and no fact with those before it."""
    told: list[Fact] = []
    taken: set[int] = set()
    for row in rows:
        passage = desk.passages(row)
        if passage is None or taken & set(passage.rows):
            continue
        fact = desk.facts.of(passage.rows)
        if any(desk.facts.twice(fact, old) for old in told):
            continue
        told.append(fact)
        taken.update(passage.rows)
        yield passage


def _within(words: int, desk: _Desk, chosen: Iterable[Passage]) -> Iterator[Passage]:
    """Passages until the first that finds no room."""
    for passage in chosen:
        words -= sum(word_count(desk.corpus.text(row)) for row in passage.rows)
        if words < 0:
            return
        yield passage


def _extract(desk: _Desk, passage: Passage) -> Extract:
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


def _before(desk: _Desk, passage: Passage) -> Extract | None:
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


def _also(desk: _Desk, passage: Passage) -> list[int]:
    """The rows of other articles that tell the same, the likest of each article."""
    fact = desk.facts.of(passage.rows)
    best: dict[int, tuple[float, int]] = {}
    for row in desk.facts.near(passage.rows):
        other = desk.facts.of((row,))
        if desk.corpus.sentences[row].state == "damaged" or not desk.facts.same(fact, other):
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


def _independent(desk: _Desk, passage: Passage, also: Iterable[int]) -> int:
    """How many tell it by themselves: copies, and sentences taken over word for word, do not."""
    tellers: set[int] = set()
    for row in (passage.last, *also):
        source = int(desk.corpus.source[int(desk.first_told[row])])
        tellers.add(desk.copies.get(source, source))
    return len(tellers)


def _reading_order(
    desk: _Desk, chosen: list[Passage], extracts: list[Extract], told: tuple[tuple[int, ...], ...]
) -> list[int]:
    """The stories that most tell first, then those of which most was chosen early."""
    early: Counter[int] = Counter()
    home = {source: i for i, members in enumerate(told) for source in members}
    for rank, passage in enumerate(chosen[:20]):
        early[home[int(desk.corpus.source[passage.first])]] += 20 - rank
    return sorted(
        range(len(told)),
        key=lambda i: (-sum(s not in desk.copies for s in told[i]), -early[i], told[i]),
    )


def _duplicates(desk: _Desk) -> tuple[tuple[str, str], ...]:
    sources = desk.corpus.sources
    pairs = ((sources[copy].id, sources[first].id) for copy, first in desk.copies.items())
    return tuple(sorted(pairs, key=lambda pair: by_number(pair[0])))
