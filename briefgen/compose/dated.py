"""What relative dates mean, beside whichever extract is printed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from briefgen.model import Extract, Source
from briefgen.text.dates import days, expressions

T = TypeVar("T")


def overtaken(extract: Extract, source: Source, as_of: dt.date) -> bool:
    """Whether it tells of a day that was ahead when it was told, and is past by now."""
    told = source.article.published
    return told is not None and any(
        told < day < as_of for day in _named(extract.text, source.language, told)
    )


@lru_cache(maxsize=1_000)
def _named(text: str, language: str, told: dt.date) -> tuple[dt.date, ...]:
    """The days that it names; asked once a text, for the loop that fits the pages asks again."""
    found = expressions(text, language, told)
    return tuple(date.date for date in found if date.precision == "day")


def dated(value: T, sources: Mapping[str, Source]) -> T:
    """The value with the days that each of its extracts names, where it has none yet."""
    found: Any = value
    if isinstance(value, tuple):
        found = tuple(dated(item, sources) for item in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: dated(getattr(value, field.name), sources)
            for field in dataclasses.fields(value)
        }
        if isinstance(value, Extract) and not value.days:
            source = sources[value.source]
            changed["days"] = days(value.text, source.article.published, source.language)
        found = dataclasses.replace(value, **changed)
    return found  # type: ignore[no-any-return]
