"""The sourcing statement (ICD 206): what the brief was drawn from, in true counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from briefgen.compose.phrases import phrase, span
from briefgen.model import Entry, LeftOut


def statement(
    entries: Sequence[Entry], *, source_languages: Sequence[str], left_out: LeftOut, language: str
) -> str:
    """A few sentences on the sources, their dates, copies and failures, and what was left out."""
    return " ".join(_sentences(entries, tuple(source_languages), left_out, language))


def _sentences(
    entries: Sequence[Entry], spoken: tuple[str, ...], left_out: LeftOut, language: str
) -> Iterator[str]:
    read = [entry for entry in entries if entry.status != "unread"]
    yield _drawn(entries, read, language)
    if unread := len(entries) - len(read):
        yield phrase("unread", language, count=unread)
    undated = sum(entry.published is None for entry in read)
    if undated and undated < len(read):
        yield phrase("undated", language, count=undated)
    if len(spoken) > 1:
        yield phrase("languages", language, count=len(spoken), list=", ".join(spoken))
    yield phrase("verbatim", language)
    if left_out.points:
        yield phrase("left_out", language, count=left_out.points)


def _drawn(entries: Sequence[Entry], read: Sequence[Entry], language: str) -> str:
    """How many were drawn from, of what days all are, and of which outlets, if all tell theirs."""
    drawn = [entry for entry in read if entry.status == "used"]
    parts = [phrase("drawn", language, used=len(drawn), count=len(entries))]
    if dates := [dt.date.fromisoformat(entry.published) for entry in read if entry.published]:
        count = len(set(dates))
        parts.append(phrase("published", language, count=count, range=span(dates, language)))
    outlets = {entry.outlet for entry in drawn if entry.outlet}
    if outlets and all(entry.outlet for entry in drawn):
        name = min(outlets)
        parts.append(phrase("outlets", language, count=len(outlets), name=name))
    text = ", ".join(parts)
    if copies := sum(entry.status == "duplicate" for entry in entries):
        text += "; " + phrase("duplicates", language, count=copies)
    return text + "."
