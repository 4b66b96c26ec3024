"""Numbers for words: as written, in lower case, and by their stems, a dictionary a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.text import stem, stop_words, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Of each word as written: its `word` in lower case, and whether it has a `capital`.

    Of each word in lower case: its `root`, one of so many `stems`, whether it is `small`, and
    whether it has a `figure`.
    """

    word: NDArray[np.int64]
    capital: NDArray[np.bool_]
    root: NDArray[np.int64]
    small: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    stems: int


class Lexicon:
    """Grows while sentences are read; equal words of different languages are different words."""

    def __init__(self) -> None:
        self.stems: dict[tuple[str, str], int] = {}
        self._written: dict[str, dict[str, int]] = {}
        self._lower: dict[tuple[str, str], int] = {}
        self._word: list[int] = []
        self._capital: list[bool] = []
        self._root: list[int] = []
        self._small: list[bool] = []
        self._figure: list[bool] = []

    def read(self, text: str, language: str) -> list[int]:
        """Return the numbers of the words as written, in order."""
        known = self._written.setdefault(language, {})
        found = words(text)
        for word in found:
            if word not in known:
                known[word] = self._learn(word, language)
        return [known[word] for word in found]

    def book(self) -> Book:
        """Return what is known of all words read so far."""
        import numpy as np

        return Book(
            word=np.array(self._word, dtype=np.int64),
            capital=np.array(self._capital, dtype=bool),
            root=np.array(self._root, dtype=np.int64),
            small=np.array(self._small, dtype=bool),
            figure=np.array(self._figure, dtype=bool),
            stems=len(self.stems),
        )

    def _learn(self, word: str, language: str) -> int:
        lower = word.lower().replace("’", "'")
        key = (language, lower)
        if key not in self._lower:
            self._lower[key] = len(self._root)
            root = (language, stem(word, language))
            self._root.append(self.stems.setdefault(root, len(self.stems)))
            self._small.append(is_small(lower, language))
            self._figure.append(any(map(str.isdigit, lower)))
        self._word.append(self._lower[key])
        self._capital.append(word[0].isupper())
        return len(self._word) - 1


def is_small(lower: str, language: str) -> bool:
    """Tell a stop word, one with an ending cut off by an apostrophe, and a lone Latin letter."""
    stopped = stop_words(language)
    head = lower.partition("'")[0]
    return (
        lower in stopped
        or (head in stopped and head != lower)
        or (len(lower) == 1 and lower.isascii() and lower.isalpha())
    )
