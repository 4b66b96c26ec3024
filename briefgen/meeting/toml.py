"""The meeting file: TOML that a person writes, for what an invitation does not say."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
import zoneinfo
from collections.abc import Callable
from typing import Any

from briefgen.errors import SettingsError
from briefgen.meeting.values import LONGEST, MeetingFile, one_line, without_addresses
from briefgen.model import Attendee

NEW = '''\
# A meeting file for briefgen: everything is optional, a line with # in front of it is not read.
# Use it with:  briefgen make SOURCES... --meeting THIS-FILE
# Give an .ics invitation as well and this file adds to it; where both say something, this one wins.

# title = "Talks on maritime safety"
# start = 2026-05-12T09:30:00        # with timezone below, or with an offset: 09:30:00+02:00
# end = 2026-05-12T10:30:00
# timezone = "Europe/Berlin"
# where = "Room 4.12"
# link = "https://meet.example.org/talks"
# organiser = "Office of the Director"

# for = "The Minister"
# from = "Policy desk"
# marking = "Official"               # stands at the top and bottom of each page
# reference = "MS-2026-017"

# purpose = "To agree on a joint position before the council."
# objectives = ["Learn what the partners will pledge", "Fix a date for the next round"]
# points_to_make = ["We welcome the progress made."]
# comment = """
# Your own words for the reader, set apart from what the sources say.
# """

# What will be talked about, in order: it steers which sentences are chosen.
# agenda = ["Death toll", "Aid pledges", "The earthquake"]

# Who will be there, once for each person:
# [[attendees]]
# name = "Jane Roe"
# role = "Deputy minister"
# say = "jayn ROH"                   # how to say the name
# reply = "accepted"
'''

Value = Callable[[object], Any]


def parse(data: bytes, name: str) -> MeetingFile:
    """What the file says; SettingsError names the file and the key that is wrong."""
    try:
        plain = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise SettingsError(f"{name}: not a meeting file in TOML: {reason}") from error
    given = {key: _checked(name, key, value, KEYS) for key, value in plain.items()}
    zone = given.pop("timezone", None)
    for key in {"start", "end"} & given.keys():
        given[key] = _iso(name, key, given[key], zone)
    _in_order(name, given.get("start"), given.get("end"))
    return MeetingFile(**{_FIELDS.get(key, key): value for key, value in given.items()})


def _checked(name: str, key: str, value: object, keys: dict[str, Value], at: str = "") -> Any:
    if key not in keys:
        near = difflib.get_close_matches(key, keys, n=1)
        hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(keys)}"
        raise SettingsError(f"{name}: unknown key {at}{key}{hint}")
    try:
        return keys[key](value)
    except ValueError as error:
        raise SettingsError(f"{name}: {at}{key} {error}") from error


def _line(value: object) -> str | None:
    if not isinstance(value, str):
        raise ValueError("is not a text in quotes")
    return _fitting(value)


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        raise ValueError("is not a text in quotes")
    lines = [without_addresses(line) for line in value.strip().splitlines()]
    return "\n".join(lines) or None


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('is not a list of texts: ["one", "two"]')
    return tuple(line for line in map(_fitting, value) if line)


def _fitting(text: str) -> str | None:
    if len(text) > LONGEST:
        raise ValueError(f"has {len(text):,} characters; give at most {LONGEST}")
    return one_line(text)


def _link(value: object) -> str | None:
    if not isinstance(value, str) or not value.startswith(("https://", "http://")):
        raise ValueError("is not a web address that begins with https://")
    return value.strip()


def _time(value: object) -> dt.date | dt.datetime:
    if isinstance(value, str):
        try:
            moment = dt.datetime.fromisoformat(value.strip())
        except ValueError:
            raise ValueError(f"is not a time like 2026-05-12T09:30:00: {value!r}") from None
        return moment if len(value.strip()) > len("2026-05-12") else moment.date()
    if not isinstance(value, dt.date):
        raise ValueError("is not a time like 2026-05-12T09:30:00")
    return value


def _zone(value: object) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(str(value))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"is not a zone like Europe/Berlin: {value!r}") from None


def _people(value: object) -> tuple[Attendee, ...]:
    if not isinstance(value, list):
        raise ValueError("is not a list: write [[attendees]] once for each person")
    return tuple(map(_person, value))


def _person(value: object) -> Attendee:
    plain = {"name": value} if isinstance(value, str) else value
    if not isinstance(plain, dict):
        raise ValueError("holds something that is neither a name nor a person")
    try:
        given = {key: _checked("", key, item, _PERSON) for key, item in plain.items()}
    except SettingsError as error:
        raise ValueError(f"of a person: {str(error).removeprefix(': ')}") from error
    if not given.get("name"):
        raise ValueError("holds a person without a name")
    return Attendee(**given)


def _iso(name: str, key: str, value: Any, zone: zoneinfo.ZoneInfo | None) -> str:
    """The time with the offset of the meeting's zone; a day stays a day."""
    if not isinstance(value, dt.datetime):
        return str(value.isoformat())
    if value.tzinfo is None and zone is None:
        raise SettingsError(
            f'{name}: {key} has no zone: add +02:00 or the like, or timezone = "Europe/Berlin"'
        )
    local = (
        value.replace(tzinfo=zone)
        if value.tzinfo is None
        else value.astimezone(zone or value.tzinfo)
    )
    return local.isoformat(timespec="seconds")


def _in_order(name: str, start: str | None, end: str | None) -> None:
    if not start or not end or ("T" in start) != ("T" in end):
        return
    if dt.datetime.fromisoformat(end) < dt.datetime.fromisoformat(start):
        raise SettingsError(f"{name}: end lies before start")


_PERSON: dict[str, Value] = {"name": _line, "role": _line, "say": _line, "reply": _line}

KEYS: dict[str, Value] = {
    "title": _line,
    "start": _time,
    "end": _time,
    "timezone": _zone,
    "where": _line,
    "link": _link,
    "organiser": _line,
    "for": _line,
    "from": _line,
    "marking": _line,
    "reference": _line,
    "purpose": _text,
    "objectives": _list,
    "points_to_make": _list,
    "comment": _text,
    "agenda": _list,
    "attendees": _people,
}

_FIELDS = {"for": "for_", "from": "from_"}
