"""What the budget lets into print, each sentence in one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefgen.compose.agenda import on_agenda
from briefgen.compose.fresh import freshest
from briefgen.compose.ladder import Budget
from briefgen.compose.lead import bottom_line, leading
from briefgen.compose.rows import ordered, with_cited
from briefgen.compose.spans import Spans, overlap, whole
from briefgen.compose.stale import risen
from briefgen.model import (
    Chart,
    Choice,
    Extract,
    Figure,
    Findings,
    LeftOut,
    Person,
    Request,
    Source,
    Statement,
    Summary,
)

T = TypeVar("T")

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the budget lets into print: the bottom line, the points, and the sections."""

    bottom_line: tuple[Extract, ...]
    points: tuple[Choice, ...]
    sections: Findings
    left_out: LeftOut


def select(
    sources: Sequence[Source],
    summary: Summary,
    findings: Findings,
    request: Request,
    budget: Budget,
) -> Selection:
    """What may be printed, a sentence once; the timeline cites what stands above it.

    The bottom line's lede goes before two points on each item of the agenda, these before the rest
    of the bottom line, that before what is said under a speaker, what is called unknown, the
    timeline, the charts, the other points and the figures that no chart shows: one is no table.
    """
    today, old = request.as_of.date(), risen(findings)
    best = leading(summary, sources, today, risen=old)
    bottom, asked = _first(best, summary, findings, budget)
    printed = [*bottom, *(choice.extract for choice in asked)]
    spoken = _apart(findings.positions, lambda statement: statement.quote, printed)
    positions = _by_speaker(spoken[: budget.positions])
    printed += (said := [part for one in positions for part in whole(one.quote)])
    unknown = _apart(findings.gaps, lambda gap: gap.extract, printed)
    doubts = [gap.extract for gap in unknown if gap.extract]
    events = _apart(findings.timeline, lambda event: event.event, [*doubts, *said])
    rows = ordered(events[: budget.timeline], request)
    printed += [*doubts, *(part for event in rows for part in whole(event.event))]
    charts = findings.charts[: budget.charts]
    printed += [chart.bars[0].extract for chart in charts if chart.kind == "sentence"]
    fresh = freshest(summary.ranked, sources, today, risen=old)
    spare = _apart(fresh, lambda choice: choice.extract, printed)
    further = _further(spare, budget, len(asked))
    printed += [choice.extract for choice in further]
    points = [*bottom, *(choice.extract for choice in (*asked, *further))]
    timeline = with_cited(rows, findings.timeline, points, said, request)
    printed += [one for differ in findings.differences for one in differ.extracts]
    figures = _apart(_undrawn(findings.figures, charts), lambda figure: figure.context, printed)
    pool = replace(findings, positions=spoken, gaps=unknown, timeline=events, figures=figures)
    sections = replace(_within(pool, budget, printed), positions=positions, timeline=timeline)
    left_out = _left_out(pool, sections, points=len(spare) - len(further))
    return Selection(bottom, _joined((*asked, *further)), sections, left_out)


def _first(
    best: Sequence[Choice], summary: Summary, findings: Findings, budget: Budget
) -> tuple[tuple[Extract, ...], tuple[Choice, ...]]:
    """The bottom line, of what is `best` to lead, and the points that the agenda asks for."""
    asked = on_agenda(summary, findings, bottom_line(best, budget.bottom_line)[:1])
    others = _apart(best, lambda choice: choice.extract, [choice.extract for choice in asked])
    bottom = bottom_line(others, budget.bottom_line)
    return bottom, asked[: budget.points + budget.doubtful]


def _met(people: Sequence[Person], printed: Sequence[Extract]) -> tuple[Person, ...]:
    """The people in their order, whom the reader meets in print before the others."""
    words = {word for extract in printed for word in _WORD.findall(extract.text)}
    order = sorted(people, key=lambda p: (not p.attending, words.isdisjoint(p.name.split())))
    return tuple(order)


def _by_mentions(people: Sequence[Person]) -> tuple[Person, ...]:
    """Who attends first, then the most named."""
    return tuple(sorted(people, key=lambda p: (not p.attending, -p.mentions)))


def _joined(points: Sequence[Choice]) -> tuple[Choice, ...]:
    """The points without those that stand with the one which is read after them."""
    before = {point.extract.before for point in points}
    ahead = Spans(extract for extract in before if extract)
    return tuple(point for point in points if not ahead.touch(point.extract))


def _further(spare: Sequence[Choice], budget: Budget, asked: int) -> tuple[Choice, ...]:
    """The points beside those asked for: what surely stands alone, then what may not."""
    sure = [choice for choice in spare if choice.alone]
    doubtful = [choice for choice in spare if not choice.alone]
    beyond = max(asked - budget.points, 0)
    return (
        *sure[: max(budget.points - asked, 0)],
        *doubtful[: max(budget.doubtful - beyond, 0)],
    )


def _by_speaker(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """What each speaker said together, in the order in which the speakers come."""
    turns = {name: turn for turn, name in enumerate(dict.fromkeys(s.speaker for s in statements))}
    return tuple(sorted(statements, key=lambda statement: turns[statement.speaker]))


def _within(pool: Findings, budget: Budget, printed: Sequence[Extract]) -> Findings:
    """So many of each section as the budget lets in."""
    enough = len(pool.figures) > 1 < budget.figures
    return replace(
        pool,
        people=_by_mentions(_met(pool.people, printed)[: budget.people]),
        charts=pool.charts[: budget.charts],
        figures=pool.figures[: budget.figures] if enough else (),
    )


def _left_out(pool: Findings, shown: Findings, *, points: int) -> LeftOut:
    """How much of what could be printed is not shown."""
    return LeftOut(
        points=points,
        positions=len(pool.positions) - len(shown.positions),
        timeline=sum(event not in shown.timeline for event in pool.timeline),
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
    taken = Spans(printed)

    def is_new(item: T) -> bool:
        own = extract(item)
        return own is None or not taken.touch(own)

    return tuple(filter(is_new, items))
