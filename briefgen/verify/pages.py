"""The brief's pages against brief.json, in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model import Brief
from briefgen.verify.diagnosis import Strings, closest, misquoted, misread
from briefgen.verify.passages import Citation, Passage
from briefgen.verify.printing import Print, leftover, match
from briefgen.verify.verdict import Finding
from briefgen.verify.wanted import OPTIONAL, Wanted, wanted
from briefgen.verify.words import right_to_left, shown

_BRACKETS = ("(", "[", "（", "–", "—", "→")


def check_print(brief: Brief, passages: Sequence[Passage]) -> Print:
    """Each cited passage is an extract under its citation, and each extract is printed."""
    found = Print(passages, wanted(brief))
    known = Strings(brief)
    by_cite: dict[Citation, list[Wanted]] = {}
    for item in sorted(found.wanted, key=lambda item: -len(item.folded)):
        by_cite.setdefault(item.own, []).append(item)
    for number, passage in enumerate(passages):
        if passage.cites:
            _cited(found, number, by_cite, known)
    _missing(found)
    _uncited(found, known)
    return found


def _cited(
    found: Print, number: int, by_cite: dict[Citation, list[Wanted]], known: Strings
) -> None:
    passage = found.passages[number]
    found.cited.update(passage.cites)
    for written, linked in passage.misled:
        told = f"a citation reads {_cite(written)} but leads to {_cite(linked)}."
        found.tell(f"page {passage.page}", "misled", told)
    matched = _matches(found, number, by_cite)
    allowed = {cite for item in matched for cite in (item.own, *item.others)}
    days = sum(1 + ("/" in day.date) for item in matched for day in item.extract.days)
    left = known.without(leftover(found, number), days=days)
    if right_to_left(passage.words) and not matched:
        found.notes.append(_unchecked(f"page {passage.page}", passage.words))
        return
    explained = matched or _mention(passage, by_cite, known)
    if not explained or known.long(left) or _interposed(found, number):
        path, finding = misquoted(passage, left, found.wanted, matched)
        found.blamed.add(path)
        found.findings.append(finding)
        return
    for cite in passage.cites:
        if cite not in (allowed or known.citations):
            path, finding = misread(passage, cite, matched)
            found.blamed.add(path)
            found.findings.append(finding)


def _interposed(found: Print, number: int) -> bool:
    """Tell whether words stand between the extract and its citation, but for a bracket."""
    passage = found.passages[number]
    end = max((end for _, end in found.covered.get(number, ())), default=len(passage.whole))
    at = 0
    for piece, folded in zip(passage.pieces, passage.folded, strict=True):
        if at >= end and any(letter.isalnum() for letter in folded):
            return piece.text.lstrip()[:1] not in _BRACKETS
        at += len(folded)
    return False


def _mention(passage: Passage, by_cite: dict[Citation, list[Wanted]], known: Strings) -> bool:
    """Tell whether the citation stands without a sentence, as behind a name."""
    items = [item for cite in passage.cites for item in by_cite.get(cite, ())]
    return known.short(passage) and closest(passage, items) is None


def _matches(found: Print, number: int, by_cite: dict[Citation, list[Wanted]]) -> list[Wanted]:
    """The extracts of its citations that the passage prints, antecedents with them."""
    matched: list[Wanted] = []
    for cite in dict.fromkeys(found.passages[number].cites):
        matched += [item for item in by_cite.get(cite, ()) if match(found, number, item)]
    paths = {f"{item.path}.before" for item in matched} - {item.path for item in matched}
    matched += [w for w in found.wanted if w.path in paths and match(found, number, w)]
    return matched


def _missing(found: Print) -> None:
    """Extracts that are nowhere on the pages; a template may leave whole sections out."""
    for section in dict.fromkeys(item.section for item in found.wanted):
        items = [item for item in found.wanted if item.section == section]
        missing = [item for item in items if not _shown(found, item)]
        if section in OPTIONAL and len(missing) == len(items):
            told = f"{section} are not on the pages: nothing of them was found there."
            found.notes.append(Finding(section, "not-printed", told))
        elif missing:
            _tell_missing(found, missing)


def _tell_missing(found: Print, missing: Sequence[Wanted]) -> None:
    for item in missing:
        if item.path in found.blamed:
            continue
        if item.rtl:
            found.notes.append(_unchecked(item.path, item.extract.text))
        else:
            told = f"is not on the brief's pages beside its citation {_cite(item.own)}."
            found.tell(item.path, "not-printed", f"{shown(item.extract.text)} {told}")


def _shown(found: Print, item: Wanted) -> bool:
    """Printed itself or inside a longer extract; of a person or a bar the citation is enough."""
    if item.section in ("people", "charts") and item.own in found.cited:
        return True
    source, start, end = item.span
    return any(s == source and a <= start and end <= b for s, a, b in found.spans)


def _uncited(found: Print, known: Strings) -> None:
    """Sentences without a citation that the brief does not hold."""
    for number, passage in enumerate(found.passages):
        if passage.cites:
            continue
        text = leftover(found, number)
        left = known.without(text)
        if not known.long(left):
            continue
        close = known.closest(text)
        path = f"page {passage.page}"
        if close is None:
            told = f"{shown(text)} bears no citation and is not in brief.json: not checked."
            found.notes.append(Finding(path, "uncited", told))
        else:
            found.tell(path, "altered", f"{shown(text)} is printed where the brief has {close}.")


def _unchecked(path: str, text: str) -> Finding:
    told = f"{shown(text)} runs from right to left: print not checked."
    return Finding(path, "print-not-checked", told)


def _cite(cite: Citation) -> str:
    return f"{cite[0]} ¶{cite[1]}"


def printed(found: Print) -> int:
    """How many extracts the pages show, in print or as a citation alone."""
    return sum(_shown(found, item) for item in found.wanted)


def iter_outside(pieces: Sequence[tuple[int, str]], known: Strings) -> Iterator[Finding]:
    """Sentences painted beside the structure, where running heads and feet belong."""
    for page, text in pieces:
        if known.cites(text) or not known.running(text):
            told = f"{shown(text)} is painted outside the text that a reader's software reads."
            yield Finding(f"page {page}", "outside", told)
