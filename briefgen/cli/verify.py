"""`briefgen verify`: the proof."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.mail import read_pdf
from briefgen.errors import NotABrief, NothingRead

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path), metavar="FILE.pdf")
@click.option(
    "--against",
    multiple=True,
    metavar="FILE",
    help="An original to check the copy inside the PDF against; a folder or glob serves too.",
)
@click.option("--json", "as_json", is_flag=True, help="The verdict as JSON.")
def verify(file: Path, against: tuple[str, ...], as_json: bool) -> None:
    """Prove every extract of a brief against the sources that it carries."""
    from briefgen.verify import lines, to_json
    from briefgen.verify import verify as verdict_on

    pdf, originals = read_pdf(file), _originals(against)
    try:
        verdict = verdict_on(pdf, against=originals)
    except NotABrief as error:
        raise NotABrief(f"{file}: {error}") from error
    if as_json:
        sys.stdout.buffer.write(to_json(verdict))
    else:
        for line in lines(verdict):
            click.echo(f"{file.name}: {line}")
    if not verdict.ok:
        click.get_current_context().exit(1)


def _originals(against: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The originals read again, as locator and canonical text."""
    from briefgen.pipeline import read_all
    from briefgen.read import expand

    if not against:
        return ()
    articles, unread = read_all(expand(against))
    if unread:
        names = "; ".join(f"{item.locator} {item.reason}" for item in unread)
        raise NothingRead(f"not checked, as an original could not be read: {names}")
    return tuple((article.locator, article.text) for article in articles)
