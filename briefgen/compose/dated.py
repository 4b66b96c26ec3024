"""What relative dates mean, beside whichever extract is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from briefgen.compose.rewrite import rewritten
from briefgen.model import Extract, Source
from briefgen.text.dates import days, expressions

T = TypeVar("T")


def overtaken(extract: Extract, source: Source, as_of: dt.date) -> bool:
    """Whether the first day that it names was ahead when it was told, and is past by now.

    "They agreed on Tuesday to open it before 1 July" has happened, whatever came of it.
    """
    told = source.article.published
    named = _named(extract.text, source.language, told) if told else ()
    return told is not None and bool(named) and told < named[0] < as_of


@lru_cache(maxsize=1_000)
def _named(text: str, language: str, told: dt.date) -> tuple[dt.date, ...]:
    """The days that it names; asked once a text, for the loop that fits the pages asks again."""
    found = expressions(text, language, told)
    return tuple(date.date for date in found if date.precision == "day")


def dated(value: T, sources: Mapping[str, Source]) -> T:
    """The value with the days that each of its extracts names, where it has none yet."""

    def explained(extract: Extract) -> Extract:
        source = sources[extract.source]
        meant = extract.days or days(extract.text, source.article.published, source.language)
        before = explained(extract.before) if extract.before else None
        return replace(extract, before=before, days=meant)

    return rewritten(value, explained)
