"""Dates as a text writes them, resolved against the day it was published on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.model import Precision, Sentence, Source
from briefgen.text.dates.calendar import Calendar, calendar
from briefgen.text.dates.joined import are_one, joined
from briefgen.text.dates.nowadays import is_that_day
from briefgen.text.dates.resolve import resolve
from briefgen.text.dates.sure import sure
from briefgen.text.dates.tense import direction, marks
from briefgen.text.dates.values import Context, Reading, Resolved
from briefgen.text.quotation import MARKS, marked

_APPOSED = re.compile(r",? (?:\(|el )?")
_CONTINUES = re.compile(
    r"[ \u00a0\u202f]?(?:and|or|to|et|ou|à|au|y|o|a|und|oder|bis|–|-|,)[ \u00a0\u202f]?$"
)
_NUMERIC = frozenset(["iso", "date", "fixed", "month", "quarter"])
_COUNTED = frozenset(
    ["weekday", "night", "day", "tomorrow", "ago", "period", "before last", "this", "numbered"]
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date at `text[start:end]`: the first day of what it names, no preciser than written.

    `lead` is the preposition before it, in lower case; `rule` the kind of form it is written in;
    `last` the last day of a stretch of a few. `relative` tells whether the words count from the
    day of publication.
    """

    start: int
    end: int
    as_written: str
    date: dt.date
    precision: Precision
    lead: str = ""
    rule: str = ""
    last: dt.date | None = None
    relative: bool = False


def expressions(text: str, language: str, published: dt.date | None) -> tuple[Expression, ...]:
    """The dates of a sentence that are sure; nothing relative where `published` is None."""
    words = calendar(language)
    return tuple(_found(text, words, published)) if words else ()


def tells(text: str, language: str) -> bool:
    """Whether the text has a verb that tells a tense: a caption has none."""
    words = calendar(language)
    return bool(words and marks(text, words.tense))


def spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where dates and years stand, resolved or not: no figure is to be read there."""
    words = calendar(language)
    if words is None:
        return ()
    return tuple(
        match.span()
        for match in words.pattern.finditer(text)
        if words.forms[match.lastgroup or ""][0] in _NUMERIC
    )


def dated(source: Source) -> Iterator[tuple[Sentence, tuple[Expression, ...]]]:
    """The sentences of a source that name a date, with what they name; no stretch of days."""
    for sentence in source.sentences:
        text = source.text_of(sentence)
        named = expressions(text, source.language, source.article.published)
        if found := tuple(date for date in named if date.last is None):
            yield sentence, found


def _found(text: str, words: Calendar, published: dt.date | None) -> Iterator[Expression]:
    read: list[Reading] = []
    quotations: list[tuple[int, int]] | None = None
    for match in words.pattern.finditer(text):
        if quotations is None:
            quotations = _quotations(text)
        quoted = any(a < match.start() < b for a, b in quotations)
        one = _reading(text, match, words, Context(published, None, "", quoted=quoted), read)
        if one and read and are_one(text, read[-1], one, words):
            read.append(joined(read.pop(), one, words))
        elif one:
            known = replace(one, resolved=resolve(one.rule, one.parts, words, one.context))
            read.append(_apposed(text, known, read))
    return (_expression(text, one, one.resolved) for one in read if one.resolved)


def _reading(
    text: str, match: re.Match[str], words: Calendar, context: Context, read: Sequence[Reading]
) -> Reading | None:
    """The words of a date with what it is resolved by, where they surely are one."""
    rule, groups = words.forms[match.lastgroup or ""]
    parts = {key: match[group] for key, group in groups.items() if match[group]}
    before = words.lead.search(text[max(0, match.start() - 40) : match.start()])
    lead = before["lead"].lower() if before else ""
    start = match.start() - (len(before[0]) if before else 0)
    earlier = _days(read)
    continued = bool(earlier) and bool(_CONTINUES.fullmatch(text[earlier[-1].end : match.start()]))
    if not sure(text, match, rule, lead, words, parts, continued=continued):
        return None
    tense = direction(text, start, match.end(), words.tense)
    if rule == "day" and not is_that_day(text, *match.span(), words.tense):
        return None
    context = replace(
        context,
        direction=_lean(words, lead, tense, day=_is_day(text, match, rule)),
        lead=lead,
        earlier=tuple(one.resolved for one in earlier if one.resolved),
    )
    relative = "which" in parts or rule in _COUNTED
    return Reading(start, match.end(), rule, parts, context, relative=relative)


def _days(read: Iterable[Reading]) -> list[Reading]:
    """What later words may count from: from a stretch of days nothing is counted."""
    return [one for one in read if one.resolved and one.resolved.last is None]


def _apposed(text: str, one: Reading, read: Sequence[Reading]) -> Reading:
    """The weekday of the day just before it, as in "tomorrow, Wednesday"."""
    before = next(reversed(_days(read)), None)
    if not (before and before.resolved and one.resolved and one.rule == "weekday"):
        return one
    same = before.resolved.precision == "day"
    same = same and before.resolved.date.weekday() == one.resolved.date.weekday()
    same = same and bool(_APPOSED.fullmatch(text[before.end : one.start]))
    return replace(one, resolved=before.resolved) if same else one


def _quotations(text: str) -> list[tuple[int, int]]:
    if not any(mark in text for mark in MARKS + "‘'’"):
        return []
    return [(q.start, q.end) for q in marked(text).quotations]


def _expression(text: str, one: Reading, resolved: Resolved) -> Expression:
    return Expression(
        start=one.start,
        end=one.end,
        as_written=text[one.start : one.end],
        date=resolved.date,
        precision=resolved.precision,
        lead=one.context.lead,
        rule=one.rule,
        last=resolved.last,
        relative=one.relative or resolved.last is not None,
    )


def _is_day(text: str, match: re.Match[str], rule: str) -> bool:
    """Whether it is a weekday, and not whose thing something is, as in "for Monday's attack"."""
    owned = text[match.end() - 2 : match.end() + 2]
    return rule == "weekday" and not ("'s" in owned or "’s" in owned)


def _lean(words: Calendar, lead: str, tense: str | None, *, day: bool) -> str | None:
    """The direction, by the preposition, else by the tense; "had died by Friday" may be either.

    What was called for a weekday comes on it, whatever the tense.
    """
    lean = words.leads.get(lead, "")
    if lean == "planned":
        return "ahead" if day else tense
    if lean == "past" or not lean:
        return lean or tense
    return None if tense == "past" and lean == "unless past" else "until"
