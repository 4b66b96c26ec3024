"""How what other sections print stands: by itself, or once a few names are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from briefgen.model import Extract, Stand
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.page import Page
from briefgen.summarize.standing import speaks, standing
from briefgen.summarize.tokens import Tokens, finite_at

_OPENING = 6
"""Words of a subject that opens a sentence, at most."""


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
    """The names that it takes as known; None where it takes more than names.

    A noun may be known that is no subject: whoever reads "She signed the contract" under a title
    and a bottom line asks less than who reads "The contract was signed".
    """
    rows = _rows(page, extract)
    shown = _rows(page, extract.before) if extract.before else ()
    if not rows or (not shown and not _is_whole(page, rows[0], extract)):
        return None
    names: set[str] = set()
    for i, row in enumerate(rows):
        for want in page.wants(row):
            if want.mild or page.is_met(want, row, (*shown, *rows[:i])):
                continue
            if want.kind == "name":
                names.add(want.word)
            elif want.kind != "noun" or _is_subject(want.word, page.tokens[row - page.top], page):
                return None
    return tuple(sorted(names))


def _is_subject(noun: str, tokens: Tokens, page: Page) -> bool:
    """Whether the noun opens the sentence after its article, or stands before a verb."""
    if tokens.low[0] in page.rules.articles and noun in tokens.low[1:_OPENING]:
        return True
    return any(
        low == noun and finite_at(tokens, i, page.rules)
        for i, low in enumerate(tokens.low[:-1], start=1)
    )


def _is_whole(page: Page, row: int, extract: Extract) -> bool:
    """Whether it opens as a statement does and nobody unknown speaks in it."""
    cut = max(page.corpus.opens[row] - extract.start, 0)
    text, common = extract.text[cut:], page.common[row - page.top]
    alone = standing(text, "plain", page.rules, common=common) == "alone"
    return alone and page.clear(row) and not speaks(text, page.rules)


def _rows(page: Page, extract: Extract) -> range:
    """The rows that share words with the extract."""
    ends = [sentence.end for sentence in page.source.sentences]
    starts = [sentence.start for sentence in page.source.sentences]
    first = bisect_right(ends, extract.start)
    return range(page.top + first, page.top + bisect_right(starts, extract.end - 1))
