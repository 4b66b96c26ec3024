"""The annex: every source's paragraphs, numbered, with what was taken from them marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.model import Brief, Entry, Text
from briefgen.render.citing import MAX_BACK, languages
from briefgen.render.labels import Labels
from briefgen.render.typography import direction

#: Above so many A4 pages only the cited paragraphs and their neighbours are printed.
MAX_PAGES = 60
CHARACTERS_A_PAGE = 3_200
LINE = 90
#: A paragraph longer than this is then printed around its cited sentences only …
LONG = 6_000
#: … with so many characters before and after them.
AROUND = 1_500

Cited = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, cited or not, and the anchors of the citations to lead back to."""

    text: str
    cited: bool = False
    backs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexParagraph:
    """A paragraph under its number; `note` says so where it is shortened."""

    id: str
    label: str
    kind: str
    cited: bool
    pieces: tuple[Piece, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A run of paragraphs that is left to the attachment."""

    note: str


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """A source in the annex."""

    id: str
    title: str | None
    details: tuple[str, ...]
    lang: str
    dir: str
    blocks: tuple[AnnexParagraph | Unprinted, ...]


def annex(
    brief: Brief,
    labels: Labels,
    cited: Mapping[str, Sequence[Cited]],
    details: Mapping[str, tuple[str, ...]],
) -> tuple[AnnexSource, ...]:
    """All sources whose text the brief holds, shortened where they would fill too many pages."""
    entries = {entry.id: entry for entry in brief.sources}
    spoken = languages(brief)
    whole = pages(brief.texts) <= MAX_PAGES
    found = []
    for text in brief.texts:
        entry = entries.get(text.source)
        found.append(
            AnnexSource(
                id=text.source,
                title=_title(entry),
                details=details.get(text.source, ()),
                lang=spoken.get(text.source, brief.language),
                dir=direction(text.text),
                blocks=tuple(_blocks(text, cited.get(text.source, ()), labels, whole=whole)),
            )
        )
    return tuple(found)


def pages(texts: Sequence[Text]) -> float:
    """An estimate of the A4 pages that the texts fill, made before anything is laid out."""
    lines = sum(
        1.4 + (paragraph.end - paragraph.start) / LINE
        for text in texts
        for paragraph in text.paragraphs
    )
    return lines * LINE / CHARACTERS_A_PAGE


def _title(entry: Entry | None) -> str | None:
    return None if entry is None else entry.title or entry.locator


def _blocks(
    text: Text, cited: Sequence[Cited], labels: Labels, *, whole: bool
) -> Iterator[AnnexParagraph | Unprinted]:
    by_paragraph = _by_paragraph(text, cited)
    count = len(text.paragraphs)
    kept = range(count) if whole else _with_neighbours(by_paragraph, count)
    skipped = 0
    for index in kept:
        if index > skipped:
            yield _unprinted(text, skipped, index, labels)
        yield _paragraph(text, index, by_paragraph.get(index, ()), labels, whole=whole)
        skipped = index + 1
    if skipped < count:
        yield _unprinted(text, skipped, count, labels)


def _by_paragraph(text: Text, cited: Sequence[Cited]) -> Mapping[int, Sequence[Cited]]:
    """The cited spans by the index of the paragraph that holds them."""
    found: dict[int, list[Cited]] = {}
    spans = sorted(cited)
    index = 0
    for span in spans:
        while index < len(text.paragraphs) and text.paragraphs[index].end <= span[0]:
            index += 1
        found.setdefault(index, []).append(span)
    return found


def _with_neighbours(cited: Mapping[int, object], count: int) -> Sequence[int]:
    near = {i for index in cited for i in (index - 1, index, index + 1)}
    return sorted(i for i in near if 0 <= i < count)


def _unprinted(text: Text, start: int, end: int, labels: Labels) -> Unprinted:
    numbers = f"¶{start + 1}" if end == start + 1 else f"¶{start + 1}–¶{end}"
    return Unprinted(str(labels["not_printed"]).format(numbers, f"{text.source}.txt"))


def _paragraph(
    text: Text, index: int, cited: Sequence[Cited], labels: Labels, *, whole: bool
) -> AnnexParagraph:
    span = text.paragraphs[index]
    pieces = tuple(_pieces(text.text, span.start, span.end, cited))
    note = None
    if not whole and span.end - span.start > LONG:
        pieces = _shortened(pieces)
        note = str(labels["shortened"]).format(f"{text.source}.txt")
    return AnnexParagraph(
        id=f"{text.source}-{index + 1}",
        label=f"{text.source} ¶{index + 1}",
        kind=span.kind,
        cited=bool(cited),
        pieces=pieces,
        note=note,
    )


def _pieces(text: str, start: int, end: int, cited: Sequence[Cited]) -> Iterator[Piece]:
    """The paragraph in stretches; where cited spans overlap the later one gives way."""
    at = start
    for first, last, backs in _joined(cited):
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], cited=True, backs=backs)
        at = last
    if at < end:
        yield Piece(text[at:end])


def _joined(cited: Sequence[Cited]) -> list[Cited]:
    """The spans, one that lies within the span before it joined to it with its way back."""
    found: list[Cited] = []
    for first, last, backs in cited:
        if found and last <= found[-1][1]:
            outer = found[-1]
            backs = tuple(dict.fromkeys((*outer[2], *backs)))[:MAX_BACK]
            found[-1] = (outer[0], outer[1], backs)
        else:
            found.append((first, last, backs))
    return found


def _shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The uncited stretches cut to what stands next to a cited one."""
    if not any(piece.cited for piece in pieces):
        return (Piece(pieces[0].text[:AROUND] + " […]"),) if pieces else ()
    found = []
    for i, piece in enumerate(pieces):
        text = piece.text
        if not piece.cited and len(text) > 2 * AROUND:
            head = text[:AROUND] if i else ""
            tail = text[-AROUND:] if i + 1 < len(pieces) else ""
            text = f"{head} […] {tail}"
        found.append(Piece(text, piece.cited, piece.backs))
    return tuple(found)
