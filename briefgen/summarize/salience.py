"""How likely it is that people summing up would use a pair of words: a small table of weights.

A pair of words side by side is the concept (Gillick & Favre 2009); its chance is a logistic
regression on where it stands, how often, and what its words are (after Hong & Nenkova 2014). The
table is `data/weights.toml`, which says how it was made.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, distinct

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

FEATURES = (
    "constant",
    "once",
    "early",
    "earliest",
    "figure",
    "shared",
    "title",
    "capital",
)
Weights = tuple[float, ...]
"""The weight of each of `FEATURES`."""


@cache
def weights(kind: str) -> Weights:
    """Return the weights for `one` article or `several`."""
    path = files("briefgen.summarize").joinpath("data", "weights.toml")
    table = tomllib.loads(path.read_text("utf-8"))[kind]
    return tuple(float(table[name]) for name in FEATURES)


def kind(corpus: Corpus) -> str:
    """Tell whether one article speaks, or several that are no copies."""
    return "one" if len({*corpus.source[corpus.weight > 0].tolist()}) < 2 else "several"


def chances(corpus: Corpus, given: Weights | None = None) -> Floats:
    """Return for each pair how likely a summary is to use it, by the table that is shipped."""
    import numpy as np

    given = given or weights(kind(corpus))
    score = features(corpus) @ np.array(given)
    chance: Floats = 1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0)))
    return chance


def features(corpus: Corpus) -> Floats:
    """Return a row for each pair, a column for each of `FEATURES`.

    `once` tells that no second sentence has it; `early` and `earliest` are logarithms of sums over
    its sentences of how early they stand, by a flat and a steep measure. `figure` tells that it has
    a number; `shared` is the logarithm of the share of the articles that have the rarer of its
    words. Of its words that matter, `title` adds up in what share of the titles they are, `capital`
    in what share of their uses they have a capital.
    """
    import numpy as np

    pairs, size = corpus.pairs, corpus.pairs.size
    rows, a, b = pairs.owners(), corpus.first, corpus.second
    shared, title = _shared(corpus), _titles(corpus)
    capital = np.where(corpus.small, 0.0, corpus.capital)
    columns = [
        np.ones(size),
        (_sum(pairs.ids, corpus.weight[rows], size) <= 1).astype(float),
        np.log(_sum(pairs.ids, earliness(corpus, 0.4)[rows], size) + 0.05),
        np.log(_sum(pairs.ids, earliness(corpus, 1.0)[rows], size) + 0.02),
        (corpus.figure[a] | corpus.figure[b]).astype(float),
        np.minimum(shared[a], shared[b]),
        title[a] + title[b],
        capital[a] + capital[b],
    ]
    return np.stack(columns, axis=1)


def earliness(corpus: Corpus, decay: float) -> Floats:
    """Return how early each row stands in its article: 1 for the first, 0 for a copy."""
    early: Floats = corpus.weight * (1.0 + corpus.place / 2) ** -decay
    return early


def _shared(corpus: Corpus) -> Floats:
    """The logarithm of the share of articles that have each word's stem; small ones are in all."""
    import numpy as np

    terms, count = corpus.terms, max(len(corpus.sources), 1)
    rows = terms.owners()
    own = corpus.weight[rows] > 0
    held = distinct(terms.ids[own] * count + corpus.source[rows[own]])
    articles = np.maximum(np.bincount(held // count, minlength=terms.size), 1)
    found: Floats = np.where(corpus.small, 0.0, np.log(articles / count)[corpus.root])
    return found


def _titles(corpus: Corpus) -> Floats:
    """The share of the titles that have each word's stem, 0 for small words."""
    import numpy as np

    held = np.bincount(corpus.titles.ids, minlength=max(corpus.titles.size, 1))
    titled = max(int((np.diff(corpus.titles.start) > 0).sum()), 1)
    found: Floats = np.where(corpus.small, 0.0, held[corpus.root] / titled)
    return found


def _sum(ids: Ints, values: Floats, size: int) -> Floats:
    import numpy as np

    sums: Floats = np.bincount(ids, weights=values, minlength=size).astype(float)
    return sums
