"""The rules that are data: one TOML file a language, beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml`, or nothing where a language has no file."""
    path = files("briefgen.text").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
