"""What the user names → the files to read: folders walked, patterns filled in, none twice."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import UsageError
from briefgen.read.formats import KNOWN, READERS, described

STDIN = "-"
_WEB = ("http://", "https://", "ftp://", "feed:")


def expand(sources: Sequence[str]) -> tuple[str, ...]:
    """The locators of the sources: sorted, each file once, whatever the order they were named in.

    A folder gives the articles in it and below, hidden files and a README aside; documents in a
    format that is not read yet come too, so that the brief can say so. Raises UsageError for a
    source that is not there and for a folder without articles.
    """
    found = sorted({locator for source in sources for locator in _expanded(source)})
    once: dict[str, str] = {}
    for locator in found:
        once.setdefault(locator if locator == STDIN else os.path.realpath(locator), locator)
    return tuple(once.values())


def _expanded(source: str) -> Iterator[str]:
    if source == STDIN:
        yield source
    elif source.lower().startswith(_WEB):
        raise UsageError(
            f"{source}: web addresses and feeds are not read yet; "
            "save the page as .html and name the file"
        )
    elif os.path.isdir(source):
        yield from _folder(source)
    elif _is_there(source):
        yield source
    else:
        yield from _pattern(source)


def _is_there(source: str) -> bool:
    """Whether there is such a file; one behind a locked folder is taken to be, and then unread."""
    try:
        os.stat(source)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _pattern(source: str) -> Iterator[str]:
    matches = glob.glob(source, recursive=True) if source and "\x00" not in source else []
    if not matches and glob.has_magic(source):
        raise UsageError(f"{source}: no file matches; check the pattern")
    if not matches:
        raise UsageError(
            f"{source or 'an empty name'}: there is no such file or folder; check the path"
        )
    for match in matches:
        if not os.path.isdir(match):
            yield match
        elif articles := list(_walk(match)):
            yield from articles


def _folder(folder: str) -> Iterator[str]:
    articles = list(_walk(folder))
    if not any(_suffix(name) in READERS or os.path.isdir(name) for name in articles):
        raise UsageError(f"{folder}: the folder holds no article that can be read ({described()})")
    yield from articles


def _walk(folder: str) -> Iterator[str]:
    """The articles in a folder and below; a subfolder that cannot be opened is one, unread."""
    locked: list[str] = []
    for where, folders, names in os.walk(folder, onerror=lambda e: locked.append(str(e.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(where, name) for name in names if _is_article(name))
    yield from locked


def _is_article(name: str) -> bool:
    stem = Path(name).stem.lower()
    return not name.startswith(".") and stem != "readme" and _suffix(name) in (*READERS, *KNOWN)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
