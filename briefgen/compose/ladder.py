"""What is printed first where room is short: a ladder, each rung one more item of one section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.compose.agenda import AN_ITEM
from briefgen.compose.spans import Spans, whole
from briefgen.model import Chart, Extract, Findings, Summary

Section = Literal["points", "positions", "timeline", "people", "charts", "figures", "doubtful"]

# Rungs a page, first round and each that follows. Read backwards it is what goes first where the
# brief is too long: figures, charts, then who's who, timeline, positions, points.
FIRST: dict[Section, int] = {
    "points": 3, "positions": 2, "timeline": 2, "people": 3, "charts": 1, "figures": 1,
}  # fmt: skip
THEN: dict[Section, int] = {
    "points": 2, "positions": 1, "timeline": 1, "people": 1, "charts": 1, "figures": 1,
}  # fmt: skip

# Characters that an item takes beside its extract: citation, heading, the rest of its last line.
BESIDE: dict[Section, int] = {
    "points": 40, "positions": 110, "timeline": 60, "people": 90, "charts": 110, "figures": 60,
    "doubtful": 40,
}  # fmt: skip
A_BAR = 60  # the same of a bar


BOTTOM_LINE = 320  # characters that four printed lines hold, about


@dataclass(frozen=True, slots=True)
class Rung:
    """One more item of a section, and the characters of a page that it is thought to take."""

    section: Section
    characters: int


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be printed: items of each section, and characters of the bottom line.

    `doubtful` are points that may not stand alone.
    """

    points: int = 0
    positions: int = 0
    timeline: int = 0
    people: int = 0
    charts: int = 0
    figures: int = 0
    doubtful: int = 0
    bottom_line: int = BOTTOM_LINE


def budget_of(rungs: Sequence[Rung], *, bottom_line: int = BOTTOM_LINE) -> Budget:
    """What may be printed on the first rungs of a ladder."""
    taken = Counter(rung.section for rung in rungs)
    return Budget(
        points=taken["points"],
        positions=taken["positions"],
        timeline=taken["timeline"],
        people=taken["people"],
        charts=taken["charts"],
        figures=taken["figures"],
        doubtful=taken["doubtful"],
        bottom_line=bottom_line,
    )


def ladder(summary: Summary, findings: Findings, *, pages: int) -> tuple[Rung, ...]:
    """Every item there is as a rung, in the order in which the sections take turns.

    What the agenda asks for comes before the first turn, in which there are so many points less. A
    chart of several sentences says more than a few names do: before them come as many as there are
    pages. Points that may not stand alone fill what is left.
    """
    left = {section: iter(sizes) for section, sizes in _sizes(summary, findings).items()}
    asked = AN_ITEM * len({asked.item for asked in summary.asked})
    rungs = [*_take(left, "points", asked)]
    rungs.extend(_take(left, "doubtful", asked - len(rungs)))
    doubtful = left.pop("doubtful", iter(()))
    drawn = min(pages, sum(chart.kind != "sentence" for chart in findings.charts))
    turns = FIRST
    while left:
        for section, count in turns.items():
            if turns is FIRST and section == "people":
                rungs.extend(_take(left, "charts", drawn))
            taken = asked if turns is FIRST and section == "points" else 0
            rungs.extend(_take(left, section, count * pages - taken))
        turns = THEN
    return *rungs, *(Rung("doubtful", size) for size in doubtful)


def _take(left: dict[Section, Iterator[int]], section: Section, count: int) -> Iterator[Rung]:
    """The next rungs of a section, which is struck off when it has no more."""
    for _ in range(count):
        if section not in left:
            return
        size = next(left[section], None)
        if size is None:
            del left[section]
        else:
            yield Rung(section, size)


def _sizes(summary: Summary, findings: Findings) -> dict[Section, list[int]]:
    """The characters of each section's items, in the order in which they would be printed.

    A sentence is printed in one place: one that an earlier section shows is no rung of a later.
    """
    by_section: tuple[tuple[Section, list[Extract]], ...] = (
        ("positions", [statement.quote for statement in findings.positions]),
        ("timeline", [event.event for event in findings.timeline]),
        ("points", [choice.extract for choice in summary.ranked if choice.alone]),
        ("doubtful", [choice.extract for choice in summary.ranked if not choice.alone]),
        ("figures", [figure.context for figure in findings.figures]),
    )
    sizes: dict[Section, list[int]] = {}
    shown = Spans()
    for section, extracts in by_section:
        new = [one for one in extracts if not shown.touch(one)]
        sizes[section] = [
            sum(len(part.text) for part in whole(one)) + BESIDE[section] for one in new
        ]
        shown.update(part for one in new for part in whole(one))
    sizes["charts"] = [_size(chart) for chart in findings.charts]
    return sizes | {"people": [BESIDE["people"]] * len(findings.people)}


def _size(chart: Chart) -> int:
    """The characters of a chart: its bars, and the sentence where it shows one."""
    sentence = len(chart.bars[0].extract.text) if chart.kind == "sentence" else 0
    return BESIDE["charts"] + A_BAR * len(chart.bars) + sentence
