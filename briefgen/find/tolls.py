"""Tolls that rise from report to report: the dead, missing, injured and homeless of one event."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.find.facts import content, extract_of, facts
from briefgen.find.figures_quantity import quantities
from briefgen.find.matter import clause, matter_rules, names_in
from briefgen.find.standing import alone
from briefgen.find.tolls_counted import counted
from briefgen.model import Difference, Extract, Source
from briefgen.text.dates import expressions

_ROUNDING = 0.05
_MOST = 4
_WITHIN = 60  # days from one report of an event to another
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?!\w)")


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a source: of whom, in which words, on which day.

    `place` are the names in its clause, `names` those in its sentence, `unit` a noun like sailors,
    `days` those on which they came to harm; a toll that rises on a day names none.
    """

    about: str
    number: float
    extract: Extract
    day: str
    language: str
    place: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    unit: str | None = None
    days: frozenset[dt.date] = frozenset()


@dataclass(frozen=True, slots=True)
class _Rules:
    """What tolls are of, what makes one doubtful, how one is named, words for a count of dead."""

    classes: tuple[tuple[str, re.Pattern[str]], ...]
    doubtful: re.Pattern[str]
    about: re.Pattern[str]
    toll: re.Pattern[str]
    dead: str


@cache
def _rules(language: str) -> _Rules | None:
    lists = facts(language)
    if lists is None:
        return None
    classes, differ = lists.data["classes"], lists.data["differ"]
    return _Rules(
        tuple((name, re.compile(p, re.IGNORECASE)) for name, p in classes.items()),
        re.compile(differ["doubtful"], re.IGNORECASE),
        re.compile(rf"\b(?:{differ['about']})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{differ['toll']})\b", re.IGNORECASE),
        differ["dead"],
    )


def tolls(sources: Sequence[Source]) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """What each kind of toll is told to be, by kind and language, in the order of the sources."""
    by_class: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for source in sources:
        for name, told in _told(source):
            by_class[name, source.language].append(told)
    return tuple((name, tuple(by_class[name, language])) for name, language in sorted(by_class))


def rising(sources: Sequence[Source]) -> Iterator[Difference]:
    """The tolls of an event that differ: one extract a source, in the order of the days."""
    for _, told in tolls(sources):
        for event in _events(told):
            if difference := _difference(event):
                yield difference


def overtaken(sources: Sequence[Source]) -> Iterator[Extract]:
    """The sentences with a toll of which a later day tells a higher one."""
    for _, told in tolls(sources):
        for item in told:
            if any(_overtakes(other, item) and _one_event(other, item) for other in told):
                yield item.extract


def _overtakes(later: Told, earlier: Told) -> bool:
    return later.day > earlier.day > "" and later.number > earlier.number


def _events(told: Sequence[Told]) -> list[list[Told]]:
    """The first toll of each source, with those of the same event, in the order of the days."""
    first: dict[str, Told] = {}
    for item in told:
        first.setdefault(item.extract.source, item)
    events: list[list[Told]] = []
    for item in sorted(first.values(), key=lambda item: (item.day, item.extract.source)):
        event = next((event for event in events if _one_event(event[0], item)), None)
        if event is None:
            events.append([item])
        else:
            event.append(item)
    return events


def _difference(event: Sequence[Told]) -> Difference | None:
    """The numbers that lie apart, where there are two; some of the first and the last of many."""
    kept: list[Told] = []
    for item in event:
        if all(_apart(item.number, other.number) for other in kept):
            kept.append(item)
    if len(kept) < 2:
        return None
    kept = kept if len(kept) <= _MOST else [*kept[: _MOST - 1], kept[-1]]
    named = (item.about for item in kept if " " in item.about)  # `death toll`, not `killed`
    about = next(named, kept[0].about)
    return Difference(about, tuple(item.extract for item in kept))


def _one_event(one: Told, other: Told) -> bool:
    """Whether both count the same: no other place, no other people, and matter in common."""
    if not (one.place <= other.names and other.place <= one.names) or one.unit != other.unit:
        return False
    if one.days and other.days and not one.days & other.days:
        return False
    if one.day and other.day and _between(one.day, other.day) > _WITHIN:
        return False
    a, b = (content(item.extract.text, item.language) for item in (one, other))
    own = content(one.about + " " + other.about, one.language)
    return len((a & b) - own) >= 2


def _between(one: str, other: str) -> int:
    """The days from one to the other."""
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)


def _apart(one: float, other: float) -> bool:
    return abs(one - other) > _ROUNDING * max(one, other)


def _told(source: Source) -> Iterator[tuple[str, Told]]:
    """The tolls that a source gives as its own present count."""
    lists, rules = facts(source.language), _rules(source.language)
    if lists is None or rules is None:
        return
    day = source.article.published.isoformat() if source.article.published else ""
    for sentence in source.sentences:
        text = source.text_of(sentence)
        if not any(pattern.search(text) for _, pattern in rules.classes):
            continue
        if not alone(text, sentence, source, lists):
            continue
        extract = extract_of(sentence, source, text)  # a dateline names no place of the toll's
        if found := _toll(extract.text, source, rules):
            name, about, number, unit, place, at = found
            rises = rules.toll.search(extract.text)
            yield (
                name,
                Told(
                    about=about,
                    number=number,
                    extract=extract,
                    day=day,
                    language=source.language,
                    place=place,
                    names=names_in(extract.text, source),
                    unit=unit,
                    days=frozenset() if rises else _days(extract.text, at, source),
                ),
            )


def _days(text: str, at: int, source: Source) -> frozenset[dt.date]:
    """The days of the number at the offset: not of saying, nor outside the number's own clause.

    "They agreed on Friday to ask about a flood in which 40 died" is on no flood of Friday.
    """
    lists, parted = facts(source.language), matter_rules(source.language)
    if lists is None or parted is None:
        return frozenset()
    behind = lists.relative.search(text[:at])
    days: set[dt.date] = set()
    for date in expressions(text, source.language, source.article.published):
        low, high = clause(text, date.start, date.end, parted)
        own = behind is None or date.start >= behind.start()
        if date.precision == "day" and date.last is None and own:
            said = lists.say & set(_WORD.findall(text[low:high]))
            days |= set() if said else {date.date}
    return frozenset(days)


def _toll(
    text: str, source: Source, rules: _Rules
) -> tuple[str, str, float, str | None, frozenset[str], int] | None:
    """The first toll of the sentence: of whom, its name, the number, of which place, and where."""
    parted = matter_rules(source.language)
    if parted is None:
        return None
    for start, end, number, unit in _numbers(text, source.language):
        low, high = clause(text, start, end, parted)
        told = text[low:high]
        if rules.doubtful.search(told) or rules.doubtful.search(text, 0, low):
            continue
        name = next((n for n, pattern in rules.classes if pattern.search(told)), None)
        if name is None and rules.toll.search(text[:low]):
            name = "deaths"
        term = rules.about.search(told) or rules.about.search(text)
        about = term[0] if term else rules.dead
        if name and (term or name == "deaths"):
            return name, about, number, unit, names_in(told, source), start
    return None


def _numbers(text: str, language: str) -> Iterator[tuple[int, int, float, str | None]]:
    """The numbers of people, and bare ones from a thousand up; no money, no share, no span."""
    taken = quantities(text, language)
    for quantity in taken:
        unit = quantity.unit
        people = unit is not None and not unit.isupper() and unit not in ("%", "$")
        if people and not quantity.vague and quantity.low == quantity.number >= 2:
            of = unit if quantity.is_named and not _is_class(quantity.unit, language) else None
            yield quantity.start, quantity.end, quantity.number, of
    for start, end, number in counted(text, language):
        yield start, end, number, None
    for match in _NUMBER.finditer(text):
        if not any(q.start <= match.start() < q.end for q in taken):
            yield match.start(), match.end(), float(re.sub(r"[.,]", "", match[0])), None


def _is_class(unit: str | None, language: str) -> bool:
    """Whether the noun says no more than what befell them: `injured`, `confirmed dead`."""
    rules = _rules(language)
    return rules is not None and any(p.search(unit or "") for _, p in rules.classes)
