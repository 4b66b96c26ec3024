"""The loop that fits the pages: compose, measure, compose again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from briefgen.compose import BOTTOM_LINE, Budget, Rung, budget_of
from briefgen.model import Brief

CHARACTERS_A_PAGE = 2800  # of extracts and what goes with them: A4, the shipped template
FULL = 0.1  # of a page: what may stay empty at the foot of the last one
BOTTOM_LINES = 4
TRIES = 8
SHORTEST = 120  # characters: the bottom line is cut no further


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
    rungs: Sequence[Rung],
    pages: int,
) -> Brief:
    """The brief as high on the ladder as fits the pages.

    Each trial corrects the next by what it left empty, between the highest rung known to fit and
    the lowest known not to. Where nothing can be laid out (None), the estimate stands.
    """
    sizes = list(accumulate(rung.characters for rung in rungs))
    tried, bottom_line = _first(sizes, pages), BOTTOM_LINE
    fits, over = 0, len(rungs) + 1
    best = last = None
    for _ in range(TRIES):
        draft = compose(budget := budget_of(rungs[:tried], bottom_line=bottom_line))
        step = 1 if best == last else -1
        while draft == last and fits < tried + step < over:  # a rung that is printed elsewhere
            tried += step
            draft = compose(budget := budget_of(rungs[:tried], bottom_line=bottom_line))
        if draft == last:
            break
        last, taken = draft, measure(draft)
        if taken is None:
            return draft
        if taken.bottom_lines > BOTTOM_LINES:
            narrower = (replace(budget, bottom_line=room) for room in _shorter(bottom_line))
            if cut := next((trial for trial in narrower if compose(trial) != draft), None):
                bottom_line = cut.bottom_line
                continue
        if taken.pages <= pages:
            best, fits = draft, tried
        else:
            over = tried
        if over - fits <= 1 or 0 <= pages - taken.pages <= FULL:
            break
        tried = _next(sizes, tried, pages - taken.pages, fits, over)
    return best or compose(budget_of((), bottom_line=bottom_line))


def _shorter(bottom_line: int) -> range:
    """Fewer and fewer characters of a bottom line."""
    return range(bottom_line - 60, SHORTEST - 60, -60)


def _first(sizes: Sequence[int], pages: int) -> int:
    """The rung to try first: the top where all might fit, else what should fill the pages."""
    if not sizes or sizes[-1] <= (pages + 0.2) * CHARACTERS_A_PAGE:
        return len(sizes)
    return _height(sizes, (pages - 0.2) * CHARACTERS_A_PAGE)


def _height(sizes: Sequence[int], characters: float) -> int:
    """How many of the first rungs take no more than so many characters."""
    return bisect_right(sizes, characters)


def _next(sizes: Sequence[int], tried: int, empty: float, fits: int, over: int) -> int:
    """The rung to try after `tried` left `empty` pages (negative where it ran over)."""
    size = (sizes[tried - 1] if tried else 0) + empty * CHARACTERS_A_PAGE
    return min(max(_height(sizes, size), fits + 1), over - 1)
