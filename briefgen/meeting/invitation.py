"""An .ics invitation → what it says of the meeting (RFC 5545), mail addresses left behind."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
import urllib.parse
import warnings
from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import SettingsError, UsageError
from briefgen.meeting import description
from briefgen.meeting.items import agenda as agenda_in
from briefgen.meeting.people import Party, attendees, party
from briefgen.meeting.properties import Component, dated, many, text_of
from briefgen.meeting.times import times
from briefgen.meeting.values import MeetingFile, one_line

_PREFIXES = ("fwd:", "fw:", "wg:", "tr:", "rv:", "invitation:", "updated invitation:")
_CANCELLED = ("canceled:", "cancelled:", "abgesagt:", "annulé:", "cancelado:")
FIRST_OF_SERIES = (
    "a series; its first meeting is shown, for the next one: pip install briefgen[calendar]"
)
_NO_PLACE = re.compile(
    r"(?:(?:réunion |reunión )?microsoft teams(?:[- ](?:meeting|besprechung))?|google meet|online"
    r"|zoom(?: meeting)?|virtual(?: meeting)?|skype(?: for business)?(?: meeting)?|webex)|https?://.*",
    re.I,
)


def parse(data: bytes, name: str, *, as_of: dt.datetime | None = None) -> MeetingFile:
    """The one meeting in the file; of a series, the next that ends after `as_of`, or the first."""
    calendar = load_all(data, name)[0]
    event = _the_event(calendar, name, as_of)
    if is_cancelled(event, calendar):
        raise UsageError(f"{name}: the meeting is cancelled, so there is nothing to brief for")
    try:
        file = meeting_of(event, calendar, name)
    except (ValueError, OverflowError) as error:
        raise SettingsError(f"{name}: the meeting's time makes no sense") from error
    if as_of is not None and _is_series(event) and not _unfolds():
        return replace(file, notes=(*file.notes, f"{name}: {FIRST_OF_SERIES}"))
    return file


def load_all(data: bytes, name: str) -> list[Component]:
    """The calendars in the bytes, at least one, or a SettingsError of one line."""
    import icalendar

    # icalendar keeps the zones of the file before: "Customized Time Zone" would be that one's.
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            calendars = icalendar.Calendar.from_ical(_decoded(data), multiple=True)
    except Exception as error:
        reason = str(error).splitlines()[0][:120] if str(error) else "it breaks off"
        raise SettingsError(f"{name}: not an invitation in iCalendar: {reason}") from error
    if not calendars:
        raise SettingsError(f"{name}: not an invitation in iCalendar: it holds no calendar")
    return list(calendars)


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\0", "").strip() + "\r\n"


def _the_event(calendar: Component, name: str, as_of: dt.datetime | None) -> Component:
    """The meeting of the file: the one it changes, else the next of its series, else itself."""
    events = [event for event in calendar.walk("VEVENT") if dated(event, "DTSTART")]
    if not events:
        raise SettingsError(f"{name}: holds no meeting with a start")
    if len({text_of(event, "UID") for event in events}) > 1:
        raise UsageError(
            f"{name}: holds several meetings; export the one, or use: briefgen agenda {name}"
        )
    if as_of is not None and any(map(_is_series, events)) and _unfolds():
        return _next(calendar, as_of) or events[0]
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    return (masters or events)[0]


def _is_series(event: Component) -> bool:
    return "RRULE" in event or "RDATE" in event


def _unfolds() -> bool:
    """Whether the extra that unfolds series is installed."""
    return importlib.util.find_spec("recurring_ical_events") is not None


def _next(calendar: Component, as_of: dt.datetime) -> Component | None:
    """The next occurrence."""
    import recurring_ical_events

    try:
        return next(iter(recurring_ical_events.of(calendar).after(as_of)), None)
    except (ValueError, TypeError, OverflowError):
        return None


def is_cancelled(event: Component, calendar: Component) -> bool:
    """Whether the file says so: by its method, the event's status, or Outlook's title."""
    method, status = text_of(calendar, "METHOD"), text_of(event, "STATUS")
    title = (text_of(event, "SUMMARY") or "").casefold().strip()
    cancelled = {(method or "").upper(), (status or "").upper()} & {"CANCEL", "CANCELLED"}
    return bool(cancelled) or title.startswith(_CANCELLED)


def meeting_of(event: Component, calendar: Component, name: str) -> MeetingFile:
    """What the event says, as a value; the notes tell what could not be taken over."""
    start, end, note = times(event, calendar)
    people = [party(each) for each in many(event, "ATTENDEE")]
    body = _body(event)
    agenda = agenda_in(description.without_boilerplate(body))
    unnamed = sum(1 for person in people if person.name is None and person.kind != "room")
    notes = [note] if note else []
    if unnamed:
        notes.append(f"attendees left out for want of a name: {unnamed}")
    return MeetingFile(
        invitation=True,
        title=_title(event),
        start=start,
        end=end,
        where=_where(event, people),
        link=_link(event, body, [person.address for person in people]),
        organiser=party(event["ORGANIZER"]).name if "ORGANIZER" in event else None,
        attendees=attendees(people),
        agenda=tuple(line for line in map(one_line, agenda) if line),
        description=_described(body),
        notes=tuple(f"{name}: {note}" for note in notes),
    )


def _described(body: str) -> str | None:
    lines = [one_line(line) or "" for line in description.without_boilerplate(body).split("\n")]
    return "\n".join(lines).strip() or None


# ── properties ───────────────────────────────────────────────────────────────────────────────────


def _title(event: Component) -> str | None:
    title = one_line(text_of(event, "SUMMARY"))
    while title and title.casefold().startswith(_PREFIXES):
        title = title.split(":", 1)[1].strip()
    return title


def _body(event: Component) -> str:
    """The description in plain lines; the HTML beside it where the plain one is empty."""
    text = text_of(event, "DESCRIPTION") or ""
    rich = next((str(value) for value in many(event, "X-ALT-DESC")), "")
    if not text.strip() and rich:
        # Exchange leaves "\n" and "\," escaped in properties that it invented.
        text = rich.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return description.plain(text) if description.is_html(text) else text


# ── places and links ──────────────────────────────────────────────────────────────────────────────


def _where(event: Component, people: Iterable[Party]) -> str | None:
    """The place: what LOCATION says beside links and services, then rooms that it does not name."""
    parts = (text_of(event, "LOCATION") or "").replace("\n", "; ").split(";")
    places = [place for place in map(one_line, parts) if place and not _is_online(place)]
    for person in people:
        known = " ".join(places).casefold()
        if person.kind == "room" and person.name and person.name.casefold() not in known:
            places.append(person.name)
    return "; ".join(places) or None


def _is_online(place: str) -> bool:
    return bool(_NO_PLACE.fullmatch(place))


def _link(event: Component, body: str, addresses: Iterable[str]) -> str | None:
    """The link to join by, without the part of it that would tell an attendee's address."""
    named = [text_of(event, key) for key in _LINK_KEYS]
    place = text_of(event, "LOCATION") or ""
    rich = next((str(value) for value in many(event, "X-ALT-DESC")), "")
    found = next((url for url in named if url and url.startswith("https://")), None)
    found = found or description.join_link([place, body, rich, text_of(event, "URL") or ""])
    found = found or next(iter(description.urls(place)), None)
    if found is None:
        return None
    plain = urllib.parse.unquote(found).casefold()
    leaks = any(address and address.casefold() in plain for address in addresses)
    return urllib.parse.urlsplit(found)._replace(query="", fragment="").geturl() if leaks else found


_LINK_KEYS = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
)
