"""Whether words with capitals can be somebody's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import given_names, listed
from briefgen.find.lexicon import Lexicon

CONTRACTED = re.compile(
    r"(?<=\w)[’'](?:ll|ve|d|m|re|t)$|^(?:there|here|what|that|who|it|he|she)[’']s$"
)
ELIDED = re.compile(r"(?:[LDJSNMCT]|Qu)[’'][^\W\d_A-Z]")
MOST_WORDS = 5
_ACRONYM = re.compile(r"[^\W\d_]{2,}")
INITIAL = re.compile(r"(?:[A-Z]\.)+")
_NUMERAL = re.compile(r"[IVX]+|\d+")


def valid(words: Sequence[str], lexicon: Lexicon, *, polite: bool, titled: bool = False) -> bool:
    """Whether the words can be somebody's name."""
    rest = words[1:] if len(words) > 1 and words[0] in given_names() else words
    if not 1 <= sum(word[0].isupper() for word in words) <= MOST_WORDS or rest[
        0
    ].lower() in lexicon.stop - listed("particles"):
        return False
    if all(_ACRONYM.fullmatch(word) and word.isupper() for word in words):
        return False
    if words[0].endswith("-based") or any(
        CONTRACTED.search(word) or _is_elided(word, lexicon) for word in words
    ):
        return False
    if INITIAL.fullmatch(words[-1]) or (words[0] in listed("towns") and not polite):
        return False
    if lexicon.noun_capitals and _is_noun(words, lexicon):
        return False
    if not titled and len(words) == 2 and _NUMERAL.fullmatch(words[-1]) and rest is words:
        return False
    if any(word in lexicon.not_person for word in rest) or "_".join(words[:2]) in listed("makes"):
        return False
    if words[0] in lexicon.demonyms or (rest is words and words[-1] in lexicon.demonyms):
        return False
    return not (words[-1] in lexicon.portfolios or words[-1].lower() in lexicon.modifiers) or (
        len(words) > 1 and (polite or words[0] in given_names())
    )


def _is_elided(word: str, lexicon: Lexicon) -> bool:
    """`L'accord`, `L'Institut`: an article and a noun, as in no name."""
    body = word[1:2] in ("'", "’") and word[2:].lower() in lexicon.bodies
    return body or bool(ELIDED.match(word))


def _is_noun(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`von Hamm` of a trainer, `Konzern Nordsalz`, `Tod von Menschen`: German nouns."""
    of = "von" in words and words[0] not in given_names()
    return of or words[0].lower() in lexicon.bodies


def of_office(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is an office or describes one."""
    return lexicon.is_role(word) or word.lower() in lexicon.modifiers


def doubtful(words: Sequence[str], lexicon: Lexicon, *, polite: bool) -> bool:
    """Whether the surname is a common noun too, so that something else must show that it is one."""
    if polite or (len(words) == 2 and words[0] in given_names()):
        return False
    noun = len(words) > 1 and words[-1] in lexicon.also_surnames
    return noun or lexicon.is_role(words[-1])


def may_be_thing(before: str, words: Sequence[str], lexicon: Lexicon) -> bool:
    """`ließ der Kanzler Pizza kommen`: where nouns have capitals, no name after the article."""
    last = before.split()[-1:]
    alone = lexicon.noun_capitals and len(words) == 1
    return alone and bool(last) and last[0].lower() in lexicon.determiners
