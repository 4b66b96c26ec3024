"""Which of all that was found is worth printing: the finders' harvest, the best first."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.compose.fresh import AGE, ages, reported
from briefgen.compose.ledes import without_scenes
from briefgen.compose.phrases import listed
from briefgen.compose.positions import placed, positions
from briefgen.compose.spans import Spans, overlap, whole
from briefgen.compose.stands import Stands, holds_name, standing, tellings
from briefgen.model import (
    Chart,
    Event,
    Extract,
    Figure,
    Findings,
    Gap,
    Person,
    Source,
    Summary,
)

LONGEST = 420  # characters; a longer sentence is no quotation for a page of two
UNKNOWN = (
    4  # things the sources call unknown; these and the differences are never left out for room
)
DIFFERENCES = 4
CHARTS = 3
NAMED = 2  # rows of a timeline that are enough
_NEVER = "~"  # after every date
_NAME = re.compile(r"\b[A-ZÀ-Þ]")

Rank = Callable[[Extract], tuple[float, float, int]]


def chosen(
    summary: Summary,
    findings: Findings,
    sources: Sequence[Source],
    *,
    today: dt.date | None = None,
) -> tuple[Summary, Findings]:
    """Both as far as they are worth printing: what stands, and no sentence in two places.

    A point that is read after what a speaker said, or after a row of the timeline, would print
    that again. A doubtful one that names nobody and nothing, "The meeting was short", is none.
    """
    summary, findings = reported(*standing(summary, findings), sources)
    summary = without_scenes(summary, sources)
    kept = choose(findings, summary, ages(sources), today=today)
    elsewhere = Spans(
        [
            *(part for said in kept.positions for part in whole(said.quote)),
            *(part for row in kept.timeline for part in whole(row.event)),
        ]
    )
    ranked = tuple(
        choice
        for choice in summary.ranked
        if not (choice.extract.before and elsewhere.touch(choice.extract.before))
        and (choice.alone or holds_name(choice.extract.text))
    )
    return replace(summary, ranked=ranked), kept


def choose(
    findings: Findings,
    summary: Summary,
    ages: Mapping[str, float] | None = None,
    *,
    today: dt.date | None = None,
) -> Findings:
    """The findings worth printing, each section's best first.

    What matters is what the summary ranks high; of positions, what is said in the first story. A
    speaker's second statement comes after every other's first; what could not be attributed is not
    printed under anyone's name, and nothing that does not stand alone. Of what is not ranked the
    latest comes first, by the `ages` of the sources; of the days, those from `today` on.
    """
    rank = _ranker(summary, ages or {})
    now = today.isoformat() if today else _NEVER
    stands = Stands(summary, findings.people)
    events = (_as_told(event, stands, now) for event in findings.timeline)
    figures = (one for one in findings.figures if stands.alone(one.context, loosely=True))
    return replace(
        findings,
        positions=positions(
            findings.positions,
            placed(rank, summary),
            stands,
            ranked=[choice.extract for choice in summary.ranked],
            guests={p.name for p in findings.people if p.attending},
        ),
        people=tuple(sorted(_known(findings), key=_standing)),
        timeline=_timeline(filter(None, events), rank, now, alone=len(summary.groups) == 1),
        figures=_figures(figures, rank),
        charts=_charts(findings.charts, summary, rank),
        differences=findings.differences[:DIFFERENCES],
        gaps=_gaps(findings.gaps, rank, stands),
    )


def _known(findings: Findings) -> Iterator[Person]:
    """The people of whom something is told: an office, what they said, or more than a mention."""
    speakers = {statement.speaker for statement in findings.positions}
    for person in findings.people:
        if person.role or person.attending or person.mentions > 1 or person.name in speakers:
            yield person


def _as_told(event: Event, stands: Stands, now: str) -> Event | None:
    """The event in the first of its tellings that makes sense alone.

    One ahead may make sense behind the sentence before it.
    """
    told = next((t for t in tellings(event) if stands.alone(t.event, loosely=True)), None)
    if told or not _is_ahead(event, now):
        return told
    behind = stands.behind(event.event)
    return replace(event, event=behind) if behind and stands.alone(behind) else None


def _is_ahead(event: Event, now: str) -> bool:
    return event.date is not None and event.date >= now


def _gaps(gaps: Iterable[Gap], rank: Rank, stands: Stands) -> tuple[Gap, ...]:
    """What stands alone, what is ranked high first."""
    sure = (gap for gap in gaps if gap.extract is None or stands.alone(gap.extract))
    return tuple(sorted(sure, key=lambda gap: _gap_rank(gap, rank)))[:UNKNOWN]


def _gap_rank(gap: Gap, rank: Rank) -> tuple[float, float, str, int]:
    """As high as its sentence is ranked; a gap without one comes last."""
    place, age, start = rank(gap.extract) if gap.extract else (float("inf"), 0.0, 0)
    return place, age, gap.extract.source if gap.extract else "", start


def _ranker(summary: Summary, ages: Mapping[str, float]) -> Rank:
    """How high the summary ranks an extract: the place of the first choice it shares words with.

    Only choices that surely stand alone count; then how old the source is, and where it stands.
    """
    places: dict[str, list[tuple[Extract, int]]] = defaultdict(list)
    for place, choice in enumerate(choice for choice in summary.ranked if choice.alone):
        places[choice.extract.source].append((choice.extract, place))

    def rank(extract: Extract) -> tuple[float, float, int]:
        shared = [place for other, place in places[extract.source] if overlap(extract, other)]
        age = ages.get(extract.source, 0.0)
        return min(shared, default=float("inf")) + AGE * age, age, extract.start

    return rank


def _timeline(events: Iterable[Event], rank: Rank, now: str, *, alone: bool) -> tuple[Event, ...]:
    """Every day once before any day twice; first what is ahead, what many tell, what names.

    Where enough rows name who or where, the others are left out, as `The council met` leaves open
    which; but what is ahead in a story that is `alone` can be no other's.
    """
    kept = _of_one_week([event for event in events if len(event.event.text) <= LONGEST])
    if sum(map(_names, kept)) >= NAMED:
        kept = [event for event in kept if _names(event) or (alone and _is_ahead(event, now))]
    kept.sort(key=lambda e: (not _names(e), -e.event.told_by, *rank(e.event)))
    on_day: defaultdict[tuple[str | None, str], int] = defaultdict(int)
    turns = []
    for event in kept:
        day = (event.date, event.precision if event.date else event.as_written)
        turns.append((on_day[day], event))
        on_day[day] += 1
    turns.sort(key=lambda turn: (turn[0], not _is_ahead(turn[1], now)))
    return tuple(event for _, event in turns)


def _of_one_week(events: Sequence[Event]) -> list[Event]:
    """The events without "on Monday" of articles without a day, where they are several."""
    loose = [event for event in events if event.date is None and event.precision == "day"]
    several = len({event.event.source for event in loose}) > 1
    return [event for event in events if not several or event not in loose]


def _names(event: Event) -> bool:
    """Whether the sentence names anything but the date."""
    return bool(_NAME.search(event.event.text.replace(event.as_written, "", 1), 1))


def _figures(figures: Iterable[Figure], rank: Rank) -> tuple[Figure, ...]:
    """What many tell first, then money, shares and people before things, a value of a unit once.

    What stands in one sentence stands together, as high as the best of it.
    """
    kept = [figure for figure in figures if len(figure.context.text) <= LONGEST]
    kept.sort(key=lambda f: (-f.context.told_by, not _weighs(f), *rank(f.context)))
    first: dict[tuple[str, int], int] = {}
    for place, figure in enumerate(kept):
        first.setdefault((figure.context.source, figure.context.start), place)
    kept.sort(key=lambda f: first[f.context.source, f.context.start])
    once = {(figure.value, figure.unit): figure for figure in reversed(kept)}
    return tuple(figure for figure in kept if once[figure.value, figure.unit] is figure)


def _weighs(figure: Figure) -> bool:
    """Whether it is money, a share, or people, or a count that runs into the thousands."""
    unit = figure.unit
    many = sum(char.isdigit() for char in figure.value) > 3
    return unit is None or unit == "%" or unit.isupper() or many or unit in listed("people")


def _charts(charts: Iterable[Chart], summary: Summary, rank: Rank) -> tuple[Chart, ...]:
    """What is drawn from several sentences first, then what the summary ranks high.

    Pledges compare where they are for one thing, told by one story's sources.
    """
    stories = [frozenset(group.sources) - {*group.guests} for group in summary.groups]

    def is_one_matter(chart: Chart) -> bool:
        told = {bar.extract.source for bar in chart.bars}
        return chart.kind != "givers" or any(told <= story for story in stories)

    def worth(chart: Chart) -> tuple[bool, float, float, int]:
        return chart.kind == "sentence", *rank(chart.bars[0].extract)

    sure = (c for c in charts if is_one_matter(c) and len(c.bars[0].extract.text) <= LONGEST)
    return tuple(sorted(sure, key=worth)[:CHARTS])


def _standing(person: Person) -> tuple[bool, bool, int]:
    """Who attends comes first, then who has a role, then who is named most."""
    return not person.attending, person.role is None, -person.mentions
