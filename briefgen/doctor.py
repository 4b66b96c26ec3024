"""What works on this machine, and what to do where something does not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.settings import load, state_folder, user_folder


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; a `bad` one keeps briefgen from something it was asked to be able to."""

    about: str
    told: str
    bad: bool = False


def examine(*, output: Path) -> Iterator[Finding]:
    """Look at the parts in turn; mail servers are asked, but nothing is sent."""
    yield _tried("PDF", _pdf)
    yield _tried("sentence models", _models)
    yield _tried("semantic", _semantic)
    yield _tried("output folder", lambda: _writable(output))
    yield _tried("outbox", _outbox)
    yield from _mail()


def _tried(about: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(about, look())
    except (BriefgenError, OSError, ImportError) as error:
        return Finding(about, str(error), bad=True)


def _pdf() -> str:
    from briefgen.errors import PdfUnavailable
    from briefgen.render import pdf_unavailable

    if why := pdf_unavailable():
        raise PdfUnavailable(why)
    return "Pango and the fonts are there"


def _models() -> str:
    from briefgen.codec import paragraphs_of
    from briefgen.text import sentences

    text = "Mr. Roe arrived on Monday. He left at once."
    found = len(sentences(text, paragraphs_of(text), "en"))
    if found != 2:
        raise ImportError("the English sentence model does not split; reinstall briefgen")
    return "English splits as it should"


def _semantic() -> str:
    """Whether the encoder works, where it is there or the settings ask for it."""
    from importlib.util import find_spec

    from briefgen.summarize import ENCODER, encoder

    if find_spec(ENCODER) is None and not load().make.semantic:
        return "not installed, and nothing is missing without it"
    encoder()
    return "the encoder is there; --semantic uses it"


def _writable(folder: Path) -> str:
    """Whether a file could be made there, without making one."""
    nearest = next(
        path for path in (folder.absolute(), *folder.absolute().parents) if path.exists()
    )
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise OSError(f"{nearest} cannot be written; choose another with -o")
    return f"{folder} can be written"


def _outbox() -> str:
    from briefgen.deliver import Outbox

    entries = Outbox(state_folder() / "outbox").entries()
    waiting = sum(entry.state in ("queued", "sending", "unknown") for entry in entries)
    return f"{waiting} waiting of {len(entries)} letters" if entries else "empty"


def _mail() -> Iterator[Finding]:
    """The servers that the settings name, each asked as it would be when sending."""
    from briefgen.post import checked

    try:
        mail = load().mail
    except BriefgenError as error:
        yield Finding("settings", str(error), bad=True)
        return
    if mail.smtp is None:
        where = user_folder() / "briefgen.toml"
        yield Finding(
            "mail", f"no server is set, so --to writes drafts; set [mail] host in {where}"
        )
    elif mail.sender is None:
        yield Finding("mail", "mail.from is not set: nobody to send as", bad=True)
    for works, line in checked(mail):
        yield Finding("mail", line, bad=not works)
