"""`briefgen send` and `briefgen outbox`, and the options that mail what `make` has made."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.errors import NotABrief, NotSent, UsageError

if TYPE_CHECKING:
    from briefgen.deliver import Entry, Imap, Letter, Outbox
    from briefgen.model import Brief
    from briefgen.post import Recipients

ADDRESSES = (
    click.option("--to", multiple=True, metavar="ADDRESS", help="Mail it to; repeat for more."),
    click.option("--cc", multiple=True, metavar="ADDRESS", help="Copy to."),
    click.option("--bcc", multiple=True, metavar="ADDRESS", help="Blind copy to."),
    click.option("--draft", is_flag=True, help="Write an .eml draft instead of sending."),
    click.option("--invite", is_flag=True, help="Attach the meeting as a calendar file too."),
    click.option("--again", is_flag=True, help="Send though somebody has this brief already."),
)


MAIL_OPTIONS = ("to", "cc", "bcc", "draft", "invite", "again")


def addressed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of mailing to a command."""
    for option in reversed(ADDRESSES):
        command = option(command)
    return command


def asked(
    *,
    to: tuple[str, ...],
    cc: tuple[str, ...],
    bcc: tuple[str, ...],
    draft: bool,
    invite: bool,
    again: bool,
) -> Mailing | None:
    """What the options ask for, addresses checked; None for no mail. Raises UsageError."""
    if not (to or cc or bcc):
        if draft or invite or again:
            raise UsageError("--draft, --invite and --again need somebody to write to: --to")
        return None
    from briefgen.post import recipients

    people = recipients(to, cc, bcc)
    return Mailing(people, draft=draft, invite=invite, again=again) if people else None


@dataclass(frozen=True, slots=True)
class Mailing:
    """Who gets the brief by mail, and how."""

    people: Recipients
    draft: bool = False
    invite: bool = False
    again: bool = False


def deliver(
    brief: Brief,
    pdf: bytes,
    mailing: Mailing,
    *,
    folder: Path,
    name: str,
    template: str | None = None,
) -> None:
    """Send the PDF, or lay down a draft in the folder where that is asked or no server is set."""
    from briefgen import post
    from briefgen.settings import load

    mail, now = load().mail, dt.datetime.now().astimezone()
    how: dict[str, Any] = {"mail": mail, "template": template, "invite": mailing.invite}
    if not mailing.draft and mail.smtp:
        line = post.post(
            brief, pdf, mailing.people, outbox=_outbox(), now=now, again=mailing.again, **how
        )
        click.echo(f"briefgen: {line}", err=True)
        return
    letter = post.write_letter(brief, pdf, mailing.people, date=now, **how)
    path, line = post.lay_down(letter, mailing.people, name=name, folder=folder)
    click.echo(path)
    reason = "" if mailing.draft else "not sent, as the settings have no mail.host: "
    click.echo(f"briefgen: {reason}{line}", err=True)
    if mailing.draft and mail.imap:
        _into_mailbox(letter, mail.imap, now)


def _into_mailbox(letter: Letter, mailbox: Imap, now: dt.datetime) -> None:
    from briefgen.deliver.imap import append_draft

    folder = append_draft(mailbox, letter.content, now=now.timestamp())
    click.echo(f"briefgen: a draft lies in {folder} of the mailbox too", err=True)


def _outbox() -> Outbox:
    from briefgen.deliver import Outbox
    from briefgen.settings import state_folder

    return Outbox(state_folder() / "outbox")


@click.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path), metavar="FILE.pdf")
@addressed
def send(file: Path, **options: Any) -> None:
    """Mail a brief that was made before."""
    mailing = asked(**options)
    if mailing is None:
        raise UsageError("give somebody to send it to: --to ADDRESS")
    pdf = read_pdf(file)
    deliver(brief_in(pdf, file), pdf, mailing, folder=file.parent, name=file.name)


def read_pdf(file: Path) -> bytes:
    """The file's bytes. Raises UsageError where it is not there, NotABrief where unreadable."""
    try:
        if not (file.is_file() or file.is_dir()) and file.exists():
            raise NotABrief(f"{file} is not a file (a pipe or a device)")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(f"{file}: no such file; give the PDF that briefgen made") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotABrief(f"{file} cannot be read: {reason}") from error


def brief_in(pdf: bytes, file: Path) -> Brief:
    """The brief inside the PDF. Raises NotABrief."""
    from briefgen.codec import from_json
    from briefgen.pdf import contents

    try:
        return from_json(contents(pdf).brief_json)
    except (ValueError, NotABrief) as error:
        raise NotABrief(f"{file}: {error}") from error


@click.group(invoke_without_command=True)
@click.pass_context
def outbox(context: click.Context) -> None:
    """See the letters that were sent or wait, and try again those that wait."""
    if context.invoked_subcommand is None:
        context.invoke(list_letters)


@outbox.command("list")
def list_letters() -> None:
    """List the letters, the oldest first, each with what became of it."""
    _tell(_outbox().entries())


@outbox.command("retry")
@click.option("--all", "everything", is_flag=True, help="Also those whose time has not come.")
def retry(everything: bool) -> None:
    """Try every letter that waits and is due; safe to run from cron.

    On a terminal you are asked about letters of which nobody knows whether they arrived.
    """
    from briefgen import post
    from briefgen.settings import load

    tried = post.retry(
        _outbox(),
        mail=load().mail,
        now=dt.datetime.now().astimezone(),
        all=everything,
        ask=_ask if sys.stdin.isatty() else lambda entry: None,
    )
    _tell(tried)
    if bad := [entry for entry in tried if entry.state != "sent"]:
        raise NotSent(f"{len(bad)} of {len(tried)} not sent; see above")


def _tell(entries: Sequence[Entry]) -> None:
    from briefgen.post import listed

    for line in listed(entries, now=dt.datetime.now().astimezone()):
        click.echo(line)


def _ask(entry: Entry) -> bool | None:
    """Whether a letter of unknown fate arrived, as far as the user knows."""
    people = ", ".join(entry.recipients("unknown"))
    answer = click.prompt(
        f"Did “{entry.subject}” arrive at {people}?",
        type=click.Choice(["yes", "no", "unknown"]),
        default="unknown",
        err=True,
    )
    return {"yes": True, "no": False}.get(answer)
