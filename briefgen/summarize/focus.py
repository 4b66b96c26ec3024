"""What the reader cares about: which sentences speak of it, and what no source speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.model import Asked
from briefgen.summarize.corpus import Corpus, Table
from briefgen.summarize.items import Word, item_words, languages
from briefgen.summarize.semantic import Meaning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefgen.summarize.corpus import Floats, Ints

    Bools = NDArray[np.bool_]

SPOKEN_OF = 0.5
"""Share of an item's words that a paragraph or sentence holds more than, when it speaks of it."""
ON_ITEM, PERHAPS = 0.75, 0.45
"""A sentence is on an item, or perhaps on it, when it speaks of it so much as this share of the one
that does most."""
MOST = 50
"""No more sentences than so many are on an item."""

# What makes a sentence one on the item, beside holding its words: that they stand early in it, and
# that the sentences around it and the title of its article hold them too.
HELD, EARLY, AROUND = 0.25, 0.35, 0.8
NEAR = 3  # sentences before and after


def silent(corpus: Corpus, focus: Sequence[str], meaning: Meaning | None = None) -> tuple[str, ...]:
    """Return the items that no paragraph of any source speaks of.

    An item of common agenda words alone ("any other business") asks for nothing.
    """
    return tuple(item for item in focus if _is_silent(corpus, item, meaning))


def _is_silent(corpus: Corpus, item: str, meaning: Meaning | None) -> bool:
    asked = (item_words(corpus, item, language, meaning) for language in languages(corpus))
    by_language = [found for found in asked if found]
    return bool(by_language) and not any(_is_spoken_of(corpus, found) for found in by_language)


def _is_spoken_of(corpus: Corpus, asked: Sequence[Word]) -> bool:
    """Whether a paragraph holds more than half of the words, each counting the same."""
    import numpy as np

    paragraph = np.array([s.paragraph for s in corpus.sentences], dtype=np.int64)
    place = corpus.source * (int(np.max(paragraph, initial=0)) + 1) + paragraph
    held = [np.unique(place[_holding(corpus.terms, word.stems)]) for word in asked]
    most = np.max(np.unique(np.concatenate(held), return_counts=True)[1], initial=0)
    return int(most) > SPOKEN_OF * len(asked)


def focus_likeness(corpus: Corpus, focus: Sequence[str], meaning: Meaning | None = None) -> Floats:
    """Return from 0 to 1 how much each row speaks of the focus item that it speaks of most."""
    import numpy as np

    best: Floats = np.zeros(len(corpus))
    for item in focus:
        best = np.maximum(best, _likeness(corpus, item, meaning)[0])
    return best


def likeness(corpus: Corpus, item: str) -> Floats:
    """Return from 0 to 1 how much each row speaks of the item.

    The rarer words of the item count more. A sentence that merely mentions them, late and alone in
    an article on something else, gains little.
    """
    return _likeness(corpus, item)[0]


def asked(
    corpus: Corpus, items: Sequence[str], meaning: Meaning | None = None
) -> tuple[Asked, ...]:
    """Return the sentences on each item, those that speak most of it first.

    They hold its names and more than half of it. Of two items that a sentence could be on, it is on
    the one of which hardly any other speaks more.
    """
    import numpy as np

    if not items or not len(corpus):
        return ()
    judged = [_likeness(corpus, item, meaning) for item in items]
    table = np.array([np.where(on, likes, 0.0) for likes, on in judged]).round(9)
    most = np.maximum(table.max(axis=1, keepdims=True), 1e-9)
    nearest = (table / most).round(9).argmax(axis=0)
    found: list[Asked] = []
    for i, item in enumerate(items):
        likes = np.where(nearest == i, table[i], 0.0)
        best = np.argsort(-likes, kind="stable")[:MOST].tolist()
        limit = ON_ITEM * float(likes[best[0]])
        found.extend(
            _asked(corpus, item, row, sure=bool(likes[row] >= limit))
            for row in best
            if likes[row] > 0 and likes[row] >= PERHAPS / ON_ITEM * limit
        )
    return tuple(found)


def _asked(corpus: Corpus, item: str, row: int, *, sure: bool) -> Asked:
    sentence = corpus.sentences[row]
    return Asked(item, corpus.owner(row).id, sentence.start, sentence.end, sure)


def _likeness(corpus: Corpus, item: str, meaning: Meaning | None = None) -> tuple[Floats, Bools]:
    """How much each row speaks of the item, and whether it holds its names and most of it."""
    import numpy as np

    held, titles = np.zeros(len(corpus)), np.zeros(len(corpus.sources))
    named, early = np.ones(len(corpus), dtype=bool), np.zeros(len(corpus))
    for language in languages(corpus):
        for word in item_words(corpus, item, language, meaning):
            holding = _holding(corpus.terms, word.stems)
            held += word.share * holding
            titles += word.share * _holding(corpus.titles, word.stems)
            early = np.maximum(early, _early(corpus, word.stems))
            if word.name:
                named &= holding | ~_written_in(corpus, language)
    around = _around(corpus, held, titles)
    likeness: Floats = np.minimum(held * (HELD + EARLY * early + AROUND * around), 1.0)
    return likeness, named & (held > SPOKEN_OF)


def _written_in(corpus: Corpus, language: str) -> Bools:
    import numpy as np

    spoken = np.array([source.language == language for source in corpus.sources], dtype=bool)
    written: Bools = spoken[corpus.source]
    return written


def _holding(table: Table, stems: Ints) -> Bools:
    """Whether each row of the table holds one of the stems."""
    import numpy as np

    counts = np.bincount(table.owners()[np.isin(table.ids, stems)], minlength=len(table.start) - 1)
    holding: Bools = counts > 0
    return holding


def _early(corpus: Corpus, stems: Ints) -> Floats:
    """From 1, at the head, to 0, the share of the sentence from the first of the stems on."""
    import numpy as np

    table: Table = corpus.words
    place = np.arange(len(table.ids)) - np.repeat(table.start[:-1], corpus.lengths)
    hit = np.isin(corpus.root[table.ids], stems)
    first = corpus.lengths.astype(float)
    np.minimum.at(first, table.owners()[hit], place[hit])
    early: Floats = 1.0 - first / np.maximum(corpus.lengths, 1)
    return early


def _around(corpus: Corpus, held: Floats, titles: Floats) -> Floats:
    """How much the neighbours in the article speak of it, and its title, which counts for two."""
    import numpy as np

    summed = np.concatenate(([0.0], np.cumsum(held)))
    rows = np.arange(len(corpus))
    begin = np.searchsorted(corpus.source, corpus.source, side="left")
    end = np.searchsorted(corpus.source, corpus.source, side="right")
    low, high = np.maximum(rows - NEAR, begin), np.minimum(rows + NEAR + 1, end)
    near = summed[high] - summed[low] - held
    around: Floats = (near + 2 * titles[corpus.source]) / (high - low + 1)
    return around
