"""Start and end of an event in the meeting's zone (RFC 5545, 3.3.5 and 3.6.1)."""

from __future__ import annotations

import datetime as dt

from briefgen.meeting.properties import Component, dated, text_of
from briefgen.meeting.zones import zone


def times(event: Component, calendar: Component) -> tuple[str, str | None, str | None]:
    """Start and end as ISO in the meeting's zone, and a note where the zone is not known."""
    home = zone(text_of(calendar, "X-WR-TIMEZONE") or "")
    first = dated(event, "DTSTART")
    start, unknown = _zoned(first.dt, first.params.get("TZID"), home)
    end = _end(event, start, home)
    note = f"time zone {unknown!r} is unknown, times stand as written" if unknown else None
    later = end is not None and instant(end) > instant(start)
    return _iso(start), _iso(end) if end is not None and later else None, note


def instant(value: dt.date) -> dt.datetime:
    """The moment in UTC, to compare by; a day begins at midnight, an open zone is taken for UTC."""
    if not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time(), dt.UTC)
    return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def _zoned(value: dt.date, name: str | None, home: dt.tzinfo | None) -> tuple[dt.date, str | None]:
    """The moment in its zone, and the name of a zone that nobody knows."""
    if not isinstance(value, dt.datetime):
        return value, None
    if value.tzinfo is None:
        found = zone(name) if name else home
        return value.replace(tzinfo=found), None if found or not name else name
    if value.tzinfo.utcoffset(value) == dt.timedelta(0) and not name and home:
        return value.astimezone(home), None
    return value, None


def _end(event: Component, start: dt.date, home: dt.tzinfo | None) -> dt.date | None:
    """The end in the zone of the start; of whole days the last one, for DTEND is the day after."""
    last, length = dated(event, "DTEND"), dated(event, "DURATION", dt.timedelta)
    if last is not None:
        end, _ = _zoned(last.dt, last.params.get("TZID"), home)
    elif length is not None:
        end = _later(start, length.dt)
    else:
        return None
    if not isinstance(start, dt.datetime) or not isinstance(end, dt.datetime):
        whole = not isinstance(start, dt.datetime) and not isinstance(end, dt.datetime)
        return end - dt.timedelta(days=1) if whole else None
    if start.tzinfo is None or end.tzinfo is None:
        return end if start.tzinfo is end.tzinfo else None
    return end.astimezone(start.tzinfo)


def _later(start: dt.date, length: dt.timedelta) -> dt.date:
    """Hours count real time, also across a clock change (RFC 5545, 3.3.6)."""
    if isinstance(start, dt.datetime) and start.tzinfo is not None:
        return (start.astimezone(dt.UTC) + length).astimezone(start.tzinfo)
    return start + length


def _iso(value: dt.date) -> str:
    return value.isoformat("T", "seconds") if isinstance(value, dt.datetime) else value.isoformat()
