"""What stands alone: nothing that a reader would have to look for elsewhere."""

from __future__ import annotations

import pytest

from briefgen.find.facts import facts
from briefgen.find.standing import alone
from tests.find.sources import source


def stands(text: str, language: str = "en") -> bool:
    """Whether the first sentence of the text stands alone."""
    made, lists = source(text, language=language), facts(language)
    first = made.sentences[0]
    assert lists is not None
    return alone(made.text_of(first), first, made, lists)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three people were shot dead in the town of Halven."),
        ("en", "More than a dozen countries sent help to Halven."),
        ("en", "The inspectors of Halven will publish their report."),
        ("en", "Although their fleet is small, Vale and Roe fish the bank."),
        ("en", "Vale told the council: “We are sorry for what you went through.”"),
        ("de", "Das Feuer im Hafen von Sellin brannte neun Stunden."),
    ],
)
def test_what_has_all_its_words_stands_alone(language: str, text: str) -> None:
    """Counted nouns, plurals with their pronoun, names that follow, quoted speech, an article."""
    assert stands(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three were shot dead in the town of Halven."),
        ("en", "Two of the judges of Halven did not agree."),
        ("en", "The ministry of Vale was not considering lifting them."),
        ("en", "On Monday many people of Halven were killed there."),
        ("en", "Of course we lost the vote of Halven on Monday."),
        ("en", "Was it the council of Halven that voted then?"),
        ("en", "Cquote1.svg The great nation of Norland has spoken."),
        ("en", "Mayor Vale (left) opened the bridge of Halven."),
        ("de", "Das war in der Stadt Sellin nicht zu übersehen."),
    ],
)
def test_what_points_elsewhere_does_not(language: str, text: str) -> None:
    """Numbers and pronouns without their noun, places, unmarked speech, questions, captions."""
    assert not stands(text, language)
