"""Whom the last sentences spoke of, so that a pronoun finds the nearest who fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefgen.find.bystanders import bystanders
from briefgen.find.cast import Cast
from briefgen.find.individuals import Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK, Passage
from briefgen.find.phrases import Subject
from briefgen.find.plausible import head_of
from briefgen.find.speakers import AGED, Speaker, named, person
from briefgen.find.subjects_noun import opening_subject

REACH = 4  # sentences back to which a person's pronoun may point; `it` and `they` to the last


@dataclass(frozen=True, slots=True)
class Met:
    """A speaker met in a sentence, and how much the sentence is about it.

    `weight` is 0 for who speaks, 1 for the subject, 2 for others, 3 for who hangs on a little word.
    """

    speaker: Speaker
    weight: int


Row = Sequence[Met]
_BODIES = ("body", "name", "veiled")
_THE = frozenset(("the", "le", "la", "el", "der", "die"))


@dataclass(slots=True)
class Trail:
    """Whom the last sentences spoke of: who speaks first, then the subject of each.

    The `asker` asked in the last one, somebody who was `addressed` or nobody who is named, so that
    an answer is another's.
    """

    cast: Cast
    lexicon: Lexicon
    sentences: list[Row] = field(default_factory=list)
    asker: Speaker | None = None
    addressed: bool = False

    def resolve(self, passage: Passage, subject: Subject, own: Row = ()) -> Speaker | None:
        """The speaker of the subject, or None where nobody surely fits.

        `own` are those whom the sentence names before the subject.
        """
        if subject.form == "noun":
            speaker = named(passage, subject, self.cast, self.lexicon)
            return self._met(speaker) if speaker else None
        return self.fitting(subject.form, own)

    def _met(self, speaker: Speaker) -> Speaker | None:
        """`the 24-year-old`, `the striker` is whoever was spoken of last."""
        if speaker.person is not None:
            return speaker
        if AGED.search(speaker.name):
            return self.fitting("any")
        words = speaker.name.lower().split()
        if speaker.form != "somebody" or len(words) > 3 or words[0] not in _THE:
            return speaker
        if set(words) & self.lexicon.epithets:
            last = self.fitting(speaker.gender or "any")
            return last if last and last.person is not None else None
        return speaker

    def fitting(self, pronoun: str, own: Row = ()) -> Speaker | None:
        """The nearest speaker whom the pronoun fits; None where two fit equally."""
        before = self._before(pronoun)
        near = [met for met in self._fits(own, pronoun) if met.speaker.gender or met.weight < 3]
        if not near:
            return before
        if len({met.speaker for met in near}) == 1 and near[0].weight < 2:
            return self._sure(near[0].speaker, pronoun)
        return before if any(met.speaker == before for met in near) else None

    def _before(self, pronoun: str) -> Speaker | None:
        """Who fits in the sentences before."""
        reach = REACH if pronoun in ("m", "f", "any") else 1
        back = list(reversed(self.sentences[-reach:]))
        rows = [self._fits(row, pronoun, things=not i) for i, row in enumerate(back)]
        rows = [row for row in rows if row]
        if not rows:
            return None
        first = _first(rows[0])
        if first is None or (_belongs(first.speaker, self.lexicon) and pronoun in "mf"):
            return None  # `Her lawyer said she was ill`: she may be either
        if self._is_thing(first.speaker, rows[:2]) and pronoun in "mf":
            return None
        if pronoun not in "mf" or first.speaker.gender:
            return self._sure(first.speaker, pronoun)
        others = [met for row in rows for met in row if met.speaker != first.speaker]
        last = first.speaker.person is not None or first in self.sentences[-1]
        spoke = first.weight == 0 and last
        rival = any(met.speaker.gender for met in (rows[0] if spoke else others))
        return None if rival else self._sure(first.speaker, pronoun)

    def _is_thing(self, speaker: Speaker, rows: Sequence[Row]) -> bool:
        """Whether its gender is grammar's alone and somebody is named nearby: `une source`."""
        named = any(met.speaker.person is not None for row in rows for met in row)
        head = head_of(speaker.name.lower().split(), self.lexicon)
        somebody = head in self.lexicon.gendered
        return self.lexicon.language != "en" and speaker.person is None and named and not somebody

    def _fits(self, row: Row, pronoun: str, *, things: bool = True) -> list[Met]:
        loose = things and self.lexicon.language != "en"
        return [
            met for i, met in enumerate(row) if met.speaker.fits(pronoun, loose=loose and not i)
        ]

    def _sure(self, speaker: Speaker, pronoun: str) -> Speaker | None:
        """Nobody rather than a name that may be that of a place."""
        if speaker.form in ("name", "veiled") and pronoun in "mf":
            return None
        if speaker.person is None:
            return speaker
        return speaker if self.cast.people[speaker.person].sure else None

    def note(self, row: Row) -> None:
        """Remember whom a sentence spoke of; one that spoke of nobody ages the others."""
        self.sentences.append(row)


def _first(row: Row) -> Met | None:
    """The one that counts: bodies last; None where the subject has a rival of its weight."""
    best = next((met for met in row if met.speaker.form not in _BODIES), row[0])
    if best.weight == 0:
        return best
    others = [met for met in row if met.speaker != best.speaker]
    rivals = [met for met in others if met.speaker.form in ("person", "somebody", "veiled")]
    return None if any(met.weight <= 2 or best.weight > 1 for met in rivals) else best


def _belongs(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Whether it is somebody's somebody, of unknown gender."""
    first = speaker.name.split()[0].lower()
    return speaker.person is None and not speaker.gender and first in lexicon.possessives


def as_met(
    speaker: Speaker, passage: Passage, bounds: tuple[int, int], lexicon: Lexicon
) -> Speaker:
    """Whom a sentence is about; with a pronoun in it that means another, no pronoun's to come."""
    unknown = speaker.person is None and not speaker.gender and speaker.form == "somebody"
    if unknown and lexicon.gender_words.search(passage.masked, *bounds):
        return replace(speaker, form="veiled")
    return speaker


def mentioned(passage: Passage, bounds: tuple[int, int], trail: Trail) -> Iterator[Met]:
    """The people named in the sentence outside its quotations, its subject first."""
    lo, hi = bounds
    subject = opening_subject(passage.masked, lo, hi, trail.lexicon)
    found = trail.resolve(passage, subject) if subject else None
    if found:
        yield Met(as_met(found, passage, bounds, trail.lexicon), 1)
    mentions = [
        mention
        for mention in trail.cast.between(passage.start + lo, passage.start + hi)
        if passage.masked[mention.start - passage.start] != BLACK
    ]
    depends = [_depends(passage, mention, trail.lexicon) for mention in mentions]
    for hangs, mention in sorted(zip(depends, mentions, strict=True), key=lambda pair: pair[0]):
        yield Met(person(mention.person, trail.cast), 3 if hangs else 2)


def brought_in(passage: Passage, bounds: tuple[int, int], trail: Trail) -> Iterator[Met]:
    """People without a name whom the sentence brings in beside its subject."""
    subject = opening_subject(passage.masked, *bounds, trail.lexicon)
    start = subject.end if subject else bounds[0]
    for one in bystanders(passage, (start, bounds[1]), trail.cast, trail.lexicon):
        yield Met(one, 2)


def _depends(passage: Passage, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a little word or a genitive makes the name part of something else."""
    at = mention.lead - passage.start
    before = passage.masked[max(0, at - 14) : at].split()
    genitive = re.match(r"[’']s\b|[’'](?=\s)", passage.masked[mention.end - passage.start :])
    return bool(genitive) or bool(before and before[-1].lower() in lexicon.prepositions)
