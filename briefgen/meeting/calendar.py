"""A calendar → its meetings one by one, series unfolded (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.errors import SettingsError, UsageError
from briefgen.meeting.invitation import is_cancelled, load_all, meeting_of
from briefgen.meeting.properties import Component, dated, text_of
from briefgen.meeting.times import instant
from briefgen.meeting.values import MeetingFile


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting on one day.

    `identity` stays when it is moved (UID and, in a series, the day it was first planned for);
    `version` changes with whatever a brief would print. `start` has a zone.
    """

    identity: str
    version: str
    start: dt.datetime
    file: MeetingFile


def occurrences(
    data: bytes, name: str, *, start: dt.datetime, end: dt.datetime
) -> tuple[Occurrence, ...]:
    """The meetings that begin in [start, end), the earliest first, cancelled ones left out.

    Open times and whole days are taken in the zone of `start`; days marked as free, such as
    birthdays, are no meetings. Raises SettingsError, and UsageError where series are to be unfolded
    and the extra for it is missing.
    """
    latest: dict[str, tuple[int, Component, Component]] = {}
    for calendar in load_all(data, name):
        # A moved meeting may come from a day outside, and be known there under its old version.
        for event in _unfolded(calendar, name, start, end):
            key, sequence = _identity(event), _sequence(event)
            if key not in latest or latest[key][0] <= sequence:
                latest[key] = (sequence, event, calendar)
    found = (
        _occurrence(key, event, calendar, name, start)
        for key, (_, event, calendar) in latest.items()
        if not is_cancelled(event, calendar) and not _is_free_day(event)
    )
    inside = (each for each in found if start <= each.start < end)
    return tuple(sorted(inside, key=lambda each: (each.start, each.identity)))


def _unfolded(
    calendar: Component, name: str, start: dt.datetime, end: dt.datetime
) -> Iterator[Component]:
    """Every single meeting there, and of each series those that begin about that time."""
    events = [event for event in calendar.walk("VEVENT") if dated(event, "DTSTART")]
    series = {text_of(event, "UID") for event in events if "RRULE" in event or "RDATE" in event}
    yield from (event for event in events if text_of(event, "UID") not in series)
    if series:
        day = dt.timedelta(days=1)
        unfolded = _series(calendar, name, start - day, end + day)
        yield from (event for event in unfolded if text_of(event, "UID") in series)


def _series(
    calendar: Component, name: str, start: dt.datetime, end: dt.datetime
) -> Iterable[Component]:
    try:
        import recurring_ical_events
    except ImportError as error:
        raise UsageError(
            f"{name}: holds meetings that recur; to unfold them: pip install briefgen[calendar]"
        ) from error
    try:
        found: Iterable[Component] = recurring_ical_events.of(
            calendar, skip_bad_series=True
        ).between(start, end)
    except Exception as error:  # a broken rule makes the library raise any of them
        raise SettingsError(f"{name}: a series of meetings makes no sense") from error
    return found


def _identity(event: Component) -> str:
    planned = dated(event, "RECURRENCE-ID")
    day = f" {instant(planned.dt).isoformat()}" if planned else ""
    return f"{text_of(event, 'UID') or text_of(event, 'SUMMARY') or ''}{day}"


def _sequence(event: Component) -> int:
    said = text_of(event, "SEQUENCE") or "0"
    return int(said) if said.isdecimal() else 0


def _is_free_day(event: Component) -> bool:
    whole = not isinstance(dated(event, "DTSTART").dt, dt.datetime)
    return whole and (text_of(event, "TRANSP") or "").upper() == "TRANSPARENT"


def _occurrence(
    key: str, event: Component, calendar: Component, name: str, now: dt.datetime
) -> Occurrence:
    try:
        file = meeting_of(event, calendar, name)
        begins = dt.datetime.fromisoformat(file.start or "")
    except (ValueError, OverflowError) as error:
        raise SettingsError(f"{name}: the time of a meeting makes no sense") from error
    begins = begins.replace(tzinfo=now.tzinfo) if begins.tzinfo is None else begins
    return Occurrence(key, _version(file, _sequence(event)), begins, file)


def _version(file: MeetingFile, sequence: int) -> str:
    """A checksum over what a brief prints; who has answered by now changes nothing in it."""
    people = tuple(replace(person, reply=None) for person in file.attendees)
    said = (sequence, replace(file, attendees=people, description=None, notes=()))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
