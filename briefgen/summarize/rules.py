"""The rules of a language, read from its file in `data/`; a language without one has none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

Phrases = Mapping[str, Mapping[int, frozenset[tuple[str, ...]]]]
"""Phrases by their first word, then by how many words they have, the most first."""
Words = frozenset[str]

by_word = lru_cache(maxsize=20_000)
"""Decorates what is told of a word and the rules of its language, and need not be told twice."""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What makes a sentence lean on another, words in lower case.

    `opposites` has for a word the number of its pair of opposites, and its side, 0 or 1.
    """

    pronouns: Words = frozenset()
    personal: Words = frozenset()
    subjects: Words = frozenset()
    nominatives: Words = frozenset()
    inverted: Words = frozenset()
    making: Words = frozenset()
    awaiting: Words = frozenset()
    awaited: Words = frozenset()
    gentlemen: Words = frozenset()
    ladies: Words = frozenset()
    masculine: Words = frozenset()
    persons: Words = frozenset()
    demonstratives: Words = frozenset()
    demonstrative_free: Words = frozenset()
    inner_demonstratives: Words = frozenset()
    inner_free: Words = frozenset()
    inner_led: Words = frozenset()
    doubtful: Words = frozenset()
    heads: Phrases = field(default_factory=dict)
    paired: Words = frozenset()
    pairs: Words = frozenset()
    paired_by: Mapping[str, Words] = field(default_factory=dict)
    sequencers: Phrases = field(default_factory=dict)
    quantifiers: Words = frozenset()
    connectives: Phrases = field(default_factory=dict)
    connective_free: Mapping[str, Words] = field(default_factory=dict)
    inner: Phrases = field(default_factory=dict)
    introductions: Words = frozenset()
    determiners: Words = frozenset()
    times: Words = frozenset()
    starters: Words = frozenset()
    starter_endings: tuple[str, ...] = ()
    interjections: Words = frozenset()
    speakers: Words = frozenset()
    articles: Words = frozenset()
    definite: Words = frozenset()
    unique: Words = frozenset()
    modifiers: Words = frozenset()
    superlatives: Words = frozenset()
    superlative_endings: tuple[str, ...] = ()
    verbs: Words = frozenset()
    verb_endings: tuple[str, ...] = ()
    calendar: Words = frozenset()
    negations: Words = frozenset()
    opposites: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    agenda: Words = frozenset()
    imperatives: Words = frozenset()
    additions: Phrases = field(default_factory=dict)
    addition_free: Words = frozenset()
    addition_followed: Words = frozenset()
    echoing: Words = frozenset()
    coming: Words = frozenset()
    spanning: Words = frozenset()
    ahead: Words = frozenset()
    measured: Words = frozenset()
    substitutes: Words = frozenset()
    splits: Words = frozenset()
    places: Words = frozenset()
    near: Words = frozenset()
    existing: Words = frozenset()
    alike: Words = frozenset()
    identical: Words = frozenset()
    agos: Words = frozenset()
    advising: Words = frozenset()
    likened: Words = frozenset()
    comparatives: Words = frozenset()
    compared: Words = frozenset()
    closing: Words = frozenset()
    bases: Words = frozenset()
    kin: Words = frozenset()
    unsaid: Phrases = field(default_factory=dict)
    unsaid_free: Phrases = field(default_factory=dict)
    degrees: Words = frozenset()
    saying: Words = frozenset()
    dropping: Words = frozenset()
    having: Words = frozenset()
    within: Words = frozenset()
    past: Words = frozenset()
    finite: Words = frozenset()
    nonfinite: Words = frozenset()
    perfect: Words = frozenset()
    adverbs: Words = frozenset()
    relatives: Words = frozenset()
    plurals: Words = frozenset()
    plural: Words = frozenset()
    owners: Words = frozenset()
    objects: Words = frozenset()
    thing_endings: tuple[str, ...] = ()
    singular: Words = frozenset()
    singular_determiners: Words = frozenset()
    conjunctions: Words = frozenset()
    tellers: Words = frozenset()
    participles: Words = frozenset()
    counters: Words = frozenset()
    slurred: Words = frozenset()
    captions: Phrases = field(default_factory=dict)
    indefinite: Words = frozenset()
    stops: Words = frozenset()
    complements: Words = frozenset()
    locatives: Words = frozenset()
    whereabouts: Words = frozenset()
    objectives: Words = frozenset()
    countries: Words = frozenset()
    agents: Words = frozenset()
    adjectives: Words = frozenset()
    adjective_endings: tuple[str, ...] = ()
    things: Words = frozenset()
    people: Words = frozenset()
    bodies: Words = frozenset()
    several: Words = frozenset()
    many: Words = frozenset()
    anybody: Words = frozenset()
    plural_verbs: Words = frozenset()
    particles: Words = frozenset()
    honorifics: Words = frozenset()
    name_endings: tuple[str, ...] = ()
    demonyms: Words = frozenset()
    compass: Words = frozenset()
    acronyms: Words = frozenset()
    teasers: Phrases = field(default_factory=dict)
    columns: Phrases = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberRules:
    """The numbers that a language spells out, and the words that multiply them."""

    numbers: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)


@cache
def rules(language: str) -> Rules:
    """Return the standing-alone rules of a language."""
    given = _file(language)
    return Rules(
        **{name: _value(name, given[name]) for name in Rules.__dataclass_fields__ if name in given}
    )


@cache
def number_rules(language: str) -> NumberRules:
    """Return how a language spells numbers."""
    given = _file(language)
    return NumberRules(numbers=given.get("numbers", {}), scales=given.get("scales", {}))


def begins(words: list[str], phrases: Phrases, at: int = 0) -> int:
    """Return how many words of the longest phrase stand at that place; 0 where none does."""
    if at >= len(words) or words[at] not in phrases:
        return 0
    known = phrases[words[at]].items()
    return next((n for n, those in known if tuple(words[at : at + n]) in those), 0)


def occurrences(words: list[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Where phrases stand among the words, and how many words the longest one there has."""
    if phrases.keys().isdisjoint(words):  # mostly, and this is soon told
        return
    for at, word in enumerate(words):
        if word in phrases and (length := begins(words, phrases, at)):
            yield at, length


@cache
def _file(language: str) -> dict[str, Any]:
    path = files("briefgen.summarize").joinpath("data", f"{language}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _value(name: str, given: Any) -> Any:
    if isinstance(given, str):
        return _words(given)
    if isinstance(given, dict):
        return {word: _words(free) for word, free in given.items()}
    if name == "opposites":
        return _opposites(given)
    return tuple(given) if name.endswith("_endings") else _phrases(given)


def _words(text: str) -> Words:
    return frozenset(text.split())


def _opposites(given: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Read pairs such as "rise rose / fall fell"."""
    return {
        word: (pair, side)
        for pair, both in enumerate(given)
        for side, words in enumerate(both.split("/"))
        for word in words.split()
    }


def _phrases(given: Iterable[str]) -> Phrases:
    found: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in given), key=len, reverse=True):
        found.setdefault(words[0], {}).setdefault(len(words), set()).add(words)
    return {
        word: {n: frozenset(phrases) for n, phrases in by_length.items()}
        for word, by_length in found.items()
    }
