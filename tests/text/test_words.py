"""Words, stems, stop words, counts and languages."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.text import detect, stem, stems, stop_words, word_count, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. paid 500,000 (2.5%).", ["The", "U.S.", "paid", "500,000", "2.5"]),
        ("It’s Xi'an's COVID-19 'quote'", ["It’s", "Xi'an's", "COVID-19", "quote"]),
        ("à 19:30, l’été", ["à", "19:30", "l’été"]),
        ("中国北京 を", ["中国", "国北", "北京", "を"]),
        ("राष्ट्रपति ने", ["राष्ट्रपति", "ने"]),
        ("قالَ الرئيس", ["قالَ", "الرئيس"]),
        ("— … !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Figures, dotted abbreviations and inner apostrophes hold together, in every script."""
    assert words(text) == expected


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_words_stand_in_the_text(text: str) -> None:
    """A word is never made up, and no text is too odd to count."""
    assert all(word in text for word in words(text))
    assert 0 <= word_count(text) <= len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("One, two - three: 2.5 %.", 4), ("don't stop", 2), ("北京 2008", 3), ("", 0)],
)
def test_word_count(text: str, count: int) -> None:
    """What a person would count: dashes and lonely signs are no words."""
    assert word_count(text) == count


def test_stems() -> None:
    """Snowball where it has rules, lower case elsewhere."""
    assert stems(["Countries", "running"], "en") == ["countri", "run"]
    assert stem("Déclarations", "fr") == stem("déclaration", "fr")
    assert stem("Государства", "ru") == stem("государство", "ru")
    assert stem("Συνάντηση", "el") == "συνάντηση"
    assert stem("L’Iran", "fr") == stem("Iran", "fr")
    assert stem("dell'Italia", "it") == stem("Italia", "it")
    assert stem("Xi's", "en") == "xi"
    assert stem("a", "en") == "a"


def test_stop_words_name_nobody() -> None:
    """No list holds a word that a brief on the United Nations is about."""
    matter = {"un", "us", "states", "world", "members", "general", "united", "nations"}
    assert stop_words("en") & matter == set()
    assert {"the", "of", "and"} <= stop_words("en")
    assert {"don't", "don’t"} <= stop_words("en")
    assert {"les", "dans"} <= stop_words("fr")
    assert {"של", "על"} <= stop_words("he")
    assert stop_words("xx") == frozenset()


SAMPLES = {
    "en": "The ministers met in the capital and agreed to meet again.",
    "fr": "Les ministres se sont réunis hier dans la capitale.",
    "es": "La reunión se celebró ayer en Madrid con los ministros.",
    "de": "Die Minister trafen sich gestern in der Hauptstadt.",
    "pt": "A reunião foi realizada ontem em Lisboa com os ministros.",
    "it": "La riunione si è tenuta ieri a Roma con i ministri.",
    "nl": "De vergadering werd gisteren gehouden met de ministers.",
    "sv": "Mötet hölls i går i Stockholm och det var det första.",
    "pl": "Spotkanie odbyło się wczoraj w Warszawie z ministrami.",
    "cs": "Schůzka se konala včera v Praze s ministry.",
    "ru": "Встреча состоялась вчера в Москве, и это было главное.",
    "uk": "Зустріч відбулася вчора в Києві з міністрами.",
    "el": "Η συνάντηση έγινε χθες.",
    "he": "הפגישה התקיימה אתמול.",
    "ar": "عقد الاجتماع أمس في القاهرة.",
    "hi": "बैठक कल दिल्ली में हुई थी।",
    "zh": "会议昨天在北京举行。",
    "ja": "会議は昨日東京で開かれた。",
    "ko": "회의는 어제 서울에서 열렸다.",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_detect(language: str, text: str) -> None:
    """One sentence gives a language away by script, small words and letters."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("fr-CA", "fr"), ("pt_BR", "pt"), ("ENG", "en"), ("und", "de"), ("", "de"), (None, "de")],
)
def test_what_is_declared_wins(declared: str | None, expected: str) -> None:
    """A declared tag counts by its primary part; an empty one does not."""
    assert detect(SAMPLES["de"], declared) == expected


@pytest.mark.parametrize("text", ["", " ", "123", "Xi", "\U0001f600"])
def test_undecidable_is_english(text: str) -> None:
    """Nothing is left undetermined."""
    assert detect(text) == "en"


def test_the_floor_is_light() -> None:
    """Neither NLTK nor lxml comes with the import."""
    code = "import sys, briefgen.text; print({'nltk', 'lxml', 'stopwords'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
