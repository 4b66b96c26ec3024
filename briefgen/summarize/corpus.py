"""The sources as numbers: a row for each sentence, with the concepts it holds.

Sources stand in the order of their checksums, so that nothing depends on the order of arguments.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefgen.model import Sentence, Source
from briefgen.summarize.lexicon import Book, Lexicon
from briefgen.summarize.places import heads, is_line, places
from briefgen.text import opening

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.signedinteger[Any]]
    Floats = NDArray[np.floating[Any]]


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

    Lines without an end at the head of an article, a title or a day, have place 0 and weight 0.

    `opens` tells where each row's sentence begins in its text, after a bullet and a dateline;
    `lengths` how many words it has.
    `words` has the words of a row in lower case and in order, `terms` the stems that matter and
    `pairs` the words side by side, each once a row. Of each word, `root` is its stem, `small` tells
    a stop word, `figure` one with a digit, `capital` how often it has a capital inside a sentence;
    of each pair, `first` and `second` are its words. `titles` holds the stems of each source's
    title. `weight` is 0 for a row that copies another, else 1; `focus`, from 0 to 1, how much a row
    speaks of what was asked for.
    """

    sources: tuple[Source, ...]
    sentences: tuple[Sentence, ...]
    opens: tuple[int, ...]
    lengths: Ints
    source: Ints
    place: Ints
    words: Table
    terms: Table
    pairs: Table
    titles: Table
    root: Ints
    small: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    capital: Floats
    first: Ints
    second: Ints
    lexicon: dict[tuple[str, str], int]
    weight: Floats
    focus: Floats

    def __len__(self) -> int:
        return len(self.sentences)

    def owner(self, row: int) -> Source:
        """Return the source that the row is from."""
        return self.sources[int(self.source[row])]

    def text(self, row: int) -> str:
        """Return the row's sentence without bullet and dateline."""
        return self.owner(row).article.text[self.opens[row] : self.sentences[row].end]


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


def build(sources: Sequence[Source]) -> Corpus:
    """Read each sentence once, into numbers."""
    import numpy as np

    lexicon = Lexicon()
    ordered = in_order(sources)
    rows = [(i, s) for i, source in enumerate(ordered) for s in source.sentences]
    opens = tuple(opening(ordered[i].article.text, s) for i, s in rows)
    said = [ordered[i].article.text[at : s.end] for (i, s), at in zip(rows, opens, strict=True)]
    tokens = _table(
        [lexicon.read(text, ordered[i].language) for (i, _), text in zip(rows, said, strict=True)]
    )
    titles = _table([lexicon.read(s.article.title or "", s.language) for s in ordered])
    book = lexicon.book()
    words = Table(tokens.start, book.word[tokens.ids], len(book.root))
    pairs, first, second = _pairs(words)
    source = np.array([i for i, _ in rows], dtype=np.int64)
    head = heads(source, [is_line(text) for text in said])
    return Corpus(
        sources=ordered,
        sentences=tuple(s for _, s in rows),
        opens=opens,
        lengths=np.diff(words.start),
        source=source,
        place=places(source, head),
        words=words,
        terms=_terms(words, book),
        pairs=pairs,
        titles=_terms(Table(titles.start, book.word[titles.ids], len(book.root)), book),
        root=book.root,
        small=book.small,
        figure=book.figure,
        capital=_capitals(tokens, book),
        first=first,
        second=second,
        lexicon=book.stems,
        weight=(~head).astype(float),
        focus=np.zeros(len(rows)),
    )


def _table(rows: Sequence[Sequence[int]]) -> Table:
    import numpy as np

    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    ids = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(start[-1]))
    return Table(start, ids, 0)


def distinct(keys: Ints) -> Ints:
    """Return each number once, ascending; sorting beats numpy's hashing on millions of them."""
    import numpy as np

    keys = np.sort(keys)
    new = np.ones(len(keys), dtype=bool)
    new[1:] = keys[1:] != keys[:-1]
    return keys[new]


def _once(owners: Ints, ids: Ints, rows: int, size: int) -> Table:
    """A table of these entries, each once a row, ascending."""
    import numpy as np

    keys = distinct(owners * max(size, 1) + ids)
    kept, ids = np.divmod(keys, max(size, 1))
    start = np.zeros(rows + 1, dtype=np.int64)
    np.cumsum(np.bincount(kept, minlength=rows), out=start[1:])
    return Table(start, ids, size)


def _terms(words: Table, book: Book) -> Table:
    """The stems of each row's words, but for the small ones."""
    matter = ~book.small[words.ids]
    owners, stems = words.owners()[matter], book.root[words.ids[matter]]
    return _once(owners, stems, len(words.start) - 1, len(book.stems))


def _pairs(words: Table) -> tuple[Table, Ints, Ints]:
    """The words side by side in each row, and the first and second word of each pair."""
    import numpy as np

    owners, size = words.owners(), max(words.size, 1)
    beside = owners[1:] == owners[:-1]
    keys = words.ids[:-1][beside] * size + words.ids[1:][beside]
    names, ids = np.unique(keys, return_inverse=True)
    table = _once(owners[1:][beside], ids, len(words.start) - 1, len(names))
    return table, names // size, names % size


def _capitals(tokens: Table, book: Book) -> Floats:
    """The share of a word's uses inside sentences that have a capital."""
    import numpy as np

    inside = np.ones(len(tokens.ids), dtype=bool)
    inside[tokens.start[:-1][np.diff(tokens.start) > 0]] = False
    written = tokens.ids[inside]
    uses = np.bincount(book.word[written], minlength=len(book.root))
    capitals = np.bincount(
        book.word[written], weights=book.capital[written], minlength=len(book.root)
    )
    shares: Floats = capitals / np.maximum(uses, 1)
    return shares
