"""The texts inside against the originals, read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from briefgen.model import Brief, Entry
from briefgen.verify.verdict import Finding
from briefgen.verify.words import around, fold

Original = tuple[str, str]

_ALIKE = 0.3


def check_originals(brief: Brief, originals: Sequence[Original]) -> Iterator[Finding]:
    """Each text that is not its original, with the first paragraph that differs."""
    texts = {text.source: text.text for text in brief.texts}
    for entry, (locator, original) in pairs(brief, originals):
        if texts[entry.id] != original:
            yield _difference(entry, texts[entry.id], locator, original)


def unpaired(brief: Brief, originals: Sequence[Original]) -> Iterator[Finding]:
    """Sources without an original, and originals that the brief has not."""
    found = pairs(brief, originals)
    ours, theirs = {entry.id for entry, _ in found}, {original for _, original in found}
    for i, entry in enumerate(brief.sources):
        if entry.id not in ours and entry.status != "unread":
            told = f"{entry.id} ({entry.locator}) was compared with no original."
            yield Finding(f"sources[{i}]", "no-original", told)
    for locator, text in originals:
        if (locator, text) not in theirs:
            yield Finding(locator, "not-in-the-brief", "is the original of no source here.")


def pairs(brief: Brief, originals: Sequence[Original]) -> tuple[tuple[Entry, Original], ...]:
    """Each source and its original: of one locator, else of one text, else the most alike."""
    texts = {text.source: text.text for text in brief.texts}
    entries = [entry for entry in brief.sources if entry.id in texts]
    ranked = sorted(
        (
            (-_likeness(entry, texts[entry.id], original), i, j)
            for i, entry in enumerate(entries)
            for j, original in enumerate(originals)
        ),
    )
    found: dict[int, int] = {}
    for unlike, i, j in ranked:
        if -unlike >= _ALIKE and i not in found and j not in found.values():
            found[i] = j
    return tuple((entries[i], originals[j]) for i, j in sorted(found.items()))


def _likeness(entry: Entry, text: str, original: Original) -> float:
    """From 0 to 1 by the paragraphs shared, above that where the locators agree as well."""
    locator, other = original
    if text == other:
        alike = 1.0
    else:
        ours, theirs = set(text.split("\n\n")), set(other.split("\n\n"))
        alike = len(ours & theirs) / max(len(ours), len(theirs))
    same = locator in (entry.locator, entry.url)
    near = PurePath(locator).name == PurePath(entry.locator).name
    return alike + (2.0 if same else 1.0 if near else 0.0)


def _difference(entry: Entry, text: str, locator: str, original: str) -> Finding:
    ours, theirs = text.split("\n\n"), original.split("\n\n")
    number = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    here, there = "".join(ours[number : number + 1]), "".join(theirs[number : number + 1])
    place = f"{entry.id} ¶{number + 1}"
    if not here:
        told = f"ends before {around(there, here)} of {locator}."
    elif not there:
        told = f"reads {around(here, there)}, where {locator} has ended."
    elif fold(here) == fold(there):
        told = f"differs from {locator} in spaces or hyphens only."
    else:
        told = f"reads {around(here, there)}; {locator} reads {around(there, here)}."
    return Finding(f"texts.{entry.id}", "original-differs", f"{place} {told}")
