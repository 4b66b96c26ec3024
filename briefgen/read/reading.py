"""One source, from its locator to an Article or to the reason why there is none."""

from __future__ import annotations

from pathlib import Path

from briefgen.model import Article, Unread
from briefgen.read.decode import NOT_TEXT, decode, refused
from briefgen.read.fetch import MAX_MARKUP, MAX_SOURCE, TOO_LARGE, display_name, fetch, too_large
from briefgen.read.formats import READERS, described
from briefgen.read.locate import STDIN


def read(locator: str, *, stdin: bytes | None = None) -> Article | Unread:
    """The article at a locator; whatever is in it, nothing is raised.

    `stdin` are the bytes of the locator "-", whose format is told by how they begin.
    """
    if locator == STDIN:
        return _read_bytes(stdin or b"", "", "standard input")
    name, suffix = display_name(locator), Path(locator).suffix.lower()
    data = fetch(locator)
    if isinstance(data, str):
        return Unread(name, data)
    if suffix not in READERS:
        return Unread(name, f"is in a format that is not read, {suffix} ({described()} are)")
    return _read_bytes(data, suffix, name)


def _read_bytes(data: bytes, suffix: str, name: str) -> Article | Unread:
    reason = refused(data)
    if reason is None and len(data) > MAX_MARKUP:
        reason = too_large(MAX_MARKUP)
    text = decode(data) if reason is None else None
    if text is None:
        return Unread(name, reason or NOT_TEXT)
    article = READERS[suffix](text, name)
    if isinstance(article, Article) and len(article.text.encode()) > MAX_SOURCE:
        return Unread(name, TOO_LARGE)
    return article
