"""The collector of cycles at rest, while much is made that has none."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """Let the collector rest meanwhile: it walks all that is alive, over and over, for nothing."""

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        running = gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if running:
                gc.enable()

    return run
