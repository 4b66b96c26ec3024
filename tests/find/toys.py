"""Sources of a few sentences, as the pipeline would hand them to the finders."""

from __future__ import annotations

from briefgen.model import Article, Source
from briefgen.text import normalise, paragraph_spans, sentences


def source(text: str, language: str = "en", number: str = "S1") -> Source:
    """The text as a source, every paragraph of it body."""
    canonical = normalise(text)
    paragraphs = paragraph_spans(canonical)
    article = Article(canonical, paragraphs, "toy.txt")
    return Source(number, article, language, sentences(canonical, paragraphs, language))
