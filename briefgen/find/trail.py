"""Whom the last sentences spoke of, so that a pronoun finds the nearest who fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefgen.find.cast import Cast, Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK, Passage
from briefgen.find.phrases import Subject
from briefgen.find.speakers import AGED, Speaker, named, person
from briefgen.find.subjects import opening_subject

REACH = 4  # sentences back to which a pronoun may point


@dataclass(slots=True)
class Trail:
    """Whom the last sentences spoke of: the subject of each first."""

    cast: Cast
    lexicon: Lexicon
    sentences: list[list[Speaker]] = field(default_factory=list)

    def resolve(self, passage: Passage, subject: Subject, own: Sequence[Speaker]) -> Speaker | None:
        """The speaker of the subject, or None where nobody surely fits."""
        if subject.form == "noun":
            speaker = named(passage, subject, self.cast, self.lexicon)
            return self._met(speaker) if speaker else None
        return self.fitting(subject.form, own)

    def _met(self, speaker: Speaker) -> Speaker | None:
        """`the 24-year-old` is whoever was spoken of last."""
        if speaker.person is not None:
            return speaker
        if AGED.search(speaker.name):
            return self.fitting("any")
        return speaker

    def fitting(self, pronoun: str, own: Sequence[Speaker] = ()) -> Speaker | None:
        """The nearest speaker whom the pronoun fits; None where two fit equally."""
        loose = self.lexicon.language != "en"
        for row in (list(own), *reversed(self.sentences[-REACH:])):
            fits = [
                speaker
                for i, speaker in enumerate(row)
                if speaker.fits(pronoun, loose=loose and not i)
            ]
            if fits and _belongs(fits[0], self.lexicon) and pronoun in "mf":
                return None  # `Her lawyer said she was ill`: she may be either
            if fits:
                return next((speaker for speaker in fits if speaker.form != "body"), fits[0])
        return None

    def note(self, row: Sequence[Speaker]) -> None:
        """Remember whom a sentence spoke of; one that spoke of nobody ages the others."""
        self.sentences.append(list(dict.fromkeys(row)))


def _belongs(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Whether it is somebody's somebody, of unknown gender."""
    first = speaker.name.split()[0].lower()
    return speaker.person is None and not speaker.gender and first in lexicon.possessives


def mentioned(passage: Passage, bounds: tuple[int, int], trail: Trail) -> Iterator[Speaker]:
    """The people named in the sentence outside its quotations, its subject first."""
    lo, hi = bounds
    subject = opening_subject(passage.masked, lo, hi, trail.lexicon)
    mentions = [
        mention
        for mention in trail.cast.between(passage.start + lo, passage.start + hi)
        if passage.masked[mention.start - passage.start] != BLACK
    ]
    if subject and (speaker := trail.resolve(passage, subject, ())):
        yield speaker
    for mention in sorted(mentions, key=lambda m: _depends(passage, m, trail.lexicon)):
        yield person(mention.person, trail.cast)


def _depends(passage: Passage, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a little word or a genitive makes the name part of something else."""
    at = mention.lead - passage.start
    before = passage.masked[max(0, at - 14) : at].split()
    genitive = re.match(r"[’']s\b|[’'](?=\s)", passage.masked[mention.end - passage.start :])
    return bool(genitive) or bool(before and before[-1].lower() in lexicon.prepositions)
