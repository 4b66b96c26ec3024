"""Plural pronouns with nothing in the sentence that they could mean."""

from __future__ import annotations

from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, insides, is_verb, names_at


def lacks_plural(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Iran says they": a plural pronoun with nothing before it that is more than one.

    What stands outside a quotation is not meant in it.
    """
    low = tokens.low[:-1]
    if rules.plural.isdisjoint(low):
        return False
    inside = insides(tokens)
    at = next(i for i, word in enumerate(low) if word in rules.plural)
    before = [i for i in range(at) if inside[i] == inside[at]]
    if any(_is_several(low, i, rules) for i in before):
        return False
    names = sum(names_at(tokens, i, rules) and not names_at(tokens, i - 1, rules) for i in before)
    return names < 2 or not any(low[i] in rules.pairs for i in before)


def _is_several(low: list[str], i: int, rules: Rules) -> bool:
    """Tell a word for more than one, or for anybody."""
    word = low[i]
    if word in rules.people or word in rules.many or word in rules.anybody:
        return True
    return is_plural(word, rules) or (word.endswith("s") and low[i + 1] in rules.plural_verbs)


def is_plural(low: str, rules: Rules) -> bool:
    """Tell a noun with the ending of more than one."""
    known = is_verb(low, rules) or low in rules.finite or "'" in low
    return low.endswith("s") and len(low) > 3 and not known
