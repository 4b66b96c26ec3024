"""`briefgen meeting`: a meeting file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.common import say_path


@click.group()
def meeting() -> None:
    """Describe a meeting beyond what its invitation says."""


@meeting.command("new")
@click.argument("file", type=click.Path(readable=False, path_type=Path))
def new(file: Path) -> None:
    """Write a commented meeting file to fill in; FILE must not be there yet."""
    from briefgen.meeting import write_new

    write_new(file)
    say_path(file)
