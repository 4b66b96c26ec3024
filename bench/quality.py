"""Quality at equal length: ROUGE of what each system puts first, on the same sentences.

Every summary is cut to exactly as many words as the references have on average. `briefgen` is
measured with weights learned without the item's fold (its topic in every language, or its fifth
of the single articles), `briefgen, shipped` with the table in the wheel. A topic with many articles
is also measured on halves and thirds of them; its score in those sets is the mean over the three
sizes. Intervals are the paired bootstrap's 95 % of the difference to `briefgen`, over topics.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from bench.data import Item, parts, read
from bench.learn import fold_of, held_out, kind_of
from bench.rouge import bootstrap, cut, score
from bench.systems import SYSTEMS, ours
from briefgen.summarize import Corpus, Passages
from briefgen.summarize.coverage import coverage
from briefgen.summarize.salience import Weights, chances, kind

OURS = "briefgen"
DEALT = "several articles, all of them, halves and thirds"
_POOLED = "several articles, pooled"
_MEAN = "all, mean over sets"
_MEAN_DEALT = "all, mean over sets, with halves and thirds"
Scores = dict[str, list[tuple[float, ...]]]
Unit = tuple[tuple[int, float], ...]
"""What counts as one: numbers of items, and the share that each has in its score."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system on one set: means, differences to ours with their interval, share of the gap."""

    set: str
    items: int
    system: str
    rouge1: float
    rouge2: float
    behind: tuple[float, float, float]
    behind1: tuple[float, float, float]
    gap: float | None


def measured(items: Iterable[Item]) -> list[Item]:
    """Return all that is measured: the items, each with its parts."""
    return [part for item in items for part in parts(item)]


def learned(items: Sequence[Item]) -> list[str]:
    """Return what ours says of each that is measured, by weights that have not seen it."""
    said: dict[tuple[str, str, str], str] = {}
    for fold, table in held_out(items):
        rank = partial(_ranked, table=table)
        said |= {part.key: cut(ours(part, rank), part.length) for part in measured(fold)}
    missing = (part for part in measured(items) if part.key not in said)
    said |= {part.key: cut(ours(part), part.length) for part in missing}
    return [said[part.key] for part in measured(items)]


def _ranked(corpus: Corpus, passages: Passages, table: Mapping[str, Weights]) -> Iterable[int]:
    return coverage(corpus, passages, lambda c: chances(c, table.get(kind(c))))


def scores(items: Sequence[Item], systems: Iterable[str]) -> Scores:
    """Return ROUGE-1 and ROUGE-2 of every system on all that is measured."""
    every = measured(items)
    found: Scores = {OURS: _score(every, learned(items))}
    for name in systems:
        label = f"{name}, shipped" if name == OURS else name
        found[label] = _score(every, [cut(SYSTEMS[name](i), i.length) for i in every])
    return found


def _score(items: Sequence[Item], said: Sequence[str]) -> list[tuple[float, ...]]:
    return [score(text, item.references) for item, text in zip(items, said, strict=True)]


def sets(items: Sequence[Item]) -> dict[str, list[Unit]]:
    """Name the sets of what is measured: each file, all of several articles, all."""
    every = measured(items)
    whole: dict[int, Unit] = {i: ((i, 1.0),) for i, item in enumerate(every) if not item.part}
    named: dict[str, list[Unit]] = {}
    for i, unit in whole.items():
        named.setdefault(every[i].file, []).append(unit)
    several = [i for i in whole if kind_of(every[i]) == "several"]
    if several:
        named[_POOLED] = [whole[i] for i in several]
        for topic in sorted({fold_of(every[i], 0) for i in several}):
            members = [whole[i] for i in several if fold_of(every[i], 0) == topic]
            if len(members) > 1:
                named[f"topic {topic}, pooled"] = members
        named[DEALT] = [unit for unit in _dealt(every) if unit[0][0] in several]
        named[_MEAN_DEALT] = list(_dealt(every))
    named[_MEAN] = list(whole.values())
    return named


def _dealt(every: Sequence[Item]) -> Iterator[Unit]:
    """Each item with its parts, every size having the same share."""
    for _, group in groupby(range(len(every)), key=lambda i: every[i].key[:2]):
        members = list(group)
        sizes = [every[i].part.partition("/")[2] for i in members]
        yield tuple(
            (i, 1 / len(set(sizes)) / sizes.count(size))
            for i, size in zip(members, sizes, strict=True)
        )


def rows(items: Sequence[Item], found: Scores) -> list[Row]:
    """Return the table's rows, a set after another."""
    files = [item.file for item in measured(items)]
    return [
        _row(name, system, found, units, _shares(name, [files[unit[0][0]] for unit in units]))
        for name, units in sets(items).items()
        for system in found
    ]


def _shares(name: str, files: Sequence[str]) -> list[float]:
    """Each unit's share of the mean; in the mean over sets every file weighs the same."""
    if name not in (_MEAN, _MEAN_DEALT):
        return [1 / len(files)] * len(files)
    return [1 / len(set(files)) / files.count(file) for file in files]


def _row(
    name: str, system: str, found: Scores, units: Sequence[Unit], shares: Sequence[float]
) -> Row:
    def values(of: str, measure: int) -> list[float]:
        return [sum(found[of][i][measure] * part for i, part in unit) for unit in units]

    def mean(of: str, measure: int) -> float:
        return sum(v * s for v, s in zip(values(of, measure), shares, strict=True))

    def behind(measure: int) -> tuple[float, float, float]:
        pairs = zip(values(OURS, measure), values(system, measure), shares, strict=True)
        gaps = [(ours - other) * share * len(units) for ours, other, share in pairs]
        return (mean(OURS, measure) - mean(system, measure), *bootstrap(gaps))

    gap = None
    if "lead" in found and "oracle" in found:
        gap = share_of_gap(mean(system, 1), mean("lead", 1), mean("oracle", 1))
    return Row(
        name, len(units), system, mean(system, 0), mean(system, 1), behind(1), behind(0), gap
    )


def share_of_gap(value: float, lead: float, oracle: float) -> float | None:
    """Return how many percent of the way from the lead to the oracle the value is."""
    return 100 * (value - lead) / (oracle - lead) if oracle != lead else None


def table(found: Sequence[Row]) -> str:
    """Write the rows as Markdown, a table a set."""
    lines: list[str] = []
    for row in found:
        if row.system == OURS:
            lines += ["", f"**{row.set}**, n={row.items}", "", _HEAD, "|---|---|---|---|---|---|"]
        one, two = (_interval(d) if row.system != OURS else "" for d in (row.behind1, row.behind))
        gap = "" if row.gap is None else f"{row.gap:.0f}"
        lines.append(
            f"| {row.system} | {row.rouge1:.1f} | {row.rouge2:.1f} | {one} | {two} | {gap} |"
        )
    return "\n".join(lines).strip() + "\n"


_HEAD = "| system | R1 | R2 | ours ahead on R1 | ours ahead on R2 | % of lead to oracle |"


def _interval(difference: tuple[float, float, float]) -> str:
    mean, low, high = difference
    sure = "**" if low > 0 or high < 0 else ""
    return f"{sure}{mean:+.1f}{sure} ({low:+.1f} … {high:+.1f})"


def main() -> None:
    """Print the tables, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", action="append", help="a system; may be repeated")
    options = parser.parse_args()
    items = read(options.data)
    found = rows(items, scores(items, options.only or list(SYSTEMS)))
    print(json.dumps(list(map(asdict, found)), indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
