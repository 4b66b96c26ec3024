"""Between which numbers a number lies, as it is rounded and hedged, and when two lie apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefgen.find.figures_quantity import Quantity
from briefgen.find.matter import MatterRules

_LOOSE = 0.1  # how far from its number "about" may reach
_HEDGE = 30  # characters before a number in which its hedge stands


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `low` to `high`; `rounded` is the worth of the last digit that is no zero."""

    low: float
    high: float
    rounded: float


def bounds_of(quantity: Quantity, text: str, rules: MatterRules) -> Bounds:
    """What `more than`, `about` and the like leave open."""
    before = text[max(0, quantity.start - _HEDGE) : quantity.start]
    low, high = quantity.low, quantity.number
    slack = _LOOSE * abs(high) if rules.about.search(before) else 0.0
    upper = math.inf if rules.least.search(before) else high + slack
    return Bounds(low - slack, upper, _rounded(high))


def apart(one: Bounds, other: Bounds) -> bool:
    """Whether no number is meant by both: 81,000 is 80,000, rounded; 400 is no 300."""
    slack = max(one.rounded, other.rounded) / 2 if one.rounded != other.rounded else 0.0
    return one.high + slack < other.low or other.high + slack < one.low


def _rounded(number: float) -> float:
    """100 for 1,200; a tenth for 5.5."""
    whole, _, part = f"{abs(number):.10f}".rstrip("0").partition(".")
    if part:
        return float(10.0 ** -len(part))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if number else 0.0
