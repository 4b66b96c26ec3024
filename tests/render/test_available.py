"""A machine without Pango or without fonts: one line, and everything but the PDF."""

from __future__ import annotations

import sys

import pytest

from briefgen.errors import PdfUnavailable
from briefgen.render import available, fonts, measure, render

from .briefs import small


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that lacks one of the libraries."""
    libraries = available._LIBRARIES | {"pango": ("libnothing-of-that-name.so",)}
    monkeypatch.setattr(available, "_LIBRARIES", libraries)
    available.pdf_unavailable.cache_clear()
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture(autouse=True)
def forget() -> object:
    """Ask the machine anew before and after."""
    available.pdf_unavailable.cache_clear()
    yield
    available.pdf_unavailable.cache_clear()


@pytest.mark.usefixtures("without_pango")
def test_the_line_names_what_to_install(capfd: pytest.CaptureFixture[str]) -> None:
    """It says which library is missing and the packages; nothing else is printed."""
    assert available.pdf_unavailable() == (
        "PDF needs shared libraries (missing: pango); "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )
    with pytest.raises(PdfUnavailable, match="apt-get install"):
        render(small(), format="pdf")
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("without_pango")
def test_the_other_formats_still_come() -> None:
    """HTML, Markdown and JSON need no library, and nothing is measured."""
    assert all(render(small(), format=format) for format in ("html", "md", "json"))
    assert measure(small()) is None


def test_without_fonts_it_is_said_before_anything_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the font packages are gone the line names them."""
    monkeypatch.setattr(fonts, "PACKAGES", ("no_such_package",))
    why = available.pdf_unavailable()
    assert why is not None
    assert "font-source-serif-pro" in why or "libraries" in why


def test_the_packaged_fonts_cover_three_scripts() -> None:
    """Latin, Greek and Cyrillic need no font of the system; Arabic and Chinese do."""
    assert fonts.lacking("Größe, ţară, Łódź; Δήμητρα Παππά; Ольга Литвиненко ↑ → ¶ – “”… € −") == ""
    assert fonts.lacking("سلام 北京") == "".join(sorted("سلام北京"))


def test_what_no_font_has_is_one_line() -> None:
    """The scripts are named, each once."""
    assert fonts.no_font(["5317", "4EAC", "92C"]) == (
        "no font has 3 of the characters (CJK, Devanagari): printed as boxes; "
        "install fonts-noto-core or fonts-noto-cjk"
    )
