"""The sections between the title block and the sources, each item with its extract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefgen.model import Brief, Extract, Figure, Statement, Story
from briefgen.render.citing import Cite, Citer, Quote
from briefgen.render.labels import Labels


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story; its points are numbered through the brief, from `start`.

    `nothing` says of an agenda item why it has no points.
    """

    headline: str | None
    headline_cite: Cite | None
    agenda: str | None
    lang: str
    start: int
    points: tuple[Quote, ...]
    nothing: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a speaker said, or nobody known; no role that the words themselves tell."""

    speaker: str | None
    role: str | None
    quotes: tuple[Quote, ...]


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
    """The figures of one sentence, each with its unit, and the sentence."""

    values: tuple[str, ...]
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
    """What is not known, with the sentence that says so."""

    kind: str
    text: str
    quote: Quote | None


def stories_of(brief: Brief, citer: Citer, labels: Labels) -> tuple[StoryView, ...]:
    """The stories, their points numbered through; the first stands right below the bottom line."""
    found: list[StoryView] = []
    start = 1
    given = brief.objectives or brief.points_to_make
    above = None if given or not brief.bottom_line else brief.bottom_line[-1]
    for story in brief.stories:
        points = citer.quotes(story.points, after=None if found else above)
        found.append(_story(story, points, start, _nothing(brief, story, labels)))
        start += len(points)
    return tuple(found)


def _nothing(brief: Brief, story: Story, labels: Labels) -> str | None:
    if story.points or not story.agenda:
        return None
    said_above = str(labels["item_above"]).format(", ".join(story.sources))
    return said_above if story.sources else _silence(brief, story.agenda)


def _silence(brief: Brief, item: str | None) -> str | None:
    """The words of the gap that says that no source speaks of the agenda item."""
    silent = (gap.text for gap in brief.gaps if gap.kind == "silent")
    return next((text for text in silent if item and item in text), None)


def _story(story: Story, points: tuple[Quote, ...], start: int, nothing: str | None) -> StoryView:
    source = story.headline_source
    return StoryView(
        headline=story.headline,
        headline_cite=Cite(source, f"#{source}", f"h{start}") if source else None,
        agenda=story.agenda,
        lang=story.language,
        start=start,
        points=points,
        nothing=nothing,
    )


def positions_of(brief: Brief, citer: Citer) -> tuple[Position, ...]:
    """The statements, those of one speaker in a row under one name."""
    runs = groupby(brief.positions, key=_speaker)
    return tuple(_position(speaker, tuple(run), citer) for speaker, run in runs)


def _speaker(item: Statement) -> str | None:
    """Who speaks, where the sentence is attributed."""
    return item.speaker if item.outcome == "attributed" else None


def _position(speaker: str | None, run: Sequence[Statement], citer: Citer) -> Position:
    role = run[0].role if speaker else None
    told = role and role.casefold() in run[0].quote.text.casefold()
    quotes = citer.quotes(item.quote for item in run)
    return Position(speaker, None if told else role, quotes)


def figures_of(brief: Brief, citer: Citer) -> tuple[FigureRow, ...]:
    """The figures, those that follow each other in one sentence in one row."""
    runs = groupby(brief.figures, key=lambda figure: (figure.context.source, figure.context.start))
    rows = (tuple(run) for _, run in runs)
    return tuple(FigureRow(tuple(map(amount, row)), citer.quote(_shared(row))) for row in rows)


def _shared(row: Sequence[Figure]) -> Extract:
    """The sentence of the figures, with those other places that tell all of them."""
    first, *others = (figure.context for figure in row)
    also = tuple(place for place in first.also if all(place in one.also for one in others))
    told = first.told_by if also == first.also else len({first.source, *(a.source for a in also)})
    return replace(first, also=also, told_by=told)


def amount(figure: Figure) -> str:
    """The number and its unit, as the sentence has them where a word joins them: "d’euros"."""
    if not figure.unit:
        return figure.value
    joined = re.search(rf"{re.escape(figure.value)} d(?:e |[’'])[\w$€£]+", figure.context.text)
    return joined[0] if joined else f"{figure.value} {figure.unit}"


def differences_of(brief: Brief, citer: Citer) -> tuple[DifferenceView, ...]:
    """What differs, side by side, each side under its source and that source's day."""
    entries = {entry.id: entry for entry in brief.sources}

    def head(source: str) -> str:
        entry = entries.get(source)
        name = entry and (entry.outlet or entry.title or entry.locator)
        day = citer.days.get(source)
        return (f"{source} {name}" if name else source) + (f" ·\u00a0{day}" if day else "")

    return tuple(
        DifferenceView(
            item.about,
            tuple(Side(head(e.source), citer.quote(e, dated=False)) for e in item.extracts),
        )
        for item in brief.differences
    )


def gaps_of(brief: Brief, citer: Citer) -> tuple[GapView, ...]:
    """The gaps, each with its sentence.

    What is said under an item of the agenda is not said again.
    """
    said = {_silence(brief, story.agenda) for story in brief.stories if not story.points}
    return tuple(
        GapView(
            gap.kind,
            gap.text,
            None if gap.extract is None else citer.quote(gap.extract),
        )
        for gap in brief.gaps
        if gap.kind != "silent" or gap.text not in said
    )


def people_of(brief: Brief, citer: Citer) -> tuple[PersonRow, ...]:
    """The people, each with the citation of the first mention."""
    return tuple(
        PersonRow(
            person.name,
            person.role,
            person.attending,
            person.mentions,
            citer.cite(person.first, printed=False, dated=False),
        )
        for person in brief.people
    )
