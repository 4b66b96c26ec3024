"""Words said without a listed verb: `according to`, a colon, any verb beside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from briefgen.find.content import Span, trimmed
from briefgen.find.cues_noun import whose
from briefgen.find.lexicon import Lexicon
from briefgen.find.nested import tells_of_another
from briefgen.find.passage import BLACK
from briefgen.find.phrases import Subject, low_of
from briefgen.find.plausible import may_speak
from briefgen.find.said import Said
from briefgen.find.subjects import subject_before
from briefgen.find.subjects_after import subject_after
from briefgen.find.subjects_noun import opening_subject
from briefgen.find.tokens import UPPER, WORD

_LABEL = re.compile(  # `PRIME MINISTER ANA TELLES: “…”`
    rf"((?:(?:[{UPPER}][\w.’'-]*|of|the|de|la|du|des) )*[{UPPER}][\w.’'-]*)\s?(:) ?{BLACK}+$"
)
_COLON = re.compile(rf"([^\W\d_]+)\s?: ?{BLACK}+$")
_APPOSED = re.compile(rf", (?:[{UPPER}][\w.’'-]*,? ){{1,4}}(?<=, )")
_GENITIVE = re.compile(r"[’']s$")
_PAST = re.compile(r"[a-z]+(?:ed|s)")
_DATELINE = re.compile(r"[^.—–]{2,60} (?:[—–]|-{1,2}) ")


def after_dateline(masked: str, lo: int) -> int:
    """Where the sentence begins after `PORT ALDER (Wire) - `."""
    found = _DATELINE.match(masked, lo)
    return found.end() if found and masked[lo : lo + 2].isupper() else lo


_PRONOUN = re.compile(r" (\w+)(?=[,.]|$)")


def _object(masked: str, at: int, lexicon: Lexicon) -> Subject | None:
    """`according to him`: the pronoun in its other form."""
    found = _PRONOUN.match(masked, at)
    form = lexicon.objects.get(found[1].lower()) if found else None
    return Subject(*found.span(1), form) if found and form else None  # type: ignore[arg-type]


def according(masked: str, bounds: Span, parts: Sequence[Span], lexicon: Lexicon) -> Iterator[Said]:
    """What stands beside `according to` and the like."""
    lo, hi = bounds
    for match in lexicon.according.finditer(masked, lo, hi):
        verb = lexicon.drops_subject and lexicon.cue.match(
            masked, match.end() + 1
        )  # `según ha dicho`
        cue = verb.span() if verb else match.span()
        subject = _object(masked, cue[1], lexicon) or subject_after(masked, cue[1], hi, lexicon)
        if subject is None:
            continue
        last = WORD.findall(masked[subject.start : subject.end])[-1].lower()
        if last in lexicon.not_according:
            continue
        opens = len(masked[lo : match.start()].split()) < 3
        said = trimmed(masked, subject.end, hi) if opens else trimmed(masked, lo, match.start())
        if said[0] < said[1]:
            content = tuple(parts) if parts else (said,)
            kind: Literal["direct", "reported"] = "direct" if parts else "reported"
            yield Said(kind, cue, subject, content, "pre" if opens else "post")


def _verb(masked: str, start: int, colon: re.Match[str], lexicon: Lexicon) -> Span:
    """The verb of a clause that ends with a colon: one of saying, else any, else its last word."""
    said = list(lexicon.beside.finditer(masked, start, colon.end()))
    if said:
        return said[-1].span()
    verb = lexicon.finite.search(masked, start, colon.end())
    return (verb.end() - len(verb[0].strip()), verb.end()) if verb else colon.span(1)


def _before_colon(
    masked: str, lo: int, colon: re.Match[str], parts: Sequence[Span], lexicon: Lexicon
) -> Iterator[Said]:
    """`he was blunt: “…”`: the subject of the clause, which is on nobody else's words."""
    start = after_dateline(masked, lo)
    subject = whose(masked, start, colon.start(), lexicon) or opening_subject(
        masked, start, colon.start(), lexicon
    )
    if not subject or low_of(masked, (subject.start, subject.end)) in lexicon.alone:
        return  # `Others, among them Roth, are for it: “…”`
    rest = map(str.lower, WORD.findall(masked[subject.end : colon.start()]))
    if not lexicon.receives.isdisjoint(rest) or not may_speak(masked, subject, lexicon):
        return  # `Roth wore a shirt: “…”`, `The message of Roth is plain: “…”`
    if masked.startswith(", ", subject.end) and lexicon.beside.match(masked, subject.end + 2):
        return  # `Insuffisant, juge Roth : “…”`
    cue = _verb(masked, subject.end, colon, lexicon)
    said = Said("direct", cue, subject, tuple(parts), "pre")
    owned = _GENITIVE.search(masked[subject.start : subject.end])
    apposed = _APPOSED.match(masked, subject.end)
    rest_at = apposed.end() if apposed else subject.end
    if not owned and not tells_of_another(masked, (rest_at, colon.end(1)), said, lexicon):
        yield said


def unlisted(masked: str, bounds: Span, parts: Sequence[Span], lexicon: Lexicon) -> Iterator[Said]:
    """Beside a whole quotation any verb will do: `“…,” she chuckled`, `he was blunt: “…”`."""
    lo, hi = bounds
    first = parts[0][0]
    if label := _LABEL.match(masked[:first], lo):
        yield Said("direct", label.span(2), Subject(*label.span(1)), tuple(parts), "pre")
        return
    if colon := _COLON.search(masked[:first], lo):
        yield from _before_colon(masked, lo, colon, parts, lexicon)
        return
    end = max((end for start, end in parts if start <= lo + 2), default=0)
    if not end or (masked[end - 1 : end + 2].find(",") < 0 and "," not in masked[end : end + 3]):
        return
    at = end
    while at < hi and masked[at] in f" ,{BLACK}":
        at += 1
    for i, word in enumerate(list(WORD.finditer(masked, at, min(hi, at + 60)))[:6]):
        if (
            i
            and lexicon.language == "en"
            and _PAST.fullmatch(word[0])
            and word[0] not in lexicon.stop
        ):
            subject = subject_before(masked, at, word.start(), lexicon)
            if subject:
                yield Said("direct", word.span(), subject, tuple(parts), "post")
            return
