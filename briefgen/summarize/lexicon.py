"""Numbers for words: as written, in lower case, and by their stems, a dictionary a language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from briefgen.text import stem, stop_words, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Of each word as written: its `word` in lower case, and whether it has a `capital`.

    Of each word in lower case: its `root`, a number of `stems`, whether it is `small`, and whether
    it has a `figure`.
    """

    word: NDArray[np.int64]
    capital: NDArray[np.bool_]
    root: NDArray[np.int64]
    small: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    stems: dict[tuple[str, str], int]


class Lexicon:
    """Grows while sentences are read; equal words of different languages are different words."""

    def __init__(self) -> None:
        new = count().__next__
        self._written: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(new))

    def read(self, text: str, language: str) -> list[int]:
        """Return the numbers of the words as written, in order."""
        return list(map(self._written[language].__getitem__, words(text)))

    def book(self) -> Book:
        """Return what is known of all words read so far."""
        import numpy as np

        listed = ((n, lang, w) for lang, known in self._written.items() for w, n in known.items())
        written = [(language, word) for _, language, word in sorted(listed)]
        lower: dict[tuple[str, str], int] = defaultdict(count().__next__)
        word = [lower[language, word.lower().replace("’", "'")] for language, word in written]
        stems: dict[tuple[str, str], int] = defaultdict(count().__next__)
        root = [stems[language, stem(word, language)] for language, word in lower]
        return Book(
            word=np.array(word, dtype=np.int64),
            capital=np.array([word[0].isupper() for _, word in written], dtype=bool),
            root=np.array(root, dtype=np.int64),
            small=np.array([is_small(word, language) for language, word in lower], dtype=bool),
            figure=np.array([has_digit(word) for _, word in lower], dtype=bool),
            stems=dict(stems),
        )


def has_digit(word: str) -> bool:
    """Tell a number, or a word with a digit in it."""
    return not word.isalpha() and any(map(str.isdigit, word))


def is_small(lower: str, language: str) -> bool:
    """Tell a stop word, one with an ending cut off by an apostrophe, and a lone Latin letter."""
    stopped = stop_words(language)
    head = lower.partition("'")[0]
    return (
        lower in stopped
        or (head in stopped and head != lower)
        or (len(lower) == 1 and lower.isascii() and lower.isalpha())
    )
