"""Whether two passages tell the same fact: the same matter, the same numbers, the same names."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from briefgen.model import Source
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.figures import figures, names, strikes
from briefgen.summarize.rules import Rules, number_rules, rules
from briefgen.summarize.semantic import Meaning
from briefgen.text import words
from briefgen.text.dates import days

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Ints

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
LEAST = ALIKE_IN_FIGURES - DOUBT
"""Cosine below which they are none, whatever else they hold."""


@dataclass(frozen=True, eq=False)
class Fact:
    """What a passage of a source says, as far as it can be compared; read when it is asked for.

    `words` are its words in lower case, each with how many like it went before; `mass` is what
    its stems weigh.
    """

    text: str
    source: Source
    stems: frozenset[int]
    words: frozenset[tuple[int, int]]
    mass: float

    @cached_property
    def rules(self) -> Rules:
        """The rules of its language."""
        return rules(self.source.language)

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words in lower case, and what an apostrophe sets apart in them."""
        return frozenset(part for word in words(self.text) for part in _parts(word.lower()))

    @cached_property
    def figures(self) -> frozenset[float]:
        """Its numbers."""
        return figures(self.text, number_rules(self.source.language))

    @cached_property
    def striking(self) -> frozenset[float]:
        """Those of its numbers that are hardly alike by chance."""
        return frozenset(value for value in self.figures if strikes(value))

    @cached_property
    def names(self) -> frozenset[str]:
        """Its names."""
        return names(self.text, self.rules.calendar)

    @cached_property
    def denies(self) -> bool:
        """Whether the words that deny are odd in number."""
        return sum(w in self.rules.negations for w in self.text.lower().split()) % 2 == 1

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that its relative dates mean."""
        published = self.source.article.published
        return frozenset(day.date for day in days(self.text, published, self.source.language))

    @cached_property
    def calendar(self) -> frozenset[str]:
        """The weekdays and months in it, which of an undated source mean no certain day."""
        return self.said & self.rules.calendar

    @cached_property
    def turns(self) -> frozenset[tuple[int, int]]:
        """The opposites that it takes a side of."""
        opposites = self.rules.opposites
        return frozenset(opposites[word] for word in self.said & opposites.keys())


class Facts:
    """The facts of a corpus, read when they are asked for."""

    def __init__(self, corpus: Corpus, meaning: Meaning | None = None) -> None:
        self.corpus = corpus
        self._meaning = meaning
        self._known: dict[tuple[int, ...], Fact] = {}

    @cached_property
    def weight(self) -> list[float]:
        """What each stem weighs, the square of its rarity: common matter little."""
        from briefgen.summarize.coverage import idf

        weight: list[float] = (idf(self.corpus) ** 2).tolist()
        return weight

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
        held = [n for row in rows for n in corpus.words.row(row).tolist()]
        stems = frozenset(n for row in rows for n in corpus.terms.row(row).tolist())
        return Fact(
            text=" ".join(corpus.text(row) for row in rows),
            source=corpus.owner(rows[0]),
            stems=stems,
            words=_numbered(held),
            mass=self._mass(stems),
        )

    def cosine(self, a: Fact, b: Fact) -> float:
        """Compare the stems of two facts, weighted by their rarity."""
        mass = math.sqrt(a.mass * b.mass)
        return self._mass(a.stems & b.stems) / mass if mass else 0.0

    def _mass(self, stems: Iterable[int]) -> float:
        return sum(map(self.weight.__getitem__, sorted(stems)))

    def same(self, a: Fact, b: Fact) -> bool:
        """Tell whether both tell one fact; when in doubt they do not."""
        near = self.cosine(a, b)
        return (
            near >= LEAST
            and a.figures == b.figures
            and (a.names <= b.names or b.names <= a.names)
            and self._alike(near, a, b)
        )

    def tells(self, other: Fact, fact: Fact) -> bool:
        """Tell whether the other says all of the fact, and not much else that could turn it."""
        near = self.cosine(fact, other)
        return (
            len(fact.stems) >= FEWEST
            and near >= LEAST
            and fact.figures == other.figures
            and fact.names <= other.said
            and (bool(fact.days) or fact.calendar <= other.said)
            and self._reaches(self._share(fact, other), WHOLE, fact, other)
            and self._alike(near, fact, other)
        )

    def _share(self, fact: Fact, other: Fact) -> float:
        """How much of the fact's stems the other has, by rarity."""
        return self._mass(fact.stems & other.stems) / fact.mass if fact.mass else 0.0

    def _alike(self, near: float, a: Fact, b: Fact) -> bool:
        """Tell whether two that hold the same figures are near enough to be one fact."""
        limit = ALIKE_IN_FIGURES if a.figures and a.names & b.names else ALIKE
        return self._reaches(near, limit, a, b) and _compatible(a, b)

    def _reaches(self, value: float, limit: float, a: Fact, b: Fact) -> bool:
        """Tell whether the limit is reached; near it, what the two mean decides if it is known."""
        if self._meaning is None or abs(value - limit) > DOUBT:
            return value >= limit
        return self._meaning.alike(a.text, b.text)

    def near(self, rows: tuple[int, ...]) -> list[int]:
        """Return the rows of other articles that share the passage's rare stems, ascending."""
        start, holders = self.holders
        own = {int(self.corpus.source[row]) for row in rows}
        counts: Counter[int] = Counter()
        stems = sorted(self.of(rows).stems, key=lambda n: (-self.weight[n], n))
        for n in stems[: max(4, len(stems) // 2)]:
            counts.update(holders[start[n] : start[n + 1]].tolist())
        return sorted(
            row for row, n in counts.items() if n > 1 and int(self.corpus.source[row]) not in own
        )


def _numbered(words: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The words as a set that has as many of each as the text."""
    seen: defaultdict[int, Iterator[int]] = defaultdict(count)
    return frozenset((word, next(seen[word])) for word in words)


def _parts(word: str) -> list[str]:
    """The word, and what an apostrophe sets apart in it: "d'Agadir" names Agadir."""
    word = word.replace("’", "'")
    return [word, *word.split("'")] if "'" in word else [word]


def _compatible(a: Fact, b: Fact) -> bool:
    """Tell whether neither denies the other, nor says its opposite, nor means another day."""
    if a.denies != b.denies or (a.days and b.days and not a.days & b.days):
        return False
    return not any((pair, 1 - side) in b.turns - a.turns for pair, side in a.turns - b.turns)
