"""The days beside the citations against the days on which the sources appeared."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from briefgen.model import Brief
from briefgen.text.dates.calendar import calendar
from briefgen.verify.passages import Passage
from briefgen.verify.verdict import Finding
from briefgen.verify.words import fold, shown

#: A day as citations have it: its number, the month's name or its beginning, perhaps the year.
_DAY = re.compile(r"\W*([0-9]{1,2})(?:er|\.)?\s*([^\W\d_]{3,})\.?\W*([0-9]{4})?\W*")
#: Letters that a day, or a word like "undated", may take beside a citation.
_LONGEST = 20
_FALLBACK = "en"


def check_days(brief: Brief, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Days that are not their source's, and words inside a citation that are too many for one."""
    published = {entry.id: entry.published for entry in brief.sources}
    languages = (brief.language.split("-")[0].lower(), _FALLBACK)
    for passage in passages:
        for (source, number), beside in passage.beside:
            if not _fits(beside, published.get(source), languages):
                cite, day = f"{source} ¶{number}", published.get(source) or "no known day"
                told = f"{shown(beside.strip(' ·'))} stands in the citation {cite}; {source} is of"
                yield Finding(f"page {passage.page}", "misdated", f"{told} {day}.")


def _fits(beside: str, published: str | None, languages: Iterable[str]) -> bool:
    """Whether it is the source's day, or a word or two that name none."""
    day = _DAY.fullmatch(beside)
    if day is None:
        return len(fold(beside)) <= _LONGEST
    try:
        date = dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return False
    months = {month for name in languages for month in _months(day[2], name)}
    return (int(day[1]), int(day[3] or date.year)) == (date.day, date.year) and date.month in months


def _months(word: str, language: str) -> Iterator[int]:
    """The months of the language whose name begins so."""
    words = calendar(language)
    for name, month in words.words["month"].items() if words else ():
        if name.casefold().startswith(word.casefold()):
            yield month
