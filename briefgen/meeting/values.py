"""What a meeting file says, before and after all that were given are laid over one another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.model import Attendee, Meeting

LONGEST = 300  # characters of a title, a name, an item of an agenda

# An address as people and programs write it, with the brackets and the "mailto:" around it.
_ADDRESS = re.compile(r"\s*[<(\[]?\s*(?:mailto:)?[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?", re.I)


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """One file as read; None and () are what it does not say.

    Times are ISO with their offset, a day alone for an all-day meeting, without an offset only
    where the invitation itself leaves the zone open (RFC 5545, 3.3.5, form 1). `unnamed` counts
    attendees who have an address and no name.
    """

    invitation: bool = False
    title: str | None = None
    start: str | None = None
    end: str | None = None
    where: str | None = None
    link: str | None = None
    organiser: str | None = None
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[str, ...] = ()
    for_: str | None = None
    from_: str | None = None
    purpose: str | None = None
    marking: str | None = None
    reference: str | None = None
    comment: str | None = None
    objectives: tuple[str, ...] = ()
    points_to_make: tuple[str, ...] = ()
    description: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invitation:
    """All the files together: the meeting, and what a person wrote for the brief.

    `meeting` is None where no file tells of one. `description` is the invitation's own text without
    the boilerplate of conference services and without mail addresses.
    """

    meeting: Meeting | None = None
    for_: str | None = None
    from_: str | None = None
    purpose: str | None = None
    marking: str | None = None
    reference: str | None = None
    comment: str | None = None
    objectives: tuple[str, ...] = ()
    points_to_make: tuple[str, ...] = ()
    description: str | None = None
    notes: tuple[str, ...] = ()


def without_addresses(text: str) -> str:
    """The text, with the mail addresses in it gone and one space where they stood."""
    return " ".join(_ADDRESS.sub(" ", text).split(" ")).strip() if "@" in text else text.strip()


def one_line(text: str | None) -> str | None:
    """The text on one line without mail addresses or control characters, None when empty.

    What is longer than any page has room for ends in an ellipsis.
    """
    if text is None:
        return None
    visible = "".join(c if c.isprintable() or c.isspace() else "" for c in text[: 10 * LONGEST])
    line = " ".join(without_addresses(visible).split())
    return (line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…") or None
