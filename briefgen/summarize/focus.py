"""What the reader cares about: which sentences speak of it, and what no source speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.coverage import idf, sum_by_row
from briefgen.summarize.rules import rules
from briefgen.text import stem, stop_words, words

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

SPOKEN_OF = 0.5
"""Share of an item's words that a paragraph holds more than, when it speaks of the item."""


def silent(corpus: Corpus, focus: Sequence[str]) -> tuple[str, ...]:
    """Return the items that no paragraph of any source speaks of.

    An item of common agenda words alone ("any other business") asks for nothing.
    """
    return tuple(item for item in focus if _is_silent(corpus, item))


def _is_silent(corpus: Corpus, item: str) -> bool:
    languages = sorted({source.language for source in corpus.sources})
    asked = [_stems(item, language) for language in languages]
    if not any(asked):
        return False
    return not any(
        _spoken_of(corpus, language, stems)
        for language, stems in zip(languages, asked, strict=True)
        if stems
    )


def _spoken_of(corpus: Corpus, language: str, stems: frozenset[str]) -> bool:
    import numpy as np

    ids = [corpus.lexicon[(language, s)] for s in sorted(stems) if (language, s) in corpus.lexicon]
    if len(ids) <= SPOKEN_OF * len(stems):
        return False
    table = corpus.terms
    held = np.isin(table.ids, ids)
    paragraph = np.array([s.paragraph for s in corpus.sentences], dtype=np.int64)
    row = table.owners()[held]
    size = max(table.size, 1)
    place = corpus.source[row] * (int(np.max(paragraph, initial=0)) + 1) + paragraph[row]
    cells = np.unique(place * size + table.ids[held])
    most = int(np.max(np.unique(cells // size, return_counts=True)[1], initial=0))
    return most > SPOKEN_OF * len(stems)


def _stems(item: str, language: str) -> frozenset[str]:
    idle = stop_words(language) | rules(language).agenda
    return frozenset(stem(w, language) for w in words(item) if w.lower() not in idle)


def focus_likeness(corpus: Corpus, focus: Sequence[str]) -> Floats:
    """Return from 0 to 1 how much each row speaks of the focus: the item it is nearest to counts.

    A row is judged by the items' words and, at half their weight, by the words that stand in the
    same sentences more often than elsewhere, so that what merely repeats the words gains little.
    """
    import numpy as np

    best: Floats = np.zeros(len(corpus))
    for item in focus:
        best = np.maximum(best, _item_likeness(corpus, item))
    return best


def _item_likeness(corpus: Corpus, item: str) -> Floats:
    import numpy as np

    asked = np.zeros(max(corpus.terms.size, 1))
    for language in sorted({source.language for source in corpus.sources}):
        for root in _stems(item, language):
            number = corpus.lexicon.get((language, root))
            if number is not None:
                asked[number] = 1.0
    rarity = np.zeros(len(asked))
    rarity[: corpus.terms.size] = idf(corpus)
    owners, ids = corpus.terms.owners(), corpus.terms.ids
    direct: Floats = sum_by_row(corpus.terms, asked * rarity)
    total = float((asked * rarity).sum())
    if not total:
        return np.zeros(len(corpus))
    direct = direct / total
    beside = np.bincount(ids, weights=direct[owners], minlength=len(asked))
    frequency = np.bincount(ids, minlength=len(asked))
    kinship = np.where(asked > 0, 0.0, beside / np.maximum(frequency, 2))
    mates: Floats = sum_by_row(corpus.terms, kinship * rarity)
    mates = mates / max(float(np.max(mates, initial=0.0)), 1e-12)
    likeness: Floats = np.minimum(direct, 1.0) * (0.5 + 0.5 * mates) + 0.25 * mates * (direct == 0)
    return likeness
