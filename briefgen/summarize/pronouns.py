"""Pronouns with nothing in the sentence that they could mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefgen.summarize.antecedents import could_be_meant, people
from briefgen.summarize.fronted import follows_opening
from briefgen.summarize.objects import lacks_other
from briefgen.summarize.plurals import is_plural, lacks_plural
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, insides, is_small, names_at

_ASIDE = 8
"""Words and marks of a clause that says who told the rest, at most."""
_SOMEBODY = "Hentzau"
"""A name for whoever speaks: any word that is in no list."""


def points_to_person(tokens: Tokens, rules: Rules) -> bool:
    """A personal pronoun with nobody before it that it could mean."""
    return (
        _lacks_person(tokens, rules)
        or follows_opening(tokens, rules, rules.personal)
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
    """Tell "«Es un buen día», dijo el lunes", where a verb does without a pronoun.

    "Ha dicho" does as well, and where it was said says nothing of who said it.
    """
    if rules.dropping.isdisjoint(tokens.low) and not _has_said(tokens.low, rules):
        return False
    inside = insides(tokens)
    outside = (i for i, quoted in enumerate(inside) if not quoted)
    return any(inside) and not any(
        could_be_meant(tokens, i, rules, rules.determiners)
        and tokens.low[i] not in rules.calendar
        and not _is_where(tokens.low, i, rules)
        for i in outside
    )


def _has_said(low: Sequence[str], rules: Rules) -> bool:
    """Tell "ha dicho", where verbs do without a pronoun."""
    pairs = pairwise(low)
    return any(one in rules.having and other in rules.saying for one, other in pairs)


def _is_where(low: Sequence[str], i: int, rules: Rules) -> bool:
    """Tell the place in "en Sarn" and "en la radio"."""
    at = i - 1 if i and low[i - 1] in rules.definite | rules.articles else i
    return at > 0 and low[at - 1] in rules.within


def _lacks_person(tokens: Tokens, rules: Rules) -> bool:
    """Whether a personal pronoun comes before anybody; outside a quotation nobody in it counts."""
    if rules.personal.isdisjoint(tokens.low):
        return False
    met = quoted = False
    somebody = people(tokens, rules).difference(_followed(tokens, rules))
    for i, (low, inside) in enumerate(zip(tokens.low, insides(tokens), strict=True)):
        if low in rules.personal and not (met or (inside and quoted)):
            return True
        if i in somebody:
            quoted, met = True, met or not inside
    return False


def _followed(tokens: Tokens, rules: Rules) -> frozenset[int]:
    """The places of those whom others are told by: "People close to Flavia Roe say she"."""
    low, found = tokens.low, {0}
    plural = is_plural(low[0], rules) and not (
        is_small(low[0], rules) or names_at(tokens, 0, rules)
    )
    if not plural and low[0] not in rules.people:
        return frozenset()
    leading = rules.introductions | rules.complements
    for i in tokens.capitals:
        if i and (low[i - 1] in leading or (i > 1 and i - 1 in found)):
            found.add(i)
    return frozenset(found)


def refers(tokens: Tokens, rules: Rules) -> bool:
    """Another pronoun or a bare demonstrative with nothing before it that it could mean."""
    if _first_unmet(tokens, rules, _several(rules), rules.determiners):
        return True
    single = rules.singular_determiners or rules.determiners
    return (
        _first_unmet(tokens, rules, rules.singular, single)
        or follows_opening(tokens, rules, _pointing(rules))
        or lacks_plural(tokens, rules)
        or lacks_other(tokens, rules)
        or _speaks_at_end(tokens, rules, rules.singular | rules.plural)
    )


@cache
def _several(rules: Rules) -> frozenset[str]:
    return rules.pronouns - rules.personal - rules.singular


@cache
def _pointing(rules: Rules) -> frozenset[str]:
    return (rules.pronouns - rules.personal) | rules.demonstratives


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
        if could_be_meant(tokens, i, rules, determiners):
            if not inside:
                return False
            quoted = True
    return False


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
