"""A finished brief on its way: the letter made, kept, sent, or laid down as a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path

from briefgen.deliver import (
    Attachment,
    Entry,
    Letter,
    MailSettings,
    Outbox,
    brief_key,
    draft,
    letter,
    parse_addresses,
    told,
)
from briefgen.errors import NotSent, UsageError
from briefgen.model import Brief
from briefgen.output import file_name, write_in


@dataclass(frozen=True, slots=True)
class Recipients:
    """Whom it goes to, the addresses checked."""

    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every address."""
        return tuple(address.addr_spec for address in (*self.to, *self.cc, *self.bcc))


def recipients(
    to: Iterable[str] = (), cc: Iterable[str] = (), bcc: Iterable[str] = ()
) -> Recipients | None:
    """The addresses that were typed, None where there are none. Raises UsageError.

    To be asked for before the brief is made: a slip of the finger need not cost a minute.
    """
    found = Recipients(parse_addresses(to), parse_addresses(cc), parse_addresses(bcc))
    return found if found.all() else None


def write_letter(
    brief: Brief,
    pdf: bytes,
    people: Recipients,
    *,
    mail: MailSettings,
    date: dt.datetime,
    template: str | None = None,
    invite: bool = False,
    again: int = 0,
) -> Letter:
    """The letter with the PDF, and with the meeting as a calendar file where `invite` is wished."""
    from briefgen.meeting import publish
    from briefgen.render.letter import letter_parts

    parts = letter_parts(brief, template=template)
    files = [Attachment(_name(brief, "pdf"), pdf)]
    meeting = publish(brief.meeting, stamp=date) if invite and brief.meeting else None
    if meeting is not None:
        published = (("method", "PUBLISH"), ("charset", "utf-8"))
        files.append(Attachment(_name(brief, "ics"), meeting, "text/calendar", published))
    return letter(
        subject=parts.subject,
        text=parts.text,
        html=parts.html,
        brief=brief_key(brief),
        sender=_one(mail.sender),
        reply_to=_one(mail.reply_to),
        to=people.to,
        cc=people.cc,
        bcc=people.bcc,
        attachments=files,
        date=date,
        language=brief.language,
        again=again,
    )


def _one(text: str | None) -> Address | None:
    return parse_addresses([text])[0] if text else None


def _name(brief: Brief, suffix: str) -> str:
    """Sorted by the day of the meeting, else by the day of the information."""
    start = brief.meeting.start if brief.meeting else None
    return file_name(brief.title, (start or brief.as_of)[:10], suffix)


def post(
    brief: Brief,
    pdf: bytes,
    people: Recipients,
    *,
    mail: MailSettings,
    outbox: Outbox,
    now: dt.datetime,
    template: str | None = None,
    invite: bool = False,
    again: bool = False,
) -> str:
    """Keep the letter in the outbox, send it, and return the line that says so.

    Raises NotSent where somebody did not get it, with what becomes of it, and UsageError where the
    settings name no sender.
    """
    if mail.smtp is None or mail.sender is None:
        missing = "host" if mail.smtp is None else "from"
        raise UsageError(f"nothing can be sent, as the settings have no mail.{missing}")
    key, seconds = brief_key(brief), now.timestamp()
    times = outbox.times_sent(key, people.all()) if again else 0
    made = write_letter(
        brief, pdf, people, mail=mail, date=now, template=template, invite=invite, again=times
    )
    kept = outbox.put(made, now=seconds, again=again)
    return outcome(outbox.send(kept.id, account=mail.smtp, mailbox=mail.imap, now=seconds))


def post_once(
    brief: Brief,
    pdf: bytes,
    people: Recipients,
    *,
    mail: MailSettings,
    outbox: Outbox,
    now: dt.datetime,
    template: str | None = None,
    invite: bool = False,
) -> Entry | None:
    """As `post`, for a run that nobody watches: what waits is left to `retry`.

    None where the brief went, or is on its way, to one of them already. Raises NotSent only where
    the letter could not be kept.
    """
    if mail.smtp is None or mail.sender is None:
        raise UsageError("nothing can be sent, as the settings have no mail.host or mail.from")
    if outbox.times_sent(brief_key(brief), people.all()):
        return None
    made = write_letter(brief, pdf, people, mail=mail, date=now, template=template, invite=invite)
    kept = outbox.put(made, now=now.timestamp())
    return outbox.send(kept.id, account=mail.smtp, mailbox=mail.imap, now=now.timestamp())


def lay_down(made: Letter, people: Recipients, *, name: str, folder: Path) -> tuple[Path, str]:
    """Write the letter as an .eml draft; its path, and the line that says what to do with it."""
    path = write_in(draft(made), folder, f"{Path(name).stem}.eml")
    hidden = ", ".join(address.addr_spec for address in people.bcc)
    note = f"; add Bcc yourself, for no header holds it: {hidden}" if hidden else ""
    return path, f"a draft lies in {path}, to be opened and sent with your mail program{note}"


def outcome(entry: Entry) -> str:
    """The line for a letter that everybody got. Raises NotSent with the line for any other."""
    if entry.state == "sent":
        return f"sent to {', '.join(entry.recipients('sent'))}"
    raise NotSent(f"{told(entry.outcomes)}; {_NEXT[entry.state].format(entry.id)}")


_NEXT = {
    "queued": "letter {} is kept and goes out with: briefgen outbox retry",
    "sending": "letter {} may have arrived; see: briefgen outbox retry",
    "unknown": "letter {} may have arrived, so it is not sent again unasked: briefgen outbox retry",
    "refused": "letter {} is not tried again",
}


def retry(
    outbox: Outbox,
    *,
    mail: MailSettings,
    now: dt.datetime,
    all: bool = False,
    ask: Callable[[Entry], bool | None] = lambda entry: None,
) -> tuple[Entry, ...]:
    """Send what is due, or `all` that waits; `ask` whether a letter of unknown fate arrived.

    Its answer is None where nobody knows; told that it did not, the letter goes out again.
    """
    if mail.smtp is None:
        raise UsageError("nothing can be sent, as the settings have no mail.host")
    seconds = now.timestamp()
    tried = outbox.retry(account=mail.smtp, mailbox=mail.imap, now=seconds, all=all)
    done = []
    for entry in tried:
        arrived = ask(entry) if entry.state == "unknown" else None
        if arrived is not None:
            entry = outbox.settle(entry.id, arrived=arrived, now=seconds)
        if arrived is False:
            entry = outbox.send(entry.id, account=mail.smtp, now=seconds)
        done.append(entry)
    return tuple(done)


def checked(mail: MailSettings) -> tuple[tuple[bool, str], ...]:
    """What `doctor` tells of the mail settings, nothing being sent: works or not, and the line."""
    from briefgen.deliver import imap, smtp

    server, mailbox = mail.smtp, mail.imap
    return (
        _checked("mail", None if server is None else lambda: smtp.check(server)),
        _checked("imap", None if mailbox is None else lambda: imap.check(mailbox.account)),
    )


def _checked(name: str, check: Callable[[], str] | None) -> tuple[bool, str]:
    from briefgen.deliver.smtp import Unreachable

    if check is None:
        return True, f"{name}: not set"
    try:
        return True, f"{name}: {check()}"
    except Unreachable as error:
        return False, f"{name}: {error}"


def listed(entries: Sequence[Entry], *, now: dt.datetime) -> tuple[str, ...]:
    """A line a letter: its name, when it was made, its state, its subject, and what is amiss."""
    return tuple(_listed(entry, now) for entry in entries)


def _listed(entry: Entry, now: dt.datetime) -> str:
    made = dt.datetime.fromtimestamp(entry.created, now.tzinfo)
    line = f"{entry.id}  {made:%Y-%m-%d %H:%M}  {entry.state:8}{entry.subject}"
    amiss = told(entry.outcomes)
    return f"{line}  ({amiss})" if amiss else line
