"""Where a sentence of a paragraph ends: Punkt's decisions, then rules of the language."""

from __future__ import annotations

import importlib
import re
from bisect import bisect_right
from functools import cache
from typing import Any

from briefgen.text.candidates import Candidate, candidate, places
from briefgen.text.lexicon import lexicon
from briefgen.text.rules import judge

PUNKT = {
    "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "it": "italian",
    "ml": "malayalam", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sl": "slovene", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
# A space that keeps a mark on its line, as in French, parts words as any other does.
_SPACES = str.maketrans("\u00a0\u202f", "  ")


def boundaries(paragraph: str, language: str) -> list[int]:
    """Return the offsets where sentences end, ascending, the end of the paragraph excluded."""
    paragraph, rules = paragraph.translate(_SPACES), lexicon(language)
    starts = _starts(paragraph, language)
    ends, start = [], 0
    for match in places(paragraph, rules.stops):
        place = candidate(paragraph, match, start)
        answer = judge(place, rules)
        if answer or (answer is None and (starts is None or _agrees(place, starts))):
            ends.append(place.end)
            start = place.begin
    return ends


def _agrees(place: Candidate, starts: list[int]) -> bool:
    """Whether a sentence of Punkt's begins in the gap, on whichever side of an opening mark."""
    position = bisect_right(starts, place.end)
    return position < len(starts) and starts[position] <= place.speaks


def _starts(paragraph: str, language: str) -> list[int] | None:
    """Where Punkt has sentences begin, or None where it has no model and every place counts."""
    tokenizer = punkt(language)
    if tokenizer is None:
        return None
    return [start for start, _ in tokenizer.span_tokenize(paragraph)]


@cache
def punkt(language: str) -> Any:
    """NLTK's Punkt with the language's model, or None where there is none (Kiss & Strunk 2006)."""
    name = PUNKT.get(language)
    if name is None:
        return None
    from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

    class Vars(PunktLanguageVars):  # type: ignore[misc]  # NLTK has no types
        """Punkt's own pattern, without NLTK's wall-clock limit, which a busy machine would hit."""

        __slots__ = ("_places",)

        def period_context_re(self) -> re.Pattern[str]:
            if not hasattr(self, "_places"):
                pattern: str = super().period_context_re().pattern
                self._places = re.compile(pattern, re.VERBOSE)
            return self._places

    model = importlib.import_module(f"punkt.data.{name}")
    parameters = PunktParameters()
    parameters.abbrev_types = set(model.ABBREV_TYPES)
    parameters.collocations = set(model.COLLOCATIONS)
    parameters.sent_starters = set(model.SENT_STARTERS)
    parameters.ortho_context.update(model.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters, lang_vars=Vars())
