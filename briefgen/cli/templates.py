"""`briefgen templates`: what ships, and a copy to change."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.common import say_path


@click.group(invoke_without_command=True)
@click.pass_context
def templates(context: click.Context) -> None:
    """List the shipped templates, or copy one to a folder of yours to change it."""
    if context.invoked_subcommand is None:
        context.invoke(list_templates)


@templates.command("list")
def list_templates() -> None:
    """List the shipped templates, one a line."""
    from briefgen.render import shipped_templates

    for name in shipped_templates():
        click.echo(name)


@templates.command("copy")
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path))
def copy(name: str, folder: Path) -> None:
    """Copy the template NAME to a new FOLDER; files left out there come from the shipped one."""
    from briefgen.render import copy_template

    say_path(copy_template(name, folder))
