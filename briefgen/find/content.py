"""What a verb of saying reports: the clause, the promise or the charge that follows it."""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK

Span = tuple[int, int]

_NEXT = re.compile(r"\s+([^\W_][\w’']*)")
_OTHER_CLAUSE = re.compile(r",? (?:because|which|who|that|after|when|as) |, ")
_GAP = re.compile(r"(?: [^\s,]+){0,7}, ")
_REACH = 110
_SO_SAID = re.compile(
    r"\s*(?:so|nothing|little|no more|more|goodbye|hello|otherwise|farewell)\b(?!,)"
)


def reported(
    masked: str, match: re.Match[str], hi: int, kinds: frozenset[str], lexicon: Lexicon
) -> Span | None:
    """The clause that was said, after the verb, or after the verb and a colon."""
    if masked.startswith(": ", match.end()):
        said = "say" in kinds and BLACK not in masked[match.end() : hi]
        return trimmed(masked, match.end() + 1, hi) if said else None
    return _clause(masked, match, hi, kinds, lexicon)


def _clause(
    masked: str, match: re.Match[str], hi: int, kinds: frozenset[str], lexicon: Lexicon
) -> Span | None:
    """The clause after the verb."""
    start, end = match.end(), match.end() + len(masked[match.end() : hi].rstrip(' .▪”"»'))
    tail = masked[start:hi]
    if tail[:1] not in (" ", ",") or len(tail.split()) < 2 or _SO_SAID.match(tail):
        return None
    if at := _after_that(masked, start, hi, kinds, lexicon):
        return trimmed(masked, at, end)
    if lexicon.comma_that and "say" in kinds and (gap := _GAP.match(tail)):
        return trimmed(masked, start + gap.end(), end)
    if "say" in kinds and lexicon.own_infinitive.match(tail):
        return trimmed(masked, start, end)
    promised = "promise" in kinds and lexicon.infinitive.match(tail)
    bare = tail.startswith((" to ", " of ")) and _NEEDS_WHOM.match(match[1].lower())
    if promised or ("urge" in kinds and not bare and _urges(tail, lexicon)):
        return trimmed(masked, start, end)
    if lexicon.accuse.match(masked, match.start(1), hi):
        return trimmed(masked, start, end)
    if lexicon.zero_that and "say" in kinds and _zero(tail, match[1].lower(), lexicon):
        return trimmed(masked, start, end)
    if lexicon.zero_that and "tell" in kinds and not bare and lexicon.finite.search(tail):
        return trimmed(masked, start, end) if not tail.startswith(",") else None
    return None


def _after_that(
    masked: str, start: int, hi: int, kinds: frozenset[str], lexicon: Lexicon
) -> int | None:
    """Where the clause begins that the verb's conjunction opens."""
    that = lexicon.that.search(masked, start, min(hi, start + _REACH))
    if not that or not kinds & {"say", "say_that", "tell"}:
        return None
    clause = not lexicon.zero_that or _long(masked[that.end() : hi])
    return that.end() if clause and _near(masked[start : that.start()], kinds, lexicon) else None


_SHORTEST = 3


def _long(clause: str) -> bool:
    """Whether there is room for a clause: `disputed that account` has none."""
    return len(clause.split()) >= _SHORTEST or BLACK in clause


def _near(gap: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the conjunction is still the verb's: nothing but an adverbial stands between.

    `accepted an offer that` has an object of its own; `told the board that` tells it.
    """
    first = gap.split(maxsplit=1)[:1]
    owned = first and first[0].lower() in lexicon.determiners | lexicon.possessives
    opinion = gap.split()[-1:] and gap.split()[-1] in lexicon.said_nouns
    if first and lexicon.zero_that and not kinds & {"tell", "urge"} and not opinion:
        low = first[0].lower().strip(",")
        little = lexicon.prepositions | lexicon.connectives | lexicon.after_verb | lexicon.adverbial
        if low not in little and not low.endswith(("ly", "day")):
            return False
    if owned and lexicon.zero_that and not (kinds & {"tell", "urge"} or opinion):
        return False
    return not re.search(r"[;:.]", gap) and not lexicon.finite.search(gap)


_NEEDS_WHOM = re.compile(r"(?:urged|told|advised|instructed|invited|exhorted|warned|called)$")


_BREAKS = re.compile(r"[;:]|\. |, (?!(?:and )?(?:the )?[^\W\d_a-z])")


def _urges(tail: str, lexicon: Lexicon) -> bool:
    found = lexicon.infinitive.search(tail[:_REACH])
    if not found or _BREAKS.search(tail[: found.start()]):
        return False
    return not re.match(r"\s*not to be (?:named|identified|quoted)|\s*to be ", tail)


def _zero(tail: str, verb: str, lexicon: Lexicon) -> bool:
    """Whether a clause without `that` follows: its verb comes before any other clause."""
    if tail.startswith(","):
        return False
    inner = _OTHER_CLAUSE.split(tail[1:], maxsplit=1)[0]
    first = _NEXT.match(tail)
    if first and lexicon.finite.match(f" {first[1]}"):
        return False  # `the theme that she repeated was`
    if first and first[1].lower() in lexicon.pronouns:
        return True
    if first and first[1].lower() not in lexicon.prepositions and verb in ("said", "says", "say"):
        return True
    verb_at = lexicon.finite.search(" " + inner)
    return verb_at is not None and not _is_relative(inner[: verb_at.start()].split(), lexicon)


def _is_relative(words: list[str], lexicon: Lexicon) -> bool:
    """`recalls the moment the data came in`: the clause hangs on a noun of its own."""
    little = lexicon.prepositions | lexicon.determiners | lexicon.connectives
    opened = bool(words) and words[0].lower() in lexicon.determiners
    return opened and any(
        word in ("the", "a", "an", *lexicon.pronouns) and before.lower() not in little
        for before, word in pairwise(words[1:])
    )


def trimmed(masked: str, start: int, end: int) -> Span:
    """The span without the white space and punctuation at its ends."""
    piece = masked[start:end]
    inner = piece.strip(" ,.;")
    lead = len(piece) - len(piece.lstrip(" ,.;"))
    return start + lead, start + lead + len(inner)
