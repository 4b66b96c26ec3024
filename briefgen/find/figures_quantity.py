"""Numbers of a sentence with what they count: money, shares, measures, people and things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.find.facts import facts
from briefgen.text import stop_words
from briefgen.text.dates import spans

_SPACE = "[ \u00a0\u202f]"
_SIGNS = {"$": "$", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "A$": "AUD", "C$": "CAD",
          "HK$": "HKD", "NZ$": "NZD"}  # fmt: skip
_SIGN = "|".join(sorted((re.escape(sign) for sign in _SIGNS), key=lambda s: (-len(s), s)))
_RANGE = re.compile(r"(?<![\w.,$€£])(?P<from>\d+(?:[.,]\d+)?(?: ?[–-] ?| to | à | bis | a ))$")
_SHORT = {"m": 6, "bn": 9, "tn": 12}
_LEAST = 10  # things counted by a smaller number are told in words


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` holds `value`, as written; `key` is its number in plain digits."""

    start: int
    end: int
    value: str
    unit: str | None
    key: str

    @property
    def number(self) -> float:
        """The number itself."""
        return float(self.key)


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    scales: Mapping[str, int]
    units: Mapping[str, str]
    noun: re.Pattern[str]
    not_units: frozenset[str]
    stop: frozenset[str]
    comma_decimal: bool
    capital_nouns: bool


@cache
def _words(language: str) -> _Words | None:
    lists = facts(language)
    if lists is None:
        return None
    data: Mapping[str, Any] = lists.data
    units = {**data["currencies"], **data["units"]}
    scale, unit = _any(data["scales"]), _any(units)
    number = r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    value = (
        rf"(?:(?:minus|moins|menos){_SPACE}|−)?(?P<number>{number})"
        rf"(?:(?:{_SPACE}|-)(?P<scale>{scale})|(?P<short>bn|tn|m))?"
    )
    pattern = (
        rf"(?<![\w.,/:’'-])(?P<sign>{_SIGN})?(?P<value>{value})(?![\w]|[.,:/-]\d)"
        rf"(?:{_SPACE}?(?P<unit>{unit})(?!\w))?"
    )
    nouns = r"[^\W\d_]+s" if language != "de" else r"[A-ZÄÖÜ][a-zäöüß]+"
    return _Words(
        re.compile(pattern),
        {**_SHORT, **data["scales"]},
        units,
        re.compile(rf"(?:{_SPACE}(?:[^\W\d_]+{_SPACE}){{0,1}}?{nouns})(?![\w-])"),
        frozenset(data["small"]["not_units"].split()),
        stop_words(language),
        language != "en",
        language == "de",
    )


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence; no date, time, age, ordinal, year or number of a document."""
    words = _words(language)
    if words is None or not any(sign.isdigit() for sign in text):
        return ()
    dates: tuple[tuple[int, int], ...] | None = None
    found = []
    for match in words.pattern.finditer(text):
        quantity = _quantity(match, text, words)
        if quantity is None:
            continue
        if dates is None:
            dates = spans(text, language)
        if not any(a <= quantity.start < b for a, b in dates):
            found.append(quantity)
    return tuple(found)


def _quantity(match: re.Match[str], text: str, words: _Words) -> Quantity | None:
    key = _key(match["number"], match["scale"] or match["short"], words)
    if key is None or (match["short"] == "m" and not match["sign"]):  # metres, maybe
        return None
    unit, value = _unit(match, text, words, key), match["value"]
    if unit is None:
        return None
    start = match.start("value")
    if range_ := _RANGE.search(text[max(0, start - 20) : start]):
        value = range_["from"] + value
        start -= len(range_["from"])
    return Quantity(min(start, match.start()), match.end(), value, unit, key)


def _key(number: str, scale: str | None, words: _Words) -> str | None:
    """The number in plain digits: by its groups of three, else by the language's decimal sign."""
    plain = re.sub("[ \u00a0\u202f]", "", number)
    decimal, thousands = (",", ".") if words.comma_decimal else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", plain):
        plain = plain.replace(thousands, "")
    plain = plain.replace(thousands, "") if decimal in plain else plain
    try:
        value = float(plain.replace(decimal, "."))
    except ValueError:
        return None
    return f"{value * 10 ** words.scales.get(scale or '', 0):.10g}" if value < 1e30 else None


def _unit(match: re.Match[str], text: str, words: _Words, key: str) -> str | None:
    """What is counted: the sign of a currency, a known unit, or the noun that follows."""
    if match["sign"]:
        return _SIGNS[match["sign"]]
    if match["unit"]:
        return words.units[match["unit"]]
    noun = words.noun.match(text, match.end())
    if noun is None or float(key) < _LEAST:
        return None
    written = noun[0].strip()
    parts = written.split()
    if words.not_units & {part.lower() for part in parts} or (
        not match["scale"] and len(match["number"]) == 4 and match["number"][:2] in ("19", "20")
    ):
        return None
    if words.stop & {part.lower() for part in parts} or written.endswith("ss"):
        return None
    return written if words.capital_nouns or written.islower() else None
