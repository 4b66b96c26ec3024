"""A source, from its locator to an Article or the reason why there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Article, Unread
from briefgen.read import MAX_SOURCE, read
from briefgen.read.blocks import Block, tidy
from briefgen.read.formats import READERS
from briefgen.text import normalise

SENTENCE = "The council of Aldermouth voted on Monday to keep the harbour open. "


def reason(path: Path) -> str:
    """Why a file is unread."""
    unread = read(str(path))
    assert isinstance(unread, Unread)
    assert path.name == unread.locator
    return unread.reason


def test_locator_is_the_base_name(tmp_path: Path) -> None:
    """No folder of the user's gets into the article."""
    (tmp_path / "a.txt").write_text(SENTENCE)
    article = read(str(tmp_path / "a.txt"))
    assert isinstance(article, Article)
    assert ("a.txt", None) == (article.locator, article.retrieved)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n", "is empty"),
        ("a.txt", b"\x00\x01\x02", "is not text (binary data)"),
        ("a.txt", b"%PDF-1.4 text", "is a PDF, not text"),
        ("a.txt", b"x" * (MAX_SOURCE + 1), "is larger than 2 MB of text"),
        ("a.md", b"---\ntitle: A\n---\n", "holds no article text"),
        ("a.html", b"<html><body><nav>Menu</nav></body></html>", "holds no article text"),
    ],
)
def test_reasons(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    """Each source that holds no article says why."""
    (tmp_path / name).write_bytes(data)
    assert expected == reason(tmp_path / name)


def test_unknown_format(tmp_path: Path) -> None:
    """A format that is not read is named, with those that are."""
    (tmp_path / "a.docx").write_text(SENTENCE)
    assert ".docx" in reason(tmp_path / "a.docx")
    assert ".md" in reason(tmp_path / "a.docx")


def test_no_file(tmp_path: Path) -> None:
    """A file that went, a folder and a pipe are unread at once, without waiting."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not there any more" == reason(tmp_path / "gone.txt")
    assert "is not a file (a pipe or a device)" == reason(tmp_path / "pipe.txt")
    assert "is a folder" == reason(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_permission(tmp_path: Path) -> None:
    """A locked file is unread."""
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be opened: permission denied" == reason(tmp_path / "a.txt")


def test_name_that_is_no_text(tmp_path: Path) -> None:
    """A file name of wrong bytes or line breaks becomes a locator that can be printed."""
    name = os.fsencode(tmp_path) + b"/a\xff\n\nb.txt"
    with open(name, "wb") as file:
        file.write(SENTENCE.encode())
    article = read(os.fsdecode(name))
    assert "a\ufffd b.txt" == article.locator


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (f"<p>{SENTENCE}</p>", SENTENCE.strip()),
        (f"---\ntitle: A\n---\n{SENTENCE}", f"A\n\n{SENTENCE.strip()}"),
        (SENTENCE, SENTENCE.strip()),
        ("---\nNo field.\n---\nMore.", "No field.\n\nMore."),
    ],
)
def test_standard_input(data: str, text: str) -> None:
    """Standard input is read by how it begins: a page, front matter, or plain text."""
    article = read("-", stdin=data.encode())
    assert isinstance(article, Article)
    assert ("standard input", text) == (article.locator, article.text)


def holds(read: Article | Unread) -> None:
    """The laws of every article: its text is canonical, and its paragraphs cover it."""
    if isinstance(read, Unread):
        assert read.reason
        return
    assert normalise(read.text) == read.text
    pieces = [read.text[p.start : p.end] for p in read.paragraphs]
    assert read.text.split("\n\n") == pieces
    assert all(pieces)
    assert any(p.kind == "body" for p in read.paragraphs)
    fields = (read.title, read.outlet, read.author, read.url, read.language)
    assert all(field is None or normalise(field) == field for field in fields)


LINES = st.sampled_from(
    [
        "Harbour stays open", "By Jane Roe", "19 June 2023", SENTENCE, "", "", "    ", "* item",
        "# Heading", "---", "title: A", "<p>", "</p>", "<div><h1>", "Source: A", "\u202e", "\ufeff",
        "\u2029", "e\u0301", "[a](b)", "![a](b)", "```", "<!--", "\x0c", "|a|b|", "|-|-|", "©", ":",
        "\u0301a", "\ud800", "&#0;", "&#x301;", "Photo:", "(a) — b", "\u00ad", "\u200b",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=60)


@pytest.mark.parametrize("suffix", sorted(set(READERS) - {".text", ".markdown", ".htm", ".xhtml"}))
@settings(max_examples=500)
@given(text=TEXTS)
def test_any_text(suffix: str, text: str) -> None:
    """No text makes a reader raise, and what it reads is whole."""
    holds(READERS[suffix](text, "a"))


@settings(max_examples=500)
@given(data=st.binary(max_size=80) | TEXTS.map(lambda text: text.encode(errors="replace")))
def test_any_bytes(data: bytes) -> None:
    """No bytes make reading raise."""
    holds(read("-", stdin=data))


@given(text=st.text())
def test_tidy_blocks_are_canonical(text: str) -> None:
    """Tidy blocks, joined, are their own canonical form."""
    joined = "\n\n".join(block.text for block in tidy([Block(text), Block(text)]))
    assert normalise(joined) == joined
