"""The list of sources: what each is, how much of it was used, or why nothing."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model import Entry, Text
from briefgen.render.labels import Labels, counted, day, number
from briefgen.render.titleblock import web_address

#: How much of a source without a title is shown in its place: words, and characters at the most.
OPENING, LONGEST = 8, 80


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the list; `target` is its place in the annex, None where it has none.

    `opening` are the first words of a source that has no title, whose file then stands for it.
    """

    id: str
    title: str
    opening: str | None
    lang: str | None
    details: tuple[str, ...]
    use: str
    href: str | None
    target: str | None
    status: str


def source_view(
    entry: Entry, labels: Labels, details: tuple[str, ...], text: Text | None
) -> SourceView:
    """The source as listed; the annex prints its `text`."""
    return SourceView(
        id=entry.id,
        title=entry.title or entry.locator,
        opening=None if entry.title or text is None else _opening(text, labels),
        lang=None,
        details=details,
        use=_use(entry, labels),
        href=web_address(entry.url),
        target=None if text is None else f"#{entry.id}",
        status=entry.status,
    )


def _opening(text: Text, labels: Labels) -> str | None:
    """The first words of the body, in quotation marks."""
    body = [text.text[span.start : span.end] for span in text.paragraphs if span.kind == "body"]
    if not body:
        return None
    line = body[0]
    first = " ".join(line.split(maxsplit=OPENING)[:OPENING])[:LONGEST]
    return str(labels["opening"]).format(first if len(first) == len(line) else f"{first} …")


def details_of(entry: Entry, labels: Labels) -> tuple[str, ...]:
    """Outlet, author, date and length, those that are known."""
    words = str(labels["words"]).format(number(labels, entry.words)) if entry.words else None
    published = day(labels, entry.published) if entry.published else None
    locator = entry.locator if entry.title and not web_address(entry.url) else None
    given = (entry.outlet, entry.author, published, locator, words)
    return tuple(item for item in given if item)


def _use(entry: Entry, labels: Labels) -> str:
    """What became of the source: how many extracts were taken, or why none."""
    if entry.status == "used":
        return counted(labels, "extracts", entry.extracts)
    status = str(labels[entry.status])
    return f"{status}{labels['colon']}{entry.reason}" if entry.reason else status
