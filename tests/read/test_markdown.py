"""Markdown and its front matter."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.model import Article
from briefgen.read.markdown import read_markdown

SENTENCE = "The council of Aldermouth voted on Monday to keep the harbour open."


def article(text: str) -> Article:
    """The article of a Markdown text that holds one."""
    read = read_markdown(text, "a.md")
    assert isinstance(read, Article)
    return read


def paragraphs(text: str) -> list[tuple[str, str]]:
    """Each paragraph's kind and text."""
    read = article(text)
    return [(p.kind, read.text[p.start : p.end]) for p in read.paragraphs]


def test_front_matter() -> None:
    """The fields of the front matter are the article's, and not its text."""
    read = article(
        "---\ntitle: Harbour stays open\noutlet: Quay Agency\nauthor: [Jane Roe, John Doe]\n"
        f"date: 2023-06-19\nurl: https://quay.example/a\nlang: en-GB\n---\n{SENTENCE}\n"
    )
    assert f"Harbour stays open\n\n{SENTENCE}" == read.text
    assert ("Harbour stays open", "Quay Agency", "Jane Roe, John Doe") == (
        read.title,
        read.outlet,
        read.author,
    )
    assert (dt.date(2023, 6, 19), "https://quay.example/a", "en") == (
        read.published,
        read.url,
        read.language,
    )


@pytest.mark.parametrize("front", ["title: [", "title: {a: b}", "title:\n  - [", "a: &a [*a]"])
def test_bad_front_matter(front: str) -> None:
    """Front matter that cannot be understood is passed over; the article is read."""
    assert SENTENCE == article(f"---\n{front}\n---\n{SENTENCE}").text


def test_a_colon_in_a_field() -> None:
    """A value that is no YAML is the rest of its line, and the other fields are read."""
    front = "title: Harbour plc: it stays open\nauthor: [Jane Roe, John Doe]\ndate: 2023-06-19"
    read = article(f"---\n{front}\n---\n{SENTENCE}")
    assert ("Harbour plc: it stays open", "Jane Roe, John Doe") == (read.title, read.author)
    assert dt.date(2023, 6, 19) == read.published


@pytest.mark.parametrize("above", ["", "NOT FOR RELEASE IN ZENDA.\n\n", "**NOT FOR RELEASE**\n\n"])
def test_the_day_at_the_head_of_the_text(above: str) -> None:
    """It counts where the front matter tells none, and capitals above it are no text."""
    text = f"---\ntitle: Harbour\n---\n\n{above}19 June 2023\n\n{SENTENCE}"
    assert dt.date(2023, 6, 19) == article(text).published
    assert [SENTENCE] == [words for kind, words in paragraphs(text) if kind == "body"]


def test_title_is_the_first_heading() -> None:
    """Without a title in the front matter, the first heading is the title."""
    text = f"# Harbour stays open\n\n{SENTENCE}\n\n## Money\n\n{SENTENCE}"
    assert ["title", "body", "heading", "body"] == [kind for kind, _ in paragraphs(text)]
    assert "Harbour stays open" == article(text).title


def test_title_once() -> None:
    """A heading that repeats the title of the front matter is the title."""
    text = f"---\ntitle: Harbour\n---\n# Harbour\n\n{SENTENCE}"
    assert [("title", "Harbour"), ("body", SENTENCE)] == paragraphs(text)


@pytest.mark.parametrize(
    "marked",
    [
        "The **council** of *Aldermouth* voted on `Monday` to keep the harbour open.",
        "The [council](https://a.example) of [Aldermouth][1] voted on Monday\nto keep the harbour "
        "open.\n\n[1]: https://b.example",
        "> The council of <b>Aldermouth</b> voted on Monday to keep the harbour open.",
        "The council of Aldermouth<!-- sic --> voted on Monday to keep the ![x](y) harbour open.",
        "```\nThe council of Aldermouth voted on Monday to keep the harbour open.\n```",
        "* The council of Aldermouth voted on Monday to keep the harbour open.",
        "<div>The council of Aldermouth voted on Monday to keep the harbour open.</div>",
    ],
)
def test_syntax_is_stripped(marked: str) -> None:
    """Marks go and words stay."""
    assert SENTENCE == article(marked).text


def test_picture_alone() -> None:
    """A picture on its own leaves its description as a caption."""
    text = f"{SENTENCE}\n\n![The harbour](a.png)\n\n{SENTENCE}"
    assert ("caption", "The harbour") == paragraphs(text)[1]


def test_head_in_the_text() -> None:
    """A byline and a day under the title are read as in plain text."""
    read = article(f"# Harbour stays open\n\n*By Jane Roe*  \n19 June 2023\n\n{SENTENCE}")
    assert ("Jane Roe", dt.date(2023, 6, 19)) == (read.author, read.published)
