"""Quotations without a verb of their own: whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage
from briefgen.find.speakers import Speaker
from briefgen.find.trail import Trail
from briefgen.model import Sentence
from briefgen.text.state import first_person

Span = tuple[int, int]


WHOLE = 40  # characters from which a quotation is more than a few words of somebody's


@dataclass(frozen=True, slots=True)
class Told:
    """One speaker's words in one sentence, before sentences are joined."""

    sentence: Sentence
    kind: str
    speaker: Speaker | None
    cue: Span | None
    spoken: tuple[Span, ...]
    damaged: bool = False
    last: bool = False  # in its paragraph
    asks: bool = False  # a question, which somebody else may answer
    addresses: bool = False  # somebody who is named there
    announces: bool = False  # what the next paragraph says, and no words itself


def _is_open(passage: Passage) -> bool:
    """Whether the paragraph opens with a mark that nothing closes."""
    first = passage.quotations[0] if len(passage.quotations) == 1 else None
    return first is not None and not first.paired and first.start == 0


def whole(passage: Passage, lexicon: Lexicon) -> bool:
    """Whether it still speaks in the first person at its end: all of it is the quotation."""
    start, end = passage.local(passage.sentences[-1])
    own = first_person(lexicon.language)
    return _is_open(passage) and bool(own.search(passage.text, start, end))


def followed(rows: list[Told], passage: Passage, before: Told | None, trail: Trail) -> list[Told]:
    """Give the sentences of a quotation the speaker and cue of the one that names them."""
    done: list[Told] = []
    for i, row in enumerate(rows):
        if row.cue is None and row.kind == "direct":
            row = _attributed(row, done, rows[i + 1 :], passage, before, trail)
        done.append(row)
    return done


def _attributed(
    row: Told,
    done: Sequence[Told],
    rest: Sequence[Told],
    passage: Passage,
    before: Told | None,
    trail: Trail,
) -> Told:
    """The bare quotation with the speaker of its neighbour, where nobody else comes between."""
    source = _same_quotation(row, rest, passage)
    if source is None and done:
        last = done[-1]
        parted = (last.asks and last.addresses) or _interrupted(last, row, passage, trail)
        source = None if parted else last
    elif source is None and before and _carries_on(passage, before, trail.lexicon):
        source = None if _is_answer(row, passage, before) else before
    return replace(row, speaker=source.speaker, cue=source.cue) if source else row


def _interrupted(told: Told, row: Told, passage: Passage, trail: Trail) -> bool:
    """Whether somebody else is named between the statement and the quotation."""
    start, end = told.sentence.end, row.sentence.start
    speaker, lexicon = told.speaker, trail.lexicon
    if any(not speaker or m.person != speaker.person for m in trail.cast.between(start, end)):
        return True
    words = lexicon.gender_words.findall(passage.masked, start - passage.start, end - passage.start)
    return any(not speaker or lexicon.gender_of[w.lower()] != speaker.gender for w in words)


def _carries_on(passage: Passage, before: Told, lexicon: Lexicon) -> bool:
    """Whether the paragraph goes on with the quotation with which the one before ended."""
    if before.sentence.paragraph != passage.number - 1 or not before.last:
        return False
    lost = any(s.state == "damaged" for s in passage.sentences)
    if lost and _is_open(passage) and not whole(passage, lexicon):
        return False
    bare = not passage.quotations and all(s.state == "quoted" for s in passage.sentences)
    return _opens_with_mark(passage) or (bare and _ends_quoted(before))


def _is_answer(row: Told, passage: Passage, before: Told) -> bool:
    """Whether another may speak: few words, a question or what follows one, all marks closed."""
    if before.announces:
        return False
    open_ended = before.spoken[-1:] and before.spoken[-1][1] == before.sentence.end
    if open_ended:
        return False
    start, end = passage.local(row.sentence)
    few = end - start < WHOLE and len(passage.sentences) == 1
    return before.asks or before.addresses or few or "?" in passage.text[start:end]


def _ends_quoted(told: Told) -> bool:
    """Whether the sentence ends with a whole quotation, marks and all."""
    start, end = told.spoken[-1] if told.spoken else (0, 0)
    marked = told.kind == "direct" and told.cue is not None and end < told.sentence.end
    return marked and end >= told.sentence.end - 2 and end - start >= WHOLE


def _opens_with_mark(passage: Passage) -> bool:
    return bool(passage.quotations) and passage.quotations[0].start == 0


def _same_quotation(row: Told, rest: Sequence[Told], passage: Passage) -> Told | None:
    """The later sentence of the same quotation that has the verb."""
    at = row.sentence.start - passage.start
    reach = next((q.end for q in passage.quotations if q.start <= at <= q.end), -1)
    for later in rest:
        if later.sentence.start - passage.start > reach:
            return None
        if later.cue and later.kind == "direct":
            return later
    return None


_FIRST_PERSON = re.compile(r"\b(?:ich|wir)\b", re.IGNORECASE)


def goes_on(passage: Passage, bounds: Span, before: Told, lexicon: Lexicon) -> bool:
    """Whether the mood of its verb shows that the sentence tells on what was said right before."""
    if not before.speaker or before.damaged or bounds[0] - passage.local(before.sentence)[1] > 1:
        return False
    told = passage.masked[slice(*bounds)]
    if _FIRST_PERSON.search(told) or lexicon.beside.search(told):
        return False
    return bool(lexicon.indirect.search(told))
