"""Bodies that the sources call by their initials: `the Miners and Masons Union (MMU)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefgen.find.tokens import ARTICLE, UPPER
from briefgen.model import Source

_BRACKET = re.compile(rf"\(([{UPPER}]{{2,8}})\)")
_WORD = re.compile(r"[^\s(),;:]+")
_REACH = 90
"""Characters before the bracket in which the whole name stands."""


def spelled_out(sources: Iterable[Source]) -> Mapping[str, str]:
    """For each short form the one name that the sources give it; none where they give two."""
    found: dict[str, set[str]] = {}
    for source in sources:
        text = source.article.text
        for bracket in _BRACKET.finditer(text):
            before = text[max(0, bracket.start() - _REACH) : bracket.start()].rstrip()
            if name := _named(before, bracket[1]):
                found.setdefault(bracket[1], set()).add(name)
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _named(before: str, short: str) -> str | None:
    """The last words before the bracket whose capitals are the short form's letters."""
    words = list(_WORD.finditer(before))
    for first in range(len(words) - 1, -1, -1):
        capitals = "".join(w[0][0] for w in words[first:] if w[0][0].isupper())
        if capitals == short and words[first][0][0].isupper():
            return before[words[first].start() :]
        if len(capitals) > len(short):
            return None
    return None


def bare(speaker: str) -> str:
    """The speaker without an article: `The MMU` is the MMU."""
    article = ARTICLE.match(speaker)
    return speaker[article.end() :] if article else speaker
