"""Plain text out of a fragment of HTML: a mail's body, an invitation's description."""

from __future__ import annotations

import re
from typing import Any

from briefgen.text.canonical import normalise

_DROPPED = re.compile(
    r"script|style|head|title|template|noscript|iframe|object|svg|math|select|textarea"
)
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|center|d[dlt]|details|dialog|div|fieldset"
    r"|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary"
    r"|table|t[rdh]|tbody|tfoot|thead"
)
_FOLDED = re.compile(r"[ \t\r\n\f]+")


def from_html(markup: str) -> str:
    """Return the canonical text of the fragment; a block is a paragraph, so is a line break."""
    root = _parsed(markup)
    if root is None:
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    return normalise("".join(pieces))


def _parsed(markup: str) -> Any:
    """The fragment's tree, or None where there is nothing to parse."""
    from lxml import etree, html

    clean = "".join(" " if _unparsable(char) else char for char in markup)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return html.document_fromstring(clean.encode(), parser=parser)
    except etree.ParserError:
        return None


def _unparsable(char: str) -> bool:
    return (char < " " and char not in "\t\n\r\f") or "\ud800" <= char <= "\udfff"


def _collect(root: Any, pieces: list[str]) -> None:
    """Walk the tree without recursion, since mail nests deep."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, closing = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        edge = "\n\n" if _BLOCK.fullmatch(tag) else ""
        if closing:
            pieces += (edge, _FOLDED.sub(" ", node.tail or ""))
            continue
        stack.append((node, True))
        if not _DROPPED.fullmatch(tag):
            pieces += (edge, _FOLDED.sub(" ", node.text or ""))
            stack.extend((child, False) for child in reversed(node))
