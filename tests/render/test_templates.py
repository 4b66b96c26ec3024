"""Templates of the user: files over the shipped ones, errors in one line, no way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import OutputError, TemplateError
from briefgen.render import copy_template, measure, pdf_unavailable, render, shipped_templates

from .briefs import rich, small


def folder(path: Path, **files: str) -> str:
    """A template folder with these files only; `__` in a name stands for its dot."""
    path.mkdir()
    for name, content in files.items():
        (path / name.replace("__", ".")).write_text(content, encoding="utf-8")
    return str(path)


def test_a_shipped_template_is_listed_and_copied(tmp_path: Path) -> None:
    """The copy holds every file, and fills to the same page as the shipped one."""
    assert shipped_templates() == ("brief",)
    copy = copy_template("brief", tmp_path / "mine")
    assert {"brief.html", "brief.md", "brief.css", "a4.css"} <= {p.name for p in copy.iterdir()}
    assert render(rich(), format="html", template=str(copy)) == render(rich(), format="html")


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    """A folder that holds something is left alone."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="there already"):
        copy_template("brief", tmp_path)


def test_one_file_overrides_and_the_rest_is_shipped(tmp_path: Path) -> None:
    """A folder with a title block of its own keeps the other sections."""
    mine = folder(tmp_path / "t", title__html="<h1>{{ brief.title }} of mine</h1>")
    page = render(rich(), format="html", template=mine).decode()
    assert "shore power of mine</h1>" in page
    assert "Bottom line" in page


@pytest.mark.skipif(pdf_unavailable() is not None, reason="no Pango")
def test_a_template_without_the_end_mark_is_measured_by_its_pages(tmp_path: Path) -> None:
    """A page of one's own that knows nothing of measuring takes whole pages."""
    page = "<html lang='en'><title>x</title><body><h1>{{ brief.title }}</h1></body></html>"
    measured = measure(small(), template=folder(tmp_path / "t", brief__html=page))
    assert measured is not None
    assert (measured.pages, measured.bottom_lines) == (1.0, 0)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("<p>\n{% if %}", r"title\.html line 2"),
        ("<p>\n\n{{ brief.nothing.there }}", r"title\.html line 3.*nothing"),
        ("{{ 1 / 0 }}", r"title\.html line 1.*zero"),
        ("{% include 'gone.html' %}", r"no gone\.html"),
        ("{{ ''.__class__.__mro__ }}", r"title\.html line 1.*unsafe"),
        ("{% for i in range(999999999) %}{% endfor %}", r"title\.html.*(range|Range)"),
        ("{{ brief.extracts.__globals__ }}", r"title\.html line 1.*unsafe"),
    ],
)
@pytest.mark.parametrize("format", ["html", "pdf"])
def test_an_error_is_one_line_with_its_place(
    content: str, line: str, format: str, tmp_path: Path
) -> None:
    """What is wrong in a template is said with its file and line, whatever is written."""
    if format == "pdf" and pdf_unavailable():
        pytest.skip("no Pango")
    with pytest.raises(TemplateError, match=line) as caught:
        render(small(), format=format, template=folder(tmp_path / "t", title__html=content))
    assert "\n" not in str(caught.value)


def test_an_unknown_template_is_named() -> None:
    """Neither a folder nor shipped: the line says what there is."""
    with pytest.raises(TemplateError, match="no template nonsense: give a folder or one of brief"):
        render(small(), format="html", template="nonsense")


def test_a_style_that_is_no_text_is_named(tmp_path: Path) -> None:
    """A style sheet in another encoding gives one line."""
    mine = folder(tmp_path / "t")
    (tmp_path / "t" / "brief.css").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match=r"brief\.css .* not UTF-8"):
        render(small(), format="html", template=mine)


def test_a_style_cannot_leave_its_element(tmp_path: Path) -> None:
    """A style sheet that closes the style element stays style."""
    mine = folder(tmp_path / "t", brief__css="p { color: red } </style><script>x</script>")
    assert b"<script>" in render(small(), format="html", template=mine)
    assert b"</style><script>" not in render(small(), format="html", template=mine)
