"""Run the benches of the chooser in one go and write `docs/benchmarks.md`.

`python -m bench.report --data FOLDER [--output FILE]`. Only figures are written, nothing of the
data; tables of a single file hold too few topics to be worth printing and are left to
`bench.quality`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bench import quality, readability, speed
from bench.data import read
from bench.learn import kind_of
from bench.quality import Row
from bench.systems import SYSTEMS

_HEAD = """\
# Benchmarks

Written by `python -m bench.report --data FOLDER`; not edited by hand. The folder's texts are not
part of the project.

## Quality

ROUGE F, in percent, of what each system puts first, every summary cut to exactly as many words as
the references have on average, all systems on the same sentences, words of every script counted.
`briefgen` is the chooser as shipped with weights that have not seen the item's fold (a topic in
all its languages, or a fifth of the single articles); `briefgen, shipped` has the weights of the
wheel, learned from these very texts, and is no evidence. In brackets is the paired bootstrap's
95 % interval over items; bold differences are significant.

"""


def tables(rows: Sequence[Row], single: set[str]) -> str:
    """Write the sets that hold enough, then R2 of the others in one table."""
    large = [row for row in rows if row.set in single or "," in row.set]
    return quality.table(large) + "\n" + by_file([row for row in rows if row not in large])


def by_file(rows: Sequence[Row]) -> str:
    """Write R1 and R2 of the main systems on each file."""
    names = ["briefgen", "briefgen, shipped", "recipe, news", "recipe, general", "lead", "oracle"]
    found = {(row.set, row.system): row for row in rows}
    lines = ["**each file**, R1 / R2", "", "| file | " + " | ".join(names) + " |"]
    lines.append("|---" * (len(names) + 1) + "|")
    for file in dict.fromkeys(row.set for row in rows):
        cells = (found[file, n] for n in names)
        lines.append(f"| {file} | " + " | ".join(f"{c.rouge1:.1f} / {c.rouge2:.1f}" for c in cells))
        lines[-1] += " |"
    return "\n".join(lines) + "\n"


def section(module: object, title: str) -> str:
    """Return a heading and the module's own account of what it measures."""
    about = (module.__doc__ or "").split("\n\n", 1)[-1].strip()
    return f"\n## {title}\n\n{about}\n\n"


def main() -> None:
    """Measure all and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("docs/benchmarks.md"))
    options = parser.parse_args()
    items = read(options.data)
    rows = quality.rows(items, quality.scores(items, SYSTEMS))
    text = _HEAD + tables(rows, {item.file for item in items if kind_of(item) == "one"})
    text += section(readability, "Readability") + readability.table(readability.measure(items))
    text += section(speed, "Speed") + "Milliseconds.\n\n" + speed.table(speed.measure(options.data))
    notes = Path(__file__).with_name("notes.md")
    options.output.write_text(text + (notes.read_text("utf-8") if notes.is_file() else ""), "utf-8")
    print(options.output)


if __name__ == "__main__":
    main()
