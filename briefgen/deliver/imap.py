"""The mailbox: drafts are laid there, and a letter is looked for by its Message-ID (RFC 3501)."""

from __future__ import annotations

import base64
import contextlib
import imaplib
import re
import ssl
from collections.abc import Iterator

from briefgen.deliver import secrets
from briefgen.deliver.account import Account, Imap
from briefgen.deliver.smtp import Unreachable, tls_context, xoauth2
from briefgen.errors import NotSent, SettingsError

_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (?P<name>.*)')


def append_draft(mailbox: Imap, content: bytes, *, now: float) -> str:
    """Lay the letter into the drafts, and return the folder's name. Raises NotSent."""
    try:
        with session(mailbox.account) as server:
            folder = _folder(server, mailbox.drafts, rb"\Drafts")
            status, _ = server.append(folder, r"(\Draft)", imaplib.Time2Internaldate(now), content)
    except (Unreachable, OSError, imaplib.IMAP4.error) as error:
        raise NotSent(f"no draft could be laid into {mailbox.drafts}: {error}") from error
    if status != "OK":
        raise NotSent(f"no draft could be laid into {mailbox.drafts}: the server refused it")
    return mailbox.drafts


def find(mailbox: Imap, message_id: str) -> bool:
    """Whether a letter with that Message-ID lies among the sent or in the inbox.

    False also where the mailbox cannot be asked: absence proves nothing.
    """
    try:
        with session(mailbox.account) as server:
            return any(
                _holds(server, folder, message_id) for folder in (_quoted(mailbox.sent), "INBOX")
            )
    except (Unreachable, OSError, imaplib.IMAP4.error):
        return False


def check(account: Account) -> str:
    """Connect, secure and log in, then leave; a line that says so. Raises Unreachable."""
    with session(account):
        return f"{account.host}:{account.port} answers, logged in as {account.user}"


@contextlib.contextmanager
def session(account: Account) -> Iterator[imaplib.IMAP4]:
    """A connection, secured and logged in. Raises Unreachable."""
    server = _connected(account)
    try:
        _logged_in(server, account)
        yield server
    finally:
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            server.logout()


def _connected(account: Account) -> imaplib.IMAP4:
    at = f"{account.host}:{account.port}"
    try:
        if account.security == "tls":
            return imaplib.IMAP4_SSL(
                account.host,
                account.port,
                ssl_context=tls_context(account),
                timeout=account.timeout,
            )
        server = imaplib.IMAP4(account.host, account.port, timeout=account.timeout)
        if account.security == "starttls":
            server.starttls(tls_context(account))
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", None) or error.reason
        raise Unreachable(f"the certificate of {at} is not trusted: {reason}") from error
    except (OSError, UnicodeError, imaplib.IMAP4.error) as error:
        raise Unreachable(f"{at} cannot be reached: {error}") from error
    return server


def _logged_in(server: imaplib.IMAP4, account: Account) -> None:
    if account.user is None or account.security == "none":
        raise Unreachable(f"{account.host}: a mailbox needs a user, and starttls or tls")
    try:
        if account.token_command:
            answer = xoauth2(account)
            server.authenticate("XOAUTH2", lambda said: answer(said or None).encode())
        else:
            server.login(account.user, secrets.password(account))
    except SettingsError as error:
        raise Unreachable(str(error)) from error
    except (imaplib.IMAP4.error, UnicodeError) as error:
        raise Unreachable(f"{account.host} does not accept the login of {account.user}") from error


def _holds(server: imaplib.IMAP4, folder: str, message_id: str) -> bool:
    status, _ = server.select(folder, readonly=True)
    if status != "OK":
        return False
    status, found = server.search(None, "HEADER", "Message-ID", f'"{message_id}"')
    return status == "OK" and any(part and part.strip() for part in found)


def _folder(server: imaplib.IMAP4, wanted: str, flag: bytes) -> str:
    """The folder as the server spells it: the one that is wanted, else the one with the flag."""
    _, lines = server.list()
    listed = [match for line in lines if (match := _LISTED.match(_bytes(line)))]
    names = {match["name"].strip(b'"') for match in listed}
    if encoded(wanted).encode() not in names:
        for match in listed:
            if flag.lower() in match["flags"].lower().split():
                return match["name"].decode("ascii", "replace")
        server.create(_quoted(wanted))
    return _quoted(wanted)


def _bytes(line: object) -> bytes:
    return line if isinstance(line, bytes) else b""


def _quoted(name: str) -> str:
    escaped = encoded(name).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def encoded(name: str) -> str:
    """A folder's name in the modified UTF-7 of RFC 3501, 5.1.3."""

    def run(match: re.Match[str]) -> str:
        code = base64.b64encode(match[0].encode("utf-16-be")).decode().rstrip("=")
        return "&" + code.replace("/", ",") + "-"

    return re.sub(r"[^\x20-\x7e]+", run, name.replace("&", "&-"))
