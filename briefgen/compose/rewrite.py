"""Every extract of a value changed, wherever it stands in it, in the order of the fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from briefgen.model import Extract

T = TypeVar("T")


def rewritten(
    value: T, extract: Callable[[Extract], Extract], read: Callable[[str], object] = len
) -> T:
    """The value with each extract as `extract` returns it; `read` is told of each string beside.

    An extract's antecedent is left to `extract`.
    """
    found: Any = value
    if isinstance(value, str):
        read(value)
    elif isinstance(value, tuple):
        found = tuple(rewritten(item, extract, read) for item in value)
    elif isinstance(value, Extract):
        found = extract(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        changed = {name: rewritten(getattr(value, name), extract, read) for name in names}
        found = dataclasses.replace(value, **changed)
    return found  # type: ignore[no-any-return]
