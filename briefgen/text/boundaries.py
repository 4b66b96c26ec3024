"""Where a sentence of a paragraph ends: Punkt's decisions, then rules of the language."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from briefgen.text.candidates import candidate, places
from briefgen.text.rules import judge, language_rules

PUNKT = {
    "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "it": "italian",
    "ml": "malayalam", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sl": "slovene", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip


def boundaries(paragraph: str, language: str) -> list[int]:
    """Return the offsets where sentences end, ascending, the end of the paragraph excluded."""
    rules = language_rules(language)
    starts = _starts(paragraph, language)
    ends, start = [], 0
    for match in places(paragraph):
        place = candidate(paragraph, match, start)
        answer = judge(place, rules)
        if answer or (answer is None and (starts is None or place.begin in starts)):
            ends.append(place.end)
            start = place.begin
    return ends


def _starts(paragraph: str, language: str) -> frozenset[int] | None:
    """Where Punkt has sentences begin, or None where it has no model and every place counts."""
    tokenizer = punkt(language)
    if tokenizer is None:
        return None
    return frozenset(start for start, _ in tokenizer.span_tokenize(paragraph))


@cache
def punkt(language: str) -> Any:
    """NLTK's Punkt with the language's model, or None where there is none (Kiss & Strunk 2006)."""
    name = PUNKT.get(language)
    if name is None:
        return None
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    model = importlib.import_module(f"punkt.data.{name}")
    parameters = PunktParameters()
    parameters.abbrev_types = set(model.ABBREV_TYPES)
    parameters.collocations = set(model.COLLOCATIONS)
    parameters.sent_starters = set(model.SENT_STARTERS)
    parameters.ortho_context.update(model.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters)
