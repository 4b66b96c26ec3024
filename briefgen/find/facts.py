"""What the finders of dates, figures and gaps share: a language's lists, and what stands alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.find.verbs import has_verb
from briefgen.model import Also, Extract, Sentence, Source
from briefgen.text import stems, stop_words, words

_NEVER = re.compile(r"(?!)")
_FIRST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w’'-]*[^\W_]")
_SEVERAL = re.compile(r"[^\W\d_]{3,}(?<!s)s(?![\w’'])|\b(?:and|y|et)\b|people|men\b|children")
_PICTURE = re.compile(
    r"\.(?:svg|jpe?g|png|gif)\b|\b(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ff]oto)(?:/|: )"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_LISTED = re.compile(r"[\w&. ]{1,40} - ")
_MARKS = '"“”„«»'
SHORTEST, LONGEST = 25, 600


@dataclass(frozen=True, slots=True)
class Facts:
    """Lists in lower case and patterns; `data` is what else the file has."""

    openers: frozenset[str]
    phrases: tuple[str, ...]
    pronouns: re.Pattern[str]
    several: re.Pattern[str]
    say: frozenset[str]
    doubt: frozenset[str]
    joins: re.Pattern[str]
    that: re.Pattern[str]
    objects: frozenset[str]
    article: re.Pattern[str]
    participle: re.Pattern[str]
    beside: frozenset[str]
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
        say=frozenset(data["say"].split()),
        doubt=frozenset(data["doubt"].split()),
        joins=re.compile(data["joins"]),
        that=re.compile(data["that"]),
        objects=frozenset(data["objects"].split()),
        article=re.compile(data["article"]),
        participle=_participle(data.get("participles", ""), data.get("auxiliaries", "")),
        beside=frozenset(data["beside"]),
        subordinators=frozenset(data.get("subordinators", "").split()),
        stop=stop_words(language),
        reference=re.compile(data["reference"], re.IGNORECASE),
        relative=re.compile(data["relative"]),
        unknown=re.compile("|".join(data["unknown"]), re.IGNORECASE),
        data=data,
    )


def _participle(words: str, auxiliaries: str) -> re.Pattern[str]:
    """A participle at the end, or a few words before it, that no auxiliary makes a verb."""
    if not words:
        return _NEVER
    ahead = "".join(rf"(?<!\b{word} )" for word in auxiliaries.split())
    return re.compile(rf"{ahead}\b(?:{'|'.join(words.split())})\b[^,;]{{0,30}}$")


def alone(
    text: str, sentence: Sentence, source: Source, lists: Facts, *, unended: bool = False
) -> bool:
    """Whether it is whole, unquoted, and leans on nothing that a reader does not see.

    `unended` takes one without its full stop, too, where it has a verb and ends its paragraph.
    """
    if sentence.state != "plain" or not SHORTEST <= len(text) <= LONGEST:
        return False
    if source.article.paragraphs[sentence.paragraph - 1].kind != "body":
        return False
    first = _FIRST.search(text)
    if not first or text[0] in _MARKS + "‘'(-–—*•" or text[0].islower():
        return False
    if _LISTED.match(text) or text.count(" - ") > 1:
        return False
    if " * " in text or _PICTURE.search(text):
        return False
    if text.rstrip(")”\"’'»“ ")[-1:] not in tuple(".!?…") and not (
        unended and _is_last(sentence, source) and has_verb(text, source.language)
    ):
        return False
    low = text.lower().replace("’", "'")
    if first[0].lower().replace("’", "'") in lists.openers or low.startswith(lists.phrases):
        return False
    if _looks_ahead(text, first[0].lower(), lists):
        return True
    several = lists.several.search(text)
    if several and not _SEVERAL.search(text[: several.start()]):
        return False
    pronoun = lists.pronouns.search(text)
    return not pronoun or bool(_NAME.search(text[: pronoun.start()]) or _named_first(text, source))


def _looks_ahead(text: str, first: str, lists: Facts) -> bool:
    """Whether the pronouns of its opening clause mean the names after it: `As it fell, Vale …`."""
    _, comma, rest = text.partition(", ")
    if first not in lists.subordinators or not comma or not _CAPITAL.match(rest):
        return False
    return not (lists.several.search(rest) or lists.pronouns.search(rest))


def _is_last(sentence: Sentence, source: Source) -> bool:
    """Whether the sentence ends its paragraph."""
    return sentence.end >= source.article.paragraphs[sentence.paragraph - 1].end


def _named_first(text: str, source: Source) -> bool:
    """Whether the first word, which has a capital anyway, is a name all through the article."""
    first = _FIRST.search(text)
    return bool(first and re.search(rf"[a-z,] {re.escape(first[0])}\b", source.article.text))


def extract_of(sentence: Sentence, source: Source, text: str) -> Extract:
    """The sentence, word for word."""
    return Extract(text, source.id, sentence.paragraph, sentence.start, sentence.end)


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
        match[0].removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text)
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
