"""Run the benches of the chooser in one go: print the tables, or JSON, and write them to a file.

`python -m bench.report --data FOLDER [--output FILE] [--json]`, or `make bench DATA=FOLDER`. Only
figures are written, nothing of the data. Tables of a single file hold too few topics to be worth
printing whole; `bench.quality` prints them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench import ceiling, quality, readability, speed, stories
from bench.data import read
from bench.learn import kind_of
from bench.quality import Row
from bench.systems import SYSTEMS

_HEAD = """\
# Benchmarks

Written by `make bench DATA=FOLDER`; not edited by hand. The folder's texts are not part of the
project.

"""
_QUALITY = """\
ROUGE F, in percent. `briefgen, shipped` has learned from these very texts and is no evidence.
`lead` takes each article's first sentences as the folder has them; `lead, no lines` leaves out
the day or the title above the first one, and is harder to beat. Bold differences are significant.

"""
_MAIN = (
    "briefgen",
    "briefgen, shipped",
    "recipe, news",
    "recipe, general",
    "lead",
    "lead, no lines",
    "oracle",
)


def measure(folder: Path) -> dict[str, Any]:
    """Return what each bench measures on the folder, none where it has no text for it."""
    items = read(folder)
    english = any(item.sources[0].language == "en" for item in items)
    several = any(kind_of(item) == "several" for item in items)
    return {
        "quality": quality.rows(items, quality.scores(items, SYSTEMS)),
        "ceiling": ceiling.measure(items),
        "stories": [*stories.measure(items), stories.roundups(items)] if several else None,
        "readability": readability.measure(items) if english else None,
        "speed": speed.measure(folder) if english else None,
        "single": sorted({item.file for item in items if kind_of(item) == "one"}),
    }


def text(found: dict[str, Any]) -> str:
    """Write all as Markdown."""
    parts = [_HEAD, section(quality, "Quality").lstrip(), _QUALITY]
    parts.append(tables(found["quality"], set(found["single"])))
    if found["ceiling"]:
        parts += [section(ceiling, "What can be reached"), ceiling.table(found["ceiling"])]
    if found["stories"]:
        parts += [section(stories, "Stories"), stories.table(found["stories"])]
    if found["readability"]:
        parts += [section(readability, "Readability"), readability.table(found["readability"])]
    if found["speed"]:
        parts += [section(speed, "Speed"), "Milliseconds.\n\n", speed.table(found["speed"])]
    return "".join(parts)


def tables(rows: Sequence[Row], single: set[str]) -> str:
    """Write the sets that hold enough, then R1 and R2 of the others in one table."""
    large = [row for row in rows if row.set in single or "," in row.set]
    return quality.table(large) + "\n" + by_file([row for row in rows if row not in large])


def by_file(rows: Sequence[Row]) -> str:
    """Write R1 and R2 of the main systems on each file."""
    found = {(row.set, row.system): row for row in rows}
    lines = ["**each file**, R1 / R2", "", "| file | " + " | ".join(_MAIN) + " |"]
    lines.append("|---" * (len(_MAIN) + 1) + "|")
    for file in dict.fromkeys(row.set for row in rows):
        cells = (found[file, name] for name in _MAIN)
        cell = " | ".join(f"{c.rouge1:.1f} / {c.rouge2:.1f}" for c in cells)
        lines.append(f"| {file} | {cell} |")
    return "\n".join(lines) + "\n" if len(lines) > 4 else ""


def section(module: object, title: str) -> str:
    """Return a heading and the module's own account of what it measures."""
    about = (module.__doc__ or "").split("\n\n", 1)[-1].strip()
    return f"\n## {title}\n\n{about}\n\n"


def as_json(found: dict[str, Any]) -> dict[str, Any]:
    """Return all as JSON has it."""
    told = {name: found[name] for name in ("stories", "readability", "speed")}
    return {
        "quality": list(map(asdict, found["quality"])),
        "ceiling": list(map(asdict, found["ceiling"])),
        **{name: value for name, value in told.items() if value},
    }


def main() -> None:
    """Measure all, print it and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("docs/benchmarks.md"))
    parser.add_argument("--json", action="store_true", help="print JSON instead of the tables")
    options = parser.parse_args()
    found = measure(options.data)
    written = text(found)
    notes = Path(__file__).with_name("notes.md")
    options.output.write_text(written + notes.read_text("utf-8"), "utf-8")
    print(json.dumps(as_json(found), indent=1) if options.json else written)


if __name__ == "__main__":
    main()
