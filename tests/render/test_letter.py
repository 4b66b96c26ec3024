"""The letter's parts: what stands in them, and how they look on a screen."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from briefgen.deliver.letter import inlined
from briefgen.errors import TemplateError
from briefgen.render.letter import WIDTH, letter_parts
from tests.render.briefs import COST, FOUR_BERTHS, PLACE, rich

CHROMIUM = shutil.which("chromium")
# Without these, Chromium calls home at every start.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def test_the_subject_carries_marking_title_and_day() -> None:
    """An inbox shows how to handle it, what it is, and when the meeting is."""
    assert letter_parts(rich()).subject == (
        "[OFFICIAL – SENSITIVE] Briefing note: Meeting with the Varnholm Port Authority on shore "
        "power (Thu 14 May 2026)"
    )
    plain = dataclasses.replace(rich(), marking=None, meeting=None, title="Ports")
    assert letter_parts(plain).subject == "Briefing note: Ports"


@pytest.mark.parametrize("part", ["text", "html"])
def test_both_texts_carry_title_block_bottom_line_and_points(part: str) -> None:
    """Word for word, each with its citation, the marking first and last."""
    text = getattr(letter_parts(rich()), part)
    flat = " ".join(text.split())
    for words in (FOUR_BERTHS, COST, PLACE, "Minister for Transport", "Thu 14 May 2026, 15:00"):
        assert words in flat
    assert "[S1\u00a0¶3\u00a0·\u00a012\u00a0May]" in text
    assert text.count("OFFICIAL – SENSITIVE") >= 2


def test_the_plain_text_keeps_to_a_letters_width() -> None:
    """Lines a reply can quote; only what cannot be broken is longer."""
    lines = letter_parts(rich()).text.splitlines()
    assert [
        line for line in lines if len(line) > WIDTH and " " in line.strip(" 0123456789.*")
    ] == []
    assert lines[0] == "OFFICIAL – SENSITIVE"


def test_plain_text_is_not_escaped_and_html_is() -> None:
    """Markup in a title is text in both."""
    brief = dataclasses.replace(rich(), title="<script>alert(1)</script> & more")
    parts = letter_parts(brief)
    assert "<script>alert(1)</script> & more" in parts.text
    assert "<script>" not in parts.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in parts.html


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "jointe en PDF"), ("de", "liegt als PDF bei"), ("xx", "attached")]
)
def test_a_letter_speaks_the_briefs_language(language: str, word: str) -> None:
    """English where there are no words."""
    parts = letter_parts(dataclasses.replace(rich(), language=language))
    assert word in " ".join(parts.text.split())
    assert word in parts.html


def test_a_users_folder_may_bring_its_own_letter(tmp_path: Path) -> None:
    """The file of the same name wins, in the sandbox; what is wrong in it is one line."""
    (tmp_path / "letter.txt").write_text("{{ brief.title }} only")
    parts = letter_parts(rich(), template=str(tmp_path))
    assert parts.text == "Meeting with the Varnholm Port Authority on shore power only\n"
    assert "Bottom line" in parts.html


@pytest.mark.parametrize("text", ["{{ nothing }}", "{% if %}", "{{ ''.__class__.__mro__ }}"])
def test_a_mistake_in_a_users_letter_is_one_line(tmp_path: Path, text: str) -> None:
    """The line names the file."""
    (tmp_path / "letter.txt").write_text(text)
    with pytest.raises(TemplateError, match=r"\Aletter\.txt[^\n]+\Z"):
        letter_parts(rich(), template=str(tmp_path))


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_html_reads_well_on_a_screen(width: int, scheme: str) -> None:
    """No sideways scrolling, dark where it is wished, and axe finds nothing to complain of."""
    sync = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    html = inlined(letter_parts(rich()).html)
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.set_content(html)
        across = page.evaluate("document.documentElement.scrollWidth")
        sheet = page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor")
        found = [each["id"] for each in axe.run(page).response["violations"]]
        browser.close()
    assert found == []
    assert across == width
    assert sheet == ("rgb(24, 27, 33)" if scheme == "dark" else "rgb(255, 255, 255)")
