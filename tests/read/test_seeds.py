"""The sample articles show what reading does."""

from __future__ import annotations

from pathlib import Path

from briefgen.model import Article
from briefgen.read import expand, read

SEEDS = Path(__file__).parents[2] / "seeds"


def articles() -> dict[str, Article]:
    """The sample articles by their file names."""
    read_all = [read(locator) for locator in expand([str(SEEDS)])]
    return {item.locator: item for item in read_all if isinstance(item, Article)}


def test_all_are_read() -> None:
    """Every file among the samples is an article, but for the meeting file."""
    assert {path.name for path in SEEDS.iterdir()} == {"meeting.toml", *articles()}


def test_layouts() -> None:
    """The samples show the head, the headings and the lack of both."""
    found = articles()
    assert found["capital-ledger.txt"].title is None
    kinds = {name: [p.kind for p in article.paragraphs] for name, article in found.items()}
    assert 2 == kinds["capital-ledger.txt"].count("heading")
    assert ["title", "byline", "body"] == kinds["harbour-wire.txt"][:3]
    assert ["title", "byline", "dateline"] == kinds["quay-street-briefing.txt"][:3]
    assert ["title", "body", "body", "heading"] == kinds["meridian-review.md"][:4]
    assert "caption" not in kinds["lakeside-post.html"]


def test_agency_copy() -> None:
    """Two samples are one agency's text."""
    found = articles()
    one, two = (
        {*found[name].text.split("\n\n")} for name in ("harbour-wire.txt", "northgate-courier.txt")
    )
    assert len(one & two) > 0.5 * len(two)
