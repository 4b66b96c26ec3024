"""Whether a date in a sentence lies behind or ahead of the day it was written on."""

from __future__ import annotations

import re
from typing import Literal

from briefgen.find.dates_calendar import Tense

Direction = Literal["past", "ahead"]
Mark = Literal["past", "weak", "future", "schedule", "infinitive"]
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def direction(text: str, start: int, end: int, tense: Tense) -> Direction | None:
    """Where the date at `start` points to by the verbs around; None where they don't tell.

    The verb that stands nearest before it decides, else the nearest one after it. An infinitive
    is ahead where its own verb is of the future or the present; after a verb of the past nobody
    can tell. A participle that a verb of the future governs is of the future.
    """
    before = _marks(text[:start], tense)
    if before:
        return _nearest_before(before)
    after = _marks(text[end:], tense)
    return _nearest_after(after)


def _nearest_before(marks: list[Mark]) -> Direction | None:
    last = marks[-1]
    if last == "past":
        return "past"
    if last in ("future", "schedule"):
        return "ahead"
    governing = next((mark for mark in reversed(marks) if mark not in ("weak", "infinitive")), None)
    if last == "weak":
        return "ahead" if governing == "future" and "past" not in marks else "past"
    return "ahead" if governing == "future" else None


def _nearest_after(marks: list[Mark]) -> Direction | None:
    if not marks or marks[0] == "infinitive":
        return None
    return "ahead" if marks[0] in ("future", "schedule") else "past"


def _marks(text: str, tense: Tense) -> list[Mark]:
    """The verbs of the text that tell a tense, in their order."""
    found: list[tuple[int, Mark]] = [
        (match.start(), "infinitive") for match in tense.infinitive.finditer(text)
    ]
    if tense.phrases:
        found += [(match.start(), "future") for match in tense.phrases.finditer(text)]
    taken = {at for at, _ in found}
    for match in _WORD.finditer(text):
        if match.start() not in taken and (mark := _mark(match[0], tense)):
            found.append((match.start(), mark))
    return [mark for _, mark in sorted(found)]


def _mark(word: str, tense: Tense) -> Mark | None:
    low = word.lower().replace("’", "'")
    if low in tense.future:
        return "future"
    if low in tense.past:
        return "past"
    if low in tense.schedule:
        return "schedule"
    if low in tense.neutral or len(low) < 3 or word[0].isupper():
        return None
    if tense.future_endings and low.endswith(tense.future_endings):
        return "future"
    return "weak" if low.endswith(tense.weak_past) else None
