"""The numbers and the names of a text, as far as two texts can be compared by them."""

from __future__ import annotations

import re

from briefgen.summarize.rules import NumberRules

_GROUPS = r"[., \u00a0\u202f’']"  # between groups of three digits: spaces, narrow and not to break
_TOKEN = re.compile(rf"\d+(?:{_GROUPS}\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+(?:[’'][^\W\d_]+)*")


def strikes(value: float) -> bool:
    """Tell a number that two texts hardly share by chance."""
    return value >= 3000 or value != int(value)


def digits(value: float) -> int:
    """Return how many digits a number has, but for the zeros at its ends."""
    return len(f"{value:g}".replace(".", "").split("e")[0].strip("0"))


def figures(text: str, spelled: NumberRules) -> frozenset[float]:
    """Return the numbers of a text, spelled ones too, times the scale that follows them."""
    found: set[float] = set()
    last: float | None = None
    for token in _TOKEN.findall(text.replace("-", " ").replace("‑", " ")):
        low = token.lower()
        if low in spelled.scales and last is not None:
            found.discard(last)
            last *= spelled.scales[low]
            found.add(last)
            continue
        last = spelled.numbers.get(low, _value(token) if token[0].isdigit() else None)
        if last is not None and (last != 1 or token[0].isdigit()):
            found.add(last)
    return frozenset(found)


def _value(token: str) -> float | None:
    """Read digits; groups of three are thousands, else comma and point begin the fraction."""
    parts = re.split(_GROUPS, token)
    try:
        if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
            return float("".join(parts))
        return float(".".join(parts))
    except ValueError:
        return None


def names(text: str, calendar: frozenset[str]) -> frozenset[str]:
    """Return the words with a capital that do not open the text, as far as a script has them."""
    found = re.findall(r"(?<=[\w,;:)]\s)[(\"“„«]?([^\W\d_][\w’'-]*)", text)
    kept = (re.sub(r"[’']s$", "", word) for word in found if word[0].isupper())
    return frozenset(word.lower() for word in kept if word.lower() not in calendar)
