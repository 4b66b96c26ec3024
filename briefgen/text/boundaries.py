"""Where a sentence of a paragraph ends: Punkt's decisions, then rules of the language."""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import Any

PUNKT = {
    "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "it": "italian",
    "ml": "malayalam", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sl": "slovene", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_TERMINATOR = re.compile(r"[.!?…։።።؟۔।]+[\"'”’»›)\]]*(?=\s)|[。！？]+[\"'”’»›)\]」』]*")


def boundaries(paragraph: str, language: str) -> list[int]:
    """Return the offsets after which a new sentence begins, ascending, ends of text excluded."""
    tokenizer = punkt(language)
    if tokenizer is None:
        return [match.end() for match in _TERMINATOR.finditer(paragraph)]
    return [end for _, end in tokenizer.span_tokenize(paragraph)][:-1]


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
