"""A rendered brief and its recipients → a letter, without touching the network or the clock."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email import policy
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage

from briefgen.codec import to_json
from briefgen.errors import UsageError
from briefgen.model import Brief

# Seven bits survive every server on the way, also one without 8BITMIME.


class _Whole(policy.EmailPolicy):
    """How lines are folded: a subject of more than ASCII is encoded whole.

    Encoded word by word, as Python 3.11 does it, blanks between some of them are lost.
    """

    def fold(self, name: str, value: str) -> str:
        """Return the header as it is sent."""
        if name.lower() != "subject" or str(value).isascii():
            return str(super().fold(name, value))
        encoded = Header(str(value), "utf-8", maxlinelen=_LINE, header_name=name)
        return f"{name}: {encoded.encode(linesep=self.linesep)}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return the same as bytes, which are ASCII."""
        return self.fold(name, value).encode("ascii", "surrogateescape")


_LINE = 78  # characters (RFC 5322, 2.1.1)
POLICY = _Whole(linesep="\r\n", cte_type="7bit", max_line_length=_LINE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file for the letter; `parameters` go to its Content-Type, as ("method", "PUBLISH") does."""

    name: str
    content: bytes
    type: str = "application/pdf"
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be kept: its bytes with CRLF, and the envelope, which alone knows Bcc."""

    message_id: str
    brief: str
    subject: str
    sender: str
    recipients: tuple[str, ...]
    content: bytes


def brief_key(brief: Brief) -> str:
    """What makes two briefs the same to a reader: all of it but the time it was made."""
    return hashlib.sha256(to_json(dataclasses.replace(brief, as_of=""))).hexdigest()


def letter(
    *,
    subject: str,
    text: str,
    html: str,
    brief: str,
    sender: Address | None,
    to: Sequence[Address],
    cc: Sequence[Address] = (),
    bcc: Sequence[Address] = (),
    reply_to: Address | None = None,
    attachments: Sequence[Attachment],
    date: dt.datetime,
    language: str = "en",
    again: int = 0,
) -> Letter:
    """The letter: plain text and HTML, styles inlined, then the files.

    `brief` is the `brief_key`; `date` has a zone; `again` counts the times it went out before. A
    letter without a sender can only become a draft.
    Raises UsageError where nobody is to get it or a header would break.
    """
    recipients, message = _recipients(to, cc, bcc), EmailMessage(policy=POLICY)
    if sender is not None:
        message["From"] = sender
    _address(message, to=to, cc=cc, reply_to=(reply_to,) if reply_to else ())
    message["Subject"] = one_line(subject)
    message["Date"] = date
    message["Message-ID"] = message_id(brief, recipients, attachments, sender=sender, again=again)
    message["Content-Language"] = language
    _fill(message, text=text, html=html, attachments=attachments)
    _bound(message)
    return Letter(
        message_id=str(message["Message-ID"]),
        brief=brief,
        subject=str(message["Subject"]),
        sender=sender.addr_spec if sender else "",
        recipients=recipients,
        content=message.as_bytes(),
    )


def _address(
    message: EmailMessage,
    *,
    to: Sequence[Address],
    cc: Sequence[Address],
    reply_to: Sequence[Address],
) -> None:
    """The headers that everybody sees; where all are hidden, the one that says so."""
    for name, people in (("To", to), ("Cc", cc), ("Reply-To", reply_to)):
        if people:
            message[name] = tuple(people)
    if not to and not cc:
        message["To"] = "undisclosed-recipients:;"


def _recipients(*lists: Iterable[Address]) -> tuple[str, ...]:
    """Everyone on the envelope, once."""
    every = {a.addr_spec.casefold(): a.addr_spec for people in lists for a in people}
    if not every:
        raise UsageError("a letter needs somebody to go to: give --to")
    return tuple(every.values())


def _fill(
    message: EmailMessage, *, text: str, html: str, attachments: Sequence[Attachment]
) -> None:
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(inlined(html), subtype="html", cte="quoted-printable")
    for file in attachments:
        kind, _, subtype = file.type.partition("/")
        message.add_attachment(
            file.content,
            maintype=kind,
            subtype=subtype,
            filename=file_name(file.name),
            params=dict(file.parameters) or None,
            cte="base64",
        )


def _bound(message: EmailMessage) -> None:
    """Boundaries that follow from the letter; "=_" stands in no encoded part (RFC 2045, 6.7)."""
    seed = str(message["Message-ID"]).strip("<>").partition("@")[0]
    parts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{seed[:32]}_{number}")


def inlined(html: str) -> str:
    """The styles at their elements, as Outlook wants them; what media queries say stays on top."""
    import css_inline

    inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)
    return str(inliner.inline(html))


def message_id(
    brief: str,
    recipients: Iterable[str],
    attachments: Iterable[Attachment],
    *,
    sender: Address | None,
    again: int = 0,
) -> str:
    """The identity of a letter: the same brief to the same people is the same letter."""
    digest = hashlib.sha256(brief.encode())
    for address in sorted(recipient.casefold() for recipient in recipients):
        digest.update(b"\0" + address.encode())
    for file in attachments:
        digest.update(b"\1" + hashlib.sha256(file.content).digest())
    digest.update(b"\2" + str(again).encode())
    return f"<{digest.hexdigest()[:40]}@{sender.domain if sender else 'briefgen.invalid'}>"


def one_line(text: str) -> str:
    """The text as a header may have it: no line break gets a header of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def file_name(name: str) -> str:
    """The name without what a folder, or a mail program's idea of one, could stumble over."""
    return re.sub(r'[\\/:*?"<>|]+', "-", one_line(name)).strip(" .-") or "brief.pdf"


def draft(letter: Letter) -> bytes:
    """The letter as an .eml that a mail program opens for sending (X-Unsent, as Outlook has it)."""
    return b"X-Unsent: 1\r\n" + letter.content
