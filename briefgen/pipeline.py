"""The stages in their order: read, number, summarize, find, compose to the pages, render."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from briefgen.compose import chosen, compose, ladder, quoted
from briefgen.errors import NothingRead, StrictError
from briefgen.find import find
from briefgen.fit import fit
from briefgen.model import Article, Brief, Meeting, Request, Source, Unread
from briefgen.read import MAX_TOTAL, dated, read
from briefgen.render import measure
from briefgen.summarize import Encoder, summarize
from briefgen.text import detect, sentences

TOO_MUCH = f"would take the sources past {MAX_TOTAL // 1_000_000} MB of text in all"

Read = tuple[tuple[Article, ...], tuple[Unread, ...]]


def read_all(
    locators: Sequence[str],
    *,
    stdin: bytes | None = None,
    strict: bool = False,
    seen: Callable[[str], object] = lambda locator: None,
) -> Read:
    """All sources within the limit, `seen` told of each. Raises NothingRead, StrictError."""
    articles: list[Article] = []
    unread: list[Unread] = []
    for locator in locators:
        article = read(locator, stdin=stdin)
        room = MAX_TOTAL - sum(len(a.text.encode()) for a in articles)
        if isinstance(article, Unread):
            unread.append(article)
        elif len(article.text.encode()) > room:
            unread.append(Unread(article.locator, TOO_MUCH))
        else:
            articles.append(article)
        seen(locator)
    _complain(articles, unread, strict=strict)
    return tuple(articles), tuple(sorted(unread, key=lambda u: u.locator))


def _complain(articles: Sequence[Article], unread: Sequence[Unread], *, strict: bool) -> None:
    if unread and (strict or not articles):
        reasons = "; ".join(f"{item.locator} {item.reason}" for item in unread[:10])
        reasons += f" (and {len(unread) - 10} more)" * (len(unread) > 10)
        if strict:
            raise StrictError(f"not made, as a source could not be read: {reasons}")
        raise NothingRead(f"no source could be read: {reasons}")


def _order(article: Article) -> tuple[dt.date, str, str]:
    """By date, the undated last; then by what cannot depend on how the sources were named."""
    return article.published or dt.date.max, article.sha256, article.locator


def number(
    articles: Sequence[Article], *, language: str | None, today: dt.date | None = None
) -> tuple[Source, ...]:
    """The articles in their order as S1, S2 …, each with its language and its sentences."""
    ordered = sorted(dated(articles, today), key=_order)
    return tuple(_source(f"S{i}", article, language) for i, article in enumerate(ordered, start=1))


def _source(number: str, article: Article, language: str | None) -> Source:
    spoken = detect(article.text, language or article.language)
    return Source(number, article, spoken, sentences(article.text, article.paragraphs, spoken))


def brief(
    read: Read,
    request: Request,
    *,
    pages: int,
    template: str | None = None,
    paper: str = "a4",
    encoder: Encoder | None = None,
) -> Brief:
    """The brief that fills the pages, measured on A4 or letter, or estimated without Pango."""
    articles, unread = read
    sources = number(articles, language=request.language, today=request.as_of.date())
    meeting = request.meeting or Meeting("")
    found = find(sources, meeting=request.meeting)
    ranked = summarize(
        sources, focus=request.focus, agenda=meeting.agenda, about=meeting.title,
        others=quoted(found), encoder=encoder,
    )  # fmt: skip
    summary, findings = chosen(ranked, found, sources, today=request.as_of.date())
    sheet = "letter" if paper == "letter" else "a4"
    return fit(
        lambda budget: compose(sources, unread, summary, findings, request, budget=budget),
        lambda draft: measure(draft, template=template, paper=sheet),
        rungs=ladder(summary, findings, pages=pages),
        pages=pages,
    )
