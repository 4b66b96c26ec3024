"""A sentence as words and marks, and what a word is by the rules of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.summarize.rules import Rules, by_word

_ASKED = r"-(?:t-)?(?:ils?|elles?)\b"  # "a-t-il dit": two words
_TOKEN = re.compile(rf"[A-Za-z]\.(?:[A-Za-z]\.)+|\w++(?:(?!{_ASKED})[’'‑-]\w++)*+|{_ASKED}|[^\w\s]")
OPENING = "\"'“”„«»‘’‹›([*•·\u00a0\u202f"
_MARKS = frozenset('"“”«»')
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence's words and marks as written, and in lower case.

    `capitals` are the places of words that begin with one. `common` tells that the first word has
    a capital only from opening the sentence, `quoted` that a quotation opens it.
    """

    raw: tuple[str, ...]
    low: list[str]
    capitals: tuple[int, ...]
    common: bool = False
    quoted: bool = False

    def __len__(self) -> int:
        return len(self.raw)

    def as_common(self) -> Tokens:
        """Return the same words, the first with its capital only from opening the sentence."""
        return Tokens(self.raw, self.low, self.capitals, True, self.quoted)

    def before(self, end: int) -> Tokens:
        """Return what stands before that place."""
        capitals = tuple(i for i in self.capitals if i < end)
        return Tokens(self.raw[:end], self.low[:end], capitals, self.common)

    def behind(self, start: int) -> Tokens:
        """Return what stands there and behind; its first word has a capital of its own."""
        capitals = tuple(i - start for i in self.capitals if i >= start)
        return Tokens(self.raw[start:], self.low[start:], capitals)

    def naming(self, place: int, name: str) -> Tokens:
        """Return the words with a name for the one there."""
        raw = (*self.raw[:place], name, *self.raw[place + 1 :])
        low = [*self.low[:place], name.lower(), *self.low[place + 1 :]]
        capitals = tuple(sorted({*self.capitals, place}))
        return Tokens(raw, low, capitals, self.common and place > 0, self.quoted)


def tokenise(text: str, *, common: bool = False) -> Tokens:
    """Split a sentence; opening marks are left out."""
    raw = _TOKEN.findall(text.lstrip(OPENING + " "))
    low = list(map(str.lower, raw))
    capitals = [i for i, token in enumerate(raw) if token != low[i] and token[0].isupper()]
    if "’" in text:
        low = [token.replace("’", "'") for token in low]
    return Tokens(tuple(raw), low, tuple(capitals), common, text[:1] in _MARKS)


def insides(tokens: Tokens) -> Sequence[bool]:
    """Tell of each word whether it stands in a quotation."""
    inside = tokens.quoted
    if _MARKS.isdisjoint(tokens.low):
        return [inside] * len(tokens)
    found = []
    for low in tokens.low:
        if low in _MARKS:
            inside = low in "“«" or (low == '"' and not inside)
        found.append(inside)
    return found


def bare(word: str) -> str:
    """Return the word without its possessive ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


@by_word
def is_small(low: str, rules: Rules) -> bool:
    """Tell a word that has its capital only from opening the sentence."""
    return (
        len(low) < 3
        or low in rules.starters
        or low in rules.introductions
        or low in rules.articles
        or low in rules.determiners
        or low.endswith(rules.starter_endings)
    )


def is_name(raw: str, low: str, rules: Rules) -> bool:
    """Tell a word with a capital that is no day, no month and no pronoun."""
    return (
        raw[:1].isupper()
        and low not in rules.calendar
        and low not in rules.pronouns
        and low not in rules.speakers
    )


def names_at(tokens: Tokens, i: int, rules: Rules) -> bool:
    """Tell whether the word there is a name, wherever it stands."""
    raw, low = tokens.raw[i], tokens.low[i]
    if not is_name(raw, low, rules):
        return False
    short = len(raw) == 2 and raw.isupper()  # "EU", "BA": no small word
    return i > 0 or short or not (tokens.common or is_small(low, rules))


def named(tokens: Tokens, rules: Rules) -> list[int]:
    """Return the places of the words that are names."""
    return [i for i in tokens.capitals if names_at(tokens, i, rules)]


@by_word
def is_verb(word: str, rules: Rules) -> bool:
    """Tell what may be a finite verb."""
    verbal = word in rules.verbs or word.rpartition("'")[2] in rules.verbs
    return verbal or (len(word) > 4 and word.endswith(rules.verb_endings))


def has_verb(tokens: Tokens, rules: Rules) -> bool:
    """Tell whether one of the words may be a finite verb, of no relative clause."""
    return any(True for _ in finites(tokens, rules))


def finites(tokens: Tokens, rules: Rules) -> Iterator[int]:
    """The places of what may be finite verbs, of no relative clause."""
    verbs = (i for i, low in enumerate(tokens.low) if is_verb(low, rules))
    return (i for i in verbs if finite_at(tokens, i, rules))


def _before(low: Sequence[str], i: int, rules: Rules) -> str:
    """The word before that place, adverbs passed over; "" where there is none."""
    while i and low[i - 1] in rules.adverbs:
        i -= 1
    return low[i - 1] if i else ""


def finite_at(tokens: Tokens, i: int, rules: Rules) -> bool:
    """A verb by its form, where what stands before it lets it be one."""
    low = tokens.low[i]
    if not is_verb(low, rules) or (i and tokens.raw[i][:1].isupper()):
        return False
    before = _before(tokens.low, i, rules)
    if before in rules.relatives or low in rules.nonfinite or before in rules.perfect:
        return False
    if not rules.bases:
        return before not in rules.definite and before not in rules.indefinite
    if low in rules.finite:
        return True
    if low.endswith(rules.verb_endings):
        done_by = tokens.low[i + 1 : i + 2] and tokens.low[i + 1] in rules.agents
        if done_by and i + 2 < len(tokens) and names_at(tokens, i + 2, rules):
            return False  # "the boats seized by Iran"
        return before not in rules.articles and before not in rules.indefinite
    if low in rules.bases:
        return before in rules.plurals or (len(before) > 3 and before.endswith("s"))
    return not (before in rules.stops or before in rules.articles or before in rules.determiners)
