"""The algorithms that others use, thin and right, to compare with; cost linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, by_age
from briefgen.summarize.coverage import idf, sum_by_row
from briefgen.summarize.passages import Passages

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

_ROUNDS = 50
_TOPICS = 10


def lead(corpus: Corpus, passages: Passages) -> Iterable[int]:
    """Every article's first sentence, then every second one, the earliest article first."""
    ages = [by_age(source) for source in corpus.sources]
    order = {
        source: age for age, source in enumerate(sorted(range(len(ages)), key=ages.__getitem__))
    }
    source, place = corpus.source.tolist(), corpus.place.tolist()
    return sorted(range(len(corpus)), key=lambda row: (place[row], order[source[row]]))


def lexrank(corpus: Corpus, passages: Passages) -> Iterable[int]:
    """Sentences like many others that are like many others (Erkan & Radev 2004, continuous).

    The matrix of cosines is the product of the sentences' vectors with themselves, and is never
    written out: a step costs what the text has words.
    """
    values = _unit(corpus)

    def likeness(mass: Floats) -> Floats:
        return _down(corpus, values, _up(corpus, values, mass))

    return _best_first(_walk(likeness, len(corpus)))


def textrank(corpus: Corpus, passages: Passages) -> Iterable[int]:
    """Words in common over the logarithms of both lengths (Mihalcea & Tarau 2004).

    The divisor depends on lengths only, so the sum goes length by length.
    """
    import numpy as np

    ones = np.ones(len(corpus.terms.ids))
    logs = np.log(np.maximum(np.diff(corpus.terms.start), 1) + 1.0)
    own = np.diff(corpus.terms.start) / (2 * logs)

    def likeness(mass: Floats) -> Floats:
        total: Floats = -own * mass
        for length in np.unique(logs):
            part = np.where(logs == length, mass, 0.0)
            total += _down(corpus, ones, _up(corpus, ones, part)) / (logs + length)
        return total

    return _best_first(_walk(likeness, len(corpus)))


def lsa(corpus: Corpus, passages: Passages) -> Iterable[int]:
    """Sentences that say most about the main topics (Steinberger & Ježek 2004).

    The topics are the first singular vectors, found by orthogonal iteration from a fixed start.
    """
    import numpy as np

    if not len(corpus):
        return []
    values = _unit(corpus)
    rows = np.arange(len(corpus))[:, None] + 1.0
    basis = np.cos(rows * (np.arange(min(_TOPICS, len(corpus)))[None, :] + 1.0))
    for _ in range(8):
        columns = [_down(corpus, values, _up(corpus, values, column)) for column in basis.T]
        basis, strength = np.linalg.qr(np.array(columns).T)
    return _best_first(np.sqrt(((basis * np.abs(np.diag(strength))) ** 2).sum(axis=1)))


def _unit(corpus: Corpus) -> Floats:
    """The entries of the rows' vectors, each row of length 1."""
    import numpy as np

    rarity = idf(corpus)
    norms = np.sqrt(sum_by_row(corpus.terms, rarity**2))
    norms[norms == 0] = 1.0
    entries: Floats = rarity[corpus.terms.ids] / norms[corpus.terms.owners()]
    return entries


def _up(corpus: Corpus, values: Floats, mass: Floats) -> Floats:
    import numpy as np

    weights = values * mass[corpus.terms.owners()]
    masses: Floats = np.bincount(
        corpus.terms.ids, weights=weights, minlength=corpus.terms.size
    ).astype(float)
    return masses


def _down(corpus: Corpus, values: Floats, terms: Floats) -> Floats:
    import numpy as np

    weights = values * terms[corpus.terms.ids]
    masses: Floats = np.bincount(
        corpus.terms.owners(), weights=weights, minlength=len(corpus)
    ).astype(float)
    return masses


def _walk(likeness: Callable[[Floats], Floats], count: int) -> Floats:
    """The stationary share of a walk that jumps anywhere with probability .15 (Page et al.)."""
    import numpy as np

    if not count:
        return np.zeros(0)
    degree = np.maximum(likeness(np.ones(count)), 1e-12)
    share: Floats = np.full(count, 1.0 / count)
    for _ in range(_ROUNDS):
        new: Floats = 0.15 / count + 0.85 * likeness(share / degree)
        if float(np.abs(new - share).sum()) < 1e-9:
            return new
        share = new
    return share


def _best_first(scores: Floats) -> list[int]:
    import numpy as np

    order: list[int] = np.lexsort((np.arange(len(scores)), -np.round(scores, 12))).tolist()
    return order
