"""Whether words that look like a date are one, and no name, number or habit."""

from __future__ import annotations

import re

from briefgen.text.dates.calendar import Calendar
from briefgen.text.dates.values import Parts

_AFTER = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W_]+°?)\.?[ \u00a0\u202f]$")
_HABITS = frozenset(
    ["a", "an", "every", "each", "one", "chaque", "un", "le", "los", "jeden", "jeder"]
)
_SHORT = 2  # letters of "à" or "di"
_NAMED_DAYS = frozenset(["good", "black", "bloody", "ash", "palm", "super", "cyber", "the"])


def sure(
    text: str,
    match: re.Match[str],
    rule: str,
    lead: str,
    words: Calendar,
    parts: Parts,
    *,
    continued: bool,
) -> bool:
    """Whether it is a date at all."""
    after, before = _AFTER.match(text, match.end()), _BEFORE.search(text[: match.start()])
    following = after[1] if after else ""
    preceding = before[1].lower() if before else ""
    if rule == "year":
        return _is_year(text, match, following, preceding, words, lead)
    if rule == "month" and "year" not in parts and "which" not in parts:
        if following[:1].isupper() and words.capitals:
            return False
        return bool(lead) or continued
    if rule == "anchored" and parts.get("shift", "").lower() in words.takes:
        return not following  # "two days after the flood" counts from that
    if rule == "numbered":
        # "on Monday 23 people" counts
        return len(following) <= _SHORT or following in words.small
    if rule == "weekday" and "which" not in parts:
        return _is_weekday(text, match, following, preceding, words, lead)
    return True


def _is_year(
    text: str, match: re.Match[str], following: str, preceding: str, words: Calendar, lead: str
) -> bool:
    if preceding in words.not_before or following.lower() in words.not_after:
        return False
    if text[match.end() : match.end() + 1] in "%°$€£/" and text[match.end() : match.end() + 1]:
        return False
    round_number = match[0].endswith("00") and not lead
    year = int(match[0][:4])
    return (1900 <= year <= 2060 or (bool(lead) and 1500 <= year)) and not round_number


def _is_weekday(
    text: str, match: re.Match[str], following: str, preceding: str, words: Calendar, lead: str
) -> bool:
    if preceding in _HABITS or text[match.end() : match.end() + 1] == "-":
        return False
    if following[:1].isupper() and words.capitals and (preceding == "the" or not lead):
        return not preceding
    if lead or not words.capitals:
        return lead not in {"of", "and", "or"}
    return preceding not in _NAMED_DAYS
