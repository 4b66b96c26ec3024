"""What a PDF's pages say, without white space."""

from __future__ import annotations

import io

from pypdf import PdfReader


def texts(pdf: bytes) -> list[str]:
    """The text of each page, white space left out."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
