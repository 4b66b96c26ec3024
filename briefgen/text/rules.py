"""What a place where a sentence may end says for itself, language by language.

A rule looks at a candidate and answers: an end, no end, or nothing; the first answer counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefgen.text.candidates import Candidate
from briefgen.text.lexicon import Lexicon

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?){2,}|[^\W\d_]\.")
_NUMBER = re.compile(r"\d{1,2}\.")
_LIST_MARKER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.")
_INNER = re.compile(r"[.,;:!?…)\]}]|[’'”»](?:\W|$)")
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}[.!?…]")
_YEAR = re.compile(r"\d{4}\.")
_LETTER = re.compile(r"[^\W\d_]\.[,;]?")
_QUOTES = frozenset("\"'”’“»›")


Rule = Callable[[Candidate, Lexicon], bool | None]


def judge(candidate: Candidate, language: Lexicon) -> bool | None:
    """Return whether a sentence ends here, or None where no rule of the language knows."""
    for rule in RULES:
        answer = rule(candidate, language)
        if answer is not None:
            return answer
    return None


def _wide(candidate: Candidate, language: Lexicon) -> bool | None:
    """A full-width stop ends, but inside 「…。」と言った the sentence goes on."""
    if candidate.mark[0] not in "。！？｡":
        return None
    if candidate.closers and language.told and language.told.match(candidate.rest):
        return False
    return not re.match(r"[、，；：」』）》】と]|って", candidate.after)


def _goes_on(candidate: Candidate, _: Lexicon) -> bool | None:
    """Punctuation that belongs inside a sentence follows."""
    return False if _INNER.match(candidate.after) else None


def _foreign(candidate: Candidate, _: Lexicon) -> bool | None:
    """A stop that Punkt does not know, such as ؟ or ।, ends wherever it stands alone."""
    if candidate.glued or candidate.mark[-1] in ".!?…":
        return None
    return not candidate.next_word[:1].islower()


def _glued(candidate: Candidate, language: Lexicon) -> bool | None:
    """`year.The` lacks a space; `example.Com`, `U.S` and `Node.js` don't."""
    if not candidate.glued:
        return None
    word, following = candidate.word, candidate.next_word
    if not following[:1].isupper():
        return False
    if _YEAR.fullmatch(word) or (_PLAIN_WORD.fullmatch(word) and not word.isupper()):
        return _starts(candidate, language) or (
            len(word) > 3 and word.islower() and following.isalpha() and following[1:].islower()
        )
    return False


def _referenced(candidate: Candidate, _: Lexicon) -> bool | None:
    """A note's number, `[3]`, stands after the end of a sentence."""
    return True if candidate.refs and not candidate.next_word[:1].islower() else None


def _list_marker(candidate: Candidate, _: Lexicon) -> bool | None:
    """A sentence is more than its number."""
    if candidate.opens and _LIST_MARKER.fullmatch(candidate.word):
        return False
    return None


def _lower_case(candidate: Candidate, language: Lexicon) -> bool | None:
    """After a closing mark, a question or an abbreviation a small letter goes on."""
    if not candidate.next_word[:1].islower():
        return None
    if candidate.closers or candidate.mark != "." or _abbreviated(candidate, language):
        return False
    return None


def _ellipsis(candidate: Candidate, language: Lexicon) -> bool | None:
    """Three points end a sentence only before a capital, and a bracketed omission always does."""
    if candidate.mark not in ("...", "…", ". . ."):
        return None
    if not candidate.next_word[:1].isupper():
        return False
    if "]" in candidate.closers or ")" in candidate.closers:
        return True
    return None if candidate.mark == "..." else True


def _told(candidate: Candidate, language: Lexicon) -> bool | None:
    """In `"What?" Mr Smith asked` the sentence goes on after the question."""
    if candidate.mark == "." or not set(candidate.closers) & _QUOTES:
        return None
    if language.told and language.told.match(candidate.rest):
        return False
    if _bare(candidate.after) in language.starters:
        return None
    for token in candidate.rest.split()[:5]:
        if _bare(token) in language.speech:
            return False
        if not token[:1].isupper():
            return None
    return None


def _never(candidate: Candidate, language: Lexicon) -> bool | None:
    """A title or the like never ends."""
    if candidate.mark == "." and not candidate.closers and _bare(candidate.word) in language.never:
        return False
    return None


def _numbered(candidate: Candidate, language: Lexicon) -> bool | None:
    """`No. 5`, `p. 12`, `Jan. 3`, but `He said no. Then` ends."""
    if candidate.mark != "." or _bare(candidate.word) not in language.numbered:
        return None
    if candidate.next_word[:1].isdigit():
        return False
    return True if _bare(candidate.after) in language.starters else None


def _trailing(candidate: Candidate, language: Lexicon) -> bool | None:
    """`U.S.`, `Inc.` and initials end only before a word that commonly starts a sentence."""
    if candidate.mark != "." or not _abbreviated(candidate, language):
        return None
    if _LETTER.fullmatch(candidate.word) and _LETTER.fullmatch(candidate.after):
        return False
    return bool(set(candidate.closers) & _QUOTES) or _starts(candidate, language)


def _ordinal(candidate: Candidate, language: Lexicon) -> bool | None:
    """`am 3. Oktober`, in the languages that write their ordinals so."""
    if not language.ordinals or not _NUMBER.fullmatch(candidate.word):
        return None
    return _starts(candidate, language)


RULES: tuple[Rule, ...] = (
    _wide,
    _goes_on,
    _foreign,
    _glued,
    _list_marker,
    _referenced,
    _never,
    _lower_case,
    _ellipsis,
    _told,
    _numbered,
    _trailing,
    _ordinal,
)


def _bare(token: str) -> str:
    """The token's word in lower case without the marks around it."""
    return token.strip(".,;:!?\"'“”‘’«»„()[]…—–-").lower().replace("’", "'")


def _abbreviated(candidate: Candidate, language: Lexicon) -> bool:
    word = candidate.word
    if _bare(word) in language.trailing:
        return True
    # A small letter alone may be a word: Russian я, Spanish y.
    small = len(word) == 2 and word.islower() and word[0] in language.starters
    return bool(_INITIALS.fullmatch(word)) and not small


def _starts(candidate: Candidate, language: Lexicon) -> bool:
    """Whether the next token is a capitalised starter, not an initial."""
    following = candidate.next_word
    if not following[:1].isupper() or re.match(r"[^\W\d_]\.", following):
        return False
    return _bare(following) in language.starters or _bare(following).split("'")[0] in (
        language.starters
    )
