"""Gaps: what is not known."""

from __future__ import annotations

import pytest

from briefgen.find import find
from briefgen.find.gaps import gaps
from tests.find import toys
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


def test_sources_in_a_language_without_lists_are_told() -> None:
    """Where nobody is looked for, that nobody is found says nothing."""
    sources = [toys.source("The wall fell.", "en", "S1"), toys.source("O muro caiu.", "pt", "S2")]
    assert ("S2",) == find(sources).unsearched
