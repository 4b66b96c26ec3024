"""What the finders of dates, figures and gaps share: a language's lists, words and extracts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.model import Also, Extract, Sentence, Source
from briefgen.text import opening, stems, stop_words, words

_NEVER = re.compile(r"(?!)")
NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w’'-]*[^\W_]")


@dataclass(frozen=True, slots=True)
class Facts:
    """Lists in lower case and patterns; `data` is what else the file has."""

    openers: frozenset[str]
    phrases: tuple[str, ...]
    pronouns: re.Pattern[str]
    several: re.Pattern[str]
    articles: frozenset[str]
    counting: frozenset[str]
    places: re.Pattern[str]
    people: frozenset[str]
    say: frozenset[str]
    doubt: frozenset[str]
    duty: frozenset[str]
    held: re.Pattern[str]
    coming: re.Pattern[str]
    slated: re.Pattern[str]
    joins: re.Pattern[str]
    that: re.Pattern[str]
    objects: frozenset[str]
    article: re.Pattern[str]
    participle: re.Pattern[str]
    participles: frozenset[str]
    states: frozenset[str]
    beside: frozenset[str]
    bounds: frozenset[str]
    perfect: tuple[str, ...]
    since: frozenset[str]
    when: re.Pattern[str]
    spoken: re.Pattern[str]
    subordinators: frozenset[str]
    stop: frozenset[str]
    reference: re.Pattern[str]
    relative: re.Pattern[str]
    unknown: re.Pattern[str]
    data: Mapping[str, Any]


@cache
def facts(language: str) -> Facts | None:
    """The lists of the language; None where it has none."""
    path = files("briefgen.find").joinpath("data", f"facts-{language}.toml")
    if not (language.isalpha() and path.is_file()):
        return None
    data = tomllib.loads(path.read_text("utf-8"))
    several = data.get("several", "")
    return Facts(
        openers=frozenset(data["openers"].split()),
        phrases=tuple(data["phrases"]),
        pronouns=re.compile(rf"(?i)\b(?:{'|'.join(data['pronouns'].split())})\b"),
        several=re.compile(several, re.IGNORECASE) if several else _NEVER,
        people=frozenset(data["small"]["people"].split()),
        counting=frozenset(data["counting"].split()),
        articles=frozenset(data.get("articles", "").split()),
        say=frozenset(data["say"].split()),
        doubt=frozenset(data["doubt"].split()),
        duty=frozenset(data["duty"].split()),
        objects=frozenset(data["objects"].split()),
        participle=_participle(data.get("participles", ""), data.get("auxiliaries", "")),
        participles=frozenset(data.get("participles", "").split()),
        states=frozenset(data.get("states", "").split()),
        beside=frozenset(data["beside"]),
        bounds=frozenset(data["bounds"]),
        perfect=tuple(data.get("perfect", ())),
        since=frozenset(data.get("since", ())),
        subordinators=frozenset(data.get("subordinators", "").split()),
        stop=stop_words(language),
        reference=re.compile(data["reference"], re.IGNORECASE),
        unknown=re.compile("|".join(data["unknown"]), re.IGNORECASE),
        data=data,
        **{name: re.compile(data[name]) for name in _PATTERNS},
    )


_PATTERNS = (
    "article", "coming", "held", "joins", "places", "relative", "slated", "spoken", "that", "when",
)  # fmt: skip
"""The lists that are one pattern each."""


def _participle(words: str, auxiliaries: str) -> re.Pattern[str]:
    """A participle at the end, or a few words before it, that no auxiliary makes a verb."""
    if not words:
        return _NEVER
    ahead = "".join(rf"(?<!\b{word} )" for word in auxiliaries.split())
    return re.compile(rf"{ahead}\b(?:{'|'.join(words.split())})\b[^,;]{{0,30}}$")


def extract_of(sentence: Sentence, source: Source, text: str) -> Extract:
    """The sentence, word for word, behind its bullet or dateline."""
    start = opening(source.article.text, sentence)
    own = text[start - sentence.start :]
    return Extract(own, source.id, sentence.paragraph, start, sentence.end)


@cache
def content(text: str, language: str) -> frozenset[str]:
    """The stems that carry the matter, numbers left out."""
    stop = stop_words(language)
    kept = [word for word in words(text) if word.lower() not in stop and not word[0].isdigit()]
    return frozenset(stems(kept, language))


@cache
def names(text: str) -> frozenset[str]:
    """The words with a capital after the first."""
    return frozenset(
        match[0].removesuffix("'s").removesuffix("’s") for match in NAME.finditer(text)
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of common elements among all (Jaccard 1912)."""
    return len(one & other) / len(one | other) if one | other else 0.0


def merged(first: Extract, others: Iterable[Extract]) -> Extract:
    """The first one, with the others as further places; a copy of its words tells nothing new."""
    rest = tuple(others)
    also = tuple(Also(e.source, e.paragraph, e.start, e.end, e.text) for e in rest)
    told = {first.source} | {e.source for e in rest if e.text != first.text}
    return replace(first, also=also, told_by=len(told))
