"""The title block: whom the brief is for, when the meeting is, what it was prepared from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefgen.model import Attendee, Brief, Meeting
from briefgen.render.labels import Labels, counted, moment, number, period
from briefgen.render.published import publication_span

#: Characters that fit on one line of a column of two.
NARROW = 32


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the title block; `kind` names it for the style sheet, `href` is a safe link."""

    kind: str
    label: str
    value: str
    href: str | None = None
    wide: bool = False


def facts_of(brief: Brief, labels: Labels) -> tuple[Fact, ...]:
    """The rows that somebody gave, in their order."""
    meeting = brief.meeting or Meeting(title="")
    meant = meeting.title if meeting.title != brief.title else ""
    prepared = _prepared(brief, labels)
    rows = (
        ("for", brief.for_, False),
        ("from", brief.from_, False),
        ("meeting", meant, True),
        ("when", period(labels, meeting.start, meeting.end), bool(meeting.start_here)),
        ("when_here", period(labels, meeting.start_here, _end_here(meeting)), True),
        ("where", meeting.where, False),
        ("organiser", meeting.organiser, False),
        ("handling", brief.marking, False),
        ("link", meeting.link, True),
        ("attendees", "; ".join(_attendee(item, labels) for item in meeting.attendees), True),
        ("agenda", "; ".join(meeting.agenda), True),
        ("as_of", moment(labels, brief.as_of), False),
        ("prepared", prepared, len(prepared) > NARROW),
    )
    return tuple(
        Fact(kind, str(labels[kind]), value, web_address(value) if kind == "link" else None, wide)
        for kind, value, wide in rows
        if value
    )


def _end_here(meeting: Meeting) -> str | None:
    """The end on the reader's clock."""
    try:
        here = dt.datetime.fromisoformat(meeting.start_here or "")
        end = dt.datetime.fromisoformat(meeting.end or "")
        return end.astimezone(here.tzinfo).isoformat() if end.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _attendee(attendee: Attendee, labels: Labels) -> str:
    say = attendee.say and str(labels["say"]).format(attendee.say)
    notes = ", ".join(note for note in (attendee.role, say) if note)
    return f"{attendee.name} ({notes})" if notes else attendee.name


def _prepared(brief: Brief, labels: Labels) -> str:
    read = [entry for entry in brief.sources if entry.status != "unread"]
    words = str(labels["words"]).format(number(labels, sum(entry.words for entry in read)))
    when = publication_span(brief.sources, labels) if read else ()
    return ", ".join((counted(labels, "source", len(read)), *when, words))


def web_address(text: str | None) -> str | None:
    """The address where it is one of the web, None for any other scheme."""
    try:
        parts = urlsplit(text or "")
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None
