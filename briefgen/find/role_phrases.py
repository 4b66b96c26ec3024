"""Whether a noun phrase names an office, a profession or a standing."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.given import given_names
from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import WORD

_AND = {"and", "et", "und", "y", "e"}
MOST_WORDS = 24


def is_role_phrase(phrase: str, lexicon: Lexicon, *, plain: bool = False) -> bool:
    """Whether the head of the phrase is the noun of an office."""
    words = [match[0] for match in WORD.finditer(phrase)]
    if not 1 <= len(words) <= MOST_WORDS or _is_no_role(words, lexicon):
        return False
    if words[:2] in (["one", "of"], ["One", "of"]):
        return any(lexicon.is_role(word.removesuffix("s")) for word in words[2:])
    return _headed(words, lexicon, plain=plain)


def _is_no_role(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether it goes on with something else: `and the mayor`, `in his office`, `Harry Baker`."""
    first = words[0].lower()
    if words[0].rstrip(".") in lexicon.courtesy:
        return True
    if first in _AND or first in lexicon.connectives or first in lexicon.prepositions:
        return True
    return words[0] in given_names() and all(word[0].isupper() for word in words)


def _headed(words: Sequence[str], lexicon: Lexicon, *, plain: bool) -> bool:
    head = list[str]()
    for i, word in enumerate(words):
        low = word.lower()
        genitive = lexicon.noun_capitals and low in lexicon.determiners
        if head and (low in lexicon.prepositions or genitive):
            break
        article = not lexicon.head_first and low in lexicon.determiners | lexicon.possessives
        if head and article and _is_verb(head, lexicon):
            return False  # `bowed his head`
        if low in _AND and head:
            return _head_is_role(head, lexicon) or _headed(words[i + 1 :], lexicon, plain=plain)
        head.append(word)
    return _head_is_role(head, lexicon)


def _is_verb(head: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words before an article may be a verb: no adverb, no office."""
    low = head[-1].lower()
    adverb = low.endswith("ly") or low in lexicon.connectives
    return not adverb and low not in lexicon.determiners and not lexicon.is_role(low)


def _head_is_role(head: Sequence[str], lexicon: Lexicon) -> bool:
    """The last noun counts; a participle may follow it."""
    if lexicon.head_first:
        return any(lexicon.is_role(word) for word in head[:4])
    for word in reversed(head):
        if lexicon.is_role(word):
            return True
        if not word.endswith(("ed", "ing", "elect", "designate")) or word.endswith("s"):
            return False
    return False
