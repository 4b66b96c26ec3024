"""What a reader hands on: paragraphs not yet sorted, what the source says of itself, an Article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.model import Article, Kind, Paragraph, Unread
from briefgen.text import normalise, paragraph_spans


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the source; `kind` is None until known, `apart` says that a blank line follows."""

    text: str
    kind: Kind | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a source says of itself, each field one clean line."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None
    language: str | None = None


_MAX_FIELD = 300


def one_line(value: object) -> str | None:
    """A value as one canonical line, or None where there is none or it is no field's length."""
    if not isinstance(value, str) or len(value) > 10 * _MAX_FIELD:
        return None
    line = normalise(value).replace("\n\n", " ")
    return line if 0 < len(line) <= _MAX_FIELD else None


def web_address(value: object) -> str | None:
    """The value where it is an http(s) address without spaces."""
    line = one_line(value)
    return line if line and re.fullmatch(r"https?://[^\s<>\"]+", line) else None


def language_tag(value: object) -> str | None:
    """The primary subtag of a language tag (RFC 5646): "en" of "en-GB"."""
    match = (
        re.fullmatch(r"([a-zA-Z]{2,3})(?:[-_][\w-]+)?", value.strip())
        if isinstance(value, str)
        else None
    )
    return match[1].lower() if match and match[1].lower() not in ("und", "mul", "zxx") else None


def tidy(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks in canonical form: none is empty, none holds a blank line."""
    clean: list[Block] = []
    for block in blocks:
        parts = [part for part in normalise(block.text).split("\n\n") if part]
        clean += [Block(part, block.kind, True) for part in parts[:-1]]
        clean += [Block(part, block.kind, block.apart) for part in parts[-1:]]
    return tuple(clean)


def _printed(day: dt.date | None) -> bool:
    """Whether news could have come out that day; a clock that was never set says another."""
    return day is not None and 1500 <= day.year < 2100


def article(blocks: tuple[Block, ...], about: About, locator: str) -> Article | Unread:
    """The tidy blocks as an Article whose paragraphs cover its text; without body it is Unread."""
    if not any(block.kind in (None, "body") for block in blocks):
        return Unread(locator, "holds no article text")
    text = "\n\n".join(block.text for block in blocks)
    paragraphs = tuple(
        Paragraph(span.start, span.end, block.kind or "body")
        for span, block in zip(paragraph_spans(text), blocks, strict=True)
    )
    return Article(
        text=text,
        paragraphs=paragraphs,
        locator=locator,
        title=about.title,
        outlet=about.outlet,
        author=about.author,
        published=about.published if _printed(about.published) else None,
        url=about.url,
        language=about.language,
    )
