"""How a figure is printed beside its sentence."""

from __future__ import annotations

import pytest

from briefgen.model import Extract, Figure
from briefgen.render.sections import amount


@pytest.mark.parametrize(
    ("value", "unit", "sentence", "printed"),
    [
        ("64 millions", "EUR", "Le mur a coûté 64 millions d'euros.", "64 millions d'euros"),
        ("2 millones", "USD", "Costó 2 millones de dólares.", "2 millones de dólares"),
        ("38 million", "euros", "It cost 38 million euros.", "38 million euros"),
        ("40 %", None, "Il en reste 40 % de trop.", "40 %"),
    ],
)
def test_a_unit_keeps_the_word_that_joins_it(
    value: str, unit: str | None, sentence: str, printed: str
) -> None:
    """The sentence's own words, where its language has one between number and unit."""
    context = Extract(sentence, "S1", 1, 0, len(sentence))
    assert amount(Figure(value, unit, context)) == printed
