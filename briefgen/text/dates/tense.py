"""Whether a date in a sentence lies behind or ahead of the day it was written on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from briefgen.text.dates.calendar import Tense

Direction = Literal["past", "ahead"]
Mark = Literal["past", "weak", "future", "schedule", "infinitive", "awaited", "foretold"]
Verb = tuple[int, int, Mark]
CLOSED = re.compile("[,;:]")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def direction(text: str, start: int, end: int, tense: Tense) -> Direction | None:
    """Where the date at `start` points to by the verbs around; None where they don't tell.

    The verb that stands nearest before it decides, else the nearest one after it; where the date
    opens a clause of its own, the verb of that clause. An infinitive is ahead where its own verb is
    of the future or the present; after a verb of the past nobody can tell. A participle that a verb
    of the future governs is of the future: "will be closed", not "will sell the mill closed".
    """
    found = placed(text, tense)
    before = [verb for verb in found if verb[0] < start]
    after = [verb for verb in found if verb[0] >= end]
    if before and (own := _own_clause(text, start, end, before, after, tense)):
        return _nearest_after(own)
    if tense.undone and tense.undone.match(text, end):
        return None  # "The trip on Monday had been cancelled"
    if before:
        return _nearest_before(text, start, before, tense)
    return _nearest_after([mark for *_, mark in after])


def _own_clause(
    text: str, start: int, end: int, before: Sequence[Verb], after: Sequence[Verb], tense: Tense
) -> list[Mark]:
    """The verbs of the clause that the date opens, none where it opens none."""
    joined = [match.end() for match in tense.ends.finditer(text, 0, start)]
    if not joined or any(verb[0] >= joined[-1] for verb in before):
        return []
    closed = CLOSED.search(text, end)
    return [mark for at, _, mark in after if not closed or at < closed.start()]


def _nearest_before(
    text: str, start: int, before: Sequence[Verb], tense: Tense
) -> Direction | None:
    marks = [mark for *_, mark in before]
    last = marks[-1]
    if last == "past":
        return "past"
    if last in ("future", "schedule"):
        return "ahead"
    if last == "foretold":  # what was foretold is ahead, but not the telling
        return "past" if not text[before[-1][1] : start].strip() else None
    if last == "awaited":  # what had been due may not have come
        return None if marks[-2:-1] == ["past"] else "ahead"
    governing = next((mark for mark in reversed(marks) if mark not in ("weak", "infinitive")), None)
    if last == "weak" and governing in ("future", "awaited") and "past" not in marks:
        return "ahead" if _is_governed(text, before, tense) else None
    if last == "weak":
        return "past"
    return "ahead" if governing in ("future", "awaited") else None


def _is_governed(text: str, before: Sequence[Verb], tense: Tense) -> bool:
    """Whether the last participle belongs to a "be", or to the one joined before it."""
    *others, (start, _, _) = before
    words = WORD.findall(text[others[-1][0] if others else 0 : start].lower())
    if tense.being & set(words[-2:]):
        return True
    if not others or words[-1] not in tense.joining:
        return False
    whole = others[-1][2] == "future" and bool(tense.being & set(words))  # "will be read"
    return whole or (others[-1][2] == "weak" and _is_governed(text, others, tense))


def _nearest_after(marks: Sequence[Mark]) -> Direction | None:
    if not marks or marks[0] == "infinitive" or tuple(marks[:2]) == ("past", "awaited"):
        return None
    return "ahead" if marks[0] in ("future", "schedule", "awaited") else "past"


def marks(text: str, tense: Tense) -> list[Mark]:
    """The verbs of the text that tell a tense, in their order."""
    return [mark for *_, mark in placed(text, tense)]


@lru_cache(maxsize=4096)
def placed(text: str, tense: Tense) -> tuple[Verb, ...]:
    """Where the verbs that tell a tense stand, in their order, and what they tell."""
    found: list[Verb] = [
        *_spans(text, tense.infinitive, "infinitive"),
        *_spans(text, tense.phrases, "future"),
        *_spans(text, tense.foretold, "foretold"),
    ]
    taken = tuple(found)
    before: re.Match[str] | None = None
    for match in WORD.finditer(text):
        (at, end), last, before = match.span(), before, match
        if (at and match[0][0].isupper()) or any(a <= at < b for a, b, _ in taken):
            continue  # a name, or part of a longer verb
        mark = _mark(match[0], tense)
        word = last[0].lower() if last else ""
        if mark == "weak" and last and word in tense.subjects and not _follows(last, found):
            mark = "past"  # "the case it filed", not "they want it filed"
        if mark and not (mark == "schedule" and word in tense.determiners):
            found.append((at, end, mark))
    return tuple(sorted(found))


def _spans(text: str, pattern: re.Pattern[str] | None, mark: Mark) -> list[Verb]:
    return [(*match.span(), mark) for match in pattern.finditer(text)] if pattern else []


def _follows(word: re.Match[str], found: Sequence[Verb]) -> bool:
    """Whether a verb stands right before the word."""
    return any(end == word.start() - 1 for _, end, _ in found)


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
    participle = low in tense.participles or low.endswith(tense.weak_past)
    return "weak" if participle else None
