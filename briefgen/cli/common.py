"""What several commands share: how much is told, and that an interrupt is heard."""

from __future__ import annotations

import io
import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import click

_interrupted = False


def heed_interrupts() -> None:
    """Note each Ctrl-C or call to end beside raising it: in a finaliser Python drops the raise."""

    def note(number: int, frame: FrameType | None) -> None:
        global _interrupted
        _interrupted = True
        raise KeyboardInterrupt

    sys.unraisablehook = _unraised
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), note)


def _unraised(dropped: sys.UnraisableHookArgs) -> None:
    """An interrupt that Python drops is noted already; no traceback tells of it."""
    if not issubclass(dropped.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)


def mend_streams() -> None:
    """Give a closed stream a place to go, and let no character that the terminal lacks stop us."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def say_path(path: Path) -> None:
    """The path of what was made, to standard output byte for byte as the file system has it."""
    click.echo(os.fsencode(path))


def check_interrupted() -> None:
    """Raise KeyboardInterrupt where one has been dropped: to be called before anything is kept."""
    if _interrupted:
        raise KeyboardInterrupt


def _set(verbose: int, quiet: bool) -> None:
    level = logging.ERROR if quiet else logging.WARNING - 10 * min(verbose, 2)
    logging.getLogger("briefgen").setLevel(level)


def verbosity(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add -v and -q to a command; they set the level of what is logged to stderr."""
    command = click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=lambda _, __, value: _set(0, quiet=True) if value else None,
        help="Only errors.",
    )(command)
    return click.option(
        "-v",
        "--verbose",
        count=True,
        expose_value=False,
        is_eager=True,
        callback=lambda _, __, value: _set(value, quiet=False) if value else None,
        help="Tell more; twice, tell all.",
    )(command)
