"""A toll that rose from day to day: what was reported of one event on three or more days."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.find.charts_givers import givers_in
from briefgen.find.charts_measures import Measure, chart_rules, in_digits, measures
from briefgen.find.facts import names
from briefgen.find.tolls import Told, tolls
from briefgen.model import Bar, Chart, Source
from briefgen.text.dates import expressions

_FEWEST = 3
_WITHIN = 45  # days from one report to another of the same event
_ROUNDING = 0.05  # as far apart two reports of one day may be
_LEAP = 10  # times; what rises by more from one report to the next counts something else


def days(sources: Sequence[Source]) -> Iterator[Chart]:
    """A chart for each kind of toll, its bars in the order of the days of report."""
    articles = {source.id: source.article.text for source in sources}
    for kind, told in tolls(sources):
        recent = [item for item in told if item.day and _measure(item) and not _recalls(item)]
        by_day = _by_day(_one_event(recent, articles))
        if len(by_day) >= _FEWEST and all(_follows(a, b, kind) for a, b in pairwise(by_day)):
            bars = tuple(bar for item in by_day if (bar := _bar(item)))
            yield Chart("days", _about(by_day), None, bars)


def _about(told: Sequence[Told]) -> str:
    """What most call it, the earlier where as many do."""
    return Counter(item.about for item in told).most_common(1)[0][0]


def _follows(one: Told, other: Told, kind: str) -> bool:
    """Whether one toll may have become the other; the dead and the injured grow no fewer."""
    low, high = sorted((one.number, other.number))
    return high <= _LEAP * low and (low == one.number or kind not in ("deaths", "injured"))


def _recalls(item: Told) -> bool:
    """Whether the sentence dates what it tells long before its article: an earlier event."""
    published = dt.date.fromisoformat(item.day)
    spans = {"day": 0, "month": 31, "quarter": 92, "year": 366}
    return any(
        (published - found.date).days > _WITHIN + spans[found.precision]
        for found in expressions(item.extract.text, item.language, published)
    )


def _by_day(items: Sequence[Told]) -> list[Told]:
    """One a day, the highest of a day's; a day on which the sources differ is left out."""
    found: dict[str, list[Told]] = {}
    for item in items:
        found.setdefault(item.day, []).append(item)
    kept = []
    for _, told in sorted(found.items()):
        most = max(told, key=lambda item: item.number)
        if all(most.number - item.number <= _ROUNDING * most.number for item in told):
            kept.append(most)
    return kept


def _one_event(told: Sequence[Told], articles: dict[str, str]) -> list[Told]:
    """The most that surely tell of one event: each linked to some other of them."""
    best: list[Told] = []
    for start in told:
        together = [start]
        for item in together:  # which grows while it is walked through
            together += [t for t in told if t not in together and _linked(item, t, articles)]
        if len(together) > len(best):
            best = together
    return sorted(best, key=lambda item: (item.day, item.extract.source))


def _linked(one: Told, other: Told, articles: dict[str, str]) -> bool:
    """Whether both count the same: within weeks, one kind of event, a place both articles know."""
    rules = chart_rules(one.language)
    if rules is None or one.language != other.language:
        return False
    apart = dt.date.fromisoformat(one.day) - dt.date.fromisoformat(other.day)
    if abs(apart.days) > _WITHIN or one.unit != other.unit or not _one_place(one, other):
        return False
    events = re.compile(rules["tolls"]["events"], re.IGNORECASE)
    kinds = [{m[1].lower() for m in events.finditer(t.extract.text)} for t in (one, other)]
    if not kinds[0] & kinds[1]:
        return False
    bodies = set(rules["tolls"]["bodies"].split())
    return any(
        (names(here.extract.text) - bodies) & names(articles[there.extract.source])
        for here, there in ((one, other), (other, one))
    )


def _one_place(one: Told, other: Told) -> bool:
    """Whether neither counts more places than the other: the same words for it, or the same states.

    Where the clause of one names no place, its sentence must name the same states.
    """
    states = [givers_in(item.extract.text, item.language) for item in (one, other)]
    if all(states) and states[0] != states[1]:
        return False
    return one.place == other.place or (all(states) and not (one.place and other.place))


def _measure(item: Told) -> Measure | None:
    found = measures(item.extract.text, item.language)
    return next((m for m in found if m.sure and m.number == item.number), None)


def _bar(item: Told) -> Bar | None:
    measure = _measure(item)
    if measure is None:
        return None
    return Bar(None, item.day, in_digits(measure.number), measure.written, item.extract)
