"""What the brief does not know: said, not hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from briefgen.compose.phrases import day, phrase
from briefgen.model import Findings, Gap, Request, Source, Summary, Unread

MOST_UNREAD = 10
MOST_LISTED = 12
AGED = dt.timedelta(days=14)


def gaps(
    sources: Sequence[Source],
    unread: Sequence[Unread],
    summary: Summary,
    findings: Findings,
    request: Request,
    *,
    language: str,
) -> tuple[Gap, ...]:
    """What nobody speaks of, what the sources call unknown, then what is wanting in the sources."""
    return (
        *(Gap("silent", phrase("gap_silent", language, item=item)) for item in summary.silent),
        *findings.gaps,
        *_later(sources, request, language),
        *_aged(sources, request, language),
        *_thin(sources, language),
        *_unsearched(findings, language),
        *_undated(sources, language),
        *_unread(unread, language),
    )


def _unread(unread: Sequence[Unread], language: str) -> Iterator[Gap]:
    """One each, as long as they are few; the list of sources names the others."""
    told = unread if len(unread) <= MOST_UNREAD else unread[: MOST_UNREAD - 1]
    for item in told:
        text = phrase("gap_unread", language, name=item.locator, reason=item.reason)
        yield Gap("unread", text)
    if rest := len(unread) - len(told):
        yield Gap("unread", phrase("gap_unread_more", language, count=rest))


def _thin(sources: Sequence[Source], language: str) -> Iterator[Gap]:
    if len(sources) == 1:
        yield Gap("thin", phrase("gap_thin", language, list=sources[0].id))


def _later(sources: Sequence[Source], request: Request, language: str) -> Iterator[Gap]:
    """Sources from after the information's date: whoever reads it then cannot have them."""
    today = request.as_of.date()
    ids = [s.id for s in sources if s.article.published and s.article.published > today]
    if ids:
        yield Gap("later", phrase("gap_later", language, count=len(ids), list=_listed(ids)))


def _aged(sources: Sequence[Source], request: Request, language: str) -> Iterator[Gap]:
    """News that is no longer new."""
    latest = max((s.article.published for s in sources if s.article.published), default=None)
    if latest and request.as_of.date() - latest > AGED:
        yield Gap("aged", phrase("gap_aged", language, day=day(latest, language)))


def _undated(sources: Sequence[Source], language: str) -> Iterator[Gap]:
    if ids := [source.id for source in sources if source.article.published is None]:
        yield Gap("undated", phrase("gap_undated", language, count=len(ids), list=_listed(ids)))


def _unsearched(findings: Findings, language: str) -> Iterator[Gap]:
    """Sources of which the finders know no words, so that nobody takes silence for an answer."""
    if ids := findings.unsearched:
        text = phrase("gap_unsearched", language, count=len(ids), list=_listed(ids))
        yield Gap("unsearched", text)


def _listed(ids: Sequence[str]) -> str:
    """The numbers, which follow one another where they are many: the undated come last."""
    return ", ".join(ids) if len(ids) <= MOST_LISTED else f"{ids[0]}–{ids[-1]}"
