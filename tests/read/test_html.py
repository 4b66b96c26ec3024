"""Web pages."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from briefgen.model import Article, Unread
from briefgen.read.html import read_html

LONG = (
    "The council of Aldermouth voted on Monday to keep the harbour open through the winter, and "
    "the mayor said that the money for it had been found in the reserve of the port. "
)
SECOND = LONG.replace("council", "port authority").replace("Monday", "Friday")
META = (
    '<meta property="og:site_name" content="Quay Agency"><meta name="author" content="Jane Roe">'
    '<meta property="article:published_time" content="2023-06-19T08:00:00+00:00">'
    '<link rel="canonical" href="https://quay.example/a">'
)


def page(body: str, head: str = "") -> str:
    """A page in French with a menu and a footer around the body."""
    return (
        f'<!doctype html><html lang="fr-FR"><head><title>Harbour stays open</title>{head}</head>'
        f'<body><nav><a href="/">Home</a><a href="/n">News</a></nav><main>{body}</main>'
        "<footer><p>© 2023 Quay Agency. All rights reserved.</p></footer></body></html>"
    )


ARTICLE = (
    f"<article><h1>Harbour stays open</h1><p>{LONG}</p><h2>Money</h2><p>{SECOND}</p></article>"
)


def article(text: str) -> Article:
    """The article of a page that holds one."""
    read = read_html(text, "a.html")
    assert isinstance(read, Article)
    return read


def test_article_without_furniture() -> None:
    """Title, text and headings are read, the menu and the footer are not."""
    read = article(page(ARTICLE))
    expected = f"Harbour stays open\n\n{LONG.strip()}\n\nMoney\n\n{SECOND.strip()}"
    assert expected == read.text
    assert ["title", "body", "heading", "body"] == [p.kind for p in read.paragraphs]


def test_metadata() -> None:
    """What the page says of itself is the article's."""
    read = article(page(ARTICLE, META))
    assert ("Harbour stays open", "Quay Agency", "Jane Roe") == (
        read.title,
        read.outlet,
        read.author,
    )
    assert (dt.date(2023, 6, 19), "https://quay.example/a", "fr") == (
        read.published,
        read.url,
        read.language,
    )


def test_title_of_the_article() -> None:
    """The title is the heading that the page's own title begins with, not the logo."""
    body = f"<h1>Quay Agency</h1><h2>Harbour stays open</h2><p>{LONG}</p><p>{SECOND}</p>"
    read = article(page(body).replace("open</title>", "open | Quay Agency</title>"))
    assert "Harbour stays open" == read.title
    assert read.text.startswith("Harbour stays open\n\n")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Harbour costs 2.2 million | Quay Post", "Quay Post"),
        ("Harbour costs 2.2 million - Quay Post", "Quay Post"),
        ("Harbour costs 2.2 million | News | Quay Post", "Quay Post"),
        ("Harbour costs 2.2 million | Quay Post | UK News", "Quay Post"),
        ("Harbour costs 2.2 million | World", None),
        ("Harbour costs 2.2 million - and no end", None),
        ("Harbour costs 2.2 million", None),
    ],
)
def test_the_outlet_is_the_part_of_the_title_beside_the_headline(
    title: str, outlet: str | None
) -> None:
    """Neither the headline, whatever stop it holds, nor a section; a name that is declared wins."""
    text = page(ARTICLE.replace("stays open", "costs 2.2 million"))
    text = text.replace("<title>Harbour stays open", f"<title>{title}")
    assert ("Harbour costs 2.2 million", outlet) == (article(text).title, article(text).outlet)
    ld = (
        '{"@context": "https://schema.org", "@type": "NewsArticle", '
        '"publisher": {"@type": "Organization", "name": "Dorn Daily"}}'
    )
    for declared in (
        f'<script type="application/ld+json">{ld}</script>',
        '<meta property="og:site_name" content="Dorn Daily">',
        '<meta name="application-name" content="Dorn Daily">',
    ):
        assert "Dorn Daily" == article(text.replace("</head>", f"{declared}</head>")).outlet


@pytest.mark.parametrize("author", ["@quay", "https://quay.example/roe", "admin"])
def test_odd_authors(author: str) -> None:
    """An account, an address or a role is no author."""
    assert article(page(ARTICLE, f'<meta name="author" content="{author}">')).author is None


def test_line_breaks_part_paragraphs() -> None:
    """Text between line breaks is a paragraph."""
    text = article(page(f"<div><h1>Harbour</h1>{LONG}<br><br>{SECOND}<br>More of it.</div>")).text
    assert f"{LONG.strip()}\n\n{SECOND.strip()}\n\nMore of it." in text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>We use cookies and similar techniques to run this site and to advertise.</p>"
            "<p>Accept all or manage preferences. Read our cookie policy to learn more.</p>",
            "a cookie notice",
        ),
        (f"<h1>Harbour</h1><p>{LONG}</p><p>Subscribe to continue reading.</p>", "a subscription"),
        ("<h1>Just a moment</h1><p>Please enable JavaScript to go on.</p>", "JavaScript"),
        ("<h1>Page not found</h1><p>The page that you look for is not here.</p>", "an error page"),
        ("<ul>" + "<li><a href='/'>A story about things</a></li>" * 30 + "</ul>", "no article"),
    ],
)
def test_pages_without_an_article(body: str, expected: str) -> None:
    """A notice in the article's place is unread, and the reason names it."""
    read = read_html(f"<!doctype html><html><body>{body}</body></html>", "a.html")
    assert isinstance(read, Unread)
    assert expected in read.reason


def test_article_about_cookies() -> None:
    """An article may speak of cookies."""
    cookies = "Sites will have to ask for your consent to use cookies, the council said."
    days = [f"<p>{LONG.replace('Monday', day)}</p>" for day in ("Tuesday", "Thursday", "Sunday")]
    body = f"<p>{LONG}</p><p>{SECOND}</p><p>{cookies}</p>{''.join(days)}"
    read = article(page(f"<article><h1>Cookies</h1>{body}</article>"))
    assert "your consent" in read.text


def test_notice_after_an_article() -> None:
    """A notice at the foot of an article goes, the article stays."""
    body = f"<p>{LONG}</p><p>{SECOND}</p><p>Already a subscriber? Log in to read all of it.</p>"
    assert "subscriber" not in article(page(f"<article><h1>Harbour</h1>{body}</article>")).text


def test_no_markup_is_left() -> None:
    """Scripts go; markup that the page shows as text is text."""
    read = article(
        page(f"<article><h1>A &lt;b&gt; title</h1><script>x()</script><p>{LONG}</p></article>")
    )
    assert ("A <b> title", False) == (read.title, "x()" in read.text)


def test_hostile_pages() -> None:
    """Endless nesting and endless tags end in an answer."""
    for body in ("<div>" * 50_000, "<p " + "a=1 " * 50_000 + ">", "<" * 50_000, "&" * 50_000):
        read_html(f"<html><body>{body}<p>{LONG}</p></body></html>", "a.html")


def test_trafilatura_is_imported_for_pages_only() -> None:
    """Reading plain text needs neither trafilatura nor lxml."""
    code = (
        "import sys; from briefgen.read import read; read('-', stdin=b'A text.'); "
        "print({'trafilatura', 'lxml', 'frontmatter', 'markdown_it'} & {*sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "set()" == run.stdout.strip()
