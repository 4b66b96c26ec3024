"""What resolving a date goes by, and what it gives; months counted through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.model import Precision
from briefgen.text.dates.calendar import Calendar

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The first day, how precisely it was written, and the last one of a few ("this week")."""

    date: dt.date
    precision: Precision
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is resolved by: the day of publication, the tense, and the dates before it."""

    published: dt.date | None
    direction: str | None
    lead: str
    earlier: tuple[Resolved, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a date at `text[start:end]`, the parts of their form, and what they surely mean."""

    start: int
    end: int
    rule: str
    parts: Parts
    context: Context
    relative: bool
    resolved: Resolved | None = None


Rule = Callable[[Parts, Calendar, Context], Resolved | None]


def looked_up(parts: Parts, words: Calendar, name: str) -> int:
    """The number that the lists give to a part, its abbreviation's dot left aside."""
    table = words.words[name]
    low = parts[name].lower()
    return table[low] if low in table else table[low.rstrip(".")]


def index(date: dt.date) -> int:
    """The month's number, counted through the years."""
    return date.year * 12 + date.month - 1


def of_index(index: int) -> Resolved:
    """The month with that number."""
    return Resolved(dt.date(index // 12, index % 12 + 1, 1), "month")
