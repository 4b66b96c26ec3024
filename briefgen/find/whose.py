"""Whose a saying is: the speaker of its subject, or nobody where another may be meant."""

from __future__ import annotations

import re

from briefgen.find.exchange import answers
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage
from briefgen.find.plausible import is_speaker_noun
from briefgen.find.said import Said
from briefgen.find.speakers import Speaker, person
from briefgen.find.tokens import WORD
from briefgen.find.trail import Row, Trail, mentioned

_JOINT = re.compile(r" (?:and|et|und|y) ")


def speaker_of(passage: Passage, start: int, said: Said, trail: Trail) -> Speaker | None:
    """Who says it in the sentence that begins at `start`; None where nobody surely does."""
    if said.subject is None:
        return None if said.impersonal else trail.fitting("any")
    own = tuple(mentioned(passage, (start, said.subject.start), trail))
    about = _before_insertion(passage, said, trail)
    near = tuple(met for met in own if met.speaker != about)
    told = said.kind == "reported" and said.place == "post"  # they are what is told of
    speaker = trail.resolve(passage, said.subject, () if told else near)
    if said.subject.form not in ("m", "f"):
        return speaker
    spoken_of = {about, *_named(own)} if told else {about}
    answered = speaker == trail.asker and (trail.addressed or answers(passage, said))
    joint = _JOINT.match(passage.masked, said.subject.end)  # `he and two others said`
    thing = said.place == "pre" and _opens_with_thing(passage.masked, start, said, trail.lexicon)
    return None if speaker in spoken_of or answered or joint or thing else speaker


def _before_insertion(passage: Passage, said: Said, trail: Trail) -> Speaker | None:
    """Who stands right before words of saying between commas: `Orme, he said, was “ill”`."""
    start = said.subject.start if said.subject else said.cue[0]
    if not passage.masked.startswith(",", said.cue[1]):
        return None
    for mention in trail.cast.between(passage.start + start - 60, passage.start + start):
        if passage.masked[mention.end - passage.start : start] == ", ":
            return person(mention.person, trail.cast)
    return None


def _named(row: Row) -> set[Speaker]:
    """Those of the row whom a name stands for, not a pronoun."""
    return {met.speaker for met in row if met.weight > 1}


def _opens_with_thing(masked: str, start: int, said: Said, lexicon: Lexicon) -> bool:
    """Whether "il" may speak of a thing: `L’avis est sévère : il parle de`."""
    end = said.subject.start if said.subject else start
    words = [match[0].lower() for match in WORD.finditer(masked, start, end)]
    if lexicon.language == "en" or len(words) < 3 or words[0] not in lexicon.determiners:
        return False
    return not is_speaker_noun(words[1], lexicon)
