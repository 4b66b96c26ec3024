"""What bounds the share of the gap that can be closed.

The oracle has read the references it is measured by. Here each topic's references are held out one
after another, and who summarises has read the others only: `another person` is one of the other
references, `oracle of the others` picks sentences by them as the oracle does, `briefgen and the
others` has, beside our features, how many of the others use a pair, weighed by a regression that
has not seen the topic. `oracle, alone` has read all the references, but takes only what can be
printed. `briefgen` is ours, by weights that have not seen the topic. Topics with several articles
and references only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bench.data import Item, read
from bench.learn import Sample, fit, fold_of, held_out, kind_of, used
from bench.quality import share_of_gap
from bench.rouge import cut, score
from bench.systems import lead, oracle, ours
from briefgen.summarize import Corpus, Passages
from briefgen.summarize.corpus import build
from briefgen.summarize.coverage import coverage
from briefgen.summarize.desk import desk
from briefgen.summarize.salience import Weights, chances, features


@dataclass(frozen=True, slots=True)
class Bound:
    """One that summarises, and what it reaches."""

    who: str
    rouge1: float
    rouge2: float
    gap: float | None


def measure(items: Sequence[Item]) -> list[Bound]:
    """Return who reaches what, nothing where no topic has several references."""
    topics = [i for i in items if kind_of(i) == "several" and len(i.references) > 1]
    found: dict[str, list[tuple[float, ...]]] = {}
    for fold, table in held_out(topics):
        seen = {fold_of(item, 0) for item in fold}
        knowing = fit([s for t in topics if fold_of(t, 0) not in seen for s in _told(t)])
        for item in fold:
            for who, reached in _reached(item, table["several"], knowing):
                found.setdefault(who, []).append(reached)
    means = {who: tuple(map(_mean, zip(*values, strict=True))) for who, values in found.items()}
    return [
        Bound(who, one, two, share_of_gap(two, means["lead"][1], means["oracle"][1]))
        for who, (one, two) in means.items()
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _reached(item: Item, own: Weights, knowing: Weights) -> Iterator[tuple[str, tuple[float, ...]]]:
    def whole(texts: list[str]) -> tuple[float, ...]:
        return score(cut(texts, item.length), item.references)

    def held(texts: Callable[[Item], list[str]]) -> tuple[float, ...]:
        pairs = [
            score(cut(texts(others), item.length), (reference,))
            for reference, others in held_references(item)
        ]
        return tuple(map(_mean, zip(*pairs, strict=True)))

    def people(others: Item) -> list[str]:
        return [others.references[0]]

    yield "lead", whole(lead(item))
    yield "another person", held(people)
    yield "oracle of the others", held(oracle)
    yield "briefgen", whole(_ours(item, lambda corpus: chances(corpus, own)))
    yield "briefgen and the others", held(lambda others: _ours(others, _knowing(others, knowing)))
    yield "oracle, alone", whole(oracle(item, _printable(item)))
    yield "oracle", whole(oracle(item))


def held_references(item: Item) -> Iterator[tuple[str, Item]]:
    """Yield each reference with the item that has only the others."""
    for k, reference in enumerate(item.references):
        yield reference, replace(item, references=item.references[:k] + item.references[k + 1 :])


def _ours(item: Item, chance: Callable[[Corpus], Any]) -> list[str]:
    def rank(corpus: Corpus, passages: Passages) -> Iterator[int]:
        return coverage(corpus, passages, chance)

    return ours(item, rank)


def _knowing(others: Item, given: Weights) -> Callable[[Corpus], Any]:
    def chance(corpus: Corpus) -> Any:
        import numpy as np

        return 1.0 / (1.0 + np.exp(-(_with_use(corpus, others) @ np.array(given))))

    return chance


def _told(item: Item) -> Iterator[Sample]:
    """For each reference, what the others say of it."""
    corpus = build(item.sources)
    for row, (_, others) in zip(used(corpus, item), held_references(item), strict=True):
        yield Sample("several", _with_use(corpus, others), row)


def _with_use(corpus: Corpus, others: Item) -> Any:
    """The features, and whether at least one, and whether all the references use the pair."""
    import numpy as np

    use = used(corpus, others)
    return np.column_stack([features(corpus), use.max(axis=0), use.min(axis=0)])


def _printable(item: Item) -> list[str]:
    told = desk(item.sources, (), "")
    passages = (told.passages(row) for row in range(len(told.corpus)))
    return [" ".join(map(told.corpus.text, p.rows)) for p in passages if p is not None]


def table(bounds: Sequence[Bound]) -> str:
    """Write them as Markdown."""
    lines = ["| who | R1 | R2 | % of lead to oracle |", "|---|---|---|---|"]
    for b in bounds:
        gap = "" if b.gap is None else f"{b.gap:.0f}"
        lines.append(f"| {b.who} | {b.rouge1:.1f} | {b.rouge2:.1f} | {gap} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(read(options.data))
    print(json.dumps(list(map(asdict, found)), indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
