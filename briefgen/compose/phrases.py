"""What the brief says in its own words, in the language of the brief."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Literal

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


Words = Literal[
    "announcing", "attributing", "continuing", "courtesy", "declaring", "generic", "months",
    "nameless", "opinion", "outlet_words", "people", "remarks", "reporting", "speaking",
    "weekdays", "withdrawing",
]  # fmt: skip
"""What the lists in `data/phrases.toml` are called, which says what each is."""


@cache
def listed(key: Words) -> frozenset[str]:
    """The words of a list, in every language there is, for a source may be in any."""
    return frozenset(word for entries in _table().values() for word in entries.get(key, ()))


def is_opinion(title: str | None, *, column: bool = False) -> bool:
    """Whether a title says that it heads no report, in any language there is: "Analysis: …".

    The name of a `column`, "The Saturday Interview", may have other words before that one.
    """
    kind = re.split(r"\s*[:|–—\]]\s*|\s+-\s+", title or "", maxsplit=1)[0].strip("[]() ").casefold()
    words = kind.split()
    kind = words[-1] if column and 1 < len(words) < _COLUMN else kind
    return any(kind == one.casefold() for one in listed("opinion"))


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
