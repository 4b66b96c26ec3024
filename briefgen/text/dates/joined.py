"""Two dates beside each other that are one: `in May last year`, `am Mittwoch nächster Woche`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from briefgen.text.dates.calendar import SPACE, Calendar
from briefgen.text.dates.resolve import resolve
from briefgen.text.dates.values import Reading, Resolved

_OF_A_YEAR = frozenset(["date", "month", "quarter", "fixed"])
_OF_A_WEEK = frozenset(["last week", "this week", "next week", "last weekend", "weekend"])
_BESIDE = re.compile(SPACE)
_APPOSED = re.compile(f",?{SPACE}")
_OWNS = re.compile("['’]s")
_ENDS = re.compile("[.,;:)]|$")


def are_one(text: str, one: Reading, other: Reading, words: Calendar) -> bool:
    """Whether one of them says of which year or week the other is.

    In "on May 12, last year's winner resigned" it does not.
    """
    gap = text[one.end : other.start]
    if _widens(other, one, words):
        if _ENDS.match(text, other.end):
            return bool(_APPOSED.fullmatch(gap))
        return bool(_BESIDE.fullmatch(gap)) and not _OWNS.match(text, other.end)
    return _widens(one, other, words) and bool(_APPOSED.fullmatch(gap))


def _widens(wide: Reading, fine: Reading, words: Calendar) -> bool:
    if "which" in fine.parts or "year" in fine.parts:
        return False
    if fine.rule == "weekday":
        return wide.rule in _OF_A_WEEK
    of_a_year = words.units.get(wide.parts.get("unit", "").lower()) == "year"
    return fine.rule in _OF_A_YEAR and (of_a_year or wide.rule == "year")


def joined(one: Reading, other: Reading, words: Calendar) -> Reading:
    """The two as one, which means nothing sure where the wider of them doesn't."""
    if _widens(one, other, words):
        wide, fine = one.resolved, other
    else:  # "that year" is the one told before the month
        context = replace(other.context, earlier=one.context.earlier)
        wide, fine = resolve(other.rule, other.parts, words, context), one
    return replace(
        fine,
        start=one.start,
        end=other.end,
        context=replace(fine.context, lead=one.context.lead),
        relative=one.relative or other.relative,
        resolved=_of(wide, fine, words) if wide else None,
    )


def _of(wide: Resolved, fine: Reading, words: Calendar) -> Resolved | None:
    """The day or month of the finer one that lies in the wider one."""
    if wide.last is None:
        parts = {**fine.parts, "year": f"{wide.date.year:04}"}
        return resolve(fine.rule, parts, words, fine.context)
    weekday = words.words["weekday"][fine.parts["weekday"].lower()]
    span = range((wide.last - wide.date).days + 1)
    days = [wide.date + dt.timedelta(days=shift) for shift in span]
    days = [day for day in days if day.weekday() == weekday]
    return Resolved(days[0], "day") if len(days) == 1 else None
