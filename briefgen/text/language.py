"""Which language a text is in: what it declares, else its script, else its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefgen.text.tables import table
from briefgen.text.words import words

_SAMPLE = 8_000
_PRIMARY = re.compile(r"[A-Za-z]{2,3}(?=$|[-_@.])")
# Bibliographic and spelled-out names of languages that pages declare in place of the short code.
_ALIASES = {
    "eng": "en", "fre": "fr", "fra": "fr", "spa": "es", "ger": "de", "deu": "de", "por": "pt",
    "rus": "ru", "ita": "it", "dut": "nl", "nld": "nl", "gre": "el", "ell": "el", "ara": "ar",
    "heb": "he", "hin": "hi", "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "cze": "cs",
    "ces": "cs", "pol": "pl", "swe": "sv", "ukr": "uk", "iw": "he", "in": "id", "nb": "no",
    "nn": "no", "cmn": "zh", "yue": "zh", "jp": "ja", "cz": "cs", "ua": "uk", "kr": "ko",
    "cn": "zh",
}  # fmt: skip
_UNDECLARED = {"und", "mul", "zxx", "mis", "x", "art"}

# Scripts by their ranges of letters, each with the language it most likely is.
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("latin", "en", "A-Za-zÀ-ɏḀ-ỿ"),
    ("cyrillic", "ru", "Ѐ-ԯ"),
    ("arabic", "ar", "ء-ۿݐ-ݿ"),
    ("devanagari", "hi", "ऀ-ॣॱ-ॿ"),
    ("greek", "el", "Ͱ-Ͽἀ-῿"),
    ("hebrew", "he", "א-ת"),
    ("kana", "ja", "ぁ-ヿ"),
    ("hangul", "ko", "가-힣ᄀ-ᇿ"),
    ("han", "zh", "㐀-䶿一-鿿豈-﫿"),
    ("armenian", "hy", "Ա-և"),
    ("georgian", "ka", "ა-ჿ"),
    ("thai", "th", "ก-ฺเ-๎"),
    ("bengali", "bn", "ঀ-৿"),
    ("gurmukhi", "pa", "਀-੿"),
    ("gujarati", "gu", "઀-૿"),
    ("tamil", "ta", "஀-௿"),
    ("telugu", "te", "ఀ-౿"),
    ("kannada", "kn", "ಀ-೿"),
    ("malayalam", "ml", "ഀ-ൿ"),
    ("sinhala", "si", "඀-෿"),
    ("lao", "lo", "ກ-໿"),
    ("burmese", "my", "က-႟"),
    ("khmer", "km", "ក-៓"),
    ("ethiopic", "am", "ሀ-፿"),
)
_DEFAULT = {name: language for name, language, _ in _SCRIPTS}
# A hieroglyph or a syllable says as much as several letters.
_WEIGHT = {"han": 3, "kana": 3, "hangul": 3}


def detect(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code (639-3 where there is none) of the text's language.

    What is declared wins; Latin script that no small word gives away is taken for English.
    """
    return _declared(declared or "") or _spoken(text[:_SAMPLE])


def _declared(tag: str) -> str | None:
    match = _PRIMARY.match(tag.strip())
    primary = match[0].lower() if match else ""
    return _ALIASES.get(primary, primary) if primary and primary not in _UNDECLARED else None


def _spoken(sample: str) -> str:
    script = _script(sample)
    lists = _small_words().get(script)
    if not lists:
        return _DEFAULT[script]
    lower = sample.lower()
    counts, letters = Counter(words(lower)), table("languages")["letters"]
    scores = {
        language: sum(counts[word] for word in small)
        + sum(lower.count(letter) for letter in letters.get(language, ""))
        for language, small in lists.items()
    }
    best = max(scores.values())
    return next(k for k, v in scores.items() if v == best) if best else _DEFAULT[script]


def _script(sample: str) -> str:
    """The script most of the sample is in; a third of kana makes Han characters Japanese."""
    weights = {
        name: len(letters.findall(sample)) * _WEIGHT.get(name, 1) for name, letters in _letters()
    }
    if weights["kana"] * 5 > weights["han"]:
        weights["kana"] += weights["han"]
    return max(weights, key=weights.__getitem__)


@cache
def _letters() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(f"[{letters}]")) for name, _, letters in _SCRIPTS)


@cache
def _small_words() -> dict[str, dict[str, frozenset[str]]]:
    return {
        script: {language: frozenset(small.split()) for language, small in lists.items()}
        for script, lists in table("languages").items()
        if script != "letters"
    }
