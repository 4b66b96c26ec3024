"""What has been told, and whether something new would tell it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from briefgen.summarize.facts import Fact, Facts
from briefgen.summarize.figures import digits

REPEATS = 0.45
"""ROUGE-1 F from which on a second sentence says too little that is new."""


class Told:
    """The facts told so far, found by the words that they hold."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._told: list[Fact] = []
        self._words: dict[tuple[int, int], list[int]] = {}
        self._stems: dict[int, list[int]] = {}

    def add(self, fact: Fact) -> None:
        """Count the fact as told."""
        number = len(self._told)
        self._told.append(fact)
        for word in fact.words:
            self._words.setdefault(word, []).append(number)
        for stem in fact.stems:
            self._stems.setdefault(stem, []).append(number)

    def has(self, new: Fact) -> bool:
        """Tell whether the new one would say again what is told."""
        words, stems = _shared(self._words, new.words), _shared(self._stems, new.stems)
        return any(repeats(new, self._told[n], shared) for n, shared in words.items()) or any(
            (new.striking and retells(new, self._told[n], shared))
            or self._facts.same(new, self._told[n])
            for n, shared in stems.items()
        )


def _shared(holders: Mapping[Any, list[int]], held: Iterable[Any]) -> Counter[int]:
    """Count what each fact shares of what is held."""
    return Counter(chain.from_iterable(holders.get(n, ()) for n in held))


def repeats(a: Fact, b: Fact, shared: int) -> bool:
    """Tell whether the words that both share are so many that one of them is enough."""
    return 2 * shared > REPEATS * (len(a.words) + len(b.words))


def retells(new: Fact, told: Fact, shared: int) -> bool:
    """Tell whether every striking figure of the new one was given in the other, on one matter.

    `shared` is how many stems both have.
    """
    if not new.striking or not new.striking <= told.figures:
        return False
    exact = any(digits(value) > 1 for value in new.striking)
    return shared >= (1 if exact else 3)
