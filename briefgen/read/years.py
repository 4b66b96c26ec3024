"""The year of a dateline that does not tell it: "OSLO, March 10 (Agency) - "."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.model import Article
from briefgen.read import dates
from briefgen.text import lead_in

_FAR = dt.timedelta(days=130)  # within them a day without its year is the nearest one


def dated(articles: Sequence[Article], today: dt.date | None) -> tuple[Article, ...]:
    """The articles, those without a date with that of their dateline.

    Its year is the one nearest to what the others say; where they don't, the last before today.
    """
    told = {article.published for article in articles if article.published}
    return tuple(
        article if article.published else replace(article, published=_day(article, told, today))
        for article in articles
    )


def _day(article: Article, told: Iterable[dt.date], today: dt.date | None) -> dt.date | None:
    head = _dateline(article)
    near = [(abs(day - other), day) for other in told for day in _around(head, other)]
    past = [day for day in _around(head, today) if day <= today] if today else []
    return min((pair for pair in near if pair[0] <= _FAR), default=(None, max(past, default=None)))[
        1
    ]


def _dateline(article: Article) -> str:
    """What stands before the first sentence of the body."""
    body = (p for p in article.paragraphs if p.kind == "body")
    return next((lead_in(article.text[p.start : p.end]) for p in body), "")


def _around(head: str, near: dt.date) -> tuple[dt.date, ...]:
    """The day of the dateline in the year of another and in those beside it."""
    days = (dates.of_year(head, near.year + shift) for shift in (-1, 0, 1))
    return tuple(day for day in days if day)
