"""Sentences of a canonical text: spans inside body paragraphs that together cover them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model import Paragraph, Sentence
from briefgen.text.boundaries import boundaries
from briefgen.text.state import states

LONGEST = 3000  # characters; a longer run was never punctuated, and nobody wrote it as a sentence


def punctuated(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a length that somebody may have written."""
    return tuple(sentence for sentence in found if sentence.end - sentence.start <= LONGEST)


def sentences(text: str, paragraphs: Sequence[Paragraph], language: str) -> tuple[Sentence, ...]:
    """Split the body paragraphs; `paragraph` counts all paragraphs from 1."""
    spans = (
        Sentence(start, end, number)
        for number, paragraph in enumerate(paragraphs, 1)
        if paragraph.kind == "body"
        for start, end in _spans(text, paragraph, language)
    )
    return states(text, paragraphs, spans, language)


def _spans(text: str, paragraph: Paragraph, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, trimmed, as offsets into the whole text."""
    body = text[paragraph.start : paragraph.end]
    start = 0
    for end in (*boundaries(body, language), len(body)):
        piece = body[start:end]
        inner = piece.strip()
        if inner:
            lead = paragraph.start + start + len(piece) - len(piece.lstrip())
            yield lead, lead + len(inner)
        start = end
