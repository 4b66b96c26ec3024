"""Words in the place of what went before: "to close that gap", "the Italian one"."""

from __future__ import annotations

from briefgen.summarize.antecedents import is_plain
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, has_verb, insides, is_verb

_OWN = 2
"""Words from an article to the "one" that it goes with, at most."""


def points_to_object(tokens: Tokens, rules: Rules) -> bool:
    """Tell "to close that gap by May", where no verb behind makes a clause of it."""
    low = tokens.low
    if rules.doubtful.isdisjoint(low):
        return False
    inside = insides(tokens)
    return any(
        low[i] in rules.doubtful
        and not inside[i]
        and is_verb(low[i - 1], rules)
        and is_plain(low[i + 1], rules)
        and low[i + 1] not in rules.inner_free
        and not has_verb(_clause(tokens, i + 1), rules)
        for i in range(1, len(low) - 1)
    )


def _clause(tokens: Tokens, start: int) -> Tokens:
    """The words from there to the next mark."""
    marks = (i for i in range(start, len(tokens)) if not tokens.low[i][0].isalnum())
    return tokens.before(next(marks, len(tokens))).behind(start)


def stands_for_noun(tokens: Tokens, rules: Rules) -> bool:
    """Tell "the Italian one" in a sentence with no noun before it that it could be."""
    low = tokens.low
    if rules.substitutes.isdisjoint(low):
        return False
    told = rules.complements | rules.awaited  # "the only one to speak" is somebody
    for i in (i for i, word in enumerate(low[:-1]) if word in rules.substitutes):
        near = range(max(i - _OWN, 0), i)
        start = next((k for k in near if low[k] in rules.articles), i)
        nouns = (low[k] in rules.determiners for k in range(start))
        if start < i and not (is_plain(low[i + 1], rules) or low[i + 1] in told or any(nouns)):
            return True
    return False
