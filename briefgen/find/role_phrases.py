"""Whether a noun phrase names an office, a profession or a standing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import given_names
from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import AND, WORD

_OF = re.compile(r"de|du|des|del|d[’']|aux?|al")
_WHEN = {"then", "now", "once", "later", "still", "alors", "entonces", "hoy", "damals", "heute"}
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
    then = first in _WHEN and len(words) > 1 and words[1].lower() in lexicon.determiners
    if first in AND | lexicon.prepositions or (first in lexicon.connectives and not then):
        return True
    return words[0] in given_names() and all(word[0].isupper() for word in words)


def _headed(words: Sequence[str], lexicon: Lexicon, *, plain: bool) -> bool:
    head = list[str]()
    for i, word in enumerate(words):
        low = word.lower()
        genitive = lexicon.noun_capitals and low in lexicon.determiners
        linked = lexicon.head_first and _OF.fullmatch(low)
        if head and (low in lexicon.prepositions or genitive or linked):
            break
        article = not lexicon.head_first and low in lexicon.determiners | lexicon.possessives
        if head and article and _is_verb(head, lexicon):
            return False  # `bowed his head`
        if low in AND and head:
            if _head_is_role(head, lexicon):
                return True
            other = words[i + 1 : i + 2] and words[i + 1].lower() in lexicon.determiners
            if other and all(word[0].isupper() for word in head):
                return False  # `Jan Roth and the mayor`
            return _headed(words[i + 1 :], lexicon, plain=plain)
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
        for word in head[:4]:
            if lexicon.is_role(word):
                return True
            if word.lower() in lexicon.places:
                return False  # `el muelle Almirante Oquendo`
        return False
    for word in reversed(head):
        if lexicon.is_role(word):
            return True
        if lexicon.noun_capitals and word is head[-1] and word.endswith("s") and word[0].isupper():
            continue  # `Botschafter Chinas`
        if not word.endswith(("ed", "ing", "elect", "designate")) or word.endswith("s"):
            return False
    return False
