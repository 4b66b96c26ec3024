"""The reader's clock beside the meeting's."""

from __future__ import annotations

import zoneinfo

import pytest

from briefgen.errors import UsageError
from briefgen.meeting import clock, on_clock
from briefgen.model import Meeting


@pytest.mark.parametrize(
    ("start", "zone", "here"),
    [
        ("2026-03-27T16:00:00+01:00", "America/New_York", "2026-03-27T11:00:00-04:00"),
        ("2026-03-30T16:00:00+02:00", "America/New_York", "2026-03-30T10:00:00-04:00"),
        ("2026-05-12T22:00:00+02:00", "Asia/Tokyo", "2026-05-13T05:00:00+09:00"),
        ("2026-05-12T09:00:00+02:00", "Europe/Madrid", None),
        ("2026-01-12T09:00:00+00:00", "Europe/London", None),
        ("2026-05-12", "Asia/Tokyo", None),
        ("2026-05-12T09:00:00", "Asia/Tokyo", None),
        ("0001-01-01T00:00:00+01:00", "America/New_York", None),
        (None, "Asia/Tokyo", None),
    ],
)
def test_the_readers_time_stands_where_it_is_another(
    start: str | None, zone: str, here: str | None
) -> None:
    """By the zone's own rules at that day; not where the hour is the same, open, or not given."""
    assert on_clock(Meeting("Call", start=start), zoneinfo.ZoneInfo(zone)).start_here == here


def test_an_unknown_zone_is_one_line() -> None:
    """It names what was given and what would do."""
    with pytest.raises(UsageError, match=r"^--timezone Mars: give a zone such as Europe/Berlin$"):
        clock("Mars")
    assert clock(None) is None
