"""Citations: what a printed extract looks like, and where each sentence is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.model import Also, Brief, Day, Extract, Named
from briefgen.render.labels import Labels, days
from briefgen.render.published import publication_days
from briefgen.render.typography import direction

#: How many of the other places that tell the same are cited beside an extract.
MAX_ALSO = 2
#: How many places that cite a sentence the annex leads back to.
MAX_BACK = 2

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: `S1 ¶7`, the annex paragraph it leads to, its own anchor to lead back to.

    `day` is the day on which the source appeared, in short, where not all appeared on one.
    """

    text: str
    href: str
    id: str
    day: str | None = None

    @property
    def dated(self) -> str:
        """The citation with its day, as plain text has it."""
        return f"{self.text} · {self.day}" if self.day else self.text


@dataclass(frozen=True, slots=True)
class Quote:
    """An extract as printed; the first citation is its own, the others are of `also`.

    `told` counts the sources where they are several; `notes` say what its relative dates and its
    surnames mean; `before` is the antecedent, None also where
    it is what was printed last; `again` tells that it stands further up as well.
    """

    text: str
    lang: str
    dir: str
    cites: tuple[Cite, ...]
    told: str | None
    notes: tuple[str, ...]
    before: Quote | None
    again: bool


class Citer:
    """Makes quotes in the order of print, and remembers which sentence is cited where."""

    def __init__(self, brief: Brief, labels: Labels) -> None:
        self._labels = labels
        self._languages = languages(brief)
        self._texts = {text.source: text.text for text in brief.texts}
        self._default = brief.language
        self.days = publication_days(brief.sources, labels)
        self._total = sum(1 for entry in brief.sources if entry.status in ("used", "unused"))
        self._cited: dict[Span, list[str]] = defaultdict(list)
        self._named: dict[Span, list[str]] = defaultdict(list)
        self._count = 0
        self._read: list[Extract] = []

    def quote(self, extract: Extract, *, after: Extract | None = None, dated: bool = True) -> Quote:
        """The extract as printed; its antecedent is left out where the reader has just read it.

        That is where `after`, just above, ends in it. Not `dated` leaves out its own source's day,
        which stands beside it already.
        """
        before = None if extract.before and _ends(after, extract.before) else extract.before
        again = before is not None and any(holds(above, before) for above in self._read)
        self._read.append(extract)
        return Quote(
            text=extract.text,
            lang=self._languages.get(extract.source, self._default),
            dir=direction(extract.text),
            before=None if before is None else self.quote(before, dated=dated),
            again=again,
            cites=(self.cite(extract, dated=dated), *map(self.cite, extract.also[:MAX_ALSO])),
            told=self._told(extract.told_by),
            notes=(
                *(self._day(day.as_written, day.date) for day in _told(extract.days)),
                *map(_name, extract.names),
            ),
        )

    def quotes(
        self, extracts: Iterable[Extract], *, after: Extract | None = None
    ) -> tuple[Quote, ...]:
        """A list of extracts, each printed right below the one before it."""
        found = []
        for extract in extracts:
            found.append(self.quote(extract, after=after))
            after = extract
        return tuple(found)

    def cite(self, extract: Extract | Also, *, printed: bool = True, dated: bool = True) -> Cite:
        """The citation alone; the annex leads back to where its sentence is printed first."""
        self._count += 1
        name = f"c{self._count}"
        span = (extract.source, extract.start, extract.end)
        backs = self._cited if printed and span not in self._cited else self._named
        backs[span].append(name)
        target = f"{extract.source}-{extract.paragraph}"
        day = self.days.get(extract.source) if dated else None
        return Cite(f"{extract.source} ¶{extract.paragraph}", f"#{target}", name, day)

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


def _told(days: Sequence[Day]) -> Iterator[Day]:
    """The days without a stretch in which another of them is: of "Monday of this week" Monday."""
    single = [day.date for day in days if "/" not in day.date]
    for day in days:
        first, _, last = day.date.partition("/")
        if not any(first <= date <= last for date in single):
            yield day


def _name(name: Named) -> str:
    whole = f"{name.as_written} = {name.name}"
    return f"{whole}, {name.role}" if name.role else whole


def _ends(above: Extract | None, antecedent: Extract) -> bool:
    """Tell whether what stands above ends with the antecedent."""
    return above is not None and (above.source, above.end) == (antecedent.source, antecedent.end)


def holds(above: Extract, antecedent: Extract) -> bool:
    """Tell whether what stands above has the sentence in it."""
    same = above.source == antecedent.source
    return same and above.start <= antecedent.start and antecedent.end <= above.end


def languages(brief: Brief) -> Mapping[str, str]:
    """The language of each source, as its story tells it."""
    return {name: story.language for story in brief.stories for name in story.sources}
