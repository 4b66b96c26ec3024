"""What text goes through before it is set: cleaned, its long tokens breakable, its direction known.

Nothing here changes a letter; `verify` compares without white space, hyphens and zero-width
characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: A token longer than this may be broken at every so many characters; left whole, one of 20,000
#: characters keeps the line breaker busy for a minute.
TOKEN = 30

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# No-break spaces hold a token together, all other spaces end it.
_SPACES = r" \t\n\r\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_LONG = re.compile(rf"[^{_SPACES}]{{{TOKEN + 1},}}")
# Names of files and addresses break behind their marks, so far as they have any.
_PIECE = re.compile(rf".{{1,{TOKEN - 1}}}[-_./](?=[^\W_])|.{{{TOKEN}}}(?=.)", re.DOTALL)
# Scripts that write without spaces break between any two characters by themselves.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# A bracket that closes before one of these could make a link, an image or a definition.
_MARKUP = re.compile(r"([\\`*|~]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:]))")
_LEADING = re.compile(r"^([-+=#>]|\[(?=[ xX]\]))")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: Stands before what means something at the start of a line only; `clean` leaves none in a text.
_IF_FIRST = "\x01"
_FIRST = re.compile(rf"^((?:[ \t>]|[-*+] |\d+[.)] )*){_IF_FIRST}", re.MULTILINE)
_FIRST_NUMBER = re.compile(rf"^((?:[ \t>]|[-*+] |\d+[.)] )*\d+){_IF_FIRST}", re.MULTILINE)
_SPACE = 0.2  # ems
_SLACK = 1.05  # the widths are an estimate: rather a line too long than one too many
_TRAILING = re.compile(r"(?<=\S) $", re.MULTILINE)


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


def balanced(text: str, measure: float) -> float | None:
    """The narrowest width in ems that needs no line more than `measure` does; None for one line.

    Widths are those of a bold sans, by classes of letters: WeasyPrint has no `text-wrap: balance`.
    """
    words = [sum(map(_width, word)) for word in text.split()]
    count = _lines(words, measure)
    if count < 2:
        return None
    tenths = range(int(measure * 10 / count), int(measure * 10))
    fitting = (tenth / 10 for tenth in tenths if _lines(words, tenth / 10) <= count)
    return min(next(fitting, measure) * _SLACK, measure)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "iIjl.,:;'’‘!|()[]ft-":
        return 0.32
    if character in "mwMW@—%":
        return 0.82
    return 0.62 if character.isupper() else 0.53


def _lines(words: Sequence[float], measure: float) -> int:
    count, used = 1, 0.0
    for word in words:
        if used and used + _SPACE + word > measure:
            count, used = count + 1, word
        else:
            used += word + (_SPACE if used else 0)
    return count


def markdown(text: str) -> str:
    """Text as one line of Markdown that shows these very characters, markup and HTML inert.

    White space at its ends stays as one space. What means something at the start of a line only is
    escaped for good by `settled`, once the page tells where the text stands.
    """
    line = clean(text)
    before, after = (" " if edge.isspace() else "" for edge in (line[:1], line[-1:]))
    line = _ENTITY.sub("&amp;", " ".join(line.split())).replace("<", "&lt;")
    line = _MARKUP.sub(r"\\\1", line)
    line = _NUMBERED.sub(rf"\1{_IF_FIRST}\2", line)
    line = _LEADING.sub(rf"{_IF_FIRST}\1", line)
    return f"{before}{line}{after}" if line else before


def settled(page: str) -> str:
    """The page of Markdown with its last escapes, and no lone space at the end of a line."""
    page = _FIRST_NUMBER.sub(r"\1\\", _FIRST.sub(r"\1\\", page)).replace(_IF_FIRST, "")
    return _TRAILING.sub("", page)
