"""Verbs of saying in one sentence, each with its subject and with what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.find.content import Span, reported, trimmed
from briefgen.find.cues_clause import around, clause_ends, follows_clause, is_last, short
from briefgen.find.cues_dropped import can_drop, holds_verb, names_another
from briefgen.find.cues_not import says_nothing
from briefgen.find.cues_noun import nominal
from briefgen.find.cues_other import according, after_dateline, unlisted
from briefgen.find.cues_quote import follows, nearest, parted, quotes
from briefgen.find.lexicon import Lexicon
from briefgen.find.nested import sure
from briefgen.find.passage import BLACK, Passage
from briefgen.find.phrases import Subject
from briefgen.find.plausible import may_speak
from briefgen.find.said import Said, chosen
from briefgen.find.subjects import subject_before
from briefgen.find.subjects_after import subject_after
from briefgen.find.subjects_noun import noun_at_end, opening_subject

_QUOTE_ENDS = re.compile(rf"{BLACK}[,.]?\s*$")


def said_in(passage: Passage, bounds: Span, parts: Sequence[Span], lexicon: Lexicon) -> list[Said]:
    """What is said in the sentence at `bounds`, in its order; a clause gives one entry."""
    pattern = lexicon.beside if parts else lexicon.cue
    found = [
        said
        for match in pattern.finditer(passage.masked, *bounds)
        if (said := _judged(passage.masked, bounds, match, parts, lexicon))
    ]
    if lexicon.drops_subject:
        found = [said for said in found if not holds_verb(said, passage.masked, lexicon)]
    found = nearest(found, parts, passage.masked, lexicon)
    if not found:
        found += according(passage.masked, bounds, parts, lexicon)
    if not found:
        found += nominal(passage.masked, bounds, parts, lexicon)
    if not found and parts:
        found += unlisted(passage.masked, bounds, parts, lexicon)
    kept = chosen(sorted(found, key=lambda said: said.cue), passage.masked, lexicon)
    if len(kept) > 1 and parts:
        kept = parted(kept, parts, passage.masked, lexicon)
    return [sure(said, bounds[0], passage.masked, lexicon) for said in kept]


def _judged(
    masked: str, bounds: Span, match: re.Match[str], parts: Sequence[Span], lexicon: Lexicon
) -> Said | None:
    """What the verb says, or None where it says nothing.

    `reconocen en Moncloa`, a plural without a subject, is said by nobody who was named.
    """
    lo, hi = bounds
    before = masked[lo : match.start()]
    kinds = lexicon.speech.get(match[1].lower(), frozenset())
    if says_nothing(masked, bounds, match, kinds, lexicon):
        return None
    quote_ends = bool(parts and _QUOTE_ENDS.search(before))
    if quote_ends or ("say" in kinds and before.endswith(", ")):
        turned = _turned(masked, bounds, match, parts if quote_ends else (), lexicon)
        if turned and parts and turned.kind == "reported":
            turned = replace(turned, kind="direct", spoken=tuple(parts))
        if turned:
            return turned
    if "say" not in kinds and lexicon.passive.match(masked, match.end()):
        return None
    if lexicon.not_saying.search(_without_adverbs(before)):
        return _impersonal(masked, bounds, match, parts, lexicon)
    subject = _inverted(masked, match, lexicon) or _subject(masked, lo, match, lexicon)
    if subject is None and lexicon.inverts:
        subject = _after(masked, match.end(), hi, lexicon)
    if subject is None and not _drops(masked, bounds, match, lexicon):
        return None
    said = _content(masked, bounds, match, subject, kinds, parts, lexicon)
    several = subject is None and lexicon.several.search(match[0]) is not None
    return replace(said, impersonal=True) if said and several else said


_TOLD = re.compile(r"(?:dem|den|einem|einen|seine[mn]|ihre[mn]|ih[mnr]|ihnen) ")


def _after(masked: str, at: int, ceiling: int, lexicon: Lexicon) -> Subject | None:
    """The subject behind the verb: in German nobody who is told, as in `schrieb dem Kanzler`."""
    subject = subject_after(masked, at, ceiling, lexicon)
    told = subject and lexicon.noun_capitals and _TOLD.match(masked, subject.start)
    return None if told else subject


def _drops(masked: str, bounds: Span, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the verb may go without its subject, and none is to be found."""
    lo, hi = bounds
    return (
        lexicon.drops_subject
        and can_drop(masked[lo : match.start()], lexicon)
        and not names_another(masked[match.end() : hi], lexicon)
    )


_ADVERBS = re.compile(r" (?:also|always|often|now|still|sometimes|aussi|auch|\w+ly)\s*$")


def _without_adverbs(before: str) -> str:
    """What stands before the verb: `is also` as `is`."""
    while found := _ADVERBS.search(before):
        before = before[: found.start() + 1]
    return before


_ASIDE = re.compile(rf", [^,.{BLACK}]{{2,40}}, ")  # `a déclaré, lundi, la ministre`


def _turned(
    masked: str, bounds: Span, match: re.Match[str], parts: Sequence[Span], lexicon: Lexicon
) -> Said | None:
    """`“…,” said Idris Bakare`: the subject after the verb, after what is said."""
    lo, hi = bounds
    after = match.end() + masked.startswith(", ", match.end())  # `said, Ana Roth, a judge`
    subject = _inverted(masked, match, lexicon) or _after(masked, after, hi, lexicon)
    aside = _ASIDE.match(masked, match.end()) if lexicon.language != "en" else None
    if aside and not (subject and may_speak(masked, subject, lexicon)):
        subject = _after(masked, aside.end() - 1, hi, lexicon)
    rest = masked[subject.end : hi] if subject else ""
    inserted = rest.startswith(", ") and bool(lexicon.finite.match(rest[1:]))
    if not (parts or inserted or clause_ends(masked[lo : match.start()], lexicon)):
        return None
    if not subject or not (parts or is_last(rest, lexicon)):
        return None
    if not (parts or may_speak(masked, subject, lexicon)):
        return None
    if match[1].lower() in lexicon.impersonal_verbs:
        return Said("direct", match.span(), None, tuple(parts), "post", impersonal=True)
    if parts:
        return Said("direct", match.span(), subject, tuple(parts), "post")
    said = trimmed(masked, lo, match.start())
    return Said("reported", match.span(), subject, (said,), "post")


def _inverted(masked: str, match: re.Match[str], lexicon: Lexicon) -> Subject | None:
    """`a-t-il assuré`, `dit-elle`: the pronoun that hangs on the verb."""
    found = lexicon.inverted.search(masked, match.start(), match.end() + 8)
    if not found or found.start() > match.end():
        return None
    return Subject(found.start(1), found.end(1), lexicon.pronouns.get(found[1], "m"))  # type: ignore[arg-type]


def _subject(masked: str, lo: int, match: re.Match[str], lexicon: Lexicon) -> Subject | None:
    before = masked[lo : match.start()]
    if lexicon.gerund and match[1].lower().endswith(lexicon.gerund):
        if beside := _WITH.search(before):
            return noun_at_end(masked, lo + beside.end(), match.start(), lexicon)
        if not re.search(r"[,▪]\s*(?:\w+ly )?$", before) or ", with " in before:
            return None
        return opening_subject(masked, after_dateline(masked, lo), match.start(), lexicon)
    return subject_before(masked, after_dateline(masked, lo), match.start(), lexicon)


_WITH = re.compile(r", with (?=[^,▪]+$)")


def _content(
    masked: str,
    bounds: Span,
    match: re.Match[str],
    subject: Subject | None,
    kinds: frozenset[str],
    parts: Sequence[Span],
    lexicon: Lexicon,
) -> Said | None:
    lo, hi = bounds
    at = subject.start if subject else match.start()
    if parts and _QUOTE_ENDS.search(masked[lo:at]):
        return Said("direct", match.span(), subject, tuple(parts), "post")
    said = reported(masked, match, hi, kinds, lexicon)
    if follows(masked, match.end(), parts) and (
        said or quotes(masked, match.end(), kinds, parts, lexicon)
    ):
        return Said("direct", match.span(), subject, tuple(parts), "pre")
    if parts and not kinds - {"beside"}:
        return None
    if said:
        return Said("reported", match.span(), subject, (said,), "pre")
    tail = masked[match.end() : hi]
    inserted = "say" in kinds and masked[lo:at].endswith(", ") and _inserted(tail, subject)
    clause = follows_clause(masked[lo:at], kinds, lexicon) and short(tail, kinds, lexicon)
    if inserted and follows(masked, match.end(), parts):
        return Said("direct", match.span(), subject, tuple(parts), "pre")
    if inserted or clause:
        return Said("reported", match.span(), subject, around(masked, bounds, at, match), "post")
    return None


_BETWEEN_COMMAS = re.compile(r"(?: (?:with|at|to|in|on|to|by|avec|con|dans|à) [^,;.]{2,40})?,")


def _inserted(tail: str, subject: Subject | None) -> bool:
    """Whether a comma ends the words of saying: `, he added with a smile,`."""
    if tail.startswith(","):
        return True
    return subject is not None and subject.form != "noun" and bool(_BETWEEN_COMMAS.match(tail))


def _impersonal(
    masked: str, bounds: Span, match: re.Match[str], parts: Sequence[Span], lexicon: Lexicon
) -> Said | None:
    """`It was reported that`: said by nobody who is named."""
    lo, hi = bounds
    before = masked[lo : match.start()]
    if not lexicon.impersonal.search(before):
        return None
    cue = (lo + re.search(r"\S+\s*$", before).start(), match.end())  # type: ignore[union-attr]
    if parts:
        return Said("direct", cue, None, tuple(parts), "post", impersonal=True)
    kinds = lexicon.speech.get(match[1].lower(), frozenset())
    content = reported(masked, match, hi, kinds, lexicon)
    return Said("reported", cue, None, (content,), "pre", impersonal=True) if content else None
