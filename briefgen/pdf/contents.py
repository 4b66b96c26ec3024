"""The values that reading a finished PDF gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["brief", "sources", "annex"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of printed text that no tag and no line end divides.

    `page` is 1-based; `target` is the named destination that a click on it leads to.
    """

    text: str
    page: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or cell of the pages, as far as it stands on one page."""

    tag: str
    part: Part
    pieces: tuple[Piece, ...]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.pieces[0].page


@dataclass(frozen=True, slots=True)
class Contents:
    """A finished PDF, taken apart.

    `texts` are the embedded sources by name ("S1") in the order of their numbers, byte for byte.
    `blocks` hold the tagged text in structure order; `outside` is what the pages paint beside
    that structure, running heads and feet above all, one piece a page and stretch.
    """

    brief_json: bytes
    texts: tuple[tuple[str, bytes], ...]
    blocks: tuple[Block, ...]
    outside: tuple[Piece, ...]
    pages: int
