"""Which differences between the sources are printed, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.compose.phrases import phrase
from briefgen.compose.spans import Spans
from briefgen.model import Chart, Difference, Findings


def told_apart(
    findings: Findings, charts: Sequence[Chart], language: str
) -> tuple[Difference, ...]:
    """The differences, but for a toll that a printed chart shows.

    One that rises from report to report is called so, for nobody contradicts another there.
    """
    old = Spans(findings.overtaken)
    return tuple(
        replace(one, about=phrase("rising", language, about=one.about))
        if all(map(old.touch, one.extracts[:-1]))
        else one
        for one in _undrawn(findings.differences, charts)
    )


def _undrawn(differences: Sequence[Difference], charts: Sequence[Chart]) -> Iterator[Difference]:
    """The differences but for a toll that a chart shows rising day by day."""
    drawn = Spans(bar.extract for chart in charts if chart.kind == "days" for bar in chart.bars)
    return (one for one in differences if not all(map(drawn.touch, one.extracts)))
