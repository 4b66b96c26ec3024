"""What relative dates mean, beside whichever extract is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from briefgen.model import Extract, Source
from briefgen.text.dates import days

T = TypeVar("T")


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
