"""The brief's pages cut where they cite: the words, then the citations that stand behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.pdf import Block, Piece
from briefgen.verify.words import fold

Citation = tuple[str, int]

_WRITTEN = re.compile(r"(S[0-9]+)\s*¶\s*([0-9]+)")
_SHORT = 24  # the pattern after it takes its time on long runs of marks
_FURNITURE = re.compile(r"\W*\w{0,4}\W*[0-9]*\W*")
_LEADS = re.compile(r"(S[0-9]+)-([0-9]+)")


@dataclass(frozen=True)
class Passage:
    """Words of one block up to the end of a run of citations, or of the block.

    `whole` are the words as compared; `edges` the offsets in it where a piece begins or ends.
    `misled` are citations that read otherwise than they lead: (as written, as linked). `beside` is
    what else a citation holds: its source's day.
    """

    page: int
    pieces: tuple[Piece, ...]
    cites: tuple[Citation, ...] = ()
    misled: tuple[tuple[Citation, Citation], ...] = ()
    beside: tuple[tuple[Citation, str], ...] = ()
    opens: bool = True
    ends: bool = True

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The pieces as compared."""
        return tuple(fold(piece.text) for piece in self.pieces)

    @cached_property
    def whole(self) -> str:
        """All pieces as compared, in one."""
        return "".join(self.folded)

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where in `whole` pieces meet, both ends included."""
        offsets = [0]
        for part in self.folded:
            offsets.append(offsets[-1] + len(part))
        return frozenset(offsets)

    @property
    def words(self) -> str:
        """The text as printed, for showing."""
        return " ".join(piece.text for piece in self.pieces if not is_furniture(piece))


@dataclass(slots=True)
class _Open:
    """A passage while it is read; `between` are brackets and page numbers behind a citation."""

    pieces: list[Piece] = field(default_factory=list)
    cites: list[Piece] = field(default_factory=list)
    between: list[Piece] = field(default_factory=list)
    opens: bool = True


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The passages of the blocks in their order."""
    for block in blocks:
        yield from _cut(block)


def _cut(block: Block) -> Iterator[Passage]:
    now = _Open()
    for piece in block.pieces:
        if is_citation(piece):
            now.cites.append(piece)
            now.between.clear()
        elif not now.cites:
            now.pieces.append(piece)
        elif is_furniture(piece):
            now.between.append(piece)
        else:
            yield _passage(now, block.page, ends=False)
            now = _Open([*now.between, piece], opens=False)
    yield _passage(now, block.page, ends=True)


def is_furniture(piece: Piece) -> bool:
    """Marks, a word as short as "p", a page number."""
    return len(piece.text) <= _SHORT and _FURNITURE.fullmatch(piece.text) is not None


def is_citation(piece: Piece) -> bool:
    """A link to a paragraph of the annex, or words that read like one."""
    linked = piece.target is not None and _LEADS.fullmatch(piece.target) is not None
    return linked or _WRITTEN.fullmatch(piece.text.strip()) is not None


def _passage(now: _Open, page: int, *, ends: bool) -> Passage:
    cites, misled, beside = [], [], []
    for written, linked, rest in _citations(now.cites):
        if (cite := written or linked) is not None:
            cites.append(cite)
            if rest.strip():
                beside.append((cite, rest))
        if written and linked and written != linked:
            misled.append((written, linked))
    pieces = now.pieces or now.cites[:1]
    return Passage(
        pieces[0].page if pieces else page,
        tuple(now.pieces),
        tuple(cites),
        tuple(misled),
        tuple(beside),
        now.opens,
        ends,
    )


def _citations(pieces: list[Piece]) -> Iterator[tuple[Citation | None, Citation | None, str]]:
    """What each citation reads, where it leads, what else it holds; a line end may part it."""
    joined: list[tuple[str | None, str]] = []
    for piece in pieces:
        if joined and piece.target is not None and joined[-1][0] == piece.target:
            joined[-1] = (piece.target, joined[-1][1] + " " + piece.text)
        else:
            joined.append((piece.target, piece.text))
    for target, text in joined:
        first, *written = _WRITTEN.split(text)
        leads = _LEADS.fullmatch(target or "")
        linked = (leads[1], int(leads[2])) if leads else None
        if first.strip() or not written:
            yield None, linked, first
        for source, number, rest in zip(*[iter(written)] * 3, strict=True):
            yield (source, int(number)), linked, rest
