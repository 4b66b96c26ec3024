"""What stands below every release of a house: "About X", "Notes to editors", a disclaimer."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefgen.read.blocks import Block
from briefgen.read.furniture import bare_line
from briefgen.read.lexicon import alternation, lexicon

_MAX_HEADING = 80  # characters
_MAX_WORDS = 8
_LAST = 3  # paragraphs, of which one may open with "About X: "


def noticed(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those of the body that stand below every release marked as notices.

    A heading of such a notice holds as far as the next section of the text; above one, "About X"
    is a section itself.
    """
    first = next((i for i, block in enumerate(found) if block.kind == "body"), len(found))
    sections = [i for i in range(first, len(found)) if _is_section(found, i)]
    done, inside, ended = list(found[: first + 1]), False, False
    for i, block in enumerate(found[first + 1 :], first + 1):
        last = i > max(sections, default=0)
        ended = ended or _ends().fullmatch(block.text) is not None
        heads = _heads(block.text) or (last and _heads_about(block.text))
        inside = heads or (inside and i not in sections)
        notice = ended or inside or _opens(block.text, last=i >= len(found) - _LAST)
        done.append(replace(block, kind="notice") if notice and block.kind == "body" else block)
    return tuple(done)


def _is_section(found: tuple[Block, ...], i: int) -> bool:
    """Whether it is a heading of the text; below "Media contact" a short line is a name."""
    text, above = found[i].text, found[i - 1].text if i else ""
    standing = _heads(text) or _heads_about(text) or _heads(above)
    return found[i].kind == "heading" and not standing


def _opens(text: str, *, last: bool) -> bool:
    """Whether its heading stands in the paragraph itself: "About X: X is …"."""
    return bool(_standing().match(text) or (last and _about().match(text)))


def _heads(text: str) -> bool:
    """Whether it is a heading of standing paragraphs: "Notes to editors"."""
    return _is_line(text, _standing())


def _heads_about(text: str) -> bool:
    """Whether it is the heading "About X", X being a name."""
    return _is_line(text, _about())


def _is_line(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern, which ends in a colon, is all of a short line with or without one."""
    line = text.rstrip(" :")
    short = len(line.split()) <= _MAX_WORDS and pattern.fullmatch(f"{line}:") is not None
    return short and bare_line(line, _MAX_HEADING)


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(lexicon().standing)})\s?[:.](?!\w)", re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    """Up to seven words after "About", one of them with a capital, none a number."""
    name = r"(?=[^:]*?\b[^\W\d_a-zà-þ])[^\d\s:.!?][^:.!?]{1,60}?"
    return re.compile(rf"(?i:{alternation(lexicon().about)})(?:\s|(?<=['’])){name}\s?:(?!\w)")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"[-–—*#\s]*(?:{alternation(lexicon().ends)})[-–—*#\s]*", re.IGNORECASE)
