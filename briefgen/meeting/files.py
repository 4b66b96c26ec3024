"""Meeting files by their suffix, and how several are laid over one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from briefgen.errors import OutputError, SettingsError, UsageError
from briefgen.meeting.values import Invitation, MeetingFile
from briefgen.model import Attendee, Meeting

LIMIT = 20_000_000  # bytes: Outlook puts attachments into its invitations

Reader = Callable[[bytes, str, dt.datetime | None], MeetingFile]


def _ics(data: bytes, name: str, as_of: dt.datetime | None) -> MeetingFile:
    from briefgen.meeting.invitation import parse  # icalendar takes 150 ms to import

    return parse(data, name, as_of=as_of)


def _toml(data: bytes, name: str, as_of: dt.datetime | None) -> MeetingFile:
    from briefgen.meeting.toml import parse

    return parse(data, name)


READERS: dict[str, Reader] = {".ics": _ics, ".toml": _toml}


def read(path: Path, *, as_of: dt.datetime | None = None) -> MeetingFile:
    """The invitation (.ics) or meeting file (.toml) at `path`.

    Of a series of meetings it is the next one that ends after `as_of`, the first one without it.
    Raises UsageError where the file is not there, of another kind, or tells of a meeting that is
    cancelled, and SettingsError where its contents cannot be understood.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path}: a meeting is an .ics invitation or a .toml meeting file")
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    if len(data) > LIMIT:
        raise SettingsError(f"{path}: larger than {LIMIT // 1_000_000} MB, which no invitation is")
    return reader(data, path.name, as_of)


def merge(files: Iterable[MeetingFile]) -> Invitation:
    """All that was given as one: a meeting file wins over an invitation, a later over an earlier.

    Attendees are joined by name, those of the file first, for it holds their roles.
    """
    ordered = sorted(files, key=lambda file: not file.invitation)
    said = _said(ordered)
    said["attendees"] = _attendees([file.attendees for file in reversed(ordered)])
    said["notes"] = tuple(note for file in ordered for note in file.notes)
    meeting = {field.name: said.pop(field.name, None) for field in fields(Meeting)}
    if not any(meeting.values()):
        return Invitation(**said)
    meeting |= {"title": meeting["title"] or "", "agenda": meeting["agenda"] or ()}
    return Invitation(meeting=Meeting(**meeting), **said)


def _said(files: Sequence[MeetingFile]) -> dict[str, Any]:
    """Each field's last value that says something."""
    names = [field.name for field in fields(MeetingFile) if field.name != "invitation"]
    given = [(name, getattr(file, name)) for file in files for name in names]
    return {name: value for name, value in given if value}


def _attendees(lists: Iterable[tuple[Attendee, ...]]) -> tuple[Attendee, ...]:
    """The lists as one, the first wins field by field; the same person is the same name."""
    found: dict[str, Attendee] = {}
    for person in (person for people in lists for person in people):
        key = " ".join(person.name.casefold().split())
        known = found.get(key, person)
        found[key] = replace(
            known,
            role=known.role or person.role,
            say=known.say or person.say,
            reply=known.reply or person.reply,
        )
    return tuple(found.values())


def write_new(path: Path) -> None:
    """Write a commented meeting file to fill in; what is there already is never overwritten."""
    from briefgen.meeting.toml import NEW

    if path.suffix.lower() != ".toml":
        raise UsageError(f"{path}: a meeting file's name ends in .toml")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(NEW)
    except FileExistsError as error:
        raise UsageError(f"{path}: is there already and was left as it is") from error
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
