"""Whether a sentence makes sense by itself: precision over recall, by the rules of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefgen.model import State
from briefgen.summarize.rules import Rules, begins

Standing = Literal["alone", "leans", "person", "never"]
"""`alone` makes sense as it is; `leans` needs the sentence before it, `person` one that names
somebody; `never` is no statement at all: half a quotation, a question, a fragment."""

_TOKEN = re.compile(r"\w+(?:[’'‑-]\w+)*|(?:[A-Za-z]\.){2,}|[^\w\s]")
_OPENING = "\"'“”„«»‘’‹›([*•·"
_ENDED = re.compile(r"[.!。！।|۔׃…][\"'”’»›)\]」』\s]*$|[.!][\"'”’»)\]]*\s*\[\d+\]$")
_ASKED = re.compile(r"[?？؟;][\"'”’»›)\]」』]*$")
_QUOTED = re.compile(r"^[\"“„«‘'].*[\"”“»’'][.!]?$", re.DOTALL)
_STRAIGHT = re.compile(r"(?<!\w)\"|\"(?!\w)")  # not the mark inside a Hebrew abbreviation
_QUOTES = re.compile(r"[\"“”„«»]")
_PIECE = re.compile(r"(?:\.\.\.|…|:|,|-|–|—)$")
_DETAILS = re.compile(r"\S@\S|https?:|www\.|[☏✉☎]|\b(?:image|photo|photograph|foto)s?:", re.I)
_FEWEST = 6
_SHORT = 10


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence's words and marks as written, and in lower case."""

    raw: tuple[str, ...]
    low: list[str]


def standing(text: str, state: State, rules: Rules) -> Standing:
    """Judge one sentence, bullet and dateline already cut off."""
    if state != "plain" or _fragment(text):
        return "never"
    tokens = _tokens(text)
    if len(tokens.low) < _FEWEST:
        return "never"
    if _points_to_person(tokens, rules):
        return "person"
    if _is_verbless(tokens, rules):
        return "never"
    tests = (_opens_pointing, _connects, _refers, _points_inside, _bare_definite)
    return "leans" if any(test(tokens, rules) for test in tests) else "alone"


def names_somebody(text: str, rules: Rules) -> bool:
    """Tell whether the sentence holds a name or a word for a person."""
    tokens = _tokens(text)
    return any(
        low in rules.persons or (i and _is_name(raw, low, rules))
        for i, (raw, low) in enumerate(zip(tokens.raw, tokens.low, strict=True))
    )


def speaks(text: str, rules: Rules) -> bool:
    """First or second person outside a quotation: whoever speaks is not in the sentence."""
    inside = False
    for low in _tokens(text).low if rules.speakers else ():
        if low in '"“”«»':
            inside = low in "“«" or (low == '"' and not inside)
        elif not inside and low in rules.speakers:
            return True
    return False


def _tokens(text: str) -> Tokens:
    raw = _TOKEN.findall(text.lstrip(_OPENING + " "))
    return Tokens(tuple(raw), [token.lower().replace("’", "'") for token in raw])


def _fragment(text: str) -> bool:
    first = text.lstrip(_OPENING + " ")[:1]
    return (
        not first
        or first.islower()
        or not (first.isalnum() or first in "$€£¥#@")
        or not _ENDED.search(text)
        or bool(_ASKED.search(text) or _PIECE.search(text) or _DETAILS.search(text))
        or _is_all_quotation(text)
        or _is_half_quotation(text)
    )


def _is_all_quotation(text: str) -> bool:
    """A quotation that names no speaker: one pair of marks around the whole."""
    return bool(_QUOTED.match(text)) and len(_QUOTES.findall(text)) <= 2


def _is_half_quotation(text: str) -> bool:
    """Marks without their partners; straight ones are told apart only by their number."""
    return len(_STRAIGHT.findall(text)) % 2 == 1 or any(
        text.count(left) != text.count(right)
        for left, right in ("“”", "«»", "()", "[]")
        if not (left == "“" and "„" in text)
    )


def _opens_pointing(tokens: Tokens, rules: Rules) -> bool:
    low = tokens.low
    if low[0] in rules.interjections:
        return True
    if low[0] in rules.demonstratives and low[1] not in rules.demonstrative_free:
        return True
    if begins(low, rules.heads):
        return True
    if low[0] in rules.paired and not rules.pairs & set(low[1:12]):
        return True
    length = begins(low, rules.sequencers)
    if length and low[length] in ",:;—–-":
        return True
    return low[0] in rules.quantifiers and _is_verb(low[1], rules)


def _connects(tokens: Tokens, rules: Rules) -> bool:
    low = tokens.low
    length = begins(low, rules.connectives)
    after = low[min(length, len(low) - 1)]
    if length and after not in rules.connective_free.get(low[0], ()):
        return True
    return any(_beside_comma(low, i, begins(low, rules.inner, i)) for i in range(1, len(low)))


def _beside_comma(low: list[str], i: int, length: int) -> bool:
    return length > 0 and (low[i - 1] == "," or low[min(i + length, len(low) - 1)] == ",")


def _points_to_person(tokens: Tokens, rules: Rules) -> bool:
    """A personal pronoun with nobody before it that it could mean."""
    return _first_unmet(tokens, rules, rules.personal, person=True) or _after_introduction(
        tokens, rules, rules.personal
    )


def _refers(tokens: Tokens, rules: Rules) -> bool:
    """Another pronoun or a bare demonstrative with nothing before it that it could mean."""
    others = rules.pronouns - rules.personal
    return _first_unmet(tokens, rules, others, person=False) or _after_introduction(
        tokens, rules, others | rules.demonstratives
    )


def _first_unmet(tokens: Tokens, rules: Rules, pronouns: frozenset[str], *, person: bool) -> bool:
    for i, low in enumerate(tokens.low):
        if low in pronouns:
            return True
        if _could_be_meant(tokens, i, rules, person=person):
            return False
    return False


def _could_be_meant(tokens: Tokens, i: int, rules: Rules, *, person: bool) -> bool:
    raw, low = tokens.raw[i], tokens.low[i]
    if low in rules.persons:
        return True
    if _is_name(raw, low, rules) and (i > 0 or not _is_small(low, rules)):
        return True
    noun = low.isalpha() and len(low) > 2 and i > 0 and tokens.low[i - 1] in rules.determiners
    return noun and not person and low not in rules.times


def _is_small(low: str, rules: Rules) -> bool:
    """A word that has its capital only from opening the sentence."""
    return (
        len(low) < 3
        or low in rules.introductions | rules.articles | rules.determiners | rules.starters
        or low.endswith(rules.starter_endings)
    )


def _is_name(raw: str, low: str, rules: Rules) -> bool:
    no_name = (rules.calendar, rules.pronouns, rules.speakers)
    return raw[:1].isupper() and not any(low in words for words in no_name)


def _after_introduction(tokens: Tokens, rules: Rules, pronouns: frozenset[str]) -> bool:
    """A first clause with a pronoun for its subject, as in "In response, he said"."""
    low = tokens.low
    if "," not in low[:25]:
        return False
    comma = low.index(",")
    if comma + 1 == len(low) or low[comma + 1] not in pronouns:
        return False
    return low[0] in rules.introductions or not _has_verb(low[:comma], rules)


def _points_inside(tokens: Tokens, rules: Rules) -> bool:
    """A demonstrative further on, outside quotations: "to solve this problem", "at that time"."""
    low, inside = tokens.low, False
    for i, word in enumerate(low[:-1]):
        if word in '"“”«»':
            inside = word in "“«" or (word == '"' and not inside)
        elif not inside and word in rules.inner_demonstratives and _demonstrates(low, i, rules):
            return True
    return False


def _demonstrates(low: list[str], i: int, rules: Rules) -> bool:
    """Whether the word there points; a doubtful one does after a preposition."""
    sure = low[i] not in rules.doubtful or (i > 0 and low[i - 1] in rules.introductions)
    return sure and low[i + 1] not in rules.inner_free


def _is_verbless(tokens: Tokens, rules: Rules) -> bool:
    """A caption or an address; a longer sentence has some verb that no list knows."""
    return bool(rules.verbs) and len(tokens.low) < _SHORT and not _has_verb(tokens.low, rules)


def _has_verb(low: list[str], rules: Rules) -> bool:
    return any(_is_verb(word, rules) for word in low)


def _bare_definite(tokens: Tokens, rules: Rules) -> bool:
    """A definite noun without a name or a word to say which, as in "The law is"."""
    if tokens.low[0] not in rules.articles:
        return False
    for count, (raw, low) in enumerate(zip(tokens.raw[1:], tokens.low[1:], strict=True)):
        if count and _is_verb(low, rules):
            return True
        if low in rules.unique or low in rules.superlatives or low in rules.modifiers:
            return False
        if not raw[:1].islower() or count > 3:
            return False
    return False


def _is_verb(word: str, rules: Rules) -> bool:
    verbal = word in rules.verbs or word.rpartition("'")[2] in rules.verbs
    return verbal or (len(word) > 4 and word.endswith(rules.verb_endings))
