"""What leaves a reader asking of whom or of where a sentence speaks that opens as a statement does.

Told only of languages whose lists tell finite verbs; of others there is nothing to doubt.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from briefgen.summarize.rules import Rules, begins, occurrences
from briefgen.summarize.tokens import (
    Tokens,
    bare,
    finite_at,
    finites,
    insides,
    is_verb,
    named,
    names_at,
)

SHORT = 8
"""Words and marks up to which a sentence says too little of what the name is, unless it is the
title's."""

_KIN = 3
"""Words at the head among which the name is that a word for a relation goes with."""
_HEAD = 5
"""Words that a day before a sentence takes, at most."""


def is_clear(tokens: Tokens, rules: Rules) -> bool:
    """Tell a whole statement, of no picture, in which no quotation points out of itself."""
    if not rules.finite:
        return True
    return not any(test(tokens, rules) for test in _TESTS)


def is_opening(tokens: Tokens, rules: Rules) -> bool:
    """Tell what is no picture's and no piece; before a first sentence nothing was left unsaid."""
    return not rules.finite or not any(test(tokens, rules) for test in _PIECES)


def is_told(tokens: Tokens, rules: Rules) -> bool:
    """Tell what is no picture's, no piece and leaves nothing unsaid, if it asks for more."""
    return not rules.finite or not any(test(tokens, rules) for test in _NEVER)


def is_anchored(tokens: Tokens, title: Collection[str], rules: Rules) -> bool:
    """Tell whether a name before the verb, who speaks, or the title's, says of what it speaks."""
    if not rules.finite:
        return True
    found = _named(tokens, rules)
    if any(stripped(tokens.low[i]) in title for i in found):
        return True
    subject = len(tokens) if _opens_with_one(tokens, rules) else _end_of_subject(tokens, rules)
    return len(tokens) > SHORT and any(i < subject or _speaks(tokens, i, rules) for i in found)


def _opens_with_one(tokens: Tokens, rules: Rules) -> bool:
    """Tell "The government", of which there is one: where that is may be told further on."""
    return tokens.low[0] in rules.articles and tokens.low[1] in rules.unique


def _speaks(tokens: Tokens, i: int, rules: Rules) -> bool:
    beside = (*tokens.low[max(i - 1, 0) : i], *tokens.low[i + 1 : i + 2])
    return not rules.saying.isdisjoint(beside)


def stripped(low: str) -> str:
    """Return the word without the ending of a possessive or a plural."""
    return bare(low).rstrip("s")


def names(tokens: Tokens, rules: Rules) -> frozenset[str]:
    """Return the names in it, in lower case."""
    return frozenset(stripped(tokens.low[i]) for i in _named(tokens, rules))


def is_general(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Bees dance to tell where food is", which is true at any time, from what happened."""
    first = next((tokens.low[i] for i in finites(tokens, rules)), "")
    past = not rules.past.isdisjoint(tokens.low) or first.endswith(rules.verb_endings or ("\0",))
    told = any(low[0].isdigit() or low in rules.paired for low in tokens.low)
    return not past and not told and not _exists(tokens, rules)


def _named(tokens: Tokens, rules: Rules) -> list[int]:
    """The places of names; a country's is one at the head, too."""
    found = named(tokens, rules)
    opens = not rules.countries.isdisjoint(tokens.low[:1]) and 0 not in found
    return [0, *found] if opens else found


def _end_of_subject(tokens: Tokens, rules: Rules) -> int:
    """The place of the first verb that is no participle, or of the "there" before it."""
    low = [*tokens.low, "."]
    for i in range(1, len(tokens)):
        if low[i] in rules.places and low[i + 1] in rules.existing:
            return i
        adjective = low[i].endswith(rules.verb_endings) and low[i + 1] in rules.introductions
        if finite_at(tokens, i, rules) and not adjective:
            return i
    return len(tokens)


def _exists(tokens: Tokens, rules: Rules) -> bool:
    """Tell "There are many buses"."""
    low = tokens.low
    return low[0] in rules.places and low[min(1, len(low) - 1)] in rules.existing


def _is_caption(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Kim opens the port on May 3, 1894": what it tells as present has a day and a year."""
    if not _has_date(tokens, rules):
        return False
    low = [*tokens.low, "."]
    verbs = (low[i] for i in finites(tokens, rules) if i and low[i + 1] not in rules.agents)
    first = next((word for word in verbs if word not in rules.bases), "s")
    return first.endswith("s") and first not in rules.finite


def _has_date(tokens: Tokens, rules: Rules) -> bool:
    """A month, a day and a year side by side, at the head of no sentence."""
    low = tokens.low
    for i, word in enumerate(low):
        if i > _HEAD and len(word) == 4 and word.isdigit():
            near = low[max(i - 4, 0) : i]
            day = any(w.isdigit() and len(w) < 3 for w in near)
            if day and any(w in rules.calendar for w in near):
                return True
    return False


def _is_piece(tokens: Tokens, rules: Rules) -> bool:
    """Tell what has no verb, or one, which is in a clause that depends on another."""
    low = tokens.low
    finite = [*finites(tokens, rules)]
    verbs = sum(not i or (low[i - 1] != "to" and low[i - 1] not in rules.finite) for i in finite)
    if verbs > 1:
        return False
    relative = sum(
        word in rules.relatives and i > 0 and not is_verb(low[min(i + 1, len(low) - 1)], rules)
        for i, word in enumerate(low)
    )
    clause = low.index(",") if "," in low else len(low)
    opened = low[0] in rules.conjunctions and any(0 < i < clause for i in finite)
    return verbs <= relative + opened


def _quotes(tokens: Tokens, rules: Rules) -> bool:
    """Tell what is quoted with "these" for what isn't there."""
    found = rules.inner_demonstratives.intersection(tokens.low) - rules.doubtful
    return bool(found) and any(
        low in found and inside for low, inside in zip(tokens.low, insides(tokens), strict=True)
    )


def _leaves_unsaid(tokens: Tokens, rules: Rules) -> bool:
    """Tell "did not comment", "what he was referring to"."""
    inside = insides(tokens)
    return any(
        not inside[i] and not begins(tokens.low, rules.unsaid_free, i)
        for i, _ in occurrences(tokens.low, rules.unsaid)
    )


def _misses(tokens: Tokens, rules: Rules) -> bool:
    """Tell "welcomed it", "it was built", "two of the four had", "more bluntly"."""
    inside = insides(tokens)
    if _missing(rules).isdisjoint(tokens.low):
        return False
    low = [*tokens.low, ".", ".", "."]
    tests = (_is_object, _is_made, _counts, _compares)
    return any(
        not inside[i] and any(test(low, i, rules) for test in tests) for i in range(1, len(tokens))
    )


@cache
def _missing(rules: Rules) -> frozenset[str]:
    """The words by which the tests of `_misses` tell something."""
    return (rules.objects & rules.singular) | rules.several | rules.degrees


def _is_object(low: list[str], i: int, rules: Rules) -> bool:
    """A thing done something to, by somebody, and told before; "a" at the head may tell it."""
    if low[i] not in rules.objects & rules.singular or low[0] in rules.indefinite:
        return False
    verb = is_verb(low[i - 1], rules) and low[i - 1] not in rules.saying
    return verb and not is_verb(low[i + 1], rules)


def _is_made(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "Zenda says it was built": who speaks is not, and no noun before it tells what is."""
    things = low[i] in rules.objects & rules.singular and rules.determiners.isdisjoint(low[:i])
    return things and low[i + 1] in rules.awaiting and low[i + 2] in rules.making


def _counts(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "the four had": of what is not said."""
    counted = low[i - 1] in rules.articles and low[i] in rules.several
    return counted and (is_verb(low[i + 1], rules) or not low[i + 1].isalnum())


def _compares(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "more bluntly" with no "than"."""
    ends = (*rules.starter_endings, *rules.adjective_endings)
    quality = low[i + 1] in rules.adjectives or low[i + 1].endswith(ends)
    return low[i] in rules.degrees and quality and rules.compared.isdisjoint(low[i:])


def advises(tokens: Tokens, rules: Rules) -> bool:
    """Tell "The government should build houses" of nobody who says so."""
    low = tokens.low
    if rules.advising.isdisjoint(low) or not rules.saying.isdisjoint(low):
        return False
    told = rules.tellers | rules.conjunctions
    inside = insides(tokens)
    return any(
        word in rules.advising and not inside[i] and told.isdisjoint(low[:i])
        for i, word in enumerate(low)
    )


def _opens_on_kin(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Husband Bernard", "Fellow rebel Marija": of whom, is not said."""
    near = range(1, min(_KIN, len(tokens)))
    return tokens.low[0] in rules.kin and any(names_at(tokens, i, rules) for i in near)


_PIECES = (_is_caption, _is_piece)
_NEVER = (*_PIECES, _leaves_unsaid)
_TESTS = (*_NEVER, _quotes, _misses, _opens_on_kin)


def shares(one: Tokens, other: Tokens, rules: Rules) -> bool:
    """Tell whether both sentences hold the same name or noun."""
    return not _nouns(one, rules).isdisjoint(_nouns(other, rules))


def _nouns(tokens: Tokens, rules: Rules) -> frozenset[str]:
    small = (rules.stops, rules.starters, rules.calendar, rules.times, rules.pronouns)
    return frozenset(
        stripped(low)
        for low in tokens.low
        if len(low) > 3 and not is_verb(low, rules) and not any(low in words for words in small)
    )
