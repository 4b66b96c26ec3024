"""Where sources, or reports of different days, give different numbers for the same thing.

Found: tolls (the dead, missing, injured, homeless), and sentences that are alike but for one
number of the same unit. Not found: opposite statements, and numbers told in other words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.find.facts import alone, content, extract_of, facts, likeness, names
from briefgen.find.figures_quantity import Quantity, quantities
from briefgen.model import Difference, Extract, Figure, Source

_ALIKE = 0.6
_ROUNDING = 0.05
_MOST = 4
_CLAUSE = re.compile(r"[,;:]| that | which | who | and | que | qui | et | y | und |[—–]")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d(?![\w])")
_NAMED = re.compile(r"\b[A-ZÀ-Þ][\w’-]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What tolls are of, what makes one doubtful, how one is named, words for a count of dead."""

    classes: tuple[tuple[str, re.Pattern[str]], ...]
    doubtful: re.Pattern[str]
    about: re.Pattern[str]
    toll: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a source: what it counts, in which words, on which day."""

    about: str
    number: float
    extract: Extract
    day: str
    language: str


def differences(sources: Sequence[Source], figures: Sequence[Figure]) -> tuple[Difference, ...]:
    """The differences, the tolls first; each has one extract a source, in the order of the days."""
    found = [d for _, told in tolls(sources) if (d := _difference(told))]
    return (*found, *_alike(figures, {s.id: s.language for s in sources}))


def tolls(sources: Sequence[Source]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Each kind of toll (deaths, missing …) with one number a source, in the order of the days."""
    by_class: defaultdict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
    for source in sources:
        for name, told in _tolls(source):
            by_class[name, source.language].setdefault(source.id, told)
    for key, first in sorted(by_class.items()):
        items = sorted(first.values(), key=lambda item: (item.day, item.extract.source))
        yield key[0], tuple(items)


def _difference(told: Sequence[Told]) -> Difference | None:
    """Those that share the matter of the first, where the numbers differ."""
    together = [item for item in told if item is told[0] or _shared(told[0], item)]
    kept: list[Told] = []
    for item in together:
        if all(_apart(item.number, other.number) for other in kept):
            kept.append(item)
    if len(kept) < 2:
        return None
    kept = kept if len(kept) <= _MOST else [*kept[: _MOST - 1], kept[-1]]
    return Difference(kept[0].about, tuple(item.extract for item in kept))


def _shared(one: Told, other: Told) -> bool:
    """Whether both speak of one event: they share a name or matter beside the toll's own words."""
    a, b = (content(item.extract.text, item.language) for item in (one, other))
    own = content(one.about + " " + other.about, one.language)
    return len((a & b) - own) >= 2


def _apart(one: float, other: float) -> bool:
    return abs(one - other) > _ROUNDING * max(one, other)


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
    )


def _tolls(source: Source) -> Iterator[tuple[str, Told]]:
    """The tolls that a source gives as its own present count, not for one place among others."""
    lists, rules = facts(source.language), _rules(source.language)
    if lists is None or rules is None:
        return
    day = source.article.published.isoformat() if source.article.published else ""
    for sentence in source.sentences:
        text = source.text_of(sentence)
        if not any(pattern.search(text) for _, pattern in rules.classes):
            continue
        toll = _toll(text, source.language, rules)
        if toll and alone(text, sentence, source, lists):
            name, about, number = toll
            extract = extract_of(sentence, source, text)
            yield name, Told(about, number, extract, day, source.language)


def _toll(text: str, language: str, rules: _Rules) -> tuple[str, str, float] | None:
    """The first toll of the sentence: of whom, its name there, the number."""
    for start, end, number in _numbers(text, language):
        low, high = _clause(text, start, end)
        clause = text[low:high]
        if rules.doubtful.search(clause) or _NAMED.search(clause[1:]):
            continue
        name = next((n for n, pattern in rules.classes if pattern.search(clause)), None)
        if name is None and rules.toll.search(text[:low]):
            name = "deaths"
        term = rules.about.search(clause) or rules.about.search(text)
        if name and term:
            return name, term[0], number
    return None


def _numbers(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    """The numbers from a hundred up that are neither money nor shares."""
    taken: list[Quantity] = list(quantities(text, language))
    for quantity in taken:
        people = quantity.unit is not None and not quantity.unit.isupper() and quantity.unit != "%"
        if people and quantity.number >= 2:
            yield quantity.start, quantity.end, quantity.number
    for match in _NUMBER.finditer(text):
        if any(q.start <= match.start() < q.end for q in taken):
            continue
        digits = re.sub(r"[.,]", "", match[0])
        if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", match[0]):
            yield match.start(), match.end(), float(digits)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the number, without what belongs to the next one."""
    before = [match.end() for match in _CLAUSE.finditer(text[:start])]
    after = _CLAUSE.search(text, end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def _alike(figures: Sequence[Figure], languages: dict[str, str]) -> Iterator[Difference]:
    """Figures of two sources whose sentences are alike, with the same names, but for the number."""
    units: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit:
            units[figure.unit, languages[figure.context.source]].append(figure)
    seen: set[tuple[str, str]] = set()
    for (_, language), rows in sorted(units.items()):
        for i, one in enumerate(rows):
            for other in rows[i + 1 : i + 200]:
                pair = (one.context.text, other.context.text)
                if pair not in seen and _contradict(one, other, language):
                    seen.add(pair)
                    yield Difference(_about(one, other, language), (one.context, other.context))


def _contradict(one: Figure, other: Figure, language: str) -> bool:
    a, b = one.context, other.context
    if a.source == b.source or a.text == b.text or names(a.text) != names(b.text):
        return False
    numbers = [quantities(e.text, language) for e in (a, b)]
    if len(numbers[0]) != 1 or len(numbers[1]) != 1:
        return False
    if not _apart(numbers[0][0].number, numbers[1][0].number):
        return False
    return likeness(content(a.text, language), content(b.text, language)) >= _ALIKE


def _about(one: Figure, other: Figure, language: str) -> str:
    """The longest run of words that both sentences share, as the first one writes it."""
    words = [re.findall(r"[\w’'-]+", f.context.text) for f in (one, other)]
    there = " " + " ".join(words[1]).lower() + " "
    runs = [
        " ".join(words[0][i:j])
        for i in range(len(words[0]))
        for j in range(i + 1, min(i + 6, len(words[0])) + 1)
    ]
    shared = [run for run in runs if f" {run.lower()} " in there and content(run, language)]
    return max(
        shared, key=lambda run: (len(content(run, language)), len(run)), default=one.unit or ""
    )
