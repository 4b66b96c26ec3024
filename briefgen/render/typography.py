"""What text goes through before it is set: cleaned, its long tokens breakable, its direction known.

Nothing here changes a letter; `verify` compares without white space, hyphens and zero-width
characters.
"""

from __future__ import annotations

import re
import unicodedata

#: A token longer than this may be broken at every so many characters; left whole, one of 20,000
#: characters keeps the line breaker busy for a minute.
TOKEN = 30

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# No-break spaces hold a token together, all other spaces end it.
_SPACES = r" \t\n\r\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_LONG = re.compile(rf"[^{_SPACES}]{{{TOKEN + 1},}}")
_PIECE = re.compile(rf".{{{TOKEN}}}(?=.)", re.DOTALL)
# Scripts that write without spaces break between any two characters by themselves.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MARKUP = re.compile(r"([\\`*_\[\]{}#|~>$])")
_LEADING = re.compile(r"^(\s*)([-+=:])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")
_BARE_LINK = re.compile(r"(https?|ftp|mailto|javascript|data|file)(:)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def clean(text: str) -> str:
    """Text without what cannot be set: controls, lone surrogates, bidi overrides."""
    return _UNPRINTABLE.sub("", text)


def breakable(text: str) -> str:
    """Cleaned text, a zero-width space every 30 characters in the tokens longer than that."""
    return _LONG.sub(_broken, clean(text))


def _broken(match: re.Match[str]) -> str:
    token = match[0]
    if len(_SPACELESS.findall(token)) * 2 > len(token):
        return token
    return _PIECE.sub(_with_break, token)


def _with_break(match: re.Match[str]) -> str:
    return match[0] + "\u200b"


def direction(text: str) -> str:
    """`rtl` where the first letter with a direction is Hebrew, Arabic or their like, else `ltr`."""
    if text.isascii():
        return "ltr"
    for character in text[:2000]:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def markdown(text: str) -> str:
    """Text as one line of Markdown that shows these very characters, markup and HTML inert."""
    line = " ".join(clean(text).split())
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = _MARKUP.sub(r"\\\1", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return _LEADING.sub(r"\1\\\2", line)
