"""Words of saying that stand after the clause that was said, or inside it."""

from __future__ import annotations

import re

from briefgen.find.content import Span, trimmed
from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import WORD

_CLAUSE_ENDS = re.compile(r"\w[’'”]?,\s*$")
_SHORT_TAIL = 9  # words after the verb that say to whom, when and where
APPOSED = 16  # words that may follow a speaker and say who it is
_RELATIVE = re.compile(r",? (?:who|which|whose|qui|quien)\b|, (?:que|der|die) ")
_SHORT_FORM = re.compile(r"^\s*\([^()]{2,20}\)")
_POST = frozenset(("say", "say_that", "tell"))
_OPENS = re.compile(r"(?:When|As|After|Before|While|Since|Until|Once|Because|If|Although|Though)\b")
_PAST = re.compile(r"\b[a-z]{3,}ed\b|n[’']t\b|[’'](?:s|ve|re|ll|d) [a-z]")
_ENOUGH = 4  # words of a clause whose verb is not known


def is_last(rest: str, lexicon: Lexicon) -> bool:
    """Whether nothing follows the speaker but what he is, and a short form in brackets."""
    rest = _RELATIVE.split(_SHORT_FORM.sub("", rest).strip(" ."), maxsplit=1)[0]
    first = rest.split()[:1]
    if rest.startswith(", ") and lexicon.finite.match(rest[1:]):
        return True  # `That question, wrote Roth, is for another day`
    goes_on = (
        rest.startswith(",")
        or (first and first[0].lower() in lexicon.prepositions | lexicon.days | lexicon.after_verb)
        or (first and lexicon.noun_capitals and first[0].lower() in lexicon.determiners)
    )
    return not rest or bool(
        goes_on and len(rest.split()) <= APPOSED and not lexicon.finite.search(rest)
    )


def clause_ends(before: str, lexicon: Lexicon) -> bool:
    """Whether a whole clause and a comma stand before: what is said, not who says it."""
    if not _CLAUSE_ENDS.search(before) or _describes(before, lexicon):
        return False
    if lexicon.finite.search(before):
        return True
    whole = lexicon.inverts or lexicon.drops_subject or before.count(",") == 1
    return whole and len(before.split()) >= _ENOUGH  # `China, for its part, warned` is no clause


def _describes(before: str, lexicon: Lexicon) -> bool:
    """`An engineer, who asked not to be named,`: a clause on who speaks, and nothing said yet."""
    head, _, rest = before.rstrip(", ").partition(", ")
    first = rest.split()[:1]
    relative = bool(first) and first[0].lower() in lexicon.relative | lexicon.who
    return relative and ", " not in rest and not lexicon.finite.search(" " + head)


def follows_clause(before: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what was said stands before the speaker: `Rents rise, the bank reports`."""
    if not (kinds & _POST and _CLAUSE_ENDS.search(before)):
        return False
    known = bool(lexicon.finite.search(" " + before) or _PAST.search(before))
    if _OPENS.match(before):
        return False
    return known or ("say" in kinds and len(before.split()) >= _ENOUGH)


def short(tail: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether nothing more is said: at most to whom, when and where."""
    if tail.lstrip().startswith((",", ":")):
        return True
    first = tail.split()[:1]
    thing = first and first[0].lower() in lexicon.determiners | lexicon.possessives
    if thing and not kinds & {"say", "tell"}:
        return False
    when = first and first[0].lower() in lexicon.prepositions | lexicon.days | lexicon.after_verb
    ends = (tail, _until_clause(tail, lexicon)) if when else (tail,)
    return any(len(e.split()) <= _SHORT_TAIL and not lexicon.finite.search(e) for e in ends)


def _until_clause(tail: str, lexicon: Lexicon) -> str:
    """Up to what goes on about the occasion: `on Tuesday, the first day of a trial that`."""
    end = tail.find(", ")
    tail = tail if end < 0 else tail[:end]
    clause = lexicon.relative | lexicon.subordinators
    found = next((m for m in WORD.finditer(tail) if m[0].lower() in clause), None)
    return tail[: found.start()] if found else tail


def around(masked: str, bounds: Span, at: int, match: re.Match[str]) -> tuple[Span, ...]:
    """The clause that the words of saying follow or interrupt."""
    lo, hi = bounds
    first = trimmed(masked, lo, at)
    if masked[match.end() : match.end() + 1] == ",":
        return first, trimmed(masked, match.end() + 1, hi)
    return (first,)
