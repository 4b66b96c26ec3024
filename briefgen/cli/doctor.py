"""`briefgen doctor`: what works here."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
def doctor() -> None:
    """Tell what works on this machine, and what to install or set where it does not."""
    from briefgen.doctor import examine

    bad = False
    for finding in examine(output=Path("output")):
        click.echo(f"{'no ' if finding.bad else 'ok '} {finding.about}: {finding.told}")
        bad = bad or finding.bad
    click.get_current_context().exit(1 if bad else 0)
