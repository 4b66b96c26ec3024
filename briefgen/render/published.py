"""When the sources appeared: beside each citation in short, and from when to when in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.model import Entry
from briefgen.render.labels import Labels, day, short

UNBROKEN = "\u00a0"


def publication_days(entries: Sequence[Entry], labels: Labels) -> Mapping[str, str]:
    """The day of each source that was read, in short; nothing where all appeared on one day.

    The year is given where the sources are of several.
    """
    published = {entry.id: entry.published for entry in _read(entries)}
    if len({*published.values()}) < 2:
        return {}
    years = {iso[:4] for iso in published.values() if iso}
    return {
        name: short(labels, iso, year=len(years) > 1).replace(" ", UNBROKEN)
        if iso
        else str(labels["undated"])
        for name, iso in published.items()
    }


def publication_span(entries: Sequence[Entry], labels: Labels) -> tuple[str, ...]:
    """How many of the sources that were read bear no date, and from when to when the others are."""
    read = _read(entries)
    dates = sorted(entry.published for entry in read if entry.published)
    missing = len(read) - len(dates)
    undated = str(labels["undated" if not dates else "undated_some"]).format(missing)
    told = (undated if missing else "", _span(labels, dates[0], dates[-1]) if dates else "")
    return tuple(part for part in told if part)


def _read(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.status != "unread"]


def _span(labels: Labels, first: str, last: str) -> str:
    """What two days share is said once: 16–21 June 2023, 23 March – 19 June 2007."""
    before, after = day(labels, first).split(" "), day(labels, last).split(" ")
    lead = list(before)
    while lead and before[len(lead) - 1 :] == after[len(lead) - 1 :]:
        lead.pop()
    whole = UNBROKEN.join(after)
    if not lead:
        return whole
    return UNBROKEN.join(lead) + ("–" if len(lead) == 1 else " – ") + whole
