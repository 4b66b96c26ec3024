"""Naming what is wrong with a passage: moved, altered, or invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from briefgen.model import Brief
from briefgen.verify.matching import find
from briefgen.verify.passages import Citation, Passage
from briefgen.verify.verdict import Finding
from briefgen.verify.wanted import Wanted, strings, wanted
from briefgen.verify.words import around, fold, shown, spaced

#: Letters beside an extract that labels, dates and names may take; a sentence takes more.
_LABEL = 48
#: Letters that may stand before a citation without an extract.
_MENTION = 30
#: Letters of a date with its weekday, as printed behind a relative one.
_DATE = 24
_ALIKE = 0.75
_LONGEST = 600
_CITATION = re.compile(r"S[0-9]+\s*¶\s*[0-9]+")


class Strings:
    """What the brief says beside its extracts, as compared, and the citations it knows."""

    def __init__(self, brief: Brief) -> None:
        plain = {spaced(text) for text in strings(brief)}
        self._plain = sorted(text for text in plain if len(text) >= _MENTION)
        self._folded = sorted({fold(text) for text in plain} - {""}, key=lambda t: (-len(t), t))
        items = wanted(brief)
        self.citations = frozenset(c for item in items for c in (item.own, *item.others))

    def without(self, text: str, *, days: int = 0) -> str:
        """The folded text without what the brief says, the longest first, and so many dates."""
        left = fold(_CITATION.sub("", text))
        if len(left) > _MENTION:
            for known in self._folded:
                if len(known) > 2:
                    left = left.replace(known, " ")
        return left.replace(" ", "")[days * _DATE :]

    def long(self, left: str) -> bool:
        """Tell whether it is too much for a label."""
        return len(left) > _LABEL

    def short(self, passage: Passage) -> bool:
        """Tell whether it is little enough to stand before a citation alone."""
        return len(self.without(passage.words)) <= _MENTION

    def cites(self, text: str) -> bool:
        """Tell whether the text holds a citation."""
        return _CITATION.search(text) is not None

    def running(self, text: str) -> bool:
        """Tell whether a running head may say this: what the brief says, perhaps shortened."""
        line = fold(text.rstrip(" …."))
        return any(line in known for known in self._folded) or not self.long(self.without(text))

    def closest(self, text: str) -> str | None:
        """The string that the text is nearly, and is not."""
        line = spaced(text)[:_LONGEST]
        for known in self._plain:
            if alike(line, known[:_LONGEST]) >= _ALIKE:
                return around(known, line)
        return None


def misquoted(
    passage: Passage, left: str, items: Sequence[Wanted], matched: Sequence[Wanted]
) -> tuple[str, Finding]:
    """A cited passage that prints what no extract of its citations says: the path to blame."""
    page = f"page {passage.page}"
    cites = ", ".join(f"{source} ¶{number}" for source, number in passage.cites)
    moved = next((w for w in items if w not in matched and find(passage, w)), None)
    if moved is not None:
        told = f"{shown(moved.extract.text)} is printed on {page} under {cites}"
        home = f"brief.json has it from {moved.own[0]} ¶{moved.own[1]}"
        return moved.path, Finding(moved.path, "moved", f"{told}; {home}.")
    close = closest(passage, [w for w in items if w not in matched])
    if close is not None:
        printed = around(spaced(passage.words), spaced(close.extract.text))
        told = f"{page} prints {printed} under {cites}; the extract reads "
        told += f"{around(spaced(close.extract.text), spaced(passage.words))}."
        return close.path, Finding(close.path, "altered", told)
    text = shown(passage.words or left)
    return page, Finding(page, "invented", f"{text} is cited {cites}, and is no extract of it.")


def misread(passage: Passage, cite: Citation, matched: Sequence[Wanted]) -> tuple[str, Finding]:
    """A citation that brief.json does not give to these words."""
    page, written = f"page {passage.page}", f"{cite[0]} ¶{cite[1]}"
    if not matched:
        told = f"{shown(passage.words)} cites {written}, which brief.json does not cite."
        return page, Finding(page, "invented", told)
    path = matched[0].path
    told = f"{page} cites {written} for {shown(matched[0].extract.text)}; brief.json does not."
    return path, Finding(path, "moved", told)


def closest(passage: Passage, items: Sequence[Wanted]) -> Wanted | None:
    """The extract that the passage most nearly prints, those of its citations first."""
    best: tuple[float, Wanted] | None = None
    for item in items:
        near = alike(passage.whole[-_LONGEST:], item.folded[-_LONGEST:])
        near += 0.05 * (item.own in passage.cites)
        if near >= _ALIKE and (best is None or near > best[0]):
            best = near, item
    return best[1] if best else None


def alike(one: str, other: str) -> float:
    """How alike two lines are, from 0 to 1; 0 for short where they are plainly not."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
