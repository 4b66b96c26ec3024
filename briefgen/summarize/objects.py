"""A pronoun for the object, which whoever does it to cannot be."""

from __future__ import annotations

from briefgen.summarize.antecedents import could_be_meant, is_plain, thingly
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, bare, is_verb, names_at

_INSIDE_NAMES = frozenset('.“”"')
"""Marks within a name: of an office cut short, and of what somebody is called."""


def lacks_other(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Zenda has replaced it": an object for which only the subject stands before it."""
    if rules.objects.isdisjoint(tokens.low):
        return False
    place = next((i for i in range(1, len(tokens) - 1) if _is_object(tokens, i, rules)), 0)
    if not place:
        return False
    met = [i for i in range(place) if _may_be_meant(tokens, i, rules)]
    if tokens.low[place] not in rules.personal or tokens.low[place - 1] in rules.introductions:
        return len(met) < 2
    somebody = [i for i in met if _may_be_somebody(tokens, i, rules)]
    between = {*tokens.low[met[-1] : place]} if met else set[str]()
    thing_does = met[-1:] != somebody[-1:] and between.isdisjoint(rules.pairs | {","})
    return len(somebody) < (1 if thing_does else 2)


def _may_be_meant(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Whether a name begins there, or a determiner stands before it."""
    named = names_at(tokens, i, rules) and not _goes_on(tokens, i, rules)
    return named or (i > 0 and tokens.low[i - 1] in rules.determiners)


def _may_be_somebody(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Whether it is no thing, and not "Zenda's" in "Zenda's lawyer", which may be a firm's name."""
    low = tokens.low[i]
    kinds = (rules.things, rules.bodies - rules.persons, rules.times)
    thing = any(low in words for words in kinds) or low.endswith(thingly(rules))
    alone = bare(low) != low and not (i and names_at(tokens, i - 1, rules))
    return not thing and not alone


def _goes_on(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Whether the name there goes on with one before it, or says who a noun before it is.

    "Gov. Flavia “Black” Hentzau", "the minister, Flavia Hentzau", "the minister Flavia Hentzau".
    """
    if not i:
        return False
    low = tokens.low[i - 1]
    parted = i > 1 and low in _INSIDE_NAMES and names_at(tokens, i - 2, rules)
    apposed = i > 1 and low == "," and could_be_meant(tokens, i - 2, rules, rules.determiners)
    beside = i > 1 and tokens.low[i - 2] in rules.determiners and is_plain(low, rules)
    return names_at(tokens, i - 1, rules) or parted or apposed or beside


def _is_object(tokens: Tokens, i: int, rules: Rules) -> bool:
    """After a verb, or after a preposition and before a small word or a mark."""
    if tokens.low[i] not in rules.objects:
        return False
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    done = i > 1 and (before in rules.nonfinite or before in rules.participles)
    if done or is_verb(before, rules):
        return not is_verb(after, rules)
    ended = after in rules.stops or not after[0].isalnum()
    return before in rules.introductions and ended and not is_verb(after, rules)
