"""What a page paints: its content stream read operator by operator (ISO 32000, 9 and 14.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from briefgen.pdf.fonts import Decoder, decoder

Matrix = tuple[float, float, float, float, float, float]

_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_OPERATORS = "q Q cm BT ET Tf Tr Tm Td TD T* Tj TJ ' \" BMC BDC EMC Do"
_INVISIBLE = (3, 7)
_DEEPEST = 12
_MOST = 2_000_000


@dataclass(slots=True)
class Run:
    """Text painted in one stretch: the number of its marked content, and how high it begins.

    `y` is in points from the foot of the page; `mark` is None outside numbered content.
    """

    mark: int | None
    y: float
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, in the order of painting."""
        return "".join(self.parts)


@dataclass(slots=True)
class _Painter:
    """Where the pen stands; `decoders` is shared by the pages of a file."""

    decoders: dict[Any, Decoder]
    runs: list[Run] = field(default_factory=list)
    ctm: Matrix = _SAME
    line: Matrix = _SAME
    mode: int = 0
    decode: Decoder | None = None
    marks: list[int | None] = field(default_factory=list)
    saved: list[tuple[Matrix, Decoder | None, int]] = field(default_factory=list)
    fresh: bool = True
    left: int = _MOST


def paint(page: Any, decoders: dict[Any, Decoder]) -> list[Run]:
    """The runs of visible text of a page, form XObjects included, in painting order."""
    painter = _Painter(decoders)
    _play(painter, page, page.resources, 0)
    return painter.runs


def _play(painter: _Painter, stream: Any, resources: Any, depth: int) -> None:
    import pikepdf

    for step in pikepdf.parse_content_stream(stream, _OPERATORS):
        painter.left -= 1
        if painter.left < 0:
            raise ValueError("too many operators")
        operands, name = step.operands, str(step.operator)
        if name == "Tf":
            painter.decode = _font(painter, resources, operands)
        elif name == "Do":
            _form(painter, resources, operands, depth)
        else:
            _DO[name](painter, operands)


def _font(painter: _Painter, resources: Any, operands: Any) -> Decoder:
    font = resources["/Font"][operands[0]]
    key = font.objgen if font.is_indirect else id(font)
    if key not in painter.decoders or not font.is_indirect:
        painter.decoders[key] = decoder(font)
    return painter.decoders[key]


def _form(painter: _Painter, resources: Any, operands: Any, depth: int) -> None:
    """A form XObject, painted in place; images say nothing."""
    form = resources["/XObject"][operands[0]]
    if form.get("/Subtype") != "/Form" or depth >= _DEEPEST:
        return
    _save(painter, operands)
    matrix = form.get("/Matrix")
    if matrix is not None:
        _transform(painter, list(matrix))
    _play(painter, form, form.get("/Resources", resources), depth + 1)
    _restore(painter, operands)


def _save(painter: _Painter, _: Any) -> None:
    painter.saved.append((painter.ctm, painter.decode, painter.mode))


def _restore(painter: _Painter, _: Any) -> None:
    if painter.saved:
        painter.ctm, painter.decode, painter.mode = painter.saved.pop()


def _transform(painter: _Painter, operands: Any) -> None:
    painter.ctm = _product(_matrix(operands), painter.ctm)


def _begin_text(painter: _Painter, _: Any) -> None:
    painter.line = _SAME
    painter.fresh = painter.fresh or not _mark(painter)


def _end_text(painter: _Painter, _: Any) -> None:
    painter.fresh = painter.fresh or _mark(painter) is None


def _set_mode(painter: _Painter, operands: Any) -> None:
    painter.mode = int(operands[0])


def _set_line(painter: _Painter, operands: Any) -> None:
    painter.line = _matrix(operands)


def _move(painter: _Painter, operands: Any) -> None:
    shift = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
    painter.line = _product(shift, painter.line)


def _begin_mark(painter: _Painter, operands: Any) -> None:
    """A numbered mark opens a run; an unnumbered one inherits, an artifact has no number."""
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID") if hasattr(properties, "get") else None
    outer = _mark(painter) if operands and str(operands[0]) != "/Artifact" else None
    painter.marks.append(outer if number is None else int(number))
    painter.fresh = True


def _end_mark(painter: _Painter, _: Any) -> None:
    if painter.marks:
        painter.marks.pop()
    painter.fresh = True


def _show(painter: _Painter, operands: Any) -> None:
    if painter.decode is None or painter.mode in _INVISIBLE:
        return
    if painter.fresh or not painter.runs:
        painter.runs.append(Run(_mark(painter), _height(painter)))
        painter.fresh = False
    painter.runs[-1].parts.append(painter.decode(b"".join(_strings(operands))))


def _strings(operands: Any) -> Iterator[bytes]:
    """The bytes of a Tj, ', " or TJ; numbers only move the pen."""
    import pikepdf

    for item in operands[-1] if isinstance(operands[-1], pikepdf.Array) else operands[-1:]:
        if isinstance(item, pikepdf.String):
            yield bytes(item)


def _mark(painter: _Painter) -> int | None:
    return painter.marks[-1] if painter.marks else None


def _height(painter: _Painter) -> float:
    return _product(painter.line, painter.ctm)[5]


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _product(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


_DO: dict[str, Callable[[_Painter, Any], None]] = {
    "q": _save,
    "Q": _restore,
    "cm": _transform,
    "BT": _begin_text,
    "ET": _end_text,
    "Tr": _set_mode,
    "Tm": _set_line,
    "Td": _move,
    "TD": _move,
    "T*": lambda painter, operands: None,
    "BMC": _begin_mark,
    "BDC": _begin_mark,
    "EMC": _end_mark,
    "Tj": _show,
    "TJ": _show,
    "'": _show,
    '"': _show,
}
