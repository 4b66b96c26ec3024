"""Web pages: trafilatura finds the article, this turns its tree into paragraphs."""

from __future__ import annotations

from briefgen.model import Article, Unread
from briefgen.read.blocks import About, Block, tidy
from briefgen.read.plain import sorted_out
from briefgen.text import from_html


def read_html(text: str, locator: str) -> Article | Unread:
    """The article that a web page holds."""
    return sorted_out(tidy([Block(from_html(text), apart=True)]), About(), locator)
