"""The words that mark the head of an article, of all languages together, out of `data/`.

The language of a source is not known yet when its head is read, so the lists are merged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "nl", "ru")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words; `labels` maps "source" to the field "outlet", and so on."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    around: frozenset[str]
    updated: frozenset[str]
    published: frozenset[str]
    byline: tuple[str, ...]
    name_words: frozenset[str]
    credits: tuple[str, ...]
    captions: tuple[str, ...]
    subjects: frozenset[str]
    agencies: frozenset[str]
    sections: frozenset[str]
    about: frozenset[str]
    standing: frozenset[str]
    ends: frozenset[str]
    labels: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """All languages merged; where two disagree, the first in the list holds."""
    tables = [_table(language) for language in _LANGUAGES]
    published, updated = _all(tables, "published"), _all(tables, "updated")
    weekdays = frozenset(_all(tables, "weekdays"))
    around = published | updated | weekdays | _all(tables, "around")
    return Lexicon(
        months=_months(tables),
        weekdays=weekdays,
        around=frozenset(around),
        updated=frozenset(updated),
        published=frozenset(published),
        byline=_longest_first(_all(tables, "byline")),
        name_words=frozenset(_all(tables, "name_words")),
        credits=_longest_first(_all(tables, "credits")),
        subjects=frozenset(_all(tables, "subjects")),
        agencies=frozenset(_all(tables, "agencies")),
        sections=frozenset(_all(tables, "sections")),
        about=frozenset(_all(tables, "about")),
        standing=frozenset(_all(tables, "standing")),
        ends=frozenset(_all(tables, "ends")),
        captions=_longest_first(_all(tables, "captions")),
        labels=_labels(tables),
    )


def alternation(words: Iterable[str]) -> str:
    """The words as a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in _longest_first(words))


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((files("briefgen.read") / "data" / f"{language}.toml").read_text("utf-8"))


def _all(tables: list[dict[str, Any]], key: str) -> set[str]:
    return {word for table in tables for word in table.get(key, ())}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _months(tables: list[dict[str, Any]]) -> dict[str, int]:
    months: dict[str, int] = {}
    for table in tables:
        for number, names in enumerate(table["months"], 1):
            for name in names:
                months.setdefault(name, number)
    return months


def _labels(tables: list[dict[str, Any]]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for table in tables:
        for field, words in table["labels"].items():
            for word in words:
                labels.setdefault(word, field)
    return labels
