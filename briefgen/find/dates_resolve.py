"""From the words of a date to its first day: one function a rule, a dict as the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.find.dates_calendar import Calendar
from briefgen.model import Precision

Parts = Mapping[str, str]
_FAR = 130  # days; within them a date without its year is the nearest one, whatever the tense
_FAR_MONTHS = 8


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved by: the day of publication, the tense, and the dates before it."""

    published: dt.date | None
    direction: str | None
    lead: str
    earlier: tuple[dt.date, ...] = ()
    precisions: tuple[Precision, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """The first day, and how precisely it was written."""

    date: dt.date
    precision: Precision


Rule = Callable[[Parts, Calendar, Context], Resolved | None]


def resolve(rule: str, parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """What the parts mean; None where that isn't sure."""
    try:
        return RULES[rule](parts, words, context)
    except (ValueError, OverflowError):  # the 30th of February, the year 0
        return None


def _looked_up(parts: Parts, words: Calendar, name: str) -> int:
    table = words.words[name]
    low = parts[name].lower()
    return table[low] if low in table else table[low.rstrip(".")]


def _iso(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    year, month, day = (int(parts[name]) for name in ("year", "monthnumber", "daynumber"))
    return Resolved(dt.date(year, month, day), "day")


def _date(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    month = _looked_up(parts, words, "month")
    day = int(parts.get("day", "1"))
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, day), "day")
    weekday = _looked_up(parts, words, "weekday") if "weekday" in parts else None
    return _of_year(month, day, weekday, context)


def _of_year(month: int, day: int, weekday: int | None, context: Context) -> Resolved | None:
    """The year that is meant: the weekday's, else the nearest, else the tense's."""
    if context.published is None:
        return None
    published = context.published
    years = (published.year + shift for shift in (-1, 0, 1))
    days = [date for year in years if (date := _existing(year, month, day))]
    if weekday is not None:
        days = [date for date in days if date.weekday() == weekday]
    if not days:
        return None
    near = min(days, key=lambda date: abs((date - published).days))
    distance = (near - published).days
    if abs(distance) <= _FAR:
        if context.direction == "past" and context.lead and distance > 0 and _since(context):
            near = max((date for date in days if date <= published), default=near)
        return Resolved(near, "day")
    if context.direction == "past":
        return Resolved(max((d for d in days if d <= published), default=near), "day")
    if context.direction:
        return Resolved(min((d for d in days if d >= published), default=near), "day")
    return None


def _since(context: Context) -> bool:
    return context.lead in {"since", "depuis", "desde", "seit", "desde el"}


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _fixed(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    month, day = (int(part) for part in words.fixed[parts["fixed"].lower()].split("-"))
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, day), "day")
    return _of_year(month, day, None, context)


def _month(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    month = _looked_up(parts, words, "month")
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, 1), "month")
    which = words.which.get(parts.get("which", "").lower())
    if which in ("that", "following"):
        return _after_anchor(month, context)
    if context.published is None:
        return None
    here = _index(context.published)
    there = context.published.year * 12 + month - 1
    if which == "last":
        return _of_index(there if there < here else there - 12)
    if which == "next":
        return _of_index(there + 12) if there <= here else None
    if which == "this":
        return _of_index(there)
    if context.direction == "past":
        return _near(here, there if there <= here else there - 12)
    if context.direction in ("ahead", "until"):
        return _near(here, there if there >= here else there + 12)
    return None


def _near(here: int, index: int) -> Resolved | None:
    """A month without its year; one that is far is doubtful, as the tense may be misread."""
    return _of_index(index) if abs(index - here) <= _FAR_MONTHS else None


def _after_anchor(month: int, context: Context) -> Resolved | None:
    """Resolve "that June": the first one from the date before it in the sentence."""
    if not context.earlier:
        return None
    anchor = context.earlier[-1]
    return Resolved(dt.date(anchor.year + (month < anchor.month), month, 1), "month")


def _index(date: dt.date) -> int:
    return date.year * 12 + date.month - 1


def _of_index(index: int) -> Resolved:
    return Resolved(dt.date(index // 12, index % 12 + 1, 1), "month")


def _quarter(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    number = int(parts["quarternumber"]) if "quarternumber" in parts else 0
    quarter = number or _looked_up(parts, words, "ordinal")
    month = 3 * quarter - 2
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, 1), "quarter")
    if context.published is None or not context.direction:
        return None
    there = dt.date(context.published.year, month, 1)
    if context.direction == "past" and there > context.published:
        there = there.replace(year=there.year - 1)
    elif context.direction != "past" and month + 2 < context.published.month:
        there = there.replace(year=there.year + 1)
    return Resolved(there, "quarter")


def _weekday(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """The nearest in the direction; "last" and "next" only where one day alone can be meant."""
    if context.published is None:
        return None
    published, weekday = context.published, _looked_up(parts, words, "weekday")
    ahead = (weekday - published.weekday()) % 7
    back = (published.weekday() - weekday) % 7
    which = words.which.get(parts.get("which", "").lower())
    distance: int | None = None
    if which == "next":
        distance = ahead or 7 if published.weekday() + (ahead or 7) > 6 else None
    elif which == "last":
        distance = -(back or 7) if published.weekday() - (back or 7) < 0 else None
    elif which in ("following", "that"):
        return None
    elif context.direction == "past":
        distance = -back
    elif context.direction in ("ahead", "until"):
        distance = ahead
    if distance is None:
        return None
    return Resolved(published + dt.timedelta(days=distance), "day")


def _relative(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Today and its neighbours; in a quotation they count from a day that isn't known."""
    if context.published is None or context.quoted:
        return None
    shift = words.words["relative"][parts["relative"].lower()]
    if shift == 0 and not context.direction:
        return None
    return Resolved(context.published + dt.timedelta(days=shift), "day")


def _tomorrow(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    if context.published is None or context.quoted:
        return None
    return Resolved(context.published + dt.timedelta(days=1), "day")


def _ago(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    if context.published is None or context.quoted:
        return None
    return _shifted(context.published, -_number(parts, words), words.units[parts["unit"].lower()])


def _anchored(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Resolve "two days earlier", counted from the one day that the sentence named before."""
    if len(context.earlier) != 1 or "shift" not in parts:
        return None
    unit = words.units[parts["unit"].lower()]
    if unit == "day" and context.precisions[-1] != "day":
        return None
    number = _number(parts, words) if "number" in parts else 1
    return _shifted(context.earlier[-1], number * words.shift[parts["shift"].lower()], unit)


def _number(parts: Parts, words: Calendar) -> int:
    written = parts["number"]
    return int(written) if written.isdigit() else _looked_up(parts, words, "number")


def _shifted(date: dt.date, number: int, unit: str) -> Resolved | None:
    if unit == "day":
        return Resolved(date + dt.timedelta(days=number), "day")
    if unit == "month":
        return _of_index(_index(date) + number)
    if unit == "year" and abs(number) < 10:
        return Resolved(dt.date(date.year + number, 1, 1), "year")
    return None


def _period(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
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


def _that(unit: str, which: str, context: Context) -> Resolved | None:
    if not context.earlier or unit == "quarter":
        return None
    if unit == "day" and context.precisions[-1] != "day":
        return None
    return _shifted(context.earlier[-1], 1 if which == "following" else 0, unit)


def _year(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    return Resolved(dt.date(int(parts["year"]), 1, 1), "year")


RULES: dict[str, Rule] = {
    "iso": _iso,
    "date": _date,
    "fixed": _fixed,
    "month": _month,
    "quarter": _quarter,
    "weekday": _weekday,
    "night": _weekday,
    "day": _relative,
    "tomorrow": _tomorrow,
    "ago": _ago,
    "anchored": _anchored,
    "period": _period,
    "this": _period,
    "year": _year,
}
