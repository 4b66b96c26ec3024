"""Words that somebody tells of somebody else's saying: rather nobody's than the teller's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.find.content import Span
from briefgen.find.given import given_names, listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject
from briefgen.find.said import Said
from briefgen.find.tokens import GENITIVE, UPPER

_AND = frozenset(("and", "but", "or", "et", "mais", "ou", "und", "aber", "oder", "y", "e", "pero"))
_SAME = _AND | {"then", "also", "later", "puis", "ensuite", "dann", "auch", "luego", "también"}
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_NOUNS = frozenset(
    ("briefing", "defending", "warning", "hearing", "meeting", "ruling", "finding", "reporting")
)
ASKED = ("ask", "demand", "pregunt", "fragt")
"""How verbs begin that ask somebody else."""
_RECITES = re.compile(r"(?:quot|cit|invok|echo)(?:e[ds]?|ing|es|oed|oes|oing)$")
_CITING = re.compile(
    r"(?:quoting|citing|paraphrasing|invoking|citant|reprenant|paraphrasant|citando|parafraseando"
    r"|zitierend) ",
    re.IGNORECASE,
)
_READS = re.compile(r"\b(read|reads|reading|chant(?:ed|s|ing)|yell(?:ed|s|ing)?|say|shout)\b")
_LEADS_AWAY = re.compile(
    r", (?:to|of|about) (?:which|whom)\b|, prompting\b|\bwhose\b[^,]*$"
    r"|\b(?:was|were|been) (?:told|asked|warned|informed)\b(?!.* and )[^,]*$"
    rf"|\b(?:what|hear|heard|saw|watched|made|let) (?:[{UPPER}][\w’'-]* ?)+$"
)
_HIS_WORDS = re.compile(
    r"[’']s? (?:\w+ ){0,2}(?:claims?|remarks?|answer|words|comments?|plea|statement|suggestion"
    r"|accusation|description)\b|\baccording to\b|\w+ed by [^,▪]* as \W*$"
)
_FROM = re.compile(r"\b(?:from|by)\b|\b(?:caption|headline|inscription|banner|sign)$")
_LED_NAME = re.compile(rf"(\S+) ([{UPPER}][\w’'-]+)")


def sure(said: Said, lo: int, masked: str, lexicon: Lexicon) -> Said:
    """The words as nobody's where another's saying stands between the verb and the quotation.

    `Roth said Lund had told her: “…”`: those are Lund's. What another's verb brings is left out of
    the words: `“I serve,” said Roth, whom Lund has called “an enemy”`. The sentence begins at `lo`.
    """
    if said.kind != "direct" or said.subject is None:
        return said
    own = [part for part in said.spoken if _is_own(part, said, lo, masked, lexicon)]
    brought = said.place == "post" or not _is_told_of(said, masked, lexicon)
    if own and brought and not _CITING.match(masked, lo):
        return replace(said, spoken=tuple(own))
    return replace(said, subject=None, impersonal=True)


def _is_own(part: Span, said: Said, lo: int, masked: str, lexicon: Lexicon) -> bool:
    """Whether no other verb brings this part, before the speaker or after the verb."""
    ends = (said.cue[1], said.subject.end if said.subject else 0)
    start = lo if part[0] < min(ends) else max(ends)
    return not another_speaks(masked, (start, part[0]), said, lexicon)


def _is_told_of(said: Said, masked: str, lexicon: Lexicon) -> bool:
    """Whether the speaker recites, is told, or a clause on another stands before the verb."""
    cue = masked[slice(*said.cue)].lower()
    recites = _RECITES.match(cue) or not lexicon.receives.isdisjoint(cue.split())
    ahead = masked[said.subject.end : said.cue[0]] if said.subject else ""
    first = next((start for start, _ in said.spoken if start >= said.cue[1]), said.cue[1])
    his = _HIS_WORDS.search(masked, said.cue[1], first)
    return bool(recites or his or _LEADS_AWAY.search(ahead))


def another_speaks(masked: str, span: Span, said: Said, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands there with a subject of its own."""
    between = masked[slice(*span)]
    patterns = (lexicon.beside, _READS) if lexicon.language == "en" else (lexicon.beside,)
    return any(
        _is_anothers(between[: match.start()], match[1].lower(), masked, said, lexicon)
        for pattern in patterns
        for match in pattern.finditer(between)
    )


def _is_anothers(before: str, verb: str, masked: str, said: Said, lexicon: Lexicon) -> bool:
    """Whether what stands before the verb is not the speaker, nor a word that makes it a noun."""
    words = before.split()
    while words and words[-1].lower() in listed("auxiliaries"):
        words.pop()
    if not words or before.endswith(("-", ", ", "– ", "— ")):
        return False
    last = words[-1].lower().strip(",")
    if last in lexicon.relative and not lexicon.noun_capitals:
        return True
    if last in _SAME or GENITIVE.search(words[-1]):
        return False
    doing = bool(lexicon.gerund) and verb.endswith(lexicon.gerund)
    kinds = lexicon.speech.get(verb, frozenset())
    shows = "document_verbs" in kinds and not kinds & {"say", "tell"}
    if shows or (doing and verb in _NOUNS):
        return False  # `said the study shows`, `said at a briefing`
    if last in lexicon.determiners | lexicon.possessives:
        return False
    if last in _BE:
        return bool(kinds & {"tell", "call", "urge"})
    if last == "to":
        return len(words) > 1 and words[-2][:1].isupper()
    if last in lexicon.prepositions:
        return doing and _names_another(words)
    form = lexicon.pronouns.get(last)
    asked = masked[slice(*said.cue)].lower().startswith(ASKED)
    own = form is not None and not asked and not _names_another(words)
    other = form in ("m", "f") and said.subject and _is_somebodys(masked, said.subject)
    return not own or bool(other)


def _is_somebodys(masked: str, subject: Subject) -> bool:
    """`Roth’s wife`, of whom "he" is another."""
    return any(map(GENITIVE.search, masked[subject.start : subject.end].split()))


def _names_another(words: Sequence[str]) -> bool:
    return any(word in given_names() for word in words)


def tells_of_another(masked: str, span: Span, said: Said, lexicon: Lexicon) -> bool:
    """Whether a clause before a colon tells of another's words: `Roth laughed at Lund’s answer:`.

    `Roth had a word for Lund:` does not.
    """
    if another_speaks(masked, span, said, lexicon) or _FROM.search(masked[slice(*span)]):
        return True
    if lexicon.noun_capitals:
        return False  # `Roth fand klare Worte:`
    for match in _LED_NAME.finditer(masked[slice(*span)]):
        led = match[1].lower() in lexicon.prepositions or match[1][0].isupper()
        if not led or GENITIVE.search(match[2]):
            return True
    return False
