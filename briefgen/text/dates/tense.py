"""Whether a date in a sentence lies behind or ahead of the day it was written on."""

from __future__ import annotations

import re
from typing import Literal

from briefgen.text.dates.calendar import Tense

Direction = Literal["past", "ahead"]
Mark = Literal["past", "weak", "future", "schedule", "infinitive", "awaited"]
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def direction(text: str, start: int, end: int, tense: Tense) -> Direction | None:
    """Where the date at `start` points to by the verbs around; None where they don't tell.

    The verb that stands nearest before it decides, else the nearest one after it; where the date
    opens a clause of its own, the verb of that clause. An infinitive is ahead where its own verb is
    of the future or the present; after a verb of the past nobody can tell. A participle that a verb
    of the future governs is of the future.
    """
    before = marks(text[:start], tense)
    if before and (own := _own_clause(text, start, end, tense)):
        return _nearest_after(own)
    if before:
        return _nearest_before(before)
    after = marks(text[end:], tense)
    return _nearest_after(after)


def _own_clause(text: str, start: int, end: int, tense: Tense) -> list[Mark]:
    """The verbs of the clause that the date opens, none where it opens none."""
    joined = [match.end() for match in tense.ends.finditer(text, 0, start)]
    if not joined or marks(text[joined[-1] : start], tense):
        return []
    return marks(re.split(r"[,;:]", text[end:], maxsplit=1)[0], tense)


def _nearest_before(marks: list[Mark]) -> Direction | None:
    last = marks[-1]
    if last == "past":
        return "past"
    if last in ("future", "schedule"):
        return "ahead"
    if last == "awaited":  # what had been due may not have come
        return None if marks[-2:-1] == ["past"] else "ahead"
    governing = next((mark for mark in reversed(marks) if mark not in ("weak", "infinitive")), None)
    if last == "weak":
        return "ahead" if governing in ("future", "awaited") and "past" not in marks else "past"
    return "ahead" if governing in ("future", "awaited") else None


def _nearest_after(marks: list[Mark]) -> Direction | None:
    if not marks or marks[0] == "infinitive":
        return None
    return "ahead" if marks[0] in ("future", "schedule", "awaited") else "past"


def marks(text: str, tense: Tense) -> list[Mark]:
    """The verbs of the text that tell a tense, in their order."""
    return [mark for *_, mark in placed(text, tense)]


def placed(text: str, tense: Tense) -> list[tuple[int, int, Mark]]:
    """Where the verbs that tell a tense stand, in their order, and what they tell."""
    found: list[tuple[int, int, Mark]] = [
        (*match.span(), "infinitive") for match in tense.infinitive.finditer(text)
    ]
    if tense.phrases:
        found += [(*match.span(), "future") for match in tense.phrases.finditer(text)]
    taken, before = tuple(found), ""
    for match in _WORD.finditer(text):
        (at, end), word, before = match.span(), before, match[0].lower()
        if (at and match[0][0].isupper()) or any(a <= at < b for a, b, _ in taken):
            continue  # a name, or part of a longer verb
        mark = _mark(match[0], tense)
        if mark and not (mark == "schedule" and word in tense.determiners):
            found.append((at, end, mark))
    return sorted(found)


def _mark(word: str, tense: Tense) -> Mark | None:
    low = word.lower().replace("’", "'")
    if low in tense.future:
        return "future"
    if low in tense.awaited:
        return "awaited"
    if low in tense.past:
        return "past"
    if low in tense.schedule:
        return "schedule"
    if low in tense.neutral or len(low) < 3:
        return None
    if tense.future_endings and low.endswith(tense.future_endings):
        return "future"
    return "weak" if low.endswith(tense.weak_past) else None
