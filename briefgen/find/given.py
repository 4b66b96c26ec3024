"""Given names, and the data files in which they and the word lists stand."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def data_of(name: str) -> dict[str, Any]:
    """The data of the name; none where there is no such file."""
    path = files("briefgen.find").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list that serves all languages."""
    return frozenset(_names()[name].split())


@cache
def _names() -> dict[str, str]:
    return data_of("names")


@cache
def given_names() -> dict[str, str]:
    """Given names with the gender they tell, which may be none."""
    genders = {"m": "m", "f": "f", "both": ""}
    return _Given(
        (name, gender) for key, gender in genders.items() for name in _names()[key].split()
    )


class _Given(dict[str, str]):
    """Knows `Kai-Uwe` by its parts; its gender is that of the first."""

    def __contains__(self, name: object) -> bool:
        known = super().__contains__
        return known(name) or (
            isinstance(name, str) and "-" in name and all(known(part) for part in name.split("-"))
        )

    def __missing__(self, name: str) -> str:
        return self[name.split("-")[0]]
