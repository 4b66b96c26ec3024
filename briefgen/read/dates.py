"""Days as newspapers write them at the head of an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefgen.read.lexicon import alternation, lexicon

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.º°])?"
_NUMERIC = (
    r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
    rf"(?<!\d)(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
)
_CHINESE = r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
_CLOCK = re.compile(
    r"(?:\bT|\b)\d{1,2}(?:[:.hH]\d{2}){1,2}(?:\.\d+)?(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*(?:[+-−]\d\d:?\d\d|Z\b))?"
    r"|\b\d{1,2}\s*(?:h|uhr|uur|[ap]\.?\s?m\b\.?)(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[^\W\d_][^\d,;:!?()]{1,40},\s+(?=\S)")
_MAX_LINE = 120


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it stands at `[start:end]`; `day` is None where the order of its numbers is open."""

    start: int
    end: int
    day: dt.date | None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    day_first, month_first = _in_words()
    named = (rf"{day_first},?\s*(?:del?\s+)?{_YEAR}", rf"{month_first},?\s*{_YEAR}")
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*named, *_NUMERIC, _CHINESE))


def _in_words() -> tuple[str, str]:
    """A day and its month by name, either first."""
    month = rf"(?P<name>{alternation(lexicon().months)})\b\.?"
    return rf"{_DAY}\s*(?:(?:of|de|di|d')\s*)?(?<!\w){month}", rf"(?<!\w){month}\s*{_DAY}"


@cache
def _yearless() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"{pattern}(?!\d)", re.IGNORECASE) for pattern in _in_words())


def days(text: str) -> tuple[Written, ...]:
    """All the days with day, month and year in `text`, in their order, none inside another."""
    found: list[Written] = []
    for written in sorted(_matches(text), key=lambda w: (w.start, -w.end)):
        if not found or written.start >= found[-1].end:
            found.append(written)
    return tuple(found)


def _matches(text: str) -> Iterator[Written]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield Written(match.start(), match.end(), _day(match))


def _day(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "name" in parts:
        return _valid(year, lexicon().months[parts["name"].lower()], int(parts["day"]))
    if "month" in parts:
        return _valid(year, int(parts["month"]), int(parts["day"]))
    first, second = int(parts["first"]), int(parts["second"])
    readings = {_valid(year, second, first)}
    if parts["sep"] == "/":  # 06/19/2023 in America; a dot or a dash is always day first
        readings.add(_valid(year, first, second))
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def of_year(text: str, year: int) -> dt.date | None:
    """The first day with its month by name in `text`, which does not tell its year."""
    match = next(filter(None, (pattern.search(text) for pattern in _yearless())), None)
    return (
        _valid(year, lexicon().months[match["name"].lower()], int(match["day"])) if match else None
    )


def alone(line: str) -> bool:
    """Whether the line is nothing but a day, with its weekday, clock, zone or place."""
    return bare(line) or bare(_PLACE.sub("", line))


def bare(line: str) -> bool:
    """Whether the line is nothing but a day, without a place."""
    found = days(line) if len(line) <= _MAX_LINE else ()
    words = re.findall(r"\w+", _rest(line, found)) if found else ["-"]
    return all(word.lower() in lexicon().around for word in words)


def _rest(line: str, found: tuple[Written, ...]) -> str:
    for written in reversed(found):
        line = f"{line[: written.start]} {line[written.end :]}"
    return _CLOCK.sub(" ", line)


def published(line: str) -> dt.date | None:
    """The day of a dateline; of several the first that is not marked as an update."""
    before, late = 0, None
    for written in days(line):
        words = set(re.findall(r"\w+", line[before : written.start].lower()))
        before = written.end
        if written.day is None:
            continue
        if not words & lexicon().updated or words & lexicon().published:
            return written.day
        late = late or written.day
    return late


def leading(paragraph: str) -> Written | None:
    """The day that a body paragraph opens with, set before its first sentence.

    "Saturday, March 26, 2005 Up to four times …" has one; "March 26, 2005 was …" has none.
    """
    head = paragraph[:_MAX_LINE]
    first = next(iter(days(head)), None)
    if first is None:
        return None
    before = re.findall(r"\w+", head[: first.start].lower())
    after = _CLOCK.sub("", head[first.end :]).lstrip(" .|")
    opens = not after or after[0] in '—–-:("“«„' or after[0].isupper()
    known = lexicon().weekdays | lexicon().published
    return first if opens and known.issuperset(before) else None


def glued(paragraph: str) -> int | None:
    """Where a dateline ends that has run into the first sentence, or None where none surely has.

    Sure is one with its weekday, or one without a space: "January 18, 2005Through a telethon …".
    """
    day = leading(paragraph)
    if day is None or not re.match(r"\s*[^\W\d_\s]", paragraph[day.end :]):
        return None
    weekday = lexicon().weekdays & set(re.findall(r"\w+", paragraph[: day.start].lower()))
    return day.end if weekday or not paragraph[day.end].isspace() else None
