"""What of the brief was found on the pages, and where each extract may be looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.verify.matching import Span, find, in_order, tails
from briefgen.verify.passages import Citation, Passage
from briefgen.verify.verdict import Finding
from briefgen.verify.wanted import Wanted


@dataclass(slots=True)
class Print:
    """What was found on the pages so far.

    `covered` are the spans of each passage, by its number, that are extracts; `spans` what was
    printed of each source; `cited` the paragraphs that some citation names; `blamed` the paths
    that a finding names already.
    """

    passages: Sequence[Passage]
    wanted: Sequence[Wanted]
    covered: dict[int, list[Span]] = field(default_factory=dict)
    spans: set[tuple[str, int, int]] = field(default_factory=set)
    cited: set[Citation] = field(default_factory=set)
    blamed: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def tell(self, path: str, kind: str, message: str) -> None:
        """Remember a finding."""
        self.findings.append(Finding(path, kind, message))


def match(found: Print, number: int, item: Wanted) -> bool:
    """Tell whether it is printed here, or here and at the foot of the page before."""
    passage = found.passages[number]
    span = find(passage, item)
    if span is not None:
        _cover(found, number, span)
        if item.rtl and not in_order(passage, span, item):
            told = "runs from right to left: its letters were compared, their order was not."
            found.notes.append(Finding(item.path, "order-not-checked", told))
    elif not any(_split(found, number, item, tail) for tail in tails(passage, item)):
        return False
    found.spans.add(item.span)
    return True


def _cover(found: Print, number: int, span: Span) -> None:
    found.covered.setdefault(number, []).append(span)


def _split(found: Print, number: int, item: Wanted, tail: int) -> bool:
    """Tell whether what is missing before `tail` ends a block of the pages before."""
    head, page, spans = (
        item.folded[:-tail] if tail else item.folded,
        found.passages[number].page,
        [],
    )
    spans.append((number, (0, tail)))
    while head:
        step = _ending(found, head, page - 1)
        if step is None:
            return False
        earlier, length = step
        whole = len(found.passages[earlier].whole)
        spans.append((earlier, (whole - length, whole)))
        head, page = head[:-length], page - 1
    for passage, span in spans:
        _cover(found, passage, span)
    return True


def _ending(found: Print, head: str, page: int) -> tuple[int, int] | None:
    """A passage at the end of a block of that page that ends in `head`, or is its end wholly."""
    for number, passage in enumerate(found.passages):
        if passage.page != page or passage.cites or not passage.ends or not passage.whole:
            continue
        length = min(len(head), len(passage.whole))
        fits = len(passage.whole) - length in passage.edges
        if fits and passage.whole[-length:] == head[-length:]:
            return number, length
    return None


def leftover(found: Print, number: int) -> str:
    """The text of a passage that no extract covers."""
    passage, spans, at, left = found.passages[number], found.covered.get(number, []), 0, []
    for piece, folded in zip(passage.pieces, passage.folded, strict=True):
        if not any(start <= at and at + len(folded) <= end for start, end in spans):
            left.append(piece.text)
        at += len(folded)
    return " ".join(left)
