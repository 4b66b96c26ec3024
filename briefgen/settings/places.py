"""The places that settings come from: the environment and the two files."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.errors import SettingsError
from briefgen.settings.keys import KEYS, Parse, plain

NAME = "briefgen.toml"
PREFIX = "BRIEFGEN_"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere settings come from, and what it gives by section and key, checked."""

    name: str
    given: Mapping[tuple[str, str], Any]


def user_folder() -> Path:
    """The folder of the user's own settings."""
    import platformdirs

    return Path(platformdirs.user_config_path("briefgen"))


def state_folder() -> Path:
    """The folder in which briefgen remembers: the outbox and what `agenda` has made."""
    import platformdirs

    return Path(platformdirs.user_state_path("briefgen"))


def from_environment(environment: Mapping[str, str]) -> Place:
    """BRIEFGEN_MAIL_HOST and the like; other variables of that beginning are not ours."""
    given: dict[tuple[str, str], Any] = {}
    for section, key, parse in _every_key():
        name = f"{PREFIX}{section}_{key}".upper()
        if name in environment:
            given[section, key] = _parsed(name, parse, plain(parse, environment[name]))
    return Place("the environment", given)


def from_file(path: Path, *, trusted: bool) -> Place:
    """What the file gives, nothing where there is none.

    A file that is not `trusted`, for it lies in a working folder, may name no command to run.
    """
    try:
        said = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return Place(str(path), {})
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: not TOML: {str(error).splitlines()[0]}") from error
    given = dict(_checked(path, said))
    for section, key in given:
        if not trusted and key.endswith("_command"):
            raise SettingsError(
                f"{path}: {section}.{key} names a program to run, which only "
                f"{user_folder() / NAME} or the environment may"
            )
    return Place(str(path), given)


def _checked(path: Path, said: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    for section, keys in said.items():
        if section not in KEYS:
            raise SettingsError(f"{path}: unknown section {section}{_hint(section, KEYS)}")
        if not isinstance(keys, dict):
            raise SettingsError(f"{path}: {section} is not a section: write [{section}]")
        for key, value in keys.items():
            yield (section, key), _key(path, section, key, value)


def _key(path: Path, section: str, key: str, value: object) -> Any:
    if key == "password":
        raise SettingsError(
            f"{path}: {section}.password: no password belongs in a file; use password_command, "
            f"keyring, or {PREFIX}{section.upper()}_PASSWORD"
        )
    if key not in KEYS[section]:
        raise SettingsError(f"{path}: unknown key {section}.{key}{_hint(key, KEYS[section])}")
    parsed = _parsed(f"{path}: {section}.{key}", KEYS[section][key], value)
    return (path.parent / parsed).absolute() if isinstance(parsed, Path) else parsed


def _hint(word: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"


def _parsed(name: str, parse: Parse, value: object) -> Any:
    try:
        return parse(value)
    except ValueError as error:
        raise SettingsError(f"{name} {error}") from error


def _every_key() -> Iterator[tuple[str, str, Parse]]:
    """Every key of every section, with what reads its value."""
    for section, keys in KEYS.items():
        for key, parse in keys.items():
            yield section, key, parse
