"""What the brief says in its own or a person's words, against the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model import Brief
from briefgen.pdf import Block, Piece
from briefgen.verify.diagnosis import alike
from briefgen.verify.verdict import Finding
from briefgen.verify.words import fold, right_to_left, shown, spaced

_REQUIRED = ("title", "marking")


def check_sayings(
    brief: Brief, blocks: Sequence[Block], outside: Sequence[Piece]
) -> Iterator[Finding]:
    """Words of the brief that the pages print otherwise; title and marking also if nowhere."""
    for path, text, close in _missing(brief, blocks, outside):
        if close is not None:
            told = f"{shown(text)} is printed as {shown(close.text)}."
            yield Finding(path, "altered", f"page {close.page}: {told}")
        elif path in _REQUIRED:
            yield Finding(path, "not-printed", f"{shown(text)} is not on the brief's pages.")


def unprinted(brief: Brief, blocks: Sequence[Block], outside: Sequence[Piece]) -> Iterator[Finding]:
    """Words of the brief that are nowhere on the pages: a template may leave them out."""
    for path, text, close in _missing(brief, blocks, outside):
        if close is None and path not in _REQUIRED:
            yield Finding(path, "not-printed", f"{shown(text)} is not on the brief's pages.")


def _missing(
    brief: Brief, blocks: Sequence[Block], outside: Sequence[Piece]
) -> Iterator[tuple[str, str, Piece | None]]:
    """Path and text of what is not printed word for word, and what is printed in its stead."""
    lines = [_line(block) for block in blocks]
    whole = "".join(fold(line.text) for line in lines)
    beside = "".join(fold(piece.text) for piece in outside)
    for path, text in _sayings(brief):
        if fold(text) in whole or right_to_left(text):
            continue
        close = _instead(spaced(text), lines)
        if close is not None or fold(text) not in beside:
            yield path, text, close


def _line(block: Block) -> Piece:
    return Piece("".join(piece.text for piece in block.pieces), block.page)


def _instead(text: str, lines: Sequence[Piece]) -> Piece | None:
    """A line that says nearly the same, as a whole or where it begins."""
    for line in lines:
        printed = spaced(line.text)
        if any(alike(text, words) for words in (printed, printed[: len(text)])):
            return line
    return None


def _sayings(brief: Brief) -> Iterator[tuple[str, str]]:
    """What the pages are to say, with its path in the JSON."""
    given: tuple[tuple[str, str | None], ...] = (
        ("title", brief.title),
        ("marking", brief.marking),
        ("reference", brief.reference),
        ("purpose", brief.purpose),
        ("comment", brief.comment),
        ("statement", brief.statement),
        *((f"objectives[{i}]", text) for i, text in enumerate(brief.objectives)),
        *((f"points_to_make[{i}]", text) for i, text in enumerate(brief.points_to_make)),
        *((f"stories[{i}].headline", story.headline) for i, story in enumerate(brief.stories)),
        *((f"gaps[{i}].text", gap.text) for i, gap in enumerate(brief.gaps)),
        *((f"people[{i}].name", person.name) for i, person in enumerate(brief.people)),
        *(
            (f"positions[{i}].speaker", said.speaker)
            for i, said in enumerate(brief.positions)
            if said.outcome == "attributed"
        ),
        *((f"figures[{i}].value", figure.value) for i, figure in enumerate(brief.figures)),
        *(
            (f"charts[{i}].bars[{k}].{name}", text)
            for i, chart in enumerate(brief.charts)
            for k, bar in enumerate(chart.bars)
            for name, text in (("label", bar.label), ("as_written", bar.as_written))
        ),
    )
    yield from ((path, text) for path, text in given if text)
