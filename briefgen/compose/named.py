"""Whom a surname means, beside the first extract that takes it as known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.compose.rewrite import rewritten
from briefgen.compose.stands import Stands
from briefgen.model import Brief, Extract, Named, Person, Summary

_READ = (
    "title", "meeting", "bottom_line", "stories", "positions", "differences", "gaps", "timeline",
)  # fmt: skip


def named(brief: Brief, summary: Summary, people: Iterable[Person]) -> Brief:
    """The brief with each person whole where the reader, from its top on, meets them first."""
    stands = Stands(summary, people)
    read: list[str] = []

    def told(extract: Extract) -> Extract:
        before = told(extract.before) if extract.before else None
        read.append(extract.text)
        names = tuple(
            Named(word, person.name, person.role)
            for word, person in stands.meant(extract).items()
            if not any(person.name in text for text in read)
        )
        read.extend(name.name for name in names)
        return replace(extract, before=before, names=names)

    fields = {name: rewritten(getattr(brief, name), told, read.append) for name in _READ}
    return replace(brief, **fields)
