"""The loop that fits the pages: compose, measure, compose again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from briefgen.compose import Budget
from briefgen.model import Brief

CHARACTERS_A_PAGE = 2600  # of extracts, citations and leading counted in: A4, the shipped template
OVERHEAD = 40  # what a point costs beside its characters: citation, leading, the last line's rest
FULL = 0.06  # of a page: what may stay empty at the foot of the last one
BOTTOM_LINES = 4
TRIES = 6


class Measured(Protocol):
    """What a trial layout tells: pages as a fraction (1.8 is a page and four fifths), lines."""

    @property
    def pages(self) -> float:
        """Pages that the brief takes before its list of sources."""

    @property
    def bottom_lines(self) -> int:
        """Printed lines of the bottom line."""


def fit(
    compose: Callable[[Budget], Brief],
    measure: Callable[[Brief], Measured | None],
    *,
    lengths: Sequence[int],
    pages: int,
) -> Brief:
    """The fullest brief that fits the pages; `lengths` are the ranked extracts' characters.

    Each trial corrects the next by what it left empty, between the longest known to fit and the
    shortest known not to. `measure` gives None where nothing can be laid out: then the estimate
    stands.
    """
    sizes = list(accumulate(length + OVERHEAD for length in lengths))
    budget = Budget(extracts=_prefix(sizes, (pages - 0.3) * CHARACTERS_A_PAGE))
    fits, over = 0, len(lengths) + 1
    for _ in range(TRIES):
        taken = measure(compose(budget))
        if taken is None:
            break
        if taken.bottom_lines > BOTTOM_LINES and budget.bottom_line > 120:
            budget = replace(budget, bottom_line=budget.bottom_line - 60)
            continue
        if taken.pages <= pages:
            fits = max(fits, budget.extracts)
        else:
            over = min(over, budget.extracts)
        if over - fits <= 1 or 0 <= pages - taken.pages <= FULL:
            break
        budget = replace(
            budget, extracts=_next(sizes, budget.extracts, pages - taken.pages, fits, over)
        )
    return compose(budget if taken is None else replace(budget, extracts=fits))


def _prefix(sizes: Sequence[int], characters: float) -> int:
    """How many of the first extracts take no more than so many characters."""
    return bisect_right(sizes, characters)


def _next(sizes: Sequence[int], tried: int, empty: float, fits: int, over: int) -> int:
    """The number to try after `tried` left `empty` pages (negative where it ran over)."""
    size = (sizes[tried - 1] if tried else 0) + empty * CHARACTERS_A_PAGE
    return min(max(_prefix(sizes, size), fits + 1), over - 1)
