"""Every section and key that settings have, and what reads its value."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

Parse = Callable[[object], Any]


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError("is not a text on one line")
    return value.strip()


def _secret(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("is empty")
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("is not a whole number above zero")
    return value


def _port(value: object) -> int:
    if type(value) is not int or not 0 < value < 65536:
        raise ValueError("is not a port between 1 and 65535")
    return value


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 3600:
        raise ValueError("is not a number of seconds up to 3600")
    return float(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return value


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError('is not a list of texts: ["one", "two"]')
    return tuple(map(_text, value))


def _command(value: object) -> tuple[str, ...]:
    words = shlex.split(value) if isinstance(value, str) else _list(value)
    if not words:
        raise ValueError("is no command")
    return tuple(words)


def _path(value: object) -> Path:
    return Path(_text(value)).expanduser()


def _folder(value: object) -> str:
    return str(Path(_text(value)).expanduser())


def _one_of(*known: str) -> Parse:
    def parse(value: object) -> str:
        if value not in known:
            raise ValueError(f"is none of {', '.join(known)}")
        return str(value)

    return parse


ACCOUNT: dict[str, Parse] = {
    "host": _text,
    "port": _port,
    "security": _one_of("starttls", "tls", "none"),
    "user": _text,
    "password": _secret,
    "password_command": _command,
    "token_command": _command,
    "keyring": _flag,
    "ca_file": _path,
    "timeout": _seconds,
}
FOLDERS: dict[str, Parse] = {"drafts": _text, "sent": _text}
FIELDS = {"for": "for_", "from": "from_"}

KEYS: dict[str, dict[str, Parse]] = {
    "make": {
        "output": _folder,
        "format": _one_of("pdf", "html", "md", "json"),
        "for": _text,
        "from": _text,
        "marking": _text,
        "reference": _text,
        "pages": _whole,
        "template": _folder,
        "paper": _one_of("a4", "letter", "phone"),
        "language": _text,
        "timezone": _text,
        "semantic": _flag,
        "strict": _flag,
    },
    "mail": {"from": _text, "reply_to": _text} | ACCOUNT,
    "imap": ACCOUNT | FOLDERS,
    "agenda": {"to": _list, "output": _folder},
}


def plain(parse: Parse, text: str) -> object:
    """An environment variable's text as the value that TOML would hold."""
    kinds: dict[Parse, Callable[[str], object]] = {
        _whole: _number,
        _port: _number,
        _seconds: _number,
        _flag: lambda word: {"true": True, "1": True, "false": False, "0": False}.get(word, word),
        _list: lambda words: [word.strip() for word in words.split(",") if word.strip()],
    }
    return kinds.get(parse, str)(text)


def _number(text: str) -> object:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text
