"""Offices that say of what they are: `Minister of State for Power`."""

from __future__ import annotations

import re

from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import UPPER, WORD

_FIELD = rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*)*"
_FIELDS = rf"{_FIELD}(?:(?:, {_FIELD})*,? (?:and|&) {_FIELD})?"
_LINKED = re.compile(rf"(?: (?:of|for)(?: the)? {_FIELDS})+ ")
_REACH = 90  # characters before a name in which its office may begin


def office_of(text: str, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun of the office that leads with its field up to `end`, where a name begins."""
    if lexicon.head_first or lexicon.noun_capitals:
        return None
    base = max(0, end - _REACH)
    for word in WORD.finditer(text, base, end):
        if lexicon.is_role(word[0]) and _LINKED.fullmatch(text, word.end(), end):
            return word.start(), word.end()
    return None
