"""The year of a dateline that does not tell it."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.model import Article, Paragraph
from briefgen.read import dated

OTHER, TODAY = dt.date(2021, 1, 4), dt.date(2023, 3, 9)


def article(text: str, published: dt.date | None = None) -> Article:
    """An article of one paragraph."""
    return Article(text, (Paragraph(0, len(text)),), "a.txt", published=published)


@pytest.mark.parametrize(
    ("head", "others", "today", "day"),
    [
        ("ZENDA, Dec 30 (AGY) - ", (OTHER,), TODAY, dt.date(2020, 12, 30)),
        ("ZENDA, le 5 janvier – ", (OTHER,), TODAY, dt.date(2021, 1, 5)),
        ("ZENDA, June 30 (AGY) - ", (OTHER,), TODAY, dt.date(2022, 6, 30)),
        ("ZENDA, March 10 (AGY) - ", (), TODAY, dt.date(2022, 3, 10)),
        ("ZENDA, March 9 (AGY) - ", (), TODAY, TODAY),
        ("ZENDA, March 9 (AGY) - ", (), None, None),
        ("ZENDA, Feb 29 (AGY) - ", (), TODAY, None),
        ("ZENDA (AGY) - On March 9 it was that ", (OTHER,), TODAY, None),
    ],
)
def test_the_year_is_that_of_the_other_articles_or_the_last(
    head: str, others: tuple[dt.date, ...], today: dt.date | None, day: dt.date | None
) -> None:
    """The nearest to another's date, else the last before today; a day of the text is none."""
    others_too = [article("The port is open.", other) for other in others]
    assert day == dated([article(f"{head}The port closed."), *others_too], today)[0].published


def test_a_date_that_is_told_stands() -> None:
    """Whatever the dateline says."""
    told = article("ZENDA, March 9 (AGY) - The port closed.", OTHER)
    assert (told,) == dated([told], TODAY)
