"""What can be printed: a sentence that stands alone, or one with the sentence it leans on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefgen.model import Source
from briefgen.summarize.corpus import Corpus, opening
from briefgen.summarize.rules import rules
from briefgen.summarize.standing import Standing, names_somebody, speaks, standing

SPOKEN = 0.25
"""Share of sentences in the first or second person that makes a text somebody's speech."""
LONGEST = 90
"""Words of a passage; one sentence may be longer than two together."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Adjacent rows of one paragraph, printed as one; `before` is the row printed ahead of it."""

    first: int
    last: int
    before: int | None = None

    @property
    def rows(self) -> tuple[int, ...]:
        """All its rows, the antecedent first."""
        own = tuple(range(self.first, self.last + 1))
        return own if self.before is None else (self.before, *own)


Passages = Callable[[int], Passage | None]


def passages(corpus: Corpus) -> Passages:
    """Return what tells of a row which passage prints it, or that none can; judged once a row."""
    known: dict[int, Passage | None] = {}
    spoken = cache(lambda source: _is_speech(corpus.sources[source]))

    def passage(row: int) -> Passage | None:
        if row not in known:
            lost = not spoken(int(corpus.source[row])) and _speaks(corpus, row)
            known[row] = None if lost else _passage(corpus, row, passage)
        return known[row]

    return passage


def _passage(corpus: Corpus, row: int, passage: Passages) -> Passage | None:
    verdict = judge(corpus, row)
    if verdict == "alone":
        return Passage(row, row)
    if verdict == "never" or not corpus.place[row]:
        return None
    earlier = passage(row - 1)
    if earlier is None or not _helps(corpus, row - 1, verdict):
        return None
    joined = _join(corpus, earlier, row)
    return joined if joined and _words(corpus, joined) <= LONGEST else None


def judge(corpus: Corpus, row: int) -> Standing:
    """Return how the row stands by itself."""
    return standing(
        corpus.text(row), corpus.sentences[row].state, rules(corpus.owner(row).language)
    )


def _is_speech(source: Source) -> bool:
    """Tell a letter, a speech, an interview: elsewhere "I" is a quotation that lost its marks."""
    known = rules(source.language)
    spoken = sum(speaks(source.text_of(sentence), known) for sentence in source.sentences)
    return spoken >= SPOKEN * len(source.sentences)


def _speaks(corpus: Corpus, row: int) -> bool:
    return speaks(corpus.text(row), rules(corpus.owner(row).language))


def _helps(corpus: Corpus, row: int, verdict: Standing) -> bool:
    if verdict != "person":
        return True
    return names_somebody(corpus.text(row), rules(corpus.owner(row).language))


def _join(corpus: Corpus, earlier: Passage, row: int) -> Passage | None:
    """One span inside a paragraph, else the earlier sentence as the antecedent, one at most."""
    if corpus.sentences[row].paragraph == corpus.sentences[earlier.last].paragraph:
        return Passage(earlier.first, row, earlier.before)
    if corpus.sentences[row].paragraph - corpus.sentences[earlier.last].paragraph > 1:
        return None  # a heading or a caption stands between
    if earlier.first != earlier.last or earlier.before is not None:
        return None
    return Passage(row, row, earlier.first)


def _words(corpus: Corpus, passage: Passage) -> int:
    return int(sum(corpus.lengths[row] for row in passage.rows))


def span(corpus: Corpus, passage: Passage) -> tuple[int, int]:
    """Return where the passage stands in its article's text, bullet and dateline cut off."""
    text = corpus.owner(passage.first).article.text
    return opening(text, corpus.sentences[passage.first]), corpus.sentences[passage.last].end
