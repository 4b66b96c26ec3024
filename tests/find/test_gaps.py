"""Gaps: what is not known."""

from __future__ import annotations

import pytest

from briefgen.find.gaps import gaps
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
    assert () == gaps([source("The mayor left. Trade fell while the cause was not yet known.")])
    assert () == gaps([source("“The cause is not known to anybody here.”")])
