"""The dates of an article, also of one that doesn't say when it was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.find.standing import LONGEST
from briefgen.model import Sentence, Source
from briefgen.text.dates import Expression, expressions

_NEAR = 130  # days from a date with its year within which another has the same, or the next
_AS_WRITTEN = ("weekday", "month", "date")
# From these two days every month lies within reach; what they resolve to is thrown away.
_ANY_DAYS = (dt.date(2000, 1, 5), dt.date(2000, 7, 5))

Dated = tuple[Sentence, tuple[Expression, ...]]


def dated(source: Source) -> Iterator[Dated]:
    """The dates of the sentences that are short enough to be printed; no stretch of days."""
    for sentence in _short(source):
        named = expressions(source.text_of(sentence), source.language, source.article.published)
        if found := tuple(date for date in named if date.last is None):
            yield sentence, found


def _short(source: Source) -> Iterator[Sentence]:
    return (s for s in source.sentences if s.end - s.start <= LONGEST)


def anchored(source: Source) -> Iterator[Dated]:
    """The dates in full, and the days whose year follows from the full date told before them.

    `On 14 May 2022 … On 20 May …`: the later one is of the same year, unless that lies far off.
    """
    anchor: dt.date | None = None
    for sentence in _short(source):
        text = source.text_of(sentence)
        full = expressions(text, source.language, None)
        found = full
        if anchor and any(char.isdigit() for char in text):
            near = expressions(text, source.language, anchor)
            known = {date.start for date in full}
            found = tuple(d for d in near if d.start in known or _follows(d, anchor))
        if found:
            yield sentence, found
        anchor = next((d.date for d in reversed(full) if d.precision in ("day", "month")), anchor)


def _follows(date: Expression, anchor: dt.date) -> bool:
    return date.rule == "date" and abs((date.date - anchor).days) <= _NEAR


def as_written(source: Source, known: Iterable[Dated]) -> Iterator[Dated]:
    """The weekdays, months and days beside the known dates, for a row that says no more."""
    resolved = {(s.start, d.start) for s, found in known for d in found}
    for sentence in _short(source):
        text = source.text_of(sentence)
        by_place: dict[int, Expression] = {}
        for day in _ANY_DAYS:
            for date in expressions(text, source.language, day):
                if date.rule in _AS_WRITTEN and date.last is None:
                    by_place.setdefault(date.start, replace(date, date=dt.date.max))
        found = tuple(
            date for start, date in sorted(by_place.items())
            if (sentence.start, start) not in resolved
        )  # fmt: skip
        if found:
            yield sentence, found
