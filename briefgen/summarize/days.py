"""The days that an extract names by their distance from the day it was written on."""

from __future__ import annotations

import datetime as dt
import re

from briefgen.model import Day
from briefgen.summarize.rules import DayRules, day_rules

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[^\w\s]")


def days(text: str, published: dt.date | None, language: str) -> tuple[Day, ...]:
    """Return the relative dates of the text with the day each means, where that is certain.

    A weekday is the last one up to the day of publication, and only in a sentence that tells the
    past and nothing of the future; one with a date of its own, or with "next" or "last", is left.
    """
    rules = day_rules(language)
    if published is None or not (rules.weekdays or rules.relative):
        return ()
    matches = list(_WORD.finditer(text))
    low = [match[0].lower().replace("’", "'").removesuffix("'s") for match in matches]
    past = _is_past(low, rules)
    found: dict[str, Day] = {}
    intended = [_is_intention(matches, low, i, rules) for i in range(len(low))]
    for i, word in enumerate(low):
        certain = past and not any(intended[max(i - 8, 0) : i])
        distance = _distance(low, i, word, published, rules, past=certain)
        if distance is None:
            continue
        begin = i - 1 if i and low[i - 1] in rules.lead_in else i
        written = text[matches[begin].start() : matches[i].end()]
        date = published + dt.timedelta(days=distance)
        found.setdefault(written.lower(), Day(written, date.isoformat()))
    return tuple(found.values())


def _is_past(low: list[str], rules: DayRules) -> bool:
    if rules.future & set(low):
        return False
    return any(
        word in rules.past or (len(word) > 4 and word.endswith(rules.past_endings)) for word in low
    )


def _is_intention(matches: list[re.Match[str]], low: list[str], i: int, rules: DayRules) -> bool:
    """Tell an infinitive, "to meet", from "to Paris" and "to the press"."""
    if low[i] not in rules.infinitive or i + 1 == len(low):
        return False
    return matches[i + 1][0].islower() and low[i + 1] not in rules.articles


def _distance(
    low: list[str], i: int, word: str, published: dt.date, rules: DayRules, *, past: bool
) -> int | None:
    if word in rules.relative:
        return rules.relative[word]
    if word not in rules.weekdays or not past or _is_fixed(low, i, rules):
        return None
    return -((published.weekday() - rules.weekdays[word]) % 7)


def _is_fixed(low: list[str], i: int, rules: DayRules) -> bool:
    """A number near by makes it a date of its own; some words make it another day than the last."""
    earlier = [word for word in low[:i] if word.isalnum()][-2:]
    later = [word for word in low[i + 1 :] if word.isalnum()][:3]
    beside = {*earlier[-1:], *later[:1]}
    return any(word.isdigit() for word in earlier + later) or bool(rules.unsure & beside)
