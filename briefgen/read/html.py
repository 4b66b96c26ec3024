"""Web pages: trafilatura finds the article, this turns its tree into paragraphs.

Nothing that the page points to is fetched.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefgen.model import Article, Kind, Unread
from briefgen.read.blocks import About, Block, language_tag, one_line, tidy, web_address
from briefgen.read.layout import ends_sentence
from briefgen.read.lexicon import lexicon
from briefgen.read.notices import without_notices
from briefgen.read.plain import sorted_out
from briefgen.text import from_html, word_count

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_UNPARSABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
# Longer tags hold data or an image; so many attributes would take the parser quadratic time.
_ENDLESS_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}>")
_FOLDED = re.compile(r"[ \t\r\n\f]+")
_SEPARATOR = re.compile(r"\s+[|•·–—-]\s+")
_BLOCKS = frozenset({"p", "head", "list", "item", "quote", "code", "table", "row", "cell", "div"})
_MIN_SENTENCE = 5  # words; fewer are a label, whatever their last character
_LONGEST_NAME = 6  # words of an outlet's name
_MIN_ARTICLE = 25  # words; a find of fewer is tried again with an eye on recall
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its source, its root element, and the document that trafilatura found in it.

    `sure` says that the document holds the article and no menus.
    """

    source: str
    root: Any = None
    document: Any = None
    sure: bool = False


def read_html(text: str, locator: str) -> Article | Unread:
    """The article that a web page holds."""
    page = _page(_ENDLESS_TAG.sub(" ", _UNPARSABLE.sub(" ", _DECLARATION.sub("", text))))
    about = _about(page)
    blocks, reason = without_notices(_unrepeated(tidy(_article_blocks(page))))
    if not page.sure:
        blocks = tuple(replace(b, kind="body") for b in blocks if _is_sentence(b.text))
    if reason or not blocks:
        return Unread(locator, reason or "holds no article text")
    blocks, about = _titled(blocks, about)
    return sorted_out(blocks, about, locator)


def _page(source: str) -> _Page:
    """What trafilatura makes of the page, with precision first."""
    from trafilatura.utils import load_html

    for library in ("trafilatura", "htmldate"):  # what they could not do, the reason says
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        root = load_html(source)
        sure = _extracted(root, precise=True)
        if sure is not None and word_count(sure.text or "") >= _MIN_ARTICLE:
            return _Page(source, root, sure, sure=True)
        return _Page(source, root, _extracted(root, precise=False))
    except Exception:  # noqa: BLE001  no page, however broken, may stop the brief
        return _Page(source)


def _extracted(root: Any, *, precise: bool) -> Any:
    """The document that trafilatura finds, None where it finds none."""
    import trafilatura

    return (
        None
        if root is None
        else trafilatura.bare_extraction(
            root,
            favor_precision=precise,
            favor_recall=not precise,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    )


# ── what the page says of itself ─────────────────────────────────────────────────────────────────


def _about(page: _Page) -> About:
    document, title = page.document, _headline(page.root)
    if document is None:
        return About(title=title, language=_language(page.root))
    return About(
        title=title or _as_written(document.title, page),
        outlet=_outlet(document.sitename, title, page),
        author=_author(document.author, page),
        published=_day(document.date),
        url=web_address(document.url),
        language=_language(page.root),
    )


def _headline(root: Any) -> str | None:
    """The heading of the page that its <title> begins with; what follows there is the outlet's."""
    if root is None:
        return None
    full = _full_title(root)
    headings = (one_line(_folded(found.text_content())) for found in root.iter("h1", "h2"))
    return next((line for line in headings if line and full.startswith(line)), None)


def _full_title(root: Any) -> str:
    return one_line(root.findtext(".//title")) or ""


def _outlet(declared: object, headline: str | None, page: _Page) -> str | None:
    """The name of the site, else the last part of the title that is no headline and no section.

    A part of the title with a full stop, "… £2.2bn", trafilatura takes for a name of the site.
    """
    full, name = _full_title(page.root), _as_written(declared, page)
    if name and not ("." in name and full.startswith(name)):
        return name
    parts = _SEPARATOR.split(full.removeprefix(headline)) if headline else []
    names = [part for part in parts[1:] if part[:1].isupper() and not _is_section(part)]
    return names[-1] if names and word_count(names[-1]) <= _LONGEST_NAME else None


def _is_section(part: str) -> bool:
    return lexicon().sections.issuperset(part.lower().split())


def _as_written(value: object, page: _Page) -> str | None:
    """A field that the page holds as it is; what trafilatura derived from an address is dropped."""
    line = one_line(value)
    shown = _FOLDED.sub(" ", page.source)
    texts = (shown, _FOLDED.sub(" ", page.root.text_content()))
    return line if line and any(line in text for text in texts) else None


def _author(value: object, page: _Page) -> str | None:
    """The authors that the page names; accounts, addresses and sentences are none."""
    names = value.split("; ") if isinstance(value, str) else []
    odd = re.compile(r"[@/\\<>{}|:;\d]|\.\w")
    sure = [n for n in names if not odd.search(n) and 1 < word_count(n) <= 8]
    return one_line(", ".join(name for name in sure if _as_written(name, page)))


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _language(root: Any) -> str | None:
    if root is None:
        return None
    names = ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")
    return next((tag for name in names if (tag := language_tag(root.get(name)))), None)


def _titled(blocks: tuple[Block, ...], about: About) -> tuple[tuple[Block, ...], About]:
    """The blocks under their title: the page's first heading where it opens the article."""
    if about.title is None and blocks[0].kind == "title":
        return blocks, replace(about, title=one_line(blocks[0].text))
    named = [block.text for block in blocks[:3]]
    if about.title is None or about.title in named:
        first = named.index(about.title) if about.title else 0
        logo = all(block.kind in ("title", "heading") for block in blocks[:first])
        return blocks[first:] if logo else blocks, about
    rest = tuple(replace(b, kind="heading") if b.kind == "title" else b for b in blocks)
    return (Block(about.title, "title", apart=True), *rest), about


# ── its text ─────────────────────────────────────────────────────────────────────────────────────


def _article_blocks(page: _Page) -> Iterator[Block]:
    if page.document is not None:
        return _blocks(page.document.body, None)
    return (Block(text, apart=True) for text in from_html(page.source).split("\n\n"))


def _blocks(element: Any, kind: Kind | None) -> Iterator[Block]:
    """The paragraphs below an element of trafilatura's tree; kinds by their tags."""
    text = [_folded(element.text)]
    for child in element:
        if child.tag == "row":
            yield from _row(child)
        elif child.tag in _BLOCKS:
            yield Block("".join(text), kind, apart=True)
            text = []
            yield from _blocks(child, _kind(child, kind))
        elif child.tag == "lb":
            text.append("\n")
        elif child.tag != "graphic":
            text.append(_folded("".join(child.itertext())))
        text.append(_folded(child.tail))
    yield Block("".join(text), kind, apart=True)


def _kind(element: Any, outer: Kind | None) -> Kind | None:
    if element.tag == "head":
        return (
            "title" if element.get("rend") == "h1" and element.getprevious() is None else "heading"
        )
    return "body" if element.tag in ("item", "quote", "code") else outer


def _row(row: Any) -> Iterator[Block]:
    """A row of a table: text laid out in one is text, figures are set apart as a caption."""
    cells = [_folded("".join(cell.itertext())).strip() for cell in row]
    if any(_is_sentence(cell) for cell in cells):
        yield from (Block(cell, "body" if _is_sentence(cell) else None, True) for cell in cells)
    else:
        yield Block(" | ".join(cell for cell in cells if cell), "caption", apart=True)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and word_count(text) >= _MIN_SENTENCE


def _unrepeated(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each paragraph once: pages repeat teasers and captions."""
    return tuple({block.text: block for block in reversed(found)}.values())[::-1]


def _folded(text: str | None) -> str:
    return _FOLDED.sub(" ", text or "")
