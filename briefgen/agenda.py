"""The calendar's meetings that are due, each given its brief once, however often this runs."""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from briefgen.errors import BriefgenError, OutputError, UsageError
from briefgen.meeting import Occurrence, occurrences
from briefgen.output import write

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_REMEMBERED = dt.timedelta(days=90)  # no meeting is made anew so long after its brief

Make = Callable[[Occurrence], Path]
Mail = Callable[[Occurrence, Path], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What was done for one version of a meeting; `start` is ISO with an offset."""

    identity: str
    version: str
    start: str
    path: str
    mailed: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What one run did for one meeting: a new brief, or the line that says why there is none."""

    occurrence: Occurrence
    path: Path | None = None
    error: str | None = None


def span(text: str) -> dt.timedelta:
    """A time such as 90m, 24h, 2d or 1w. Raises UsageError."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*([mhdw])\s*", text, re.I)
    if match is None or int(match[1]) == 0:
        raise UsageError(f"--within {text}: give a time such as 90m, 24h or 2d")
    return dt.timedelta(**{_UNITS[match[2].lower()]: int(match[1])})


def due(path: Path, *, within: dt.timedelta, now: dt.datetime) -> tuple[Occurrence, ...]:
    """The meetings of a calendar file that begin between now and then. `now` has a zone.

    Raises UsageError where the file cannot be read, SettingsError where it is no calendar.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    return occurrences(data, path.name, start=now, end=now + within)


def run(
    meetings: Sequence[Occurrence],
    *,
    state: Path,
    make: Make,
    mail: Mail | None = None,
    now: dt.datetime,
) -> tuple[Result, ...]:
    """Make, and mail, the brief of each meeting that has none in its present version.

    `make` writes the brief and returns its path; it must write to the same path when it is asked
    again for the same version (`file_stem` helps), for a crash may come before this is noted.
    `mail` returns once the letter is kept in the outbox. One that fails does not stop the others.
    """
    with _locked(state):
        done = {made.identity: made for made in _load(state)}
        results = []
        for meeting in meetings:
            known = done.get(meeting.identity)
            if known and known.version == meeting.version and (known.mailed or mail is None):
                continue
            result = _served(meeting, known, make, mail, lambda made: _note(state, done, made))
            results += [result] if result else []
        recent = {key: made for key, made in done.items() if _is_recent(made, now)}
        if recent != done:
            _save(state, recent.values())
    return tuple(results)


def file_stem(meeting: Occurrence) -> str:
    """What sets the file of this version of this meeting apart from all others."""
    return meeting.version[:8]


def _served(
    meeting: Occurrence,
    known: Made | None,
    make: Make,
    mail: Mail | None,
    note: Callable[[Made], None],
) -> Result | None:
    """Make unless it is made, mail unless it is mailed, each noted as soon as it is done."""
    made = known if known and known.version == meeting.version else None
    result = None
    try:
        if made is None:
            path = make(meeting)
            start = meeting.start.isoformat()
            made = Made(meeting.identity, meeting.version, start, str(path.absolute()))
            note(made)
            result = Result(meeting, path)
        if mail is not None:
            mail(meeting, Path(made.path))
            note(replace(made, mailed=True))
    except BriefgenError as error:
        return Result(meeting, result.path if result else None, str(error))
    return result


# ── what is remembered ───────────────────────────────────────────────────────────────────────────


@contextlib.contextmanager
def _locked(state: Path) -> Iterator[None]:
    """One run at a time; the lock goes with the process. Raises OutputError."""
    try:
        state.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = state.with_suffix(".lock").open("a")
    except OSError as error:
        raise OutputError(f"{state.parent}: {error.strerror or error}") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _load(state: Path) -> tuple[Made, ...]:
    try:
        return tuple(Made(**plain) for plain in json.loads(state.read_bytes()))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError) as error:
        raise OutputError(
            f"{state}: cannot be read, so what was made is not known; mend or remove it"
        ) from error


def _note(state: Path, done: dict[str, Made], made: Made) -> None:
    done[made.identity] = made
    _save(state, done.values())


def _save(state: Path, made: Iterable[Made]) -> None:
    plain = [asdict(each) for each in sorted(made, key=lambda each: each.identity)]
    write((json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode(), state)


def _is_recent(made: Made, now: dt.datetime) -> bool:
    return dt.datetime.fromisoformat(made.start) > now - _REMEMBERED
