"""Dates told by their distance: from the day of publication, or from a date in the sentence."""

from __future__ import annotations

import datetime as dt

from briefgen.text.dates.calendar import Calendar
from briefgen.text.dates.values import Context, Parts, Resolved, index, looked_up, of_index


def relative(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Today and its neighbours; in a quotation they count from a day that isn't known."""
    if context.published is None or context.quoted:
        return None
    shift = words.words["relative"][parts["relative"].lower()]
    if shift == 0 and not context.direction:
        return None
    return Resolved(context.published + dt.timedelta(days=shift), "day")


def tomorrow(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """The day after, where the word is no morning."""
    if context.published is None or context.quoted:
        return None
    return Resolved(context.published + dt.timedelta(days=1), "day")


def ago(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """So many days, months or years back."""
    if context.published is None or context.quoted:
        return None
    return _shifted(context.published, -_number(parts, words), words.units[parts["unit"].lower()])


def anchored(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Resolve "two days earlier", counted from the one day that the sentence named before."""
    if len(context.earlier) != 1 or "shift" not in parts:
        return None
    unit = words.units[parts["unit"].lower()]
    if unit == "day" and context.earlier[-1].precision != "day":
        return None
    number = _number(parts, words) if "number" in parts else 1
    number *= words.shift[parts["shift"].lower()]
    return _shifted(context.earlier[-1].date, number, unit)


def _number(parts: Parts, words: Calendar) -> int:
    written = parts["number"]
    return int(written) if written.isdigit() else looked_up(parts, words, "number")


def _shifted(date: dt.date, number: int, unit: str) -> Resolved | None:
    if unit == "day":
        return Resolved(date + dt.timedelta(days=number), "day")
    if unit == "month":
        return of_index(index(date) + number)
    if unit == "year" and abs(number) < 10:
        return Resolved(dt.date(date.year + number, 1, 1), "year")
    return None


def period(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Last month, this year, next quarter; "that year" is the one before it in the sentence."""
    unit = words.units[parts["unit"].lower()]
    which = words.which.get(parts.get("which", "").lower(), "this")
    if which in ("that", "following"):
        return _that(unit, which, context)
    if context.published is None or unit == "day":
        return None
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "quarter":
        month = (context.published.month - 1) // 3 * 3 + 3 * shift
        index = context.published.year * 12 + month
        return Resolved(dt.date(index // 12, index % 12 + 1, 1), "quarter")
    return _shifted(context.published.replace(day=1), shift, unit)


def before_last(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """The month or the year before the last one."""
    if context.published is None:
        return None
    return _shifted(context.published.replace(day=1), -2, words.units[parts["unit"].lower()])


def _that(unit: str, which: str, context: Context) -> Resolved | None:
    if not context.earlier or unit == "quarter":
        return None
    if unit == "day" and context.earlier[-1].precision != "day":
        return None
    return _shifted(context.earlier[-1].date, 1 if which == "following" else 0, unit)
