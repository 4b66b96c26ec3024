"""Settings, each from the nearest place that gives it: environment, ./briefgen.toml, the user's.

Options of the command line come before all of them and are the command line's own business.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.errors import SettingsError
from briefgen.settings.keys import ACCOUNT, FIELDS, FOLDERS
from briefgen.settings.places import (
    NAME,
    Place,
    from_environment,
    from_file,
    state_folder,
    user_folder,
)
from briefgen.settings.values import Agenda, Make, Settings

if TYPE_CHECKING:
    from briefgen.deliver.account import Account, MailSettings

__all__ = ["Agenda", "Make", "Settings", "load", "making", "state_folder", "user_folder"]


def load(
    *,
    environment: Mapping[str, str] | None = None,
    here: Path | None = None,
    user: Path | None = None,
) -> Settings:
    """The settings as they stand; SettingsError names the place and the key that is wrong."""
    places = _places(environment, here, user)
    return Settings(
        make=Make(**_section(places, "make")),
        mail=_mail(places),
        agenda=Agenda(**_section(places, "agenda")),
    )


def making() -> Make:
    """What `[make]` says alone: who mails nothing loads no mail. Raises SettingsError."""
    return Make(**_section(_places(None, None, None), "make"))


def _places(
    environment: Mapping[str, str] | None, here: Path | None, user: Path | None
) -> list[Place]:
    return [
        from_environment(os.environ if environment is None else environment),
        from_file((here or Path()) / NAME, trusted=False),
        from_file((user or user_folder()) / NAME, trusted=True),
    ]


def _section(places: list[Place], section: str) -> dict[str, Any]:
    """The nearest value of each key."""
    found: dict[str, Any] = {}
    for place in reversed(places):
        found |= {key: value for (part, key), value in place.given.items() if part == section}
    return {FIELDS.get(key, key): value for key, value in found.items()}


_PORTS = {
    ("mail", "starttls"): 587,
    ("mail", "tls"): 465,
    ("mail", "none"): 25,
    ("imap", "starttls"): 143,
    ("imap", "tls"): 993,
    ("imap", "none"): 143,
}


def _mail(places: list[Place]) -> MailSettings:
    from briefgen.deliver.account import Imap, MailSettings

    said = _section(places, "mail")
    mailbox = _account(places, "imap")
    folders = {key: value for key, value in _section(places, "imap").items() if key in FOLDERS}
    return MailSettings(
        sender=said.get("from_"),
        reply_to=said.get("reply_to"),
        smtp=_account(places, "mail"),
        imap=Imap(mailbox, **folders) if mailbox else None,
    )


def _account(places: list[Place], section: str) -> Account | None:
    """The server of the nearest place that names one, with the login of no place behind it.

    Else a file in a working folder that names another server would be sent the user's password.
    """
    from briefgen.deliver.account import Account

    names = [i for i, place in enumerate(places) if (section, "host") in place.given]
    if not names:
        return None
    said = _section(places[: names[0] + 1], section)
    said = {key: value for key, value in said.items() if key in ACCOUNT}
    security = said.setdefault("security", "tls" if said.get("port") in (465, 993) else "starttls")
    said.setdefault("port", _PORTS[section, security])
    secret = {"user", "password", "password_command", "token_command"} & said.keys()
    if security == "none" and secret:
        raise SettingsError(
            f"{places[names[0]].name}: {section}.security is none, over which no login is sent; "
            "use starttls or tls"
        )
    return Account(**said)
