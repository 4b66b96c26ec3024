"""Which line breaks of a plain text end a paragraph, and which only end a line.

Three layouts: one paragraph a line; paragraphs between blank lines; lines wrapped at a width. The
test is the wrapping itself: a line was wrapped where the next line's first word had no room left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.read.blocks import Block
from briefgen.read.dates import bare

_LINE_END = re.compile(r"\r\n?|[\n\v\f\x85\u2028]")
_MARKER = re.compile(r"\s*(?:[*•·▪‣◦–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_FINAL = re.compile(r"[.!?…:;。！？।؟։][\"'”’»“)\]]*$")
_WIDEST = 120  # columns; nobody wraps a text wider than that
_NARROWEST = 30


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text, raw, in their order."""
    chunks = _chunks(text)
    width = _wrapped_at(chunks)
    chunks = _head_parted(chunks)
    found: list[Block] = []
    for chunk in chunks:
        pieces = list(_paragraphs(chunk, width)) if width else chunk
        found += [Block(piece) for piece in pieces[:-1]]
        found += [Block(pieces[-1], apart=True)]
    return tuple(found)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, quotation marks and brackets aside."""
    return _FINAL.search(text[-12:]) is not None


def is_item(text: str) -> bool:
    """Whether the text is an item of a list, with its marker."""
    return _MARKER.match(text) is not None


def _chunks(text: str) -> list[list[str]]:
    """The runs of lines between blank lines."""
    chunks: list[list[str]] = [[]]
    for line in _LINE_END.split(text.replace("\u2029", "\n\n")):
        if any(map(str.isalnum, line)):  # a rule of dashes or stars parts like a blank line
            chunks[-1].append(line.rstrip().expandtabs(4))
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _head_parted(chunks: list[list[str]]) -> list[list[str]]:
    """The chunks, a day that is alone on one of the first lines in a chunk of its own."""
    parted: list[list[str]] = []
    for chunk in chunks[:3]:
        alone = [i < 5 and bare(line) and not line.endswith(".") for i, line in enumerate(chunk)]
        for i, line in enumerate(chunk):
            if i == 0 or alone[i] or alone[i - 1]:
                parted.append([])
            parted[-1].append(line)
    return parted + chunks[3:]


def _wrapped_at(chunks: list[list[str]]) -> int | None:
    """The width at which the lines are wrapped, None where each line is a paragraph.

    Wrapped lines are of much the same length, break where the next word would not have fitted,
    and mostly in the middle of a sentence; none is a paragraph by itself.
    """
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    every = sorted(len(line) for chunk in chunks for line in chunk)
    lengths = sorted(len(line) for chunk in chunks if len(chunk) > 1 for line in chunk)
    if not pairs or max(_most(lengths), _most(every)) > _WIDEST:
        return None
    width = lengths[min(int(0.95 * len(lengths)), len(lengths) - 1)]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(not _room(a, b, width, 0.8) for a, b in pairs)
    middle = sum(not ends_sentence(a) for a, _ in pairs)
    return width if full >= 0.55 * len(pairs) and middle >= 0.5 * len(pairs) else None


def _most(lengths: list[int]) -> int:
    """The length that nine of ten lines do not pass."""
    return lengths[int(0.9 * len(lengths) - 0.5)]


def _room(line: str, after: str, width: int, share: float) -> bool:
    """Whether the first word of the next line would have fitted within a share of the width."""
    word = after.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) <= share * width


def _paragraphs(chunk: list[str], width: int) -> Iterator[str]:
    """The paragraphs of a chunk of wrapped lines."""
    lines = [chunk[0]]
    for line, after in pairwise(chunk):
        if _parts(line, after, width):
            yield "\n".join(lines)
            lines = []
        lines.append(after)
    yield "\n".join(lines)


def _parts(line: str, after: str, width: int) -> bool:
    """Whether a paragraph ends between these two wrapped lines."""
    deeper = _indent(after) - _indent(line)
    if is_item(after):
        return True
    if deeper > 0:  # the first line of a paragraph; under an item it is a hanging line
        return deeper <= 10 and not is_item(line) and ends_sentence(line)
    return _room(line, after, width, 0.85 if ends_sentence(line) else 0.6)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
