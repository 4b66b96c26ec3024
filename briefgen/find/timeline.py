"""What happened when: dated sentences that tell an event, in the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.find.facts import Facts, alone, content, extract_of, facts, likeness, merged, names
from briefgen.model import Event, Extract, Meeting, Source
from briefgen.text.dates import Expression, dated, tells
from briefgen.text.quotation import marked

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_ALIKE = 0.4
_MEASURED = re.compile(r"\d ?%|per ?cent|percent|pour cent|por ciento|Prozent")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^a-z]{2,}[^—–]{0,70} [—–] ")
_BESIDE = frozenset(
    ["of", "than", "to", "and", "or", "between", "as of", "from", "de", "entre", "zwischen"]
)


@dataclass(frozen=True, slots=True)
class _Row:
    event: Event
    language: str


def timeline(sources: Sequence[Source], meeting: Meeting | None) -> tuple[Event, ...]:
    """The events, each once, in the order of their dates; the meeting is not among them."""
    rows = [row for source in sources for row in _rows(source)]
    rows.sort(key=lambda row: (row.event.date, row.event.precision))
    groups: list[list[_Row]] = []
    for row in rows:
        group = next((g for g in groups if _same(g[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return tuple(_told(group) for group in groups)


def _told(group: list[_Row]) -> Event:
    first = group[0].event
    return replace(first, event=merged(first.event, (row.event.event for row in group[1:])))


def _rows(source: Source) -> Iterator[_Row]:
    lists = facts(source.language)
    if lists is None:
        return
    for sentence, found in dated(source):
        text = source.text_of(sentence)
        if not (tells(text, source.language) and alone(text, sentence, source, lists)):
            continue
        date = next((e for e in found if _tells(e, text, lists)), None)
        if date:
            extract = extract_of(sentence, source, text)
            event = Event(date.date.isoformat(), date.precision, date.as_written, extract)
            yield _Row(event, source.language)


def _tells(date: Expression, text: str, lists: Facts) -> bool:
    """Whether the sentence tells what happened then, not what was said, compared or added."""
    if any(q.start < date.start < q.end for q in marked(text).quotations):
        return False
    if date.precision != "day" and (not date.lead or _MEASURED.search(text)):
        return date.rule == "month" and not date.lead and not _MEASURED.search(text)
    if date.rule in ("period", "this") or date.lead in _BESIDE:
        return False
    before, after = text[: date.start], text[date.end :]
    if (dateline := _DATELINE.match(text)) and date.start < dateline.end():
        return False
    if lists.relative.search(before) or lists.reference.search(text[: date.end]):
        return False
    return not _of_saying(before, after, date, lists)


def _of_saying(before: str, after: str, date: Expression, lists: Facts) -> bool:
    """Whether the date is the one of saying: a verb of saying stands right beside it."""
    earlier = [word.lower() for word in _WORD.findall(before)[-5:]]
    later = [word.lower() for word in _WORD.findall(after)[:3]]
    return bool(lists.say & {*earlier, *later}) and date.rule in ("weekday", "day", "tomorrow")


def _same(one: _Row, other: _Row) -> bool:
    """Whether both tell one event: the same date, alike words, and numbers that agree."""
    a, b = one.event, other.event
    if (a.date, a.precision, one.language) != (b.date, b.precision, other.language):
        return False
    return _alike(a.event, b.event, one.language)


def _alike(one: Extract, other: Extract, language: str) -> bool:
    if one.text == other.text:
        return True
    numbers = [set(_NUMBER.findall(e.text)) for e in (one, other)]
    if numbers[0] and numbers[1] and not (numbers[0] & numbers[1]):
        return False
    shared = names(one.text) & names(other.text)
    score = likeness(content(one.text, language), content(other.text, language))
    return score >= _ALIKE and len(shared) > 0
