"""How what other sections print stands: by itself, or once a few names are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from briefgen.model import Extract, Stand
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.page import Page
from briefgen.summarize.standing import speaks, standing


def stands(
    corpus: Corpus, page: Callable[[int], Page], extracts: Iterable[Extract]
) -> Iterator[Stand]:
    """Those of the extracts that make sense to whoever knows some names, with these names.

    Each is judged as one text, its quotations whole; its antecedent is read with it.
    """
    number = {source.id: i for i, source in enumerate(corpus.sources)}
    for extract in dict.fromkeys(extracts):
        names = _names(page(number[extract.source]), extract)
        if names is not None:
            yield Stand(extract, names)


def _names(page: Page, extract: Extract) -> tuple[str, ...] | None:
    """The names that it takes as known; None where it takes more than names."""
    rows = _rows(page, extract)
    shown = _rows(page, extract.before) if extract.before else ()
    if not rows or (not shown and not _is_whole(page, rows[0], extract)):
        return None
    wants = [
        want
        for i, row in enumerate(rows)
        for want in page.wants(row)
        if not want.mild and not page.is_met(want, row, (*shown, *rows[:i]))
    ]
    if any(want.kind != "name" for want in wants):
        return None
    return tuple(sorted({want.word for want in wants}))


def _is_whole(page: Page, row: int, extract: Extract) -> bool:
    """Whether it opens as a statement does and nobody unknown speaks in it."""
    cut = max(page.corpus.opens[row] - extract.start, 0)
    text, common = extract.text[cut:], page.common[row - page.top]
    alone = standing(text, "plain", page.rules, common=common) == "alone"
    return alone and not speaks(text, page.rules)


def _rows(page: Page, extract: Extract) -> range:
    """The rows that share words with the extract."""
    ends = [sentence.end for sentence in page.source.sentences]
    starts = [sentence.start for sentence in page.source.sentences]
    first = bisect_right(ends, extract.start)
    return range(page.top + first, page.top + bisect_right(starts, extract.end - 1))
