"""The brief put together: bottom line, stories, sections, sources, and what was left out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from briefgen import __version__
from briefgen.compose.agenda import items_of
from briefgen.compose.apart import told_apart
from briefgen.compose.dated import dated
from briefgen.compose.entries import entries, extracts_of
from briefgen.compose.gaps import gaps
from briefgen.compose.ladder import Budget
from briefgen.compose.named import named
from briefgen.compose.phrases import FALLBACK, languages, phrase
from briefgen.compose.repeated import unrepeated
from briefgen.compose.select import select
from briefgen.compose.stale import lasting
from briefgen.compose.statement import statement
from briefgen.model import (
    Brief,
    Choice,
    Extract,
    Findings,
    Group,
    Request,
    Source,
    Story,
    Summary,
    Text,
    Unread,
)


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
    findings = lasting(findings, sources, request.as_of.date())
    selection = select(sources, summary, findings, request, budget)
    by_id = {source.id: source for source in sources}
    apart = told_apart(findings, selection.sections.charts, language)
    sections = dated(replace(selection.sections, differences=apart), by_id)
    left_out = selection.left_out
    made = Brief(
        generator=f"briefgen {__version__} {summary.method}",
        title=_title(request, selection.bottom_line, summary, sources, language),
        as_of=request.as_of.isoformat(),
        language=language,
        bottom_line=selection.bottom_line,
        stories=_stories(selection.points, summary, sources, request, language),
        gaps=gaps(sources, unread, summary, sections, request, language=language),
        sources=(),
        statement="",
        left_out=left_out,
        texts=tuple(Text(s.id, s.article.text, s.article.paragraphs) for s in sources),
        **_as_given(request, ("for_", "from_", "marking", "reference", "purpose", "objectives")),
        **_as_given(request, ("points_to_make", "comment", "focus", "meeting")),
        **_as_given(sections, ("positions", "people", "timeline", "figures", "charts")),
        differences=sections.differences,
    )
    made = unrepeated(made, summary, findings.people)
    return _sourced(named(made, summary, findings.people), sources, unread, summary)


def _sourced(
    brief: Brief, sources: Sequence[Source], unread: Sequence[Unread], summary: Summary
) -> Brief:
    """The brief with the list of its sources, by what of them is in print, and its statement."""
    points = (point for story in brief.stories for point in story.points)
    listed = entries(sources, unread, summary, (*brief.bottom_line, *points, *extracts_of(brief)))
    spoken = sorted({source.language for source in sources})
    told = statement(
        listed, source_languages=spoken, left_out=brief.left_out, language=brief.language
    )
    return replace(brief, sources=listed, statement=told)


def _as_given(value: Request | Findings, names: Iterable[str]) -> dict[str, Any]:
    """The fields that go into the brief as they are."""
    return {name: getattr(value, name) for name in names}


def _language(sources: Sequence[Source], request: Request) -> str:
    """The language asked for, else that of most words, where the brief speaks it."""
    if request.language:
        return request.language if request.language in languages() else FALLBACK
    words: Counter[str] = Counter()
    for source in sources:
        words[source.language] += len(source.article.text)
    most = max(sorted(words), key=words.__getitem__, default=FALLBACK)
    return most if most in languages() else FALLBACK


def _title(
    request: Request,
    bottom_line: Sequence[Extract],
    summary: Summary,
    sources: Sequence[Source],
    language: str,
) -> str:
    """The title given, else the meeting's, else the headline over the bottom line's first words.

    Where that article has none, the first story's; else the file's bare name.
    """
    if request.title:
        return request.title
    if request.meeting and request.meeting.title:
        return request.meeting.title
    titles = {source.id: source.article.title for source in sources}
    leading = (titles[extract.source] for extract in bottom_line[:1])
    headlines = (*leading, *(group.headline for group in summary.groups))
    if headline := next(filter(None, headlines), None):
        return headline
    name = PurePath(sources[0].article.locator).stem if sources else ""
    name = name[:1].upper() + name[1:]
    return phrase("brief_on", language, count=len(sources), name=name)


def _stories(
    points: Sequence[Choice],
    summary: Summary,
    sources: Sequence[Source],
    request: Request,
    language: str,
) -> tuple[Story, ...]:
    """What is on the agenda item by item, then the other points under their stories.

    Each story's points stand the latest source's first. One story alone under a title of its own
    needs no headline, which would be of one source among several.
    """
    items = dict(zip(points, items_of(points, summary.asked), strict=True))
    stories: list[Story] = []
    for item in dict.fromkeys(request.meeting.agenda if request.meeting else ()):
        on_item = [choice for choice in points if items[choice] == item]
        found = _item(item, on_item, summary, sources)
        stories.extend(found or _nothing(item, summary, sources, language))
    others = [
        _story(_original(group, summary, sources), under, sources)
        for i, group in enumerate(summary.groups)
        if (under := [c.extract for c in points if c.group == i and items[c] is None])
    ]
    if len(others) == 1 and not (request.meeting or request.title):
        others = [replace(others[0], headline=None, headline_source=None)]
    return (*stories, *others)


def _item(
    item: str, points: Iterable[Choice], summary: Summary, sources: Sequence[Source]
) -> list[Story]:
    """One item of the agenda, a story for each language that speaks of it."""
    stories: list[Story] = []
    spoken: dict[str, list[Extract]] = {}
    for choice in points:
        language = summary.groups[choice.group].language
        spoken.setdefault(language, []).append(choice.extract)
    for language, found in sorted(spoken.items()):
        told = {source for point in found for source in _citing(point)}
        stories.append(
            Story(
                headline=None,
                headline_source=None,
                agenda=item,
                language=language,
                sources=tuple(source.id for source in sources if source.id in told),
                points=_as_told(found, sources),
            )
        )
    return stories


def _nothing(item: str, summary: Summary, sources: Sequence[Source], language: str) -> list[Story]:
    """An item on which there is no point, with the sources that speak of it, if any do."""
    speaking = {one.source for one in summary.asked if one.item == item}
    told = tuple(source.id for source in sources if source.id in speaking)
    asked = told or item in summary.silent
    return [Story(None, None, item, language, told, ())] if asked else []


def _original(group: Group, summary: Summary, sources: Sequence[Source]) -> Group:
    """The group under the title of the source that its own title's source repeats, if it does."""
    titles = {source.id: source.article.title for source in sources}
    first = dict(summary.duplicates).get(group.headline_source or "")
    if first is None or not titles[first]:
        return group
    return replace(group, headline=titles[first], headline_source=first)


def _story(group: Group, points: Sequence[Extract], sources: Sequence[Source]) -> Story:
    told = _as_told(points, sources)
    headline, headline_source = _headline(group, told, sources)
    return Story(
        headline=headline,
        headline_source=headline_source,
        agenda=None,
        language=group.language,
        sources=group.sources,
        points=told,
    )


def _as_told(points: Iterable[Extract], sources: Sequence[Source]) -> tuple[Extract, ...]:
    """The latest source first, for it tells how things stand; each in the order of its telling."""
    latest = sorted(sources, key=lambda s: s.article.published or dt.date.min, reverse=True)
    order = {source.id: i for i, source in enumerate(latest)}
    return tuple(sorted(points, key=lambda extract: (order[extract.source], extract.start)))


def _headline(
    group: Group, points: Sequence[Extract], sources: Sequence[Source]
) -> tuple[str | None, str | None]:
    """The title of the group's own source that the first of its points cites, else the best."""
    titles = {source.id: source.article.title for source in sources}
    told = (source for point in points for source in _citing(point))
    best = next((source for source in told if source in group.titled), None)
    return (titles[best], best) if best else (group.headline, group.headline_source)


def _citing(point: Extract) -> tuple[str, ...]:
    return point.source, *(also.source for also in point.also)
