"""From the words of a date to its first day: one function a rule, a dict as the registry."""

from __future__ import annotations

import datetime as dt

from briefgen.text.dates.calendar import Calendar
from briefgen.text.dates.relative import ago, anchored, before_last, period, relative, tomorrow
from briefgen.text.dates.stretches import STRETCHES
from briefgen.text.dates.values import Context, Parts, Resolved, Rule, index, looked_up, of_index

_FAR = 130  # days; within them a date without its year is the nearest one, whatever the tense
_FAR_MONTHS = 8
_MONTH = 31  # days within which a weekday's number is sought


def resolve(rule: str, parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """What the parts mean; None where that isn't sure."""
    try:
        return RULES[rule](parts, words, context)
    except (ValueError, OverflowError):  # the 30th of February, the year 0
        return None


def _iso(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    year, month, day = (int(parts[name]) for name in ("year", "monthnumber", "daynumber"))
    return Resolved(dt.date(year, month, day), "day")


def _date(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    month = looked_up(parts, words, "month")
    day = int(parts.get("day", "1"))
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, day), "day")
    which = words.which.get(parts.get("which", "").lower())
    if which in ("last", "next", "following"):
        return _pointed(which, month, day, context)
    weekday = looked_up(parts, words, "weekday") if "weekday" in parts else None
    return _of_year(month, day, weekday, context)


def _pointed(which: str, month: int, day: int, context: Context) -> Resolved | None:
    """Resolve "le 12 mai dernier" from publication, "suivant" from the date before it."""
    anchor = context.published
    if which == "following":
        anchor = context.earlier[-1].date if context.earlier else None
    if anchor is None:
        return None
    days = [date for shift in (-1, 0, 1) if (date := _existing(anchor.year + shift, month, day))]
    if which == "last":
        return Resolved(max(date for date in days if date < anchor), "day")
    return Resolved(min(date for date in days if date > anchor), "day")


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
    month = looked_up(parts, words, "month")
    if "year" in parts:
        return Resolved(dt.date(int(parts["year"]), month, 1), "month")
    which = words.which.get(parts.get("which", "").lower())
    if which in ("that", "following"):
        return _after_anchor(month, context)
    if context.published is None:
        return None
    here = index(context.published)
    there = context.published.year * 12 + month - 1
    if which == "last":
        return of_index(there if there < here else there - 12)
    if which == "next":
        return of_index(there + 12) if there <= here else None
    if which == "this":
        return of_index(there)
    if context.direction == "past":
        return _near(here, there if there <= here else there - 12)
    if context.direction in ("ahead", "until"):
        return _near(here, there if there >= here else there + 12)
    return None


def _near(here: int, index: int) -> Resolved | None:
    """A month without its year; one that is far is doubtful, as the tense may be misread."""
    return of_index(index) if abs(index - here) <= _FAR_MONTHS else None


def _after_anchor(month: int, context: Context) -> Resolved | None:
    """Resolve "that June": the first one from the date before it in the sentence."""
    if not context.earlier:
        return None
    anchor = context.earlier[-1].date
    return Resolved(dt.date(anchor.year + (month < anchor.month), month, 1), "month")


def _quarter(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    number = int(parts["quarternumber"]) if "quarternumber" in parts else 0
    quarter = number or looked_up(parts, words, "ordinal")
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
    published, weekday = context.published, looked_up(parts, words, "weekday")
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


def _numbered(parts: Parts, words: Calendar, context: Context) -> Resolved | None:
    """Resolve "Monday 23": the nearest such day, or the one of the month that is told later."""
    if "month" in parts:
        return _date(parts, words, context)
    weekday, day = looked_up(parts, words, "weekday"), int(parts["day"])
    if "monthnumber" in parts:
        return _of_year(int(parts["monthnumber"]), day, weekday, context)
    if context.published is None:
        return None
    published = context.published
    near = (published + dt.timedelta(days=shift) for shift in range(-_MONTH, _MONTH + 1))
    days = [date for date in near if date.day == day and date.weekday() == weekday]
    return Resolved(min(days, key=lambda date: abs(date - published)), "day")


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
    "numbered": _numbered,
    "day": relative,
    "tomorrow": tomorrow,
    "ago": ago,
    "anchored": anchored,
    "period": period,
    "before last": before_last,
    "this": period,
    "year": _year,
    **STRETCHES,
}
