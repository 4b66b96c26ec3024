"""What an item of the reader's asks for: its words that mean something, as a corpus has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.coverage import idf
from briefgen.summarize.rules import rules
from briefgen.summarize.semantic import NOUNS_HAVE_CAPITALS, Meaning
from briefgen.text import stem, stop_words, words

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Ints

NAME = 0.5  # a word that has a capital inside a sentence so often is a name


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an item: the stems in one language that hold it, and its share of the item.

    "Military" is held by "military" and "military-to-military". A name has to be there.
    """

    stems: Ints
    share: float
    name: bool


def languages(corpus: Corpus) -> list[str]:
    """Return the languages of the sources, sorted."""
    return sorted({source.language for source in corpus.sources})


def item_words(
    corpus: Corpus, item: str, language: str, meaning: Meaning | None = None
) -> tuple[Word, ...]:
    """Return the words of the item that mean something; the rarer one is, the more it weighs.

    A word that no sentence has is held by those that mean nearly the same, if that is known; but a
    name means itself alone.
    """
    import numpy as np

    idle = stop_words(language) | rules(language).agenda
    parts = [part for word in words(item) for part in word.split("-") if part]
    asked = {stem(part, language): part for part in parts if part.lower() not in idle}
    stems = [_stems(corpus, root, language) for root in sorted(asked)]
    if meaning:
        kin = [
            [] if _seems_name(asked[root], parts, language) else meaning.kin(asked[root], language)
            for root in sorted(asked)
        ]
        stems = [numbers or near for numbers, near in zip(stems, kin, strict=True)]
    rarity = [_rarity(corpus, numbers) for numbers in stems]
    return tuple(
        Word(
            np.array(numbers, dtype=np.int64),
            one / sum(rarity),
            language not in NOUNS_HAVE_CAPITALS and _is_name(corpus, numbers),
        )
        for numbers, one in zip(stems, rarity, strict=True)
    )


def _stems(corpus: Corpus, root: str, language: str) -> list[int]:
    """The stem's own number, and those of the compounds that it is a part of."""
    numbers = [
        number
        for (spoken, known), number in corpus.lexicon.items()
        if spoken == language
        and "-" in known
        and root in (stem(p, language) for p in known.split("-"))
    ]
    own = corpus.lexicon.get((language, root))
    return numbers if own is None or own in numbers else [own, *numbers]


def _rarity(corpus: Corpus, stems: Sequence[int]) -> float:
    import numpy as np

    if not stems:
        return float(np.log((len(corpus) + 1) / 0.5))
    return max(float(np.min(idf(corpus)[stems])), 1e-3)


def _seems_name(word: str, parts: Sequence[str], language: str) -> bool:
    """Whether a word that no source has is written as a name, further on than at the head."""
    return word[0].isupper() and word != parts[0] and language not in NOUNS_HAVE_CAPITALS


def _is_name(corpus: Corpus, stems: Sequence[int]) -> bool:
    import numpy as np

    forms = corpus.capital[np.isin(corpus.root, stems)]
    return bool(len(forms)) and float(np.max(forms)) >= NAME
