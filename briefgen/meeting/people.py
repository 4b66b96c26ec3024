"""Organiser, attendees and rooms: names and replies out, addresses left behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefgen.meeting.values import one_line
from briefgen.model import Attendee

_REPLIES = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something invited: `kind` is "person" or "room", `address` stays in this room."""

    name: str | None
    address: str
    kind: str
    reply: str | None
    optional: bool


def party(value: Any) -> Party:
    """What an ATTENDEE or ORGANIZER property says in its parameters (RFC 5545, 3.2)."""
    params = getattr(value, "params", {})
    address = str(value).strip().removeprefix("mailto:").removeprefix("MAILTO:")
    kind = str(params.get("CUTYPE", "INDIVIDUAL")).upper()
    role = str(params.get("ROLE", "")).upper()
    return Party(
        name=_name(str(params.get("CN", ""))),
        address=address,
        kind="room" if kind in {"ROOM", "RESOURCE"} or role == "NON-PARTICIPANT" else "person",
        reply=_REPLIES.get(str(params.get("PARTSTAT", "")).upper()),
        optional=role == "OPT-PARTICIPANT",
    )


_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "inc", "ltd", "llc", "gmbh", "esq", "mp"}


def _name(written: str) -> str | None:
    """A name as one says it: "Roe, Jane" from a directory is Jane Roe."""
    name = one_line(written.strip().strip("'\""))
    parts = [part.strip() for part in (name or "").split(",")]
    if len(parts) != 2 or not all(parts) or "(" in parts[1] or len(parts[1].split()) > 3:
        return name
    return name if parts[1].rstrip(".").casefold() in _SUFFIXES else f"{parts[1]} {parts[0]}"


def attendees(people: Iterable[Party]) -> tuple[Attendee, ...]:
    """The people by name, once each, those who are required first."""
    ordered = sorted(people, key=lambda person: person.optional)
    named: dict[str, Attendee] = {}
    for person in ordered:
        if person.name and person.kind == "person":
            named.setdefault(person.name, Attendee(name=person.name, reply=person.reply))
    return tuple(named.values())
