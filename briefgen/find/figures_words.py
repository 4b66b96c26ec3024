"""The words of a language for quantities, and the patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.find.facts import facts
from briefgen.find.number_words import Numerals, numerals
from briefgen.text import stop_words

_SPACE = "[ \u00a0\u202f]"
SIGNS = {"$": "$", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "A$": "AUD", "C$": "CAD",
          "HK$": "HKD", "NZ$": "NZD"}  # fmt: skip
_SIGN = "|".join(sorted((re.escape(sign) for sign in SIGNS), key=lambda s: (-len(s), s)))
NUMBER = r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_NEGATIVE = rf"(?:(?<!au )(?<!au\u00a0)(?<!al )(?<!lo )(?:minus|moins|menos){_SPACE}|−)?"
_START = r"(?:(?<![\w.,/:’'-])|(?<=\d-))"
_SHORT = {"m": 6, "bn": 9, "tn": 12}


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """`digits` and `words` find a number and its unit, `span` what stands before its upper end.

    `noun` is what an unknown unit looks like after the number, `toll` what makes it one of `dead`,
    unless it is `doubtful`.
    """

    digits: re.Pattern[str]
    words: re.Pattern[str]
    span: re.Pattern[str]
    numerals: Numerals
    scales: Mapping[str, int]
    units: Mapping[str, str]
    toll: re.Pattern[str]
    doubtful: re.Pattern[str]
    dead: str
    noun: re.Pattern[str]
    not_units: frozenset[str]
    stop: frozenset[str]
    comma_decimal: bool
    capital_nouns: bool


@cache
def quantity_words(language: str) -> QuantityWords | None:
    """The words for quantities; None where the language has no lists."""
    lists = facts(language)
    if lists is None:
        return None
    data: Mapping[str, Any] = lists.data
    scales = {word.lower(): power for word, power in data["scales"].items()}
    told = numerals(language, tuple(scales.items()))
    units = {**told.time, **data["currencies"], **data["units"]}
    return QuantityWords(
        digits=_digits(told, scales, units),
        words=_spelt(told, units),
        span=_span(told, scales),
        numerals=told,
        scales={**_SHORT, **scales},
        units=units,
        toll=re.compile(rf"\b(?:{data['differ']['toll']})\b(?:[^,;.]|(?<=\d)[,.](?=\d)){{0,60}}$"),
        doubtful=re.compile(data["differ"]["doubtful"], re.IGNORECASE),
        dead=data["differ"]["dead"],
        noun=_noun(language, data["small"].get("plurals", "").split()),
        not_units=frozenset([*data["small"]["not_units"].lower().split(), *told.time]),
        stop=stop_words(language),
        comma_decimal=language != "en",
        capital_nouns=language == "de",
    )


def _digits(told: Numerals, scales: Mapping[str, int], units: Mapping[str, str]) -> re.Pattern[str]:
    """A number in digits, its sign and scale, and a known unit."""
    value = (
        rf"{_NEGATIVE}(?P<number>{NUMBER})(?:(?:{_SPACE}|-)(?P<scale>(?i:{_any(scales)}))(?!\w)"
        rf"(?:{told.and_half})?|(?P<short>bn|tn|m))?"
    )
    end = r"(?![\w]|[.,:/-]\d)"
    return re.compile(
        rf"{_START}(?P<sign>{_SIGN})?(?P<value>{value}){end}{_unit(units, told.and_half)}"
    )


def _spelt(told: Numerals, units: Mapping[str, str]) -> re.Pattern[str]:
    """A number in words, or one that nobody counted."""
    written = rf"(?P<spelt>(?i:{told.pattern}))(?!\w)|(?P<vague>(?i:{told.vague}))(?!\w)"
    return re.compile(
        rf"{_START}(?P<value>{written})(?:{_SPACE}of(?= ))?{_unit(units, told.and_half)}"
    )


def _span(told: Numerals, scales: Mapping[str, int]) -> re.Pattern[str]:
    """The lower end of a span, right before the upper one."""
    scale = _any(scales)
    low = rf"(?:{_SIGN})?(?:{NUMBER}|(?i:{told.pattern}))(?:{_SPACE}(?:{scale}))?"
    share = rf"{_SPACE}?(?:%|per ?cent|Prozent|por ciento|pour cent)"
    low += rf"(?:{share}(?!{_SPACE}(?:or|oder|ou|o) ))?"  # "2% to 3%", but not "2% or 3%"
    joined = rf"(?:{told.span}|(?P<and>{told.between_and}))"
    return re.compile(rf"(?<![\w.,/’'-])(?i:(?P<between>{told.between})?(?P<low>{low}){joined})$")


def _unit(units: Mapping[str, str], half: str) -> str:
    return rf"(?:{_SPACE}?-?(?P<unit>{_any(units)})(?!\w|[- ]old)(?P<more>{half})?)?"


def _noun(language: str, plurals: Iterable[str]) -> re.Pattern[str]:
    """A plural; where adjectives stand before it, with a word between at the most."""
    regular = r"[A-ZÄÖÜ][a-zäöüß]+" if language == "de" else r"[^\W\d_]+s"
    of = "(?:of |de |d[’'])?" if language in ("fr", "es") else ""
    plural, most = "|".join([regular, *plurals]), 0 if of else 1
    return re.compile(rf"(?:{_SPACE}{of}(?:[^\W\d_]+{_SPACE}){{0,{most}}}?(?:{plural}))(?![\w-])")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
