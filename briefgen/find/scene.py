"""A source made ready for the finders of people and statements: read once, used by both."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.find.cast import Cast, cast
from briefgen.find.lexicon import Lexicon, lexicon
from briefgen.find.passage import Passage, passages
from briefgen.model import Source


@dataclass(frozen=True, slots=True)
class Scene:
    """A source, its paragraphs with their quotations blacked out, and its people."""

    source: Source
    passages: tuple[Passage, ...]
    cast: Cast
    lexicon: Lexicon


def scene(source: Source) -> Scene | None:
    """The source made ready; None where its language has no lists."""
    lists = lexicon(source.language)
    if lists is None:
        return None
    paragraphs = tuple(passages(source, lists))
    return Scene(source, paragraphs, cast(source.article.text, paragraphs, lists), lists)
