"""What somebody took back is printed with the taking back, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from briefgen.compose.spans import Spans
from briefgen.model import Extract, Findings, Summary

T = TypeVar("T")


def retracted(summary: Summary, findings: Findings) -> tuple[Summary, Findings]:
    """Both without the sentences that were taken back later, but where the later one is theirs.

    A statement that takes another back has that one as its antecedent: only there it is printed.
    """
    later = [s.quote for s in findings.positions if s.quote.before]
    if not later:
        return summary, findings
    taken, taking = Spans(q.before for q in later if q.before), Spans(later)

    def kept(items: Iterable[T], extract: Callable[[T], Extract]) -> tuple[T, ...]:
        return tuple(
            item for item in items if not taken.touch(extract(item)) or taking.touch(extract(item))
        )

    return (
        replace(summary, ranked=kept(summary.ranked, lambda choice: choice.extract)),
        replace(
            findings,
            positions=kept(findings.positions, lambda statement: statement.quote),
            timeline=kept(findings.timeline, lambda event: event.event),
            figures=kept(findings.figures, lambda figure: figure.context),
        ),
    )
