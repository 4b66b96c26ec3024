"""The agenda in the text of an invitation, where one plainly stands."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"\s*[*_#]*\s*(?:(?:draft|proposed|meeting|our|the|vorläufige)\s+)?"
    r"(?:agenda(?:\s+items)?|tagesordnung|ordre du jour|orden del d[ií]a|topics|themen"
    r"|points à aborder|temas|programme|повестка дня)\s*[*_]*\s*(?:[:：]\s*[*_]*\s*(?P<rest>.*)|$)",
    re.I,
)
_MARK = re.compile(r"\s*(?:[•·▪◦‣●○*–—-]|\(?\d{1,2}[.):]\)?|\(?[a-zA-Z][.)]|TOP\s+\d{1,2}:?)\s+")
_URL = re.compile(r"\s*(?:\([^()]*https?://[^()]*\)|<?https?://\S+)", re.I)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:\s*[ap]m)?(?:\s*(?:[–—-]|to|bis)\s*\d{1,2}[:.]\d\d(?:\s*[ap]m)?)?\s*(?:Uhr)?\s*[:–—-]?\s+",
    re.I,
)
_MOST, _LONGEST, _WORDS = 30, 160, 14


def agenda(text: str) -> tuple[str, ...]:
    """The items under a line that says "Agenda", as written, without their marks and clock times.

    Where no such line stands, or prose follows it, there is no agenda: a focus that nobody set
    would steer the brief wrong.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _HEAD.match(line)
        if match:
            rest = (match["rest"] or "").strip()
            items = _inline(rest) if rest else _listed(lines[number + 1 :])
            if items:
                return tuple(items[:_MOST])
    return ()


def _inline(rest: str) -> list[str]:
    """Items on the line of the heading itself: "Agenda: death toll; aid pledges"."""
    numbered = re.split(r"(?:^|[\s;,]+)\(?\d{1,2}[.)]\s+", rest)
    parts = numbered[1:] if len(numbered) > 2 else rest.split(";")
    if len(parts) == 1:
        parts = rest.split(",")
    items = [re.sub(r"^(?:and|und|et|y)\s+", "", part.strip(" .;,")) for part in parts]
    items = [item for item in items if item]
    return items if all(len(item.split()) <= 6 for item in items) else []


def _listed(lines: list[str]) -> list[str]:
    """The lines of the first block: a list with marks may have blank lines in it, another not."""
    items: list[str] = []
    marked = False
    for line in lines:
        mark = _MARK.match(line)
        if not line.strip():
            if items and not marked:
                break
            continue
        if items and marked and not mark:
            break
        marked = bool(mark) or marked
        item = _CLOCK.sub(
            "", _URL.sub("", line[mark.end() if mark else 0 :]).strip(), count=1
        ).strip(" ;,*")
        if len(item) > _LONGEST or (not mark and len(item.split()) > _WORDS):
            break
        items += [item] if item else []
    return items
