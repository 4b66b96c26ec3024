"""Whom a surname means, beside the first extract that takes it as known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from briefgen.compose.phrases import listed
from briefgen.compose.rewrite import rewritten
from briefgen.compose.stands import Stands, whole_names
from briefgen.model import Brief, Extract, Named, Person, Summary
from briefgen.text import stop_words

_READ = (
    "title", "meeting", "bottom_line", "stories", "positions", "differences", "gaps", "timeline",
)  # fmt: skip


def named(brief: Brief, summary: Summary, people: Iterable[Person]) -> Brief:
    """The brief with each person whole where the reader, from its top on, meets them first.

    An antecedent that only tells a name is gone where a sentence above has told it.
    """
    people = tuple(people)
    used = {name for stand in summary.stands for name in stand.names}
    stands, surnames = Stands(summary, people), _surnames(people, used)
    small = stop_words(brief.language)
    read: list[str] = []

    @cache
    def is_common(word: str) -> bool:
        written = re.compile(rf"(?<!\w){re.escape(word.lower())}(?!\w)")
        return any(written.search(text.text) for text in brief.texts)

    def told(extract: Extract) -> Extract:
        before = extract.before
        if before and any(before.text in text for text in read) and stands.leans_on_names(extract):
            extract, before = replace(extract, before=None), None  # the reader knows them
        before = told(before) if before else None
        read.append(extract.text)
        meant = {**stands.meant(extract), **alone(extract.text, surnames, small, is_common)}
        names = tuple(
            Named(word, person.name, person.role)
            for word, person in meant.items()
            if not any(person.name in text for text in read)
        )
        read.extend(name.name for name in names)
        return replace(extract, before=before, names=names)

    fields = {name: rewritten(getattr(brief, name), told, read.append) for name in _READ}
    return replace(brief, **fields)


def _surnames(people: Iterable[Person], used: Collection[str]) -> dict[str, Person]:
    """Who alone bears a last name, or one that is used alone; no month, which any may mean."""
    return {
        word: person
        for word, person in whole_names(people).items()
        if (word in used or _is_last(word, person)) and word not in listed("months")
    }


def _is_last(word: str, person: Person) -> bool:
    return [word] == person.name.split()[1:][-1:]


def alone(
    text: str,
    surnames: Mapping[str, Person],
    small: Collection[str],
    is_common: Callable[[str], bool],
) -> dict[str, Person]:
    """The surnames in the text that stand without a given name, or behind an office or "Mr".

    None that opens it and is a word as well, "Air strikes hit"; behind a capital that opens it
    only if that is a `small` word, for "Port Roe" is none of Roe's.
    """
    return {
        match[0]: person
        for match in _CAPITAL.finditer(text)
        if (person := surnames.get(match[0]))
        and not (match.start() == 0 and is_common(match[0]))
        and _is_alone(text, match, person, small)
    }


def _is_alone(text: str, match: re.Match[str], person: Person, small: Collection[str]) -> bool:
    """Whether no other capital beside it makes a longer name of it."""
    before = _BEFORE.search(text, 0, match.start())
    if _AFTER.match(text, match.end()):
        return False
    word = re.split("[’']", before[1])[-1] if before else ""  # "L'administration Roe"
    known = listed("courtesy") | listed("months") | listed("weekdays")
    office = (person.role or "").casefold().split()
    low = word.casefold()
    return word == low or low in office or low in small or word.strip(".") in known


_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w-]+(?![\w-])")
_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*) $")
_AFTER = re.compile(r" [A-ZÀ-Þ]")
