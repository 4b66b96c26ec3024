"""Where a sentence begins behind what an agency or a list puts before it."""

from __future__ import annotations

import pytest

from briefgen.model import Sentence
from briefgen.text import opening


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("", "The port of Zenda closed."),
        ("• ", "The port of Zenda closed."),
        ("STRELSAU – ", "The port of Zenda closed."),
        ("STRELSAU, June 19 (Agency) - ", "The port of Zenda closed."),
        ("STRELSAU (Ruritania) - ", "The port of Zenda closed."),
        ("STRELSAU (Ruritania), Nov 17, 2025 (AGY) - ", "The port of Zenda closed."),
        ("STRELSAU/ZENDA, 3 mai (AGY) – ", "Le port a fermé."),
        ("STRELSAU, Ruritania, June 19 — ", "The port of Zenda closed."),
        ("STRELSAU, 3 de mayo - ", "El puerto cerró."),
        ("Strelsau, 19 June 2023 – ", "The port of Zenda closed."),
        ("", "NATO – the alliance of Zenda – met."),
        ("", "Zenda, 12 ports – all of them closed."),
        ("Strelsau/Zenda (rna) - ", "The port of Zenda closed."),
        ("Zenda, Ruritania – ", "The port closed."),
        ("Zenda-on-Sea, Upper Ruritania — ", "The port closed."),
        ("", "Zenda, Strelsau - and the port – closed."),
        ("", "The king, Rudolf – the Fifth – left."),
    ],
)
def test_a_sentence_begins_behind_its_dateline(before: str, sentence: str) -> None:
    """Places before a dash, with a comma or in capitals, and a bullet are no part of it."""
    text = before + sentence
    assert sentence == text[opening(text, Sentence(0, len(text), 1)) :]
