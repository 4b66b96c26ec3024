"""Whom a surname means, beside the first extract that takes it as known."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any, TypeVar

from briefgen.compose.stands import Stands
from briefgen.model import Brief, Extract, Named, Person, Summary

T = TypeVar("T")

_READ = (
    "title", "meeting", "bottom_line", "stories", "positions", "differences", "gaps", "timeline",
)  # fmt: skip


def named(brief: Brief, summary: Summary, people: Iterable[Person]) -> Brief:
    """The brief with each person whole where the reader, from its top on, meets them first."""
    reading = _Reading(Stands(summary, people))
    return dataclasses.replace(
        brief, **{name: reading.read(getattr(brief, name)) for name in _READ}
    )


class _Reading:
    """What has been read so far."""

    def __init__(self, stands: Stands) -> None:
        self._stands = stands
        self._read: list[str] = []

    def read(self, value: T) -> T:
        """The value with the names told that are new in it."""
        found: Any = value
        if isinstance(value, str):
            self._read.append(value)
        elif isinstance(value, tuple):
            found = tuple(map(self.read, value))
        elif isinstance(value, Extract):
            found = self._extract(value)
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [field.name for field in dataclasses.fields(value)]
            found = dataclasses.replace(
                value, **{name: self.read(getattr(value, name)) for name in fields}
            )
        return found  # type: ignore[no-any-return]

    def _extract(self, extract: Extract) -> Extract:
        before = self.read(extract.before)
        self._read.append(extract.text)
        names = tuple(
            Named(word, person.name, person.role)
            for word, person in self._stands.meant(extract).items()
            if not any(person.name in text for text in self._read)
        )
        self._read.extend(name.name for name in names)
        return dataclasses.replace(extract, before=before, names=names)
