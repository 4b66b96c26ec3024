"""Quotations of their own paragraph that the one before announces: `Roth, its head, said:`."""

from __future__ import annotations

from dataclasses import replace

from briefgen.find.continued import Told
from briefgen.find.cues import said_in
from briefgen.find.passage import BLACK, Passage
from briefgen.find.trail import Trail
from briefgen.find.whose import speaker_of

_QUOTATION = BLACK * 60
"""What stands for the quotation to come, long enough to be a whole one."""


def announced(passage: Passage, trail: Trail) -> Told | None:
    """Who is said to speak in the next paragraph, where this one ends with a colon."""
    last = passage.sentences[-1]
    lo, hi = passage.local(last)
    if not passage.masked[lo:hi].endswith(":"):
        return None
    ahead = replace(passage, masked=f"{passage.masked[:hi]} {_QUOTATION}")
    spoken = hi + 1, hi + 1 + len(_QUOTATION)
    for said in said_in(ahead, (lo, spoken[1]), [spoken], trail.lexicon):
        if said.place == "pre" and (speaker := speaker_of(ahead, lo, said, trail)):
            cue = passage.start + said.cue[0], passage.start + said.cue[1]
            return Told(last, "direct", speaker, cue, (), last=True, announces=True)
    return None
