"""The password or token of an account, from where the settings say it is; never printed."""

from __future__ import annotations

import subprocess

from briefgen.deliver.account import Account
from briefgen.errors import SettingsError

PATIENCE = 60  # seconds: a person may have to unlock the store


def token(account: Account) -> str:
    """An OAuth access token, the first line that the `token_command` prints."""
    return _first_line(account.token_command, "token_command")


def password(account: Account) -> str:
    """The password of the account's user. Raises SettingsError where there is none."""
    if account.password is not None:
        return account.password
    if account.password_command:
        return _first_line(account.password_command, "password_command")
    if account.keyring:
        return _from_keyring(account)
    raise SettingsError(
        f"no password for {account.user} at {account.host}: set password_command, keyring or "
        "the environment's BRIEFGEN_MAIL_PASSWORD (BRIEFGEN_IMAP_PASSWORD for the mailbox)"
    )


def _first_line(command: tuple[str, ...], name: str) -> str:
    """What the command says, its errors kept from the log lest they hold the secret."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=True
        )
    except FileNotFoundError as error:
        raise SettingsError(f"{name}: there is no program {command[0]}") from error
    except subprocess.CalledProcessError as error:
        raise SettingsError(f"{name}: {command[0]} ended with {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SettingsError(f"{name}: {command[0]} could not be run in {PATIENCE} s") from error
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0]:
        raise SettingsError(f"{name}: {command[0]} printed nothing")
    return lines[0]


def _from_keyring(account: Account) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise SettingsError("keyring is not installed: pip install briefgen[keyring]") from error
    backend = keyring.get_keyring()
    if is_plain(backend):
        raise SettingsError(f"keyring would use {backend.name}, which keeps passwords in the open")
    try:
        found = keyring.get_password(f"briefgen:{account.host}", account.user or "")
    except KeyringError as error:
        raise SettingsError(f"the keyring could not be read: {type(error).__name__}") from error
    if not found:
        raise SettingsError(
            f"the keyring holds nothing: keyring set briefgen:{account.host} {account.user}"
        )
    return found


def is_plain(backend: object) -> bool:
    """Whether a keyring backend, or one that it would ask in turn, keeps secrets unencrypted."""
    nested = tuple(getattr(backend, "backends", ()))
    kind = type(backend)
    plain = kind.__module__.startswith("keyrings.alt") or "Plaintext" in kind.__name__
    return plain or any(map(is_plain, nested))
