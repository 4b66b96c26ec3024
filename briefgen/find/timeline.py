"""What happened when: dated sentences that tell an event, in the order of their dates."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.find.facts import content, extract_of, facts, merged, names
from briefgen.find.figures_quantity import amounts
from briefgen.find.happenings import DATELINE, happened, is_slated
from briefgen.find.standing import alone
from briefgen.find.undated import Dated, anchored, as_written, dated
from briefgen.find.verbs import has_verb
from briefgen.model import Event, Meeting, Source
from briefgen.text.dates import Expression

_ALIKE, _LOOKING_BACK = 0.5, 0.2
_WIDER = ("year", "quarter", "month", "day")
_LAST = "~"  # after every date
_BACK = 2  # days after which a source looks back on an event
_SHARED = 3  # stems that two tellings of one event have in common, beside the date


@dataclass(frozen=True, slots=True)
class _Row:
    """An event with what it is compared by: its matter without the date, its names, its numbers."""

    event: Event
    language: str
    matter: frozenset[str]
    names: frozenset[str]
    amounts: frozenset[tuple[str | None, str]]
    dateline: bool
    looks_back: bool


def timeline(sources: Sequence[Source], meeting: Meeting | None) -> tuple[Event, ...]:
    """The events, each once, in the order of their dates; the meeting is not among them.

    One told with other numbers is no further place of the same fact, and no event beside it.
    """
    undated = all(source.article.published is None for source in sources)
    rows = [row for source in sources for row in _rows(source, undated=undated)]
    rows.sort(key=lambda row: (row.event.date or _LAST, _WIDER.index(row.event.precision)))
    groups: list[list[_Row]] = []
    on_day: defaultdict[tuple[str | None, str, str], list[list[_Row]]] = defaultdict(list)
    for row in rows:
        near = on_day[row.event.date, row.event.precision, row.language]
        group = next((g for g in near if any(_same(other, row) for other in g)), None)
        if group is None:
            groups.append([row])
            near.append(groups[-1])
        elif all(_agree(other, row) for other in group):
            group.append(row)
    return tuple(_told(group) for group in groups)


def _told(group: list[_Row]) -> Event:
    """The shortest telling without a dateline, with the others as further places."""
    first = min(group, key=lambda row: (row.dateline, len(row.event.event.text)))
    rest = (row.event.event for row in group if row is not first)
    return replace(first.event, event=merged(first.event.event, rest))


def _rows(source: Source, *, undated: bool) -> Iterator[_Row]:
    """The source's events; those of `undated` sources alone also by days that nothing resolves."""
    known = tuple(dated(source) if source.article.published else anchored(source))
    yield from _of(source, known, resolved=True)
    if undated:
        yield from _of(source, as_written(source, known), resolved=False)


def _of(source: Source, found_in: Iterable[Dated], *, resolved: bool) -> Iterator[_Row]:
    lists = facts(source.language)
    if lists is None:
        return
    for sentence, found in found_in:
        text = source.text_of(sentence)
        published = source.article.published
        slated = any(is_slated(date, text, lists, published) for date in found)
        if not (slated or has_verb(text, source.language)):
            continue
        if not alone(text, sentence, source, lists, unended=True):
            continue
        for date in found:
            if happened(date, text, source.language, lists, published):
                event = Event(
                    date.date.isoformat() if resolved else None,
                    date.precision,
                    date.as_written,
                    extract_of(sentence, source, text),
                )
                yield _row(event, found, text, source)
                break


def _row(event: Event, dates: Sequence[Expression], text: str, source: Source) -> _Row:
    cut = text
    for date in reversed(dates):
        cut = cut[: date.start] + " " + cut[date.end :]
    published = source.article.published
    day = dt.date.fromisoformat(event.date) if event.date else dt.date.max
    return _Row(
        event=event,
        language=source.language,
        matter=content(cut, source.language),
        names=names(cut),
        amounts=frozenset((a.unit, a.key) for a in amounts(text, source.language)),
        dateline=bool(DATELINE.match(text)),
        looks_back=published is not None and (published - day).days >= _BACK,
    )


def _same(one: _Row, other: _Row) -> bool:
    """Whether two rows of a date tell one event, by much the same words.

    Where two sources look back on a day they need less in common: each tells what it is known for.
    """
    a, b = one.event, other.event
    if a.event.text == b.event.text:
        return True
    back = one.looks_back and other.looks_back and a.precision == "day"
    back = back and a.event.source != b.event.source
    shared = one.matter & other.matter
    least = min(len(one.matter), len(other.matter))
    return len(shared) >= max(_SHARED - back, (_LOOKING_BACK if back else _ALIKE) * least) and bool(
        one.names & other.names
    )


def _agree(one: _Row, other: _Row) -> bool:
    """Whether no unit is counted differently."""
    units = {unit for unit, _ in one.amounts} & {unit for unit, _ in other.amounts}
    return not any(unit in units for unit, _ in one.amounts ^ other.amounts)
