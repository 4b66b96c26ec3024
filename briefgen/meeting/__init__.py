"""The meeting: an invitation (.ics) or a meeting file (.toml) → what the brief is for."""

from briefgen.meeting.calendar import Occurrence, occurrences
from briefgen.meeting.clock import clock, on_clock
from briefgen.meeting.files import merge, read, write_new
from briefgen.meeting.publish import publish
from briefgen.meeting.values import Invitation, MeetingFile

__all__ = [
    "Invitation",
    "MeetingFile",
    "Occurrence",
    "clock",
    "merge",
    "occurrences",
    "on_clock",
    "publish",
    "read",
    "write_new",
]
