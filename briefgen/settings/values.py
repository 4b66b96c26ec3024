"""The settings as values: frozen, with None for what nobody set."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.deliver.account import MailSettings


@dataclass(frozen=True, slots=True)
class Make:
    """What `briefgen make` takes where no option says otherwise; None is nobody's wish."""

    output: str | None = None
    format: str | None = None
    for_: str | None = None
    from_: str | None = None
    marking: str | None = None
    reference: str | None = None
    pages: int | None = None
    template: str | None = None
    paper: str | None = None
    language: str | None = None
    timezone: str | None = None
    semantic: bool | None = None
    strict: bool | None = None

    def defaults(self) -> dict[str, Any]:
        """The wishes by the name of the option's parameter, for click's `default_map`."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Agenda:
    """What `briefgen agenda` does with a brief: whom it mails, in which folder it lies."""

    to: tuple[str, ...] = ()
    output: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings together."""

    mail: MailSettings
    make: Make = Make()
    agenda: Agenda = Agenda()
