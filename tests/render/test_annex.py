"""The annex: what is marked, what is left to the attachment."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.annex import AnnexParagraph, Unprinted, annex, pages
from briefgen.render.labels import labels_for

from .briefs import small, text

EN = labels_for("en")
Spans = tuple[tuple[int, int, tuple[str, ...]], ...]


def blocks(canonical: str, cited: Spans) -> tuple[AnnexParagraph | Unprinted, ...]:
    """The annex of one text with these spans cited."""
    brief = dataclasses.replace(small(), texts=(text("S2", canonical, {}),))
    return annex(brief, EN, {"S2": cited}, {})[0].blocks


def test_the_cited_words_are_a_piece_of_their_own() -> None:
    """Before, cited, after."""
    (block,) = blocks("One two three.", ((4, 7, ("c1",)),))
    assert isinstance(block, AnnexParagraph)
    assert [(p.text, p.cited, p.backs) for p in block.pieces] == [
        ("One ", False, ()),
        ("two", True, ("c1",)),
        (" three.", False, ()),
    ]


def test_a_paragraph_that_nobody_cites_is_printed_plain() -> None:
    """It has its number, and no tint."""
    first, second = blocks("One.\n\nTwo.", ((0, 4, ("c1",)),))
    assert isinstance(first, AnnexParagraph)
    assert isinstance(second, AnnexParagraph)
    assert (first.cited, second.cited, second.label) == (True, False, "S2 ¶2")


@given(
    st.lists(st.text(alphabet="ab .", min_size=1, max_size=30), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 150), st.integers(1, 40)), max_size=6),
)
def test_the_pieces_are_the_paragraph(paragraphs: list[str], spans: list[tuple[int, int]]) -> None:
    """However cited spans overlap, the pieces put together are the text, word for word."""
    canonical = "\n\n".join(paragraphs)
    cited = tuple((start, start + length, ("c",)) for start, length in spans)
    printed = blocks(canonical, tuple(sorted(cited)))
    whole = [
        "".join(piece.text for piece in block.pieces)
        for block in printed
        if isinstance(block, AnnexParagraph)
    ]
    assert whole == paragraphs


def test_a_long_source_is_printed_around_what_is_cited() -> None:
    """Of 3,000 paragraphs those next to the cited one are printed, the rest is named."""
    paragraph = "x" * 100
    canonical = "\n\n".join([paragraph] * 3_000)
    assert pages((text("S2", canonical, {}),)) > 60
    start = 1_000 * 102
    printed = blocks(canonical, ((start, start + 10, ("c1",)),))
    shown = [b.label if isinstance(b, AnnexParagraph) else b.note for b in printed]
    assert shown == [
        "¶1–¶999 not printed; whole in the attachment S2.txt",
        "S2 ¶1000",
        "S2 ¶1001",
        "S2 ¶1002",
        "¶1003–¶3000 not printed; whole in the attachment S2.txt",
    ]


def test_a_short_source_is_printed_whole() -> None:
    """Up to 60 pages nothing is left out."""
    canonical = "\n\n".join(["x" * 100] * 500)
    assert all(isinstance(block, AnnexParagraph) for block in blocks(canonical, ()))
