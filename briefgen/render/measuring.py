"""How much a brief takes, read from its layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: The anchor at the end of what is measured.
END = "brief-end"
#: Laid out for measuring alone: no running heads, and page numbers as wide as they may get, since
#: those that depend on pages cost a second layout of everything.
MEASURING = """
@page {
  @top-left { content: none } @top-center { content: none } @top-right { content: none }
  @bottom-left { content: none } @bottom-center { content: none } @bottom-right { content: none }
}
.at::before { content: "88" }
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much a brief takes before its list of sources.

    `pages` is 1.83 for one page and 83 % of the second; `bottom_lines` are printed lines.
    """

    pages: float
    bottom_lines: int


def measured(document: Any) -> Measure:
    """Read from the anchor at the brief's end; a template without one is taken by its pages."""
    lines = sum(_bottom_lines(page) for page in document.pages)
    for number, page in enumerate(document.pages):
        if END in page.anchors:
            box = page._page_box
            used = (page.anchors[END][1] - box.content_box_y()) / box.height
            return Measure(number + min(max(used, 0.0), 1.0), lines)
    before = [n for n, page in enumerate(document.pages) if "sources" in page.anchors]
    return Measure(float(before[0] if before else len(document.pages)), lines)


def _bottom_lines(page: Any) -> int:
    """The printed lines of the bottom line on a page."""
    from weasyprint.formatting_structure.boxes import LineBox

    return sum(
        isinstance(box, LineBox)
        and box.element is not None
        and box.element.get("data-part") == "bottom-line"
        for box in page._page_box.descendants()
    )
