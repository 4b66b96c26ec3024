"""What can be printed: a sentence that stands alone, or one with the sentences it leans on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.mentions import Mentions, Want
from briefgen.summarize.names import commons
from briefgen.summarize.rules import rules
from briefgen.summarize.standing import (
    Standing,
    in_person,
    is_statement,
    leaning,
    names_somebody,
)
from briefgen.summarize.tokens import tokenise

TALK = 0.25, 0.45
"""Shares of sentences in the first or second person, and of what is no sentence, of a talk."""
LONGEST = 60
"""Words of a passage of several sentences; one alone may be longer."""
MOST = 3
"""Sentences of a passage."""
TELLING = 10
"""Words of the sentence that opens a talk, at least, where there is one."""
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


def pages(corpus: Corpus) -> Callable[[int], Page]:
    """Return what gives the page of a source, read once."""
    return cache(lambda source: Page(corpus, int(corpus.source.searchsorted(source))))


def passages(corpus: Corpus, page: Callable[[int], Page] | None = None) -> Passages:
    """Return what tells of a row which passage prints it, or that none can; judged once a row."""
    page = page or pages(corpus)
    return cache(lambda row: page(int(corpus.source[row])).passage(row))


class Page:
    """An article's sentences, and how each stands; `top` is the row of the first."""

    def __init__(self, corpus: Corpus, top: int) -> None:
        self.corpus, self.top = corpus, top
        self.source = corpus.owner(top)
        self.rules = rules(self.source.language)
        self.texts = [corpus.text(top + i) for i in range(len(self.source.sentences))]
        tokens = [tokenise(text) for text in self.texts]
        self.common = commons(tokens)
        self.tokens = [
            replace(t, common=True) if c else t for t, c in zip(tokens, self.common, strict=True)
        ]
        title = tokenise(self.source.article.title or "")
        self.mentions = Mentions(self.tokens, title, self.rules)
        self.states = cache(self._states)
        self.standing = cache(self._standing)
        self.speaks = cache(lambda row: in_person(self.tokens[row - top], self.rules))
        self.wants = cache(self._wants)
        self.shortest = cache(self._shortest)

    def _states(self, row: int) -> bool:
        state, place = self.corpus.sentences[row].state, row - self.top
        return is_statement(self.texts[place], self.tokens[place], state, self.rules)

    def _standing(self, row: int) -> Standing:
        return leaning(self.tokens[row - self.top], self.rules) if self.states(row) else "never"

    @cached_property
    def is_talk(self) -> bool:
        """A conversation, an interview: but for its opening, hardly a sentence stands alone."""
        rows = range(self.top, self.top + len(self.texts))
        if sum(self.speaks(row) for row in rows) < TALK[0] * len(rows):
            return False
        lost = sum(
            self.corpus.sentences[row].state == "plain" and not self.states(row) for row in rows
        )
        return lost >= TALK[1] * len(rows)

    @cached_property
    def opening(self) -> int:
        """The row that the article begins with: the first that makes sense alone."""
        every = range(self.top, self.top + len(self.texts))
        rows = (row for row in every if self.standing(row) == "alone")
        if not self.is_talk:
            return next(rows, self.top)
        alone = list(rows)  # its first words may answer what was asked before
        return next(filter(self._tells, alone), alone[0] if alone else self.top)

    def _tells(self, row: int) -> bool:
        """Whether the row is more than a few words and takes nothing as known."""
        known = any(self.mentions.wants(row - self.top))
        return not known and int(self.corpus.lengths[row]) >= TELLING

    def _wants(self, row: int) -> tuple[Want, ...]:
        """What the row takes as known; nothing where nothing but fragments went before."""
        if not any(self.states(earlier) for earlier in range(self.top, row)):
            return ()
        return tuple(self.mentions.wants(row - self.top))

    def passage(self, row: int) -> Passage | None:
        """The passage that prints the row, a sure one where there is one.

        Where hardly any stands alone, the opening is one passage.
        """
        if self.is_poor and self.beginning and row in self.beginning.rows:
            return self.beginning
        return (None if self.is_talk else self.shortest(row)) or self._doubtful(row)

    @cached_property
    def is_poor(self) -> bool:
        """Tell an article in which hardly a sentence stands alone."""
        rows = range(self.top, self.top + len(self.texts))
        enough = min(FEW, len(rows) // 4) if len(self.corpus.sources) == 1 else 1
        standing = (row for row in rows if self.shortest(row) is not None)
        return self.is_talk or sum(1 for _ in islice(standing, enough)) < enough

    @cached_property
    def beginning(self) -> Passage | None:
        """What the article begins with, as far as it leaves nothing open and finds room."""
        if self.standing(self.opening) != "alone":
            return None
        best = Passage(self.opening, self.opening)
        for last in range(self.opening + 1, self.top + len(self.texts)):
            longer = self._longer(best, last)
            if longer is None or not self._whole(longer):
                return best
            best = longer
        return best

    def _longer(self, passage: Passage, row: int) -> Passage | None:
        """The passage with the row behind it: in its paragraph, or with one sentence before."""
        if self._paragraph(row) == self._paragraph(passage.last):
            return replace(passage, last=row)
        alone = passage.first == passage.last and passage.before is None
        beside = self._paragraph(row) == self._paragraph(passage.last) + 1
        return Passage(row, row, passage.first) if alone and beside else None

    def _shortest(self, row: int) -> Passage | None:
        """The shortest passage that ends in the row and leaves nothing open."""
        return next((p for p in self._candidates(row) if self._whole(p)), None)

    def _doubtful(self, row: int) -> Passage | None:
        """The shortest passage that ends in the row and takes at most names and nouns as known.

        It opens as a statement does, but a reader may miss who or which is meant.
        """
        found = (p for p in self._candidates(row) if self._whole(p, strictly=False))
        return next((replace(passage, alone=False) for passage in found), None)

    def _candidates(self, row: int) -> Iterator[Passage]:
        """The row alone, with those before it in its paragraph, or after an antecedent.

        What leans on the row before it begins none.
        """
        starts = self._starts(row)
        yield from (Passage(start, row) for start in starts if self.standing(start) == "alone")
        for start in starts[:2]:
            beside = start > self.top and self._paragraph(start - 1) == self._paragraph(start) - 1
            if beside and self.standing(start - 1) == "alone":
                yield Passage(start, row, start - 1)
            for name in (want for want in self.wants(start) if want.kind == "name"):
                if name.first is not None and name.first < start - 1 - self.top:
                    yield Passage(start, row, self.top + name.first)

    def _starts(self, row: int) -> list[int]:
        """The row and those before it in its paragraph, the nearest first, up to what is none."""
        starts: list[int] = []
        for start in range(row, max(row - MOST, self.top - 1), -1):
            if self._paragraph(start) != self._paragraph(row) or not self.states(start):
                break
            starts.append(start)
        return starts

    def _whole(self, passage: Passage, *, strictly: bool = True) -> bool:
        rows = passage.rows
        if len(rows) > 1 and sum(int(self.corpus.lengths[row]) for row in rows) > LONGEST:
            return False
        from_opening = rows == tuple(range(self.opening, rows[-1] + 1))
        if not from_opening and any(self.speaks(row) for row in rows):
            return False
        return all(self._stands(row, rows[:i], strictly) for i, row in enumerate(rows))

    def _stands(self, row: int, shown: Sequence[int], strictly: bool) -> bool:
        """Whether the row leaves nothing open after the rows shown before it."""
        verdict = self.standing(row)
        if verdict == "never" or (verdict != "alone" and row - 1 not in shown):
            return False
        if verdict == "person" and not any(
            names_somebody(self.texts[r - self.top], self.rules) for r in shown
        ):
            return False
        wants = (want for want in self.wants(row) if strictly or _is_lost(want))
        return all(self.is_met(want, row, shown) for want in wants)

    def is_met(self, want: Want, row: int, shown: Sequence[int]) -> bool:
        """Whether what the row takes as known is shown; under another word only just before it."""
        if want.kind == "noun" and want.first is None:
            shown = [other for other in shown if other == row - 1]
        return any(self.mentions.settles(want, other - self.top) for other in shown)

    def _paragraph(self, row: int) -> int:
        return self.corpus.sentences[row].paragraph


def _is_lost(want: Want) -> bool:
    """Whether nothing in the article's sentences, or no single word, says what is meant."""
    return want.kind == "several" or (want.kind == "name" and want.first is None)


def span(corpus: Corpus, passage: Passage) -> tuple[int, int]:
    """Return where the passage stands in its article's text, bullet and dateline cut off."""
    return corpus.opens[passage.first], corpus.sentences[passage.last].end
