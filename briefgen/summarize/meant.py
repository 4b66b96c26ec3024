"""Whom a pronoun may mean: nobody of the other sex, and not who is named beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.summarize.antecedents import people
from briefgen.summarize.names import runs
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, bare, insides

_OFTEN = 2
"""Sentences that tell somebody's sex by a pronoun, at least, and none that tells the other."""

Sexes = Mapping[str, bool]
"""Of a surname whether it is a man's, where the article tells it."""


def sexes(sentences: Sequence[Tokens], rules: Rules) -> Sexes:
    """Return what titles say, else what pronouns behind the only name in a sentence do."""
    titles = rules.gentlemen | rules.ladies
    if not titles:
        return {}
    found = defaultdict[str, Counter[bool]](Counter)
    titled: dict[str, bool] = {}
    telling = titles | rules.subjects
    for tokens in (tokens for tokens in sentences if not telling.isdisjoint(tokens.low)):
        names = dict(_named(tokens, rules))
        for place, name in names.items():
            before = tokens.low[place - 1] if place else ""
            if before in titles:
                titled[name] = before in rules.gentlemen
        told = _told(tokens, rules, max(names, default=0))
        if told is not None and len(names) == 1:
            found[next(iter(names.values()))][told] += 1
    often = {n: max(c) for n, c in found.items() if len(c) == 1 and c.total() >= _OFTEN}
    return often | titled


def _named(tokens: Tokens, rules: Rules) -> Iterator[tuple[int, str]]:
    """Where names that may be somebody's begin, and their last words."""
    somebody = people(tokens, rules)
    for run in runs(tokens, rules):
        if not somebody.isdisjoint(run):
            yield run[0], bare(tokens.raw[run[-1]])


def _told(tokens: Tokens, rules: Rules, start: int) -> bool | None:
    """The sex that the pronouns behind that place tell outside quotations."""
    words = zip(tokens.low[start:], insides(tokens)[start:], strict=True)
    found = {
        low in rules.masculine for low, inside in words if low in rules.subjects and not inside
    }
    return found.pop() if len(found) == 1 else None


def may_mean(tokens: Tokens, shown: Iterable[Tokens], known: Sexes, rules: Rules) -> bool:
    """Whether one of the sentences shown names somebody whom the pronouns here may mean."""
    own = {bare(word) for word in tokens.raw}
    sex = _told(tokens, rules, 0)
    return any(_holds(one, own, sex, known, rules) for one in shown)


def _holds(
    tokens: Tokens, own: Iterable[str], sex: bool | None, known: Sexes, rules: Rules
) -> bool:
    """Whether it names somebody else who may be of that sex, or holds a word for a person."""
    named = {*(name for _, name in _named(tokens, rules))}
    others = (name for name in named.difference(own) if sex is None or known.get(name, sex) == sex)
    offices = rules.persons.intersection(tokens.low)
    return any(others) or (not named and bool(offices))


def is_of_others(tokens: Tokens, known: Sexes, rules: Rules) -> bool:
    """Tell "Roe said she" of a man: whoever is named before the pronoun is of the other sex."""
    sex = _told(tokens, rules, 0)
    if sex is None or not known:
        return False
    first = next(i for i, low in enumerate(tokens.low) if low in rules.subjects)
    before = tokens.before(first)
    named = [name for _, name in _named(before, rules)]
    alone = rules.persons.isdisjoint(before.low)
    return alone and bool(named) and all(known.get(name, sex) != sex for name in named)
