"""Quality at equal length: ROUGE of what each system puts first, on the same sentences.

Every summary is cut to exactly as many words as the references have on average. `briefgen` is
measured with weights learned without the item's fold (its topic in every language, or its fifth
of the single articles), `briefgen, shipped` with the table in the wheel. Intervals are the paired
bootstrap's 95 % of the difference to `briefgen`, over items.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.data import Item, read
from bench.learn import fold_of, held_out, kind_of
from bench.rouge import bootstrap, cut, score
from bench.systems import SYSTEMS, ours
from briefgen.summarize import Corpus, Passages
from briefgen.summarize.coverage import coverage
from briefgen.summarize.salience import Weights
from briefgen.summarize.salience import weights as shipped

OURS = "briefgen"
_POOLED = "several articles, pooled"
_MEAN = "all, mean over sets"
Scores = dict[str, list[tuple[float, ...]]]


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


def learned(items: Sequence[Item]) -> list[str]:
    """Return what ours says of each item, by weights that have not seen it."""
    said: dict[tuple[str, str], str] = {}
    for fold, table in held_out(items):
        rank = partial(_ranked, table=table)
        said |= {(item.file, item.id): cut(ours(item, rank), item.length) for item in fold}
    missing = (i for i in items if (i.file, i.id) not in said)
    said |= {(i.file, i.id): cut(ours(i), i.length) for i in missing}
    return [said[item.file, item.id] for item in items]


def _ranked(corpus: Corpus, passages: Passages, table: Mapping[str, Weights]) -> Iterable[int]:
    return coverage(corpus, passages, lambda kind: table.get(kind) or shipped(kind))


def scores(items: Sequence[Item], systems: Iterable[str]) -> Scores:
    """Return ROUGE-1 and ROUGE-2 of every system on every item."""
    found: Scores = {OURS: _score(items, learned(items))}
    for name in systems:
        label = f"{name}, shipped" if name == OURS else name
        found[label] = _score(items, [cut(SYSTEMS[name](i), i.length) for i in items])
    return found


def _score(items: Sequence[Item], said: Sequence[str]) -> list[tuple[float, ...]]:
    return [score(text, item.references) for item, text in zip(items, said, strict=True)]


def sets(items: Sequence[Item]) -> dict[str, list[int]]:
    """Name the sets: each file, all of several articles, all."""
    named: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        named.setdefault(item.file, []).append(i)
    several = [i for i, item in enumerate(items) if kind_of(item) == "several"]
    if several:
        named[_POOLED] = several
        for topic in sorted({fold_of(items[i], 0) for i in several}):
            members = [i for i in several if fold_of(items[i], 0) == topic]
            if len(members) > 1:
                named[f"topic {topic}, pooled"] = members
    named[_MEAN] = list(range(len(items)))
    return named


def rows(items: Sequence[Item], found: Scores) -> list[Row]:
    """Return the table's rows, a set after another."""
    named = sets(items)
    files = sorted({item.file for item in items})
    return [
        _row(name, system, found, members, _shares(name, members, items, files))
        for name, members in named.items()
        for system in found
    ]


def _shares(name: str, members: list[int], items: Sequence[Item], files: list[str]) -> list[float]:
    """Each item's share of the mean; in the mean over sets every file weighs the same."""
    if name != _MEAN:
        return [1 / len(members)] * len(members)
    sizes = {file: sum(i.file == file for i in items) for file in files}
    return [1 / len(files) / sizes[items[i].file] for i in members]


def _row(name: str, system: str, found: Scores, members: list[int], shares: list[float]) -> Row:
    def mean(of: str, measure: int) -> float:
        return sum(found[of][i][measure] * s for i, s in zip(members, shares, strict=True))

    def behind(measure: int) -> tuple[float, float, float]:
        gaps = [
            (found[OURS][i][measure] - found[system][i][measure]) * s * len(members)
            for i, s in zip(members, shares, strict=True)
        ]
        return (mean(OURS, measure) - mean(system, measure), *bootstrap(gaps))

    gap = None
    if "lead" in found and "oracle" in found:
        width = mean("oracle", 1) - mean("lead", 1)
        gap = 100 * (mean(system, 1) - mean("lead", 1)) / width if width else None
    return Row(
        name, len(members), system, mean(system, 0), mean(system, 1), behind(1), behind(0), gap
    )


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
    if options.json:
        print(json.dumps([{n: getattr(r, n) for n in Row.__slots__} for r in found], indent=1))
    else:
        print(table(found))


if __name__ == "__main__":
    main()
