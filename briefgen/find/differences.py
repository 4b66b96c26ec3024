"""Where sources, or reports of different days, tell the same thing otherwise.

Found: tolls, by the day; one number for another of the same unit, money, share or length of time in
sentences on the same thing; one date for another; a statement and its opposite.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.contraries import contraries
from briefgen.find.dates_apart import dates_apart
from briefgen.find.numbers_apart import numbers_apart
from briefgen.find.tolls import Told, rising, tolls
from briefgen.model import Difference, Source

__all__ = ["Told", "differences", "tolls"]


def differences(sources: Sequence[Source]) -> tuple[Difference, ...]:
    """The differences, the tolls first, then opposites, other numbers and dates; none twice."""
    found = [
        *rising(sources), *contraries(sources), *numbers_apart(sources), *dates_apart(sources),
    ]  # fmt: skip
    seen: set[tuple[str, int]] = set()
    kept = []
    for difference in found:
        places = {(extract.source, extract.start) for extract in difference.extracts}
        if len(places & seen) < 2:
            kept.append(difference)
            seen |= places
    return tuple(kept)
