"""HTML laid out by WeasyPrint: measured, or written as a PDF that carries its own proof."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from briefgen.errors import PdfUnavailable, TemplateError
from briefgen.model import Brief
from briefgen.render.attachments import attachments
from briefgen.render.available import pdf_unavailable
from briefgen.render.child import Limits, bounded, limits_for
from briefgen.render.fetcher import guarded_fetcher
from briefgen.render.finish import declare_both, finisher
from briefgen.render.fonts import lacking, no_font, use_fonts
from briefgen.render.labels import Labels, labels_for
from briefgen.render.measuring import MEASURING, Measure, measured
from briefgen.render.page import page_html
from briefgen.render.templates import assets, compile_all, style, user_folder
from briefgen.render.trimming import trim

T = TypeVar("T")
LOGGER = logging.getLogger("briefgen")
_NO_GLYPH = re.compile(r"glyph rendered for .* \(U\+([0-9A-F]+)\)")


@dataclass(frozen=True, slots=True)
class _Told:
    """A result and what WeasyPrint said meanwhile."""

    result: Any
    said: tuple[str, ...]


def write_pdf(brief: Brief, *, template: str | None, paper: str) -> bytes:
    """The brief as PDF/A-3a and PDF/UA-1, its JSON and its sources' texts attached.

    Raises PdfUnavailable, TemplateError.
    """
    return _laid_out(
        brief, template, paper, whole=True, use=functools.partial(_written, brief=brief)
    )


def measure_pages(brief: Brief, *, template: str | None, paper: str) -> Measure | None:
    """What the brief takes before its sources, or None where nothing can be laid out."""
    if pdf_unavailable():
        return None
    return _laid_out(brief, template, paper, whole=False, use=measured)


def _laid_out(
    brief: Brief, template: str | None, paper: str, *, whole: bool, use: Callable[[Any], T]
) -> T:
    """Fill, lay out and use the pages in a bounded child; what was said goes to the log."""
    if why := pdf_unavailable():
        raise PdfUnavailable(why)
    _warm(brief, template, paper, whole=whole)
    told = bounded(
        functools.partial(_tell, brief, template, paper, whole, use),
        _limits(brief),
        doing="the PDF",
    )
    for line in _lines(told.said) if whole else ():
        LOGGER.warning("%s", line)
    result: T = told.result
    return result


def _limits(brief: Brief) -> Limits:
    return limits_for(sum(len(text.text) for text in brief.texts), sources=len(brief.sources))


def _warm(brief: Brief, template: str | None, paper: str, *, whole: bool) -> None:
    """Do here, once, what every child would have to do again.

    No font is looked for yet: Pango starts threads for that, which a fork would lose.
    """
    use_fonts(system=False)
    from weasyprint.text.line_break import pyphen

    for language in sorted({brief.language, *(story.language for story in brief.stories)}):
        if dictionary := pyphen.language_fallback(language):
            pyphen.Pyphen(lang=dictionary)
    lacking("\u2020")
    if user_folder(template) is None:
        _sheets(template, paper, whole=whole)
        compile_all(template)


def _tell(
    brief: Brief, template: str | None, paper: str, whole: bool, use: Callable[[Any], T]
) -> _Told:
    html = page_html(brief, template=template, paper=paper, paged=True, whole=whole)
    use_fonts(system=bool(lacking(html)))
    from weasyprint.urls import URLFetchingError

    with _listening() as said:
        try:
            result = use(_document(html, template, paper, whole=whole))
        except URLFetchingError as error:
            raise TemplateError(f"the template cannot be used: {error}") from error
    if whole and (broken := [line for line in said if "No anchor" in line]):
        raise TemplateError(f"a citation of the template leads nowhere: {broken[0]}")
    return _Told(result, tuple(dict.fromkeys(said)))


def _lines(said: tuple[str, ...]) -> Iterator[str]:
    """What is worth saying to the user: all characters that no font has in one line."""
    lost = [match[1] for line in said if (match := _NO_GLYPH.search(line))]
    if lost:
        yield no_font(lost)
    yield from (line for line in said if not _NO_GLYPH.search(line))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint complains of."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    ear, logger = Ear(logging.WARNING), logging.getLogger("weasyprint")
    logger.addHandler(ear)
    before, logger.propagate = logger.propagate, False
    try:
        yield said
    finally:
        logger.removeHandler(ear)
        logger.propagate = before


# ── WeasyPrint ───────────────────────────────────────────────────────────────────────────────────


def _document(html: str, template: str | None, paper: str, *, whole: bool) -> Any:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    page = HTML(string=html, base_url="asset:", url_fetcher=guarded_fetcher(assets(template)))
    if user_folder(template) is None:
        sheets = _sheets(template, paper, whole=whole)
    else:
        sheets = _parsed(template, paper, fonts, whole=whole)
    return page.render(
        font_config=fonts, stylesheets=list(sheets), pdf_variant="pdf/a-3a", pdf_tags=True
    )


@functools.cache
def _sheets(template: str | None, paper: str, *, whole: bool) -> tuple[Any, ...]:
    return _parsed(template, paper, None, whole=whole)


def _parsed(template: str | None, paper: str, fonts: Any, *, whole: bool) -> tuple[Any, ...]:
    from weasyprint import CSS

    texts = [style(template, name) for name in ("brief.css", "print.css", f"{paper}.css")]
    return tuple(
        CSS(
            string=text,
            base_url="asset:",
            url_fetcher=guarded_fetcher(assets(template)),
            font_config=fonts,
        )
        for text in (texts if whole else [*texts, MEASURING])
    )


def _written(document: Any, *, brief: Brief) -> bytes:
    labels: Labels = labels_for(brief.language)
    declare_both(document.metadata)
    trim(document)
    data: bytes = document.write_pdf(
        finisher=finisher(labels),
        pdf_variant="pdf/a-3a",
        pdf_identifier=True,
        attachments=attachments(brief),
    )
    return data
