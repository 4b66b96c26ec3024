"""A finished PDF, forged: other bytes in an attachment, other glyphs on a page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from briefgen.pdf.fonts import to_unicode


def altered(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The PDF after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def file_of(data: bytes, name: str) -> bytes:
    """The bytes of an attachment."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found: bytes = pdf.attachments[name].get_file().read_bytes()
    return found


def with_file(data: bytes, name: str, new: bytes) -> bytes:
    """The PDF with other bytes in an attachment."""
    return altered(data, lambda pdf: pdf.attachments[name].obj["/EF"]["/F"].write(new))


def with_json(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The PDF with a change in brief.json only."""
    plain = json.loads(file_of(data, "brief.json"))
    change(plain)
    return with_file(data, "brief.json", json.dumps(plain, ensure_ascii=False).encode())


def reprinted(data: bytes, old: str, new: str, *, page: int = 1, nth: int = 0) -> bytes:
    """The PDF with other glyphs in the nth line of a page that shows `old`.

    The tags, the links and the attachments stay as they are. Raises LookupError where no line
    shows it.
    """

    def change(pdf: pikepdf.Pdf) -> None:
        sheet = pdf.pages[page - 1]
        steps = list(pikepdf.parse_content_stream(sheet))
        lines = [line for line in _lines(sheet, steps) if old in line[1]]
        if len(lines) <= nth:
            raise LookupError(old)
        index, text, codes = lines[nth]
        shown = "".join(codes[letter] for letter in text.replace(old, new, 1))
        glyphs = pikepdf.String(shown.encode("latin-1"))
        steps[index] = pikepdf.ContentStreamInstruction([glyphs], pikepdf.Operator("Tj"))
        sheet.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))

    return altered(data, change)


def _lines(sheet: pikepdf.Page, steps: list[Any]) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Each text-showing step: its number, its text, and the codes of the letters of its font."""
    letters: dict[int, str] = {}
    for index, step in enumerate(steps):
        if str(step.operator) == "Tf":
            font = sheet.resources["/Font"][step.operands[0]]
            letters = to_unicode(font["/ToUnicode"].read_bytes())
        elif str(step.operator) == "TJ":
            parts = [bytes(x) for x in step.operands[0] if isinstance(x, pikepdf.String)]
            glyphs = b"".join(parts)
            pairs = [int.from_bytes(glyphs[i : i + 2], "big") for i in range(0, len(glyphs), 2)]
            codes = {
                text: code.to_bytes(2, "big").decode("latin-1") for code, text in letters.items()
            }
            yield index, "".join(letters[code] for code in pairs), codes


def overprinted(data: bytes, words: str) -> bytes:
    """The PDF with a line of Helvetica painted over page 1, outside its structure."""

    def change(pdf: pikepdf.Pdf) -> None:
        sheet = pdf.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        sheet.resources["/Font"]["/Forged"] = pdf.make_indirect(font)
        line = f"BT /Forged 11 Tf 60 60 Td ({words}) Tj ET".encode("cp1252")
        sheet.contents_add(line)

    return altered(data, change)
