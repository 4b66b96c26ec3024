"""`briefgen agenda`: the brief of each meeting that is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.mail import brief_in, read_pdf

if TYPE_CHECKING:
    from briefgen.meeting import Occurrence
    from briefgen.model import Request
    from briefgen.post import Recipients
    from briefgen.settings import Make


@click.command()
@click.argument("calendar", type=click.Path(readable=False, path_type=Path), metavar="CALENDAR.ics")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--within", default="24h", show_default=True, help="How far ahead: 90m, 24h, 2d.")
@click.option("-o", "--output", metavar="FOLDER", help="Where the briefs go; default output/.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Mail each to; default agenda.to.")
@click.option(
    "--pages",
    type=click.IntRange(1, 20),
    default=2,
    show_default=True,
    metavar="N",
    help="Pages of each brief, before the list of sources and the annex.",
)
def agenda(
    calendar: Path,
    sources: tuple[str, ...],
    within: str,
    output: str | None,
    to: tuple[str, ...],
    pages: int,
) -> None:
    """Make the brief of each meeting due, once: safe to run every ten minutes."""
    from briefgen import agenda as diary
    from briefgen.post import recipients
    from briefgen.settings import load, state_folder

    settings = load()
    now = dt.datetime.now().astimezone().replace(microsecond=0)
    people = recipients(to or settings.agenda.to)
    folder = Path(output or settings.agenda.output or "output")
    results = diary.run(
        diary.due(calendar, within=diary.span(within), now=now),
        state=state_folder() / "agenda.json",
        make=_maker(sources, folder, settings.make, now=now, pages=pages),
        mail=_mailer(people) if people else None,
        now=now,
    )
    for result in results:
        if result.path:
            click.echo(result.path)
        if result.error:
            click.echo(f"briefgen: {result.occurrence.file.title}: {result.error}", err=True)
    click.get_current_context().exit(1 if any(result.error for result in results) else 0)


def _maker(
    sources: tuple[str, ...], folder: Path, wanted: Make, *, now: dt.datetime, pages: int
) -> Callable[[Occurrence], Path]:
    """What makes the brief of one meeting and returns its path, the same for the same version."""

    def make(occurrence: Occurrence) -> Path:
        from briefgen import agenda as diary
        from briefgen import pipeline
        from briefgen.output import file_name, make_folder, write
        from briefgen.read import expand
        from briefgen.render import render
        from briefgen.summarize import encoder

        request = _request(occurrence, wanted, now)
        template, paper = wanted.template, wanted.paper or "a4"
        read = pipeline.read_all(expand(sources))
        meaning = encoder() if wanted.semantic else None
        brief = pipeline.brief(
            read, request, pages=pages, template=template, paper=paper, encoder=meaning
        )
        day = occurrence.start.date().isoformat()
        name = Path(file_name(brief.title, day, "pdf")).stem
        path = make_folder(folder) / f"{name}-{diary.file_stem(occurrence)}.pdf"
        return write(render(brief, format="pdf", template=template, paper=paper), path)

    return make


def _request(occurrence: Occurrence, wanted: Make, now: dt.datetime) -> Request:
    """What the invitation asks for, and the settings where it says nothing."""
    from briefgen.cli.make import invited
    from briefgen.model import Request

    texts = ("for_", "from_", "marking", "reference")
    settled = {key: text for key in texts if (text := getattr(wanted, key))}
    language = (wanted.language or "auto").lower()
    return Request(
        as_of=now,
        language=None if language == "auto" else language,
        **(settled | invited([occurrence.file], wanted.timezone)),
    )


def _mailer(people: Recipients) -> Callable[[Occurrence, Path], None]:
    """What mails a brief once; one that waits in the outbox is left to `briefgen outbox retry`."""

    def mail(_: Occurrence, path: Path) -> None:
        from briefgen.deliver import Outbox
        from briefgen.post import post_once
        from briefgen.settings import load, state_folder

        pdf = read_pdf(path)
        post_once(
            brief_in(pdf, path),
            pdf,
            people,
            mail=load().mail,
            outbox=Outbox(state_folder() / "outbox"),
            now=dt.datetime.now().astimezone(),
        )

    return mail
