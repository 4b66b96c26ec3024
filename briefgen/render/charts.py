"""Charts: bars from zero on one linear scale, each with its label, value and citation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefgen.model import Bar, Brief, Chart
from briefgen.render.citing import Cite, Citer, Quote
from briefgen.render.labels import Labels, day


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar, `share` per cent of the longest; `alt` says in words what it shows."""

    label: str
    value: str
    share: float
    alt: str
    cite: Cite | None


@dataclass(frozen=True, slots=True)
class ChartView:
    """Bars under their heading, or under the sentence that lists them all."""

    heading: str | None
    quote: Quote | None
    bars: tuple[BarView, ...]

    @property
    def dated(self) -> bool:
        """Whether the citations beside the bars bear days, which take room."""
        return any(bar.cite and bar.cite.day for bar in self.bars)


def charts_of(brief: Brief, citer: Citer, labels: Labels) -> tuple[ChartView, ...]:
    """The charts; where no sentence is printed, each bar has its own citation."""
    return tuple(_chart(chart, citer, labels) for chart in brief.charts)


def _chart(chart: Chart, citer: Citer, labels: Labels) -> ChartView:
    if chart.kind == "sentence":
        quote = citer.quote(chart.bars[0].extract)
        heading = None
    else:
        about = chart.about or ""
        heading = str(labels[f"chart_{chart.kind}"]).format(about[:1].upper() + about[1:])
        quote = None
    longest = max(_number(bar) for bar in chart.bars)
    return ChartView(
        heading,
        quote,
        tuple(_bar(bar, longest, citer, labels, cited=quote is None) for bar in chart.bars),
    )


def _bar(bar: Bar, longest: float, citer: Citer, labels: Labels, *, cited: bool) -> BarView:
    label = bar.label or day(labels, bar.date or "")
    return BarView(
        label=label,
        value=bar.as_written,
        share=round(100 * _number(bar) / longest, 1) if longest else 0.0,
        alt=f"{label}{labels['colon']}{bar.as_written}",
        cite=citer.cite(bar.extract, printed=False, dated=bar.date is None) if cited else None,
    )


def _number(bar: Bar) -> float:
    """What it measures; what is no number, in a brief written by another hand, has no length."""
    try:
        number = float(bar.value)
    except ValueError:
        return 0.0
    return number if 0 < number < math.inf else 0.0
