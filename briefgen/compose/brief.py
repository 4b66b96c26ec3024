"""The brief put together: bottom line, stories, sections, sources, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from briefgen import __version__
from briefgen.compose.gaps import gaps
from briefgen.compose.phrases import FALLBACK, languages, phrase
from briefgen.compose.statement import statement
from briefgen.model import (
    Brief,
    Choice,
    Entry,
    Extract,
    Findings,
    LeftOut,
    Request,
    Source,
    Status,
    Story,
    Summary,
    Text,
    Unread,
)
from briefgen.text import word_count

BOTTOM_LINE_FROM = 8  # the bottom line is chosen among so many of the best


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be printed: extracts of the ranking, and characters of the bottom line."""

    extracts: int
    bottom_line: int = 320


def compose(
    sources: Sequence[Source],
    unread: Sequence[Unread],
    summary: Summary,
    findings: Findings,
    request: Request,
    *,
    budget: Budget,
) -> Brief:
    """The brief within the budget. More budget never drops an extract that less would print."""
    language = _language(sources, request)
    chosen = summary.ranked[: budget.extracts]
    bottom = _bottom_line(_leading(summary.ranked[:BOTTOM_LINE_FROM]), budget.bottom_line)
    points = [choice for choice in chosen if choice.extract not in bottom]
    stories = _stories(points, summary, sources)
    found = gaps(sources, unread, summary, findings, language=language)
    printed = (*bottom, *(choice.extract for choice in points))
    entries = _entries(sources, unread, summary, printed)
    left_out = LeftOut(points=len(summary.ranked) - len(printed))
    return Brief(
        generator=f"briefgen {__version__} {summary.method}",
        title=_title(request, summary, sources, language),
        for_=request.for_,
        from_=request.from_,
        marking=request.marking,
        reference=request.reference,
        purpose=request.purpose,
        objectives=request.objectives,
        points_to_make=request.points_to_make,
        comment=request.comment,
        as_of=request.as_of.isoformat(),
        language=language,
        focus=request.focus,
        meeting=request.meeting,
        bottom_line=bottom,
        stories=stories,
        positions=findings.positions,
        people=findings.people,
        timeline=findings.timeline,
        figures=findings.figures,
        differences=findings.differences,
        gaps=found,
        sources=entries,
        statement=statement(
            entries,
            source_languages=sorted({source.language for source in sources}),
            left_out=left_out,
            language=language,
        ),
        left_out=left_out,
        texts=tuple(
            Text(source.id, source.article.text, source.article.paragraphs) for source in sources
        ),
    )


def _language(sources: Sequence[Source], request: Request) -> str:
    """The language asked for, else that of most words, where the brief speaks it."""
    if request.language:
        return request.language if request.language in languages() else FALLBACK
    words: Counter[str] = Counter()
    for source in sources:
        words[source.language] += len(source.article.text)
    most = max(sorted(words), key=words.__getitem__, default=FALLBACK)
    return most if most in languages() else FALLBACK


def _title(request: Request, summary: Summary, sources: Sequence[Source], language: str) -> str:
    """The title given, else the meeting's, else the first headline, else the file's name."""
    if request.title:
        return request.title
    if request.meeting:
        return request.meeting.title
    if headline := next((group.headline for group in summary.groups if group.headline), None):
        return headline
    name = PurePath(sources[0].article.locator).name if sources else ""
    return phrase("brief_on", language, count=len(sources), name=name)


def _leading(best: Sequence[Choice]) -> Sequence[Choice]:
    """The best of the first story, then the others: the brief opens with its main subject."""
    lead = next((choice for choice in best if choice.group == 0), None)
    return sorted(best, key=lambda choice: choice is not lead)


def _bottom_line(best: Sequence[Choice], limit: int) -> tuple[Extract, ...]:
    """The best extracts that fit the limit together, the best first; the shortest if none does."""
    bottom: list[Extract] = []
    room = limit
    for choice in best:
        if (length := _length(choice.extract)) <= room:
            bottom.append(choice.extract)
            room -= length
    if not bottom and best:
        bottom = [min((choice.extract for choice in best), key=_length)]
    return tuple(bottom)


def _length(extract: Extract) -> int:
    """Characters in print, the citation's among them."""
    return len(extract.text) + 12 + (_length(extract.before) if extract.before else 0)


def _stories(
    points: Iterable[Choice], summary: Summary, sources: Sequence[Source]
) -> tuple[Story, ...]:
    """The points under their stories, each story's in the order in which its sources tell them."""
    order = {source.id: i for i, source in enumerate(sources)}
    under: dict[int, list[Extract]] = {}
    for choice in points:
        under.setdefault(choice.group, []).append(choice.extract)
    return tuple(
        Story(
            headline=group.headline,
            headline_source=group.headline_source,
            agenda=group.agenda,
            language=group.language,
            sources=group.sources,
            points=tuple(sorted(under[i], key=lambda e: (order[e.source], e.start))),
        )
        for i, group in enumerate(summary.groups)
        if i in under
    )


def _entries(
    sources: Sequence[Source],
    unread: Sequence[Unread],
    summary: Summary,
    printed: Iterable[Extract],
) -> tuple[Entry, ...]:
    """The list of sources: those read under their numbers, then those that were not."""
    uses = Counter(use for extract in printed for use in _uses(extract))
    copies = dict(summary.duplicates)
    read = [_entry(source, uses[source.id], copies.get(source.id)) for source in sources]
    failed = [
        Entry(f"S{i}", locator=item.locator, status="unread", reason=item.reason)
        for i, item in enumerate(unread, start=len(sources) + 1)
    ]
    return (*read, *failed)


@lru_cache(maxsize=1024)
def _words(text: str) -> int:
    """Counted once a text: the loop that fits the pages composes again and again."""
    return word_count(text)


def _uses(extract: Extract) -> list[str]:
    """The sources that an extract cites, one name for each citation."""
    own = [extract.source, *(also.source for also in extract.also)]
    return own + (_uses(extract.before) if extract.before else [])


def _entry(source: Source, uses: int, copy_of: str | None) -> Entry:
    article = source.article
    status: Status = "used" if uses else "unused"
    return Entry(
        id=source.id,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        published=article.published.isoformat() if article.published else None,
        retrieved=article.retrieved.isoformat() if article.retrieved else None,
        locator=article.locator,
        url=article.url,
        sha256=article.sha256,
        words=_words(article.text),
        extracts=uses,
        status="duplicate" if copy_of else status,
        reason=copy_of,
    )
