"""Stretches of a few days told by their distance: this week, the weekend, the past 24 hours."""

from __future__ import annotations

import datetime as dt

from briefgen.text.dates.calendar import Calendar
from briefgen.text.dates.values import Context, Parts, Resolved, Rule, looked_up

_HOURS = 24


def _between(published: dt.date, first: int, last: int) -> Resolved:
    """From so many days after publication to so many."""
    day = dt.timedelta(days=1)
    return Resolved(published + first * day, "day", published + last * day)


def _week(shift: int) -> Rule:
    """Monday to Sunday of the week so many after this one."""

    def resolve(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
        if context.published is None:
            return None
        monday = 7 * shift - context.published.weekday()
        return _between(context.published, monday, monday + 6)

    return resolve


def _weekend(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """The one that is, else the nearest in the direction."""
    if context.published is None or not context.direction:
        return None
    saturday = 5 - context.published.weekday()
    if saturday > 0 and context.direction == "past":
        saturday -= 7
    return _between(context.published, saturday, saturday + 1)


def _last_weekend(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    if context.published is None:
        return None
    saturday = 5 - context.published.weekday() - 7
    return _between(context.published, saturday, saturday + 1)


def _overnight(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """The night before the day of publication, or the one after it."""
    if context.published is None or context.quoted or not context.direction:
        return None
    first = -1 if context.direction == "past" else 0
    return _between(context.published, first, first + 1)


def _hours(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """So many hours back, whole days."""
    if context.published is None or context.quoted:
        return None
    return _between(context.published, -(int(parts["hours"]) // _HOURS), 0)


def _past_days(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """So many days back; a week is seven."""
    if context.published is None or context.quoted:
        return None
    if "number" not in parts:
        return _between(context.published, -7, 0)
    written = parts["number"]
    number = int(written) if written.isdigit() else looked_up(parts, words, "number")
    return _between(context.published, -number, 0)


STRETCHES: dict[str, Rule] = {
    "last week": _week(-1),
    "this week": _week(0),
    "next week": _week(1),
    "weekend": _weekend,
    "last weekend": _last_weekend,
    "overnight": _overnight,
    "hours": _hours,
    "past days": _past_days,
}
