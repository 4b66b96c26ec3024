"""From sources to the ranking: what could be printed, once, and whether it surely stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.model import Choice, Extract, Source, Summary
from briefgen.summarize.collector import uncollected
from briefgen.summarize.corpus import Corpus, by_age
from briefgen.summarize.coverage import coverage
from briefgen.summarize.desk import Desk, desk
from briefgen.summarize.extracts import extract
from briefgen.summarize.focus import asked, silent
from briefgen.summarize.passages import Passage, Passages
from briefgen.summarize.peers import lead, lexrank, lsa, textrank
from briefgen.summarize.roundups import homes
from briefgen.summarize.semantic import Encoder
from briefgen.summarize.stands import stands
from briefgen.summarize.stories import by_number, group, stories
from briefgen.summarize.themes import Vectors, themes, vectors
from briefgen.summarize.told import Told
from briefgen.text import word_count

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Ints

Algorithm = Callable[[Corpus, Passages], Iterable[int]]
"""Numbers of rows, the best first; rows that no passage prints, or that repeat, are passed over."""

LEADING = 20
"""So many of the first chosen tell which story comes first."""

ASKED = 0.5
"""How much a sentence speaks, at least, of what was asked for, to bring its story forward."""

ALGORITHMS: dict[str, Algorithm] = {
    "coverage": coverage,
    "lead": lead,
    "lexrank": lexrank,
    "textrank": textrank,
    "lsa": lsa,
}


@uncollected
def summarize(
    sources: tuple[Source, ...],
    *,
    focus: tuple[str, ...] = (),
    agenda: tuple[str, ...] = (),
    about: str = "",
    algorithm: str | Algorithm = "coverage",
    words: int = 2000,
    others: Iterable[Extract] = (),
    encoder: Encoder | None = None,
) -> Summary:
    """Rank what the sources say, so that any prefix is the summary of that length.

    `words` limits all extracts together; the order of the sources changes nothing. What the reader
    asks for (`focus`, `agenda`) is preferred, and it is told what is on an item of the agenda;
    `about`, the title of a meeting, steers half as much, and no source has to speak of it. An
    algorithm of one's own is given the corpus and what tells which passage prints a row. Of
    `others`, which other sections print, it is told which make sense alone. An `encoder` settles
    what words leave in doubt.
    """
    rank = ALGORITHMS[algorithm] if isinstance(algorithm, str) else algorithm
    known = desk(sources, (*focus, *agenda), about, encoder)
    corpus = known.corpus
    chosen = list(_within(words, corpus, _told_once(known, rank(corpus, known.passages))))
    spoken = themes(corpus)
    near = vectors(spoken, len(sources))
    told = stories(corpus, near, known.copies)
    home = homes(corpus, near, told, {int(corpus.source[p.first]) for p in chosen})
    order = _reading_order(known, near, chosen, home, told)
    ranked = [Choice(extract(known, p), order.index(int(home[p.first])), p.alone) for p in chosen]
    return Summary(
        ranked=tuple(ranked),
        groups=tuple(group(corpus, spoken, told[n], _guests(known, home, told, n)) for n in order),
        asked=asked(corpus, agenda, known.meaning),
        duplicates=_duplicates(known),
        silent=silent(corpus, (*focus, *agenda), known.meaning),
        stands=tuple(stands(corpus, known.pages, (one.extract for one in ranked), others)),
        method=_method(algorithm, encoder),
    )


def _method(algorithm: str | Algorithm, encoder: Encoder | None) -> str:
    """What the brief says it was made by."""
    name = algorithm if isinstance(algorithm, str) else getattr(algorithm, "__name__", "custom")
    return f"{name}+semantic" if encoder else name


def _told_once(known: Desk, rows: Iterable[int]) -> Iterator[Passage]:
    """Let a passage through that shares no row and no fact with those before it.

    No sentence of it may tell again what is told, neither alone nor with the others; but for its
    antecedent, which may have been told.
    """
    told = Told(known.facts)
    taken: set[int] = set()
    for row in rows:
        passage = known.passages(row)
        if passage is None or taken & set(passage.own):
            continue
        facts = [known.facts.of(rows) for rows in _parts(passage, taken)]
        if any(map(told.has, facts)):
            continue
        for fact in facts:
            told.add(fact)
        taken.update(passage.rows)
        yield passage


def _parts(passage: Passage, taken: set[int]) -> list[tuple[int, ...]]:
    """The passage as printed, whole and sentence by sentence; no antecedent that is told."""
    rows = passage.own if passage.before in taken else passage.rows
    return [rows] if len(rows) == 1 else [rows, *((row,) for row in rows)]


def _within(words: int, corpus: Corpus, chosen: Iterable[Passage]) -> Iterator[Passage]:
    """Passages until the first that finds no room."""
    for passage in chosen:
        words -= sum(word_count(corpus.text(row)) for row in passage.rows)
        if words < 0:
            return
        yield passage


def _reading_order(
    known: Desk, near: Vectors, chosen: Sequence[Passage], home: Ints, told: Sequence[Sequence[int]]
) -> list[int]:
    """What was asked for first, then what is nearest to all that the sources speak of together.

    Where two are about as near, the one that was told first.
    """
    import numpy as np

    wanted: Counter[int] = Counter()
    for passage in chosen[:LEADING]:
        asked_for = np.max(known.corpus.focus[list(passage.rows)]) > ASKED
        wanted[int(home[passage.first])] += bool(asked_for)
    centres = [near.rows[[i for i in m if i not in known.copies]].sum(axis=0) for m in told]
    lengths = [max(float(np.linalg.norm(centre)), 1e-9) for centre in centres]
    whole = np.sum(centres, axis=0)
    central = [round(float(c @ whole) / n, 1) for c, n in zip(centres, lengths, strict=True)]
    since = [min(by_age(known.corpus.sources[i]) for i in members) for members in told]
    return sorted(range(len(told)), key=lambda n: (-wanted[n], -central[n], since[n]))


def _guests(known: Desk, home: Ints, told: Sequence[Sequence[int]], story: int) -> list[int]:
    """The sources of other stories a paragraph of which is on this one; no copies."""
    here = {*known.corpus.source[home == story].tolist()}
    return sorted(here - {*told[story]} - {*known.copies})


def _duplicates(known: Desk) -> tuple[tuple[str, str], ...]:
    sources = known.corpus.sources
    pairs = ((sources[copy].id, sources[first].id) for copy, first in known.copies.items())
    return tuple(sorted(pairs, key=lambda pair: by_number(pair[0])))
