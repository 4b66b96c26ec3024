"""Stretches of a sentence: its words, its pieces between commas, a subject among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import WORD

Form = Literal["noun", "m", "f", "n", "p"]

_PIECE = re.compile(r"\s*\([^()]*\)(?:,?\s+|$)|,\s+|\s+[–—]\s+|\s*\(|\)\s*")


@dataclass(frozen=True, slots=True)
class Subject:
    """`text[start:end]` of the paragraph; `form` is the pronoun's kind, or that it is a noun."""

    start: int
    end: int
    form: Form = "noun"


def pieces_of(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, dashes and brackets that hold something."""
    at = start
    for match in _PIECE.finditer(masked, start, end):
        if masked[at : match.start()].strip(" ,"):
            yield at, match.start()
        at = match.end()
    if masked[at:end].strip(" ,"):
        yield at, end


def words_in(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the words stand between the offsets."""
    return [match.span() for match in WORD.finditer(masked, start, end)]


def low_of(masked: str, span: tuple[int, int]) -> str:
    """The word in small letters."""
    return masked[slice(*span)].lower()


def kept_of(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Without the connectives and adverbs at the head."""
    rest = list(words)
    while len(rest) > 1 and (
        (low := low_of(masked, rest[0])) in lexicon.connectives
        or (low.endswith("ly") and low not in lexicon.bodies)
    ):
        rest.pop(0)
    return rest[_behind_day(masked, rest) :]


_DAY = re.compile(
    r"(?:(?:this|last|next) (?:week|month|year|spring|summer|autumn|winter|night|evening|morning"
    r"|weekend|\w+day)"
    r"|\w+ (?:day|week|month|year)s?['’]? ago) "
)


def _behind_day(masked: str, words: Sequence[tuple[int, int]]) -> int:
    """How many words are the day before a subject: `this year the council`."""
    found = _DAY.match(masked[words[0][0] : words[-1][1]].lower()) if words else None
    return len(found[0].split()) if found else 0


def pronoun(word: tuple[int, int], low: str, lexicon: Lexicon) -> Subject:
    """The pronoun as a subject."""
    return Subject(*word, lexicon.pronouns[low])  # type: ignore[arg-type]
