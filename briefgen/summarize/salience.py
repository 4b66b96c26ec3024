"""How likely it is that people summing up would use a pair of words: a small table of weights.

A pair of words side by side is the concept (Gillick & Favre 2009); its chance is a logistic
regression on where it stands, how often, and what its words are (after Hong & Nenkova 2014). The
table is `data/weights.toml`, which says how it was made.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, distinct

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

FEATURES = (
    "constant",
    "once",
    "articles",
    "early",
    "earliest",
    "lead",
    "both_small",
    "one_small",
    "title",
    "capital",
    "words",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features, and of a sentence's own place beside what it says."""

    features: tuple[float, ...]
    place: float


@cache
def weights(kind: str) -> Weights:
    """Return the weights for `one` article or `several`."""
    path = files("briefgen.summarize").joinpath("data", "weights.toml")
    table = tomllib.loads(path.read_text("utf-8"))[kind]
    return Weights(tuple(float(table[name]) for name in FEATURES), float(table["place"]))


def kind(corpus: Corpus) -> str:
    """Tell whether one article speaks, or several that are no copies."""
    return "one" if len({*corpus.source[corpus.weight > 0].tolist()}) < 2 else "several"


def chances(corpus: Corpus, given: Weights) -> Floats:
    """Return for each pair how likely a summary is to use it."""
    import numpy as np

    score = features(corpus) @ np.array(given.features)
    chance: Floats = 1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0)))
    return chance


def features(corpus: Corpus) -> Floats:
    """Return a row for each pair, a column for each of `FEATURES`.

    `early` and `earliest` are logarithms of sums over its sentences of how early they stand, by a
    flat and a steep measure; `lead` counts first sentences, `articles` articles; `words` is the
    flat measure of the words that matter, `capital` and `title` what share of their uses has a
    capital and what share of the titles has them.
    """
    import numpy as np

    pairs, size = corpus.pairs, corpus.pairs.size
    rows = pairs.owners()
    flat, steep = earliness(corpus, 0.4), earliness(corpus, 1.0)
    first = corpus.weight * (corpus.place == 0)
    matter = (~corpus.small).astype(float)
    small = corpus.small.astype(float)
    a, b = corpus.first, corpus.second
    columns = [
        np.ones(size),
        (_sum(pairs.ids, corpus.weight[rows], size) <= 1).astype(float),
        np.log(np.maximum(_articles(corpus), 1)),
        np.log(_sum(pairs.ids, flat[rows], size) + 0.05),
        np.log(_sum(pairs.ids, steep[rows], size) + 0.02),
        np.log1p(_sum(pairs.ids, first[rows], size)),
        small[a] * small[b],
        np.abs(small[a] - small[b]),
        *(value[a] + value[b] for value in _of_words(corpus, flat, matter)),
    ]
    return np.stack(columns, axis=1)


def earliness(corpus: Corpus, decay: float) -> Floats:
    """Return how early each row stands in its article: 1 for the first, 0 for a copy."""
    early: Floats = corpus.weight * (1.0 + corpus.place) ** -decay
    return early


def _of_words(corpus: Corpus, flat: Floats, matter: Floats) -> tuple[Floats, Floats, Floats]:
    """Of each word that matters: in which share of titles, how capital, how early."""
    import numpy as np

    titles = np.bincount(corpus.titles.ids, minlength=max(corpus.titles.size, 1))
    titled = max(int((np.diff(corpus.titles.start) > 0).sum()), 1)
    words, size = corpus.words, len(corpus.root)
    keys = distinct(words.owners() * max(size, 1) + words.ids)
    rows, ids = np.divmod(keys, max(size, 1))
    early = np.log(_sum(ids, flat[rows], size) + 0.1)
    return titles[corpus.root] / titled * matter, corpus.capital * matter, early * matter


def _articles(corpus: Corpus) -> Ints:
    """How many articles hold each pair, copies apart."""
    import numpy as np

    count = max(len(corpus.sources), 1)
    rows = corpus.pairs.owners()
    own = corpus.weight[rows] > 0
    keys = distinct(corpus.pairs.ids[own] * count + corpus.source[rows[own]])
    return np.bincount(keys // count, minlength=corpus.pairs.size)


def _sum(ids: Ints, values: Floats, size: int) -> Floats:
    import numpy as np

    sums: Floats = np.bincount(ids, weights=values, minlength=size).astype(float)
    return sums
