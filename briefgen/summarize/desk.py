"""What every step of the choosing looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model import Source
from briefgen.summarize.copies import copies, first_told
from briefgen.summarize.corpus import Corpus, build
from briefgen.summarize.facts import Facts
from briefgen.summarize.focus import focus_likeness, likeness
from briefgen.summarize.page import Page, pages
from briefgen.summarize.passages import Passage, Passages, passages
from briefgen.summarize.semantic import Encoder, Meaning

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

ABOUT = 0.5
"""What speaking of the meeting's title weighs against speaking of an item asked for."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The corpus, its copies and what is taken over word for word, its passages and its facts."""

    corpus: Corpus
    copies: Mapping[int, int]
    first_told: Ints
    pages: Callable[[int], Page]
    passages: Passages
    facts: Facts
    meaning: Meaning | None


def desk(
    sources: tuple[Source, ...], focus: tuple[str, ...], about: str, encoder: Encoder | None = None
) -> Desk:
    """Read the sources, with what the reader cares about."""
    import numpy as np

    plain = build(sources)
    meaning = Meaning(encoder, plain) if encoder else None
    repeated, first = copies(plain), first_told(plain)
    corpus = replace(
        plain,
        weight=_weight(plain, repeated, first),
        focus=np.maximum(focus_likeness(plain, focus, meaning), ABOUT * likeness(plain, about)),
    )
    page = pages(corpus)
    judge = passages(corpus, page)

    def passage(row: int) -> Passage | None:
        return None if int(corpus.source[row]) in repeated else judge(row)

    return Desk(corpus, repeated, first, page, passage, Facts(corpus, meaning), meaning)


def _weight(corpus: Corpus, repeated: Mapping[int, int], first: Ints) -> Floats:
    """What was taken over word for word, as a whole or in a sentence, counts once."""
    import numpy as np

    own = first == np.arange(len(corpus))
    weight: Floats = corpus.weight * (own & ~np.isin(corpus.source, sorted(repeated)))
    return weight
