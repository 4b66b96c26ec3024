"""Plain text: paragraphs from its layout, then the head, then the headings in between."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from briefgen.model import Article, Unread
from briefgen.read.blocks import About, Block, article, tidy
from briefgen.read.furniture import bare_line, is_caption, is_credit, is_reference
from briefgen.read.head import read_head
from briefgen.read.layout import blocks, ends_sentence, is_item
from briefgen.read.lexicon import lexicon
from briefgen.read.standing import noticed

_MAX_HEADING = 80  # characters
_MAX_WORDS = 14


def read_plain(text: str, locator: str) -> Article | Unread:
    """The article that a plain text holds."""
    return sorted_out(tidy(blocks(text)), About(), locator)


def sorted_out(found: tuple[Block, ...], about: About, locator: str) -> Article | Unread:
    """The tidy blocks with their kinds, as an Article."""
    found, about = read_head(found, about)
    return article(noticed(_body(found)), about, locator)


def _body(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The kinds of what is not yet known: headings, captions and credits where they are sure."""
    punctuated = _punctuated(found)
    return tuple(
        block if block.kind else _settled(found, i, headings=punctuated)
        for i, block in enumerate(found)
    )


def _settled(found: tuple[Block, ...], i: int, *, headings: bool) -> Block:
    block = found[i]
    if is_reference(block.text):
        return replace(block, kind="byline")
    if is_caption(block.text):
        return replace(block, kind="caption")
    if is_credit(block.text) and i >= len(found) - 3:
        return replace(block, kind="byline")
    if headings and _is_heading(found, i):
        return replace(block, kind="heading")
    return replace(block, kind="body")


def _punctuated(found: tuple[Block, ...]) -> bool:
    """Whether the text ends its sentences with a mark, so that a line without one stands out."""
    long = [block.text for block in found if len(block.text) > _MAX_HEADING]
    return sum(map(ends_sentence, long)) >= 0.6 * len(long) > 0


def _is_heading(found: tuple[Block, ...], i: int) -> bool:
    """A bare short line with longer, punctuated text after it, not one of a row of short lines."""
    text = found[i].text
    if not _short(text) or i + 1 >= len(found):
        return False
    after = found[i + 1].text
    follows = len(after) > 1.5 * len(text) and ends_sentence(after)
    return _row(found, i) <= 2 and (follows or (is_item(after) and i > 0))


def _row(found: tuple[Block, ...], i: int) -> int:
    """How many short lines stand in a row with this one, at most three either way."""
    before = takewhile(_is_open, reversed(found[max(0, i - 3) : i]))
    after = takewhile(_is_open, found[i + 1 : i + 4])
    return 1 + sum(1 for _ in before) + sum(1 for _ in after)


def _is_open(block: Block) -> bool:
    return block.kind is None and _short(block.text)


def _short(text: str) -> bool:
    return (
        bare_line(text, _MAX_HEADING)
        and not ends_sentence(text)
        and len(text.split()) <= _MAX_WORDS
        and text.split()[0].lower() not in lexicon().subjects
    )
