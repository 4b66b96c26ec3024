"""Who pledged how much: sums that states and lenders promise, from sentences of any source."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefgen.find.charts_measures import Measure, chart_rules, in_digits, measures
from briefgen.find.facts import extract_of
from briefgen.model import Bar, Chart, Extract, Source
from briefgen.text.quotation import marked

_FEWEST, _MOST = 3, 8
_MONEY = re.compile(r"\$|[A-Z]{3}")
_OTHER_DOLLARS = re.compile("Canad|Kanad|Austr[aá]l|New Zealand|Neuseel|Nouvelle-Z|Singap")


@dataclass(frozen=True, slots=True)
class _Pledge:
    """What one giver, known by its code, promises in an extract, on which day."""

    giver: str
    label: str
    unit: str
    measure: Measure
    extract: Extract
    day: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    codes: Mapping[str, str]
    names: re.Pattern[str]
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    doubt: re.Pattern[str]


def givers(sources: Sequence[Source]) -> Iterator[Chart]:
    """A chart for each currency in which three or more givers pledged a sum, the largest first."""
    found: defaultdict[str, list[_Pledge]] = defaultdict(list)
    for source in sources:
        for pledge in _pledges(source):
            found[pledge.unit].append(pledge)
    for unit, pledges in sorted(found.items()):
        sums = [settled for giver in _by_giver(pledges) if (settled := _settled(giver))]
        if len(sums) >= _FEWEST:
            sums.sort(key=lambda pledge: (-pledge.measure.number, pledge.giver))
            yield Chart("givers", None, unit, tuple(map(_bar, sums[:_MOST])))


def _by_giver(pledges: Sequence[_Pledge]) -> list[list[_Pledge]]:
    found: defaultdict[str, list[_Pledge]] = defaultdict(list)
    for pledge in pledges:
        found[pledge.giver].append(pledge)
    return list(found.values())


def _settled(pledges: Sequence[_Pledge]) -> _Pledge | None:
    """The sum as last raised; None where a later one is lower, or one day or no day knows several.

    A lower sum that comes later is a sum of its own, not what the giver promises in all.
    """
    if len({pledge.measure.number for pledge in pledges}) == 1:
        return pledges[0]
    last = max(pledge.day for pledge in pledges)
    latest = [pledge for pledge in pledges if pledge.day == last]
    most = max(pledge.measure.number for pledge in pledges)
    if any(not p.day for p in pledges) or any(p.measure.number < most for p in latest):
        return None
    return latest[0]


def _bar(pledge: _Pledge) -> Bar:
    number = in_digits(pledge.measure.number)
    return Bar(pledge.label, None, number, pledge.measure.written, pledge.extract)


@cache
def _patterns(language: str) -> _Patterns | None:
    lists = chart_rules(language)
    if lists is None or "givers" not in lists:
        return None
    path = files("briefgen.find").joinpath("data", "givers.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    rules = lists["givers"]
    codes = {name: code for code, by in table["names"].items() for name in by[language]}
    for code, by in table["adjectives"].items():
        codes |= {form.format(by[language]): code for form in rules["government"] if language in by}
    names = "|".join(sorted(map(re.escape, codes), key=lambda name: (-len(name), name)))
    giver = rf"{rules['article']}(?P<giver>{names})(?![\w’'-]){rules['tail']}"
    return _Patterns(
        codes=codes,
        names=re.compile(rf"(?<![\w’'-])(?:{names})(?![\w-])"),
        before=tuple(_filled(p, rules["start"], giver) for p in rules["before"]),
        after=tuple(_filled(p, rules["start"], giver) for p in rules["after"]),
        doubt=re.compile(rules["not"]),
    )


def givers_in(text: str, language: str) -> frozenset[str]:
    """The codes of the states and lenders that a text names."""
    patterns = _patterns(language)
    found = patterns.names.findall(text) if patterns else ()
    return frozenset(patterns.codes[name] for name in found) if patterns else frozenset()


def _filled(pattern: str, start: str, giver: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{start}", start).replace("{giver}", giver))


def _pledges(source: Source) -> Iterator[_Pledge]:
    patterns = _patterns(source.language)
    if patterns is None:
        return
    day = source.article.published.isoformat() if source.article.published else ""
    for sentence in source.sentences:
        text = source.text_of(sentence)
        if sentence.state != "plain" or not any(sign.isdigit() for sign in text):
            continue
        for label, measure in _told(text, source.language, patterns):
            unit = measure.unit or ""
            if unit == "$" and not _OTHER_DOLLARS.search(source.article.text):
                unit = "USD"
            extract = extract_of(sentence, source, text)
            yield _Pledge(patterns.codes[label], label, unit, measure, extract, day)


def _told(text: str, language: str, patterns: _Patterns) -> Iterator[tuple[str, Measure]]:
    """The givers of a sentence with their sums; none of a sentence that tells more than that."""
    sums = [m for m in measures(text, language) if m.unit and _MONEY.fullmatch(m.unit)]
    if patterns.doubt.search(text) or _quoted(text, sums):
        return
    for measure in sums:
        found = [m for p in patterns.before if (m := p.search(text, 0, measure.start))]
        found += [m for p in patterns.after if (m := p.match(text[measure.end :]))]
        if measure.sure and len(found) == 1:
            yield found[0]["giver"], measure


def _quoted(text: str, sums: Sequence[Measure]) -> bool:
    spans = [(q.start, q.end) for q in marked(text).quotations]
    return any(a < measure.start < b for a, b in spans for measure in sums)
