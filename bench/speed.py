"""How long choosing takes, CPU time, against the peers in the same run.

Texts of so many sentences are put together from the English ones of the folder given: words are
exchanged among sentences with a fixed seed, so that no sentence comes twice. `chosen` is one call
of `summarize` on sentences already split, which takes words and stems itself; `split` comes before
it, `stemmed` is what words and stems alone cost; a peer is given its sentences as strings, but for
`lede, whole`, its own call from the text on. The first call is cold: nothing of the text is known
from before, though all modules and lists are loaded; `again` is the second.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.data import read, source
from bench.systems import lede_order, summa_order, sumy_order
from briefgen.model import Source
from briefgen.summarize import summarize

SIZES = (200, 1_000, 5_000)
LARGEST = 100_000
_SLOW = 1_000
"""Beyond so many sentences the peers whose cost is quadratic are left out."""
_PER_ARTICLE = 40
_CHARACTERS = 12_000
"""A summary as long as ours of 2,000 words."""
_FEW = ["The storm closed the port of Zenda.", "The port of Zenda has nine cranes.", "It rained."]


def texts(folder: Path, count: int) -> list[str]:
    """Return articles of 40 sentences, ten sentences a paragraph, with that many in all."""
    seen = [row.split() for item in read(folder) if item.sources[0].language == "en"
            for row in item.rows if row[-1:] in ".!"]  # fmt: skip
    chance = random.Random(0)
    rows = [" ".join(_mixed(seen, chance)) for _ in range(count)]
    articles = [rows[i : i + _PER_ARTICLE] for i in range(0, count, _PER_ARTICLE)]
    return ["\n".join(" ".join(a[i : i + 10]) for i in range(0, len(a), 10)) for a in articles]


def _mixed(seen: Sequence[Sequence[str]], chance: random.Random) -> list[str]:
    """One sentence with a third of its inner words from another."""
    row, other = list(chance.choice(seen)), chance.choice(seen)
    for i in range(1, len(row) - 1):
        if chance.random() < 1 / 3 and len(other) > 2:
            row[i] = other[1 + i % (len(other) - 2)]
    return row


def sources(articles: Sequence[str]) -> tuple[Source, ...]:
    """Return the articles split into sentences."""
    return tuple(source(f"S{i}", text, None, "en") for i, text in enumerate(articles, 1))


def clock(work: Callable[[], object]) -> float:
    """Return milliseconds of CPU time."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def cold(folder: Path, count: int) -> dict[str, float]:
    """Measure splitting, stemming and choosing, each for the first time in this process."""
    articles = texts(folder, count)
    summarize(sources([" ".join(_FEW)]))  # loads modules and lists, as those of the peers are
    split: list[Source] = []
    took = {"split": clock(lambda: split.extend(sources(articles)))}
    found = tuple(split)
    took["chosen"] = clock(lambda: summarize(found))
    took["again"] = clock(lambda: summarize(found))
    return took


def stemming(folder: Path, count: int) -> float:
    """Measure what taking all words and stems costs, in a process of its own."""
    from briefgen.text import stems, words

    found = sources(texts(folder, count))
    stems(words("A sentence."), "en")
    return clock(lambda: [stems(words(s.text_of(x)), "en") for s in found for x in s.sentences])


def peers(folder: Path, count: int) -> dict[str, float]:
    """Measure the peers on the same sentences."""
    from lede import summarize as lede_whole

    articles = texts(folder, count)
    rows = [s.text_of(x) for s in sources(articles) for x in s.sentences]
    works: dict[str, Callable[[list[str]], object]] = {
        "lede": lede_order,
        "lede, whole": lambda rows: lede_whole("\n\n".join(rows), max_length=_CHARACTERS),
    }
    if count <= _SLOW:
        works |= {
            "sumy LexRank": lambda rows: sumy_order("lex_rank", "LexRankSummarizer", rows, "en"),
            "sumy TextRank": lambda rows: sumy_order("text_rank", "TextRankSummarizer", rows, "en"),
            "summa": lambda rows: summa_order(rows, "en"),
        }
    took: dict[str, float] = {}
    for name, work in works.items():
        work(_FEW)  # loads its modules
        took[name] = clock(partial(work, articles if name == "lede, whole" else rows))
    return took


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Return milliseconds by size and by what was done, each size in a fresh process."""
    table: dict[str, dict[str, float]] = {}
    for size in (*SIZES, LARGEST):
        table[str(size)] = _elsewhere(folder, "cold", size)
        if size <= max(SIZES):
            table[str(size)]["stemmed"] = _elsewhere(folder, "stemming", size)["stemmed"]
            table[str(size)] |= _elsewhere(folder, "peers", size)
    return table


def _elsewhere(folder: Path, step: str, size: int) -> dict[str, float]:
    call = [sys.executable, "-m", "bench.speed", "--data", str(folder), "--step", step]
    done = subprocess.run([*call, "--size", str(size)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def table(found: dict[str, dict[str, float]]) -> str:
    """Write the times as a table in Markdown."""
    names = sorted({name for times in found.values() for name in times}, key=_column)
    lines = ["| sentences | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for size, times in found.items():
        cells = (f"{times[n]:,.0f}" if n in times else "" for n in names)
        lines.append(f"| {int(size):,} | " + " | ".join(cells) + " |")
    compared = ratios(found)
    return "\n".join([*lines, *([""] if compared else []), *compared]) + "\n"


def ratios(found: dict[str, dict[str, float]]) -> list[str]:
    """How the times compare, a line each, where all sizes were measured."""
    if not found.keys() >= {str(n) for n in (*SIZES, LARGEST)}:
        return []
    few, many, most = (found[str(n)] for n in (1_000, max(SIZES), LARGEST))
    prepared = many["split"] + many["stemmed"]
    compared = [
        ("sumy LexRank / chosen, 1,000 sentences", few["sumy LexRank"] / few["chosen"]),
        ("lede, whole / chosen, 1,000 sentences", few["lede, whole"] / few["chosen"]),
        (
            "(split + chosen) / (split + stemmed), 5,000",
            (many["split"] + many["chosen"]) / prepared,
        ),
        ("chosen, 100,000 / chosen, 5,000", most["chosen"] / many["chosen"]),
    ]
    return [f"- {name}: {ratio:.2f}" for name, ratio in compared]


def _column(name: str) -> tuple[int, str]:
    own = ["chosen", "again", "split", "stemmed"]
    return (own.index(name) if name in own else len(own), name)


def main() -> None:
    """Print the table, or one step's times as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--step", choices=["cold", "stemming", "peers"])
    parser.add_argument("--size", type=int, default=1_000)
    options = parser.parse_args()
    if options.step == "cold":
        print(json.dumps(cold(options.data, options.size)))
    elif options.step == "stemming":
        print(json.dumps({"stemmed": stemming(options.data, options.size)}))
    elif options.step == "peers":
        print(json.dumps(peers(options.data, options.size)))
    else:
        found = measure(options.data)
        print(json.dumps(found, indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
