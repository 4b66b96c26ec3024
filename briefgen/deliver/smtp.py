"""One letter to one server: the socket, the checks before it, and what each recipient got."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from briefgen.deliver import secrets
from briefgen.deliver.account import Account
from briefgen.deliver.receipt import Outcome, Receipt, State
from briefgen.errors import SettingsError

# What we call ourselves: an address literal, for the machine's name is nobody's business.
_MYSELF = "[127.0.0.1]"


_LOGIN_WANTED = {530, 534, 535, 538}  # RFC 4954, 6


class Unreachable(Exception):
    """The server cannot be used as things are; nothing was handed over."""


def send(
    content: bytes,
    *,
    sender: str,
    recipients: Sequence[str],
    account: Account,
    committing: Callable[[tuple[str, ...]], None] = lambda addresses: None,
) -> Receipt:
    """Hand the letter over, and say what became of it for each recipient.

    `committing` is told who will get it just before the letter itself goes out: from there until
    the server's answer nobody can know. What it raises ends the sending.
    """
    try:
        with session(account) as smtp:
            return _transact(smtp, content, sender, recipients, committing)
    except Unreachable as error:
        return _all(recipients, "queued", str(error))


def check(account: Account) -> str:
    """Connect, secure and log in as `send` does, then leave; a line that says what was found.

    Raises Unreachable.
    """
    with session(account) as smtp:
        limit = size_limit(smtp)
    login = f"logged in as {account.user}" if account.user else "no login"
    size = f", letters up to {limit / 1e6:.0f} MB" if limit else ""
    return f"{account.host}:{account.port} answers, {_SECURED[account.security]}, {login}{size}"


_SECURED = {"starttls": "STARTTLS", "tls": "TLS", "none": "not encrypted"}


@contextlib.contextmanager
def session(account: Account) -> Iterator[smtplib.SMTP]:
    """A connection, secured and logged in as the settings want it. Raises Unreachable."""
    smtp = _connected(account)
    try:
        _secured(smtp, account)
        _logged_in(smtp, account)
        yield smtp
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            smtp.quit()
        smtp.close()


def _connected(account: Account) -> smtplib.SMTP:
    at = f"{account.host}:{account.port}"
    try:
        if account.security == "tls":
            return smtplib.SMTP_SSL(
                account.host,
                account.port,
                local_hostname=_MYSELF,
                timeout=account.timeout,
                context=tls_context(account),
            )
        return smtplib.SMTP(
            account.host, account.port, local_hostname=_MYSELF, timeout=account.timeout
        )
    except ssl.SSLError as error:
        raise Unreachable(_untrusted(account, error)) from error
    except smtplib.SMTPResponseException as error:
        raise Unreachable(f"{at} turned us away: {_said(error)}") from error
    except (OSError, UnicodeError, smtplib.SMTPException) as error:
        raise Unreachable(f"{at} cannot be reached: {_plain(error)}") from error


def _secured(smtp: smtplib.SMTP, account: Account) -> None:
    at = f"{account.host}:{account.port}"
    try:
        smtp.ehlo_or_helo_if_needed()
        if account.security == "starttls":
            if not smtp.has_extn("starttls"):
                raise Unreachable(f"{at} offers no STARTTLS, so nothing was sent over it")
            smtp.starttls(context=tls_context(account))
            smtp.ehlo()
    except ssl.SSLError as error:
        raise Unreachable(_untrusted(account, error)) from error
    except smtplib.SMTPResponseException as error:
        raise Unreachable(f"{at} turned us away: {_said(error)}") from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(f"{at} broke off: {_plain(error)}") from error


def _logged_in(smtp: smtplib.SMTP, account: Account) -> None:
    if account.user is None or account.security == "none":
        return
    try:
        if account.token_command:
            smtp.auth("XOAUTH2", cast("Any", xoauth2(account)))
        else:
            smtp.login(account.user, secrets.password(account))
    except SettingsError as error:
        raise Unreachable(str(error)) from error
    except smtplib.SMTPAuthenticationError as error:
        raise Unreachable(
            f"{account.host} does not accept the login of {account.user}: {_said(error)}"
        ) from error
    except UnicodeError as error:
        raise Unreachable("the login holds letters that SMTP cannot carry") from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(f"{account.host} broke off at the login: {_plain(error)}") from error


def xoauth2(account: Account) -> Callable[[bytes | None], str]:
    """The answers of the XOAUTH2 exchange: the token first, then nothing to the server's error."""
    first = f"user={account.user}\1auth=Bearer {secrets.token(account)}\1\1"

    def answer(challenge: bytes | None = None) -> str:
        return first if challenge is None else ""

    return answer


def tls_context(account: Account) -> ssl.SSLContext:
    """TLS as Python's defaults have it: certificates and host names are verified."""
    context = ssl.create_default_context()
    if account.ca_file is not None:
        try:
            context.load_verify_locations(account.ca_file)
        except (OSError, ssl.SSLError) as error:
            raise Unreachable(f"ca_file {account.ca_file} cannot be read") from error
    return context


def size_limit(smtp: smtplib.SMTP) -> int | None:
    """The most bytes that a letter may have there (RFC 1870), None where the server sets none."""
    said = smtp.esmtp_features.get("size", "").split()
    return int(said[0]) if said and said[0].isdecimal() and int(said[0]) else None


# ── the transaction ──────────────────────────────────────────────────────────────────────────────


def _transact(
    smtp: smtplib.SMTP,
    content: bytes,
    sender: str,
    recipients: Sequence[str],
    committing: Callable[[tuple[str, ...]], None],
) -> Receipt:
    limit = size_limit(smtp)
    if limit is not None and len(content) > limit:
        size = f"the letter has {len(content) / 1e6:.1f} MB, the server takes {limit / 1e6:.1f} MB"
        return _all(recipients, "refused", size)
    try:
        options = [f"size={len(content)}"] if smtp.has_extn("size") else []
        code, answer = smtp.mail(sender, options)
        if code != 250:
            return _all(recipients, _state(code), _answer(code, answer))
        outcomes = [_asked(smtp, address) for address in recipients]
    except (OSError, smtplib.SMTPException) as error:
        return _all(recipients, "queued", f"the server broke off: {_plain(error)}")
    accepted = tuple(outcome.address for outcome in outcomes if outcome.state == "sent")
    others = tuple(outcome for outcome in outcomes if outcome.state != "sent")
    if not accepted:
        return Receipt(others)
    committing(accepted)
    return Receipt(_handed_over(smtp, content, accepted) + others)


def _asked(smtp: smtplib.SMTP, address: str) -> Outcome:
    """Whether the server takes letters for the address; `sent` is what it then becomes."""
    code, answer = smtp.rcpt(address)
    if code in (250, 251):
        return Outcome(address, "sent")
    return Outcome(address, _state(code), _answer(code, answer))


def _handed_over(
    smtp: smtplib.SMTP, content: bytes, accepted: tuple[str, ...]
) -> tuple[Outcome, ...]:
    try:
        code, answer = smtp.data(content)
    except smtplib.SMTPDataError as error:
        return _all(accepted, _state(error.smtp_code), _said(error)).outcomes
    except (OSError, smtplib.SMTPException) as error:
        lost = f"the connection broke before the server's answer: {_plain(error)}"
        return _all(accepted, "unknown", lost).outcomes
    if code == 250:
        return _all(accepted, "sent", None).outcomes
    state = _state(code) if 400 <= code < 600 else "unknown"
    return _all(accepted, state, _answer(code, answer)).outcomes


def _all(recipients: Sequence[str], state: State, reason: str | None) -> Receipt:
    return Receipt(tuple(Outcome(address, state, reason) for address in recipients))


def _state(code: int) -> State:
    """RFC 5321, 4.2.1: 4xx passes, 5xx stays; but a login that is asked for can be given."""
    return "refused" if 500 <= code < 600 and code not in _LOGIN_WANTED else "queued"


def _answer(code: int, answer: bytes) -> str:
    return _line(f"{code} {answer.decode('utf-8', 'replace')}")


def _line(text: str) -> str:
    """What a server says, fit for a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _said(error: smtplib.SMTPResponseException) -> str:
    answer = error.smtp_error
    return _answer(error.smtp_code, answer if isinstance(answer, bytes) else answer.encode())


def _plain(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return _line(str(text))


def _untrusted(account: Account, error: ssl.SSLError) -> str:
    reason = getattr(error, "verify_message", None) or error.reason or "TLS failed"
    return f"the certificate of {account.host}:{account.port} is not trusted: {reason}"
