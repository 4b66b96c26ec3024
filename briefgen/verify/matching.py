"""Finding an extract among the pieces of a passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.verify.passages import Passage
from briefgen.verify.wanted import Wanted
from briefgen.verify.words import fold, signs

Span = tuple[int, int]


def find(passage: Passage, needle: Wanted) -> Span | None:
    """Where the passage prints the extract, from the edge of a piece to the edge of a piece.

    A word more or less inside a piece, or a sign before a number, and it is not the extract.
    """
    if needle.rtl:
        return find_mirrored(passage, needle)
    for start in _occurrences(passage.whole, needle.folded):
        end = start + len(needle.folded)
        if {start, end} <= passage.edges and signs(text_of(passage, start, end)) == needle.signs:
            return start, end
    return None


def _occurrences(text: str, needle: str) -> Iterator[int]:
    start = text.find(needle) if needle else -1
    while start >= 0:
        yield start
        start = text.find(needle, start + 1)


def text_of(passage: Passage, start: int, end: int) -> str:
    """The printed pieces of a span of the passage, hyphens and spaces kept."""
    at, found = 0, []
    for piece, folded in zip(passage.pieces, passage.folded, strict=True):
        if start <= at and at + len(folded) <= end:
            found.append(piece.text)
        at += len(folded)
    return "".join(found)


def tails(passage: Passage, needle: Wanted) -> Iterator[int]:
    """Lengths of the beginnings of the passage that end the extract, the longest first."""
    if passage.opens and not needle.rtl:
        for edge in sorted(passage.edges, reverse=True):
            if edge < len(needle.folded) and needle.folded.endswith(passage.whole[:edge]):
                yield edge


def find_mirrored(passage: Passage, needle: Wanted) -> Span | None:
    """The same for right to left, where pages hold the letters of a line in visual order."""
    letters = Counter(needle.folded)
    for start in sorted(passage.edges):
        end = start + len(needle.folded)
        if end in passage.edges and Counter(passage.whole[start:end]) == letters:
            return start, end
    return None


def in_order(passage: Passage, span: Span, needle: Wanted) -> bool:
    """Do the lines, each turned around, read as the extract? Numbers and Latin keep their order."""
    at, turned = 0, []
    for folded in passage.folded:
        if span[0] <= at and at + len(folded) <= span[1]:
            turned.append(_turned(folded))
        at += len(folded)
    return fold("".join(turned)) == needle.folded


def _turned(line: str) -> str:
    """A line of right-to-left text from visual into logical order, by runs."""
    runs: list[str] = []
    for letter in line:
        if runs and _forward(letter) and _forward(runs[-1][-1]):
            runs[-1] += letter
        else:
            runs.append(letter)
    return "".join(reversed(runs))


def _forward(letter: str) -> bool:
    import unicodedata

    return unicodedata.bidirectional(letter) in ("L", "EN", "AN", "ES", "CS", "ET")
