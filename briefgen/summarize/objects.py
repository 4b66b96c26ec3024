"""A pronoun for the object, which whoever does it to cannot be."""

from __future__ import annotations

from briefgen.summarize.antecedents import could_be_meant
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, is_verb, names_at

_INSIDE_NAMES = frozenset('.“”"')
"""Marks within a name: of an office cut short, and of what somebody is called."""


def lacks_other(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Zenda has replaced it": an object for which only the subject stands before it."""
    if rules.objects.isdisjoint(tokens.low):
        return False
    met = 0
    for i, low in enumerate(tokens.low[:-1]):
        if low in rules.objects and i and _is_object(tokens, i, rules):
            return met < 2
        named = names_at(tokens, i, rules) and not _goes_on(tokens, i, rules)
        met += named or (i > 0 and tokens.low[i - 1] in rules.determiners)
    return False


def _goes_on(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Whether the name there goes on with one before it, or says who a noun before it is.

    "Gov. Flavia “Black” Hentzau", "the minister, Flavia Hentzau".
    """
    if not i:
        return False
    low = tokens.low[i - 1]
    parted = i > 1 and low in _INSIDE_NAMES and names_at(tokens, i - 2, rules)
    apposed = i > 1 and low == "," and could_be_meant(tokens, i - 2, rules, rules.determiners)
    return names_at(tokens, i - 1, rules) or parted or apposed


def _is_object(tokens: Tokens, i: int, rules: Rules) -> bool:
    """After a verb, or after a preposition and before a small word or a mark."""
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if is_verb(before, rules):
        return not is_verb(after, rules)
    ended = after in rules.stops or not after[0].isalnum()
    return before in rules.introductions and ended and not is_verb(after, rules)
