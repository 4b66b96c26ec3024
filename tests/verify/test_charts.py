"""The bars of a chart are held to the sources and to the pages as all else is."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from briefgen.model import Bar, Chart
from briefgen.verify import verify

from .forging import file_of, reprinted, with_json
from .toys import COUNTS, OFFER, brief, extract, pdf, written

CHARTS = (
    Chart(
        kind="days",
        about="offer",
        unit=None,
        bars=(
            Bar(None, "2023-06-20", "38000000", "38 million crowns", extract("S1", OFFER)),
            Bar(None, "2023-06-20", "41000000", "41 million crowns", extract("S2", COUNTS)),
        ),
    ),
    Chart(
        kind="sentence",
        about=None,
        unit="crowns",
        bars=(Bar("ferry company", None, "41000000", "41 million", extract("S2", COUNTS)),),
    ),
)


@cache
def charted(paper: str = "a4") -> bytes:
    """The toy with a chart of each kind, as a PDF."""
    return written(dataclasses.replace(brief(), charts=CHARTS), paper)


def told(data: bytes) -> list[tuple[str, str]]:
    """Path and kind of each finding."""
    return [(finding.path, finding.kind) for finding in verify(data).findings]


@pytest.mark.parametrize("paper", ["a4", "phone"])
def test_honest_bars_pass(paper: str) -> None:
    """Each of the three is found in print, two by their citation, one in its sentence."""
    verdict = verify(charted(paper))
    assert (verdict.findings, verdict.notes) == ((), ())
    assert (verdict.counts.extracts, verdict.counts.printed) == (14, 14)


def bar_with(**more: Any) -> Callable[[Any], None]:
    """Put these values into the second bar of the first chart."""
    return lambda plain: plain["charts"][0]["bars"][1].update(more)


@pytest.mark.parametrize(
    ("change", "path", "kind"),
    [
        (bar_with(as_written="42 million crowns"), ".as_written", "altered"),
        (bar_with(as_written="1 million crowns"), ".as_written", "altered"),
        (bar_with(label="tram company"), ".label", "altered"),
        (bar_with(value="14000000"), ".value", "altered"),
        (bar_with(value="-41000000"), ".value", "altered"),
        (bar_with(value="many"), ".value", "altered"),
        (bar_with(date="2023-06-19"), ".date", "altered"),
        (
            lambda plain: plain["charts"][0]["bars"][1]["extract"].update(start=0),
            ".extract",
            "offset",
        ),
    ],
)
def test_each_value_of_a_bar_is_held_to_its_extract(
    change: Callable[[Any], None], path: str, kind: str
) -> None:
    """Label, figure, number and day: what the source does not bear out is named by its path."""
    assert (f"charts[0].bars[1]{path}", kind) in told(with_json(charted(), change))


@pytest.mark.parametrize(("nth", "path"), [(0, "charts[0].bars[1]"), (2, "charts[1].bars[0]")])
def test_a_bar_printed_otherwise_is_named(nth: int, path: str) -> None:
    """The bar shows 31 million where brief.json, and its sentence elsewhere, have 41."""
    data = reprinted(charted(), "41 million", "31 million", page=2, nth=nth)
    assert (f"{path}.as_written", "not-printed") in told(data)


def test_a_template_may_leave_the_charts_out() -> None:
    """Charts that are nowhere on the pages are noted, as for any section that may be left out."""
    whole = json.loads(file_of(charted(), "brief.json"))["charts"]
    verdict = verify(with_json(pdf(), lambda plain: plain.update(charts=whole)))
    assert verdict.ok
