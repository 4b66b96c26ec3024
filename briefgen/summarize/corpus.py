"""The sources as numbers: a row for each sentence, with the concepts it holds.

Sources stand in the order of their checksums, so that nothing depends on the order of arguments.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.model import Sentence, Source
from briefgen.text import stem, stop_words, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.signedinteger[Any]]
    Floats = NDArray[np.floating[Any]]

# An agency's opening, "LONDON, June 19 (Reuters) - ": told apart from the sentence it precedes.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.,'’/ \-]{1,60}?\s?\((?:[A-Z][\w.\- ]{1,30})\)\s*[-–—:]+\s+"
    r"|[A-ZÀ-Þ]{3,}[A-ZÀ-Þ.,'’ ]*(?:,? [\w.]+ \d{1,2})?\s*[–—-]{1,2}\s+"
)
_BULLET = re.compile(r"(?:[*•·▪‣–—-]|\d{1,2}[.)])\s+")
STOP = -1


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The numbers that each row holds: row i has `ids[start[i]:start[i + 1]]`."""

    start: Ints
    ids: Ints
    size: int

    def row(self, i: int) -> Ints:
        """Return what row i holds."""
        return self.ids[self.start[i] : self.start[i + 1]]

    def owners(self) -> Ints:
        """Return the row of each entry."""
        import numpy as np

        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Every sentence of every source: `source` and `place` (from 0, in its article) of each row.

    `words` has all the words of a row in order, stop words too; `terms` the stems that matter,
    `pairs` those that stand side by side, each once a row. `titles` holds the stems of each
    source's title. `weight` is 0 for a row that copies another, else 1; `focus` tells from 0 to 1
    how much a row speaks of what the reader asked for.
    """

    sources: tuple[Source, ...]
    sentences: tuple[Sentence, ...]
    source: Ints
    place: Ints
    words: Table
    terms: Table
    pairs: Table
    titles: Table
    lexicon: dict[tuple[str, str], int]
    weight: Floats
    focus: Floats

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def lengths(self) -> Ints:
        """Words of each row."""
        return self.words.start[1:] - self.words.start[:-1]

    def owner(self, row: int) -> Source:
        """Return the source that the row is from."""
        return self.sources[int(self.source[row])]

    def text(self, row: int) -> str:
        """Return the row's sentence without bullet and dateline."""
        sentence = self.sentences[row]
        article = self.owner(row).article
        return article.text[opening(article.text, sentence) : sentence.end]


def in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sort by what the sources hold: the checksum, and the locator where two texts are equal."""
    return tuple(sorted(sources, key=lambda s: (s.article.sha256, s.article.locator, s.id)))


def by_age(source: Source) -> tuple[dt.date, str, str]:
    """The earliest first, the undated last, then by checksum."""
    return (
        source.article.published or dt.date.max,
        source.article.sha256,
        source.article.locator,
    )


def opening(text: str, sentence: Sentence) -> int:
    """Return where the sentence itself begins, after a bullet or an agency's dateline."""
    start = sentence.start
    for pattern in (_BULLET, _DATELINE):
        match = pattern.match(text, start, sentence.end)
        if match and match.end() < sentence.end:
            start = match.end()
    return start


def build(sources: Sequence[Source]) -> Corpus:
    """Read each sentence once, into numbers."""
    import numpy as np

    lexicons = _Lexicons()
    ordered = in_order(sources)
    rows = [(i, s) for i, source in enumerate(ordered) for s in source.sentences]
    kept, read = [], []
    for i, sentence in rows:
        text = ordered[i].article.text
        start = opening(text, sentence)
        numbers = lexicons.read(text[start : sentence.end], ordered[i].language)
        kept.append((i, sentence))
        read.append(numbers)
    source = np.array([i for i, _ in kept], dtype=np.int64)
    table = _table(read, lexicons.size)
    terms, pairs = _concepts(table, lexicons)
    titles = [lexicons.read(s.article.title or "", s.language) for s in ordered]
    return Corpus(
        sources=ordered,
        sentences=tuple(s for _, s in kept),
        source=source,
        place=_places(source, len(ordered)),
        words=table,
        terms=terms,
        pairs=pairs,
        titles=_once(_content(_table(titles, lexicons.size), lexicons)),
        lexicon=lexicons.stems,
        weight=np.ones(len(kept)),
        focus=np.zeros(len(kept)),
    )


class _Lexicons:
    """Numbers for stems, a dictionary a language; stop words have numbers too, and are marked."""

    def __init__(self) -> None:
        self.stems: dict[tuple[str, str], int] = {}
        self.stopped: list[bool] = []
        self._known: dict[str, dict[str, int]] = {}

    @property
    def size(self) -> int:
        return len(self.stopped)

    def read(self, text: str, language: str) -> list[int]:
        known = self._known.setdefault(language, {})
        return [
            known[word] if word in known else self._learn(word, language) for word in words(text)
        ]

    def _learn(self, word: str, language: str) -> int:
        root = stem(word, language)
        key = (language, root)
        if key not in self.stems:
            self.stems[key] = len(self.stopped)
            self.stopped.append(_is_stop(word, language))
        self._known[language][word] = self.stems[key]
        return self.stems[key]


def _is_stop(word: str, language: str) -> bool:
    lower = word.lower().replace("’", "'")
    stopped = stop_words(language)
    return (
        lower in stopped
        or lower.partition("'")[0] in stopped
        or (len(lower) == 1 and lower.isascii() and not lower.isdigit())
    )


def _table(rows: Sequence[Sequence[int]], size: int) -> Table:
    import numpy as np

    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    ids = np.fromiter((n for row in rows for n in row), dtype=np.int64, count=int(start[-1]))
    return Table(start, ids, size)


def _places(source: Ints, count: int) -> Ints:
    import numpy as np

    sizes = np.bincount(source, minlength=count)
    firsts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.arange(len(source), dtype=np.int64) - firsts


def _keep(table: Table, mask: NDArray[np.bool_]) -> Table:
    import numpy as np

    owners = table.owners()[mask]
    start = np.zeros_like(table.start)
    np.cumsum(np.bincount(owners, minlength=len(table.start) - 1), out=start[1:])
    return Table(start, table.ids[mask], table.size)


def _content(table: Table, lexicons: _Lexicons) -> Table:
    import numpy as np

    stopped = np.array(lexicons.stopped, dtype=bool)
    return _keep(table, ~stopped[table.ids])


def _once(table: Table) -> Table:
    """Each number once a row, ascending."""
    import numpy as np

    keys = np.unique(table.owners() * table.size + table.ids)
    owners, ids = np.divmod(keys, max(table.size, 1))
    start = np.zeros_like(table.start)
    np.cumsum(np.bincount(owners, minlength=len(table.start) - 1), out=start[1:])
    return Table(start, ids, table.size)


def _concepts(table: Table, lexicons: _Lexicons) -> tuple[Table, Table]:
    """The content stems of each row, and the pairs of them with no content between."""
    import numpy as np

    content = _content(table, lexicons)
    owners = content.owners()
    size = max(content.size, 1)
    beside = owners[1:] == owners[:-1]
    keys = content.ids[:-1][beside] * size + content.ids[1:][beside]
    names, ids = np.unique(keys, return_inverse=True)
    start = np.zeros_like(content.start)
    np.cumsum(np.bincount(owners[1:][beside], minlength=len(start) - 1), out=start[1:])
    return _once(content), _once(Table(start, ids.astype(np.int64), len(names)))


def spans(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow each other, as (first, last)."""
    first = last = None
    for n in numbers:
        if last is not None and n == last + 1:
            last = n
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = n
    if first is not None and last is not None:
        yield first, last
