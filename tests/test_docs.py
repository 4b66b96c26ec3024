"""The docs say what is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefgen.cli import cli

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- help: (?P<name>[\w ]+) -->\n.*?<!-- end -->", re.DOTALL)


def commands(group: click.Group = cli, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command under its full name, groups and what is in them."""
    for name, command in sorted(group.commands.items()):
        yield f"{prefix}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")


def help_block(name: str) -> str:
    """The part of the README that shows the help of a command."""
    command = dict(commands())[name]
    top = click.Context(cli, info_name="briefgen", **cli.context_settings)
    context = click.Context(command, info_name=name, parent=top, terminal_width=100)
    return f"<!-- help: {name} -->\n```\n{command.get_help(context)}\n```\n<!-- end -->"


def test_the_readme_shows_the_help_texts_as_they_are(request: pytest.FixtureRequest) -> None:
    """Each help text in the README is what --help prints (--update-golden writes them anew)."""
    text = README.read_text()
    expected = BLOCK.sub(lambda match: help_block(match["name"]), text)
    if request.config.getoption("--update-golden"):
        README.write_text(expected)
    assert expected == README.read_text()


def test_every_command_is_in_the_readme() -> None:
    """No command without its help in the README; a group's stands for what is in it."""
    shown = {match["name"] for match in BLOCK.finditer(README.read_text())}
    assert {name for name, _ in commands() if " " not in name} == shown


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_option_has_a_help_text(name: str) -> None:
    """An option that says nothing of itself is not there for anyone."""
    command = dict(commands())[name]
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


@pytest.mark.parametrize("page", [README, *sorted((ROOT / "docs").glob("*.md"))], ids=str)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    """What a page links to is there."""
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text())
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []
