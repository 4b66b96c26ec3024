"""Words of saying that say nothing where they stand: nouns, conditions, what is heard."""

from __future__ import annotations

import re

from briefgen.find.content import Span
from briefgen.find.cues_dropped import after_according
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK
from briefgen.find.tokens import GENITIVE, WORD

# `Das sagte Roth am Montag` tells nothing by itself.
_THIS = frozenset(("das", "dies", "so", "cela", "ceci", "eso", "esto", "that", "this"))


def says_nothing(
    masked: str,
    bounds: Span,
    match: re.Match[str],
    kinds: frozenset[str],
    lexicon: Lexicon,
) -> bool:
    """Whether it is no verb here, points to what went before, or tells of no saying."""
    before = masked[bounds[0] : match.start()]
    return (
        (lexicon.drops_subject and after_according(before, lexicon))
        or _no_verb(masked, bounds[0], match, lexicon)
        or before.strip().lower() in _THIS
        or lexicon.unreal.search(before) is not None
        or _is_hearer(masked, bounds, match, kinds)
    )


def _is_hearer(masked: str, bounds: Span, match: re.Match[str], kinds: frozenset[str]) -> bool:
    """`Minister knew of it, inquiry told`: nobody is told, so it is the inquiry that was."""
    alone = not masked[match.end() : bounds[1]].strip(" .,▪")
    return alone and "tell" in kinds and "say" not in kinds


def _no_verb(masked: str, lo: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word is a name (`United States`), a count (`17 confirmed`) or a noun."""
    before = masked[lo : match.start()]
    if match[0][0].isupper() and before and masked[match.start() - 2] != BLACK:
        return True
    last = before.split()[-1] if before.strip() else ""
    whose = bool(GENITIVE.search(last)) or last.lower() in lexicon.prepositions
    if lexicon.language == "en" and match[1].endswith("s") and whose:
        return True  # `amid claims that`, `the minister's claims`
    return before[-2:-1].isdigit() or _bare_form(match[1], before, lexicon)


def _bare_form(verb: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a noun is meant: `the Hall report`; a plural verb follows a plural."""
    if verb.lower() not in lexicon.plural_verbs:
        return False
    words = WORD.findall(before)
    if before.endswith(", ") and any(low in lexicon.people for low in map(str.lower, words)):
        return False  # `The authors, led by Roth, conclude`
    last = words[-1:]
    word = last[0].lower() if last else ""
    return not (
        word.endswith(("s", "ly")) or word in lexicon.people or word in ("who", "they", "also")
    )
