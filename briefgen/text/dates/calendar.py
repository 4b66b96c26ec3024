"""The words of a language for dates, and one pattern that finds them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.text.tables import table
from briefgen.text.words import stop_words

SPACE = "[ \u00a0\u202f]"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d|[.,]\d|%)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"


@dataclass(frozen=True, slots=True)
class Tense:
    """What tells a sentence of the past from one of the future."""

    past: frozenset[str]
    weak_past: tuple[str, ...]
    future: frozenset[str]
    awaited: frozenset[str]
    undone: re.Pattern[str] | None
    future_endings: tuple[str, ...]
    phrases: re.Pattern[str] | None
    schedule: frozenset[str]
    determiners: frozenset[str]
    infinitive: re.Pattern[str]
    ends: re.Pattern[str]
    neutral: frozenset[str]
    participles: frozenset[str]
    being: frozenset[str]
    joining: frozenset[str]
    subjects: frozenset[str]
    foretold: re.Pattern[str] | None
    nowadays: frozenset[str]
    standing: frozenset[str]
    states: frozenset[str]
    perfect: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """`pattern` has a named group for each form; `forms` says its rule and the groups inside."""

    pattern: re.Pattern[str]
    forms: Mapping[str, tuple[str, Mapping[str, str]]]
    lead: re.Pattern[str]
    leads: Mapping[str, str]
    words: Mapping[str, Mapping[str, int]]
    which: Mapping[str, str]
    units: Mapping[str, str]
    shift: Mapping[str, int]
    takes: frozenset[str]
    fixed: Mapping[str, str]
    capitals: bool
    not_before: frozenset[str]
    not_after: frozenset[str]
    small: frozenset[str]
    tense: Tense


@cache
def calendar(language: str) -> Calendar | None:
    """The dates of the language; None where it has no list of them."""
    data = table(f"dates-{language}") if language.isalpha() else {}
    return _calendar(data, language) if data else None


def _calendar(data: Mapping[str, Any], language: str) -> Calendar:
    words = {
        "month": _numbered(data["months"], 1),
        "weekday": _numbered(data["weekdays"], 0),
        "ordinal": _numbered(data["ordinals"], 1),
        "number": _numbered(data["numbers"], 1),
        "relative": {key.lower(): value for key, value in data["days"].items()},
    }
    patterns = _patterns(data, words)
    found, forms = [], {}
    for i, item in enumerate(data["form"]):
        pattern, groups = _form(item["form"], patterns, i)
        found.append(f"(?P<form{i}>{pattern})")
        forms[f"form{i}"] = (item["rule"], groups)
    return Calendar(
        pattern=re.compile(rf"(?<![\w.,/£$€-])(?:{'|'.join(found)})(?![\w])"),
        forms=forms,
        lead=_lead(data),
        leads={key.lower(): value for key, value in data["lead"].items()},
        words=words,
        which={key.lower(): value for key, value in data["which"].items()},
        units={key.lower(): value for key, value in data["units"].items()},
        shift={key.lower(): value for key, value in data["shift"].items()},
        takes=frozenset(data.get("takes", ())),
        fixed={key.lower(): value for key, value in data["fixed"].items()},
        capitals=data["capitals"],
        not_before=frozenset(data["year"]["not_before"]),
        not_after=frozenset(data["year"]["not_after"]),
        small=stop_words(language),
        tense=_tense(data["tense"]),
    )


def _numbered(rows: Iterable[str], first: int) -> dict[str, int]:
    return {word: i for i, row in enumerate(rows, first) for word in row.split()}


def _patterns(data: Mapping[str, Any], words: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """The pattern of each placeholder."""
    abbreviated = {m for row in data["months"] for m in row.split()[1:] if len(m) < 5}
    months = sorted(words["month"], key=lambda word: (-len(word), word))
    capital = data["capitals"]

    def name(word: str) -> str:
        first = word[0].upper() if capital else f"[{word[0]}{word[0].upper()}]"
        return first + word[1:] + (r"\b\.?" if word in abbreviated else r"\b")

    found = {
        "month": "(?:" + "|".join(name(word) for word in months) + ")",
        "weekday": "(?:"
        + "|".join(name(word).removesuffix(r"\b") for word in words["weekday"])
        + ")",
        "ordinal": _any(words["ordinal"], raw=True),
        "number": rf"(?:{_any(words['number'])}|\d\d?)",
        "relative": _any(data["days"]),
        "year": _YEAR,
        "day": _DAY,
        "part": data["part"],
    }
    lists = ("which", "which"), ("unit", "units"), ("shift", "shift"), ("fixed", "fixed")
    found.update({key: _any(data[name]) for key, name in lists})
    return found


def _any(words: Iterable[str], *, raw: bool = False) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?i:{'|'.join(ordered if raw else map(re.escape, ordered))})".replace("\\ ", " ")


def _form(form: str, patterns: Mapping[str, str], number: int) -> tuple[str, dict[str, str]]:
    """The form as a pattern whose groups bear its number, and their names."""
    groups: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        if name == "part":
            return patterns[name]
        groups[name] = f"{name}_{number}"
        return f"(?P<{name}_{number}>{patterns[name]})" if match[1] else f"(?P<{name}_{number}>"

    filled = re.sub(r"\{([a-z]+)\}|\(\?P<([a-z]+)>", named, form)
    filled = filled.replace("{{", "{").replace("}}", "}")
    return filled.replace(" ", SPACE), groups


def _lead(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands before a date and belongs to it, up to its beginning."""
    inner = "|".join(sorted(map(re.escape, data["inner"]["words"]), key=lambda w: (-len(w), w)))
    lead = "|".join(sorted(map(re.escape, data["lead"]), key=lambda w: (-len(w), w)))
    pattern = rf"(?<![\w’'-])(?P<lead>(?i:{lead}))(?:(?<=['’])|\ )(?:(?i:{inner})\ )*$"
    return re.compile(pattern.replace("\\ ", SPACE))


def _tense(data: Mapping[str, Any]) -> Tense:
    return Tense(
        past=frozenset(data["past"]),
        weak_past=tuple(data["weak_past"]),
        future=frozenset(data["future"]),
        awaited=frozenset(data.get("awaited", ())),
        undone=re.compile(rf" (?:{data['undone']})\b") if "undone" in data else None,
        future_endings=tuple(data.get("future_endings", ())),
        phrases=_phrases(data["future_phrases"]),
        schedule=frozenset(data["schedule"]),
        determiners=frozenset(data.get("determiners", ())),
        infinitive=re.compile(data["infinitive"]),
        ends=re.compile(data["ends"]),
        neutral=frozenset(data["neutral"]),
        participles=frozenset(data.get("participles", ())),
        being=frozenset(data.get("being", ())),
        joining=frozenset(data.get("joining", ())),
        subjects=frozenset(data.get("subjects", ())),
        foretold=_phrases(data.get("foretold", ())),
        nowadays=frozenset(data.get("nowadays", ())),
        standing=frozenset(data.get("standing", ())),
        states=frozenset(data.get("states", ())),
        perfect=re.compile(data["perfect"]) if "perfect" in data else None,
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern of them all; None where there is none."""
    return re.compile("|".join(rf"\b{p}\b" for p in phrases)) if phrases else None
