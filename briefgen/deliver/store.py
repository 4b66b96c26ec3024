"""Files that are either there whole or not at all, even if the power goes in between."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from briefgen.deliver.receipt import Outcome, State, whole
from briefgen.errors import NotSent

_NEW = ".new-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter in the outbox; times are seconds since 1970, `due` is when it is tried next.

    `message_id` is its identity, `brief` that of the brief in it. The letter's bytes lie beside it
    until every recipient is served or refused.
    """

    message_id: str
    brief: str
    subject: str
    sender: str
    created: float
    outcomes: tuple[Outcome, ...]
    attempts: int = 0
    due: float = 0.0
    settled: float | None = None

    @property
    def id(self) -> str:
        """A short name for the command line and for files."""
        return self.message_id.strip("<>").partition("@")[0][:12]

    @property
    def state(self) -> State:
        """The state of the letter as a whole."""
        return whole(self.outcomes)

    def recipients(self, *states: State) -> tuple[str, ...]:
        """The addresses that are in one of the states."""
        return tuple(outcome.address for outcome in self.outcomes if outcome.state in states)

    def with_outcomes(self, news: tuple[Outcome, ...]) -> Entry:
        """The entry with what is new about some of the recipients."""
        new = {outcome.address: outcome for outcome in news}
        outcomes = tuple(new.get(outcome.address, outcome) for outcome in self.outcomes)
        return replace(self, outcomes=outcomes)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time; the lock goes with the process, however that ends. Raises NotSent."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (folder / ".lock").open("a")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotSent(f"nothing was sent, as {folder} cannot be used: {reason}") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        for left in folder.glob(f"{_NEW}*"):
            left.unlink(missing_ok=True)
        yield


def write(path: Path, content: bytes) -> None:
    """Put the bytes on the disk, then give them their name (rename is atomic), then fix the name.

    Raises OSError, and then nothing has changed.
    """
    new = path.with_name(_NEW + path.name)
    try:
        with open(new, "wb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _fsync_folder(path.parent)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def save(folder: Path, entry: Entry) -> None:
    """Write down where the letter stands."""
    plain = {field.name: getattr(entry, field.name) for field in fields(entry)}
    plain["outcomes"] = [
        {field.name: getattr(outcome, field.name) for field in fields(outcome)}
        for outcome in entry.outcomes
    ]
    write(folder / f"{entry.id}.json", (json.dumps(plain, ensure_ascii=False) + "\n").encode())


def load(folder: Path) -> tuple[Entry, ...]:
    """Every letter there, the oldest first; a file that is none of ours is passed over."""
    found = (_entry(path) for path in sorted(folder.glob("*.json")))
    return tuple(sorted(filter(None, found), key=lambda entry: (entry.created, entry.id)))


def _entry(path: Path) -> Entry | None:
    try:
        plain: dict[str, Any] = json.loads(path.read_bytes())
        outcomes = tuple(Outcome(**outcome) for outcome in plain.pop("outcomes"))
        return Entry(**plain, outcomes=outcomes)
    except (ValueError, TypeError, KeyError, AttributeError, FileNotFoundError):
        return None
