"""Numbers of dead by their verb: `killing three workers`, `the number of dead rose to nine`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen.find.facts import facts
from briefgen.find.figures_words import quantity_words


def counted(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    """Where such a number stands, and what it is; none to which another is added."""
    words = quantity_words(language)
    for pattern in _patterns(language) if words else ():
        for match in pattern.finditer(text):
            if words and (number := words.numerals.value(match["number"].lower())) >= 2:
                yield *match.span("number"), number


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    lists, words = facts(language), quantity_words(language)
    if lists is None or words is None:
        return ()
    differ = lists.data["differ"]
    number = rf"(?:\d{{1,3}}(?![.,]?\d)|(?i:{words.numerals.pattern}))(?!\w)"
    persons = f"(?:{'|'.join(differ['persons'].split())})"
    filled = (
        form.replace("{number}", f"(?P<number>{number})").replace("{persons}", persons)
        for form in differ["counted"]
    )
    return tuple(re.compile(rf"\b{form}(?! {differ['added']} {number})") for form in filled)
