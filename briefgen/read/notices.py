"""Paragraphs of a web page that stand where an article should: consent, paywall, errors."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefgen.read.blocks import Block
from briefgen.read.lexicon import alternation
from briefgen.text import word_count

_MAX_NOTICE = 90  # words; a longer paragraph is an article's, whatever it speaks of
_MAX_EDGE = 40
_FEW = 50  # words of text; an article cut to less is no article
_MAX_WALL = 600  # words; a longer page holds more than a consent form


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of notice, and the phrases that give it away."""

    name: str
    pattern: re.Pattern[str]


def without_notices(found: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """The blocks without the notices at their edges, and why they are no article where they aren't.

    An article that speaks of cookies stays whole: a page is refused where the notices outweigh
    the rest, or leave next to nothing.
    """
    names = [_notice(block.text) for block in found]
    weighed = [(word_count(block.text), name) for block, name in zip(found, names, strict=True)]
    noticed = Counter({name: 0 for name in names if name})
    for words, name in weighed:
        if name:
            noticed[name] += words
    rest, wall = sum(words for words, name in weighed if not name), noticed.total()
    if noticed and (rest < _FEW or rest < wall < _MAX_WALL):
        return found, f"holds no article text ({min(noticed, key=lambda n: (-noticed[n], n))})"
    edge = {*range(2), *range(len(found) - 3, len(found))}
    return tuple(
        block
        for i, (block, (words, name)) in enumerate(zip(found, weighed, strict=True))
        if not (name and i in edge and words <= _MAX_EDGE)
    ), None


def _notice(text: str) -> str | None:
    """The kind of notice that a short paragraph is."""
    if word_count(text) > _MAX_NOTICE:
        return None
    lower = text.lower()
    return next((notice.name for notice in _notices() if notice.pattern.search(lower)), None)


@cache
def _notices() -> tuple[Notice, ...]:
    table = tomllib.loads((files("briefgen.read") / "data" / "notices.toml").read_text("utf-8"))
    return tuple(
        Notice(row["name"], re.compile(rf"\b(?:{alternation(row['phrases'])})\b"))
        for row in table["notice"]
    )
