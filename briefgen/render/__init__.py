"""Brief → HTML, Markdown, JSON, PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefgen.errors import UsageError
from briefgen.model import Brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.render.measuring import Measure

#: The papers, and what each is for.
PAPERS: Mapping[str, str] = {
    "a4": "A4, 210 × 297 mm",
    "letter": "US letter, 8.5 × 11 inches",
    "phone": "a page as wide as a hand, for reading on a phone",
}

Renderer = Callable[[Brief, str | None, str], bytes]


def _html(brief: Brief, template: str | None, paper: str) -> bytes:
    from briefgen.render.page import screen_page

    return screen_page(brief, template=template).encode()


def _markdown(brief: Brief, template: str | None, paper: str) -> bytes:
    from briefgen.render.page import markdown_page

    return markdown_page(brief, template=template).encode()


def _json(brief: Brief, template: str | None, paper: str) -> bytes:
    from briefgen.codec import to_json

    return to_json(brief)


def _pdf(brief: Brief, template: str | None, paper: str) -> bytes:
    from briefgen.render.layout import write_pdf

    return write_pdf(brief, template=template, paper=paper)


#: The formats by their names, which are their suffixes too.
FORMATS: Mapping[str, Renderer] = {"pdf": _pdf, "html": _html, "md": _markdown, "json": _json}


def render(brief: Brief, *, format: str, template: str | None = None, paper: str = "a4") -> bytes:
    """The brief in a format, through a shipped template (by name) or a folder of the user's.

    Raises UsageError, TemplateError, PdfUnavailable.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format}: give one of {', '.join(FORMATS)}")
    if paper not in PAPERS:
        raise UsageError(f"no paper {paper}: give one of {', '.join(PAPERS)}")
    return FORMATS[format](brief, template, paper)


def measure(brief: Brief, *, template: str | None = None, paper: str = "a4") -> Measure | None:
    """The pages before the list of sources and the bottom line's printed lines.

    None where nothing can be laid out. Raises TemplateError, PdfUnavailable (a limit).
    """
    from briefgen.render.layout import measure_pages

    return measure_pages(brief, template=template, paper=paper)


def pdf_unavailable() -> str | None:
    """None where a PDF can be written, else the one line that says what to install."""
    from briefgen.render.available import pdf_unavailable

    return pdf_unavailable()


def shipped_templates() -> tuple[str, ...]:
    """The names of the templates that come with the program."""
    from briefgen.render.templates import shipped_templates

    return shipped_templates()


def copy_template(name: str, folder: Path) -> Path:
    """Copy a shipped template to a new folder, to be changed there. Raises TemplateError."""
    from briefgen.render.templates import copy_template

    return copy_template(name, folder)


__all__ = [
    "FORMATS",
    "PAPERS",
    "copy_template",
    "measure",
    "pdf_unavailable",
    "render",
    "shipped_templates",
]
