"""Nouns with a definite article: a reader has to know which, where nothing beside them says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefgen.summarize.rules import Rules, by_word
from briefgen.summarize.tokens import Tokens, bare, is_name, is_verb, named

_MODIFIERS = 5
"""Words between an article and its noun, at most."""
_HEAD = 6
"""Words of a phrase that opens a sentence before a comma, at most."""


@dataclass(frozen=True, slots=True)
class Definite:
    """A noun with a definite article: its place and its word.

    `whole` where a complement or a name says which; `weak` where it is one that may go with the
    verb as well. `named` where a name is part of it or stands behind.
    """

    start: int
    end: int
    head: str
    whole: bool
    weak: bool
    named: bool


def definites(tokens: Tokens, rules: Rules) -> Iterator[Definite]:
    """The nouns with a definite article, or a day's, each with what stands between."""
    opening = _openings(rules)
    if not rules.stops or opening.isdisjoint(tokens.low):
        return
    names = named(tokens, rules)
    for i in (i for i, low in enumerate(tokens.low) if low in opening):
        end = _last(tokens, i, rules)
        if end > i and (tokens.low[i] in rules.articles or tokens.low[end] in rules.things):
            head = bare(tokens.low[end])
            whole = _is_whole(tokens, i, end, rules)
            says_who = any(i < place <= end + 3 for place in names)
            after = tokens.low[min(end + 1, len(tokens) - 1)]
            weak = whole and not says_who and after not in rules.complements
            yield Definite(i, end, head, whole, weak, says_who)


@cache
def _openings(rules: Rules) -> frozenset[str]:
    """The articles, and "Friday's", which says no more which meeting it was."""
    return rules.articles | {f"{day}'s" for day in rules.calendar}


def _last(tokens: Tokens, start: int, rules: Rules) -> int:
    """The place of the noun: the last word before a verb, a mark or a small word."""
    last = start
    for i in range(start + 1, min(start + 1 + _MODIFIERS, len(tokens))):
        low = tokens.low[i]
        if _ends(low, rules) or (last > start and low in rules.saying):
            break
        described = last == start or _describes(tokens.low[last], rules)
        after = tokens.low[min(i + 1, len(tokens) - 1)]
        noun = low in rules.things and after in rules.complements
        noun = noun or _is_compound(tokens, last, i, rules)
        if is_verb(low, rules) and not (described or noun):
            break
        last = i
        if bare(low) != low:
            break
    return last


def _is_compound(tokens: Tokens, last: int, i: int, rules: Rules) -> bool:
    """Tell "the Zenda based company"."""
    after = tokens.low[min(i + 1, len(tokens) - 1)]
    done = bool(rules.verb_endings) and tokens.low[i].endswith(rules.verb_endings)
    return done and tokens.raw[last][:1].isupper() and after in rules.bodies | rules.people


@by_word
def _ends(low: str, rules: Rules) -> bool:
    """A mark or a small word, which is no part of what an article names."""
    small = (rules.stops, rules.indefinite, rules.pronouns, rules.speakers)
    return not low[0].isalnum() or any(low in words for words in small)


@by_word
def _describes(low: str, rules: Rules) -> bool:
    return (
        low in rules.adjectives
        or low in rules.superlatives
        or low in rules.several
        or low[0].isdigit()
        or low.endswith(rules.adjective_endings)
    )


def _says_whose(tokens: Tokens, i: int, head: str, rules: Rules) -> bool:
    """Tell a name; "the Ruritanian sailors" and "the Zenda-born" say only where they come from."""
    after = tokens.low[min(i + 1, len(tokens) - 1)]
    grouped = head in rules.people or head in rules.bodies
    based = grouped and after != head and after.endswith(rules.verb_endings or ("\0",))
    land = tokens.low[i] in rules.demonyms or tokens.low[i].endswith(rules.name_endings or ("\0",))
    origin = grouped and land
    compound = "-" in tokens.raw[i] and tokens.raw[i].rpartition("-")[2].islower()
    return is_name(tokens.raw[i], tokens.low[i], rules) and not (origin or based or compound)


def _is_whole(tokens: Tokens, start: int, end: int, rules: Rules) -> bool:
    """A name inside or behind, a superlative, or a complement that says which."""
    inside = range(start + 1, end + 1)
    head = tokens.low[end]
    listed = (rules.persons, rules.bodies, rules.things)
    office = end == start + 1 and any(head in words for words in listed)
    if not office and any(_says_whose(tokens, i, head, rules) for i in inside):
        return True
    after = [*tokens.low[end + 1 : end + 4], "", "", ""]
    raw = [*tokens.raw[end + 1 : end + 4], "", "", ""]
    if is_name(raw[0], after[0], rules) or (after[0] == "," and is_name(raw[1], after[1], rules)):
        return True
    if any(tokens.low[i] in rules.superlatives for i in inside):
        leading = (rules.complements, rules.objectives, rules.locatives)
        return any(after[0] in words for words in leading) and not _describes(head, rules)
    if after[0] in rules.pronouns or after[0] in rules.speakers:  # "the way they work"
        return True
    if after[0] in rules.pairs and after[2] in rules.complements:  # "the length and depth of"
        return True
    grouped = any(head in words for words in (rules.bodies, rules.people, rules.persons))
    told = frozenset() if grouped else rules.objectives
    if after[0] in rules.complements:
        return True
    doing = after[0] in rules.agents and after[1].endswith(rules.starter_endings or ("\0",))
    if after[0] in told and not doing:  # "the meeting by presenting" leaves open which
        return after[1] not in rules.calendar and not after[1][:1].isdigit()
    if after[0] in rules.locatives:
        return is_name(raw[1], after[1], rules) or is_name(raw[2], after[2], rules)
    return after[1] in rules.agents


def singles_out(low: str, rules: Rules) -> bool:
    """Tell "1960s" and "oldest", but not "latest", with which a noun is the only one."""
    ends = rules.superlative_endings or ("\0",)
    most = len(low) > 4 and low.endswith(ends) and low not in rules.adjectives
    return low[0].isdigit() or most


def opens_on_known(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Malgré les promesses, …": which are meant, nothing before the comma says."""
    low = tokens.low
    head = low[: low.index(",")] if "," in low[: _HEAD + 1] else []
    if len(head) < 3 or head[0] not in rules.introductions or head[1] not in rules.definite:
        return False
    said = rules.complements | rules.introductions | rules.calendar | rules.times
    return not any(
        word in said or word[0].isdigit() or raw[0].isupper()
        for word, raw in zip(head[2:], tokens.raw[2:], strict=False)
    )
