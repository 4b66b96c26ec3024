"""The verbs of a sentence that tell a tense, in groups: `had been inspecting` is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefgen.text import stop_words
from briefgen.text.dates.calendar import calendar
from briefgen.text.dates.tense import Mark, placed

_BESIDE = re.compile(r"\s+(?:[^\W\d_]{1,3}\s+|[^\W\d_]+(?:ly|ment)\s+)?")
_PARTICIPLE = re.compile(r"\s+(?:by|par|von|por)\b")

_AUXILIARY = frozenset(["be", "have", "être"])


@dataclass(frozen=True, slots=True)
class Group:
    """Verbs that stand together at `text[start:end]`, and what they tell."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def is_infinitive(self) -> bool:
        """Whether it begins as one, which a participle may complete."""
        return self.marks[0] == "infinitive"

    @property
    def is_present(self) -> bool:
        """Whether it is of the present, as in a schedule, or a noun that looks so."""
        return set(self.marks) == {"schedule"}

    @property
    def is_past(self) -> bool:
        """Whether it tells of what was."""
        return set(self.marks) <= {"past", "weak"}

    @property
    def is_weak(self) -> bool:
        """Whether it may be a participle as well as a verb."""
        return set(self.marks) == {"weak"}


@lru_cache(maxsize=4096)
def groups(text: str, language: str) -> tuple[Group, ...]:
    """The groups in their order; none in a language without lists."""
    words = calendar(language)
    found: list[Group] = []
    for start, end, mark in placed(text, words.tense) if words else ():
        last = found[-1] if found else None
        verb = text[start:end].split()[-1].lower()
        if mark == "infinitive" and verb in stop_words(language) and verb not in _AUXILIARY:
            continue  # to the north
        joined = last and mark != "infinitive" and not _is_whole(last, text)
        if last and joined and _BESIDE.fullmatch(text, last.end, start):
            found[-1] = Group(last.start, end, (*last.marks, mark))
        else:
            found.append(Group(start, end, (mark,)))
    return tuple(found)


def _is_whole(group: Group, text: str) -> bool:
    """Whether it is an infinitive that no participle completes."""
    return group.is_infinitive and text[group.start : group.end].split()[-1] not in _AUXILIARY


def has_verb(text: str, language: str) -> bool:
    """Whether the text has a verb of its own: a heading or a caption has a participle at most."""
    return any(is_finite(group, text) for group in groups(text, language))


def is_finite(group: Group, text: str) -> bool:
    """Whether it is more than an infinitive or a participle with its agent."""
    if group.is_infinitive:
        return False
    return not (group.is_weak and _PARTICIPLE.match(text, group.end))


def within(found: Iterable[Group], start: int, end: int) -> tuple[Group, ...]:
    """The groups that stand inside the offsets."""
    return tuple(group for group in found if start <= group.start and group.end <= end)
