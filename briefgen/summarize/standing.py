"""Whether a sentence makes sense by itself: precision over recall, by the rules of its language."""

from __future__ import annotations

from typing import Literal

from briefgen.model import State
from briefgen.summarize.fragments import is_fragment, is_label, is_verbless
from briefgen.summarize.fronted import follows_phrase, named_ahead
from briefgen.summarize.pointers import opens_pointing, points
from briefgen.summarize.pronouns import points_to_person, refers
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, insides, tokenise

Standing = Literal["alone", "leans", "person", "never"]
"""`alone` makes sense as it is; `leans` needs the sentence before it, `person` one that names
somebody; `never` is no statement at all: half a quotation, a question, a fragment."""

_FEWEST = 6

_HEAD = 3
"""Words and marks at the head of a first sentence, a pronoun among which means somebody unknown."""


def standing(text: str, state: State, rules: Rules, *, common: bool = False) -> Standing:
    """Judge one sentence, bullet and dateline already cut off; `common` of its first word."""
    tokens = tokenise(text, common=common)
    return leaning(tokens, rules) if is_statement(text, tokens, state, rules) else "never"


def is_statement(text: str, tokens: Tokens, state: State, rules: Rules) -> bool:
    """Tell what is more than half a quotation, a question or a fragment."""
    return (
        state == "plain"
        and len(tokens) >= _FEWEST
        and not is_fragment(text)
        and not is_verbless(tokens, rules)
        and not is_label(tokens, rules)
    )


def leaning(tokens: Tokens, rules: Rules) -> Standing:
    """Judge a statement."""
    said = tokens
    if (start := named_ahead(tokens, rules)) is not None:
        said = tokens.behind(start)
    if points_to_person(said, rules):
        return "person"
    return "leans" if refers(said, rules) or points(tokens, rules) else "alone"


def leaning_first(tokens: Tokens, rules: Rules) -> Standing:
    """Judge a statement before which there is none: only its head can point to what is not there.

    A lede tells its news to who knows nothing of it: "earlier" and "they" further on lean on none.
    """
    pointing = rules.pronouns | rules.demonstratives
    heads = (
        not pointing.isdisjoint(tokens.low[:_HEAD])
        or opens_pointing(tokens, rules)
        or follows_phrase(tokens, rules, pointing)
    )
    return leaning(tokens, rules) if heads else "alone"


def in_person(tokens: Tokens, rules: Rules) -> bool:
    """First or second person outside a quotation: whoever speaks is not in the sentence."""
    return not rules.speakers.isdisjoint(tokens.low) and any(
        low in rules.speakers and not inside and (len(raw) < 2 or not raw.isupper())
        for raw, low, inside in zip(tokens.raw, tokens.low, insides(tokens), strict=True)
    )
