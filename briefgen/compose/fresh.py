"""What is told late goes before what it may have overtaken, and a report before a comment."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.compose.phrases import is_opinion, listed
from briefgen.compose.retracted import withdrawn
from briefgen.compose.spans import Spans, is_long, whole
from briefgen.compose.stale import is_stale
from briefgen.model import Choice, Extract, Findings, Source, Summary

AGE = 6  # places in the ranking that the latest source's extracts gain on the earliest one's
FAR = 40  # places of the ranking, behind which nothing goes before what matters more
_QUOTES = '"“«„'
_SPOKEN = re.compile(r"[\w’']+")
_HEAD = 6  # paragraphs in which an article says what it is
_ASKED = 3  # paragraphs that ask something, of an interview
_CLOSING = " \u202f\"'”’»"


def ages(sources: Sequence[Source]) -> Mapping[str, float]:
    """How far back each source lies among the days of all: 0 the latest, 1 the earliest.

    Days are counted by their order, for a late afterthought would make all others equally old. An
    undated source lies in the middle.
    """
    days = sorted({day for source in sources if (day := source.article.published)}, reverse=True)
    last = max(len(days) - 1, 1)
    place: dict[dt.date | None, float] = {day: i / last for i, day in enumerate(days)}
    middle = 0.5 if len(days) > 1 else 0.0
    return {source.id: place.get(source.article.published, middle) for source in sources}


def comments(sources: Sequence[Source]) -> frozenset[str]:
    """The sources whose head says that they are no reports; none where all are."""
    found = frozenset(source.id for source in sources if is_comment(source))
    return found if len(found) < len(sources) else frozenset()


def is_comment(source: Source) -> bool:
    """Whether the title, or a line of the head, says so, or it opens with "I".

    "Analysis: …", "COMMENT", "I have sat in such rooms since 1998."
    """
    article = source.article
    head = (p for p in article.paragraphs[:_HEAD] if p.kind == "heading")
    lines = (article.text[p.start : p.end] for p in head)
    titled = is_opinion(article.title) or any(is_opinion(line, column=True) for line in lines)
    return titled or _opens_as_oneself(source)


def _opens_as_oneself(source: Source) -> bool:
    """Whether who writes speaks of himself in the first sentence, and quotes nobody there."""
    first = source.text_of(source.sentences[0]) if source.sentences else ""
    quotes = any(mark in first for mark in _QUOTES)
    return not quotes and not listed("speaking").isdisjoint(_SPOKEN.findall(first))


def is_interview(source: Source) -> bool:
    """Whether questions are asked in it, each a paragraph of its own."""
    article = source.article
    body = (article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")
    return sum(text.rstrip(_CLOSING).endswith("?") for text in body) >= _ASKED


def freshest(
    choices: Sequence[Choice],
    sources: Sequence[Source],
    as_of: dt.date,
    *,
    gain: int = AGE,
    risen: Spans | None = None,
) -> list[Choice]:
    """The choices in their order, those of later sources up to `gain` places further in front.

    What was ahead when it was told and is past by now does not surely stand, nor does what tells a
    toll that has `risen` since.
    """
    age, by_id = ages(sources), {source.id: source for source in sources}
    order = sorted(enumerate(choices), key=lambda one: one[0] + gain * age[one[1].extract.source])

    def is_old(extract: Extract) -> bool:
        overtaken = risen is not None and any(map(risen.touch, whole(extract)))
        return overtaken or is_stale(extract, by_id[extract.source], as_of)

    return [
        replace(choice, alone=False) if choice.alone and is_old(choice.extract) else choice
        for _, choice in order
    ]


def reported(
    summary: Summary, findings: Findings, sources: Sequence[Source]
) -> tuple[Summary, Findings]:
    """Both without what a comment tells of events and figures, and what was taken back elsewhere.

    What a comment says by itself does not surely stand, nor does a sentence of a few words, nor
    what is far down the ranking: such fill pages, those first that matter most.
    """
    opinions = comments(sources)
    summary, findings = withdrawn(summary, findings, sources)

    def tells(extract: Extract) -> bool:
        return extract.source not in opinions and is_long(extract)

    ranked = tuple(
        replace(choice, alone=choice.alone and place < FAR and tells(choice.extract))
        for place, choice in enumerate(summary.ranked)
    )
    return replace(summary, ranked=ranked), replace(
        findings,
        timeline=tuple(row for row in findings.timeline if row.event.source not in opinions),
        figures=tuple(row for row in findings.figures if row.context.source not in opinions),
    )
