"""Figures: numbers with what they count, in the sentence around them."""

from __future__ import annotations

import pytest

from briefgen.find.figures import figures
from briefgen.find.figures_quantity import quantities
from tests.find.sources import source


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It cost £96.4 million.", [("96.4 million", "GBP")]),
        ("en", "Japan promised 500,000,000 USD.", [("500,000,000", "USD")]),
        ("en", "Sales slipped 6% or 7 per cent.", [("6", "%"), ("7", "%")]),
        ("en", "It raised €3.5bn and £20m.", [("3.5bn", "EUR"), ("20m", "GBP")]),
        ("en", "It serves 640,000 people.", [("640,000", "people")]),
        ("en", "They recalled 31,000 nail guns.", [("31,000", "nail guns")]),
        ("en", "It carries 3,200 cubic metres.", [("3,200", "cubic metres")]),
        ("es", "El río lleva 3.200 metros cúbicos.", []),
        ("en", "Steel rose to £390/t.", []),
        ("en", "It sells seven of every 10 seats.", []),
        ("en", "The range is 5.00 to 5.25 per cent.", [("5.00 to 5.25", "%")]),
        ("en", "It foresaw a 2% to 3% rise.", [("2% to 3", "%")]),
        ("en", "Sales rose 8% to 40.7bn euros.", [("8", "%"), ("40.7bn", "EUR")]),
        ("en", "It rose from 2% to 3% at most.", [("2", "%"), ("3", "%")]),
        ("en", "The rate is minus 0.1 per cent.", [("minus 0.1", "%")]),
        ("en", "It promised a half-billion dollar gift.", [("half-billion", "$")]),
        ("en", "About two dozen homes burned.", [("two dozen", "homes")]),
        ("en", "A hundred and twenty schools closed.", [("A hundred and twenty", "schools")]),
        ("en", "It raised two and a half million euros.", [("two and a half million", "EUR")]),
        ("en", "Tens of thousands of people fled.", [("Tens of thousands", "people")]),
        ("en", "Between 20 and 30 people fell ill.", [("Between 20 and 30", "people")]),
        ("en", "They sank 20–30 boats.", [("20–30", "boats")]),
        ("en", "It rose from 20 to 30 percent.", [("30", "%")]),
        ("en", "Growth was cut for 2023 to 0.9 per cent.", [("0.9", "%")]),
        ("en", "The death toll rose to 121.", [("121", "deaths")]),
        ("fr", "Un don d’un demi-milliard d’euros.", [("demi-milliard", "EUR")]),
        ("fr", "Une vingtaine de maisons ont brûlé.", [("Une vingtaine", "maisons")]),
        ("fr", "Il y a au moins 80 000 morts.", [("80 000", "morts")]),
        ("fr", "Le taux est de moins 5 %.", [("moins 5", "%")]),
        ("es", "Ardieron dos docenas de casas.", [("dos docenas", "casas")]),
        ("es", "Costó un millón y medio de euros.", [("un millón y medio", "EUR")]),
        ("de", "Es waren fünfundzwanzig Boote.", [("fünfundzwanzig", "Boote")]),
        ("de", "Zwischen 20 und 30 Menschen starben.", [("Zwischen 20 und 30", "Menschen")]),
        ("fr", "Un don de 395 000 euros.", [("395 000", "EUR")]),
        ("es", "Costó 31 millones de euros.", [("31 millones", "EUR")]),
        ("de", "Sie fassen 12.000 Liter.", [("12.000", "Liter")]),
        ("de", "Bis 16 Uhr kamen 30 Boote.", [("30", "Boote")]),
    ],
)
def test_a_figure_has_its_value_as_written_and_its_unit(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """The value stands in the text; currencies have their code."""
    assert expected == [(q.value, q.unit) for q in quantities(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value", "percent"),
    [
        ("en", "A quarter of the voters stayed at home.", "A quarter", 25),
        ("en", "It destroyed three-quarters of its homes.", "three-quarters", 75),
        ("en", "It reached one in five adults.", "one in five", 20),
        ("en", "It lost between a fifth and a half of its men.", "between a fifth and a half", 50),
        ("fr", "Les trois quarts des habitants sont partis.", "trois quarts", 75),
        ("fr", "Une personne sur cinq est partie.", "Une personne sur cinq", 20),
        ("de", "Ein Viertel der Wähler blieb zu Hause.", "Ein Viertel", 25),
        ("es", "La mitad de los vecinos se fue.", "La mitad", 50),
    ],
)  # fmt: skip
def test_a_share_in_words_is_a_share(language: str, text: str, value: str, percent: float) -> None:
    """It counts as per cent, and is written as it was."""
    assert [(value, percent)] == [(q.value, q.number) for q in quantities(text, language)]


def test_a_list_line_without_its_full_stop_is_read() -> None:
    """A pledge that ends its paragraph counts; a heading without a verb does not."""
    pledge = "The ministers met in Halven. Norland increased its gift to 180 million USD"
    heading = "The gift of Norland to the fund: 180 million USD"
    assert [1, 0] == [len(figures([source(text)])) for text in (pledge, heading)]


@pytest.mark.parametrize(
    "text",
    [
        "A quarter of a point was expected.",
        "In the first half of the year it fell.",
        "Six ministers sat at one end of the table.",
        "On May 14, 2024 they met at 15:30.",
        "Kovar, 26, wept.",
        "Resolution 2231 was the 12th.",
        "It lasted 40 days.",
        "They meet on June 21 and 22 to discuss it.",
        "In 2019 sanctions began.",
    ],
)
def test_dates_times_ages_and_document_numbers_are_no_figures(text: str) -> None:
    """They are numbers that count nothing."""
    assert () == quantities(text, "en")


def test_the_same_figure_in_two_sources_is_one_row() -> None:
    """Two sources tell it in their own words: one row, cited twice."""
    one = source("The telethon in Bucharest raised 395,000 euro for the victims.", "S1")
    two = source("A telethon raised 395,000 euro in January, the Romanian public said.", "S2")
    (figure,) = figures([one, two])
    assert ("395,000", "EUR", 2) == (figure.value, figure.unit, figure.context.told_by)
    assert ["S2"] == [also.source for also in figure.context.also]


def test_whose_dollars_is_not_guessed() -> None:
    """Where an article speaks of Canada, the sign stays as written and no code is claimed."""
    home = figures([source("The council of the town gave $10,000 to the fund.")])
    abroad = figures([source("The council of the Canadian town gave $10,000 to the fund.")])
    assert [("10,000", "USD")] == [(f.value, f.unit) for f in home]
    assert [("$10,000", None)] == [(f.value, f.unit) for f in abroad]


def test_a_sum_in_other_money_in_brackets_is_no_further_figure() -> None:
    """It is the same sum; beside a share it is another."""
    text = "The ministers of Halven gave 2.4bn euros ($3.1bn; £2.9bn), a third (£9m) in May."
    assert ["2.4bn", "9m"] == [figure.value for figure in figures([source(text)])]
