"""The ground floor: one frozen value for each state a brief passes through.

Offsets count code points into `Article.text`, the canonical text; sequences are tuples.
The values below `Extract` are those of the JSON contract and bear its names, `for` and `from`
excepted, which Python keeps for itself and which end in an underscore here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal

Kind = Literal["title", "byline", "dateline", "heading", "caption", "notice", "body"]
State = Literal["plain", "quoted", "damaged", "asked"]
Precision = Literal["day", "month", "quarter", "year"]
ChartKind = Literal["sentence", "days", "givers"]
GapKind = Literal["unread", "undated", "later", "aged", "unknown", "thin", "silent", "unsearched"]
Status = Literal["used", "unused", "duplicate", "unread"]


# ── what was read ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a canonical text: `text[start:end]`, and what it is there for."""

    start: int
    end: int
    kind: Kind = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """A source as read: its canonical text, paragraph by paragraph, and what it says of itself."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    locator: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: dt.date | None = None
    retrieved: dt.datetime | None = None
    url: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """The checksum of the canonical text's UTF-8 bytes, which the PDF carries."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read, and why, in words for the reader."""

    locator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` inside one paragraph (1-based), and how far its quotation marks hold.

    `plain` has no open quotation, `quoted` stands wholly inside one that began earlier (with or
    without marks of its own), `damaged` holds a mark whose partner is missing.
    """

    start: int
    end: int
    paragraph: int
    state: State = "plain"


@dataclass(frozen=True, slots=True)
class Source:
    """An article under its number, S1, S2 …, split into sentences: what the finders work on."""

    id: str
    article: Article
    language: str
    sentences: tuple[Sentence, ...]

    def text_of(self, span: Sentence | Paragraph) -> str:
        """The span's words, as they stand in the canonical text."""
        return self.article.text[span.start : span.end]


# ── what was taken from it ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Also:
    """The same fact elsewhere: checked and cited, not printed."""

    source: str
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A relative date of an extract ("on Monday") and what it means, as ISO 8601.

    `2023-06-19`, no preciser than written (`2023-06`), or an interval (`2023-06-19/2023-06-25`).
    """

    as_written: str
    date: str


@dataclass(frozen=True, slots=True)
class Named:
    """A surname of an extract and whom it means: the whole name and the role, as written."""

    as_written: str
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """`text[start:end]` of a source, word for word, inside one paragraph.

    `told_by` counts the independent sources that tell it; `before` is an antecedent without which
    it would not stand alone; `names` are those that the brief has not given in full before.
    """

    text: str
    source: str
    paragraph: int
    start: int
    end: int
    also: tuple[Also, ...] = ()
    told_by: int = 1
    days: tuple[Day, ...] = ()
    before: Extract | None = None
    names: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sources on one event; `headline` is the best title among theirs, word for word.

    `guests` are those of the `sources` that are on another event but for a paragraph or more;
    `titled` are the others whose title may head the story, the best title first.
    """

    headline: str | None
    headline_source: str | None
    language: str
    sources: tuple[str, ...]
    guests: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """An extract and the number of its group; a ranking is a tuple of these, the best first.

    `alone` tells that it surely makes sense by itself; where it does not, a reader may miss who or
    which is meant.
    """

    extract: Extract
    group: int
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence `start:end` of a source that is on an item of the agenda, surely or perhaps."""

    item: str
    source: str
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Stand:
    """An extract that makes sense alone to whoever knows the `names` in it, and the `nouns`.

    These are no subjects, and neither the article's title nor its opening holds them. `speaker`
    tells that it says "he said" of whoever speaks.
    """

    extract: Extract
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """All that could be printed, ranked, so that any prefix is the summary of that length.

    `groups` stand in the order for the reader. `asked` has the sentences on the agenda, those that
    speak most of an item first, whether or not they could be printed. `duplicates` maps a source
    that repeats another (agency copy) to the one it repeats; `silent` are the focus items that no
    source speaks of. `stands` tells of what is ranked, and of what it was asked about, what makes
    sense alone.
    """

    ranked: tuple[Choice, ...]
    groups: tuple[Group, ...]
    asked: tuple[Asked, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()
    silent: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    method: str = "coverage"


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: `spoken` are the spoken parts as offsets into the text of the source."""

    speaker: str | None
    role: str | None
    kind: Literal["direct", "reported"]
    outcome: Literal["attributed", "unattributed", "damaged"]
    cue: str | None
    quote: Extract
    spoken: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the sources name, with the role as written there.

    A surname that is `shared` with a relative or a firm means nobody by itself.
    """

    name: str
    role: str | None
    mentions: int
    attending: bool
    first: Extract
    shared: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated: the day it began as ISO, with the precision that was written.

    Where no source says when it was published, `date` is None and `as_written` is all there is.
    """

    date: str | None
    precision: Precision
    as_written: str
    event: Extract


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, in its sentence."""

    value: str
    unit: str | None
    context: Extract


@dataclass(frozen=True, slots=True)
class Bar:
    """One of the figures that a chart compares, under its label or, as ISO, its day of report.

    `as_written` stands in the extract, a written label too; `value` is the number in plain digits.
    """

    label: str | None
    date: str | None
    value: str
    as_written: str
    extract: Extract


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures that are surely comparable, in their order.

    `sentence`: one sentence lists them all. `days`: the same toll, `about` as written, as reported
    day by day. `givers`: what each has pledged.
    """

    kind: ChartKind
    about: str | None
    unit: str | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more sources that tell the same thing otherwise."""

    about: str
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What the brief does not know, and why."""

    kind: GapKind
    text: str
    extract: Extract | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the finders found, unchosen.

    `overtaken` hold a toll that has risen since; sources `unsearched` are in no language they know.
    """

    positions: tuple[Statement, ...] = ()
    people: tuple[Person, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    charts: tuple[Chart, ...] = ()
    differences: tuple[Difference, ...] = ()
    gaps: tuple[Gap, ...] = ()
    overtaken: tuple[Extract, ...] = ()
    unsearched: tuple[str, ...] = ()


# ── what a person gave ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone at the table; `say` is how to say the name, `reply` what the invitation knows."""

    name: str
    role: str | None = None
    say: str | None = None
    reply: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting: times are ISO with their offset, the address of no attendee is kept.

    `start_here` is the start on the reader's clock, where that shows another time.
    """

    title: str
    start: str | None = None
    end: str | None = None
    where: str | None = None
    link: str | None = None
    organiser: str | None = None
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[str, ...] = ()
    start_here: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the person who wants the brief wrote: printed apart, never verified."""

    as_of: dt.datetime
    title: str | None = None
    for_: str | None = None
    from_: str | None = None
    purpose: str | None = None
    marking: str | None = None
    reference: str | None = None
    comment: str | None = None
    objectives: tuple[str, ...] = ()
    points_to_make: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    meeting: Meeting | None = None
    language: str | None = None


# ── what comes out ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Story:
    """One event, or one item of the agenda, as printed; `headline` is a source's title as it is."""

    headline: str | None
    headline_source: str | None
    agenda: str | None
    language: str
    sources: tuple[str, ...]
    points: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in the list of sources, and what became of it."""

    id: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    retrieved: str | None = None
    locator: str = ""
    url: str | None = None
    sha256: str = ""
    words: int = 0
    extracts: int = 0
    status: Status = "unused"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The canonical text of a source, under its number."""

    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of what could be printed found no room."""

    points: int = 0
    positions: int = 0
    timeline: int = 0
    people: int = 0
    figures: int = 0
    charts: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief, whole: what is printed, what it was drawn from, and how much was left out."""

    generator: str
    title: str
    for_: str | None
    from_: str | None
    marking: str | None
    reference: str | None
    purpose: str | None
    objectives: tuple[str, ...]
    points_to_make: tuple[str, ...]
    comment: str | None
    as_of: str
    language: str
    focus: tuple[str, ...]
    meeting: Meeting | None
    bottom_line: tuple[Extract, ...]
    stories: tuple[Story, ...]
    positions: tuple[Statement, ...]
    people: tuple[Person, ...]
    timeline: tuple[Event, ...]
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...] = field(default=(), kw_only=True)
    differences: tuple[Difference, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[Entry, ...]
    statement: str
    left_out: LeftOut
    texts: tuple[Text, ...]

    def extracts(self) -> Iterator[tuple[str, Extract]]:
        """Every extract, antecedents included, with the path at which the JSON holds it."""
        for own in fields(self):
            yield from _extracts(own.name, getattr(self, own.name))


def _extracts(path: str, value: object) -> Iterator[tuple[str, Extract]]:
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _extracts(f"{path}[{i}]", item)
    elif is_dataclass(value):
        if isinstance(value, Extract):
            yield path, value
        for own in fields(value):
            yield from _extracts(f"{path}.{own.name}", getattr(value, own.name))
