"""What was ahead when it was told, and is past by now."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import takewhile
from operator import attrgetter

from briefgen.compose.dated import overtaken
from briefgen.compose.phrases import listed
from briefgen.compose.spans import Spans, whole
from briefgen.model import Event, Extract, Findings, Source
from briefgen.text.dates import expressions


def lasting(findings: Findings, sources: Sequence[Source], as_of: dt.date) -> Findings:
    """The findings but for what was ahead when it was told and is past: nobody knows if it came."""
    by_id, today = {source.id: source for source in sources}, as_of.isoformat()

    def came(event: Event) -> bool:
        told = by_id[event.event.source].article.published
        return not (told and event.date and told.isoformat() < event.date < today)

    said = (s for s in findings.positions if not is_stale(s.quote, by_id[s.quote.source], as_of))
    return replace(findings, positions=tuple(said), timeline=tuple(filter(came, findings.timeline)))


def risen(findings: Findings) -> Spans:
    """Where a toll is told that has risen since."""
    rises = (chart.bars for chart in findings.charts if chart.kind == "days")
    return Spans([*findings.overtaken, *(bar.extract for bars in rises for bar in bars[:-1])])


def is_stale(extract: Extract, source: Source, as_of: dt.date) -> bool:
    """Whether one of the sentences that are printed of it tells as ahead what is past.

    "The envoy arrived on Tuesday. She will leave on Thursday" is stale by Friday.
    """
    told = source.article.published
    return told is not None and any(
        overtaken(one, source, as_of) or _is_announced(one.text, source.language, told, as_of)
        for part in whole(extract)
        for one in _sentences(part, source)
    )


def _sentences(extract: Extract, source: Source) -> Iterator[Extract]:
    """Its sentences, each an extract."""
    first = bisect_right(source.sentences, extract.start, key=attrgetter("end"))
    for sentence in takewhile(lambda one: one.start < extract.end, source.sentences[first:]):
        start, end = max(sentence.start, extract.start), min(sentence.end, extract.end)
        yield Extract(source.article.text[start:end], source.id, sentence.paragraph, start, end)


@lru_cache(maxsize=1_000)
def _is_announced(text: str, language: str, told: dt.date, as_of: dt.date) -> bool:
    """Whether "will", or the like, leads to a day that was ahead and is past.

    "Who said on Sunday that he would, is to fly on Monday" names a day that was past before.
    """
    last = 0
    for found in expressions(text, language, told):
        ahead = _announcing().search(text, last, found.start)
        if found.precision == "day" and ahead and told < found.date < as_of:
            return True
        last = found.end
    return False


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(listed('announcing')))})(?!\w)")
