"""Who said what: direct and reported statements, with speaker, role, cue and the words said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.find.cast import Cast
from briefgen.find.cues import said_in
from briefgen.find.passage import Passage
from briefgen.find.said import Said
from briefgen.find.scene import Scene
from briefgen.find.speakers import Speaker
from briefgen.find.trail import Trail, mentioned
from briefgen.model import Extract, Sentence, Source, Statement

Span = tuple[int, int]

LONGEST = 420  # characters to which sentences of one quotation are joined in one extract
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = "“”\"„‟«»‘’'‹›‚ \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Told:
    """One speaker's words in one sentence, before sentences are joined."""

    sentence: Sentence
    kind: str
    speaker: Speaker | None
    cue: Span | None
    spoken: tuple[Span, ...]
    damaged: bool = False


def statements(scene: Scene) -> Iterator[Statement]:
    """All statements of the source, in its order."""
    trail = Trail(scene.cast, scene.lexicon)
    told: list[Told] = []
    for passage in scene.passages:
        told += _told(passage, trail, told[-1] if told else None)
    for group in _joined(told):
        yield _statement(scene.source, group, scene.cast)


# ── sentence by sentence ─────────────────────────────────────────────────────────────────────────


def _told(passage: Passage, trail: Trail, before: Told | None) -> list[Told]:
    """What is told in the paragraph; a bare quotation follows its neighbours."""
    rows: list[Told] = []
    for sentence in passage.sentences:
        rows += _sentence(passage, sentence, trail, rows)
    return _followed(rows, passage, before)


def _sentence(
    passage: Passage, sentence: Sentence, trail: Trail, rows: Sequence[Told]
) -> list[Told]:
    bounds = passage.local(sentence)
    parts = spoken_parts(passage, bounds)
    damaged = sentence.state == "damaged"
    found = said_in(passage, bounds, parts, trail.lexicon)
    out = [_resolved(passage, sentence, said, trail, damaged) for said in found]
    if not found and (_only_quoted(passage, bounds) or (sentence.state == "quoted" and not parts)):
        spoken = tuple(parts) or (bounds,)
        out = [Told(sentence, "direct", None, None, _absolute(spoken, passage), damaged)]
    row = [one.speaker for one in out if one.speaker]
    if not (out and out[0].cue is None):
        trail.note([*row, *mentioned(passage, bounds, trail)])
    return out


def _resolved(
    passage: Passage, sentence: Sentence, said: Said, trail: Trail, damaged: bool
) -> Told:
    speaker = None
    if said.subject:
        speaker = trail.resolve(passage, said.subject, ())
    elif not said.impersonal:
        speaker = trail.fitting("any")
    cue = (passage.start + said.cue[0], passage.start + said.cue[1])
    return Told(sentence, said.kind, speaker, cue, _absolute(said.spoken, passage), damaged)


def _absolute(spans: Iterable[Span], passage: Passage) -> tuple[Span, ...]:
    return tuple((passage.start + a, passage.start + b) for a, b in spans if a < b)


def spoken_parts(passage: Passage, bounds: Span) -> list[Span]:
    """What stands between marks in the sentence, names of ships and the like left out."""
    lo, hi = bounds
    found = []
    for quotation in passage.quotations:
        start, end = max(quotation.start, lo), min(quotation.end, hi)
        while start < end and passage.text[start] in _MARKS:
            start += 1
        while end > start and passage.text[end - 1] in _MARKS:
            end -= 1
        named = quotation.start > lo + 1 and _is_name(passage, start, end)
        if start < end and not named:
            found.append((start, end))
    return found


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the marks hold a name or a nickname: no more than words with capitals."""
    text = passage.text[start:end]
    words = _WORDS.findall(text)
    if text[-1:] in ".,!?" or not words:
        return not words
    before = passage.masked[max(0, start - 12) : start]
    return all(word[0].isupper() for word in words) or bool(re.search(r"so-called \W*$", before))


def _only_quoted(passage: Passage, bounds: Span) -> bool:
    """Whether the sentence holds nothing but quotation."""
    outside = passage.masked[slice(*bounds)]
    return "▪" in outside and not _WORDS.search(outside)


# ── quotations without a verb of their own ───────────────────────────────────────────────────────


def _followed(rows: list[Told], passage: Passage, before: Told | None) -> list[Told]:
    """Give the sentences of a quotation the speaker and cue of the one that names them."""
    done: list[Told] = []
    for i, row in enumerate(rows):
        if row.cue is None and row.kind == "direct":
            row = _attributed(row, done, rows[i + 1 :], passage, before)
        done.append(row)
    return done


def _attributed(
    row: Told, done: Sequence[Told], rest: Sequence[Told], passage: Passage, before: Told | None
) -> Told:
    same = _same_quotation(row, rest, passage)
    if same:
        return replace(row, speaker=same.speaker, cue=same.cue)
    if done:
        return replace(row, speaker=done[-1].speaker, cue=done[-1].cue)
    if before and before.sentence.paragraph == passage.number - 1 and _opens_with_mark(passage):
        return replace(row, speaker=before.speaker, cue=before.cue)
    return row


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


# ── sentences joined to extracts ─────────────────────────────────────────────────────────────────


def _joined(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Neighbouring sentences of one quotation, as long as they make a readable extract."""
    group: list[Told] = []
    for row in told:
        if group and not _joins(group, row):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _joins(group: Sequence[Told], row: Told) -> bool:
    first, last = group[0], group[-1]
    if not (row.kind == last.kind == "direct" and row.cue == last.cue):
        return False
    if row.damaged or last.damaged or row.sentence.paragraph != last.sentence.paragraph:
        return False
    if row.speaker != last.speaker or row.sentence.start == last.sentence.start:
        return False
    return row.sentence.end - first.sentence.start <= LONGEST


def _statement(source: Source, group: Sequence[Told], people: Cast) -> Statement:
    first, last = group[0], group[-1]
    text = source.article.text
    start, end = first.sentence.start, last.sentence.end
    speaker = first.speaker
    outcome = "damaged" if first.damaged else "attributed" if speaker else "unattributed"
    known = speaker if outcome == "attributed" else None
    cue = text[slice(*first.cue)] if first.cue else None
    return Statement(
        speaker=known.name if known else None,
        role=people.role(text, known.person) if known and known.person is not None else None,
        kind="direct" if first.kind == "direct" else "reported",
        outcome=outcome,  # type: ignore[arg-type]
        cue=cue,
        quote=Extract(text[start:end], source.id, first.sentence.paragraph, start, end),
        spoken=tuple(span for row in group for span in row.spoken),
    )
