"""The CPU of a whole `briefgen make` to PDF against WeasyPrint alone on the same HTML, in one run.

Both are processes of their own, imports included; the ratio of the medians is what counts. A third
column tells what the rest is spent on, by timing the stages in a process that has made one brief.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefgen import pipeline
from briefgen.model import Brief, Request
from briefgen.read import expand

ALONE = """
import sys
from briefgen.render.fonts import use_fonts
use_fonts(system=False)
from weasyprint import HTML
HTML(sys.argv[1], encoding="utf-8").write_pdf(
    sys.argv[2], pdf_variant="pdf/a-3a", pdf_tags=True, pdf_identifier=True)
"""
AS_OF = "2026-01-01T00:00:00+00:00"


def cpu(command: list[str]) -> float:
    """CPU seconds, user and system, of a command and all its children."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after[2] + after[3] - before[2] - before[3]


def made(source: Path) -> Brief:
    """The brief that `briefgen make` makes of the source."""
    request = Request(as_of=dt.datetime.fromisoformat(AS_OF))
    return pipeline.brief(pipeline.read_all(expand([str(source)])), request, pages=2)


def page(source: Path) -> str:
    """The page that `briefgen make` lays out, its styles inside."""
    from briefgen.render.page import page_html
    from briefgen.render.templates import style

    html = page_html(made(source), template=None, paper="a4", paged=True)
    styles = "".join(style(None, name) for name in ("brief.css", "print.css", "a4.css"))
    return html.replace("</head>", f"<style>{styles}</style></head>", 1)


def stages(source: Path) -> dict[str, float]:
    """CPU seconds of each stage, warm, in this process and its children."""
    from briefgen.find import find
    from briefgen.render import measure, render
    from briefgen.summarize import summarize

    brief = made(source)
    articles, _ = pipeline.read_all(expand([str(source)]))
    sources = pipeline.number(articles, language=None)
    return {
        "read": spent(lambda: pipeline.read_all(expand([str(source)]))),
        "sentences": spent(lambda: pipeline.number(articles, language=None)),
        "summarize": spent(lambda: summarize(sources)),
        "find": spent(lambda: find(sources)),
        "measure, once": spent(lambda: measure(brief)),
        "render": spent(lambda: render(brief, format="pdf")),
    }


def spent(stage: object) -> float:
    """CPU seconds of a call, its children's among them."""
    before = time.process_time() + sum(os.times()[2:4])
    stage()  # type: ignore[operator]
    return time.process_time() + sum(os.times()[2:4]) - before


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="not used: the sample articles serve")
    parser.add_argument("--source", type=Path, default=Path("seeds/harbour-wire.txt"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        html, pdf = Path(folder) / "page.html", str(Path(folder) / "out.pdf")
        html.write_text(page(options.source))
        make = [sys.executable, "-m", "briefgen", "make", str(options.source), "-o", pdf]
        alone = [sys.executable, "-c", ALONE, str(html), pdf]
        rows = [(cpu([*make, "--as-of", AS_OF]), cpu(alone)) for _ in range(options.runs)]
    ours, theirs = (statistics.median(column) for column in zip(*rows, strict=True))
    warm = stages(options.source)
    if options.json:
        print(json.dumps({"briefgen": ours, "weasyprint": theirs, "stages": warm}))
        return
    print(f"briefgen make {ours:.2f} s CPU, WeasyPrint alone {theirs:.2f} s: {ours / theirs:.2f} x")
    print("warm: " + ", ".join(f"{name} {seconds:.3f} s" for name, seconds in warm.items()))


if __name__ == "__main__":
    main()
