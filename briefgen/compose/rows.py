"""The rows of the timeline, in their order, and what of it stands above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.compose.spans import overlap
from briefgen.model import Event, Extract, Request

_WIDER = ("year", "quarter", "month", "day")


def ordered(events: Sequence[Event], request: Request) -> tuple[Event, ...]:
    """The events in their order; one alone is none, unless the meeting makes it two."""
    alone = len(events) == 1 and not (request.meeting and request.meeting.start)
    return () if alone else tuple(sorted(events, key=_when))


def _when(event: Event) -> tuple[str, int, str, int]:
    """By the day; what has none as it was written, the wider time first, then as it is told."""
    if event.date:
        return event.date, 0, "", 0
    return "~", _WIDER.index(event.precision), event.event.source, event.event.start


def with_cited(
    rows: Sequence[Event],
    events: Iterable[Event],
    points: Sequence[Extract],
    said: Sequence[Extract],
    request: Request,
) -> tuple[Event, ...]:
    """The rows, and those that only cite what stands above: points, and what is said of days ahead.

    They say no more than where, so that they take no room of others.
    """
    today = request.as_of.date().isoformat()

    def stands(event: Event) -> bool:
        above = [*points, *said] if event.date and event.date >= today else points
        return event not in rows and any(_holds(one, event.event) for one in above)

    return ordered((*rows, *filter(stands, events)), request) if rows else ()


def _holds(above: Extract, extract: Extract) -> bool:
    """Whether an extract has another in it."""
    return overlap(above, extract) and above.start <= extract.start and extract.end <= above.end
