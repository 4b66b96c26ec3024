"""Sentence boundaries against gold: plain Punkt and ours, on the same lines in the same run.

Reads `segmentation.jsonl` of the folder given: an object a line, with `text` (a paragraph a line)
and `sentences`. A boundary is the offset where a sentence ends; F is the harmonic mean of
precision and recall over the boundaries of all texts. `final` keeps the boundaries inside
paragraphs that follow final punctuation, `inside` all of those inside paragraphs, `all` adds the
paragraphs' ends.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from briefgen.model import Paragraph
from briefgen.text import sentences
from briefgen.text.boundaries import punkt

Split = Callable[[str], set[int]]
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_TAIL = 12


def lines(text: str) -> tuple[Paragraph, ...]:
    """Return the lines that hold something, each a paragraph."""
    return tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))


def gold(text: str, wanted: list[str]) -> set[int]:
    """Return where each gold sentence ends in the text."""
    ends, position = set(), 0
    for sentence in wanted:
        position = text.index(sentence, position) + len(sentence)
        ends.add(position)
    return ends


def plain(text: str) -> set[int]:
    """Return the sentence ends by NLTK's Punkt alone, line by line."""
    tokenizer = punkt("en")
    return {
        line.start + end
        for line in lines(text)
        for _, end in tokenizer.span_tokenize(text[line.start : line.end])
    }


def ours(text: str) -> set[int]:
    """Return the sentence ends by `briefgen.text`."""
    return {sentence.end for sentence in sentences(text, lines(text), "en")}


def kept(text: str, ends: set[int], measure: str) -> set[int]:
    """Return those of the ends that the measure counts."""
    if measure == "all":
        return ends
    stops = {line.start + len(text[line.start : line.end].rstrip()) for line in lines(text)}
    inside = ends - stops
    if measure == "inside":
        return inside
    return {end for end in inside if _FINAL.search(text[max(0, end - _TAIL) : end])}


def f_score(texts: list[tuple[str, set[int]]], split: Split, measure: str) -> float:
    """Return F of the splitter over all the texts."""
    right = found = wanted = 0
    for text, truth in texts:
        expected, actual = kept(text, truth, measure), kept(text, split(text), measure)
        right += len(expected & actual)
        found += len(actual)
        wanted += len(expected)
    return 2 * right / (found + wanted) if found + wanted else 1.0


def speed(texts: list[str], split: Split, *, rounds: int) -> float:
    """Return MB of UTF-8 per second of CPU time, the best of some rounds."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        for text in texts:
            split(text)
        spent.append(time.process_time() - started)
    return size / min(spent)


def rows(folder: Path) -> Iterator[dict[str, float | str]]:
    """Yield a row of figures for each splitter."""
    with (folder / "segmentation.jsonl").open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    texts = [(item["text"], gold(item["text"], item["sentences"])) for item in items]
    for name, split in (("plain Punkt", plain), ("briefgen", ours)):
        scores = {measure: f_score(texts, split, measure) for measure in ("final", "inside", "all")}
        yield {"splitter": name} | scores | {"MB/s": speed([t for t, _ in texts], split, rounds=5)}


def main() -> None:
    """Print the table, or the rows as JSON."""
    parser = argparse.ArgumentParser(prog="bench.segmentation", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with segmentation.jsonl")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    table = list(rows(options.data))
    if options.json:
        print(json.dumps(table, indent=2))
        return
    print(f"{'':12} {'final':>6} {'inside':>6} {'all':>6} {'MB/s':>6}")
    for row in table:
        figures = (f"{row[key]:6.4f}" for key in ("final", "inside", "all"))
        print(f"{row['splitter']:12}", *figures, f"{row['MB/s']:6.2f}")


if __name__ == "__main__":
    main()
