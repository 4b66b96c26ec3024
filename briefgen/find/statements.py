"""Who said what: direct and reported statements, with speaker, role, cue and the words said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.find.announced import announced
from briefgen.find.cast import Cast
from briefgen.find.continued import Told, followed, goes_on, whole
from briefgen.find.cues import said_in
from briefgen.find.exchange import addresses, asks
from briefgen.find.passage import Passage
from briefgen.find.retraction import with_what_was_said
from briefgen.find.said import Said
from briefgen.find.scene import Scene
from briefgen.find.trail import Met, Trail, as_met, brought_in, mentioned
from briefgen.find.whose import speaker_of
from briefgen.model import Extract, Sentence, Source, Statement
from briefgen.text import opening

Span = tuple[int, int]

LONGEST = 420  # characters to which sentences of one quotation are joined in one extract
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_SO_CALLED = re.compile(
    r"\b(?:so-called|(?:known|conocid[oa]s?) (?:as|como)|nicknamed|named|(?:en|code)?titled"
    r"|code-?named|surnommée?s?|intitulée?s?|titulad[oa]s?|llamad[oa]s?"
    r"|sogenannte[nrs]?|genannte[nrs]?) \W*$"
)
_CALLED = re.compile(r"\b(?:von|als)(?: ein\w*)? \W*$")  # `sprach von „Aktionismus“`
_OPENS = re.compile(r"(?: on [A-Z]\w+| yesterday| today)?: [“\"«]")
SMALL = 3  # letters of the words that a title may write in small ones
_MARKS = "—–“”\"„‟«»‘’'‹›‚ \u00a0\u202f"


def statements(scene: Scene) -> Iterator[Statement]:
    """All statements of the source, in its order."""
    trail = Trail(scene.cast, scene.lexicon)
    told: list[Told] = []
    before: Told | None = None
    for passage in scene.passages:
        told += (rows := _told(passage, trail, before))
        before = announced(passage, trail) or (rows[-1] if rows else before)
    found = [_statement(scene.source, group, scene.cast) for group in _joined(told)]
    yield from with_what_was_said(found, scene.lexicon)


# ── sentence by sentence ─────────────────────────────────────────────────────────────────────────


def _told(passage: Passage, trail: Trail, before: Told | None) -> list[Told]:
    """What is told in the paragraph; a bare quotation follows its neighbours."""
    rows: list[Told] = []
    for sentence in passage.sentences:
        rows += _sentence(passage, sentence, trail, rows)
    return _unmixed(followed(rows, passage, before, trail), passage, trail)


def _unmixed(rows: Sequence[Told], passage: Passage, trail: Trail) -> list[Told]:
    """The rows; damaged where words of saying stand in a quotation, whose mark was lost there."""
    lost = [
        (passage.start + q.start, passage.start + q.end)
        for q in passage.quotations
        if _tells_who(q.start, q.end, passage, trail)
    ]

    def is_mixed(row: Told) -> bool:
        return any(a < end and start < b for a, b in lost for start, end in row.spoken)

    return [replace(row, damaged=True) if is_mixed(row) else row for row in rows]


def _tells_who(start: int, end: int, passage: Passage, trail: Trail) -> bool:
    """Whether ", Roe said." stands there, of somebody whom the article names."""
    text = passage.text
    for cue in trail.lexicon.cue.finditer(text, start, end):
        if text[cue.end() : cue.end() + 1] not in (",", ".") and not _OPENS.match(text, cue.end()):
            continue
        at = passage.start + cue.start()
        for mention in trail.cast.between(at - 60, at):
            before = text[: mention.start - passage.start]
            inside = mention.end + 1 == at and len(before) - 2 > start
            if inside and before.endswith(", "):
                return True
            if inside and _OPENS.match(text, cue.end()):
                return True  # `… going mad.” The baker Ann Roth said on Monday: “…`
    return False


def _sentence(
    passage: Passage, sentence: Sentence, trail: Trail, rows: Sequence[Told]
) -> list[Told]:
    if sentence.state == "asked":
        return []
    bounds = passage.local(sentence)
    parts = spoken_parts(passage, bounds)
    damaged = sentence.state == "damaged" and not whole(passage, trail.lexicon)
    found = said_in(passage, bounds, parts, trail.lexicon)
    last = sentence is passage.sentences[-1]
    out = [_resolved(passage, sentence, said, trail, damaged) for said in found]
    if not found and (_only_quoted(passage, bounds) or (sentence.state == "quoted" and not parts)):
        spoken = tuple(parts) or (bounds,)
        out = [Told(sentence, "direct", None, None, _absolute(spoken, passage), damaged)]
    if not found and not parts and rows and goes_on(passage, bounds, rows[-1], trail.lexicon):
        span = _absolute((bounds,), passage)
        out = [Told(sentence, "reported", rows[-1].speaker, None, span, damaged)]
    out = [replace(row, last=last) for row in out]
    if not (out and out[0].cue is None):
        speaking = [
            Met(as_met(one.speaker, passage, bounds, trail.lexicon), 0)
            for one in out
            if one.speaker
        ]
        others = brought_in(passage, bounds, trail)
        trail.note([*speaking, *mentioned(passage, bounds, trail), *others])
    asking = next((row for row in out if row.asks), None)
    trail.asker = asking.speaker if asking else None
    trail.addressed = asking is not None and asking.addresses
    return out


def _resolved(
    passage: Passage, sentence: Sentence, said: Said, trail: Trail, damaged: bool
) -> Told:
    speaker = speaker_of(passage, passage.local(sentence)[0], said, trail)
    cue = (passage.start + said.cue[0], passage.start + said.cue[1])
    asked = asks(passage, said)
    spoken_to = (asked and said.place == "pre") or addresses(passage, said, trail)
    spoken = _absolute(said.spoken, passage)
    return Told(sentence, said.kind, speaker, cue, spoken, damaged, asks=asked, addresses=spoken_to)


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
    """Whether the marks hold a name, a nickname or a title: no more than words with capitals."""
    text = passage.text[start:end]
    if _CALLED.search(passage.masked, max(0, start - 20), start):
        return False
    words = _WORDS.findall(text)
    if text[-1:] in ".,!?" or not words:
        return not words
    before = passage.masked[max(0, start - 20) : start]
    large = [word for word in words if len(word) > SMALL]
    titled = len(large) > 1 and words[0][0].isupper() and all(word[0].isupper() for word in large)
    return titled or all(word[0].isupper() for word in words) or bool(_SO_CALLED.search(before))


def _only_quoted(passage: Passage, bounds: Span) -> bool:
    """Whether the sentence holds nothing but quotation."""
    outside = passage.masked[slice(*bounds)]
    return "▪" in outside and not _WORDS.search(outside)


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
    start, end = opening(text, first.sentence), last.sentence.end
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
        spoken=tuple((max(a, start), b) for row in group for a, b in row.spoken if b > start),
    )
