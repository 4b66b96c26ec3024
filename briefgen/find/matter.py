"""What a sentence is about, without who says it, the numbers and the dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from briefgen.find.facts import content, facts
from briefgen.find.standing import LONGEST
from briefgen.model import Sentence, Source
from briefgen.text.dates import Expression, expressions
from briefgen.text.dates.calendar import calendar

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*[^\W_]")
_INSIDE = re.compile(r"(?<=[\w,’'] )[A-ZÀ-Þ][\w’'-]*[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LEDE = 3  # sentences that tell what an article is on
_ALIKE = 4  # words of matter that two heads on one event have in common
_DAYS = 7  # between the publications of two sources on one thing


@dataclass(frozen=True, slots=True)
class MatterRules:
    """The patterns of a language: who says, where clauses part, what is not yet, how sure it is."""

    said_before: re.Pattern[str]
    said_after: re.Pattern[str]
    according: re.Pattern[str]
    clause: re.Pattern[str]
    forecast: re.Pattern[str]
    least: re.Pattern[str]
    about: re.Pattern[str]
    lasting: re.Pattern[str]
    negation: re.Pattern[str]
    opposites: tuple[tuple[str, ...], ...]
    saying: frozenset[str]
    sides: re.Pattern[str]


@cache
def matter_rules(language: str) -> MatterRules | None:
    """The patterns; None where the language has no lists."""
    lists = facts(language)
    if lists is None:
        return None
    data = lists.data["matter"]
    say = "|".join(sorted(lists.say))
    return MatterRules(
        said_before=re.compile(rf"^[^,]{{2,90}}?\b(?:{say})\b(?: that| que| qu[’']|, dass)? "),
        said_after=re.compile(rf", [^,]{{0,80}}\b(?:{say})\b[^,]*$"),
        according=re.compile(data["according"]),
        clause=re.compile(data["clause"]),
        forecast=re.compile(data["forecast"]),
        least=re.compile(rf"\b{data['least']} (?:[^\W\d_]+ )?$", re.IGNORECASE),
        about=re.compile(rf"\b{data['about']} ?(?:[^\W\d_]+ )?$", re.IGNORECASE),
        lasting=re.compile(data["lasting"]),
        negation=re.compile(data["negation"]),
        opposites=tuple(tuple(group) for group in data["opposites"]),
        saying=frozenset(data["saying"]),
        sides=re.compile(rf"\b(?:{'|'.join(w for group in data['opposites'] for w in group)})\b"),
    )


def told(text: str, rules: MatterRules) -> tuple[int, int]:
    """Where in the sentence stands what it tells, without who says it."""
    before = rules.said_before.match(text)
    start = before.end() if before else 0
    for match in rules.according.finditer(text):
        if match.start() == 0:
            start = max(start, match.end())
    after = rules.said_after.search(text, start)
    end = after.start() if after else len(text)
    for match in rules.according.finditer(text, start):
        if match.start() > start:
            end = min(end, match.start())
    return start, end


def clause(text: str, start: int, end: int, rules: MatterRules) -> tuple[int, int]:
    """The clause around the offsets, inside what is told."""
    low, high = told(text, rules)
    if not low <= start <= end <= high:
        low, high = 0, len(text)
    before = [match.end() for match in rules.clause.finditer(text, low, start)]
    after = rules.clause.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces where the spans are."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=256)
def proper(text: str, language: str) -> frozenset[str]:
    """The words that an article writes with a capital inside a sentence, days and months apart."""
    words = calendar(language)
    found = {match[0].removesuffix("'s").removesuffix("’s") for match in _INSIDE.finditer(text)}
    days = {*words.words["weekday"], *words.words["month"]} if words else set()
    lists = facts(language)
    ahead = lists.data["matter"].get("before_nouns", "").split() if lists else []
    nouns = set(re.findall(rf"\b(?i:{'|'.join(ahead)}) ([^\W\d_][\w-]+)", text)) if ahead else set()
    return frozenset(name for name in found - nouns if name.lower() not in days)


def names_in(text: str, source: Source) -> frozenset[str]:
    """The names of a stretch of a source, one at its head among them."""
    found = {m[0].removesuffix("'s").removesuffix("’s") for m in _CAPITAL.finditer(text)}
    return frozenset(found) & proper(source.article.text, source.language)


@dataclass(frozen=True, slots=True)
class Head:
    """What an article is on: the matter and the names of its title and ledes, and their first days.

    `days` are those that the first lede with a day names, no later than `published`.
    """

    language: str
    published: dt.date | None
    matter: frozenset[str]
    names: frozenset[str]
    days: frozenset[dt.date]


def head(source: Source) -> Head:
    """What the source is on."""
    ledes = [source.text_of(sentence) for sentence in _body(source)]
    text, language = " ".join([source.article.title or "", *ledes]), source.language
    published = source.article.published
    days = (_days(lede, language, published) for lede in ledes)
    first = next(filter(None, days), frozenset())
    return Head(language, published, content(text, language), names_in(text, source), first)


def same_story(one: Head, other: Head) -> bool:
    """Whether both articles are on one event."""
    if one.language != other.language or not near(one.published, other.published):
        return False
    if one.days and other.days and not one.days & other.days:
        return False
    return len(one.matter & other.matter) >= _ALIKE and bool(one.names & other.names)


def _days(text: str, language: str, published: dt.date | None) -> frozenset[dt.date]:
    """The days before publication that a lede names."""
    found = expressions(text, language, published)
    days = (date.date for date in found if date.precision == "day" and date.last is None)
    return frozenset(day for day in days if published is None or day <= published)


def _body(source: Source) -> list[Sentence]:
    """The first sentences that are no title, byline or caption."""
    paragraphs = source.article.paragraphs
    short = (s for s in source.sentences if s.end - s.start <= LONGEST)
    body = (s for s in short if paragraphs[s.paragraph - 1].kind == "body")
    return list(islice(body, _LEDE))


def near(one: dt.date | None, other: dt.date | None, *, days: int = _DAYS) -> bool:
    """Whether two sources were published within so many days, as far as they say."""
    return one is None or other is None or abs((one - other).days) <= days


def same_time(
    one: Iterable[Expression],
    other: Iterable[Expression],
    published: tuple[dt.date | None, dt.date | None],
) -> bool:
    """Whether two sentences can speak of one time: a date in common, or one that each may mean."""
    a, b = ({(d.date, d.precision) for d in dates} for dates in (one, other))
    if a and b:
        return any(_holds(x, y) or _holds(y, x) for x in a for y in b)
    for dates, day in ((a, published[1]), (b, published[0])):
        for date, precision in dates:
            if precision != "day" or (day and abs((date - day).days) > _DAYS):
                return False
    return near(*published)


def _holds(whole: tuple[dt.date, str], part: tuple[dt.date, str]) -> bool:
    """Whether the year, the quarter or the month that one names holds the other."""
    (a, precision), (b, finer) = whole, part
    if precision == "day":
        return finer == "day" and a == b
    if precision == "year":
        return a.year == b.year
    if precision == "month":
        return finer in ("day", "month") and (a.year, a.month) == (b.year, b.month)
    return finer != "year" and (a.year, (a.month - 1) // 3) == (b.year, (b.month - 1) // 3)


def labelled(one: str, other: str, language: str) -> str:
    """What two clauses share, as the first writes it: a run of words, or a few of them."""
    words, there = _WORD.findall(one), " " + " ".join(_WORD.findall(other)).lower() + " "
    rules = matter_rules(language)
    ends = [
        bool(content(word, language)) and not (rules and rules.forecast.fullmatch(word))
        for word in words
    ]
    runs = [
        " ".join(words[i:j])
        for i in range(len(words))
        for j in range(i + 2, min(i + 6, len(words)) + 1)
        if ends[i] and ends[j - 1]
    ]
    if shared := [run for run in runs if f" {run.lower()} " in there]:
        return max(shared, key=lambda run: (len(content(run, language)), len(run)))
    common = content(one, language) & content(other, language)
    single = (
        word
        for word, end in zip(words, ends, strict=True)
        if end and content(word, language) & common
    )
    return ", ".join(list(dict.fromkeys(single))[:3])
