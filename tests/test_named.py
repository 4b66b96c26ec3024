"""Whom a surname means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.compose.named import alone
from briefgen.compose.stands import whole_names
from briefgen.model import Extract, Person

ROE = Person("Jane Roe", "Deputy Mayor", 3, False, Extract("", "S1", 1, 0, 0))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In May Roe shut the port.", True),
        ("On Monday Roe shut the port.", True),
        ("Then Roe's port was shut.", True),
        ("Both Doe and Roe shut the port.", True),
        ("While Roe spoke, it rained.", True),
        ("Mayor Roe shut the port.", True),
        ("Yesterday Mr Roe shut the port.", True),
        ("L'administration Roe a fermé le port.", True),
        ("Jane Roe shut the port.", False),
        ("The port of Roe Harbour was shut.", False),
        ("The Port Roe ferry sank.", False),
        ("Port Roe sank.", False),
        ("Roe was sold in the port.", False),
        ("Some roe was sold.", False),
        ("Roebuck shut the port.", False),
    ],
)
def test_a_surname_stands_alone_or_behind_an_office(text: str, told: bool) -> None:
    """Another name beside it makes a longer one; at the head it may be a word, if it is one."""
    small = {"while", "both", "then", "in", "on"}
    found = alone(text, {"Roe": ROE}, small, lambda word: word == "Roe")
    assert ({"Roe": ROE} if told else {}) == found


def test_a_surname_that_is_no_word_may_open_a_sentence() -> None:
    """Nothing else is meant by it."""
    assert {"Roe": ROE} == alone("Roe was there.", {"Roe": ROE}, (), lambda word: False)


def test_a_surname_that_a_relative_or_a_firm_bears_means_nobody() -> None:
    """The reader is not told that the firm is its founder; a given name alone still means him."""
    shared = replace(ROE, shared=True)
    assert {"Jane": shared} == whole_names([shared])
    assert {"Jane": ROE, "Roe": ROE} == whole_names([ROE])
