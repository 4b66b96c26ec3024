"""Numbers of a sentence with what they count: money, shares, measures, people and things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.find.figures_words import NUMBER, SIGNS, QuantityWords, quantity_words
from briefgen.text.dates import spans

_NUMBERED = re.compile(r"[a-z,] (?:the )?[A-Z][^\W\d_]* (?:of )?$")
_LEAST = 10  # things counted by a smaller number are told in words
_REACH = 40
_LONGEST = 2000  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` holds `value`, as written, from `low` to `number`; `key` tells it apart.

    A share in words, as one in five, is in per cent. `vague` has no number: thousands of people.
    What `is_named` counts things by their noun, as 15 sailors.
    """

    start: int
    end: int
    value: str
    unit: str | None
    key: str
    number: float
    low: float
    is_time: bool = False
    is_share: bool = False
    is_named: bool = False
    vague: bool = False


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence; no date, time, age, ordinal, year or number of a document."""
    return tuple(quantity for quantity in amounts(text, language) if not quantity.is_time)


_RATE = re.compile(r"/[^\W\d_]| (?:cúbic|cuadrad|carrés?\b|cubes?\b)")
_OF_EVERY = re.compile(r"\b(?:of every|out of(?: every)?) $")  # `seven of every 10 tickets`
_SHARE = re.compile(r"%|[a-zé] ?(?:cent|ciento)$|Prozent$")


@lru_cache(maxsize=4096)
def amounts(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities and the lengths of time, in their order; none of what is no sentence."""
    words = quantity_words(language)
    if words is None or len(text) > _LONGEST:
        return ()
    dates = spans(text, language) if any(sign.isdigit() for sign in text) else ()
    found: list[Quantity] = []
    for quantity in _all(text, words):
        if any(quantity.start < b and a < quantity.end for a, b in dates):
            continue
        if _RATE.match(text, quantity.end) or _OF_EVERY.search(text, 0, quantity.start):
            continue
        if quantity.low < quantity.number:  # the lower end is no figure of its own
            found = [q for q in found if not quantity.start <= q.start < quantity.end]
        if all(quantity.end <= q.start or q.end <= quantity.start for q in found):
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _all(text: str, words: QuantityWords) -> Iterator[Quantity]:
    """The shares first, then what is written in digits, then in words."""
    for share in words.numerals.parts(text):
        value, key = text[share.start : share.end], f"{share.low:.4g}-{share.percent:.4g}"
        key = key if share.low < share.percent else f"{share.percent:.4g}"
        yield Quantity(
            start=share.start,
            end=share.end,
            value=value,
            unit="%",
            key=key,
            number=share.percent,
            low=share.low,
            is_share=True,
        )
    for pattern in (words.digits, words.words):
        for match in pattern.finditer(text):
            quantity = _quantity(match, text, words)
            if quantity is None:
                continue
            whole = _spanning(quantity, text, words)
            if whole is not quantity or text[quantity.start - 1 : quantity.start] != "-":
                yield whole


def _quantity(match: re.Match[str], text: str, words: QuantityWords) -> Quantity | None:
    parts = match.groupdict()
    if parts.get("short") == "m" and not parts["sign"]:  # metres, maybe
        return None
    number = _number(parts, words)
    unit = None if number is None else _unit(match, text, words, number)
    if number is None or unit is None:
        return None
    key = f"{number:.10g}" if not parts.get("vague") else match["value"].lower()
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=match["value"],
        unit=unit,
        key=key,
        number=number,
        low=number,
        is_time=parts["unit"] in words.numerals.time,
        vague=bool(parts.get("vague")),
        is_named=not (parts.get("sign") or parts["unit"]),
    )


def _number(parts: Mapping[str, str | None], words: QuantityWords) -> float | None:
    """The number that the match means; a half may follow what it counts."""
    if written := parts.get("number"):
        scale = (parts["scale"] or parts["short"] or "").lower()
        number = _plain(written, words)
        number = number if number is None else number * 10 ** words.scales.get(scale, 0)
        number = -number if number and not (parts["value"] or "")[0].isdigit() else number
    else:
        number = words.numerals.value(parts.get("spelt") or parts.get("vague") or "")
    half = 0.5 if parts["more"] and parts["unit"] in words.numerals.time else 0.0
    return None if number is None else number + half


def _plain(number: str, words: QuantityWords) -> float | None:
    """The number in digits: by its groups of three, else by the language's decimal sign."""
    plain = re.sub("[ \u00a0\u202f]", "", number)
    decimal, thousands = (",", ".") if words.comma_decimal else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", plain):
        plain = plain.replace(thousands, "")
    plain = plain.replace(thousands, "") if decimal in plain else plain
    try:
        value = float(plain.replace(decimal, "."))
    except ValueError:
        return None
    return value if value < 1e30 else None


def _unit(match: re.Match[str], text: str, words: QuantityWords, number: float) -> str | None:
    """What is counted: the sign of a currency, a known unit, or the noun that follows."""
    parts = match.groupdict()
    if parts.get("sign"):
        return SIGNS[match["sign"]]
    if match["unit"]:
        return words.units[match["unit"]]
    toll = words.toll.search(text[: match.start()]) if parts.get("number") else None
    if toll:
        return None if words.doubtful.search(toll[0]) else words.dead
    noun = words.noun.match(text, match.end())
    if _NUMBERED.search(text, 0, match.start()):  # Room 12, the Group of 20
        return None
    if noun is None or (number < _LEAST and not parts.get("vague")):
        return None
    written = re.sub(r"^(?:of |de |d[’'])", "", noun[0].strip())
    found = {part.lower() for part in written.split()}
    digits = parts.get("number") or ""
    if words.not_units & found or (
        not parts.get("scale") and len(digits) == 4 and digits[:2] in ("19", "20")
    ):
        return None
    if words.stop & found or written.endswith("ss"):
        return None
    return written if words.capital_nouns or written.islower() else None


def _spanning(quantity: Quantity, text: str, words: QuantityWords) -> Quantity:
    """From the lower end, where the quantity is the upper end of a span."""
    at = max(0, quantity.start - _REACH)
    before = text[at : quantity.start]
    match = words.span.search(before)
    if match is None or (match["and"] and not match["between"]):
        return quantity
    if not match["between"] and words.numerals.not_span.search(before[: match.end("low")]):
        return quantity
    if _SHARE.search(match["low"]) and quantity.unit != "%":
        return quantity
    low = _low(match["low"], quantity, words)
    if low is None or not 0 < low < quantity.number:
        return quantity
    start = at + match.start("between" if match["between"] else "low")
    value = text[start : text.index(quantity.value, quantity.start) + len(quantity.value)]
    key = f"{low:.10g}-{quantity.key}"
    return replace(quantity, start=start, value=value, key=key, low=low)


def _low(written: str, quantity: Quantity, words: QuantityWords) -> float | None:
    """The lower end; a scale that stands at the upper end alone is its own, too."""
    digits = re.search(NUMBER, written)
    low = _plain(digits[0], words) if digits else words.numerals.value(written)
    own = re.search(r"[^\W\d_]+$", written.lower())
    if digits and low and own:
        low *= 10 ** words.scales.get(own[0], 0)
    scale = re.search(r"[^\W\d_]+$", quantity.value.lower())
    if low and scale and (own is None or own[0] not in words.scales):
        low *= 10 ** words.scales.get(scale[0], 0)
    return low or None
