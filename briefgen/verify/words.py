"""Text as it is compared: what a page may change for typesetting's sake is folded away."""

from __future__ import annotations

import re
import unicodedata

#: White space, hyphens of all kinds, soft hyphens, and what has no width; the Thai and Lao ring
#: over a vowel, which shaping parts from it and sets before a tone mark (HarfBuzz).
_IGNORED = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u0e4d\u0ecd"
    "\\-\u058a\u05be\u1806\u2010\u2011\u2043\ufe63\uff0d]+"
)
#: Characters that common fonts draw with one glyph, of which a page then keeps either.
_TWINS = str.maketrans(
    "\u2206\u02bc\u02bb\u02cb\u02c9\u02ca\u2219", "\u0394\u2019\u2018`\u0304\u0301\xb7"
)
_SIGNED = re.compile("[-\u2010\u2011](?=[0-9])")
_LENGTH = 70

_RIGHT_TO_LEFT = ("R", "AL")


def fold(text: str) -> str:
    """NFKC without white space, hyphens and zero-width characters, twins made one."""
    if text.isascii():
        return _IGNORED.sub("", text)
    plain = _IGNORED.sub("", unicodedata.normalize("NFKC", text).translate(_TWINS))
    return unicodedata.normalize("NFKC", plain)  # what stood apart may now compose


def signs(text: str) -> int:
    """How many hyphens stand before a digit: folded away, but -5 is not 5."""
    return len(_SIGNED.findall(text))


def spaced(text: str) -> str:
    """The text on one line, for showing and for comparing names."""
    return " ".join(text.split())


def shown(text: str, start: int = 0) -> str:
    """The text from `start` on in quotation marks, shortened to fit a line."""
    line = spaced(text[start:])
    end = line if len(line) <= _LENGTH else f"{line[: _LENGTH - 1]}…"
    return f'"…{end}"' if start else f'"{end}"'


def around(text: str, other: str) -> str:
    """What `text` reads where it first differs from `other`, in quotation marks."""
    same = next(
        (i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b),
        min(len(text), len(other)),
    )
    start = max(0, text.rfind(" ", 0, max(0, same - 15)) + 1)
    return shown(text, start)


def begins_in(words: str, text: str) -> bool:
    """Tell whether the words stand in the text, and not from the middle of a word or number."""
    at = text.find(words)
    while at >= 0:
        if not (at and words[:1].isalnum() and _joined(text[at - 1])):
            return True
        at = text.find(words, at + 1)
    return False


def _joined(letter: str) -> bool:
    """A digit or a letter with case: scripts without case don't part their words."""
    return letter.isdigit() or letter.lower() != letter.upper()


def right_to_left(text: str) -> bool:
    """Tell whether a letter is of a script that runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text
    )
