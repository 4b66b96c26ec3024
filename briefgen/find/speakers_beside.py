"""Names that stand beside the words that describe who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.cast import Cast
from briefgen.find.given import given_names
from briefgen.find.governed import is_governed
from briefgen.find.individuals import Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage
from briefgen.find.phrases import Subject
from briefgen.find.plausible import head_length, head_of
from briefgen.find.tokens import OLD, UPPER, WORD

_NAME_BESIDE = re.compile(
    rf", ((?:[Tt]he )?(?:(?:[{UPPER}&][\w’'.&-]*|of|and|de|du|del) ?){{1,7}}), "
)
_AND_ENDS = re.compile(r" (?:and|et|und|y|e) $")
_TO_COMMA = re.compile(r"(?: [^,;.:▪]{1,30})?,\s+")
_ONE = re.compile(
    r"(?:one|another|un|une|l[’']une?|uno|una|eine[rs]?) (?:of|des?|d[’']|der) ?", re.I
)
_JOINT = re.compile(r",? (?:and|et|und|y) (?:\S+ ){0,6}\S+$")
_PUNCTUATION = re.compile(r"[,;.:▪]")


def beside(passage: Passage, subject: Subject, cast: Cast, lexicon: Lexicon) -> Mention | None:
    """`His coach, Stepan Kral,`: the name that follows the office, or precedes it."""
    words = [word.lower() for word in WORD.findall(passage.masked[subject.start : subject.end])]
    if _is_joint(passage, subject, cast):
        return None
    office = any(lexicon.is_role(word) or word in lexicon.people for word in words)
    one = _ONE.match(passage.masked, subject.start)
    if not office and not one and not _is_somebody(words, lexicon):
        return None
    if ahead := _ahead(passage, subject, cast, lexicon):
        return ahead
    gap = _TO_COMMA.match(passage.masked, subject.end)
    if not gap or lexicon.finite.search(gap[0]) or lexicon.cue.search(gap[0]):
        return None
    if not (lexicon.noun_capitals or one) and words[head_length(words, lexicon) - 1].endswith("s"):
        return None  # `The mayors, Jan Roth and Eva Lund, said`
    at = gap.end()
    for mention in cast.between(passage.start + at, passage.start + at + 60):
        between = passage.masked[at : mention.lead - passage.start]
        after = passage.masked[mention.end - passage.start :][:1]
        words = [word for word in between.split() if word.lower() not in lexicon.determiners]
        leads = not words or lexicon.is_role(words[-1]) or "called" in words
        if leads and not _PUNCTUATION.search(between) and after not in ("’", "'"):
            return None if is_governed(passage.masked, at, lexicon) else mention
    return None


def _is_somebody(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a noun that is no body's may be that of whoever is named next: `his shadow`."""
    own = bool(words) and words[0] in lexicon.determiners | lexicon.possessives
    return own and head_of(words, lexicon) not in lexicon.bodies


def _is_joint(passage: Passage, subject: Subject, cast: Cast) -> bool:
    """`Minister Jan Roth and his deputy, Eva Lund, said`: both speak."""
    mentions = cast.between(passage.start + subject.start, passage.start + subject.end)
    rest = [passage.masked[m.end - passage.start : subject.end] for m in mentions]
    return any(_JOINT.match(words) for words in rest)


def _ahead(passage: Passage, subject: Subject, cast: Cast, lexicon: Lexicon) -> Mention | None:
    """`Margaret Beckett, the Foreign Secretary`: the name that the office follows.

    Not in `Asked about Jan Roth, the mayor`.
    """
    start = passage.start + subject.start
    for mention in cast.between(start - 60, start):
        before = passage.masked[: mention.lead - passage.start]
        governed = is_governed(passage.masked, len(before), lexicon)
        joined = governed or _AND_ENDS.search(before) or _is_led_to(before, lexicon)
        if passage.masked[mention.end - passage.start : subject.start] in (", ", " ("):
            return None if joined else mention
    return None


def _is_led_to(before: str, lexicon: Lexicon) -> bool:
    """Whether a preposition or a verb stands before a name: `about`, `praising`."""
    words = before.split() if before.endswith(" ") else []
    while words and (lexicon.is_role(words[-1]) or OLD.search(words[-1])):
        words.pop()  # `through solicitor`, `of 16-year-old`
    last = words[-1].lower() if words else ""
    doing = lexicon.gerund and last.endswith(lexicon.gerund)
    return last in lexicon.prepositions | lexicon.goes_on or bool(doing)


def body_beside(passage: Passage, subject: Subject, lexicon: Lexicon) -> str | None:
    """`The mine's operator, Sarn Mining, said`: the name of the body that is described."""
    words = [m[0].lower() for m in WORD.finditer(passage.masked, subject.start, subject.end)]
    head = head_of(words, lexicon)
    owned = any(word.endswith(("’s", "'s")) for word in words)
    own = owned or words[0] in lexicon.determiners | lexicon.possessives
    if not own or lexicon.head_first:
        return None
    found = _NAME_BESIDE.match(passage.masked, subject.end)
    if not found or is_governed(passage.masked, found.start(1), lexicon):
        return None
    name = found[1].strip()
    named = name in given_names() or " " in name
    body = head in lexicon.bodies or head in lexicon.firms
    if not body and not (head in lexicon.people and named):
        return None
    return name if name.split()[-1][0].isupper() else None
