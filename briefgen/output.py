"""Where the product goes, and how it gets there whole: a temporary name, then a rename."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import OutputError, UsageError

SUFFIXES = {".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".json": "json"}
STDOUT = "-"


def is_folder(output: str) -> bool:
    """Whether the path is meant as a folder: it is one, ends like one, or has no suffix."""
    if output == STDOUT or _is_device(output):
        return False
    return os.path.isdir(output) or output.endswith(os.sep) or not Path(output).suffix


def _is_device(output: str | Path) -> bool:
    """Whether something is there that takes bytes and is no file: a device, a pipe."""
    return os.path.exists(output) and not (os.path.isfile(output) or os.path.isdir(output))


def format_of(output: str, given: str | None) -> str:
    """The format given, else what the file's suffix says, else PDF. Raises UsageError."""
    if given or output == STDOUT or is_folder(output) or not Path(output).suffix:
        return given or "pdf"
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise UsageError(f"{output}: no format has the suffix {suffix}; use {known}, or --format")
    return SUFFIXES[suffix]


def file_name(title: str, day: str, format: str) -> str:
    """A name that sorts by day and tells the title: 2023-06-19-the-title.pdf."""
    plain = unicodedata.normalize("NFC", title).lower()
    known = plain.encode(sys.getfilesystemencoding(), "ignore").decode(sys.getfilesystemencoding())
    slug = re.sub(r"[^\w]+", "-", known).strip("-_")
    while len(slug.encode()) > 80:
        slug = slug[: slug.rfind("-")] if "-" in slug[1:] else slug[:-1]
    return f"{day}-{slug or 'brief'}.{format}"


def write(data: bytes, path: Path) -> Path:
    """The data at the path, whole or not at all; into a device or pipe directly. OutputError."""
    if _is_device(path):
        _pour(data, path)
        return path
    target = Path(os.path.realpath(path))
    with _whole(data, target) as temporary:
        os.replace(temporary, target)
    return path


def _pour(data: bytes, path: Path) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputError(_line(path, error)) from error


def make_folder(folder: Path) -> Path:
    """The folder, made where it is not there yet. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(_line(folder, error)) from error
    return folder


def write_in(data: bytes, folder: Path, name: str) -> Path:
    """The data in the folder under the name or the next free one. Raises OutputError."""
    stem, suffix = Path(name).stem, Path(name).suffix
    make_folder(folder)
    with _whole(data, folder / name) as temporary:
        for i in range(1, 10_000):
            path = folder / (name if i == 1 else f"{stem}-{i}{suffix}")
            if _claimed(temporary, path):
                return path
    raise OutputError(f"{folder}: no free name for {name}; clear the folder out")


def _claimed(temporary: Path, path: Path) -> bool:
    """Whether the file now stands under `path`, which nobody held before."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        os.replace(temporary, path)
    return True


@contextlib.contextmanager
def _whole(data: bytes, path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that holds the data, gone in the end whatever happens."""
    temporary = path.with_name(f".{path.name[:40]}-{secrets.token_hex(4)}.part")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    except OSError as error:
        raise OutputError(_line(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _line(path: Path, error: OSError) -> str:
    return f"{path} cannot be written: {(error.strerror or str(error)).lower()}; choose another -o"
