"""Which words of the sources are spoken for: extracts that share some are one sentence in print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from briefgen.model import Asked, Extract
from briefgen.text import word_count

FEWEST = 7  # words of a sentence that tells something


def overlap(one: Extract | Asked, other: Extract | Asked) -> bool:
    """Whether two spans share words of a source."""
    return one.source == other.source and one.start < other.end and other.start < one.end


def is_long(extract: Extract) -> bool:
    """Whether it has words enough to tell something by itself."""
    return word_count(extract.text) >= FEWEST


def whole(extract: Extract) -> tuple[Extract, ...]:
    """What is printed of it: its antecedent, where it has one, and itself."""
    return (*whole(extract.before), extract) if extract.before else (extract,)


class Spans:
    """Extracts, so kept that it costs no more to ask about one, however many there are."""

    def __init__(self, extracts: Iterable[Extract] = ()) -> None:
        self._by_source: defaultdict[str, list[Extract]] = defaultdict(list)
        self.update(extracts)

    def update(self, extracts: Iterable[Extract]) -> None:
        """Take these as well."""
        for extract in extracts:
            self._by_source[extract.source].append(extract)

    def touch(self, extract: Extract) -> bool:
        """Whether one of them shares words with the extract."""
        return any(overlap(extract, other) for other in self._by_source.get(extract.source, ()))
