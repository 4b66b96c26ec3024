"""The words the brief prints of its own accord, and dates as its language writes them."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

Labels = Mapping[str, Any]


def labels_for(language: str) -> Labels:
    """The labels of a BCP 47 language, English where there are none."""
    table = _table()
    return table.get(language.replace("_", "-").split("-")[0].lower(), table["en"])


@functools.cache
def _table() -> Mapping[str, Labels]:
    data = files("briefgen.render").joinpath("data", "labels.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def day(labels: Labels, iso: str, *, weekday: bool = False) -> str:
    """An ISO date (`2023`, `2023-06`, `2023-06-19` …) in words; what is no date stays as it is."""
    parts = iso.split("T")[0].split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        return iso
    if len(parts) == 1:
        return iso
    try:
        date = dt.date(*(int(part) for part in [*parts, "1"][:3]))
    except ValueError:
        return iso
    if len(parts) == 2:
        return _filled(labels, "month_format", date)
    return _filled(labels, "day_format" if weekday else "date_format", date)


def short(labels: Labels, iso: str, *, year: bool) -> str:
    """An ISO day as it stands beside a citation: `29 Mar`, `29 Mar 2007`."""
    try:
        date = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return _filled(labels, "short_year_format" if year else "short_format", date)


def days(labels: Labels, iso: str) -> str:
    """What a relative date means: a day with its weekday, a month, a year, or an interval."""
    first, _, last = iso.partition("/")
    if last:
        return f"{day(labels, first)} – {day(labels, last)}"
    return day(labels, first, weekday=True)


def precise(labels: Labels, iso: str, precision: str) -> str:
    """An event's date, no more precise than it was written."""
    try:
        date = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return day(labels, iso)
    if precision == "day":
        return _filled(labels, "date_format", date)
    if precision == "month":
        return _filled(labels, "month_format", date)
    if precision == "quarter":
        return str(labels["quarter_format"]).format(
            quarter=(date.month + 2) // 3, year=f"{date.year:04}"
        )
    return f"{date.year:04}"


def moment(labels: Labels, iso: str) -> str:
    """A date and time: `Thu 14 May 2026, 15:00 (UTC+02:00)`."""
    try:
        time = dt.datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if "T" not in iso and " " not in iso:
        return day(labels, iso, weekday=True)
    return f"{_filled(labels, 'day_format', time)}, {time:%H:%M}{_zone(time)}"


def period(labels: Labels, start: str | None, end: str | None) -> str | None:
    """From when to when; the day and the zone only once where they are the same."""
    if start is None:
        return None if end is None else moment(labels, end)
    if end is None or end == start:
        return moment(labels, start)
    try:
        first, last = dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end)
    except ValueError:
        return f"{moment(labels, start)} – {moment(labels, end)}"
    same = first.date() == last.date() and first.utcoffset() == last.utcoffset()
    if same and "T" in start:
        date = _filled(labels, "day_format", first)
        return f"{date}, {first:%H:%M}–{last:%H:%M}{_zone(first)}"
    return f"{moment(labels, start)} – {moment(labels, end)}"


def number(labels: Labels, value: int) -> str:
    """A count with the language's thousands separator."""
    return f"{value:,}".replace(",", labels["thousands"])


def counted(labels: Labels, name: str, count: int) -> str:
    """`1 source`, `3 sources`."""
    return str(labels[f"{name}_one" if count == 1 else f"{name}_many"]).format(count)


def _filled(labels: Labels, name: str, date: dt.date) -> str:
    return str(labels[name]).format(
        day=labels.get("first", 1) if date.day == 1 else date.day,
        month=labels["months"][date.month - 1],
        short=labels["months_short"][date.month - 1],
        year=f"{date.year:04}",
        weekday=labels["weekdays"][date.weekday()],
    )


def _zone(time: dt.datetime) -> str:
    offset = time.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
