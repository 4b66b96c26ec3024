"""A pronoun for the subject behind what opens the sentence: a phrase, a clause."""

from __future__ import annotations

from briefgen.summarize.antecedents import people
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, has_verb, is_verb, names_at

_CLAUSE = 20
"""Words of a clause that opens a sentence, at most."""
_NEXT = 3
"""Words among which is the verb of a pronoun, itself one of them: "it's", "it has", "il ne l'a"."""

_AWAITED = 7
"""Words from an "it" to the clause that it stands for, at most."""


def follows_opening(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
    """A pronoun of these for the subject, behind a clause or a phrase that opens the sentence."""
    return _after_comma(tokens, rules, pronouns) or follows_phrase(tokens, rules, pronouns)


def _after_comma(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
    """A first clause with a pronoun for its subject, as in "In response, he said"."""
    low = tokens.low
    if "," not in low:
        return False
    commas = [i for i, word in enumerate(low[:40]) if word == "," and low[i + 1] in pronouns]
    if not commas:
        return False
    clause = tokens.before(commas[0])
    if low[0] in rules.conjunctions and has_verb(clause, rules):
        return False  # it has a subject of its own
    told = people(clause, rules)
    if low[0] in rules.tellers and told and low[commas[0] + 1] not in rules.plural:
        return False
    opened = low[0] in rules.introductions or is_participle(low[0], rules)
    return (opened and "," not in low[: commas[0]]) or not has_verb(clause, rules)


def follows_phrase(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
    """Tell "Under the code it has", and "Nach dem Gesetz hat sie" where the verb comes second."""
    low = tokens.low
    subjects = (rules.nominatives | rules.inverted) & pronouns
    place = next((i for i, word in enumerate(low[:_CLAUSE]) if word in subjects), 0)
    if place < 2 or low[0] not in rules.introductions:
        return False
    second = low[place] in rules.inverted
    phrase = tokens.before(place - second)
    if any(not word[0].isalnum() for word in phrase.low) or has_verb(phrase, rules):
        return False
    if (low[0] in rules.tellers and people(phrase, rules)) or _means_nothing(low, place, rules):
        return False
    joining = rules.stops | rules.introductions | rules.conjunctions
    verb = low[place - 1 : place] if second else low[place : place + _NEXT]
    return low[place - 1] not in joining and any(is_verb(word, rules) for word in verb)


def _means_nothing(low: list[str], place: int, rules: Rules) -> bool:
    """Tell "it was not clear what", where the pronoun stands for what follows."""
    after = low[place + 1 : place + _AWAITED]
    waits = low[place] in rules.singular and after[0] in rules.awaiting
    return waits and not rules.awaited.isdisjoint(after)


def named_ahead(tokens: Tokens, rules: Rules) -> int | None:
    """Where the main clause begins that names whom the clause before it means by a pronoun.

    "Before he left, Roe", "While they met, Roe and Doe", "Citing its figures, Doe Bank"; None where
    there is no such pronoun.
    """
    low = tokens.low
    finite = low[0] in rules.conjunctions
    opened = finite or low[0].endswith(rules.starter_endings or ("\0",))
    if not opened or "," not in low[:_CLAUSE]:
        return None
    start = low.index(",") + 1
    found = rules.pronouns.intersection(low[:start])
    plural = rules.plural | rules.owners
    meant = rules.personal | plural | (frozenset() if finite else rules.singular)
    if not found or not found <= meant or start == len(low):
        return None
    several = rules.pairs.isdisjoint(low[start : start + _CLAUSE // 3])
    if not names_at(tokens, start, rules) or (several and not found.isdisjoint(plural)):
        return None
    return start


def is_participle(low: str, rules: Rules) -> bool:
    """Tell a word that opens a clause without a subject of its own."""
    return low in rules.participles or low.endswith(rules.starter_endings + rules.verb_endings)
