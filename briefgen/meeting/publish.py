"""A meeting as an .ics to put into a calendar: a copy to keep, not an invitation to answer."""

from __future__ import annotations

import datetime as dt
import hashlib

from briefgen.model import Meeting


def publish(meeting: Meeting, *, stamp: dt.datetime) -> bytes | None:
    """The meeting as METHOD:PUBLISH (RFC 5546, 3.2.1), None where nobody said when it is.

    Attendees stay out, as do all mail addresses. `stamp` has a zone. The identity follows from
    title and start, so that a second copy replaces the first.
    """
    import icalendar

    if meeting.start is None:
        return None
    calendar, event = icalendar.Calendar(), icalendar.Event()
    calendar.add("prodid", "-//briefgen//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    identity = hashlib.sha256(f"{meeting.title}\n{meeting.start}".encode()).hexdigest()
    event.add("uid", f"{identity[:32]}@briefgen.invalid")
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("summary", meeting.title)
    event.add("dtstart", _moment(meeting.start))
    if meeting.end is not None:
        event.add("dtend", _end(meeting.end))
    for key, value in (("location", meeting.where), ("url", meeting.link)):
        if value:
            event.add(key, value)
    if meeting.agenda:
        event.add("description", "\n".join(meeting.agenda))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _moment(iso: str) -> dt.date:
    """The time in UTC, which needs no table of zones; open times and days as they stand."""
    if "T" not in iso:
        return dt.date.fromisoformat(iso)
    moment = dt.datetime.fromisoformat(iso)
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment


def _end(iso: str) -> dt.date:
    """Of whole days, DTEND is the day after the last (RFC 5545, 3.6.1)."""
    end = _moment(iso)
    return end if isinstance(end, dt.datetime) else end + dt.timedelta(days=1)
