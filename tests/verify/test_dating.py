"""The day beside a citation is its source's."""

from __future__ import annotations

import dataclasses
from functools import cache

import pytest

from briefgen.pdf import Piece
from briefgen.verify import verify
from briefgen.verify.dating import check_days
from briefgen.verify.passages import Passage

from .forging import reprinted
from .toys import brief, written


@cache
def dated(language: str = "en") -> bytes:
    """The toy brief, its second source of a later day."""
    value = brief()
    first, second = value.sources
    second = dataclasses.replace(second, published="2023-07-01")
    return written(dataclasses.replace(value, sources=(first, second), language=language))


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
def test_citations_with_days_pass(language: str) -> None:
    """As each language writes them; every extract is found beside its citation."""
    verdict = verify(dated(language))
    assert verdict.findings == ()
    assert verdict.counts.printed == verdict.counts.extracts == 11


def test_another_day_beside_a_citation_is_found() -> None:
    """The source is of 20 June; the page says 10 June."""
    findings = verify(reprinted(dated(), "· 20\u00a0June", "· 10\u00a0June")).findings
    assert [(finding.path, finding.kind) for finding in findings] == [("page 1", "misdated")]


def beside(text: str) -> list[str]:
    """The kinds of finding for a citation of S1, which is of 20 June 2023, with these words."""
    passage = Passage(1, (Piece("Words.", 1),), (("S1", 3),), beside=((("S1", 3), text),))
    return [finding.kind for finding in check_days(brief(), [passage])]


@pytest.mark.parametrize(
    "text", [" · 20 June", " · 20 Jun. 2023", " · undated", " p 4", " · 20. June"]
)
def test_what_may_stand_in_a_citation(text: str) -> None:
    """The source's day, or what names none and is short."""
    assert beside(text) == []


@pytest.mark.parametrize(
    "text",
    [
        " · 21 June",
        " · 20 July",
        " · 20 June 2022",
        " · 20 Brumaire",
        " the mayor lied to the council",
    ],
)
def test_what_may_not(text: str) -> None:
    """Another day, month or year, and a sentence that hides in a link."""
    assert beside(text) == ["misdated"]
