"""Bytes → text: byte-order mark, strict UTF-8, the declared character set, then Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_SNIFFED = 4096  # bytes in which a declaration must stand; HTML asks for 1024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SIGNATURES = (
    (b"%PDF-", "is a PDF, not text"),
    (b"{\\rtf", "is rich text (RTF), not plain text"),
    (b"PK\x03\x04", "is an office document or an archive, not text"),
    (b"\xd0\xcf\x11\xe0", "is an office document, not text"),
)
NOT_TEXT = "is not text (binary data)"


def refused(data: bytes) -> str | None:
    """Why the bytes are no text, judged by their first ones; None where they may be."""
    if not data.strip():
        return "is empty"
    return next((reason for mark, reason in _SIGNATURES if data.startswith(mark)), None)


def decode(data: bytes) -> str | None:
    """The text, or None where the bytes are binary data."""
    text = _marked(data)
    if text is None:
        if b"\x00" in data:
            return None
        text = _utf8(data) or _declared(data) or _single(data, "windows-1252")
    return None if len(_CONTROL.findall(text)) > 0.02 * len(text) else text


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    """UTF-8 where it is, or where it is but for a few damaged bytes (a file cut short).

    Half surrogates written out by careless programs are let in; `normalise` drops them.
    """
    try:
        return data.decode(errors="surrogatepass")
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    return text if 20 * broken <= sum(char > "\x7f" for char in text) else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_SNIFFED])
    return _single(data, (match[1] or match[2]).decode("ascii", "replace")) if match else None


def _single(data: bytes, label: str) -> str:
    """Decoded as browsers do (WHATWG Encoding), an unknown label as Windows-1252."""
    import webencodings

    encoding = webencodings.lookup(label) or webencodings.lookup("windows-1252")
    text, _ = webencodings.decode(data, encoding, errors="replace")
    return str(text)
