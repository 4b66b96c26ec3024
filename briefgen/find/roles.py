"""Roles as written: before a name, beside it between commas, or ahead of it with a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import given_names
from briefgen.find.governed import is_governed
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import LETTERS, Name
from briefgen.find.role_phrases import is_role_phrase
from briefgen.find.role_trim import goes_on, is_aside, trimmed
from briefgen.find.roles_before import before
from briefgen.find.tokens import GENITIVE, PHRASE_END, UPPER, WORD

Span = tuple[int, int]

_AGE = re.compile(
    r"\s*(?:,|\()\s*(?:aged |de |âgée? de )?\d{1,3}(?: (?:ans|años|Jahre(?: alt)?))?\)?(?=\s*,)"
)
_LETTERS = re.compile(
    rf",? (?:[MPD]\.?[hH]?\.?D\.?|M\.?P\.?|Jr\.|Sr\.|{'|'.join(sorted(LETTERS))})"
    r"(?=[,\s])|,? [A-Z]{2,4}(?=,)"
)
_BESIDE = re.compile(r",\s+|\s*\(")
_REACH = 200


def role_of(masked: str, name: Name, lexicon: Lexicon) -> list[Span]:
    """The roles that stand at the name, the most telling first."""
    governed = is_governed(masked, name.lead, lexicon)  # what follows may be another
    found = (
        None if governed else beside(masked, name.end, lexicon, opens=_opens(masked, name)),
        ahead(masked, name.lead, name.end, lexicon),
        before(masked, name, lexicon),
    )
    return [span for span in found if span]


def _opens(masked: str, name: Name) -> bool:
    """Whether the name is the first word of a sentence, so that it must be the subject."""
    return not masked[: name.lead].strip() or masked[: name.lead].rstrip()[-1:] in ".!?,▪"


def beside(masked: str, end: int, lexicon: Lexicon, *, opens: bool = False) -> Span | None:
    """`, a professor of trade law at Brannock University,`: the role between commas."""
    if letters := _LETTERS.match(masked, end):
        end = letters.end()
    if age := _AGE.match(masked, end):
        end = age.end()
    opening = _BESIDE.match(masked, end)
    if not opening:
        return None
    start = opening.end()
    stop = PHRASE_END.search(masked, start, start + _REACH)
    chunk = masked[start : stop.start() if stop else min(len(masked), start + _REACH)]
    if ending := lexicon.role_end.search(chunk):
        chunk = chunk[: ending.start()]
    elif stop is None and start + _REACH < len(masked):
        return None
    chunk = chunk.rstrip()
    if verb := lexicon.finite.search(chunk):
        says = lexicon.cue.match(masked, start + verb.start() + 1)
        if not opens or not verb.start() or not says or is_aside(masked, says.end()):
            return None
        chunk = chunk[: verb.start()]
    elif goes_on(chunk, lexicon):
        return None
    first, last = trimmed(chunk, lexicon)
    return (start + first, start + last) if is_role_phrase(chunk[first:last], lexicon) else None


def ahead(masked: str, lead: int, end: int, lexicon: Lexicon) -> Span | None:
    """`The ministry's secretary, Tomas Reyland,`: the role that announces a name."""
    if not (announced := _announced(masked, lead, end, lexicon)):
        return None
    comma, closed = announced
    base = max(0, lead - comma - 120)
    piece = _BRACKETS.sub(lambda match: " " * len(match[0]), masked[base : lead - comma]).rstrip()
    stop = base + len(piece)
    opening = max((m.end() for m in PHRASE_END.finditer(piece)), default=0)
    words = list(WORD.finditer(piece, opening))
    for i in range(len(words) - 1, -1, -1):
        low = words[i][0].lower()
        genitive = GENITIVE.search(words[i][0]) and words[i][0][0].isupper()
        first = not i and (not opening or piece[opening - 1] in ".!?")
        if (
            not closed
            and words[_back_over_name(words, i, lexicon) if genitive else i].start() > opening + 1
        ):
            continue  # `After the talks with the mayor, Roth said`
        if not (low in lexicon.determiners or low in lexicon.possessives or genitive or first):
            continue
        phrase = piece[words[i].start() :]
        if (outer := _governing(words, i, lexicon)) is not None:
            whole = piece[words[outer].start() :]
            if is_role_phrase(whole, lexicon, plain=True):
                return base + words[outer].start(), stop
            if words[i - 2][0].lower() in lexicon.people:
                return None  # `the wife of the mayor, Ann Roth`
        if genitive and is_role_phrase(phrase, lexicon, plain=True):
            return base + words[_back_over_name(words, i, lexicon)].start(), stop
        if is_role_phrase(phrase, lexicon, plain=True):
            skip = low in lexicon.possessives and i + 1 < len(words)
            own = skip and words[i + 1][0] == "own" and i + 2 < len(words)
            return base + words[i + skip + own].start(), stop
    return None


_BRACKETS = re.compile(r"\([^()]*\)")
_WHOLE_NAME = re.compile(rf"(\w+) [{UPPER}]\w+$")


def _announced(masked: str, lead: int, end: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """How long the comma before the name is, and whether the phrase closes after the name."""
    comma = re.search(r",\s+(?:the )?$", masked[max(0, lead - 8) : lead])
    if letters := _LETTERS.match(masked, end):
        end = letters.end()
    closed = re.match(r"\s*(?:[,.;:()▪—–]|(?:who|and|et|und|y) |$)", masked[end : end + 8])
    says = None if closed else lexicon.cue.match(masked, end + 1)
    if not comma or not (closed or says) or (says and is_aside(masked, says.end())):
        return None
    whole = _WHOLE_NAME.search(masked, max(0, lead - 60), lead - len(comma[0]))
    if whole and whole[1] in given_names():
        return None  # `The rival of Paul Orme, Ann Roth`
    return len(comma[0]), bool(closed)


_JOINED = frozenset(("du", "des", "del", "au", "aux"))
"""Articles that hold a preposition."""


def _governing(words: Sequence[re.Match[str]], i: int, lexicon: Lexicon) -> int | None:
    """Where `a former aide to the president` begins, of which `i` is the inner article."""
    inner = i - 1 if i and words[i - 1][0].lower() in lexicon.prepositions else i
    if inner < 2 and not lexicon.noun_capitals:
        return None
    joined = words[i][0].lower() in _JOINED
    after_office = lexicon.noun_capitals and i and lexicon.is_role(words[i - 1][0])
    if inner == i and not (joined or after_office):
        return None
    for k in range(inner - 1, -1, -1):
        low = words[k][0].lower()
        if low in lexicon.determiners | lexicon.possessives or not k:
            return k
        if low in lexicon.stop:
            return None
    return None


def _back_over_name(words: Sequence[re.Match[str]], i: int, lexicon: Lexicon) -> int:
    """Where `the European Union's` begins, of which `i` is the last word."""
    while i and words[i - 1][0][0].isupper() and words[i - 1][0].lower() not in lexicon.stop:
        i -= 1
    return i - 1 if i and words[i - 1][0].lower() in lexicon.determiners else i
