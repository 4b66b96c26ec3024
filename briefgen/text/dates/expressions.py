"""Dates as a text writes them, resolved against the day it was published on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.model import Precision, Sentence, Source
from briefgen.text.dates.calendar import Calendar, calendar
from briefgen.text.dates.resolve import resolve
from briefgen.text.dates.tense import direction, marks
from briefgen.text.dates.values import Context, Resolved
from briefgen.text.quotation import MARKS, marked

_AFTER = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W_]+°?)\.?[ \u00a0\u202f]$")
_APPOSED = re.compile(r",? (?:\(|el )?")
_CONTINUES = re.compile(
    r"[ \u00a0\u202f]?(?:and|or|to|et|ou|à|au|y|o|a|und|oder|bis|–|-|,)[ \u00a0\u202f]?$"
)
_HABITS = frozenset(
    ["a", "an", "every", "each", "one", "chaque", "un", "le", "los", "jeden", "jeder"]
)
_NUMERIC = frozenset(["iso", "date", "fixed", "month", "quarter"])
_COUNTED = frozenset(["weekday", "night", "day", "tomorrow", "ago", "period", "this"])
_NAMED_DAYS = frozenset(["good", "black", "bloody", "ash", "palm", "super", "cyber", "the"])


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
    quotations: list[tuple[int, int]] | None = None
    earlier: list[Expression] = []
    last_end = 0
    for match in words.pattern.finditer(text):
        if quotations is None:
            quotations = _quotations(text)
        name = match.lastgroup or ""
        rule, groups = words.forms[name]
        parts = {key: match[group] for key, group in groups.items() if match[group]}
        before = words.lead.search(text[max(0, match.start() - 40) : match.start()])
        lead = before["lead"].lower() if before else ""
        start = match.start() - (len(before[0]) if before else 0)
        continued = (
            bool(earlier)
            and earlier[-1].end == last_end
            and bool(_CONTINUES.fullmatch(text[last_end : match.start()]))
        )
        if not _sure(text, match, rule, lead, words, parts, continued=continued):
            continue
        day = _is_day(text, match, rule)
        context = Context(
            published,
            _lean(words, lead, direction(text, start, match.end(), words.tense), day=day),
            lead,
            tuple(e.date for e in earlier),
            tuple(e.precision for e in earlier),
            quoted=any(a < match.start() < b for a, b in quotations),
        )
        resolved = resolve(rule, parts, words, context)
        if resolved and earlier and _APPOSED.fullmatch(text[earlier[-1].end : start]):
            resolved = _of_day(resolved, rule, earlier[-1])
        if resolved:
            found = _expression(text, start, match, rule, lead, resolved, "which" in parts)
            if resolved.last is None:  # from a stretch of days nothing is counted
                last_end = match.end()
                earlier.append(found)
            yield found


def _of_day(resolved: Resolved, rule: str, before: Expression) -> Resolved:
    """The weekday of the day just before it, as in "tomorrow, Wednesday"."""
    same = rule == "weekday" and before.precision == "day"
    same = same and before.date.weekday() == resolved.date.weekday()
    return replace(resolved, date=before.date) if same else resolved


def _quotations(text: str) -> list[tuple[int, int]]:
    if not any(mark in text for mark in MARKS + "‘'’"):
        return []
    return [(q.start, q.end) for q in marked(text).quotations]


def _expression(
    text: str,
    start: int,
    match: re.Match[str],
    rule: str,
    lead: str,
    resolved: Resolved,
    pointed: bool,
) -> Expression:
    return Expression(
        start=start,
        end=match.end(),
        as_written=text[start : match.end()],
        date=resolved.date,
        precision=resolved.precision,
        lead=lead,
        rule=rule,
        last=resolved.last,
        relative=pointed or rule in _COUNTED or resolved.last is not None,
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


def _sure(
    text: str,
    match: re.Match[str],
    rule: str,
    lead: str,
    words: Calendar,
    parts: dict[str, str],
    *,
    continued: bool,
) -> bool:
    """Whether it is a date at all, and no name, number or habit."""
    after, before = _AFTER.match(text, match.end()), _BEFORE.search(text[: match.start()])
    following = after[1] if after else ""
    preceding = before[1].lower() if before else ""
    if rule == "year":
        return _is_year(text, match, following, preceding, words, lead)
    if rule == "month" and "year" not in parts and "which" not in parts:
        if following[:1].isupper() and words.capitals:
            return False
        return bool(lead) or continued
    if rule == "anchored" and parts.get("shift", "").lower() in words.takes:
        return not following  # "two days after the flood" counts from that
    if rule == "weekday" and "which" not in parts:
        return _is_weekday(text, match, following, preceding, words, lead)
    return True


def _is_year(
    text: str, match: re.Match[str], following: str, preceding: str, words: Calendar, lead: str
) -> bool:
    if preceding in words.not_before or following.lower() in words.not_after:
        return False
    if text[match.end() : match.end() + 1] in "%°$€£/" and text[match.end() : match.end() + 1]:
        return False
    round_number = match[0].endswith("00") and not lead
    year = int(match[0][:4])
    return (1900 <= year <= 2060 or (bool(lead) and 1500 <= year)) and not round_number


def _is_weekday(
    text: str, match: re.Match[str], following: str, preceding: str, words: Calendar, lead: str
) -> bool:
    if preceding in _HABITS or text[match.end() : match.end() + 1] == "-":
        return False
    if following[:1].isupper() and words.capitals and (preceding == "the" or not lead):
        return not preceding
    if lead or not words.capitals:
        return lead not in {"of", "and", "or"}
    return preceding not in _NAMED_DAYS
