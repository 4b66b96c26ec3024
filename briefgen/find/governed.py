"""Names that tell who the holder of an office is, in a phrase that hangs on another.

In `In a letter to the bishop, Jan Roth, the parishioners said` it is Roth who is written to.
"""

from __future__ import annotations

import re

from briefgen.find.lexicon import Lexicon
from briefgen.find.plausible import is_speaker_noun
from briefgen.find.tokens import GENITIVE, WORD

_NEARBY = 90
"""Characters before a name in which the phrase that it belongs to may begin."""
_LONGEST = 4
"""Words from the article to the noun."""
_AS = frozenset(("as", "comme", "como", "wie"))
"""`as its head, Ana Roth, put it`: a clause follows."""
_BREAKS = re.compile(r".*[,;:.▪()—–]", re.DOTALL)


def is_governed(masked: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the name at that place belongs to somebody on whom a preposition or a verb acts."""
    before = masked[max(0, at - _NEARBY) : at].rstrip()
    comma = before.endswith(",")
    before = before.removesuffix(",")
    words = WORD.findall(_BREAKS.sub("", before))
    if not words or not _is_holder(words[-1], lexicon, comma=comma):
        return False
    for i in range(len(words) - 2, max(len(words) - 2 - _LONGEST, -1), -1):
        low = words[i].lower()
        if low in lexicon.determiners | lexicon.possessives or GENITIVE.search(words[i]):
            return _governs(words[:i], lexicon)
        if low in lexicon.stop:
            return False
    return False


def _is_holder(word: str, lexicon: Lexicon, *, comma: bool) -> bool:
    """Whether one person may be called so: `bishop`, `husband`, no body and no crowd."""
    low = word.lower()
    body = low in lexicon.bodies and (comma or not lexicon.is_role(low))
    if body or (low.endswith("s") and not lexicon.noun_capitals):
        return False
    return is_speaker_noun(low, lexicon) or (comma and word in lexicon.demonyms)


def _governs(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the phrase hangs on the word before it, an owner left aside: `by the king’s`."""
    while words and (
        words[-1][0].isupper() or words[-1].lower() in lexicon.determiners | lexicon.possessives
    ):
        words = words[:-1]
    last = words[-1].lower() if words else ""
    doing = bool(lexicon.gerund) and last.endswith(lexicon.gerund)
    return last in (lexicon.prepositions | lexicon.goes_on) - _AS or doing
