"""What a split paragraph leaves at the foot of its page."""

from __future__ import annotations

from briefgen.render.fonts import use_fonts
from briefgen.render.trimming import trim

PAGE = """<style>@page { size: 300px 100px; margin: 0 }
body, p { margin: 0 }
p { line-height: 20px; orphans: 2; widows: 3; background: red }</style>
<p class="%s">1<br>2<br>3<br>4<br>5<br>6"""


def heights(name: str) -> list[float]:
    """The heights, on the two pages, of a paragraph of this class, and of its background."""
    use_fonts(system=False)
    from weasyprint import HTML

    document = HTML(string=PAGE % name).render()
    trim(document)
    found = []
    for page in document.pages:
        box = next(box for box in page._page_box.descendants() if box.element_tag == "p")
        found += [box.height, box.background.layers[-1].painting_area[3]]
    return found


def test_a_split_paragraph_ends_with_its_last_line() -> None:
    """Six lines of 20 on a page of 100: three are left here, since three go on; no strip of 40."""
    assert heights("para cited") == [60, 60, 60, 60]


def test_others_fill_their_page() -> None:
    """What has neither tint nor rule is left as it was laid out."""
    assert heights("") == [100, 100, 60, 60]
