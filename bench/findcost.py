"""The CPU of all the finders against that of writing the PDF of the same articles."""

from __future__ import annotations

import statistics
from pathlib import Path

from bench.pdfcost import made, spent
from briefgen import pipeline
from briefgen.find import find
from briefgen.model import Article
from briefgen.read import expand, read
from briefgen.render import render

ARTICLES = 10
BOUND = 0.25  # of the PDF's CPU, at the most
_RUNS = 4
_TOY = "Vale met Roe in Tell on Monday, and 12 people died."


def cost(folder: Path) -> tuple[float, float]:
    """CPU seconds of the finders on texts they have not seen, and of writing the brief.

    The lists and patterns of the languages are loaded by a sentence first, as a library would be.
    """
    articles, _ = pipeline.read_all(expand([str(folder)]))
    toy = read("-", stdin=_TOY.encode())
    if isinstance(toy, Article):
        find(pipeline.number([toy], language="en"))
    sources = pipeline.number(articles[:ARTICLES], language=None)
    finding = spent(lambda: find(sources))
    brief = made(folder)
    writing = [spent(lambda: render(brief, format="pdf")) for _ in range(_RUNS)]
    return finding, statistics.median(writing[1:])  # the first one imports


def line(folder: Path) -> str:
    """The measurement as a line."""
    finding, writing = cost(folder)
    ratio = finding / writing
    verdict = "within" if ratio <= BOUND else "ABOVE"
    return (
        f"finders {finding:.3f} s CPU, writing the PDF {writing:.3f} s: {ratio:.2f} of it, "
        f"{verdict} the quarter allowed"
    )
