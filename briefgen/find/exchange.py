"""Who asks, who is spoken to and who answers: an answer is another's than the asker's."""

from __future__ import annotations

import re

from briefgen.find.nested import ASKED
from briefgen.find.passage import Passage
from briefgen.find.said import Said
from briefgen.find.tokens import WORD
from briefgen.find.trail import Trail

_REPLIES = (
    *("repl", "answer", "respond", "retort", "shot back", "countered"),
    *("répond", "répliq", "rétorq", "antwort", "erwider", "entgegn", "replic", "contest"),
)
_TO_MARK = re.compile(r"[^,.;:▪]*")


def _verb(passage: Passage, said: Said) -> str:
    return passage.masked[slice(*said.cue)].lower().split()[-1]


def asks(passage: Passage, said: Said) -> bool:
    """Whether it is a question, which somebody else may answer."""
    return _verb(passage, said).startswith(ASKED)


def answers(passage: Passage, said: Said) -> bool:
    """Whether it is an answer, which is not the asker's."""
    return _verb(passage, said).startswith(_REPLIES)


def addresses(passage: Passage, said: Said, trail: Trail) -> bool:
    """Whether somebody is told or asked: `Roth asked Lund`, `Roth told him`."""
    kinds = trail.lexicon.speech.get(_verb(passage, said), frozenset())
    if not (asks(passage, said) or "tell" in kinds):
        return False
    at = max(said.cue[1], said.subject.end if said.subject else 0)
    rest = _TO_MARK.match(passage.masked, at)
    first = WORD.search(rest[0]) if rest else None
    if first and first[0].lower() in trail.lexicon.objects:
        return True
    named = trail.cast.between(passage.start + at, passage.start + (rest.end() if rest else at))
    return any(not passage.masked[at : m.lead - passage.start].strip() for m in named)
