"""The loop that fits the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose import Budget, Rung
from briefgen.fit import fit
from briefgen.model import Brief


@dataclass(frozen=True)
class Taken:
    """A layout that is known beforehand."""

    pages: float
    bottom_lines: int = 3


def chosen(lengths: list[int], pages: int, per_page: int) -> Budget:
    """The budget that `fit` ends with where every page holds exactly `per_page` characters."""
    result = fit(
        lambda budget: cast("Brief", budget),
        lambda draft: Taken(sum(lengths[: cast("Budget", draft).points]) / per_page),
        rungs=[Rung("points", length) for length in lengths],
        pages=pages,
    )
    return cast("Budget", result)


@given(st.lists(st.integers(60, 400), max_size=200), st.integers(1, 5), st.integers(2500, 6000))
def test_what_is_fitted_fits_and_fills(lengths: list[int], pages: int, per_page: int) -> None:
    """The brief never runs over, and where there is material the pages are over 80 % full."""
    taken = sum(lengths[: chosen(lengths, pages, per_page).points]) / per_page
    assert taken <= pages
    assert taken >= min(sum(lengths) / per_page, pages * 0.8) - 1e-9


def test_without_a_layout_the_estimate_stands() -> None:
    """Where nothing can be measured the number of extracts is the words' estimate."""
    budget = fit(
        lambda budget: cast("Brief", budget),
        lambda draft: None,
        rungs=[Rung("points", 160)] * 100,
        pages=1,
    )
    assert 5 <= cast("Budget", budget).points <= 20


def test_a_bottom_line_of_five_lines_is_shortened() -> None:
    """Over four printed lines the bottom line gets less room, until it has four."""
    budget = fit(
        lambda budget: cast("Brief", budget),
        lambda draft: Taken(1.95, 5 if cast("Budget", draft).bottom_line > 250 else 4),
        rungs=[Rung("points", 100)] * 10,
        pages=2,
    )
    assert cast("Budget", budget).bottom_line <= 250


def test_a_bottom_line_that_cannot_be_shortened_leaves_the_pages_filled() -> None:
    """One long sentence leads whatever its room; what fits under it is printed all the same."""
    points = fit(
        lambda budget: cast("Brief", budget.points),
        lambda draft: Taken(cast("int", draft) / 10, bottom_lines=5),
        rungs=[Rung("points", 100)] * 4,
        pages=1,
    )
    assert cast("int", points) == 4


def test_rungs_that_print_nothing_are_passed_over_on_the_way_down() -> None:
    """The last six points are printed elsewhere already: without them it is just as long."""
    points = fit(
        lambda budget: cast("Brief", min(budget.points, 14)),
        lambda draft: Taken(cast("int", draft) / 13),
        rungs=[Rung("points", 140)] * 20,
        pages=1,
    )
    assert cast("int", points) == 13
