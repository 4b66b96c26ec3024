"""What is on the agenda: its items, the points on each, and which item a point is on."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.compose.spans import Spans, overlap
from briefgen.model import Asked, Choice, Extract, Findings, Summary

AN_ITEM = 2  # points on each item that come before all else but the bottom line


def item_of(extract: Extract, asked: Sequence[Asked]) -> str | None:
    """The item that the extract is on: that of the sentence in it that speaks most of one."""
    return next((one.item for one in asked if overlap(extract, one)), None)


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
    for pool in pools:
        for one in summary.asked:
            if len(found[one.item]) < AN_ITEM:
                best = next((c for c in pool if overlap(c.extract, one)), None)
                if best and not taken.touch(best.extract):
                    found[one.item].append(best)
                    taken.update([best.extract])
    return tuple(each[k] for k in range(AN_ITEM) for each in found.values() if k < len(each))
