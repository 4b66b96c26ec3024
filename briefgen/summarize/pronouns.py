"""Pronouns with nothing in the sentence that they could mean."""

from __future__ import annotations

from functools import cache

from briefgen.summarize.plurals import is_plural, lacks_plural
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, has_verb, insides, is_small, is_verb, named, names_at

_CLAUSE = 20
"""Words of a clause that opens a sentence, at most."""
_ASIDE = 8
"""Words and marks of a clause that says who told the rest, at most."""
_INSIDE_NAMES = frozenset('.“”"')
"""Marks within a name: of an office cut short, and of what somebody is called."""
_SOMEBODY = "Hentzau"
"""A name for whoever speaks: any word that is in no list."""


def points_to_person(tokens: Tokens, rules: Rules) -> bool:
    """A personal pronoun with nobody before it that it could mean."""
    return (
        _lacks_person(tokens, rules)
        or _after_introduction(tokens, rules, rules.personal)
        or _speaks_at_end(tokens, rules, rules.personal)
        or _drops_speaker(tokens, rules)
    )


def _speaks_at_end(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
    """Tell "The Post may be sold, it said": who speaks is nobody of whom it tells."""
    low = tokens.low
    if pronouns.isdisjoint(low[-_ASIDE:]):
        return False
    first = max(len(low) - _ASIDE, 1)
    return any(
        low[i] in pronouns and low[i - 1] == "," and not rules.saying.isdisjoint(low[i + 1 : i + 3])
        for i in range(first, len(low) - 1)
    )


def _drops_speaker(tokens: Tokens, rules: Rules) -> bool:
    """Tell "«Es un buen día», dijo el lunes", where a verb does without a pronoun."""
    if rules.dropping.isdisjoint(tokens.low):
        return False
    inside = insides(tokens)
    outside = (i for i, quoted in enumerate(inside) if not quoted)
    return any(inside) and not any(
        _could_be_meant(tokens, i, rules, rules.determiners) and tokens.low[i] not in rules.calendar
        for i in outside
    )


def _lacks_person(tokens: Tokens, rules: Rules) -> bool:
    """Whether a personal pronoun comes before anybody; outside a quotation nobody in it counts."""
    if rules.personal.isdisjoint(tokens.low):
        return False
    met = quoted = False
    somebody = people(tokens, rules)
    for i, (low, inside) in enumerate(zip(tokens.low, insides(tokens), strict=True)):
        if low in rules.personal and not (met or (inside and quoted)):
            return True
        if i in somebody:
            quoted, met = True, met or not inside
    return False


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


def refers(tokens: Tokens, rules: Rules) -> bool:
    """Another pronoun or a bare demonstrative with nothing before it that it could mean."""
    if _first_unmet(tokens, rules, _several(rules), rules.determiners):
        return True
    single = rules.singular_determiners or rules.determiners
    return (
        _first_unmet(tokens, rules, rules.singular, single)
        or _after_introduction(tokens, rules, _pointing(rules))
        or lacks_plural(tokens, rules)
        or _lacks_other(tokens, rules)
        or _speaks_at_end(tokens, rules, rules.singular | rules.plural)
    )


@cache
def _several(rules: Rules) -> frozenset[str]:
    return rules.pronouns - rules.personal - rules.singular


@cache
def _pointing(rules: Rules) -> frozenset[str]:
    return (rules.pronouns - rules.personal) | rules.demonstratives


def _lacks_other(tokens: Tokens, rules: Rules) -> bool:
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
    apposed = i > 1 and low == "," and _could_be_meant(tokens, i - 2, rules, rules.determiners)
    return names_at(tokens, i - 1, rules) or parted or apposed


def _is_object(tokens: Tokens, i: int, rules: Rules) -> bool:
    """After a verb, or after a preposition and before a small word or a mark."""
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if is_verb(before, rules):
        return not is_verb(after, rules)
    ended = after in rules.stops or not after[0].isalnum()
    return before in rules.introductions and ended and not is_verb(after, rules)


def _first_unmet(
    tokens: Tokens, rules: Rules, pronouns: frozenset[str], determiners: frozenset[str]
) -> bool:
    """Whether a pronoun comes before a name, a person, or a noun after one of the determiners.

    What stands in a quotation is not meant outside it.
    """
    if pronouns.isdisjoint(tokens.low):
        return False
    quoted = False
    for i, (low, inside) in enumerate(zip(tokens.low, insides(tokens), strict=True)):
        if low in pronouns and not (inside and quoted):
            return True
        if _could_be_meant(tokens, i, rules, determiners):
            if not inside:
                return False
            quoted = True
    return False


def _could_be_meant(tokens: Tokens, i: int, rules: Rules, determiners: frozenset[str]) -> bool:
    low = tokens.low[i]
    if low in rules.persons or names_at(tokens, i, rules):
        return True
    if not i and (low in rules.people or (is_plural(low, rules) and not is_small(low, rules))):
        return determiners is rules.determiners
    noun = low.isalpha() and len(low) > 2 and i > 0 and tokens.low[i - 1] in determiners
    return noun and low not in rules.times


def _after_introduction(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
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


def with_speaker(tokens: Tokens, rules: Rules) -> Tokens | None:
    """The words with a name for the "he" of "he said", for a reader who knows who speaks.

    None where no pronoun speaks, or where another one means somebody else.
    """
    low = tokens.low
    if rules.subjects.isdisjoint(low):
        return None
    outside = [i for i, inside in enumerate(insides(tokens)) if not inside]
    personal = {low[i] for i in outside} & rules.personal
    if 0 < len(personal & rules.masculine) < len(personal):
        return None
    for i in outside:
        beside = (*low[max(i - 1, 0) : i], *low[i + 1 : i + 3])
        if low[i] in rules.subjects and not rules.saying.isdisjoint(beside):
            return tokens.naming(i, _SOMEBODY)
    return None


def says_it(tokens: Tokens, rules: Rules) -> bool:
    """Tell "It also said": a body speaks, which has a name."""
    return tokens.low[0] in rules.singular and not rules.saying.isdisjoint(tokens.low[1:4])
