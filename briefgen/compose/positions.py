"""Which statements are printed under their speakers, and in which order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from briefgen.compose.phrases import listed
from briefgen.compose.spans import Spans, overlap, whole
from briefgen.compose.stands import Stands, holds_name
from briefgen.model import Extract, Statement, Summary

LONGEST = 420  # characters; a longer sentence is no quotation for a page of two
MOSTLY = 0.4  # of a sentence that is reported speech
MOST = 300  # statements that are looked through for what is told twice; 20 pages print fewer
ONE_SPEAKER = 3  # statements of one speaker at the most
THIN = 4  # words that are no small ones and no names, without which it is open what is spoken of
THIN_ADDED = 6  # the same of what was added to something

SAME = 0.7  # of the shorter sentence's words, where two tell one thing
_NAME = re.compile(r"\w+")
_WORD = re.compile(r"\w{3,}")
_OPENING = '"“«„‘»'
_MATTER = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-Þ][^\W\d_]{3,}")

Place = tuple[bool, int, float, float, int]


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
        if turn < ONE_SPEAKER and not any(map(taken.touch, whole(quote))) and not told.has(quote):
            turns.append((turn, statement.speaker not in guests, statement))
            taken.update(whole(quote))
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
    sure = (
        statement
        for statement in statements
        if _is_named(statement)
        and not (_opens_with_word(statement) and is_common(statement.speaker or ""))
        and not _is_report(statement)
        and len(speakers[_place(statement)]) == 1
        and _is_mostly_said(statement)
    )
    said = {place: names - {None} for place, names in speakers.items()}
    return [read for statement in sure if (read := _as_read(statement, stands, said))]


def _as_read(
    statement: Statement, stands: Stands, said: Mapping[tuple[str, int], Set[str | None]]
) -> Statement | None:
    """The statement as it makes sense under its speaker's name.

    Behind the sentence before it, where it leans on that or says too little of what it speaks of,
    unless somebody else says that one.
    """
    quote, speaker = statement.quote, statement.speaker
    alone = stands.alone(quote, under=speaker) or _opens(statement)
    thin = _is_thin(statement)
    behind = stands.behind(quote)
    if behind and (thin or not alone):
        fits = sum(len(extract.text) for extract in whole(behind)) <= LONGEST
        ahead = behind.before
        others = said.get((ahead.source, ahead.start), set()) - {speaker} if ahead else set()
        if fits and not others and stands.alone(behind, under=speaker):
            return replace(statement, quote=behind)
    tells = alone and (not thin or quote.before or any(map(holds_name, _spoken(statement))))
    return statement if tells and len(quote.text) <= LONGEST else None


def _is_thin(statement: Statement) -> bool:
    """Whether it is hardly more than a quotation of a few words, most of them small."""
    text, spoken = statement.quote.text, _spoken(statement)
    mostly = text[0] in _OPENING or sum(map(len, spoken)) >= MOSTLY * len(text)
    cue = _NAME.findall((statement.cue or "").casefold())
    enough = THIN if listed("continuing").isdisjoint(cue) else THIN_ADDED
    few = len(_MATTER.findall(" ".join(spoken))) < enough
    return statement.kind == "direct" and mostly and few


def _spoken(statement: Statement) -> list[str]:
    """The parts that are spoken."""
    text, start = statement.quote.text, statement.quote.start
    return [text[first - start : end - start] for first, end in statement.spoken]


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
    outlets = {word.casefold() for word in listed("outlet_words")}
    reports = (statement.cue or "").casefold() in listed("reporting")
    return statement.role is None and (reports or not words.isdisjoint(outlets))


def _is_mostly_said(statement: Statement) -> bool:
    """Whether the sentence is the speaker's, not another's with a clause of his at its end."""
    text, speaker = statement.quote.text, statement.speaker or ""
    said = sum(map(len, _spoken(statement)))
    if statement.kind != "reported" or not said or text.startswith(speaker):
        return True
    who = sum(len(words) for words in (speaker, statement.role or "") if words in text)
    return said >= MOSTLY * (len(text) - who)


def placed(
    rank: Callable[[Extract], tuple[float, float, int]], summary: Summary
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
    opening = next(
        (o for o in sorted(listed("attributing")) if statement.quote.text.startswith(f"{o} ")), None
    )
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
    office = len(words) == 2 and words[1].casefold().endswith(tuple(listed("generic")))
    sure = found and not office and listed("nameless").isdisjoint(words)
    return statement.outcome == "attributed" and sure
