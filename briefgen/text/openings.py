"""Where a sentence itself begins: behind the bullet or the dateline that stands before it."""

from __future__ import annotations

import re

from briefgen.model import Sentence

_UPPER, _LOWER = "A-ZÀ-ÞА-ЯЁ", "a-zà-þа-яё"
_NAME = rf"[{_UPPER}][\w.’'-]*"
_PLACE = rf"{_NAME}(?: {_NAME}){{0,3}}"
_BRACKET = rf"\((?:[{_UPPER}][\w.\- ]{{1,30}}|[{_LOWER}]{{2,5}})\)"
_DAY = r"(?:(?:le |el )?\d{1,2}(?:er|[.º°])?,? (?:de )?[^\W\d_]+\.?|[^\W\d_]+\.? \d{1,2})"
_YEAR = r",? (?:de )?\d{4}"
#: "LONDON, June 19 (Reuters) - ", "LONDON (England), 19 June – ", "Zenda, Ruritania – "
_DATELINE = re.compile(
    rf"(?:[{_UPPER}][\w.,'’/ \-]{{1,60}}+(?:{_BRACKET}[\w., ]{{0,30}}+)?{_BRACKET}\s*[-–—:]+\s+"
    rf"|(?:[{_UPPER}]{{3,}}[{_UPPER}.,'’/ ]*(?:, {_PLACE})?\s?(?:{_BRACKET})?"
    rf"(?:,? {_DAY}(?:{_YEAR})?)?|{_PLACE}, {_PLACE}|{_PLACE}(?:, {_PLACE})?, {_DAY}{_YEAR})"
    rf"\s*[–—-]{{1,2}}\s+)(?![{_LOWER}])"
)
_BULLET = re.compile(r"(?:[*•·▪‣–—-]|\d{1,2}[.)])\s+")


def opening(text: str, sentence: Sentence) -> int:
    """Return where the sentence itself begins, after a bullet or a dateline."""
    start = sentence.start
    for pattern in (_BULLET, _DATELINE):
        match = pattern.match(text, start, sentence.end)
        if match and match.end() < sentence.end:
            start = match.end()
    return start


def lead_in(text: str) -> str:
    """The dateline that the text opens with, its dash included; nothing where there is none."""
    match = _DATELINE.match(text)
    return match[0] if match else ""
