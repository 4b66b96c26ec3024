"""What the brief says in its own words, in the language of the brief."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

FALLBACK = "en"
_COLUMN = 5  # words of a column's name, at most four


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "data" / "phrases.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The languages the brief can speak."""
    return tuple(_table())


def _entry(key: str, language: str) -> Any:
    return _table().get(language, _table()[FALLBACK])[key]


def phrase(key: str, language: str, /, **parts: object) -> str:
    """The phrase filled in; of a pair, the form that `count` asks for."""
    entry = _entry(key, language)
    if isinstance(entry, list):
        entry = entry[0] if parts.get("count") == 1 else entry[1]
    return str(entry).format(**parts)


@cache
def attributing() -> tuple[str, ...]:
    """How a sentence opens that names its speaker at once, in every language there is."""
    return tuple(opening for entries in _table().values() for opening in entries["attributing"])


@cache
def reporting() -> frozenset[str]:
    """The verbs by which an outlet tells news, in every language there is."""
    return frozenset(verb for entries in _table().values() for verb in entries["reporting"])


@cache
def continuing() -> frozenset[str]:
    """The verbs by which somebody says more of something, in every language there is."""
    return frozenset(verb for entries in _table().values() for verb in entries["continuing"])


@cache
def generic() -> tuple[str, ...]:
    """How nouns end that tell an office and nobody in it, where all nouns have capitals."""
    return tuple(end for entries in _table().values() for end in entries.get("generic", ()))


@cache
def courtesies() -> frozenset[str]:
    """What stands before a surname that is no office, in every language there is."""
    return frozenset(word for entries in _table().values() for word in entries["courtesy"])


@cache
def calendar() -> frozenset[str]:
    """The months and the days of the week that have capitals, in every language there is."""
    return frozenset(
        word
        for entries in _table().values()
        for word in (*entries["months"], *entries.get("weekdays", ()))
    )


@cache
def nameless() -> frozenset[str]:
    """Words that say of a speaker that nobody knows who it is, in every language there is."""
    return frozenset(word for entries in _table().values() for word in entries["nameless"])


@cache
def outlets() -> frozenset[str]:
    """Words in the names of outlets, in every language there is."""
    return frozenset(
        word.casefold() for entries in _table().values() for word in entries["outlet_words"]
    )


@cache
def counting_people() -> frozenset[str]:
    """The units of figures that count people, in every language there is."""
    return frozenset(unit for entries in _table().values() for unit in entries["people"])


def is_opinion(title: str | None, *, column: bool = False) -> bool:
    """Whether a title says that it heads no report, in any language there is: "Analysis: …".

    The name of a `column`, "The Saturday Interview", may have other words before that one.
    """
    kind = re.split(r"\s*[:|–—\]]\s*|\s+-\s+", title or "", maxsplit=1)[0].strip("[]() ").casefold()
    words = kind.split()
    kind = words[-1] if column and 1 < len(words) < _COLUMN else kind
    return any(kind == one.casefold() for e in _table().values() for one in e["opinion"])


def day(date: dt.date, language: str) -> str:
    """A date in full, as the language writes it."""
    month = _entry("months", language)[date.month - 1]
    return str(_entry("day", language)).format(day=date.day, month=month, year=date.year)


def span(dates: Iterable[dt.date], language: str) -> str:
    """The first and the last of some dates, what they share said once: 16–21 June 2023."""
    ordered = sorted(dates)
    first, last = (day(date, language).split(" ") for date in (ordered[0], ordered[-1]))
    lead = list(first)
    while lead and first[len(lead) - 1 :] == last[len(lead) - 1 :]:
        lead.pop()
    if not lead:
        return " ".join(last)
    dash = "–" if len(lead) == 1 else " – "
    return " ".join(lead) + dash + " ".join(last)
