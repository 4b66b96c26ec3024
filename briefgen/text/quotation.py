"""Quotation marks of one paragraph: which open, which close, which have lost their partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["opens", "closes"]

# Marks pair within their family only; a German “ closes what „ opened, a Swedish ” opens too.
_FAMILY = {
    **dict.fromkeys('"“”„‟＂', "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_BY_SHAPE: dict[str, Role] = {
    **dict.fromkeys("“„‟«‹「『", "opens"),
    **dict.fromkeys("”»›」』", "closes"),
}
MARKS = "".join(_FAMILY)
_MARK = re.compile(f"[{MARKS}]")
_SINGLES = "‘’‚'"
_QUOTES = frozenset(MARKS + _SINGLES)
_NEST = 4
_SINGLE = re.compile(f"[{_SINGLES}]")
_BEFORE_OPENING = "([{—–-/:¡¿"
_NEVER_OPENED_BEFORE = ".,;:!?…)]}"
_AFTER_CLOSING = _NEVER_OPENED_BEFORE + "—–-/"
_SURE_END = re.compile(r"(?<=[.,!?…])['’](?=\W|$)")
# Words that begin with an apostrophe, and the decades.
_ELISION = re.compile(r"(?:\d|(?:tis|twas|em|til|till|cause|n|round|bout)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at `position`."""

    position: int
    family: str
    role: Role


@dataclass(frozen=True, slots=True)
class Quotation:
    """From the opening mark to the closing one; without a partner, to where it can't reach past."""

    start: int
    end: int
    paired: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """The quotations of a paragraph in their order, and the positions of the lonely marks."""

    quotations: tuple[Quotation, ...] = ()
    lonely: tuple[int, ...] = ()


def marked(paragraph: str) -> Marked:
    """Pair the paragraph's marks; an opening one that stays open holds to the next, or the end."""
    found, lonely, unclosed = _paired(list(_marks(paragraph)))
    reach = dict[str, int]()
    for mark in sorted(unclosed, key=lambda mark: -mark.position):
        found.append(Quotation(mark.position, reach.get(mark.family, len(paragraph)), False))
        reach[mark.family] = mark.position
    found += _singles(paragraph)
    lonely += (mark.position for mark in unclosed)
    return Marked(tuple(sorted(found, key=lambda q: (q.start, -q.end))), tuple(sorted(lonely)))


def _paired(marks: list[Mark]) -> tuple[list[Quotation], list[int], list[Mark]]:
    """The pairs, the closing marks that nothing opened, the opening marks that nothing closed."""
    pairs, lonely, unclosed = list[Quotation](), list[int](), list[Mark]()
    stack, depth = list[Mark](), Counter[str]()
    for mark in marks:
        if mark.role == "opens":
            stack.append(mark)
            depth[mark.family] += 1
        elif depth[mark.family]:
            while (partner := stack.pop()).family != mark.family:
                unclosed.append(partner)
                depth[partner.family] -= 1
            depth[mark.family] -= 1
            pairs.append(Quotation(partner.position, mark.position))
        else:
            lonely.append(mark.position)
    return pairs, lonely, unclosed + stack


def _marks(paragraph: str) -> Iterator[Mark]:
    """The marks with their roles: by the spaces around, else by shape, else in turn."""
    depth: dict[str, int] = {}
    for match in _MARK.finditer(paragraph):
        sign, at = match[0], match.start()
        family, level = _FAMILY[sign], depth.get(_FAMILY[sign], 0)
        role = _by_space(paragraph, at) or _BY_SHAPE.get(sign)
        if role is None:
            role = "closes" if level else "opens"
        if _in_word(paragraph, at) or (role == "closes" and not level and _inches(paragraph, at)):
            continue
        depth[family] = level + 1 if role == "opens" else max(0, level - 1)
        yield Mark(at, family, role)


def _in_word(paragraph: str, at: int) -> bool:
    """Whether the mark is the Hebrew sign of an abbreviation, as in צה"ל."""
    around = paragraph[at - 1 : at] + paragraph[at + 1 : at + 2]
    return len(around) == 2 and all("א" <= letter <= "ת" for letter in around)


def _inches(paragraph: str, at: int) -> bool:
    return paragraph[at] == '"' and paragraph[at - 1 : at].isdigit()


def _by_space(paragraph: str, at: int) -> Role | None:
    """What the neighbours decide, marks beside the mark not counting."""
    left, right = at - 1, at + 1
    while left >= max(0, at - _NEST) and paragraph[left] in _QUOTES:
        left -= 1
    while right < min(len(paragraph), at + _NEST) and paragraph[right] in _QUOTES:
        right += 1
    before = paragraph[left] if left >= 0 else " "
    after = paragraph[right] if right < len(paragraph) else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not (
        after.isspace() or after in _NEVER_OPENED_BEFORE
    )
    closes = (after.isspace() or after in _AFTER_CLOSING) and not (
        before.isspace() or before in "([{"
    )
    if opens == closes:
        return None
    return "opens" if opens else "closes"


def _singles(paragraph: str) -> Iterator[Quotation]:
    """Single marks count in pairs only, for most of them are apostrophes."""
    start, surest = -1, max((m.start() for m in _SURE_END.finditer(paragraph)), default=-1)
    for match in _SINGLE.finditer(paragraph):
        at = match.start()
        role = _by_space(paragraph, at)
        if role == "opens" and match[0] != "’" and not _ELISION.match(paragraph, at + 1):
            start = at
        elif role == "closes" and start >= 0 and not (_possessive(paragraph, at) and at < surest):
            yield Quotation(start, at)
            start = -1


def _possessive(paragraph: str, at: int) -> bool:
    """Whether the mark may be that of `the nations' talks`."""
    return paragraph[at - 1 : at] == "s" and paragraph[at] in "'’"
