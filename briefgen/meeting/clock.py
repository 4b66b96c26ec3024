"""The reader's clock, where it is not the meeting's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefgen.errors import UsageError
from briefgen.meeting.zones import zone
from briefgen.model import Meeting


def clock(name: str | None) -> dt.tzinfo | None:
    """The zone named; without a name None, which stands for this machine's. Raises UsageError."""
    found = zone(name) if name else None
    if name and found is None:
        raise UsageError(f"--timezone {name}: give a zone such as Europe/Berlin")
    return found


def on_clock(meeting: Meeting, reader: dt.tzinfo | None) -> Meeting:
    """The meeting with its start on the reader's clock beside, where that shows another time.

    What has no hour, or leaves its zone open, stays as it is.
    """
    if not meeting.start or "T" not in meeting.start:
        return meeting
    start = dt.datetime.fromisoformat(meeting.start)
    if start.tzinfo is None:
        return meeting
    try:
        here = start.astimezone(reader)
    except (OverflowError, OSError):
        return meeting
    same = here.utcoffset() == start.utcoffset()
    return meeting if same else replace(meeting, start_here=here.isoformat(timespec="seconds"))
