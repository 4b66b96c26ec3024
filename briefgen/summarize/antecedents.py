"""What a pronoun could mean: somebody, a name, a noun."""

from __future__ import annotations

from functools import cache

from briefgen.summarize.plurals import is_plural
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, is_small, is_verb, named, names_at


def people(tokens: Tokens, rules: Rules) -> frozenset[int]:
    """The places of words that may mean somebody: an office, a name that is no place."""
    low = tokens.low
    found = {i for i, word in enumerate(low) if word in rules.persons}
    place, names = -1, {*named(tokens, rules)}
    for i in tokens.capitals:
        if i and (place == i - 1 or low[i - 1] in rules.whereabouts):
            place = i  # "in the Sunday Post"
        elif i in names and low[i] not in rules.countries:
            found.add(i)
    return frozenset(found)


def could_be_meant(tokens: Tokens, i: int, rules: Rules, determiners: frozenset[str]) -> bool:
    """Tell a person, a name, a plural at the head, or a noun after one of the determiners."""
    low = tokens.low[i]
    if low in rules.persons or names_at(tokens, i, rules):
        return True
    if not i and (low in rules.people or (is_plural(low, rules) and not is_small(low, rules))):
        return determiners is rules.determiners
    noun = low.isalpha() and len(low) > 2 and i > 0 and tokens.low[i - 1] in determiners
    return noun and low not in rules.times


@cache
def thingly(rules: Rules) -> tuple[str, ...]:
    """Return the endings of words for things, in either number."""
    plural = tuple(f"{end}s" for end in rules.thing_endings)
    return (*rules.thing_endings, *plural) or ("\0",)


def is_plain(low: str, rules: Rules) -> bool:
    """Whether it may be a noun, by its form."""
    return low.isalpha() and not (low in rules.stops or is_verb(low, rules))
