"""What a template sees: the brief in the order and the words of print."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from briefgen.model import Attendee, Brief, Entry, Gap, Meeting, Statement, Story
from briefgen.render.annex import AnnexSource, annex
from briefgen.render.citing import Cite, Citer, Quote, quotes
from briefgen.render.labels import Labels, day, labels_for, moment, number, period, precise


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the title block; `kind` names it for the style sheet, `href` is a safe link."""

    kind: str
    label: str
    value: str
    href: str | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story; its points are numbered through the brief, from `start`."""

    headline: str | None
    headline_cite: Cite | None
    agenda: str | None
    lang: str
    start: int
    points: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement under its speaker, or under nobody's name."""

    speaker: str | None
    role: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Row:
    """A dated event; `ahead` where it is later than the information."""

    date: str
    ahead: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody named, with the citation of the first mention."""

    name: str
    role: str | None
    attending: bool
    mentions: int
    cite: Cite


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in its sentence."""

    value: str
    unit: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Side:
    """One of the extracts that differ, under its source."""

    head: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """What the sources tell otherwise, side by side."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """What is not known, with the sentence that says so, if one does."""

    kind: str
    text: str
    quote: Quote | None


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


@dataclass(frozen=True, slots=True)
class Page:
    """The whole brief, ready to be filled into a template."""

    lang: str
    title: str
    marking: str | None
    reference: str | None
    author: str | None
    generator: str
    as_of: str
    facts: tuple[Fact, ...]
    purpose: str | None
    objectives: tuple[str, ...]
    points_to_make: tuple[str, ...]
    comment: str | None
    bottom_line: tuple[Quote, ...]
    stories: tuple[StoryView, ...]
    positions: tuple[Position, ...]
    differences: tuple[DifferenceView, ...]
    gaps: tuple[GapView, ...]
    timeline: tuple[Row, ...]
    people: tuple[PersonRow, ...]
    figures: tuple[FigureRow, ...]
    sources: tuple[SourceView, ...]
    statement: str
    annex: tuple[AnnexSource, ...]


def page_of(brief: Brief) -> tuple[Page, Labels]:
    """The brief as a template sees it, and the labels of its language."""
    labels = labels_for(brief.language)
    citer = Citer(brief, labels)
    above = str(labels["see_above"])
    # In the order of print: what comes later and says the same is led back to the earlier.
    bottom_line = quotes(citer, brief.bottom_line, str(labels["see_bottom_line"]))
    stories = _stories(brief, citer, labels)
    positions = tuple(_position(item, citer, above) for item in brief.positions)
    differences = _differences(brief, citer, above)
    gaps = tuple(_gap(gap, citer, above) for gap in brief.gaps)
    timeline = _timeline(brief, citer, labels)
    people = _people(brief, citer)
    figures = tuple(
        FigureRow(item.value, item.unit, citer.quote(item.context, above)) for item in brief.figures
    )
    details = {entry.id: _details(entry, labels) for entry in brief.sources}
    texts = annex(brief, labels, citer.cited(), details)
    held = frozenset(text.id for text in texts)
    page = Page(
        lang=brief.language,
        title=brief.title,
        marking=brief.marking,
        reference=brief.reference,
        author=brief.from_,
        generator=brief.generator,
        as_of=brief.as_of,
        facts=_facts(brief, labels),
        purpose=brief.purpose,
        objectives=brief.objectives,
        points_to_make=brief.points_to_make,
        comment=brief.comment,
        bottom_line=bottom_line,
        stories=stories,
        positions=positions,
        differences=differences,
        gaps=gaps,
        timeline=timeline,
        people=people,
        figures=figures,
        sources=tuple(_source(entry, labels, details[entry.id], held) for entry in brief.sources),
        statement=brief.statement,
        annex=texts,
    )
    return page, labels


# ── the title block ──────────────────────────────────────────────────────────────────────────────


def _facts(brief: Brief, labels: Labels) -> tuple[Fact, ...]:
    meeting = brief.meeting or Meeting(title="")
    meant = meeting.title if meeting.title != brief.title else ""
    rows = (
        ("for", brief.for_, False),
        ("from", brief.from_, False),
        ("meeting", meant, True),
        ("when", period(labels, meeting.start, meeting.end), False),
        ("where", meeting.where, False),
        ("organiser", meeting.organiser, False),
        ("handling", brief.marking, False),
        ("link", meeting.link, True),
        ("attendees", "; ".join(_attendee(item, labels) for item in meeting.attendees), True),
        ("as_of", moment(labels, brief.as_of), False),
        ("prepared", _prepared(brief, labels), False),
    )
    return tuple(
        Fact(kind, str(labels[kind]), value, web_address(value) if kind == "link" else None, wide)
        for kind, value, wide in rows
        if value
    )


def _attendee(attendee: Attendee, labels: Labels) -> str:
    say = attendee.say and str(labels["say"]).format(attendee.say)
    notes = ", ".join(note for note in (attendee.role, say) if note)
    return f"{attendee.name} ({notes})" if notes else attendee.name


def _prepared(brief: Brief, labels: Labels) -> str:
    read = [entry for entry in brief.sources if entry.status != "unread"]
    words = str(labels["words"]).format(number(labels, sum(entry.words for entry in read)))
    return f"{_counted(labels, 'source', len(read))}, {words}"


def _counted(labels: Labels, name: str, count: int) -> str:
    return str(labels[f"{name}_one" if count == 1 else f"{name}_many"]).format(count)


def web_address(text: str | None) -> str | None:
    """The address where it is one of the web, None for any other scheme."""
    try:
        parts = urlsplit(text or "")
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


# ── the sections ─────────────────────────────────────────────────────────────────────────────────


def _stories(brief: Brief, citer: Citer, labels: Labels) -> tuple[StoryView, ...]:
    found, start = [], 1
    for story in brief.stories:
        found.append(_story(story, citer, labels, start))
        start += len(story.points)
    return tuple(found)


def _story(story: Story, citer: Citer, labels: Labels, start: int) -> StoryView:
    source = story.headline_source
    places = str(labels["see_point"])
    return StoryView(
        headline=story.headline,
        headline_cite=Cite(source, f"#{source}", f"h{start}") if source else None,
        agenda=story.agenda,
        lang=story.language,
        start=start,
        points=tuple(
            citer.quote(extract, places.format(start + i)) for i, extract in enumerate(story.points)
        ),
    )


def _position(item: Statement, citer: Citer, place: str) -> Position:
    named = item.outcome == "attributed"
    return Position(
        item.speaker if named else None,
        item.role if named else None,
        citer.quote(item.quote, place),
    )


def _differences(brief: Brief, citer: Citer, place: str) -> tuple[DifferenceView, ...]:
    entries = {entry.id: entry for entry in brief.sources}

    def head(source: str) -> str:
        entry = entries.get(source)
        name = entry and (entry.outlet or entry.title or entry.locator)
        return f"{source} {name}" if name else source

    return tuple(
        DifferenceView(
            item.about,
            tuple(Side(head(e.source), citer.quote(e, place, anew=True)) for e in item.extracts),
        )
        for item in brief.differences
    )


def _gap(gap: Gap, citer: Citer, place: str) -> GapView:
    quote = None if gap.extract is None else citer.quote(gap.extract, place)
    return GapView(gap.kind, gap.text, quote)


def _timeline(brief: Brief, citer: Citer, labels: Labels) -> tuple[Row, ...]:
    above, today = str(labels["see_above"]), brief.as_of[:10]
    return tuple(
        Row(
            precise(labels, item.date, item.precision),
            item.date > today[: len(item.date)],
            citer.quote(item.event, above, anew=True),
        )
        for item in brief.timeline
    )


def _people(brief: Brief, citer: Citer) -> tuple[PersonRow, ...]:
    return tuple(
        PersonRow(
            person.name,
            person.role,
            person.attending,
            person.mentions,
            citer.cite(person.first, printed=False),
        )
        for person in brief.people
    )


# ── the sources ──────────────────────────────────────────────────────────────────────────────────


def _source(
    entry: Entry, labels: Labels, details: tuple[str, ...], held: frozenset[str]
) -> SourceView:
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


def _details(entry: Entry, labels: Labels) -> tuple[str, ...]:
    """Outlet, author, date and length, those that are known."""
    words = str(labels["words"]).format(number(labels, entry.words)) if entry.words else None
    published = day(labels, entry.published) if entry.published else None
    locator = entry.locator if entry.title and not web_address(entry.url) else None
    given = (entry.outlet, entry.author, published, locator, words)
    return tuple(item for item in given if item)


def _use(entry: Entry, labels: Labels) -> str:
    """What became of the source: how many extracts were taken, or why none."""
    if entry.status == "used":
        return _counted(labels, "extracts", entry.extracts)
    status = str(labels[entry.status])
    return f"{status}{labels['colon']}{entry.reason}" if entry.reason else status
