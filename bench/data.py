"""Texts with human summaries, read from a folder of JSONL files; nothing of it is kept here.

A line is `{"id", "title" or "titles", "documents": [text], "references": [text]}`, a paragraph a
line of a text. A file whose lines have other keys is passed over.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from briefgen.model import Article, Paragraph, Source
from briefgen.text import detect, normalise, paragraph_spans, sentences

_UNSPACED = "㐀-䶿一-鿿豈-﫿ぁ-ゟ゠-ヿ"
_LONGEST_TITLE = 300
_DEALT = 6
"""From so many articles on they are dealt out, two or more to a part."""


@dataclass(frozen=True, slots=True)
class Item:
    """Articles to be summarised together, and what people wrote about them."""

    file: str
    id: str
    sources: tuple[Source, ...]
    references: tuple[str, ...]
    part: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells the item from all others."""
        return self.file, self.id, self.part

    @property
    def rows(self) -> list[str]:
        """Every sentence of every article, in order."""
        return [source.text_of(s) for source in self.sources for s in source.sentences]

    @property
    def length(self) -> int:
        """Words of a summary: as many as the references have on average."""
        return round(sum(len(tokens(r)) for r in self.references) / len(self.references))


def tokens(text: str) -> list[str]:
    """Return words of letters, figures and combining marks, in lower case, in any script.

    A character of a script that puts no space between words is a word.
    """
    return _token().findall(text.lower())


@cache
def _token() -> re.Pattern[str]:
    marks = "".join(chr(n) for n in range(0x300, 0x10000) if unicodedata.category(chr(n))[0] == "M")
    return re.compile(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}][{marks}]*)+")


def parts(item: Item) -> list[Item]:
    """Return the item and, where it has enough articles, these dealt out to halves and thirds."""
    counts = (2, 3) if len(item.sources) >= _DEALT else ()
    dealt = [(k, n) for n in counts for k in range(n)]
    return [item, *(replace(item, sources=item.sources[k::n], part=f"{k}/{n}") for k, n in dealt)]


def read(folder: Path) -> list[Item]:
    """Return the items of every file of the folder, sorted by file, in the order of their lines."""
    return [item for path in sorted(folder.glob("*.jsonl")) for item in _items(path)]


def _items(path: Path) -> Iterator[Item]:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if "documents" in record and record.get("references"):
            texts = record["documents"]
            titles = record.get("titles") or [record.get("title")] * len(texts)
            language = detect(" ".join(texts))
            sources = tuple(
                source(f"S{i}", text, title, language)
                for i, (text, title) in enumerate(zip(texts, titles, strict=True), 1)
            )
            yield Item(path.stem, record["id"], sources, tuple(record["references"]))


def source(name: str, text: str, title: str | None, language: str) -> Source:
    """Return a text as a source; a first line that is the title is no sentence of it."""
    if title and len(title) > _LONGEST_TITLE:
        title = None
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    canonical = normalise("\n\n".join(lines))
    titled = bool(title) and len(lines) > 1 and lines[0] == (title or "").strip()
    paragraphs = tuple(
        Paragraph(p.start, p.end, "title" if titled and not i else "body")
        for i, p in enumerate(paragraph_spans(canonical))
    )
    article = Article(text=canonical, paragraphs=paragraphs, locator=name, title=title)
    return Source(name, article, language, sentences(canonical, paragraphs, language))
