"""What somebody typed, made fit to be printed: clean text of a sensible length, a moment."""

from __future__ import annotations

import datetime as dt

from briefgen.errors import UsageError
from briefgen.text import normalise

LONGEST_LINE = 300  # characters of a title, a name, a marking: what two lines of a page hold
LONGEST_PROSE = 20_000


def line(text: str | None, *, option: str, longest: int = LONGEST_LINE) -> str | None:
    """One clean line, None where nothing shows. Raises UsageError for one too long to print."""
    found = " ".join(clean(text or "").split("\n\n"))
    return _bounded(found, longest, option) or None


def prose(text: str | None, *, option: str) -> str | None:
    """Clean lines as they were broken, None where nothing shows. Raises UsageError."""
    lines = "\n".join(clean(each) for each in (text or "").splitlines()).strip()
    return _bounded(lines, LONGEST_PROSE, option) or None


def clean(text: str) -> str:
    """The canonical text of what was typed.

    Bytes that the locale could not read reach Python as half surrogates (PEP 383): they are read as
    UTF-8 after all, and what is not even that is marked as lost.
    """
    try:
        data = text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        data = text.encode(errors="replace")
    return normalise(data.decode(errors="replace"))


def _bounded(text: str, longest: int, option: str) -> str:
    if len(text) > longest:
        raise UsageError(f"{option}: {len(text):,} characters; give at most {longest:,}")
    return text


def moment(as_of: str | None) -> dt.datetime:
    """The moment given, in this machine's zone where it names none; else now.

    Raises UsageError, also where the days before and after it cannot be counted.
    """
    if as_of is None:
        return dt.datetime.now().astimezone().replace(microsecond=0)
    try:
        found = dt.datetime.fromisoformat(as_of)
        found = found if found.tzinfo else found.astimezone()
        year = found.astimezone(dt.UTC).year
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--as-of {as_of}: give a date such as 2026-05-12T09:00+02:00") from error
    if not dt.MINYEAR < year < dt.MAXYEAR:
        raise UsageError(f"--as-of {as_of}: give a year from {dt.MINYEAR + 1} to {dt.MAXYEAR - 1}")
    return found
