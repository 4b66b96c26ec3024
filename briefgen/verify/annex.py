"""The annex as printed against the texts inside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefgen.model import Brief
from briefgen.pdf import Block, Piece
from briefgen.verify.passages import is_furniture
from briefgen.verify.verdict import Finding
from briefgen.verify.words import around, fold, right_to_left, shown, spaced

_LABEL = re.compile(r"\s*(S[0-9]+)\s*¶\s*([0-9]+)\s*")
#: Stands where a very long paragraph is printed in part.
_CUT = fold("[…]")
#: Letters that a remark behind a paragraph may take.
_REMARK = 90

Key = tuple[str, int]


@dataclass(slots=True)
class Printed:
    """What stands between one paragraph's label and the next, block by block."""

    key: Key
    page: int
    blocks: list[list[Piece]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text, links left out."""
        return "".join(p.text for block in self.blocks for p in block if p.target is None)


def printed(blocks: Sequence[Block]) -> list[Printed]:
    """The annex cut at its labels, each the first words of a block."""
    found: list[Printed] = []
    for block in blocks:
        pieces = [piece for piece in block.pieces if piece.text.strip()]
        label = _LABEL.fullmatch(pieces[0].text)
        if label:
            found.append(Printed((label[1], int(label[2])), block.page))
        if found:
            found[-1].blocks.append(pieces[1:] if label else pieces)
    return found


def check_annex(brief: Brief, found: Sequence[Printed]) -> Iterator[Finding]:
    """Each printed paragraph is the paragraph of its text, and none that was used is missing."""
    paragraphs = _paragraphs(brief)
    for item in found:
        if item.key not in paragraphs:
            told = f"the annex has a paragraph {_name(item.key)}, which no text has."
            yield Finding(f"page {item.page}", "annex-invented", told)
        elif not (right_to_left(paragraphs[item.key]) or _same(item, fold(paragraphs[item.key]))):
            yield _differs(item, paragraphs[item.key])
    missing = paragraphs.keys() - {item.key for item in found}
    for key in sorted(_used(brief) & missing):
        told = f"{_name(key)} is used in the brief and missing in the annex."
        yield Finding("annex", "annex-missing", told)


def unchecked(brief: Brief, found: Sequence[Printed]) -> Iterator[Finding]:
    """What of the annex was not compared: paragraphs left out, and lines in another order."""
    if not found:
        told = "the pages have no annex; the attached texts were checked."
        yield Finding("annex", "no-annex", told)
        return
    paragraphs = _paragraphs(brief)
    missing = len(paragraphs.keys() - {item.key for item in found})
    if missing:
        told = f"{missing} of {len(paragraphs)} paragraphs are in the attached texts only."
        yield Finding("annex", "annex-shortened", told)
    mirrored = [item for item in found if right_to_left(paragraphs.get(item.key, ""))]
    others = [item for item in mirrored if not _same_letters(item, paragraphs[item.key])]
    if others:
        told = f"{len(others)} paragraphs run from right to left: print not checked."
        yield Finding("annex", "print-not-checked", told)


def _paragraphs(brief: Brief) -> dict[Key, str]:
    return {
        (text.source, number): text.text[span.start : span.end]
        for text in brief.texts
        for number, span in enumerate(text.paragraphs, start=1)
    }


def _used(brief: Brief) -> set[Key]:
    return {(extract.source, extract.paragraph) for _, extract in brief.extracts()}


def _same(item: Printed, wanted: str) -> bool:
    """The paragraph's words from the label on, but for links that lead back and page numbers.

    What follows in its last block is a remark at most; later blocks are the next source's head.
    """
    at = 0
    for block in item.blocks:
        rest = ""
        for piece in block:
            folded = fold(piece.text)
            if at < len(wanted) and wanted.startswith(folded, at):
                at += len(folded)
            elif piece.target is None and not is_furniture(piece):
                rest += folded
        if at == len(wanted):
            return len(rest) <= _REMARK
        if rest:
            break
    return _in_part(fold(item.words), wanted)


def _in_part(words: str, wanted: str) -> bool:
    """Of a very long paragraph stretches are printed, with a mark where something is left out."""
    first, *others = words.split(_CUT)
    at = len(first)
    if not others or not wanted.startswith(first):
        return False
    for part in others[:-1]:
        at = wanted.find(part, at) + len(part)
        if at < len(part):
            return False
    return True


def _same_letters(item: Printed, paragraph: str) -> bool:
    wanted, letters = Counter(fold(paragraph)), Counter(fold(item.words))
    return not wanted - letters


def _differs(item: Printed, paragraph: str) -> Finding:
    text = spaced(item.words[: 2 * len(paragraph) + 80])
    told = f"prints {around(text, spaced(paragraph))}; the text reads "
    told += f"{around(spaced(paragraph), text)}." if paragraph else f"{shown(paragraph)}."
    return Finding(f"page {item.page}", "annex-differs", f"{_name(item.key)} {told}")


def _name(key: Key) -> str:
    return f"{key[0]} ¶{key[1]}"
