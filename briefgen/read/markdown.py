"""Markdown with front matter, stripped to its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefgen.model import Article, Kind, Unread
from briefgen.read import dates
from briefgen.read.blocks import About, Block, language_tag, one_line, tidy, web_address
from briefgen.read.plain import sorted_out

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(  # what opens between two rules must look like a field, or it is the text
    r"\s*---[ \t]*\n(?=\s*(?:#|[\"']?\w[\w -]{0,40}[\"']?\s*:))"
    r"(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"(\w[\w -]{0,40}?)\s*:\s+(\w.*?)\s*")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z][^<>]*>", re.DOTALL | re.I
)
_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("date", "published", "pubdate"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
}
_LONG = 160  # columns; lines of such length without blank lines between are paragraphs


def read_markdown(text: str, locator: str) -> Article | Unread:
    """The article that a Markdown text holds; front matter that is no YAML is passed over."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    about, content = _front_matter(text)
    found = tidy(_blocks(content))
    if about.title and found and about.title not in (block.text for block in found[:3]):
        found = (Block(about.title, "title", apart=True), *found)
    return sorted_out(found, about, locator)


def has_front_matter(text: str) -> bool:
    """Whether the text begins with fields between two rules."""
    return _FRONT.match(text.replace("\r\n", "\n")) is not None


def _front_matter(text: str) -> tuple[About, str]:
    match = _FRONT.match(text)
    if match is None:
        return About(), text
    return _about(_fields(match[0])), text[match.end() :]


def _fields(front: str) -> Mapping[str, object]:
    """The fields, line by line where they are no YAML together: "title: Harbour: it is open"."""
    fields = _yaml(front)
    if fields is None:
        fields = {}
        for line in front.split("\n"):
            fields |= _yaml(f"---\n{line}\n---\n") or _plain(line)
    return {str(key).strip().lower(): value for key, value in fields.items()}


def _yaml(front: str) -> dict[str, object] | None:
    """The fields, None where they are no YAML."""
    import frontmatter

    try:
        return dict(frontmatter.parse(front)[0])
    except Exception:  # noqa: BLE001  YAML fails in many ways, and the article can be read without
        return None


def _plain(line: str) -> dict[str, object]:
    """A field whose value is the rest of its line, where it opens as words do."""
    match = _FIELD.fullmatch(line)
    return {match[1]: match[2]} if match else {}


def _about(fields: Mapping[str, object]) -> About:
    given: dict[str, Any] = {
        name: next((fields[key] for key in keys if fields.get(key) is not None), None)
        for name, keys in _NAMES.items()
    }
    return About(
        title=_scalar(given["title"]),
        outlet=_scalar(given["outlet"]),
        author=_scalar(given["author"]),
        published=_day(given["published"]),
        url=web_address(given["url"]),
        language=language_tag(given["language"]),
    )


def _scalar(value: object) -> str | None:
    """A field as one line; several authors are joined by commas."""
    if isinstance(value, list):
        return one_line(", ".join(item for item in value if isinstance(item, str)))
    return one_line(str(value) if isinstance(value, int | float) else value)


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dates.published(one_line(value) or "")


# ── the text ─────────────────────────────────────────────────────────────────────────────────────


def _blocks(content: str) -> Iterator[Block]:
    """The paragraphs in their order; headings and captions by their syntax."""
    from markdown_it import MarkdownIt

    heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(content):
        heading = token.type == "heading_open" or (heading and token.type == "inline")
        if token.type == "inline":
            yield from _inline(token, "heading" if heading else None)
        elif token.type in ("fence", "code_block"):
            yield Block(token.content, "body", apart=True)
        elif token.type == "html_block":
            yield Block(_TAG.sub(" ", token.content), apart=True)


def _inline(token: Token, kind: Kind | None) -> Iterator[Block]:
    pieces = token.children or []
    shown = [piece for piece in pieces if piece.type not in ("softbreak", "hardbreak")]
    alone = [piece for piece in shown if piece.content.strip() and piece.type != "html_inline"]
    if len(alone) == 1 and alone[0].type == "image":
        yield Block(alone[0].content, "caption", apart=True)
        return
    text = "".join(map(_piece, pieces))
    lines = text.split("\n")
    long = kind is None and sorted(map(len, lines))[len(lines) // 2] >= _LONG
    for part in text.split("\x1e" if not long else "\n"):
        yield Block(part, kind, apart=True)


def _piece(piece: Token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\x1e", "image": "", "html_inline": ""}
    return breaks.get(piece.type, piece.content.replace("\x1e", ""))
