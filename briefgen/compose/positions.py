"""Which statements are printed under their speakers, and in which order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from briefgen.compose.phrases import attributing, nameless, outlets, reporting
from briefgen.compose.spans import Spans, overlap
from briefgen.compose.stands import Stands
from briefgen.model import Extract, Statement, Summary

LONGEST = 420  # characters; a longer sentence is no quotation for a page of two
MOSTLY = 0.4  # of a sentence that is reported speech
MOST = 300  # statements that are looked through for what is told twice; 20 pages print fewer
ONE_SPEAKER = 3  # statements of one speaker at the most

SAME = 0.7  # of the shorter sentence's words, where two tell one thing
_NAME = re.compile(r"\w+")
_WORD = re.compile(r"\w{3,}")

Place = tuple[bool, int, float, int]


def positions(
    statements: Iterable[Statement],
    place: Callable[[Statement], Place],
    stands: Stands,
    *,
    ranked: Iterable[Extract],
    guests: Collection[str],
) -> tuple[Statement, ...]:
    """Each speaker's best, those who attend first, then each one's second; nothing twice.

    What a ranked extract tells elsewhere is left to it.
    """
    turns: list[tuple[int, bool, Statement]] = []
    spoken: defaultdict[str, int] = defaultdict(int)
    taken, told = Spans(), _Telling(ranked)
    for statement in sorted(_sure(tuple(statements), stands), key=place):
        speaker = (statement.speaker or "").casefold()
        turn = spoken[speaker]
        quote = statement.quote
        if turn < ONE_SPEAKER and not taken.touch(quote) and not told.has(quote):
            turns.append((turn, statement.speaker not in guests, statement))
            taken.update([quote])
            told.update([quote])
            spoken[speaker] += 1
        if len(turns) == MOST:
            break
    return tuple(statement for *_, statement in sorted(turns, key=lambda turn: turn[:2]))


def _sure(statements: Sequence[Statement], stands: Stands) -> list[Statement]:
    """What somebody surely said who can be found, and what makes sense under the name.

    It stands alone there, or names its speaker at once: "According to Roe, he has …" leans on
    nothing. One in which two speak would print the words of one under the other's name. "Critics
    said" names nobody, for a word at the head of a sentence has its capital from there.
    """
    written = "\n".join(statement.quote.text for statement in statements)

    @cache
    def is_common(word: str) -> bool:
        return not re.search(rf"[\w,;] {re.escape(word)}\b", written)

    speakers = defaultdict(set)
    for statement in statements:
        speakers[_place(statement)].add(statement.speaker)
    return [
        statement
        for statement in statements
        if _is_named(statement)
        and not (_opens_with_word(statement) and is_common(statement.speaker or ""))
        and not _is_report(statement)
        and len(speakers[_place(statement)]) == 1
        and _is_mostly_said(statement)
        and len(statement.quote.text) <= LONGEST
        and (stands.alone(statement.quote, under=statement.speaker) or _opens(statement))
    ]


class _Telling:
    """What is told, in whichever words of the same: most words of the shorter are the longer's."""

    def __init__(self, extracts: Iterable[Extract]) -> None:
        self._told: list[tuple[Extract, frozenset[str]]] = []
        self.update(extracts)

    def update(self, extracts: Iterable[Extract]) -> None:
        """Take these as well."""
        self._told.extend((extract, _words(extract.text)) for extract in extracts)

    def has(self, extract: Extract) -> bool:
        """Whether another sentence tells it."""
        words = _words(extract.text)
        return any(
            len(words & others) >= SAME * min(len(words), len(others))
            for told, others in self._told
            if not overlap(told, extract)
        )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _is_report(statement: Statement) -> bool:
    """Whether somebody without an office tells news: an outlet, which takes no position."""
    words = {word.casefold() for word in _NAME.findall(statement.speaker or "")}
    reports = (statement.cue or "").casefold() in reporting()
    return statement.role is None and (reports or not words.isdisjoint(outlets()))


def _is_mostly_said(statement: Statement) -> bool:
    """Whether the sentence is the speaker's, not another's with a clause of his at its end."""
    said = sum(end - start for start, end in statement.spoken)
    reported = statement.kind == "reported" and said > 0
    return not reported or said >= MOSTLY * len(statement.quote.text)


def placed(
    rank: Callable[[Extract], tuple[float, int]], summary: Summary
) -> Callable[[Statement], Place]:
    """What is ranked, or leads on from what is, first; by story, then as high as it is ranked."""
    story: dict[str, int] = {}
    for number, group in enumerate(summary.groups):
        for source in group.sources:
            story.setdefault(source, number)

    def place(statement: Statement) -> Place:
        quote = statement.quote
        best = min(rank(one) for one in (quote, quote.before or quote))
        unranked = best[0] == float("inf")
        return unranked, story.get(quote.source, len(summary.groups)), *best

    return place


def _place(statement: Statement) -> tuple[str, int]:
    return statement.quote.source, statement.quote.start


def _opens(statement: Statement) -> bool:
    """Whether it opens as "According to Roe, …" does."""
    surname = (statement.speaker or "").split()[-1:]
    opening = next((o for o in attributing() if statement.quote.text.startswith(f"{o} ")), None)
    return bool(opening) and surname[0] in statement.quote.text.partition(",")[0]


def _opens_with_word(statement: Statement) -> bool:
    """Whether the speaker is one word that opens the sentence: any word has a capital there."""
    speaker = statement.speaker or ""
    return " " not in speaker and statement.quote.text.startswith(f"{speaker} ")


def _is_named(statement: Statement) -> bool:
    """Whether it is attributed to more than "the representative": someone a reader can find."""
    words = (statement.speaker or "").split()
    names = words if len(words) == 1 else words[1:]
    found = any(char.isupper() for word in names for char in word)
    return statement.outcome == "attributed" and found and nameless().isdisjoint(words)
