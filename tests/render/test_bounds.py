"""Rendering ends, whatever it is given: in pages, in time, in memory, on Ctrl-C."""

from __future__ import annotations

import dataclasses
import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.errors import PdfUnavailable, TemplateError
from briefgen.model import Extract, Text
from briefgen.render import pdf_unavailable, render
from briefgen.render.child import Limits, bounded, limits_for

from .briefs import entry, small, text
from .reading import texts

QUICK = Limits(cpu=2, wall=5, memory=300_000_000)


def test_a_result_comes_back_from_the_child() -> None:
    """What the work returns is what the caller gets, though another process did it."""
    assert bounded(lambda: (os.getpid(), "done"), QUICK, doing="it")[1] == "done"
    assert bounded(os.getpid, QUICK, doing="it") != os.getpid()


def test_an_error_of_ours_comes_back_as_itself() -> None:
    """A template's error raised in the child is raised here."""

    def work() -> None:
        raise TemplateError("x line 1")

    with pytest.raises(TemplateError, match=r"^x line 1$"):
        bounded(work, QUICK, doing="it")


def endless() -> None:
    """Compute for ever."""
    while True:
        pass


def hungry() -> int:
    """Take more memory than there is."""
    return len(bytearray(1 << 40))


def crash() -> None:
    """Die as a C library dies."""
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def fail() -> None:
    """Raise what nobody expects."""
    raise ZeroDivisionError("a bug\nof the library")


@pytest.mark.parametrize("work", [endless, hungry, crash, fail, lambda: time.sleep(60)])
def test_what_runs_wild_is_one_line(work: object) -> None:
    """Endless, hungry, crashing, failing or sleeping: PdfUnavailable, and the parent goes on."""
    limits = Limits(cpu=1, wall=2, memory=300_000_000)
    with pytest.raises(PdfUnavailable) as caught:
        bounded(work, limits, doing="the PDF")  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_limits_grow_with_the_text() -> None:
    """20 MB get more time than a page does."""
    assert limits_for(20_000_000).cpu > limits_for(3_000).cpu >= 60


def test_an_interrupted_parent_takes_its_child_along() -> None:
    """Ctrl-C leaves no process behind."""
    code = (
        "import os, signal, time\n"
        "from briefgen.render.child import Limits, bounded\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a background job has none
        "def work():\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        "bounded(work, Limits(cpu=60, wall=60), doing='it')\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGINT)
    parent.wait(timeout=20)
    parent.stdout.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


needs_pango = pytest.mark.skipif(pdf_unavailable() is not None, reason="no Pango")


@needs_pango
def test_a_token_of_100_000_characters_is_broken() -> None:
    """One endless word in the source, in the extract and in the title: the brief is made."""
    token = "a" * 100_000
    held = text("S2", f"Title\n\n{token}", {1: "title"})
    brief = dataclasses.replace(
        small(),
        title=token[:3000],
        bottom_line=(Extract(token[:5000], "S2", 2, 7, 5007),),
        stories=(),
        texts=(held,),
    )
    assert render(brief, format="pdf").startswith(b"%PDF")


@needs_pango
def test_20_mb_of_sources_are_printed_where_they_are_cited() -> None:
    """Of a very long source the cited paragraph and its neighbours are printed; it is attached."""
    paragraph = "The harbour gets shore power before the rule takes effect. " * 20
    canonical = "\n\n".join([paragraph.strip()] * 17_000)
    held: Text = text("S2", canonical, {})
    start = held.paragraphs[9_000].start
    words = paragraph[:58]
    point = Extract(words, "S2", 9_001, start, start + 58)
    brief = dataclasses.replace(
        small(),
        bottom_line=(point,),
        stories=(),
        texts=(held,),
        sources=(entry("S2", "Long"),),
    )
    pdf = render(brief, format="pdf")
    pages = texts(pdf)
    assert len(pages) == 3
    assert "¶1–¶8999notprinted;wholeintheattachmentS2.txt" in "".join(pages)
    assert "¶9003–¶17000notprinted" in "".join(pages)
    assert len(canonical) > 19_000_000


@needs_pango
def test_one_paragraph_of_a_megabyte_is_shortened() -> None:
    """Of a giant paragraph what stands around the cited sentence is printed."""
    canonical = "The harbour gets shore power. " * 35_000
    held = text("S2", canonical.strip(), {})
    point = Extract(canonical[600_000:600_029], "S2", 1, 600_000, 600_029)
    brief = dataclasses.replace(small(), bottom_line=(point,), stories=(), texts=(held,))
    pdf = render(brief, format="pdf")
    assert "shortened;wholeintheattachmentS2.txt" in "".join(texts(pdf))


@pytest.mark.parametrize("format", ["pdf", "html", "md"])
def test_a_template_that_grows_without_end_is_stopped(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loop bomb of a template ends at the limits, with one line."""
    if format == "pdf" and pdf_unavailable():
        pytest.skip("no Pango")
    monkeypatch.setattr("briefgen.render.child.BASE", 1)
    bomb = "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}"
    for name in ("title.html", "brief.md"):
        (tmp_path / name).write_text(bomb)
    with pytest.raises(PdfUnavailable) as caught:
        render(small(), format=format, template=str(tmp_path))
    assert "\n" not in str(caught.value)
