"""The timeline: dated events in a row, the meeting among them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.model import Brief, Event, Extract
from briefgen.render.citing import Cite, Citer, Quote, holds
from briefgen.render.labels import Labels, day, precise


@dataclass(frozen=True, slots=True)
class Row:
    """A dated event, or the meeting; `ahead` where later than the information.

    `quote` is its sentence; of one that stands above, `above` says where, with its citation alone.
    """

    date: str
    ahead: bool
    quote: Quote | None = None
    above: str | None = None
    cite: Cite | None = None


def timeline_of(brief: Brief, citer: Citer, labels: Labels) -> tuple[Row, ...]:
    """The events, the meeting among them in its place; no sentence that stands above again."""
    today = brief.as_of[:10]
    standing = _standing(brief, labels)
    rows = []
    for item in brief.timeline:
        event = item.event
        above = next((where for where, one in standing if holds(one, event)), None)
        row = Row(
            precise(labels, item.date, item.precision) if item.date else item.as_written,
            item.date is not None and item.date > today[: len(item.date)],
            quote=None if above else citer.quote(_explained(item)),
            above=above,
            cite=citer.cite(event, printed=False) if above else None,
        )
        rows.append(row)
    start = (brief.meeting.start or "")[:10] if brief.meeting else ""
    if rows and start:
        place = sum(not item.date or item.date <= start for item in brief.timeline)
        rows.insert(place, Row(day(labels, start), start >= today))
    return tuple(rows)


def _standing(brief: Brief, labels: Labels) -> list[tuple[str, Extract]]:
    """What stands above the timeline, and where: the bottom line, points, and under whose name."""
    points = (point for story in brief.stories for point in story.points)
    numbered, under = str(labels["see_point"]), str(labels["see_under"])
    named = (one for one in brief.positions if one.speaker)
    said = ((under.format(one.speaker), part) for one in named for part in _all(one.quote))
    return [
        *((str(labels["see_bottom_line"]), extract) for extract in brief.bottom_line),
        *((numbered.format(n), extract) for n, extract in enumerate(points, start=1)),
        *said,
    ]


def _all(quote: Extract) -> tuple[Extract, ...]:
    """The quotation, and the sentence that is printed before it."""
    return (*_all(quote.before), quote) if quote.before else (quote,)


def _explained(item: Event) -> Extract:
    """The row's sentence, without the note that "on Monday" is the day beside which it stands."""
    event = item.event
    days = tuple(d for d in event.days if item.as_written != d.as_written and item.date != d.date)
    return replace(event, days=days)
