"""Sources for the tests of the finders, split as the program splits them."""

from __future__ import annotations

import datetime as dt

from briefgen.model import Article, Source
from briefgen.text import normalise, paragraph_spans, sentences

DAY = dt.date(2024, 5, 14)


def source(
    text: str,
    number: str = "S1",
    published: dt.date | None = dt.date(2024, 5, 14),
    language: str = "en",
) -> Source:
    """A source with that text, every paragraph of it body."""
    clean = normalise(text)
    paragraphs = paragraph_spans(clean)
    article = Article(clean, paragraphs, f"{number}.txt", published=published)
    return Source(number, article, language, sentences(clean, paragraphs, language))
