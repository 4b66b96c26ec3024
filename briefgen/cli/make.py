"""`briefgen make`: the main job."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import typed
from briefgen.cli.common import check_interrupted, say_path, verbosity
from briefgen.cli.mail import MAIL_OPTIONS, addressed, asked, deliver
from briefgen.errors import PdfUnavailable, UsageError
from briefgen.output import STDOUT, file_name, format_of, is_folder, write, write_in
from briefgen.render import FORMATS, PAPERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen import pipeline
    from briefgen.meeting import MeetingFile
    from briefgen.model import Brief, Request, Unread

STDIN = "-"
MOST_TOLD = 20


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    metavar="PATH",
    help="A file, whose suffix picks the format, or a folder; - is standard output.",
)
@click.option(
    "--format", type=click.Choice(tuple(FORMATS)), help="The format, whatever the suffix says."
)
@click.option(
    "--meeting",
    multiple=True,
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="An .ics invitation or a .toml meeting file; may be given twice, the .toml wins.",
)
@click.option("--title", help="Its title; else the meeting's or the bottom line's headline.")
@click.option("--for", "for_", metavar="TEXT", help="Whom the brief is for.")
@click.option("--from", "from_", metavar="TEXT", help="Who prepared it.")
@click.option("--purpose", help="The purpose of the meeting, in a sentence or two.")
@click.option("--marking", help="A handling marking, top and bottom of each page.")
@click.option("--reference", help="Your reference, in the title block and at the foot.")
@click.option("--focus", multiple=True, metavar="TEXT", help="What the reader cares about; repeat.")
@click.option(
    "--pages",
    type=click.IntRange(1, 20),
    default=2,
    show_default=True,
    metavar="N",
    help="Pages of the brief, before the list of sources and the annex.",
)
@click.option("--template", metavar="NAME|FOLDER", help="A shipped template or a folder of yours.")
@click.option(
    "--paper", type=click.Choice(tuple(PAPERS)), default="a4", show_default=True, help="Paper."
)
@click.option(
    "--language",
    default="auto",
    show_default=True,
    metavar="auto|en|fr|…",
    help="The language of the sources and of the brief's own words.",
)
@click.option(
    "--timezone",
    metavar="ZONE",
    help="The reader's, such as Europe/Berlin; default this machine's.",
)
@click.option("--as-of", metavar="DATETIME", help="The information's date, as ISO; default now.")
@addressed
@click.option("--semantic", is_flag=True, help="Settle doubts by meaning; needs the extra.")
@click.option("--strict", is_flag=True, help="Make nothing if a source cannot be read.")
@verbosity
def make(
    sources: tuple[str, ...],
    output: str,
    format: str | None,
    pages: int,
    template: str | None,
    paper: str,
    semantic: bool,
    strict: bool,
    **options: Any,
) -> None:
    """Make a brief from articles: files, folders, globs, or - for standard input."""
    from briefgen import pipeline
    from briefgen.render import pdf_unavailable, render
    from briefgen.summarize import encoder

    format = format_of(output, format)
    mailing = asked(**{name: options.pop(name) for name in MAIL_OPTIONS})
    if mailing and format != "pdf":
        raise UsageError(f"what is mailed is the PDF, not {format}; leave --to out or make a PDF")
    if format == "pdf" and (why := pdf_unavailable()):
        raise PdfUnavailable(why)
    wanted = request(**options)
    meaning = encoder() if semantic else None
    read = _read(sources, strict=strict)
    _say_unread(read[1])
    brief = pipeline.brief(
        read, wanted, pages=pages, template=template, paper=paper, encoder=meaning
    )
    product = render(brief, format=format, template=template, paper=paper)
    path = _deliver(product, brief, output=output, format=format)
    if mailing:
        deliver(brief, product, mailing, folder=path.parent, name=path.name, template=template)


def request(
    *,
    as_of: str | None,
    language: str,
    focus: tuple[str, ...],
    meeting: tuple[Path, ...],
    purpose: str | None,
    timezone: str | None = None,
    **texts: str | None,
) -> Request:
    """What is asked for: by an option, else by the meeting's files, else by the settings.

    Raises UsageError.
    """
    from briefgen.model import Request

    if not re.fullmatch(r"[a-zA-Z]{2,3}|auto", language):
        raise UsageError(f"--language {language}: give auto or a code such as en, fr or ar")
    now = typed.moment(as_of)
    written = {
        "purpose": typed.prose(purpose, option="--purpose"),
        **{key: typed.line(text, option=f"--{key.rstrip('_')}") for key, text in texts.items()},
    }
    given: dict[str, Any] = {key: text for key, text in written.items() if text}
    settled = {key: given.pop(key) for key in list(given) if _is_setting(key)}
    asked_for = (typed.line(item, option="--focus", longest=typed.LONGEST_PROSE) for item in focus)
    return Request(
        as_of=now,
        focus=tuple(item for item in asked_for if item),
        language=None if language.lower() == "auto" else language.lower(),
        **(settled | _invited(meeting, now, timezone) | given),
    )


def _is_setting(name: str) -> bool:
    """Whether a value comes from the settings, which know nothing of this meeting."""
    context = click.get_current_context(silent=True)
    source = context.get_parameter_source(name) if context else None
    return source is click.core.ParameterSource.DEFAULT_MAP


def _invited(files: tuple[Path, ...], moment: dt.datetime, timezone: str | None) -> dict[str, Any]:
    """What the meeting's files give for the request."""
    if not files:
        return {}
    from briefgen.meeting import read

    return invited([read(path, as_of=moment) for path in files], timezone)


def invited(files: Sequence[MeetingFile], timezone: str | None) -> dict[str, Any]:
    """What meeting files give for the request, no more than they say; their notes go to stderr."""
    from briefgen.meeting import clock, merge, on_clock

    invitation, reader = merge(files), clock(timezone)
    meeting = on_clock(invitation.meeting, reader) if invitation.meeting else None
    for note in invitation.notes:
        click.echo(f"briefgen: {note}", err=True)
    lines, prose = ("for_", "from_", "marking", "reference"), ("purpose", "comment")
    said = {
        **{key: typed.line(getattr(invitation, key), option=key.rstrip("_")) for key in lines},
        **{key: typed.prose(getattr(invitation, key), option=key) for key in prose},
        **{key: getattr(invitation, key) for key in ("objectives", "points_to_make")},
        "meeting": meeting,
    }
    return {key: value for key, value in said.items() if value}


def _read(sources: tuple[str, ...], *, strict: bool) -> pipeline.Read:
    """All sources read, with a bar on a terminal."""
    from briefgen import pipeline
    from briefgen.read import MAX_MARKUP, expand

    locators = expand(sources)
    stdin = sys.stdin.buffer.read(MAX_MARKUP + 1) if STDIN in locators else None
    with click.progressbar(
        length=len(locators), label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return pipeline.read_all(locators, stdin=stdin, strict=strict, seen=lambda _: bar.update(1))


def _say_unread(unread: Sequence[Unread]) -> None:
    """A line each for the first; the brief lists them all."""
    for item in unread[:MOST_TOLD]:
        click.echo(f"briefgen: unread: {item.locator} {item.reason}", err=True)
    if len(unread) > MOST_TOLD:
        click.echo(f"briefgen: unread: {len(unread) - MOST_TOLD} more", err=True)


def _deliver(product: bytes, brief: Brief, *, output: str, format: str) -> Path:
    """The product to its file, whose path goes to stdout, or itself to stdout; its path."""
    name = file_name(brief.title, brief.as_of[:10], format)
    check_interrupted()
    if output == STDOUT:
        sys.stdout.buffer.write(product)
        sys.stdout.buffer.flush()
        return Path(name)
    if is_folder(output):
        path = write_in(product, Path(output), name)
    else:
        path = write(product, Path(output))
    say_path(path)
    return path
