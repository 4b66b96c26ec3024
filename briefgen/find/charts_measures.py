"""The numbers of a sentence as a chart would draw them, those without a unit among them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.find.facts import facts
from briefgen.find.figures_quantity import Quantity, amounts
from briefgen.text.dates import spans

_DIGITS = r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?"
_BARE = re.compile(rf"(?<![\w.,/:’'$€£¥#-])(?:{_DIGITS})(?![\w%])")
_TAIL = re.compile(r"[.,:/–-]\d|[/–-]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NEGATIVE = re.compile(r"^(?:[-−]|minus|moins|menos)", re.IGNORECASE)
_LONGEST = 34  # characters of a number with its unit, as printed beside a bar


@dataclass(frozen=True, slots=True)
class Measure:
    """`text[start:end]` is a number with what belongs to it; `written` is printed beside its bar.

    `unit` is None where none stands with it; `scaled` where a word multiplies its digits. One that
    is not `sure` is not to be drawn: a span, a limit, a length of time, a number below zero.
    """

    start: int
    end: int
    number: float
    written: str
    unit: str | None
    scaled: bool
    sure: bool


@cache
def chart_rules(language: str) -> Mapping[str, Any] | None:
    """The language's lists for charts; None where it has none."""
    path = files("briefgen.find").joinpath("data", f"charts-{language}.toml")
    if not (language.isalpha() and path.is_file() and facts(language)):
        return None
    return tomllib.loads(path.read_text("utf-8"))


def measures(text: str, language: str) -> tuple[Measure, ...]:
    """Every number of the text that is no date and no year, in their order."""
    rules = chart_rules(language)
    if rules is None or not any(sign.isdigit() for sign in text):
        return ()
    counted = amounts(text, language)
    taken = [(quantity.start, quantity.end) for quantity in counted]
    taken += spans(text, language)
    bare = [
        match
        for match in _BARE.finditer(text)
        if all(match.end() <= a or b <= match.start() for a, b in taken)
        and not _YEAR.fullmatch(match[0])
    ]
    found = [_counted(quantity, text, language, rules) for quantity in counted]
    found += [_uncounted(match, text, language, rules) for match in bare]
    return tuple(sorted(found, key=lambda measure: measure.start))


def _counted(quantity: Quantity, text: str, language: str, rules: Mapping[str, Any]) -> Measure:
    """A quantity; what it counts is printed with it only where it is a known unit."""
    end, unit = quantity.end, quantity.unit
    noun = re.compile(rf"[ \u00a0\u202f](?:of |de |d[’'])?{re.escape(unit or '')}").match(text, end)
    is_noun = bool(unit) and text.startswith(quantity.value, end - len(quantity.value))
    start, sure = _qualified(text, quantity.start, rules)
    plain = not (quantity.vague or quantity.is_time or quantity.low != quantity.number)
    return Measure(
        start=start,
        end=noun.end() if noun and is_noun else end,
        number=quantity.number,
        written=text[start:end],
        unit=unit,
        scaled=_literal(quantity.value, language) != quantity.number,
        sure=sure and plain and not _NEGATIVE.match(quantity.value) and end - start <= _LONGEST,
    )


def _uncounted(match: re.Match[str], text: str, language: str, rules: Mapping[str, Any]) -> Measure:
    """A number alone, or with the word that multiplies it."""
    start, sure = _qualified(text, match.start(), rules)
    number = _plain(match[0], language)
    scale = _scales(language).match(text, match.end())
    end = scale.end() if scale else match.end()
    power = _powers(language)[scale[1].lower()] if scale else 0
    return Measure(
        start=start,
        end=end,
        number=(number or 0.0) * 10**power,
        written=text[start:end],
        unit=None,
        scaled=scale is not None,
        sure=sure and number is not None and not _TAIL.match(text, end),
    )


@cache
def _powers(language: str) -> Mapping[str, int]:
    """Thousands, millions … as powers of ten."""
    lists = facts(language)
    return {word.lower(): power for word, power in lists.data["scales"].items()} if lists else {}


@cache
def _scales(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _powers(language)), key=lambda w: (-len(w), w)))
    return re.compile(rf"[ \u00a0\u202f-]({words})(?!\w)", re.IGNORECASE)


def _literal(value: str, language: str) -> float | None:
    """What its digits alone say; None where it has none."""
    match = re.search(_DIGITS, value)
    return _plain(match[0], language) if match else None


def _plain(written: str, language: str) -> float | None:
    """The number in digits: by its groups of three, else by the language's decimal sign."""
    plain = re.sub("[ \u00a0\u202f]", "", written)
    decimal, thousands = (".", ",") if language == "en" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", plain):
        return float(plain.replace(thousands, ""))
    if thousands in plain or plain.count(decimal) > 1:
        return None
    return float(plain.replace(decimal, "."))


def _qualified(text: str, start: int, rules: Mapping[str, Any]) -> tuple[int, bool]:
    """Where the words that go with the number begin, and whether it is one to draw."""
    before = text[max(0, start - 30) : start]
    match = re.search(rf"\b(?:{rules['qualifiers']})[ \u00a0]$", before, re.IGNORECASE)
    begins = start - len(before) + match.start() if match else start
    doubtful = re.compile(rules["doubtful"], re.IGNORECASE)
    return begins, not any(doubtful.search(text[max(0, at - 30) : at]) for at in (start, begins))


def in_digits(number: float) -> str:
    """The number in plain digits, `60500000` or `5.4`."""
    return f"{Decimal(f'{number:.12g}').normalize():f}"
