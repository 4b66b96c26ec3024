"""The words of a language that the finders of people and statements go by, ready to match."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

NEVER = re.compile(r"(?!)")
UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_ELIDED = r"(?:[ldjmtsnLDJMTSN]|qu|Qu)[’']"
_PARTICLES = "van|von|der|den|de|del|della|di|da|dos|du|bin|ibn|al|el|la|ter|ten|zu|af|av"
_CAPITAL = rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)*|(?:al-|d[’'])?[{UPPER}]\w*(?:[-‑]\w+|[’'](?!s\b)\w+)*)"
# Abbreviations that stand before a name, by their length: look-behind is of fixed width.
_TITLES = (
    "Dr|Mr|Ms|Sr|Lt|Pr",
    "Mrs|Rev|Gen|Col|Maj|Sen|Rep|Gov|Hon|Sgt|Adm|Cpl|Sra|Dra|Mme",
    "Prof|Capt|Supt|Insp|Cllr|Brig|Srta",
)
_DOTTED = "|".join(rf"(?<=\b(?:{titles})\.) " for titles in _TITLES)
_NO_TITLE = "".join(rf"(?<!\b(?:{titles}))" for titles in _TITLES)
# Where a phrase ends: not at the point of an initial, of U.S. or of a title.
PHRASE_END = re.compile(rf"[,;:—–▪()!?]|(?<![.\s][{UPPER}]){_NO_TITLE}\.(?=\s|$)")
CAPITALS = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:(?: (?:(?:{_PARTICLES}) )*|\.(?:{_DOTTED})){_CAPITAL})*"
)
WORD = re.compile(
    rf"(?<!\w){_ELIDED}(?=\w)|[^\W_](?:[\w’'.‑&-]*[^\W_])?[.](?=[^\W_])"
    r"|[^\W_](?:[\w’'‑&-]*[^\W_])?"
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
    portfolios: frozenset[str]
    not_person: frozenset[str]
    also_surnames: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    speakers: frozenset[str]
    gendered: dict[str, str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: dict[str, str]
    gender_words: re.Pattern[str]
    gender_of: dict[str, str]
    relative: frozenset[str]
    prepositions: frozenset[str]
    connectives: frozenset[str]
    speech: dict[str, frozenset[str]]
    cue: re.Pattern[str]
    beside: re.Pattern[str]
    according: re.Pattern[str]
    after_clause: re.Pattern[str]
    accuse: re.Pattern[str]
    not_according: frozenset[str]
    that: re.Pattern[str]
    infinitive: re.Pattern[str]
    plural_verbs: frozenset[str]
    passive: re.Pattern[str]
    zero_that: bool
    comma_that: bool
    noun_capitals: bool
    inverts: bool
    inverted: re.Pattern[str]
    incise: re.Pattern[str]
    drops_subject: bool
    impersonal_verbs: frozenset[str]
    impersonal: re.Pattern[str]
    not_saying: re.Pattern[str]
    between: re.Pattern[str]
    opener: re.Pattern[str]
    conjunctions: frozenset[str]
    tells: re.Pattern[str]
    first_person: frozenset[str]
    role_end: re.Pattern[str]
    months: frozenset[str]
    alone: frozenset[str]
    subordinators: frozenset[str]
    after_verb: frozenset[str]
    goes_on: frozenset[str]
    days: frozenset[str]
    finite: re.Pattern[str]
    head_first: bool
    stop: frozenset[str]

    def is_role(self, word: str) -> bool:
        """Whether the noun names an office, a profession or a standing."""
        low = word.lower()
        if low in self.roles or low.endswith(self.role_endings):
            return True
        return "-" in low and any(part in self.roles for part in low.split("-"))


@cache
def given_names() -> dict[str, str]:
    """Given names with the gender they tell."""
    data = _data("names")
    return {name: gender for gender in ("m", "f") for name in data.get(gender, "").split()}


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lists of the language; None where it has none."""
    data = _data(language)
    return _lexicon(language, data) if data else None


def _data(name: str) -> dict[str, Any]:
    path = files("briefgen.find").joinpath("data", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


_KINDS = ("say", "say_that", "tell", "promise", "urge", "call", "beside", "document_verbs")


def _lexicon(language: str, data: dict[str, Any]) -> Lexicon:
    words = {name: _words(data, name) for name in data if isinstance(data[name], str)}
    low = {name: frozenset(word.lower() for word in found) for name, found in words.items()}
    none = frozenset[str]()
    speech: dict[str, set[str]] = {}
    for kind in _KINDS:
        for word in words.get(kind, none):
            speech.setdefault(word, set()).add(kind)
    [word for word in speech if speech[word] != {"beside"}]
    data.get("auxiliary", "")
    return Lexicon(
        language=language,
        speech={word: frozenset(kinds) for word, kinds in speech.items()},
        **_plain(data, words, low),
        **_made(words, low),
        **_patterns(data, words, speech),
    )


_LOW = (
    "roles",
    "modifiers",
    "places",
    "bodies",
    "people",
    "determiners",
    "possessives",
    "relative",
    "prepositions",
    "connectives",
    "not_according",
    "plural_verbs",
    "impersonal_verbs",
    "after_verb",
    "goes_on",
    "days",
    "alone",
    "subordinators",
)
_CASED = ("titles", "portfolios", "also_surnames", "months")
_FLAGS = ("zero_that", "comma_that", "noun_capitals", "inverts", "drops_subject", "head_first")


def _plain(
    data: dict[str, Any], words: dict[str, frozenset[str]], low: dict[str, frozenset[str]]
) -> dict[str, Any]:
    """The lists and switches that are taken as they stand."""
    none = frozenset[str]()
    return (
        {name: low.get(name, none) for name in _LOW}
        | {name: words.get(name, none) for name in _CASED}
        | {name: data.get(name, False) for name in _FLAGS}
    )


def _made(words: dict[str, frozenset[str]], low: dict[str, frozenset[str]]) -> dict[str, Any]:
    """The lists that are put together from others."""
    none = frozenset[str]()
    return {
        "courtesy": {
            **dict.fromkeys(words.get("courtesy", none), ""),
            **dict.fromkeys(words.get("courtesy_m", none), "m"),
            **dict.fromkeys(words.get("courtesy_f", none), "f"),
        },
        "role_endings": tuple(sorted(words.get("role_endings", none))) or ("\0",),
        "gendered": {
            **dict.fromkeys(words.get("masculine", none), "m"),
            **dict.fromkeys(words.get("feminine", none), "f"),
        },
        "pronouns": {
            word: kind for kind in "mfnp" for word in sorted(words.get(f"pronouns_{kind}", none))
        },
        "gender_of": _gender_of(words),
        "not_person": words.get("not_person", none) - words.get("also_surnames", none),
        "speakers": low.get("bodies", none) | low.get("people", none),
        "conjunctions": low.get("clause_openers", none) | frozenset(["that", "que", "dass"]),
        "stop": low.get("determiners", none)
        | low.get("prepositions", none)
        | low.get("connectives", none)
        | low.get("relative", none)
        | low.get("possessives", none)
        | low.get("clause_openers", none)
        | low.get("function_words", none),
        "first_person": words.get("first_persons", none),
    }


def _patterns(
    data: dict[str, Any], words: dict[str, frozenset[str]], speech: dict[str, set[str]]
) -> dict[str, Any]:
    """The patterns, compiled once."""
    none = frozenset[str]()
    verbs = [word for word in speech if speech[word] != {"beside"}]
    auxiliary = data.get("auxiliary", "")
    return {
        "gender_words": _alternatives(sorted(_gender_of(words))),
        "cue": _cue(verbs, auxiliary),
        "beside": _cue(speech, auxiliary),
        "according": _alternatives(data.get("according", [])),
        "after_clause": _pattern(data.get("after_clause")),
        "accuse": _raw(data.get("accuse", [])),
        "that": _alternatives(data.get("that", [])),
        "infinitive": _pattern(data.get("infinitive", r" to (?=[a-z])")),
        "passive": _pattern(data.get("passive")),
        "inverted": _pattern(data.get("inverted")),
        "incise": _incise(speech, auxiliary) if "inverted" in data else NEVER,
        "impersonal": _pattern(data.get("impersonal")),
        "not_saying": re.compile(rf"\b{data['not_saying']}\s*$") if "not_saying" in data else NEVER,
        "between": _between(words.get("between", none), words.get("days", none)),
        "tells": _tells(speech),
        "opener": _opener(words.get("clause_openers", none)),
        "role_end": _small(words.get("role_end", none)),
        "finite": _small(words.get("finite", none)),
    }


def _gender_of(words: dict[str, frozenset[str]]) -> dict[str, str]:
    return {word: gender for gender in "mf" for word in words.get(f"genders_{gender}", ())}


def _words(data: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(data[name].split())


def _cue(words: Iterable[str], auxiliary: str) -> re.Pattern[str]:
    """Verbs of saying with their auxiliary, where the language writes one before."""
    found = "|".join(sorted((re.escape(word) for word in words), key=lambda w: (-len(w), w)))
    prefix = rf"(?:{auxiliary})?" if auxiliary else ""
    return re.compile(rf"(?<![\w’'-]){prefix}({found})(?![\w’'])", re.IGNORECASE)


def _alternatives(phrases: list[str]) -> re.Pattern[str]:
    found = "|".join(re.escape(p) if p[-1:] != "'" else re.escape(p[:-1]) + "[’']" for p in phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?:(?<=[’'])|(?!\w))", re.IGNORECASE) if found else NEVER


def _raw(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns)) if patterns else NEVER


def _pattern(pattern: str | None) -> re.Pattern[str]:
    return re.compile(pattern) if pattern else NEVER


def _between(words: frozenset[str], days: frozenset[str]) -> re.Pattern[str]:
    """What ends a subject's side before its verb: adverbs and auxiliaries."""
    found = "|".join(re.escape(word) for word in sorted(words))
    day = "|".join(sorted(days)) or "(?!)"
    return re.compile(
        rf"(?:(?<=\s)|^|(?<=,))(?:{found}|[a-z]+ly|(?:on|am|le) (?:{day})|{day}),?\s*$"
    )


def _incise(speech: Iterable[str], auxiliary: str) -> re.Pattern[str]:
    """`…, dit-elle, …`: words of saying that French sets inside the marks."""
    said = "|".join(sorted((re.escape(word) for word in speech), key=lambda w: (-len(w), w)))
    pronoun, name = r"-(?:t-)?(?:il|elle|on|ils|elles)\b", rf"(?: [{UPPER}][\w-]+){{1,3}}"
    return re.compile(
        rf", (?:(?:{said}){pronoun}|[ao]\w*-(?:t-)?(?:il|elle|ils|elles) (?:{said})\b"
        rf"|{auxiliary}(?:{said}){name})[^,.»”\"]{{0,40}}(?=[,.])"
    )


def _tells(speech: dict[str, set[str]]) -> re.Pattern[str]:
    """The head of a sentence that names a speaker: `Ruhl said`."""
    said = "|".join(sorted(re.escape(word) for word in speech if "say" in speech[word]))
    return re.compile(rf"[{UPPER}]\S*(?: [{UPPER}]\S*){{0,3}} (?:{said})\b") if said else NEVER


def _small(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, after a space."""
    found = "|".join(re.escape(word) for word in sorted(words))
    return re.compile(rf"(?:^| )(?:{found})(?![\w’'-])") if found else NEVER


def _opener(words: frozenset[str]) -> re.Pattern[str]:
    found = "|".join(sorted(words)) or "(?!)"
    return re.compile(rf"[;:—–▪(]\s*[,.]?\s*(?:(?:{found}) )?|, (?:{found})(?: |$)")
