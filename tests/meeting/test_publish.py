"""The meeting handed on as a calendar file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.meeting import merge, publish, read
from briefgen.model import Meeting

INVITATIONS = Path(__file__).parent / "invitations"
STAMP = dt.datetime(2026, 5, 1, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", ["outlook_teams", "zoom", "all_day_latin1", "unknown_zone"])
def test_a_published_meeting_reads_back_the_same(tmp_path: Path, name: str) -> None:
    """The same moment, title, place and link; it asks for no answer and names no attendee."""
    meeting = merge([read(INVITATIONS / f"{name}.ics")]).meeting
    assert meeting is not None
    data = publish(meeting, stamp=STAMP)
    assert data is not None
    (tmp_path / "m.ics").write_bytes(data)
    again = merge([read(tmp_path / "m.ics")]).meeting
    assert again is not None
    assert (again.title, again.where, again.link) == (meeting.title, meeting.where, meeting.link)
    assert moment(again.start) == moment(meeting.start)
    assert moment(again.end) == moment(meeting.end)
    assert b"METHOD:PUBLISH" in data
    assert b"ATTENDEE" not in data
    assert b"mailto" not in data.lower()


def moment(iso: str | None) -> dt.datetime | None:
    """The time, comparable across zones."""
    return dt.datetime.fromisoformat(iso) if iso else None


def test_a_meeting_without_a_time_is_not_published() -> None:
    """There is nothing to put into a calendar."""
    assert publish(Meeting("Talks"), stamp=STAMP) is None


def test_the_same_meeting_is_the_same_bytes() -> None:
    """The identity follows from the meeting, not from the moment."""
    meeting = Meeting("Talks", start="2026-05-12T09:30:00+02:00")
    assert publish(meeting, stamp=STAMP) == publish(meeting, stamp=STAMP)
