"""Whether two passages tell the same fact: the same matter, the same numbers, the same names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.days import days
from briefgen.summarize.rules import NumberRules, number_rules, rules
from briefgen.summarize.semantic import Meaning
from briefgen.text import words

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

ALIKE = 0.6
"""Cosine of the stems, weighted by rarity, from which on two sentences may be one fact."""
ALIKE_IN_FIGURES = 0.45
"""The same where both hold the same figures."""
WHOLE = 0.75
"""Share of a fact's stems, by rarity, with which another sentence tells all of it."""
FEWEST = 4
"""Stems of a fact that others can tell: fewer are no sentence, or alike by chance."""
DOUBT = 0.15
"""So near a limit the words of two sentences leave it open whether they are one fact."""
REPEATS = 0.45
"""ROUGE-1 F from which on a second sentence says too little that is new."""

_GROUPS = r"[., \u00a0\u202f’']"  # between groups of three digits: spaces, narrow and not to break
_TOKEN = re.compile(rf"\d+(?:{_GROUPS}\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a passage says, as far as it can be compared; `said` are its words in lower case.

    `days` are the days that its relative dates mean, `turns` the opposites that it takes a side of.
    """

    text: str
    stems: frozenset[int]
    words: Counter[int]
    said: frozenset[str]
    figures: frozenset[float]
    names: frozenset[str]
    denials: int
    days: frozenset[str]
    turns: frozenset[tuple[int, int]]


class Facts:
    """The facts of a corpus, read when they are asked for."""

    def __init__(self, corpus: Corpus, meaning: Meaning | None = None) -> None:
        self.corpus = corpus
        self._meaning = meaning
        self._known: dict[tuple[int, ...], Fact] = {}

    @cached_property
    def rarity(self) -> Floats:
        """How rare each stem is, so that common matter weighs little."""
        from briefgen.summarize.coverage import idf

        return idf(self.corpus)

    @cached_property
    def holders(self) -> tuple[Ints, Ints]:
        """The rows that hold each stem: `rows[start[s]:start[s + 1]]`."""
        import numpy as np

        table = self.corpus.terms
        order = np.argsort(table.ids, kind="stable")
        start = np.zeros(table.size + 1, dtype=np.int64)
        np.cumsum(np.bincount(table.ids, minlength=table.size), out=start[1:])
        return start, table.owners()[order]

    def of(self, rows: tuple[int, ...]) -> Fact:
        """Return the fact that the rows tell together."""
        if rows not in self._known:
            self._known[rows] = self._read(rows)
        return self._known[rows]

    def _read(self, rows: tuple[int, ...]) -> Fact:
        corpus = self.corpus
        source = corpus.owner(rows[0])
        known = rules(source.language)
        text = " ".join(corpus.text(row) for row in rows)
        said = [part for word in words(text) for part in _parts(word.lower())]
        return Fact(
            text=text,
            stems=frozenset(n for row in rows for n in corpus.terms.row(row).tolist()),
            words=Counter(n for row in rows for n in corpus.words.row(row).tolist()),
            said=frozenset(said),
            figures=figures(text, number_rules(source.language)),
            names=names(text, known.calendar),
            denials=sum(w in known.negations for w in text.lower().split()),
            days=frozenset(d.date for d in days(text, source.article.published, source.language)),
            turns=frozenset(known.opposites[word] for word in said if word in known.opposites),
        )

    def cosine(self, a: Fact, b: Fact) -> float:
        """Compare the stems of two facts, weighted by their rarity."""
        mass = math.sqrt(self._mass(a.stems) * self._mass(b.stems))
        return self._mass(a.stems & b.stems) / mass if mass else 0.0

    def _mass(self, stems: Iterable[int]) -> float:
        return float(sum(self.rarity[n] ** 2 for n in sorted(stems)))

    def same(self, a: Fact, b: Fact) -> bool:
        """Tell whether both tell one fact; when in doubt they do not."""
        if a.figures != b.figures or not (a.names <= b.names or b.names <= a.names):
            return False
        return self._alike(a, b)

    def tells(self, other: Fact, fact: Fact) -> bool:
        """Tell whether the other says all of the fact, and not much else that could turn it."""
        if len(fact.stems) < FEWEST or not fact.names <= other.said:
            return False
        if fact.figures != other.figures or not self._alike(fact, other):
            return False
        held, mass = self._mass(fact.stems & other.stems), self._mass(fact.stems)
        return self._reaches(held / mass if mass else 0.0, WHOLE, fact, other)

    def _alike(self, a: Fact, b: Fact) -> bool:
        """Tell whether two that hold the same figures are near enough to be one fact."""
        limit = ALIKE_IN_FIGURES if a.figures and a.names & b.names else ALIKE
        return _compatible(a, b) and self._reaches(self.cosine(a, b), limit, a, b)

    def _reaches(self, value: float, limit: float, a: Fact, b: Fact) -> bool:
        """Tell whether the limit is reached; near it, what the two mean decides if it is known."""
        if self._meaning is None or abs(value - limit) > DOUBT:
            return value >= limit
        return self._meaning.alike(a.text, b.text)

    def twice(self, new: Fact, told: Fact) -> bool:
        """Tell whether the new one would say again what is told."""
        return repeats(new, told) or self.same(new, told) or retells(new, told)

    def near(self, rows: tuple[int, ...]) -> list[int]:
        """Return the rows of other articles that share the passage's rare stems, ascending."""
        start, holders = self.holders
        own = {int(self.corpus.source[row]) for row in rows}
        counts: Counter[int] = Counter()
        stems = sorted(self.of(rows).stems, key=lambda n: (-self.rarity[n], n))
        for n in stems[: max(4, len(stems) // 2)]:
            counts.update(holders[start[n] : start[n + 1]].tolist())
        return sorted(
            row for row, n in counts.items() if n > 1 and int(self.corpus.source[row]) not in own
        )


def _parts(word: str) -> list[str]:
    """The word, and what an apostrophe sets apart in it: "d'Agadir" names Agadir."""
    word = word.replace("’", "'")
    return [word, *word.split("'")] if "'" in word else [word]


def _compatible(a: Fact, b: Fact) -> bool:
    """Tell whether neither denies the other, nor says its opposite, nor means another day."""
    if a.denials % 2 != b.denials % 2 or (a.days and b.days and not a.days & b.days):
        return False
    return not any((pair, 1 - side) in b.turns - a.turns for pair, side in a.turns - b.turns)


def repeats(a: Fact, b: Fact) -> bool:
    """Tell whether the words of one are so largely those of the other that one is enough."""
    enough = REPEATS * (a.words.total() + b.words.total())
    shared = a.words.keys() & b.words.keys()
    again = min(a.words.total() - len(a.words), b.words.total() - len(b.words))
    if 2 * (len(shared) + again) <= enough:  # cannot reach it, and this is soon told
        return False
    return 2 * sum(min(a.words[n], b.words[n]) for n in shared) > enough


def retells(new: Fact, told: Fact) -> bool:
    """Tell whether every striking figure of the new one was given in the other, on one matter."""
    striking = {value for value in new.figures if _strikes(value)}
    if not striking or not striking <= told.figures:
        return False
    exact = any(_digits(value) > 1 for value in striking)
    return len(new.stems & told.stems) >= (1 if exact else 3)


def _strikes(value: float) -> bool:
    return value >= 3000 or value != int(value)


def _digits(value: float) -> int:
    return len(f"{value:g}".replace(".", "").split("e")[0].strip("0"))


def figures(text: str, spelled: NumberRules) -> frozenset[float]:
    """Return the numbers of a text, spelled ones too, times the scale that follows them."""
    found: set[float] = set()
    last: float | None = None
    for token in _TOKEN.findall(text.replace("-", " ").replace("‑", " ")):
        low = token.lower()
        if low in spelled.scales and last is not None:
            found.discard(last)
            last *= spelled.scales[low]
            found.add(last)
            continue
        last = spelled.numbers.get(low, _value(token) if token[0].isdigit() else None)
        if last is not None and (last != 1 or token[0].isdigit()):
            found.add(last)
    return frozenset(found)


def _value(token: str) -> float | None:
    """Read digits; groups of three are thousands, else comma and point begin the fraction."""
    parts = re.split(_GROUPS, token)
    try:
        if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
            return float("".join(parts))
        return float(".".join(parts))
    except ValueError:
        return None


def names(text: str, calendar: frozenset[str]) -> frozenset[str]:
    """Return the words with a capital that do not open the text, as far as a script has them."""
    found = re.findall(r"(?<=[\w,;:)]\s)[(\"“„«]?([^\W\d_][\w’'-]*)", text)
    kept = (re.sub(r"[’']s$", "", word) for word in found if word[0].isupper())
    return frozenset(word.lower() for word in kept if word.lower() not in calendar)
