"""The list of sources: what each is, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefgen.model import Brief, Entry, Extract, Findings, Source, Status, Summary, Unread
from briefgen.text import word_count


def extracts_of(shown: Findings | Brief) -> Iterator[Extract]:
    """The extracts of the sections, a sentence that two of them show counted once."""
    seen: set[tuple[str, int]] = set()
    for extract in (
        *(statement.quote for statement in shown.positions),
        *(event.event for event in shown.timeline),
        *(figure.context for figure in shown.figures),
        *(bar.extract for chart in shown.charts for bar in chart.bars),
        *(extract for difference in shown.differences for extract in difference.extracts),
        *(gap.extract for gap in shown.gaps if gap.extract),
    ):
        if (extract.source, extract.start) not in seen:
            seen.add((extract.source, extract.start))
            yield extract


def entries(
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
