"""Days at the head of an article."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.read import dates

JUNE_19 = dt.date(2023, 6, 19)


@pytest.mark.parametrize(
    "line",
    [
        "Monday, June 19, 2023",
        "2023-06-19",
        "2023-06-19T10:00:00+08:00",
        "Published: 19 June 2023",
        "19 Jun 2023, 14:30 GMT",
        "Published June 19, 2023 at 3:04 p.m. EDT | Updated June 20, 2023",
        "Updated June 20, 2023; first published June 19, 2023",
        "06/19/2023",
        "BEIJING, June 19, 2023",
        "lundi 19 juin 2023 à 10h30",
        "lunes, 19 de junio de 2023",
        "Montag, 19. Juni 2023, 14.30 Uhr",
        "segunda-feira, 19 de junho de 2023",
        "lunedì 19 giugno 2023",
        "maandag 19 juni 2023",
        "19 июня 2023 г.",
        "19.06.2023",
    ],
)
def test_a_day_alone(line: str) -> None:
    """A line of a day, its weekday, clock, zone or place, in eight languages."""
    assert (True, JUNE_19) == (dates.alone(line), dates.published(line))


@pytest.mark.parametrize(
    "line", ["Talks of June 19, 2023", "On June 19, 2023 they met", "June 2023", "Room 19", ""]
)
def test_no_day_alone(line: str) -> None:
    """Words of their own make a line more than a day."""
    assert not dates.alone(line)


def test_open_order() -> None:
    """Where day and month could be either, no day is claimed."""
    assert (True, None) == (dates.alone("05/06/2023"), dates.published("05/06/2023"))


def test_no_such_day() -> None:
    """A day that no calendar has is none."""
    assert dates.published("31 June 2023") is None
