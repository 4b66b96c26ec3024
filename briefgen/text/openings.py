"""Where a sentence itself begins: behind the bullet or the dateline that stands before it."""

from __future__ import annotations

import re

from briefgen.model import Sentence

_PLACE = r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}"
#: "LONDON, June 19 (Reuters) - ", "LONDON – ", "Zenda, Ruritania – "
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.,'’/ \-]{1,60}+\s?\((?:[A-Z][\w.\- ]{1,30}|[a-z]{2,5})\)\s*[-–—:]+\s+"
    r"|[A-ZÀ-Þ]{3,}[A-ZÀ-Þ.,'’ ]*(?:,? [\w.]+ \d{1,2})?\s*[–—-]{1,2}\s+"
    rf"|{_PLACE}, {_PLACE}\s+[–—-]{{1,2}}\s+(?=[A-ZÀ-Þ])"
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
