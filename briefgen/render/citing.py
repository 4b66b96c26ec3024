"""Citations: what a printed extract looks like, and where each sentence is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.model import Also, Brief, Extract
from briefgen.render.labels import Labels, days
from briefgen.render.typography import direction

#: How many of the other places that tell the same are cited beside an extract.
MAX_ALSO = 2
#: How many places that cite a sentence the annex leads back to.
MAX_BACK = 2

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: `S1 ¶7`, the annex paragraph it leads to, its own anchor to lead back to."""

    text: str
    href: str
    id: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An extract as printed; the first citation is its own, the others are of `also`.

    `told` counts the sources where they are several. `again` is the anchor of an earlier place
    that prints the same sentence, and `place` its words ("point 3").
    """

    text: str
    lang: str
    dir: str
    cites: tuple[Cite, ...]
    told: str | None
    days: tuple[str, ...]
    before: Quote | None
    again: str | None = None
    place: str | None = None


class Citer:
    """Makes quotes in the order of print, and remembers which sentence is cited where."""

    def __init__(self, brief: Brief, labels: Labels) -> None:
        self._labels = labels
        self._languages = languages(brief)
        self._texts = {text.source: text.text for text in brief.texts}
        self._default = brief.language
        self._total = sum(1 for entry in brief.sources if entry.status in ("used", "unused"))
        self._cited: dict[Span, list[str]] = defaultdict(list)
        self._named: dict[Span, list[str]] = defaultdict(list)
        self._printed: dict[Span, tuple[str, str]] = {}
        self._count = 0

    def quote(self, extract: Extract, place: str, *, anew: bool = False) -> Quote:
        """The extract as printed at a place, which later repetitions are led to, unless `anew`."""
        span = (extract.source, extract.start, extract.end)
        before = None if extract.before is None else self.quote(extract.before, place)
        repeated = span in self._printed and not anew
        cites = (
            self.cite(extract, printed=span not in self._printed),
            *map(self.cite, extract.also[:MAX_ALSO]),
        )
        earlier = self._printed.setdefault(span, (cites[0].id, place))
        return Quote(
            text=extract.text,
            lang=self._languages.get(extract.source, self._default),
            dir=direction(extract.text),
            cites=cites,
            told=self._told(extract.told_by),
            days=() if repeated else tuple(self._day(d.as_written, d.date) for d in extract.days),
            before=before,
            again=earlier[0] if repeated else None,
            place=earlier[1] if repeated else None,
        )

    def cite(self, extract: Extract | Also, *, printed: bool = True) -> Cite:
        """The citation alone; the annex leads back to where its sentence is printed, if it is."""
        self._count += 1
        name = f"c{self._count}"
        backs = self._cited if printed else self._named
        backs[extract.source, extract.start, extract.end].append(name)
        target = f"{extract.source}-{extract.paragraph}"
        return Cite(f"{extract.source} ¶{extract.paragraph}", f"#{target}", name)

    def cited(self) -> Mapping[str, tuple[tuple[int, int, tuple[str, ...]], ...]]:
        """By source, the spans cited with the anchors that cite them, in the text's order."""
        found: dict[str, list[tuple[int, int, tuple[str, ...]]]] = defaultdict(list)
        for span in self._cited | self._named:
            source, start, end = span
            names = self._cited.get(span) or self._named[span]
            found[source].append((start, end, tuple(names[:MAX_BACK])))
        return {source: tuple(sorted(spans)) for source, spans in found.items()}

    def _told(self, count: int) -> str | None:
        if count < 2:
            return None
        return str(self._labels["told_by"]).format(count, max(count, self._total))

    def _day(self, as_written: str, date: str) -> str:
        return f"{as_written} = {days(self._labels, date)}"


def languages(brief: Brief) -> Mapping[str, str]:
    """The language of each source, as its story tells it."""
    return {name: story.language for story in brief.stories for name in story.sources}


def quotes(citer: Citer, extracts: Iterable[Extract], place: str) -> tuple[Quote, ...]:
    """All of the extracts as printed at one place."""
    return tuple(citer.quote(extract, place) for extract in extracts)
