"""What a word before a name is to an office: what describes it, a verb, a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.names_valid import CONTRACTED
from briefgen.find.phrases import low_of
from briefgen.find.tokens import WORD

Span = tuple[int, int]

_FORMER = re.compile(r"^(?:ex|then|vice|co)-")


def _is_dating_or_saying(word: str, lexicon: Lexicon) -> bool:
    """Whether no role has the word: a day, a month, a verb of saying."""
    low = word.lower()
    says = low in lexicon.speech and not modifies(low, lexicon)
    return says or low in lexicon.days or word in lexicon.months


def is_upper(word: str) -> bool:
    """Whether it has a capital, as `ex-Downing` does."""
    return word[0].isupper() or word.rpartition("-")[2][:1].isupper()


def modifies(low: str, lexicon: Lexicon) -> bool:
    """Whether the word describes an office: `deputy`, `former`, `ex-deputy`."""
    return low in lexicon.modifiers or _FORMER.sub("", low) in lexicon.modifiers


def is_other(masked: str, words: Sequence[Span], lexicon: Lexicon, *, apart: bool) -> bool:
    """Whether the last word but one is none of an office: a day, a verb, a contraction."""
    word, after = (masked[slice(*span)] for span in words[-2:])
    other = _is_dating_or_saying(word, lexicon) and after not in listed("sundays")
    return (
        other
        or bool(CONTRACTED.search(word))
        or _is_doing(masked, words[:-1], lexicon, apart=apart)
    )


def _is_doing(masked: str, words: Sequence[Span], lexicon: Lexicon, *, apart: bool) -> bool:
    """Whether the last word is a verb, `apart` from the office or not: `Roe met port chief`."""
    low = low_of(masked, words[-1])
    whose = masked[slice(*words[-2])] if len(words) > 1 else ""
    ing, several = low.endswith("ing"), whose.endswith("s")
    if ing and several and lexicon.is_role(whose.removesuffix("s").lower()):
        return True
    if is_upper(masked[slice(*words[-1])]) or low in lexicon.fields or modifies(low, lexicon):
        return False
    done = lexicon.finite.match(f" {low}") or (apart and low.endswith(("s", "ed")))
    return bool(done) or (ing and (several or whose[:1].isupper()))


_REACH = 90  # characters in which an office is told
_HALF = re.compile(r"[A-Z][a-z]+ (?=(?:[A-Z][a-z]+ )*[a-z])")


def behind_half(masked: str, start: int, lexicon: Lexicon) -> int:
    """Where the office begins behind half of a name: in `Trinidad and Tobago prime minister`."""
    if not _HALF.match(masked, start):
        return start
    words = list(WORD.finditer(masked, start, start + _REACH))
    at = next((i for i, w in enumerate(words) if w[0].islower() or lexicon.is_role(w[0])), 0)
    while at and words[at - 1][0].lower() in lexicon.modifiers:
        at -= 1  # `Prime Minister`
    return start if words[0][0] in lexicon.demonyms else words[at].start()
