"""Concept coverage: the default algorithm.

Each pair of words side by side is a concept, weighing what its chance is of being in a summary.
Sentences are taken greedily by the weight, a word, of what they say that is not said yet (Gillick
& Favre 2009; Lin & Bilmes 2011), helped a little by their own place and by how central they are.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, Table, distinct
from briefgen.summarize.passages import Passage, Passages
from briefgen.summarize.salience import chances, earliness

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

FOCUS = 1.5
"""What a sentence wholly on the reader's focus gains; the best that one can say weighs 1."""
PLACE = 0.15
"""What the first sentence of an article gains."""
CENTRAL = 0.3
"""What a sentence gains that speaks of nothing but what all do."""
SURE = 1.25
"""The power of the chances: a sure pair is worth more than many that are hardly likely."""


def coverage(
    corpus: Corpus, passages: Passages, chance: Callable[[Corpus], Floats] = chances
) -> Iterator[int]:
    """Yield rows, the best first, each with regard to those before it."""
    if not len(corpus):
        return
    chooser = _Chooser(corpus, chance(corpus))
    heap = [(-gain, row) for row, gain in enumerate(chooser.first_gains)]
    heapq.heapify(heap)
    while heap:
        _, row = heapq.heappop(heap)
        next_best = -heap[0][0] if heap else 0.0
        if chooser.taken[row]:
            continue
        alone = chooser.gain(Passage(row, row))  # costs far less than to judge which passage
        if alone < next_best:
            heapq.heappush(heap, (-alone, row))
            continue
        passage = passages(row)
        if passage is None or any(chooser.taken[r] for r in passage.own):
            continue
        gain = chooser.gain(passage)
        if gain < next_best:
            heapq.heappush(heap, (-gain, row))
            continue
        chooser.take(passage)
        yield row


class _Chooser:
    """What is covered so far, and what a passage would add to it."""

    def __init__(self, corpus: Corpus, chance: Floats) -> None:
        import numpy as np

        self.pairs = corpus.pairs
        self.worth = chance**SURE
        static = PLACE * earliness(corpus, 0.4) + CENTRAL * centrality(corpus)
        static += FOCUS * corpus.focus
        alone = sum_by_row(corpus.pairs, self.worth) / np.maximum(corpus.lengths, 1)
        self.norm = float(np.max(alone, initial=0.0)) or 1.0
        self.taken = [False] * len(corpus)
        self.lengths: list[int] = corpus.lengths.tolist()
        self.static: list[float] = static.tolist()
        self.first_gains: list[float] = (alone / self.norm + static).round(12).tolist()
        """Each row's gain by itself while nothing is covered, an upper bound for later."""

    def gain(self, passage: Passage) -> float:
        """What the passage adds a word, all its rows together that are not taken."""
        import numpy as np

        rows = [row for row in passage.rows if not self.taken[row]]
        total = max(sum(self.lengths[row] for row in rows), 1)
        held = [self.pairs.row(row) for row in rows]
        new = held[0] if len(held) == 1 else distinct(np.concatenate(held))
        static = sum(self.static[row] * self.lengths[row] for row in rows) / total
        return round(float(self.worth[new].sum()) / total / self.norm + static, 12)

    def take(self, passage: Passage) -> None:
        """Count what the passage says as said."""
        for row in passage.rows:
            self.taken[row] = True
            self.worth[self.pairs.row(row)] = 0


def sum_by_row(table: Table, values: Floats) -> Floats:
    """Add up the values of what each row holds."""
    import numpy as np

    sums = np.zeros(len(table.ids) + 1)
    np.cumsum(values[table.ids], out=sums[1:])
    return sums[table.start[1:]] - sums[table.start[:-1]]


def centrality(corpus: Corpus) -> Floats:
    """Return the cosine of each row with all of them together, by stems that are rare: 0 to 1."""
    import numpy as np

    terms, rows = corpus.terms, corpus.terms.owners()
    rare = idf(corpus)[terms.ids]
    near = rare / np.sqrt(np.bincount(rows, weights=rare**2, minlength=len(corpus)))[rows]
    centre = np.bincount(terms.ids, weights=near * corpus.weight[rows], minlength=terms.size)
    length = max(float(np.linalg.norm(centre)), 1e-9)
    cosine = np.bincount(rows, weights=near * centre[terms.ids], minlength=len(corpus))
    return cosine.astype(float) / length


def idf(corpus: Corpus) -> Floats:
    """How rare each stem is among the rows."""
    import numpy as np

    frequency = np.bincount(corpus.terms.ids, minlength=corpus.terms.size)
    return np.log((len(corpus) + 1) / (frequency + 0.5))
