"""What the brief does not know: said, not hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.compose.phrases import phrase
from briefgen.model import Findings, Gap, Source, Summary, Unread


def gaps(
    sources: Sequence[Source],
    unread: Sequence[Unread],
    summary: Summary,
    findings: Findings,
    *,
    language: str,
) -> tuple[Gap, ...]:
    """What nobody speaks of, what the sources call unknown, then what is wanting in the sources."""
    return (
        *(Gap("silent", phrase("gap_silent", language, item=item)) for item in summary.silent),
        *findings.gaps,
        *_thin(sources, language),
        *_undated(sources, language),
        *(
            Gap("unread", phrase("gap_unread", language, name=item.locator, reason=item.reason))
            for item in unread
        ),
    )


def _thin(sources: Sequence[Source], language: str) -> Iterator[Gap]:
    if len(sources) == 1:
        yield Gap("thin", phrase("gap_thin", language, list=sources[0].id))


def _undated(sources: Sequence[Source], language: str) -> Iterator[Gap]:
    if ids := [source.id for source in sources if source.article.published is None]:
        yield Gap("undated", phrase("gap_undated", language, count=len(ids), list=", ".join(ids)))
