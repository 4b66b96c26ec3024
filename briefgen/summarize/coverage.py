"""Concept coverage with position: the default algorithm.

Each stem and each pair of stems is a concept, weighing what the places of its sentences weigh.
Sentences are taken greedily by the weight of what they say that is not said yet (Gillick & Favre
2009; Lin & Bilmes 2011), helped by their own place, their closeness to the whole, and the title.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, Table
from briefgen.summarize.passages import Passage, Passages

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each reason to take a sentence weighs."""

    decay: float = 0.4
    place: float = 0.8
    centroid: float = 0.5
    title: float = 0.1
    pairs: float = 0.9
    once: float = 0.4
    focus: float = 1.5
    length: float = 0.8
    short: float = 0.6
    quotation: float = 0.2


NEWS = Weights()


def coverage(corpus: Corpus, passages: Passages, weights: Weights = NEWS) -> Iterator[int]:
    """Yield rows, the best first, each with regard to those before it."""
    if not len(corpus):
        return
    chooser = _Chooser(corpus, weights)
    heap = [(-gain, row) for row, gain in enumerate(chooser.first_gains())]
    heapq.heapify(heap)
    while heap:
        _, row = heapq.heappop(heap)
        passage = passages(row)
        if passage is None or any(chooser.taken[r] for r in passage.rows):
            continue
        gain = chooser.gain(passage)
        if heap and gain < -heap[0][0]:
            heapq.heappush(heap, (-gain, row))
            continue
        chooser.take(passage)
        yield row


class _Chooser:
    """What is covered so far, and what a passage would add to it."""

    def __init__(self, corpus: Corpus, weights: Weights) -> None:
        import numpy as np

        self.corpus = corpus
        self.weights = weights
        place = corpus.weight * (1.0 + corpus.place) ** -weights.decay
        self.terms = concept_weights(corpus.terms, place, weights.once)
        self.pairs = concept_weights(corpus.pairs, place, weights.once)
        self.static = self._static(place)
        self.taken = np.zeros(len(corpus), dtype=bool)
        self.norm = 1.0
        self.norm = float(self._fresh().max(initial=0.0)) or 1.0

    def _static(self, place: Floats) -> Floats:
        corpus, weights = self.corpus, self.weights
        worth = weights.place * place
        worth += weights.centroid * centroid_likeness(corpus, place)
        worth += weights.title * title_overlap(corpus)
        worth -= weights.short * (corpus.lengths < 6)
        worth += weights.focus * corpus.focus
        return worth

    def _fresh(self) -> Floats:
        import numpy as np

        fresh = sum_by_row(self.corpus.pairs, self.pairs) * self.weights.pairs
        fresh += sum_by_row(self.corpus.terms, self.terms) * (1 - self.weights.pairs)
        return fresh / np.maximum(self.corpus.lengths, 1) ** self.weights.length / self.norm

    def first_gains(self) -> list[float]:
        """Each row's gain by itself while nothing is covered, an upper bound for later."""
        gains: list[float] = (self._fresh() + self.static).tolist()
        return gains

    def gain(self, passage: Passage) -> float:
        rows = list(passage.rows)
        lengths = self.corpus.lengths[rows]
        fresh = self.weights.pairs * self._new(self.corpus.pairs, self.pairs, rows)
        fresh += (1 - self.weights.pairs) * self._new(self.corpus.terms, self.terms, rows)
        total = max(int(lengths.sum()), 1)
        static = float((self.static[rows] * lengths).sum()) / total
        scale: float = float(total) ** self.weights.length * self.norm
        return fresh / scale + static

    def _new(self, table: Table, weights: Floats, rows: Sequence[int]) -> float:
        import numpy as np

        if len(rows) == 1:
            return float(weights[table.row(rows[0])].sum())
        return float(weights[np.unique(np.concatenate([table.row(r) for r in rows]))].sum())

    def take(self, passage: Passage) -> None:
        for row in passage.rows:
            self.taken[row] = True
            self.terms[self.corpus.terms.row(row)] = 0
            self.pairs[self.corpus.pairs.row(row)] = 0


def concept_weights(table: Table, place: Floats, once: float) -> Floats:
    """Sum the weight of the places of the rows that hold each concept; less if only one does."""
    import numpy as np

    weights = np.bincount(table.ids, weights=place[table.owners()], minlength=table.size)
    return np.where(np.bincount(table.ids, minlength=table.size) == 1, once, 1.0) * weights


def sum_by_row(table: Table, values: Floats) -> Floats:
    """Add up the values of what each row holds."""
    import numpy as np

    sums = np.zeros(len(table.ids) + 1)
    np.cumsum(values[table.ids], out=sums[1:])
    return sums[table.start[1:]] - sums[table.start[:-1]]


def idf(corpus: Corpus) -> Floats:
    """How rare each stem is among the rows."""
    import numpy as np

    frequency = np.bincount(corpus.terms.ids, minlength=corpus.terms.size)
    return np.log((len(corpus) + 1) / (frequency + 0.5))


def centroid_likeness(corpus: Corpus, place: Floats) -> Floats:
    """Return the cosine of each row with the weighted middle of all rows, greatest 1."""
    import numpy as np

    rarity = idf(corpus)
    norms = np.sqrt(sum_by_row(corpus.terms, rarity**2))
    norms[norms == 0] = 1.0
    share = (place / norms)[corpus.terms.owners()]
    centre = np.bincount(corpus.terms.ids, weights=share, minlength=corpus.terms.size) * rarity
    cosine = sum_by_row(corpus.terms, centre * rarity) / norms
    length = float(np.sqrt((centre**2).sum())) or 1.0
    likeness: Floats = cosine / length
    return likeness


def title_overlap(corpus: Corpus) -> Floats:
    """Return which share of its article's title each row holds."""
    import numpy as np

    size = max(corpus.terms.size, 1)
    titled = corpus.titles.owners() * size + corpus.titles.ids
    held = np.isin(corpus.source[corpus.terms.owners()] * size + corpus.terms.ids, titled)
    count = np.bincount(corpus.terms.owners(), weights=held, minlength=len(corpus))
    sizes = np.diff(corpus.titles.start)[corpus.source]
    shares: Floats = count / np.maximum(sizes, 1)
    return shares
