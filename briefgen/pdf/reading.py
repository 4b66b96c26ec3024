"""A finished PDF, read: attachments and pages, whatever state the file is in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from briefgen.errors import NotABrief
from briefgen.pdf.contents import Block, Contents, Part, Piece
from briefgen.pdf.fonts import Decoder
from briefgen.pdf.painting import Run, paint
from briefgen.pdf.structure import Edge, Leaf, walk

BRIEF = "brief.json"
_TEXT = re.compile(r"(S([1-9][0-9]{0,5}))\.txt")
_BUFFER = re.compile(r"(?:stream )?<_io\.BytesIO[^>]*>:?\s*|\s*\(?at 0x[0-9a-f]+\)?")
_HEAD = 1024
_BIGGEST = 256 * 1024 * 1024


def contents(data: bytes) -> Contents:
    """What is inside a brief's PDF.

    Raises NotABrief, with one line, where the bytes are no PDF, are damaged or encrypted, or carry
    no brief. Nothing that unpacks to more than 256 MiB is read.
    """
    import pikepdf

    if len(data) > _BIGGEST:
        raise NotABrief("The file is too big for a brief (more than 256 MiB).")
    if b"%PDF-" not in data[:_HEAD]:
        raise NotABrief("This is no PDF.")
    _limit()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _contents(pdf)
    except pikepdf.PasswordError as error:
        raise NotABrief("The PDF is encrypted: it opens with a password only.") from error
    except NotABrief:
        raise
    except Exception as error:  # a damaged file breaks its reader anywhere
        known = isinstance(error, pikepdf.PdfError)
        why = f" ({_line(error)})" if known else ""
        raise NotABrief(f"The PDF is damaged{why}.") from error


def _limit() -> None:
    """Bound what a stream may unpack to, where the installed pikepdf can."""
    from pikepdf import settings

    limit = getattr(settings, "set_qpdf_limits", None)
    if limit is not None:
        limit(flate_max_memory=_BIGGEST, run_length_max_memory=_BIGGEST)


def _contents(pdf: Any) -> Contents:
    files = _attachments(pdf)
    if BRIEF not in files:
        raise NotABrief(f"The PDF carries no {BRIEF}: it is no brief of ours, or was saved anew.")
    texts = sorted((int(m[2]), m[1], files[m[0]]) for m in map(_TEXT.fullmatch, files) if m)
    blocks, outside = _pages(pdf)
    return Contents(
        brief_json=files[BRIEF],
        texts=tuple((name, text) for _, name, text in texts),
        blocks=blocks,
        outside=outside,
        pages=len(pdf.pages),
    )


def _attachments(pdf: Any) -> dict[str, bytes]:
    """The embedded files that a brief has; others stay unread."""
    return {
        name: pdf.attachments[name].get_file().read_bytes()
        for name in pdf.attachments
        if name == BRIEF or _TEXT.fullmatch(name)
    }


def _pages(pdf: Any) -> tuple[tuple[Block, ...], tuple[Piece, ...]]:
    decoders: dict[Any, Decoder] = {}
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    painted = {number: paint(pdf.pages[number - 1], decoders) for number in numbers.values()}
    marked = {
        (number, run.mark): _merged(painted[number], run.mark)
        for number in painted
        for run in painted[number]
        if run.mark is not None
    }
    used: set[tuple[int, int]] = set()
    blocks = tuple(_blocks(pdf, numbers, marked, used))
    outside = tuple(
        Piece(run.text, number)
        for number, runs in painted.items()
        for run in runs
        if (run.mark is None or (number, run.mark) not in used) and run.text.strip()
    )
    return blocks, outside


def _merged(runs: list[Run], mark: int | None) -> Run:
    """Content with one number is one, even if the page paints it in several stretches."""
    same = [run for run in runs if run.mark == mark]
    return same[0] if len(same) == 1 else Run(mark, same[0].y, [run.text for run in same])


def _blocks(
    pdf: Any,
    numbers: dict[Any, int],
    marked: dict[tuple[int, int], Run],
    used: set[tuple[int, int]],
) -> Iterator[Block]:
    part: Part = "brief"
    begins = _parts(pdf, numbers)
    tag = ""
    pieces: list[tuple[Piece, float]] = []
    for step in [*_steps(pdf), Edge("")]:
        if isinstance(step, Leaf):
            key = (numbers.get(step.page, 0), step.mark)
            if key in marked and key not in used:
                used.add(key)
                pieces.append((Piece(marked[key].text, key[0], step.target), marked[key].y))
            continue
        if any(piece.text.strip() for piece, _ in pieces):
            part = _part(part, begins, pieces[0])
            yield Block(tag, part, tuple(piece for piece, _ in pieces if piece.text))
        pieces, tag = [], step.tag


def _steps(pdf: Any) -> list[Leaf | Edge]:
    root = pdf.Root.get("/StructTreeRoot")
    return [] if root is None else list(walk(root, _name_of))


def _part(part: Part, begins: dict[Part, tuple[int, float]], first: tuple[Piece, float]) -> Part:
    """The part in which a block stands: once begun, a part lasts until the next begins."""
    piece, y = first
    order: tuple[Part, ...] = ("brief", "sources", "annex")
    for later in order[order.index(part) + 1 :]:
        if later in begins and (piece.page, -y) >= (begins[later][0], -begins[later][1]):
            part = later
    return part


def _parts(pdf: Any, numbers: dict[Any, int]) -> dict[Part, tuple[int, float]]:
    """Page and height at which the sources and the annex begin, by their named destinations."""
    import pikepdf

    found: dict[Part, tuple[int, float]] = {}
    names = _destinations(pdf)
    parts: tuple[Part, ...] = ("sources", "annex")
    for name in parts:
        with suppress(KeyError, IndexError, TypeError, ValueError, AttributeError):
            place = names[name]
            place = place["/D"] if isinstance(place, pikepdf.Dictionary) else place
            found[name] = (numbers[place[0].objgen], float(place[3]))
    return found


def _destinations(pdf: Any) -> Any:
    """The named destinations; empty where the file has none."""
    import pikepdf

    tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is None:
        return {}
    return pikepdf.NameTree(tree if tree.is_indirect else pdf.make_indirect(tree))


def _name_of(annotation: Any) -> str | None:
    """The named destination to which a link annotation leads, if it leads to one."""
    import pikepdf

    place = annotation.get("/Dest")
    if place is None and "/A" in annotation:
        place = annotation["/A"].get("/D")
    return str(place) if isinstance(place, pikepdf.String | pikepdf.Name) else None


def _line(error: Exception) -> str:
    """The first line of a library's complaint, shortened, without the address of our buffer."""
    line = (str(error).splitlines() or [type(error).__name__])[0]
    return _BUFFER.sub("", line)[:120]
