"""What several commands share: how much is told, and that an interrupt is heard."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

import click

_interrupted = False


def heed_interrupts() -> None:
    """Note each Ctrl-C beside raising it: inside a library's finaliser Python drops the raise."""

    def note(number: int, frame: FrameType | None) -> None:
        global _interrupted
        _interrupted = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, note)


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
