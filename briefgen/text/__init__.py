"""Canonical text, paragraphs, sentences, words, language: the floor open to every room.

NLTK, lxml and the word lists are imported on first use, never with this package.
"""

from briefgen.text.canonical import normalise, paragraph_spans
from briefgen.text.language import detect
from briefgen.text.markup import from_html
from briefgen.text.openings import lead_in, opening
from briefgen.text.segment import punctuated, sentences
from briefgen.text.words import stem, stems, stop_words, word_count, words

__all__ = [
    "detect",
    "from_html",
    "lead_in",
    "normalise",
    "opening",
    "paragraph_spans",
    "punctuated",
    "sentences",
    "stem",
    "stems",
    "stop_words",
    "word_count",
    "words",
]
