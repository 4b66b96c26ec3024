"""The bottom line up front: what leads, and how much of it fits the box."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence, Set

from briefgen.compose.dated import overtaken
from briefgen.compose.fresh import freshest
from briefgen.compose.ledes import Place, central, ledes, place
from briefgen.compose.spans import Spans, whole
from briefgen.model import Choice, Extract, Source, Summary

FROM = 30  # the bottom line is chosen among so many of the best
_MARKS = '"“«„'
LATEST = 3  # places that the latest lede gains on the earliest
EARLIER = 2  # ledes ranked higher that an older one gives way to


def leading(
    summary: Summary,
    sources: Sequence[Source],
    as_of: dt.date = dt.date.max,
    *,
    risen: Spans | None = None,
) -> list[Choice]:
    """The order in which extracts of the first story may lead.

    What comes from the last third of the articles goes first, for it says how things stand now; of
    it the ledes of reports that tell what most articles open with, for such a lede sums up the
    story, as a bottom line must; of those that matter much the same the latest. An older lede goes
    before them that matters clearly more.
    Beside the first there is room for others of the kind; of an article alone for all that it says.
    What may not stand alone leads where nothing else can; what was ahead and is past gives way to
    a lede that tells what is, and a toll that has `risen` since to another lede of the story.
    """
    begins = ledes(sources)
    sure, beside = _candidates(summary, sources, begins, as_of)
    beside = _unrisen(beside, begins, risen or Spans())
    members = _members(summary, sources, beside)
    told = {source.id: source.article.published or dt.date.min for source in sources}
    opens = [choice for choice in beside if place(choice.extract) in begins]
    late = _late([told[one.id] for one in members], [told[one.extract.source] for one in opens])
    parts = [[c for c in opens if (told[c.extract.source] < late) is old] for old in (True, False)]
    summing = frozenset().union(*(central(part, members, sources) for part in parts))

    def worth(choice: Choice) -> tuple[bool, bool]:
        return told[choice.extract.source] < late, place(choice.extract) not in summing

    if len(members) == 1:
        return _opened(sorted(beside, key=worth), begins)
    order = sorted(freshest(beside, sources, as_of, gain=LATEST), key=worth)
    newest = [one for one in order if worth(one) == (False, False)]
    older = next((one for one in beside if worth(one) == (True, False)), None)
    if older and newest and _outweighs(older, newest[0], sure, begins):
        on_it = place(newest[0].extract) in central(opens, members, sources)
        if not (on_it and risen and risen.touch(older.extract)):  # a telethon is on no toll
            return [older, *newest]
    return newest or order[:1]


def _candidates(
    summary: Summary, sources: Sequence[Source], begins: Set[Place], as_of: dt.date
) -> tuple[Sequence[Choice], Sequence[Choice]]:
    """The best that surely stand alone, and what of the first story may lead."""
    by_id = {source.id: source for source in sources}
    sure = [one for one in _with_ledes(summary.ranked, begins) if one.alone][:FROM]
    lasting = [c for c in sure if not overtaken(c.extract, by_id[c.extract.source], as_of)]
    leads = any(place(choice.extract) in begins for choice in lasting)
    best = (lasting if leads else sure) or summary.ranked[:FROM]
    first = min((choice.group for choice in best), default=0)
    return sure, [choice for choice in best if choice.group == first]


def _unrisen(beside: Sequence[Choice], begins: Set[Place], risen: Spans) -> Sequence[Choice]:
    """Without tolls that have risen since, where a lede is left."""
    left = [choice for choice in beside if not any(map(risen.touch, whole(choice.extract)))]
    return left if any(place(choice.extract) in begins for choice in left) else beside


def _members(summary: Summary, sources: Sequence[Source], beside: Sequence[Choice]) -> list[Source]:
    """The articles on the story of the choices."""
    ids = summary.groups[beside[0].group].sources if beside else ()
    return [source for source in sources if source.id in ids]


def _late(members: Sequence[dt.date], opens: Sequence[dt.date]) -> dt.date:
    """When the last third of the articles begins, or the latest lede of a report came before it."""
    days = sorted(members)
    late = days[2 * (len(days) - 1) // 3] if days else dt.date.min
    return min(late, max(opens, default=late))


def _outweighs(older: Choice, newer: Choice, ranked: Sequence[Choice], begins: Set[Place]) -> bool:
    """Whether so many ledes of the story come between that the older one matters clearly more."""
    places = [c for c in ranked if c.group == newer.group and place(c.extract) in begins]
    return newer in places and places.index(newer) - places.index(older) > EARLIER


def _opened(choices: list[Choice], begins: Set[Place]) -> list[Choice]:
    """What one article says, its lede first, or what comes first where that is not to be had."""
    if not choices or place(choices[0].extract) in begins:
        return choices
    opens = min(choices, key=lambda choice: choice.extract.start)
    return [opens, *(choice for choice in choices if choice is not opens)]


def _with_ledes(choices: Sequence[Choice], begins: Set[Place]) -> Iterator[Choice]:
    """The choices, and the ledes that are antecedents alone, each of which may lead itself."""
    told = {place(choice.extract) for choice in choices}
    for choice in choices:
        before = choice.extract.before
        if before and place(before) in begins - told:
            told.add(place(before))
            yield Choice(before, choice.group)
        yield choice


def bottom_line(best: Sequence[Choice], limit: int) -> tuple[Extract, ...]:
    """The best extracts that fit the limit together, the best first; the shortest if none does."""
    bottom: list[Extract] = []
    room = limit
    for choice in best:
        if bottom and not _adds(choice.extract):
            continue
        if (length := _length(choice.extract)) <= room:
            bottom.append(choice.extract)
            room -= length
    if not bottom and best:
        bottom = [min((choice.extract for choice in best), key=_length)]
    return tuple(bottom)


def _adds(extract: Extract) -> bool:
    """Whether it may stand beside the first: what somebody said has a place of its own."""
    return not any(mark in extract.text for mark in _MARKS)


def _length(extract: Extract) -> int:
    """Characters in print, the citation's among them."""
    return sum(len(part.text) + 12 for part in whole(extract))
