"""What is on the agenda: its items, the points on each, and which item a point is on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from briefgen.compose.spans import Spans, overlap
from briefgen.model import Asked, Choice, Extract, Findings, Summary

AN_ITEM = 2  # points on each item that come before all else but the bottom line


def items_of(points: Sequence[Choice], asked: Sequence[Asked]) -> list[str | None]:
    """The item that each point is on: that of the sentence in it that speaks most of one.

    What is perhaps on an item stands under it where fewer than two points would.
    """
    found: list[str | None] = []
    for point in points:
        on = [one for one in asked if overlap(point.extract, one)]
        best = next((one.item for one in on if one.sure), None)
        perhaps = next((one.item for one in on), None)
        found.append(best or (perhaps if found.count(perhaps) < AN_ITEM else None))
    return found


def on_agenda(
    summary: Summary, findings: Findings, printed: Sequence[Extract]
) -> tuple[Choice, ...]:
    """The points on the agenda's items: first one on every item, then two on every.

    What is ranked and surely stands alone comes first, what speaks most of the item before the
    rest. Where there is not enough of it, what somebody said on the item is a point too, and after
    that what may not stand alone.
    """
    groups = {source: i for i, group in enumerate(summary.groups) for source in group.sources}
    said = [statement.quote for statement in findings.positions]
    pools = (
        [choice for choice in summary.ranked if choice.alone],
        [Choice(quote, groups[quote.source]) for quote in said if quote.source in groups],
        [choice for choice in summary.ranked if not choice.alone],
    )
    found: dict[str, list[Choice]] = {asked.item: [] for asked in summary.asked}
    taken = Spans(printed)
    for sure, pool in product((True, False), pools):
        for one in (one for one in summary.asked if one.sure is sure):
            if len(found[one.item]) < AN_ITEM:
                best = next((c for c in pool if overlap(c.extract, one)), None)
                if best and not taken.touch(best.extract):
                    found[one.item].append(best)
                    taken.update([best.extract])
    return tuple(each[k] for k in range(AN_ITEM) for each in found.values() if k < len(each))
