"""Words, their stems, and the words that carry no matter of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from briefgen.text.tables import table

_HAN = "㐀-䶿一-鿿豈-﫿々"
_KANA = "ぁ-ゟ゠-ヿｦ-ﾟ"
_UNSPACED = _HAN + _KANA
_APOSTROPHE = "'’ʼ"
_MARK = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
_MARK += r"\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd"
_MARK += r"\u0b82\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a"
_MARK += r"\u0e47-\u0e4e\u00ad\u200c\u200d"
_LETTER = rf"[^\W_{_UNSPACED}]"  # or a digit
_TOKEN = (
    rf"[^\W\d_{_UNSPACED}]\.(?:[^\W\d_]\.)+"  # U.S., e.g., z.B.
    rf"|[^\W\d_{_UNSPACED}]{_LETTER}*"
    rf"(?:(?:[{_MARK}]|[{_APOSTROPHE}\-‐‑](?={_LETTER})){_LETTER}*)*"
    r"|\d+(?:[.,:/]\d+)*[^\W\d_]*"  # 500,000  2.5  19:30  5G
    rf"|[{_HAN}]+|[ァ-ヿｦ-ﾟ]+|[ぁ-ゟ]+"
)
_HAN_RUN = rf"[{_HAN}]"
_COUNTED = rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+"
_SAYS_SOMETHING = re.compile(r"[^\W_]")

_SNOWBALL = {
    "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish",
    "fr": "french", "de": "german", "hu": "hungarian", "it": "italian", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "es": "spanish", "sv": "swedish",
}  # fmt: skip


def words(text: str) -> list[str]:
    """Return the words as written, in order; a run of Han characters gives its pairs."""
    found: list[str] = _compiled(_TOKEN).findall(text)
    if _is_spaced(text):
        return found
    han = _compiled(_HAN_RUN)
    return [part for token in found for part in (_pairs(token) if han.match(token) else (token,))]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern on first use: sets this large take a while, and `--help` needs none."""
    return re.compile(pattern)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def word_count(text: str) -> int:
    """Return how many words a person would count; a character each in script without spaces."""
    counted = text.split() if _is_spaced(text) else _compiled(_COUNTED).findall(text)
    return sum(1 for word in counted if _SAYS_SOMETHING.search(word))


def _is_spaced(text: str) -> bool:
    """Tell a text that has no sign of a script without spaces, of which none comes before 々."""
    return text.isascii() or max(text) < "々"


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the lower-cased stem by Snowball, or the lower-cased word where it has no rules.

    What an apostrophe joins to the front, as in l'été, is left out.
    """
    lower = word.lower().replace("’", "'").replace("\u00ad", "")
    if "'" in lower:
        front, _, rest = lower.partition("'")
        lower = rest if rest and front in _elisions(language) else lower
    stemmer = _stemmer(language)
    return (stemmer(lower) if stemmer else lower) or lower


@cache
def _elisions(language: str) -> frozenset[str]:
    return frozenset(table(language).get("elisions", "").split() if language.isalpha() else ())


def stems(words: Iterable[str], language: str) -> list[str]:
    """Return the stem of each word, in order."""
    return [stem(word, language) for word in words]


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _SNOWBALL.get(language)
    if name is None:
        return None
    from nltk.stem.snowball import SnowballStemmer

    stemmer: Callable[[str], str] = SnowballStemmer(name).stem
    return stemmer


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the language's stop words in lower case; none where no list is known.

    English is Snowball's list from `stopwords`; the larger ones of that package hold nouns or come
    without accents, so other languages have lists here, and theirs only where there is none.
    """
    own = table("stopwords").get(language, "")
    for script, lists in table("languages").items():
        if language != "en" and script != "letters":
            own += " " + lists.get(language, "")
    if own.strip():
        return _curly(own.split())
    from stopwords import safe_get_stopwords

    return _curly(word.lower() for word in safe_get_stopwords(language) if word)


def _curly(listed: Iterable[str]) -> frozenset[str]:
    """The words, with either apostrophe."""
    plain = frozenset(listed)
    return plain | {word.replace("'", "’") for word in plain}
