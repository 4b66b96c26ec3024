"""Which quotation a verb of saying brings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.find.content import Span, reported
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK
from briefgen.find.said import Said, own_clause
from briefgen.find.tokens import WORD


def nearest(found: list[Said], parts: Sequence[Span], masked: str, lexicon: Lexicon) -> list[Said]:
    """Without the verb from which a clause with a verb of its own parts the quotation.

    `said Roth had told her: “…”`, `read from a letter, in which he called it “…”`, `agreed, with
    Roth saying “…”`: the words are those of the inner clause.
    """
    before = [said for said in found if said.kind == "direct" and said.place == "pre"]
    if not parts or len(before) < 2:
        return found
    last = before[-1]
    if _has_own_name(last, before[-2], masked) and not own_clause(before[-2], last, masked):
        return [said for said in found if said not in before[:-1]]
    between = masked[before[0].cue[1] : last.cue[0]]
    relative = any(
        word[0].lower() in (lexicon.relative | {"with"}) - lexicon.determiners
        for piece in between.split(", ")[1:]
        for word in list(WORD.finditer(piece))[:2]
    )
    return [said for said in found if said not in before[:-1]] if relative else found


def _has_own_name(last: Said, before: Said, masked: str) -> bool:
    """Whether a name between the verbs is the subject of the later one."""
    if last.subject is None or last.subject.form != "noun":
        return False
    words = masked[last.subject.start : last.subject.end].split()
    return last.subject.start >= before.cue[1] and words[-1][0].isupper()


def parted(
    kept: Sequence[Said], parts: Sequence[Span], masked: str, lexicon: Lexicon
) -> list[Said]:
    """Each clause with the quotations in it; one without any is reported speech, or nothing."""
    starts = [said.subject.start if said.subject else said.cue[0] for said in kept]
    done: list[Said] = []
    for said, start, end in zip(kept, (0, *starts[1:]), (*starts[1:], len(masked)), strict=True):
        own = tuple(part for part in parts if start <= part[0] < end)
        if said.kind == "reported" or own:
            done.append(replace(said, spoken=own) if own and said.kind == "direct" else said)
        elif (verb := lexicon.cue.match(masked, said.cue[0])) and (
            clause := reported(masked, verb, end, lexicon.speech[verb[1].lower()], lexicon)
        ):
            done.append(replace(said, kind="reported", spoken=(clause,)))
    return done


def follows(masked: str, end: int, parts: Sequence[Span]) -> bool:
    """Whether a quotation stands after the verb in the verb's own clause."""
    first = next((start for start, _ in parts if start >= end), None)
    return first is not None and ";" not in masked[end:first]


_TO_QUOTE = re.compile(r"[\s,:–—-]*(?:(?:that|how|que|qu[’']|dass|so)[\s,:]*)?")
_INTRODUCES = re.compile(r"[,:] $|(?: that| as| que| dass) $")
NEAR = 6  # words between a verb and the quotation that it brings without a comma
SCARE = 3  # words to which marks may set off a term that nobody is quoted with


def quotes(
    masked: str, end: int, kinds: frozenset[str], parts: Sequence[Span], lexicon: Lexicon
) -> bool:
    """Whether the quotation after the verb is what the verb brings: not a term further on."""
    first = next(part for part in parts if part[0] >= end)
    gap = masked[end : first[0]].rstrip(BLACK)
    if _TO_QUOTE.fullmatch(gap):
        return True
    if kinds & {"call", "beside"} and not lexicon.finite.search(gap):
        return True
    if _INTRODUCES.search(gap):
        return True
    return _words(first) > SCARE and len(gap.split()) <= NEAR and not lexicon.finite.search(gap)


def _words(part: Span) -> int:
    """About how many words a quotation holds, by its length."""
    return (part[1] - part[0]) // 6
