"""Learn the chooser's table of weights from texts with human summaries, and print it as TOML.

`python -m bench.learn --data FOLDER > briefgen/summarize/data/weights.toml`

A logistic regression, by Newton's method with a ridge, of how many of the references use a pair
of words on the features of `briefgen.summarize.salience`. Several articles are learned from
together and dealt out to halves and thirds, so that the table suits two articles as well as ten.
`held_out` learns without each fold in turn (a topic in all its languages, a fifth of the single
articles) and is what the benchmark measures.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.data import Item, parts, read
from briefgen.summarize.corpus import Corpus, build
from briefgen.summarize.salience import FEATURES, Weights, features
from briefgen.text import words

RIDGE = 100.0
_TOPIC = re.compile(r"M\d{3}$")


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The pairs of an item or a part of it: features, and the share of references that use each."""

    kind: str
    features: Any
    used: Any


def samples_of(item: Item) -> list[Sample]:
    """Return an item and its parts as training data."""
    return [_sample(part, kind_of(item)) for part in parts(item)]


def _sample(item: Item, kind: str) -> Sample:
    corpus = build(item.sources)
    return Sample(kind, features(corpus), used(corpus, item).mean(axis=0))


def used(corpus: Corpus, item: Item) -> Any:
    """Return a row for each reference, 1 for each pair of the corpus that it uses."""
    import numpy as np

    numbers = _numbers(corpus)
    couples = zip(corpus.first.tolist(), corpus.second.tolist(), strict=True)
    names = {couple: i for i, couple in enumerate(couples)}
    found = np.zeros((len(item.references), corpus.pairs.size))
    for row, reference in zip(found, item.references, strict=True):
        ids = [numbers.get(word.lower().replace("’", "'"), -1) for word in words(reference)]
        row[[names[couple] for couple in set(pairwise(ids)) & names.keys()]] = 1
    return found


def _numbers(corpus: Corpus) -> dict[str, int]:
    """The number of each word of the corpus in lower case, found where it stands."""
    found: dict[str, int] = {}
    for row in range(len(corpus)):
        said = words(corpus.text(row))
        for word, number in zip(said, corpus.words.row(row).tolist(), strict=True):
            found[word.lower().replace("’", "'")] = number
    return found


def fit(samples: Sequence[Sample]) -> Weights:
    """Return the weight of each column, the first being 1; the ridge is on standardised ones."""
    import numpy as np

    x = np.vstack([s.features for s in samples])
    y = np.concatenate([s.used for s in samples])
    middle, spread = x.mean(axis=0), x.std(axis=0)
    fixed = spread < 1e-9
    middle[0], spread[fixed] = 0.0, 1.0
    z = (x - middle) / spread
    z[:, fixed] = 0.0
    z[:, 0] = 1.0
    ridge = RIDGE * np.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    b = np.zeros(x.shape[1])
    b[0] = np.log(y.mean() / (1 - y.mean()))
    b = _newton(z, y, b, ridge) / spread
    b[0] -= float((middle * b)[1:].sum())
    return tuple(float(value) for value in np.where(fixed & (np.arange(len(b)) > 0), 0.0, b))


def _newton(z: Any, y: Any, b: Any, ridge: Any) -> Any:
    import numpy as np

    def loss(b: Any) -> float:
        score = np.clip(z @ b, -30, 30)
        return float((np.log1p(np.exp(score)) - y * score).sum() + b @ ridge @ b / 2)

    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        slope = z.T @ (p - y) + ridge @ b
        step = np.linalg.solve((z * (p * (1 - p) + 1e-6)[:, None]).T @ z + ridge, slope)
        size = 1.0
        while loss(b - size * step) > loss(b) and size > 1e-4:
            size /= 2
        b = b - size * step
        if float(np.abs(size * step).max()) < 1e-7:
            break
    return b


def kind_of(item: Item) -> str:
    """One article, or several."""
    return "one" if len(item.sources) == 1 else "several"


def fold_of(item: Item, place: int) -> str:
    """Name the fold: the topic, whatever its language, or every fifth of the single articles."""
    topic = _TOPIC.search(item.id)
    return topic[0] if topic else str(place % 5)


def learn(samples: Sequence[Sample]) -> dict[str, Weights]:
    """Return the table for each kind that the samples have."""
    kinds = sorted({s.kind for s in samples})
    return {k: fit([s for s in samples if s.kind == k]) for k in kinds}


def held_out(items: Sequence[Item]) -> Iterator[tuple[list[Item], dict[str, Weights]]]:
    """Yield each fold with what was learned from the others."""
    samples = [samples_of(item) for item in items]
    counts = {"one": 0, "several": 0}
    folds: list[tuple[str, str]] = []
    for item in items:
        folds.append((kind_of(item), fold_of(item, counts[kind_of(item)])))
        counts[kind_of(item)] += 1
    for fold in sorted(set(folds)):
        others = (s for s, f in zip(samples, folds, strict=True) if f != fold and f[0] == fold[0])
        rest = [sample for found in others for sample in found]
        if rest:
            yield [i for i, f in zip(items, folds, strict=True) if f == fold], learn(rest)


def toml(table: dict[str, Weights], counts: dict[str, int]) -> str:
    """Write the table as the room keeps it."""
    lines = [
        "# How likely people summing up are to use a pair of words: weights of a logistic",
        "# regression, learned by `python -m bench.learn --data FOLDER` from texts under CC BY:",
        f"# GUM ({counts.get('one', 0)} single articles) and MultiLing 2011 on Wikinews "
        f"({counts.get('several', 0)} topics in seven languages).",
    ]
    for kind, weights in sorted(table.items()):
        lines += ["", f"[{kind}]"]
        lines += [f"{n} = {w:.3f}" for n, w in zip(FEATURES, weights, strict=True)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table learned from all the data of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    items = read(parser.parse_args().data)
    kinds = [kind_of(item) for item in items]
    counts = {k: kinds.count(k) for k in sorted(set(kinds))}
    print(toml(learn([s for item in items for s in samples_of(item)]), counts), end="")


if __name__ == "__main__":
    main()
