"""The bars of the charts against the pages: each figure under its label, beside its citation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefgen.model import Bar, Brief
from briefgen.verify.passages import Citation, Passage
from briefgen.verify.printing import Print
from briefgen.verify.verdict import Finding
from briefgen.verify.words import fold, right_to_left, shown


def check_bars(brief: Brief, found: Print) -> tuple[Finding, ...]:
    """Bars that the pages show otherwise; none where a template leaves the charts out."""
    bars = [
        (f"charts[{i}].bars[{k}]", bar, None if chart.kind == "sentence" else _cite(bar))
        for i, chart in enumerate(brief.charts)
        for k, bar in enumerate(chart.bars)
    ]
    missing = [(path, bar) for path, bar, cite in bars if not _printed(bar, cite, found)]
    return () if len(missing) == len(bars) else tuple(_told(missing))


def _cite(bar: Bar) -> Citation:
    return bar.extract.source, bar.extract.paragraph


def _printed(bar: Bar, cite: Citation | None, found: Print) -> bool:
    """Whether label and figure stand together, and apart from the sentence itself."""
    wanted = fold(bar.label or "") + fold(bar.as_written)
    return right_to_left(wanted) or any(
        (before.whole + here.whole.rstrip("[(")).endswith(wanted)
        for number, (before, here) in enumerate(pairwise(_all(found)))
        if number not in found.covered and (cite in here.cites if cite else not here.cites)
    )


def _all(found: Print) -> Iterator[Passage]:
    """The passages, each of which has one before it."""
    yield Passage(0, ())
    yield from found.passages


def _told(missing: list[tuple[str, Bar]]) -> Iterator[Finding]:
    for path, bar in missing:
        under = f" under {shown(bar.label)}" if bar.label else ""
        told = f"{shown(bar.as_written)}{under} is not among the bars on the pages."
        yield Finding(f"{path}.as_written", "not-printed", told)
