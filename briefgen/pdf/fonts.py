"""From the codes in a content stream to characters, by a font's ToUnicode map (ISO 32000, 9.10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Decoder = Callable[[bytes], str]

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_ITEM = re.compile(_HEX)
_WIDEST = 0x10000


def decoder(font: Any) -> Decoder:
    """How to read the strings shown in `font`, a font dictionary.

    Without a map, single bytes are read as Windows Latin-1, and glyph numbers not at all.
    """
    import pikepdf

    width = 2 if font.get("/Subtype") == "/Type0" else 1
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        return _mapped(to_unicode(stream.read_bytes()), width)
    if width == 1:
        return lambda codes: codes.decode("cp1252", errors="replace")
    return lambda codes: UNKNOWN * (len(codes) // 2)


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The characters of each code in a ToUnicode map."""
    found: dict[int, str] = {}
    for block in _between(cmap, b"beginbfchar", b"endbfchar"):
        for code, text in _CHAR.findall(block):
            found[_number(code)] = _text(text)
    for block in _between(cmap, b"beginbfrange", b"endbfrange"):
        for first, last, text, items in _RANGE.findall(block):
            found |= _range(_number(first), _number(last), text, _ITEM.findall(items))
    return found


def _between(cmap: bytes, begin: bytes, end: bytes) -> list[bytes]:
    """What stands between each two words, in one pass whatever is missing."""
    return [part.partition(end)[0] for part in cmap.split(begin)[1:]]


def _range(first: int, last: int, text: bytes, items: list[bytes]) -> dict[int, str]:
    """The codes `first` to `last`: one character each, or counting up in the last code unit."""
    codes = range(first, min(last + 1, first + _WIDEST))
    if items:
        return {code: _text(item) for code, item in zip(codes, items, strict=False)}
    start = _number(text)
    size = 2 * max(1, len(_digits(text)) // 4)
    limit = 1 << 8 * size
    return {
        code: _utf16((start + i).to_bytes(size, "big"))
        for i, code in enumerate(codes)
        if start + i < limit
    }


def _mapped(characters: dict[int, str], width: int) -> Decoder:
    def decode(codes: bytes) -> str:
        return "".join(
            characters.get(int.from_bytes(codes[i : i + width], "big"), UNKNOWN)
            for i in range(0, len(codes), width)
        )

    return decode


def _digits(hexadecimal: bytes) -> bytes:
    return b"".join(hexadecimal.split())


def _number(hexadecimal: bytes) -> int:
    return int(_digits(hexadecimal) or b"0", 16)


def _text(hexadecimal: bytes) -> str:
    digits = _digits(hexadecimal)
    return _utf16(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))


def _utf16(units: bytes) -> str:
    return units.decode("utf-16-be", errors="replace")
