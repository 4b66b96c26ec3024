"""Mail servers and how to log in there, as the settings give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True)
class Account:
    """A server and a login; `none` is for a relay on this machine and never carries a password.

    The secret comes from `password`, which only the environment gives, or `password_command`, or
    the keyring; `token_command` prints an OAuth access token instead. Commands are words, run
    without a shell. `ca_file` adds to the certificates that the system trusts. `timeout` is in
    seconds.
    """

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    password_command: tuple[str, ...] = ()
    token_command: tuple[str, ...] = ()
    keyring: bool = False
    ca_file: Path | None = None
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Imap:
    """The mailbox: where drafts go, and where a letter of unknown fate is looked for."""

    account: Account
    drafts: str = "Drafts"
    sent: str = "Sent"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """All that sending needs: the sender as a header has it, the server, the mailbox.

    Without `smtp` nothing is sent: the letter becomes a draft.
    """

    sender: str | None = None
    reply_to: str | None = None
    smtp: Account | None = None
    imap: Imap | None = None
