"""What can be printed: a sentence that stands alone, or one with the sentences it leans on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.mentions import Want
from briefgen.summarize.page import Page, pages

LONGEST = 60
"""Words of a passage of several sentences; one alone may be longer."""
MOST = 3
"""Sentences of a passage."""
FEW = 8
"""Passages from which on an only article needs no more; where there are others, one is enough."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Adjacent rows of one paragraph, printed as one; `before` is the row printed ahead of it.

    `alone` tells that it surely makes sense by itself.
    """

    first: int
    last: int
    before: int | None = None
    alone: bool = True

    @property
    def rows(self) -> tuple[int, ...]:
        """All its rows, the antecedent first."""
        return self.own if self.before is None else (self.before, *self.own)

    @property
    def own(self) -> tuple[int, ...]:
        """Its rows without the antecedent, which several passages may have in common."""
        return tuple(range(self.first, self.last + 1))


Passages = Callable[[int], Passage | None]


def passages(corpus: Corpus, page: Callable[[int], Page] | None = None) -> Passages:
    """Return what tells of a row which passage prints it, or that none can; judged once a row."""
    page = page or pages(corpus)
    cutter = cache(lambda source: _Cutter(page(source)))
    return cache(lambda row: cutter(int(corpus.source[row])).passage(row))


def _is_lost(want: Want) -> bool:
    """Whether it is open who speaks or acts, or nothing in the article, or no word, says it."""
    nowhere = want.kind == "name" and want.first is None and not want.mild
    return nowhere or want.body or want.kind in {"several", "speaker"}


def _is_missed(want: Want) -> bool:
    """Whether most readers would ask."""
    return not want.mild


class _Cutter:
    """Cuts a page into passages."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.leaves = cache(self._leaves)
        self.shortest = cache(self._shortest)
        self.starts = cache(self._starts)

    def passage(self, row: int) -> Passage | None:
        """The passage that prints the row, a sure one where there is one.

        Where hardly any stands alone, the opening is one passage.
        """
        if self.is_poor and self.beginning and row in self.beginning.rows:
            return self._beginning(row, self.beginning)
        found = None if self.page.is_talk else self._sure(row)
        return found or self._doubtful(row)

    def _beginning(self, row: int, beginning: Passage) -> Passage:
        """The beginning, or the row that opens it where that alone is sure."""
        alone = Passage(row, row)
        if self._is_sure(beginning) or row != self.page.opening or not self._is_sure(alone):
            return replace(beginning, alone=self._is_sure(beginning))
        return alone

    @cached_property
    def is_poor(self) -> bool:
        """Tell an article in which hardly a sentence stands alone."""
        rows = self.page.rows
        enough = min(FEW, len(rows) // 4) if len(self.page.corpus.sources) == 1 else 1
        standing = (row for row in rows if self.shortest(row) is not None)
        return self.page.is_talk or sum(1 for _ in islice(standing, enough)) < enough

    @cached_property
    def beginning(self) -> Passage | None:
        """What the article begins with, as far as it leaves nothing open and finds room."""
        opening = self.page.opening
        if not self.page.opens(opening):
            return None
        best = Passage(opening, opening)
        for last in range(opening + 1, self.page.rows.stop):
            longer = self._longer(best, last)
            if longer is None or not self._leaves_none(longer, _is_missed):
                return best
            best = longer
        return best

    def _longer(self, passage: Passage, row: int) -> Passage | None:
        """The passage with the row behind it: in its paragraph, or with one sentence before."""
        paragraph = self.page.paragraph
        if paragraph(row) == paragraph(passage.last):
            return replace(passage, last=row)
        alone = passage.first == passage.last and passage.before is None
        beside = paragraph(row) == paragraph(passage.last) + 1
        return Passage(row, row, passage.first) if alone and beside else None

    def _shortest(self, row: int) -> Passage | None:
        """The shortest passage that ends in the row and leaves nothing open."""
        return next((p for p in self._candidates(row) if self._leaves_none(p, _is_missed)), None)

    def _sure(self, row: int) -> Passage | None:
        """The shortest, and whether nobody would ask who, or where it is."""
        shortest = self.shortest(row)
        return replace(shortest, alone=self._is_sure(shortest)) if shortest else None

    def _is_sure(self, passage: Passage) -> bool:
        return self.leaves(passage) == () and self.page.is_sure(passage.rows, passage.first)

    def _doubtful(self, row: int) -> Passage | None:
        """The shortest passage that ends in the row and takes at most names and nouns as known.

        It opens as a statement does, but a reader may miss who or which is meant; then it leaves
        nothing else unsaid.
        """
        told = self.page.told
        found = (p for p in self._candidates(row) if self._leaves_none(p, _is_lost))
        found = (passage for passage in found if all(map(told, passage.rows)))
        return next((replace(passage, alone=False) for passage in found), None)

    def _leaves_none(self, passage: Passage, kind: Callable[[Want], bool]) -> bool:
        """Whether it can be printed and leaves nothing of that kind open."""
        left = self.leaves(passage)
        return left is not None and not any(map(kind, left))

    def _candidates(self, row: int) -> Iterator[Passage]:
        """The row alone, with those before it in its paragraph, or after an antecedent.

        What leans on the row before it begins none.
        """
        page, starts = self.page, self.starts(row)
        yield from (Passage(start, row) for start in starts if page.opens(start))
        for start in starts[:2]:
            beside = start > page.top and page.paragraph(start - 1) == page.paragraph(start) - 1
            if beside and page.opens(start - 1):
                yield Passage(start, row, start - 1)
            for name in (want for want in page.wants(start) if want.kind == "name"):
                if name.first is not None and name.first < start - 1 - page.top:
                    yield Passage(start, row, page.top + name.first)

    def _starts(self, row: int) -> list[int]:
        """The row and those before it in its paragraph, the nearest first, up to what is none."""
        page, starts = self.page, list[int]()
        for start in range(row, max(row - MOST, page.top - 1), -1):
            apart = page.paragraph(start) != page.paragraph(row)
            if apart or self._is_barred(start, row) or not page.states(start):
                break
            starts.append(start)
        return starts

    def _is_barred(self, start: int, row: int) -> bool:
        """Whether it speaks, and no passage up to the row could have it and begin its article."""
        return self.page.speaks(start) and not row - MOST <= self.page.opening <= start

    def _leaves(self, passage: Passage) -> tuple[Want, ...] | None:
        """What its rows take as known and none of them says; None where it cannot be printed.

        That is where it finds no room, where whoever speaks in it is not there, and where a row
        leans on one that is not.
        """
        page, rows, lengths = self.page, passage.rows, self.page.corpus.lengths
        if len(rows) > 1 and sum(int(lengths[row]) for row in rows) > LONGEST:
            return None
        from_opening = rows == tuple(range(page.opening, rows[-1] + 1))
        if not from_opening and any(map(page.speaks, rows)):
            return None
        shown = [(row, rows[:i]) for i, row in enumerate(rows)]
        if not all(self._is_held(row, before) for row, before in shown):
            return None
        wants = ((want, row, before) for row, before in shown for want in page.wants(row))
        return tuple(want for want, row, before in wants if not page.is_met(want, row, before))

    def _is_held(self, row: int, shown: Sequence[int]) -> bool:
        """Whether what the row leans on stands among the rows shown before it."""
        page = self.page
        verdict = page.standing(row)
        if verdict == "never" or (verdict != "alone" and row - 1 not in shown):
            return False
        if verdict == "person" and not page.is_known(row, shown):
            return False
        return verdict != "leans" or page.follows(row)


def span(corpus: Corpus, passage: Passage) -> tuple[int, int]:
    """Return where the passage stands in its article's text, bullet and dateline cut off."""
    return corpus.opens[passage.first], corpus.sentences[passage.last].end
