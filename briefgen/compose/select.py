"""What the budget lets into print, each sentence in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefgen.compose.agenda import on_agenda
from briefgen.compose.choose import overlap
from briefgen.compose.entries import extracts_of
from briefgen.compose.ladder import Budget
from briefgen.model import (
    Chart,
    Choice,
    Event,
    Extract,
    Figure,
    Findings,
    LeftOut,
    Request,
    Source,
    Summary,
)

T = TypeVar("T")

BOTTOM_LINE_FROM = 12  # the bottom line is chosen among so many of the best


@dataclass(frozen=True, slots=True)
class Selection:
    """What the budget lets into print: the bottom line, the points, and the sections."""

    bottom_line: tuple[Extract, ...]
    points: tuple[Choice, ...]
    sections: Findings
    left_out: LeftOut

    def extracts(self) -> tuple[Extract, ...]:
        """Every extract of it, a sentence that two sections show once."""
        points = (choice.extract for choice in self.points)
        return (*self.bottom_line, *points, *extracts_of(self.sections))


def select(
    sources: Sequence[Source],
    summary: Summary,
    findings: Findings,
    request: Request,
    budget: Budget,
) -> Selection:
    """What may be printed, a sentence in one place only.

    The bottom line goes before two points on each item of the agenda, these before what is said
    under a speaker, that before what is called unknown, the timeline, the charts, the other points
    and the figures that no chart shows. One figure alone is no table.
    """
    leading = _leading(summary.ranked[:BOTTOM_LINE_FROM], _ledes(sources))
    bottom = _bottom_line(leading, budget.bottom_line)
    asked = on_agenda(summary, findings, bottom)[: budget.points]
    printed = [*bottom, *(choice.extract for choice in asked)]
    spoken = _apart(findings.positions, lambda statement: statement.quote, printed)
    positions = spoken[: budget.positions]
    printed += [statement.quote for statement in positions]
    unknown = _apart(findings.gaps, lambda gap: gap.extract, printed)
    printed += [gap.extract for gap in unknown if gap.extract]
    events = _apart(findings.timeline, lambda event: event.event, printed)
    timeline = _timeline(events[: budget.timeline], request)
    printed += [event.event for event in timeline]
    charts = findings.charts[: budget.charts]
    printed += [chart.bars[0].extract for chart in charts if chart.kind == "sentence"]
    spare = _apart(summary.ranked, lambda choice: choice.extract, printed)
    further = spare[: budget.points - len(asked)]
    printed += [choice.extract for choice in further]
    figures = _apart(_undrawn(findings.figures, charts), lambda figure: figure.context, printed)
    pool = replace(findings, positions=spoken, gaps=unknown, timeline=events, figures=figures)
    sections = replace(_within(pool, budget), timeline=timeline)
    left_out = _left_out(pool, sections, points=len(spare) - len(further))
    points = (*asked, *further)
    return Selection(bottom_line=bottom, points=points, sections=sections, left_out=left_out)


def _within(pool: Findings, budget: Budget) -> Findings:
    """So many of each section as the budget lets in."""
    enough = len(pool.figures) > 1 < budget.figures
    return replace(
        pool,
        positions=pool.positions[: budget.positions],
        people=pool.people[: budget.people],
        charts=pool.charts[: budget.charts],
        figures=pool.figures[: budget.figures] if enough else (),
    )


def _left_out(pool: Findings, shown: Findings, *, points: int) -> LeftOut:
    """How much of what could be printed is not shown."""
    return LeftOut(
        points=points,
        positions=len(pool.positions) - len(shown.positions),
        timeline=len(pool.timeline) - len(shown.timeline),
        people=len(pool.people) - len(shown.people),
        figures=len(pool.figures) - len(shown.figures),
        charts=len(pool.charts) - len(shown.charts),
    )


def _undrawn(figures: Iterable[Figure], charts: Sequence[Chart]) -> tuple[Figure, ...]:
    """The figures that no chart shows."""
    bars = [bar for chart in charts for bar in chart.bars]
    return tuple(
        figure
        for figure in figures
        if not any(
            overlap(figure.context, bar.extract) and figure.value in bar.as_written for bar in bars
        )
    )


def _apart(
    items: Iterable[T], extract: Callable[[T], Extract | None], printed: Sequence[Extract]
) -> tuple[T, ...]:
    """The items whose sentence is not printed yet."""

    def is_new(item: T) -> bool:
        own = extract(item)
        return own is None or not any(overlap(own, other) for other in printed)

    return tuple(filter(is_new, items))


def _timeline(events: Sequence[Event], request: Request) -> tuple[Event, ...]:
    """The events in their order; one alone is none, unless the meeting makes it two."""
    alone = len(events) == 1 and not (request.meeting and request.meeting.start)
    return () if alone else tuple(sorted(events, key=lambda event: event.date))


def _leading(best: Sequence[Choice], ledes: Collection[tuple[str, int]]) -> Sequence[Choice]:
    """The order in which extracts may lead: the first story's best lede, then its others.

    A lede sums up its article, as a bottom line must; any other sentence says one thing of many.
    """

    def worth(choice: Choice) -> tuple[bool, bool]:
        is_lede = (choice.extract.source, choice.extract.start) in ledes
        return choice.group != 0, not is_lede

    lead = min(best, key=worth, default=None)
    beside = [choice for choice in best if lead and choice.group == lead.group]
    return sorted(beside, key=lambda choice: (choice is not lead, worth(choice)))


def _ledes(sources: Sequence[Source]) -> frozenset[tuple[str, int]]:
    """Where each source's first sentence begins."""
    return frozenset((s.id, s.sentences[0].start) for s in sources if s.sentences)


def _bottom_line(best: Sequence[Choice], limit: int) -> tuple[Extract, ...]:
    """The best extracts that fit the limit together, the best first; the shortest if none does."""
    bottom: list[Extract] = []
    room = limit
    for choice in best:
        if (length := _length(choice.extract)) <= room:
            bottom.append(choice.extract)
            room -= length
    if not bottom and best:
        bottom = [min((choice.extract for choice in best), key=_length)]
    return tuple(bottom)


def _length(extract: Extract) -> int:
    """Characters in print, the citation's among them."""
    return len(extract.text) + 12 + (_length(extract.before) if extract.before else 0)
