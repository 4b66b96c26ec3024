"""The list of sources: what each is, how much of it was used, or why nothing."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from briefgen.model import Entry
from briefgen.render.labels import Labels, counted, day, number
from briefgen.render.titleblock import web_address


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the list; `target` is its place in the annex, None where it has none."""

    id: str
    title: str
    lang: str | None
    details: tuple[str, ...]
    use: str
    href: str | None
    target: str | None
    status: str


def source_view(
    entry: Entry, labels: Labels, details: tuple[str, ...], held: Set[str]
) -> SourceView:
    """The source as listed; `held` are the sources that the annex prints."""
    return SourceView(
        id=entry.id,
        title=entry.title or entry.locator,
        lang=None,
        details=details,
        use=_use(entry, labels),
        href=web_address(entry.url),
        target=f"#{entry.id}" if entry.id in held else None,
        status=entry.status,
    )


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
