"""What stands at the foot of a page of a paragraph that goes on ends with its last line."""

from __future__ import annotations

from typing import Any

TRIMMED = {"para", "position"}


def trim(document: Any) -> None:
    """Cut the laid out paragraphs that go on overleaf to their lines, before they are painted.

    A box that is split fills its page down to the foot (CSS Fragmentation 3, 5.4), which leaves an
    empty tinted strip where the next line has gone overleaf with the one after it.
    """
    for page in document.pages:
        for box in page._page_box.descendants():
            if _is_paragraph(box) and (lines := _lines(box)):
                end = max(line.position_y + line.height for line in lines) - box.content_box_y()
                if end < box.height:
                    box.height = end
                    _repaint(box)


def _repaint(box: Any) -> None:
    """Give the background the size of the box, for it was laid out before."""
    if box.background is None:
        return
    area = (box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
    layers = [
        layer._replace(painting_area=area, clipped_boxes=[box.rounded_border_box()])
        for layer in box.background.layers
    ]
    box.background = box.background._replace(layers=layers)


def _is_paragraph(box: Any) -> bool:
    """Tell whether it is one with a tint or a rule beside it, or a box inside such a one."""
    if box.element_tag != "p" or box.element is None:
        return False
    return bool(TRIMMED & set((box.element.get("class") or "").split()))


def _lines(box: Any) -> list[Any]:
    from weasyprint.formatting_structure.boxes import BlockBox, LineBox

    children = box.children if isinstance(box, BlockBox) else ()
    return [child for child in children if isinstance(child, LineBox)]
