"""The words of a language that the finders of people and statements go by, ready to match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.find.given import data_of
from briefgen.find.lexicon_lists import gender_of, made_lists, plain_lists
from briefgen.find.patterns import (
    NEVER,
    between_pattern,
    cue_pattern,
    given,
    incise_pattern,
    opener_pattern,
    phrases,
    raw_pattern,
    small_pattern,
    tells_pattern,
    unreal_pattern,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists in lower case but for those of names; patterns of cues and clauses."""

    language: str
    courtesy: dict[str, str]
    roles: frozenset[str]
    titles: frozenset[str]
    role_endings: tuple[str, ...]
    modifiers: frozenset[str]
    fields: frozenset[str]
    portfolios: frozenset[str]
    not_person: frozenset[str]
    also_surnames: frozenset[str]
    demonyms: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    speakers: frozenset[str]
    compounds: tuple[str, ...]
    gendered: dict[str, str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: dict[str, str]
    objects: dict[str, str]
    gender_words: re.Pattern[str]
    gender_of: dict[str, str]
    relative: frozenset[str]
    who: frozenset[str]
    prepositions: frozenset[str]
    connectives: frozenset[str]
    receives: frozenset[str]
    speech: dict[str, frozenset[str]]
    cue: re.Pattern[str]
    beside: re.Pattern[str]
    according: re.Pattern[str]
    accuse: re.Pattern[str]
    retracts: re.Pattern[str]
    attributing: tuple[re.Pattern[str], ...]
    quoting: tuple[re.Pattern[str], ...]
    view: tuple[re.Pattern[str], ...]
    not_according: frozenset[str]
    that: re.Pattern[str]
    infinitive: re.Pattern[str]
    own_infinitive: re.Pattern[str]
    plural_verbs: frozenset[str]
    passive: re.Pattern[str]
    zero_that: bool
    dash_speech: bool
    indirect: re.Pattern[str]
    gerund: str
    comma_that: bool
    noun_capitals: bool
    inverts: bool
    inverted: re.Pattern[str]
    incise: re.Pattern[str]
    drops_subject: bool
    impersonal_verbs: frozenset[str]
    impersonal: re.Pattern[str]
    not_saying: re.Pattern[str]
    several: re.Pattern[str]
    between: re.Pattern[str]
    opener: re.Pattern[str]
    conjunctions: frozenset[str]
    tells: re.Pattern[str]
    first_person: frozenset[str]
    role_end: re.Pattern[str]
    months: frozenset[str]
    alone: frozenset[str]
    subordinators: frozenset[str]
    after_noun: frozenset[str]
    nobody: frozenset[str]
    epithets: frozenset[str]
    said_nouns: frozenset[str]
    also_adjectives: frozenset[str]
    firms: frozenset[str]
    participles: frozenset[str]
    after_verb: frozenset[str]
    adverbial: frozenset[str]
    goes_on: frozenset[str]
    days: frozenset[str]
    finite: re.Pattern[str]
    unreal: re.Pattern[str]
    head_first: bool
    stop: frozenset[str]

    def is_role(self, word: str) -> bool:
        """Whether the noun names an office, a profession or a standing."""
        low = word.lower()
        if low in self.roles or low.endswith(self.role_endings):
            return True
        if self.noun_capitals and low.endswith(("s", "n")):
            return any(low.removesuffix(ending) in self.roles for ending in ("s", "es", "n", "en"))
        if self.language == "es" and low.startswith("ex") and low[2:] in self.roles:
            return True  # `exministro`
        head, _, tail = low.rpartition("-")
        return tail in self.roles or (tail in ("elect", "designate") and head in self.roles)


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lists of the language; None where it has none."""
    data = data_of(language)
    return _lexicon(language, data) if data else None


_KINDS = ("say", "say_that", "tell", "promise", "urge", "call", "beside", "document_verbs")


def _lexicon(language: str, data: dict[str, Any]) -> Lexicon:
    words = {name: _words(data, name) for name in data if isinstance(data[name], str)}
    low = {name: frozenset(word.lower() for word in found) for name, found in words.items()}
    none = frozenset[str]()
    speech: dict[str, set[str]] = {}
    for kind in _KINDS:
        for word in words.get(kind, none):
            speech.setdefault(word, set()).add(kind)
    return Lexicon(
        language=language,
        speech={word: frozenset(kinds) for word, kinds in speech.items()},
        **plain_lists(data, words, low),
        **made_lists(words, low),
        **_patterns(data, words, speech),
    )


def _patterns(
    data: dict[str, Any], words: dict[str, frozenset[str]], speech: dict[str, set[str]]
) -> dict[str, Any]:
    """The patterns, compiled once."""
    none = frozenset[str]()
    verbs = [word for word in speech if speech[word] != {"beside"}]
    auxiliary = data.get("auxiliary", "")
    return {
        "gender_words": phrases(sorted(gender_of(words))),
        "cue": cue_pattern(verbs, auxiliary),
        "beside": cue_pattern(speech, auxiliary),
        "according": phrases(data.get("according", [])),
        "accuse": raw_pattern(data.get("accuse", [])),
        **{
            name: tuple(re.compile(pattern) for pattern in data.get(name, []))
            for name in ("attributing", "quoting", "view")
        },
        "retracts": raw_pattern(data.get("retracts", [])),
        "that": phrases(data.get("that", [])),
        "infinitive": given(data.get("infinitive", r" to (?=[a-z])")),
        "own_infinitive": given(data.get("own_infinitive")),
        "gerund": data.get("gerund", ""),
        "indirect": given(data.get("indirect")),
        "passive": given(data.get("passive")),
        "inverted": given(data.get("inverted")),
        "incise": incise_pattern(speech, auxiliary) if "inverted" in data else NEVER,
        "impersonal": given(data.get("impersonal")),
        "several": re.compile(data["several"]) if "several" in data else NEVER,
        "not_saying": re.compile(rf"\b{data['not_saying']}\s*$") if "not_saying" in data else NEVER,
        "between": between_pattern(words.get("between", none), words.get("days", none)),
        "tells": tells_pattern(speech),
        "opener": opener_pattern(words.get("clause_openers", none)),
        "role_end": small_pattern(words.get("role_end", none)),
        "finite": small_pattern(words.get("finite", none)),
        "unreal": unreal_pattern(words.get("unreal", none)),
    }


def _words(data: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in data[name].split())
