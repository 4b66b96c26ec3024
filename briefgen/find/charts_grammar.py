"""How lists of figures are written: what stands before, between and after their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.find.charts_measures import chart_rules
from briefgen.text import stop_words
from briefgen.text.dates import Expression

_CAPITAL = r"(?:(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]?|[A-ZÀ-Þ][\w’'&]*)"
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_THINGS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_LABEL = r"(?P<label>[^,;:()“”\"]{1,40}?)"
_ENDS = r"(?=[.!?]?[”\"»)]?$|[,;:)]| [–—-] | (?:{trails})\b)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's patterns for what stands before, between and after the numbers of a list."""

    name: re.Pattern[str]
    article: re.Pattern[str]
    after: re.Pattern[str]
    last: re.Pattern[str]
    first: tuple[re.Pattern[str], ...]
    between: re.Pattern[str]
    goes_on: re.Pattern[str]
    stop: frozenset[str]
    lists: Mapping[str, Any]


@cache
def grammar_of(language: str) -> Grammar | None:
    """The language's patterns; None where it has no lists for charts."""
    lists = chart_rules(language)
    if lists is None:
        return None
    article, capital, joined = lists["articles"], _CAPITAL, lists["joined"]
    name = rf"{article}?{capital}(?:{joined}{capital}){{0,5}}"
    prepositions = lists["prepositions"].replace(" ", "|")
    also = rf"(?P<compared>{lists['compared']})|(?P<followed>{lists['followed']})"
    between, ends = rf"(?:{lists['between']}|{also})", _ENDS.format(trails=lists["trails"])
    opens, before, join = (lists[key] for key in ("opens", "before", "join"))
    label = rf"(?P<label>{name})"
    return Grammar(
        name=re.compile(name),
        article=re.compile(rf"^{article}"),
        after=re.compile(
            rf"(?P<lead>(?: [a-zà-ÿ’']+){{0,4}}?) (?P<prep>{prepositions}) {_LABEL}{between}"
        ),
        last=re.compile(rf" (?P<prep>{prepositions}) {_LABEL}{ends}"),
        first=(
            re.compile(rf"(?:^|[,;:—–] |\b(?:{opens}) ){label}(?P<verb>(?: [a-zà-ÿ’']+){{1,5}}) $"),
            re.compile(rf"(?:^|[;:—–] |\b(?:{before}) ){label}(?P<join>{join}| \()$"),
        )
        if before
        else (),
        between=re.compile(
            rf"(?P<lead>{lists['whole']})?\)?{between}{label}(?P<join> |{join}| \()"
        ),
        goes_on=re.compile(rf"\)?(?:{lists['between']})[^,;.]*\d"),
        stop=stop_words(language),
        lists=lists,
    )


def kind_of(label: str, at: int, grammar: Grammar, dates: Sequence[Expression]) -> str | None:
    """What a label at `at` of its sentence is: a date, a name, a thing, or neither for sure."""
    end = at + len(label)
    if _YEAR.fullmatch(label) or any(d.start <= at and d.end == end for d in dates):
        return "dates"
    if any(d.start < end and at < d.end for d in dates):
        return None
    if grammar.name.fullmatch(label):
        return "names" if _is_name(label, grammar) else None
    words = set(label.lower().split())
    if _THINGS.fullmatch(label) and label.islower() and not words & grammar.stop:
        return "things"
    return None


def _is_name(label: str, grammar: Grammar) -> bool:
    return not set(label.split()) & set(grammar.lists["no_names"].split())
