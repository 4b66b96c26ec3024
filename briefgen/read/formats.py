"""The formats: a suffix and its reader. A new format is a function and a line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.model import Article, Unread
from briefgen.read.html import read_html
from briefgen.read.markdown import has_front_matter, read_markdown
from briefgen.read.plain import read_plain

Reader = Callable[[str, str], Article | Unread]
"""Decoded text, locator → the article, or why it holds none; a reader raises for no text."""

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1)\b",
    re.I | re.S,
)


def read_text(text: str, locator: str) -> Article | Unread:
    """A text of no stated format: a web page and front matter show at once, the rest is plain."""
    if _PAGE.match(text[:20_000]):
        return read_html(text, locator)
    if has_front_matter(text[:20_000]):
        return read_markdown(text, locator)
    return read_plain(text, locator)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "": read_text,
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
    }
)
MARKUP = (".html", ".htm", ".xhtml")
"""Formats of which only a part is text."""

KNOWN = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".eml", ".msg")
"""Formats in which articles come and which no reader reads yet: named in the brief, not hidden."""


def described() -> str:
    """The formats that are read, for a message."""
    return ", ".join(suffix for suffix in READERS if suffix)
