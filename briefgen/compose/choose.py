"""Which of all that was found is worth printing: the finders' harvest, the best first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from briefgen.compose.phrases import attributing, counting_people, may_lean
from briefgen.compose.spans import Spans, overlap
from briefgen.model import (
    Chart,
    Event,
    Extract,
    Figure,
    Findings,
    Gap,
    Person,
    Statement,
    Summary,
)

LONGEST = 420  # characters; a longer sentence is no quotation for a page of two
UNKNOWN = (
    4  # things the sources call unknown; these and the differences are never left out for room
)
DIFFERENCES = 4
CHARTS = 3
NAMED = 3  # rows of a timeline that are enough
_NAME = re.compile(r"\b[A-ZÀ-Þ]")
MOSTLY = 0.4  # of a sentence that is reported speech
ONE_SPEAKER = 3  # statements of one speaker at the most


def choose(findings: Findings, summary: Summary) -> Findings:
    """The findings worth printing, each section's best first.

    What matters is what the summary ranks high; of positions, what is said in the first story. A
    speaker's second statement comes after every other's first; what could not be attributed is not
    printed under anyone's name.
    """
    rank = _ranker(summary)
    return replace(
        findings,
        positions=_positions(
            findings.positions,
            _placed(rank, summary),
            guests={p.name for p in findings.people if p.attending},
        ),
        people=tuple(sorted(findings.people, key=_standing)),
        timeline=_timeline(findings.timeline, rank),
        figures=_figures(findings.figures, rank),
        charts=_charts(findings.charts, summary, rank),
        differences=findings.differences[:DIFFERENCES],
        gaps=_gaps(findings.gaps, rank),
    )


def _gaps(gaps: Iterable[Gap], rank: Callable[[Extract], tuple[float, int]]) -> tuple[Gap, ...]:
    """What is ranked high first; what is not ranked only where it is sure to stand alone."""
    return tuple(
        gap
        for gap in sorted(gaps, key=lambda gap: _gap_rank(gap, rank))
        if gap.extract is None
        or rank(gap.extract)[0] < float("inf")
        or not may_lean(gap.extract.text)
    )[:UNKNOWN]


def _gap_rank(gap: Gap, rank: Callable[[Extract], tuple[float, int]]) -> tuple[float, str, int]:
    """As high as its sentence is ranked; a gap without one comes last."""
    place, start = rank(gap.extract) if gap.extract else (float("inf"), 0)
    return place, gap.extract.source if gap.extract else "", start


def _ranker(summary: Summary) -> Callable[[Extract], tuple[float, int]]:
    """How high the summary ranks an extract: the place of the first choice it shares words with.

    Only choices that surely stand alone count.
    """
    places: dict[str, list[tuple[Extract, int]]] = defaultdict(list)
    for place, choice in enumerate(choice for choice in summary.ranked if choice.alone):
        places[choice.extract.source].append((choice.extract, place))

    def rank(extract: Extract) -> tuple[float, int]:
        shared = [place for other, place in places[extract.source] if overlap(extract, other)]
        return min(shared, default=float("inf")), extract.start

    return rank


def _timeline(
    events: Iterable[Event], rank: Callable[[Extract], tuple[float, int]]
) -> tuple[Event, ...]:
    """Every day once before any day twice; first what many tell, and what names who or where.

    Where enough rows do, the others are left out: `The council met` leaves open which.
    """
    kept = [event for event in events if len(event.event.text) <= LONGEST]
    if sum(map(_names, kept)) >= NAMED:
        kept = list(filter(_names, kept))
    kept.sort(key=lambda e: (not _names(e), -e.event.told_by, *rank(e.event)))
    on_day: defaultdict[tuple[str | None, str], int] = defaultdict(int)
    turns = []
    for event in kept:
        day = (event.date, event.precision if event.date else event.as_written)
        turns.append((on_day[day], event))
        on_day[day] += 1
    return tuple(event for _, event in sorted(turns, key=lambda turn: turn[0]))


def _names(event: Event) -> bool:
    """Whether the sentence names anything but the date."""
    return bool(_NAME.search(event.event.text.replace(event.as_written, "", 1), 1))


def _figures(
    figures: Iterable[Figure], rank: Callable[[Extract], tuple[float, int]]
) -> tuple[Figure, ...]:
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
    return unit is None or unit == "%" or unit.isupper() or many or unit in counting_people()


def _charts(
    charts: Iterable[Chart], summary: Summary, rank: Callable[[Extract], tuple[float, int]]
) -> tuple[Chart, ...]:
    """What is drawn from several sentences first, then what the summary ranks high.

    Pledges compare where they are for one thing, told by one story's sources.
    """
    stories = [frozenset(group.sources) - {*group.guests} for group in summary.groups]

    def is_one_matter(chart: Chart) -> bool:
        told = {bar.extract.source for bar in chart.bars}
        return chart.kind != "givers" or any(told <= story for story in stories)

    def worth(chart: Chart) -> tuple[bool, float, int]:
        return chart.kind == "sentence", *rank(chart.bars[0].extract)

    sure = (c for c in charts if is_one_matter(c) and len(c.bars[0].extract.text) <= LONGEST)
    return tuple(sorted(sure, key=worth)[:CHARTS])


def _positions(
    statements: Iterable[Statement],
    place: Callable[[Statement], tuple[int, float, int]],
    *,
    guests: Collection[str],
) -> tuple[Statement, ...]:
    """Each speaker's best, those who attend first, then each one's second; a sentence once.

    Only what the summary ranks is known to stand alone, or what names its speaker at once: printed
    under that name, "According to Roe, he has …" leans on nothing. A sentence in which two speak
    would print the words of one under the name of the other.
    """
    statements = tuple(statements)
    speakers = defaultdict(set)
    for statement in statements:
        speakers[_place(statement)].add(statement.speaker)
    sure = [
        statement
        for statement in statements
        if _is_named(statement)
        and len(speakers[_place(statement)]) == 1
        and _is_mostly_said(statement)
        and len(statement.quote.text) <= LONGEST
        and (place(statement)[1] < float("inf") or _opens_with_speaker(statement))
    ]
    turns: list[tuple[int, bool, Statement]] = []
    spoken: defaultdict[str, int] = defaultdict(int)
    taken = Spans()
    for statement in sorted(sure, key=place):
        speaker = (statement.speaker or "").casefold()
        turn = spoken[speaker]
        if turn < ONE_SPEAKER and not taken.touch(statement.quote):
            turns.append((turn, statement.speaker not in guests, statement))
            taken.update([statement.quote])
            spoken[speaker] += 1
    return tuple(statement for *_, statement in sorted(turns, key=lambda turn: turn[:2]))


def _is_mostly_said(statement: Statement) -> bool:
    """Whether the sentence is the speaker's, not another's with a clause of his at its end."""
    said = sum(end - start for start, end in statement.spoken)
    reported = statement.kind == "reported" and said > 0
    return not reported or said >= MOSTLY * len(statement.quote.text)


def _placed(
    rank: Callable[[Extract], tuple[float, int]], summary: Summary
) -> Callable[[Statement], tuple[int, float, int]]:
    """By story, then as high as the summary ranks it or the sentence from which it leads on."""
    story: dict[str, int] = {}
    for number, group in enumerate(summary.groups):
        for source in group.sources:
            story.setdefault(source, number)

    def place(statement: Statement) -> tuple[int, float, int]:
        quote = statement.quote
        best = min(rank(one) for one in (quote, quote.before or quote))
        return story.get(quote.source, len(summary.groups)), *best

    return place


def _place(statement: Statement) -> tuple[str, int]:
    return statement.quote.source, statement.quote.start


def _opens_with_speaker(statement: Statement) -> bool:
    """Whether it opens as "According to Roe, …" does."""
    surname = (statement.speaker or "").split()[-1:]
    opening = next((o for o in attributing() if statement.quote.text.startswith(f"{o} ")), None)
    return bool(opening) and surname[0] in statement.quote.text.partition(",")[0]


def _is_named(statement: Statement) -> bool:
    """Whether it is attributed to more than "the representative": someone a reader can find."""
    words = (statement.speaker or "").split()
    names = words if len(words) == 1 else words[1:]
    return statement.outcome == "attributed" and any(
        char.isupper() for word in names for char in word
    )


def _standing(person: Person) -> tuple[bool, bool, int]:
    """Who attends comes first, then who has a role, then who is named most."""
    return not person.attending, person.role is None, -person.mentions
