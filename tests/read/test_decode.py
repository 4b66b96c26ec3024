"""Bytes to text."""

from __future__ import annotations

import pytest

from briefgen.read.decode import decode, refused


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso-8859-1"]
)
def test_encodings_that_tell_themselves(encoding: str) -> None:
    """Marks, strict UTF-8 and Windows-1252 need no declaration."""
    assert "Été à Pékin" == decode("Été à Pékin".encode(encoding))


def test_declared() -> None:
    """A page that is no UTF-8 is read in the character set that it declares."""
    page = '<meta charset="windows-1251"><p>Встреча в Пекине</p>'
    assert page == decode(page.encode("cp1251"))


def test_unknown_declaration() -> None:
    """A character set that nobody knows falls back to Windows-1252."""
    assert "<meta charset=klingon>é" == decode(b"<meta charset=klingon>\xe9")


def test_cut_short() -> None:
    """UTF-8 cut inside a character stays UTF-8."""
    assert "é" * 40 + "\ufffd" == decode(("é" * 41).encode()[:-1])


@pytest.mark.parametrize("data", [b"a\x00b", bytes(range(1, 32)) * 9])
def test_binary(data: bytes) -> None:
    """NUL bytes, or many control characters, are no text."""
    assert decode(data) is None


@pytest.mark.parametrize("data", [b"", b" \n", b"%PDF-1.7", b"{\\rtf1 text}", b"PK\x03\x04"])
def test_refused(data: bytes) -> None:
    """Nothing, and what says that it is another format, is refused with a reason."""
    assert refused(data)
