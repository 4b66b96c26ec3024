"""Gaps and the timeline: what is not known, and what happened when."""

from __future__ import annotations

import pytest

from briefgen.find.gaps import gaps
from briefgen.find.timeline import timeline
from tests.find.sources import source


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It rained. The cause of the fire was not yet known on the quay."),
        ("en", "Hello. The insurer Meridian declined to comment."),
        ("en", "Hello. No group has claimed responsibility for the blast."),
        ("en", "Hello. The figures could not be verified by reporters."),
        ("fr", "Bonjour. Le ministère a refusé de commenter la décision."),
        ("es", "Hola. El motivo del cierre se desconoce en el puerto."),
        ("de", "Hallo. Die Ursache des Brandes ist noch unklar geblieben."),
    ],
)
def test_what_a_source_calls_unknown_is_a_gap(language: str, text: str) -> None:
    """The sentence itself says it, so the gap adds no words of its own."""
    (gap,) = gaps([source(text, language=language)])
    assert ("unknown", "") == (gap.kind, gap.text)
    assert gap.extract
    assert text.split(". ", 1)[1] == gap.extract.text


def test_a_gap_stands_alone() -> None:
    """A sentence that leans on the one before, or is spoken, says nothing by itself."""
    assert () == gaps([source("The mayor left. She declined to comment on the report.")])
    assert () == gaps([source("“The cause is not known to anybody here.”")])


def test_events_stand_in_the_order_of_their_dates() -> None:
    """The later sentence tells the earlier event."""
    text = "The port of Halven was shut on Monday. The quay was built in March 1961."
    assert ["1961-03-01", "2024-05-13"] == [event.date for event in timeline([source(text)], None)]


def test_an_event_told_by_two_sources_is_one_row() -> None:
    """One row, two citations; a copy of the same words is no second source."""
    one = source("The Halven port authority shut the grain terminal on Monday after a fire.", "S1")
    two = source("On Monday the Halven port authority shut its grain terminal after a fire.", "S2")
    (event,) = timeline([one, two], None)
    assert (2, ["S2"]) == (event.event.told_by, [also.source for also in event.event.also])
    copy = source(one.article.text, "S3")
    (event,) = timeline([one, copy], None)
    assert 1 == event.event.told_by


@pytest.mark.parametrize(
    "text",
    [
        "Olsen said on Monday that the cranes were old and slow.",
        "The rate is the highest since March 2001, the bank reports.",
        "They left the harbour of Halven on Monday.",
        "Olsen, who took over in May 2022, is under pressure.",
        "Halven harbour at night in May 2022.",
    ],
)
def test_a_date_without_an_event_gives_no_row(text: str) -> None:
    """The day of saying, a comparison, a sentence that leans, a relative clause, a caption."""
    assert () == timeline([source(text)], None)
