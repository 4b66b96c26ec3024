"""Locator → bytes, without hanging on what is no file and without reading what is too large."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefgen.read.formats import MARKUP
from briefgen.text import normalise

MAX_SOURCE = 2_000_000  # bytes of text
MAX_TOTAL = 20_000_000
MAX_MARKUP = 8_000_000  # bytes of a page, of which the text is a small part
TOO_LARGE = f"is larger than {MAX_SOURCE // 1_000_000} MB of text"


def display_name(locator: str) -> str:
    """The base name of a file in canonical characters: no home folder leaks, no byte misleads."""
    name = os.path.basename(os.path.normpath(locator)) or locator
    name = os.fsencode(name).decode(errors="replace")
    return normalise(name).replace("\n\n", " ") or "a file without a name"


def fetch(locator: str) -> bytes | str:
    """The bytes of a file, or the reason why there are none, as a text."""
    largest = MAX_MARKUP if Path(locator).suffix.lower() in MARKUP else MAX_SOURCE
    try:
        found = os.stat(locator)
        if stat.S_ISDIR(found.st_mode):
            os.scandir(locator).close()
            return "is a folder"
        if not stat.S_ISREG(found.st_mode):
            return "is not a file (a pipe or a device)"
        if found.st_size > largest:
            return too_large(largest)
        with open(locator, "rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        return _failed(error)
    return data if len(data) <= largest else too_large(largest)


def too_large(largest: int) -> str:
    """The reason, by the limit that was passed."""
    return TOO_LARGE if largest == MAX_SOURCE else f"is larger than {largest // 1_000_000} MB"


def _failed(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "is not there any more"
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied"
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return f"cannot be opened: {reason}"
