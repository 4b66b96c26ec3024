"""Properties of a calendar's components, which icalendar hands out in several shapes."""

from __future__ import annotations

import datetime as dt
from typing import Any

Component = Any  # icalendar's components are dicts of whatever the file holds


def many(event: Component, key: str) -> list[Any]:
    """All the values of a property, which icalendar hands out bare when there is one."""
    value = event.get(key)
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(event: Component, key: str) -> str | None:
    """A property's first value as text, None when it is missing or empty."""
    values = many(event, key)
    return str(values[0]).strip() or None if values else None


def dated(event: Component, key: str, kind: type[Any] = dt.date) -> Any:
    """The property if its value is a date (a time is one), or of another `kind`; else None."""
    for value in many(event, key):
        # icalendar keeps what it cannot parse as a text whose other attributes raise ValueError.
        if not isinstance(value, str) and isinstance(value.dt, kind):
            return value
    return None
