"""The days that a text names by their distance from the day it was written on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from briefgen.model import Day
from briefgen.text.dates.expressions import Expression, expressions

_ON = frozenset(["on", "am", "el", "le", "il"])


@lru_cache(maxsize=10_000)
def days(text: str, published: dt.date | None, language: str) -> tuple[Day, ...]:
    """Return the relative dates of the text with the day each means, where that is certain.

    A date is ISO 8601, no preciser than written ("2024-05" for "last month"); a stretch of days is
    an interval, "2024-05-13/2024-05-19". Words that mean two days in one text are left out.
    """
    if published is None:
        return ()
    found: dict[str, set[str]] = {}
    for date in (told := tuple(_relative(text, published, language))):
        found.setdefault(_written(date).lower(), set()).add(_iso(date))
    shown: list[Day] = []
    for date in told:
        day = Day(_written(date), _iso(date))
        if len(found[day.as_written.lower()]) == 1 and not any(_says(old, day) for old in shown):
            shown.append(day)
    return tuple(shown)


def _says(old: Day, new: Day) -> bool:
    """Whether the new one is in the old: "Monday" in "on Monday"."""
    return old.date == new.date and new.as_written.lower() in old.as_written.lower()


def _relative(text: str, published: dt.date, language: str) -> Iterator[Expression]:
    """Sentence by sentence, for the tense of one says nothing of the next."""
    from briefgen.text import paragraph_spans, sentences

    for sentence in sentences(text, paragraph_spans(text), language):
        said = text[sentence.start : sentence.end]
        yield from (date for date in expressions(said, language, published) if date.relative)


def _written(date: Expression) -> str:
    """The words without "of", "by" or "since", which belong to the sentence."""
    on_day = date.lead in _ON and date.precision == "day"
    kept = not date.lead or date.lead == "im" or on_day
    return date.as_written if kept else date.as_written[len(date.lead) :].lstrip()


def _iso(date: Expression) -> str:
    if date.last is not None:
        return f"{date.date.isoformat()}/{date.last.isoformat()}"
    if date.precision == "quarter":
        return f"{date.date:%Y-%m}/{date.date.year:04}-{date.date.month + 2:02}"
    return date.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[date.precision]]
