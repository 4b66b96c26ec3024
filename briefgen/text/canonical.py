"""The canonical text: what every offset points into, and what the checksum is of."""

from __future__ import annotations

import re
import unicodedata

from briefgen.codec import paragraphs_of as paragraph_spans

__all__ = ["normalise", "paragraph_spans"]

# Line ends of all systems; a form feed stands where a page ended, seldom where a paragraph did.
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028]")
_REMOVED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")
# A line that shows nothing is blank, though a web page left a no-break space or a joiner in it.
_INVISIBLE = r"\s\u00ad\u200b-\u200f\u2060"
_BLANK_LINE = re.compile(rf"\n[{_INVISIBLE}]*\n")
_VISIBLE = re.compile(rf"[^{_INVISIBLE}]")
_SPACES = re.compile(r"[ \t\n]{2,}|[\t\n]")


def normalise(text: str) -> str:
    """Return the canonical text: paragraphs that show something, one blank line between them.

    Characters that no reader sees and that could mislead one are removed before NFC, since what
    they parted may compose; folding comes last, for it never brings two characters together that
    could. So the result is its own normal form.
    """
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    blocks = (block for block in _BLANK_LINE.split(text) if _VISIBLE.search(block))
    return "\n\n".join(_SPACES.sub(" ", block.strip()) for block in blocks)
