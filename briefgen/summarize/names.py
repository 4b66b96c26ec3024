"""Names: which words of a sentence are some, and which of them come again alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, bare, is_name, is_small, is_verb

Runs = Sequence[tuple[int, ...]]

_JOINED = 2
"""How far the parts of a name stand apart that one small word joins."""
_INITIALS = 3
"""Words of a name that may come again as an abbreviation, at least."""


def commons(sentences: Sequence[Tokens]) -> list[bool]:
    """Tell of each sentence whether its first word has its capital only from opening it.

    It has, unless the article writes it so inside a sentence or another name follows at once.
    """
    inside = {bare(tokens.raw[i]) for tokens in sentences for i in tokens.capitals if i}
    return [
        len(tokens) > 1 and bare(tokens.raw[0]) not in inside and not tokens.raw[1][:1].isupper()
        for tokens in sentences
    ]


def full_names(tokens: Tokens, found_runs: Runs, rules: Rules) -> frozenset[str]:
    """The words by which a name of several may come again, and what stands alone in brackets."""
    found: set[str] = set()
    for run in found_runs:
        if len(run) == 1:
            continue
        words = [bare(tokens.raw[i]) for i in run]
        if words[0].lower() in rules.compass:
            found.add(words[0])
        elif words[-2].lower() not in rules.compass:
            found.add(words[-1])
        own = [*dropwhile(lambda word: _qualifies(word.lower(), rules), words)]
        if len(own) == 2:
            found.add(own[0])
    raw = tokens.raw
    for i in range(1, len(raw) - 1) if "(" in raw else ():
        if raw[i].isupper() and len(raw[i]) > 1 and (raw[i - 1], raw[i + 1]) == ("(", ")"):
            found.add(raw[i])
    return frozenset(found) | _initials(tokens, found_runs, rules)


def _initials(tokens: Tokens, found_runs: Runs, rules: Rules) -> frozenset[str]:
    """The abbreviations that names of three words and more may have, "of" and "for" left out."""
    if sum(map(len, found_runs)) < _INITIALS:
        return frozenset()
    found: set[str] = set()
    name: list[int] = []
    for run in found_runs:
        joined = name and run[0] - name[-1] == _JOINED and tokens.low[run[0] - 1] in rules.stops
        name = [*name, *run] if joined else list(run)
        if len(name) >= _INITIALS:
            found.add("".join(tokens.raw[i][0] for i in name))
    return frozenset(found)


def official(tokens: Tokens, found_runs: Runs, rules: Rules) -> frozenset[str]:
    """The last words of names with their office, as in "Prime Minister Flavia Hentzau"."""
    return frozenset(
        bare(tokens.raw[run[-1]])
        for run in found_runs
        if len(run) > 2 and any(tokens.low[i] in rules.persons for i in run[:-2])
    )


def held(tokens: Tokens, found_runs: Runs, rules: Rules) -> frozenset[str]:
    """The offices that stand before a name, as in "President Flavia Hentzau"."""
    return frozenset(
        tokens.low[i] for run in found_runs for i in run[:-1] if tokens.low[i] in rules.persons
    )


def _qualifies(low: str, rules: Rules) -> bool:
    """An office, a nationality, a country: what stands before names and is none alone."""
    listed = (rules.persons, rules.unique, rules.countries, rules.things, rules.bodies)
    return low.endswith(rules.name_endings) or any(low in words for words in listed)


def lone_names(tokens: Tokens, found_runs: Runs, rules: Rules) -> Iterator[str]:
    """Names of one word, without one for an office before them; "South" only as "the South"."""
    for i in (run[0] for run in found_runs if len(run) == 1):
        name = bare(tokens.raw[i])
        before = tokens.low[i - 1] if i else ""
        pointed = name.lower() not in rules.compass or before in rules.articles
        known = name.lower() in rules.acronyms or name.lower() in rules.countries
        if known or not pointed or before in rules.persons:
            continue
        if not _describes(tokens, i, rules):
            yield name


def _describes(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Tell the name in "the Hentzau plan", which says which."""
    before = tokens.low[i - 1] if i else ""
    if i + 1 == len(tokens) or not (before in rules.articles or before in rules.introductions):
        return False
    raw, low = tokens.raw[i + 1], tokens.low[i + 1]
    noun = raw.isalpha() and raw.islower() and not low.endswith(rules.starter_endings)
    plain = bare(tokens.raw[i]) == tokens.raw[i]
    return plain and noun and low not in rules.stops and not is_verb(low, rules)


def runs(tokens: Tokens, rules: Rules) -> Iterator[tuple[int, ...]]:
    """The places of words with capitals that stand side by side, forms of address left out."""
    run: list[int] = []
    for i in tokens.capitals:
        raw, low = tokens.raw[i], tokens.low[i]
        small = not i and is_small(low, rules)
        skipped = low in rules.honorifics or low in rules.particles
        if small or skipped or not is_name(raw, low, rules):
            continue
        if run and not _adjoins(tokens, run[-1], i, rules):
            yield tuple(run)
            run = []
        run.append(i)
    if run:
        yield tuple(run)


def _adjoins(tokens: Tokens, last: int, i: int, rules: Rules) -> bool:
    """Side by side, but for "de" or "van"; "Rudolf's Ruritania" is two names."""
    if any(low not in rules.particles for low in tokens.low[last + 1 : i]):
        return False
    return bare(tokens.raw[last]) == tokens.raw[last]
