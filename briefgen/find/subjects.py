"""The words that name who speaks: before the verb, after it, or at the head of the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.find.governed import is_governed
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import is_doing
from briefgen.find.phrases import Subject, kept_of, low_of, pieces_of, words_in
from briefgen.find.plausible import can_speak
from briefgen.find.role_phrases import is_role_phrase
from briefgen.find.subjects_noun import MOST_WORDS, is_adverbial, noun_at_end, opening_subject

_OF = frozenset(("of", "for", "de", "du", "des", "von", "der", "del"))
_BRACKETS = re.compile(r"\([^()]*\)")
_DASHES = re.compile(r"[—–] [^—–▪]+ [—–](?=\s*$)")  # right before the verb


def subject_before(masked: str, floor: int, cue: int, lexicon: Lexicon) -> Subject | None:
    """The subject that ends before the verb at `cue`, in the sentence that begins at `floor`."""
    clause = _BRACKETS.sub(_blank, masked[floor:cue])
    masked = masked[:floor] + _DASHES.sub(_blank, clause) + masked[cue:]
    end = _back(masked, floor, cue, lexicon)
    left = masked[floor:end]
    edges = [floor, *(floor + m.end() for m in lexicon.opener.finditer(left))]
    pieces = list(pieces_of(masked, edges[-1], end))
    if not pieces:
        return _coordinated(masked, edges, lexicon)
    if left.endswith((",", ")")):
        return _with_beside(masked, pieces, lexicon)
    last = pieces[-1]
    if name := _introduced(masked, pieces, lexicon):
        return noun_at_end(masked, *name, lexicon)
    words = words_in(masked, *last)
    if words and masked[slice(*words[-1])].lower() in lexicon.relative:
        found = _antecedent(masked, pieces, lexicon)
        which = masked[slice(*words[-1])].lower() == "which"
        return _without_person(masked, found, lexicon) if which and found else found
    found = noun_at_end(masked, *last, lexicon)
    floor = max(floor, masked.rfind(";", floor, end) + 1)
    if found or len(pieces) == 1:
        return found or opening_subject(masked, floor, end, lexicon)
    return _with_beside(masked, pieces, lexicon) or opening_subject(masked, floor, end, lexicon)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _introduced(
    masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon
) -> tuple[int, int] | None:
    """`Tony Orme, head of mines, Port Sarn said`: a name, its office, no comma at the end."""
    for i, (piece, following) in enumerate(pairwise(pieces)):
        words = masked[slice(*piece)].split()
        if lexicon.finite.search(" " + masked[pieces[i + 1][0] : pieces[-1][1]]):
            return None
        named = 1 < len(words) <= MOST_WORDS // 2 and all(word[0].isupper() for word in words)
        if is_governed(masked, piece[0], lexicon):
            return None
        if named and words[0].lower() not in lexicon.stop and not is_doing(words[0], lexicon):
            return piece if is_role_phrase(masked[slice(*following)], lexicon) else None
    return None


def _coordinated(masked: str, edges: Sequence[int], lexicon: Lexicon) -> Subject | None:
    """`He called it late, and said`: the subject of the clause before."""
    for start, end in reversed(list(pairwise(edges))):
        if subject := opening_subject(masked, start, end, lexicon):
            return subject
    return None


def _back(masked: str, floor: int, cue: int, lexicon: Lexicon) -> int:
    """Back over adverbs and auxiliaries."""
    end = cue
    while True:
        left = masked[floor:end].rstrip()
        found = lexicon.between.search(left)
        if not found:
            return floor + len(left)
        before = left[: found.start()].rstrip()
        if left.endswith(","):  # `, however,` goes; `, which fell on Monday,` stays
            if not before.endswith(","):
                return floor + len(left)
            before = before[:-1]
        end = floor + len(before)


def _with_beside(
    masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """`Piet Groot, a retired director,`: the first piece that is no adverbial.

    After a whole clause it is the last name with its office: `Rents rise, its head, Ana Roth,`.
    """
    if beside := _after_clause(masked, pieces, lexicon):
        return beside
    for start, end in pieces:
        words = kept_of(masked, words_in(masked, start, end), lexicon)
        if not words or masked[slice(*words[0])].lower() in lexicon.connectives:
            continue
        first = low_of(masked, words[0])
        if (
            first in lexicon.prepositions
            or first in lexicon.relative
            or is_adverbial(first, lexicon)
            or is_governed(masked, start, lexicon)
        ):
            continue
        return noun_at_end(masked, start, end, lexicon)
    return None


_NAME_WORDS = 6


def _after_clause(
    masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """The name and the office, in either order, that follow a clause with a verb of its own."""
    if len(pieces) < 3 or not lexicon.finite.search(" " + masked[pieces[0][0] : pieces[-3][1]]):
        return None
    first, second = pieces[-2], pieces[-1]
    if _is_name(masked[slice(*second)], lexicon) and _opens_office(masked[slice(*first)], lexicon):
        return Subject(*first)
    named = _is_name(masked[slice(*first)], lexicon)
    return Subject(*first) if named and is_role_phrase(masked[slice(*second)], lexicon) else None


def _is_name(words: str, lexicon: Lexicon) -> bool:
    """Whether it is two words with capitals or more, particles aside."""
    found = words.split()
    large = sum(word[0].isupper() for word in found)
    return 1 < large and len(found) <= _NAME_WORDS and found[0].lower() not in lexicon.stop


def _opens_office(words: str, lexicon: Lexicon) -> bool:
    """`its governor`, `the mayor of Sarn`: somebody of a body, or an office."""
    first = words.split()[0].lower()
    own = first in lexicon.possessives and len(words.split()) < _NAME_WORDS
    return own or is_role_phrase(words, lexicon)


def _antecedent(masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon) -> Subject | None:
    """What `who` or `which` stands for: the nearest noun phrase, at most an apposition between."""
    words = words_in(masked, *pieces[-1])
    people = low_of(masked, words[-1]) in lexicon.who and not lexicon.head_first
    if len(words) > 1:
        return _nearest_noun(masked, pieces[-1][0], words[-2][1], lexicon, people=people)
    if len(pieces) < 2:
        return None
    start, end = pieces[-2]
    if len(pieces) > 2 and is_role_phrase(masked[start:end], lexicon):
        return _with_beside(masked, pieces[:-1], lexicon)
    return _nearest_noun(masked, start, end, lexicon, people=people)


def _without_person(masked: str, found: Subject, lexicon: Lexicon) -> Subject:
    """`Labour` of `an adviser for Labour, which denies`: who has an office is no `which`."""
    words = words_in(masked, found.start, found.end)
    for i in range(1, len(words) - 1):
        ahead = lexicon.is_role(low_of(masked, words[i - 1]))
        name = masked[words[i + 1][0]].isupper()
        if ahead and name and low_of(masked, words[i]) in _OF | {"to", "at", "with", "in"}:
            return Subject(words[i + 1][0], found.end)
    return found


def _is_body(masked: str, words: Sequence[tuple[int, int]]) -> bool:
    """Whether a name with capitals, "the" aside, ends the phrase: `the Pensioners’ Alliance`."""
    return all(masked[start].isupper() for start, _ in words[1:])


def _nearest_noun(
    masked: str, start: int, end: int, lexicon: Lexicon, *, people: bool = False
) -> Subject | None:
    """The name at the end, or the noun phrase that ends there; of `people` not the body's name."""
    words = words_in(masked, start, end)
    k = len(words)
    while (
        k and masked[words[k - 1][0]].isupper() and low_of(masked, words[k - 1]) not in lexicon.stop
    ):
        k -= 1
    at = k
    while people and at > 1 and low_of(masked, words[at - 1]) in lexicon.determiners:
        at -= 1  # `two members of the Alliance who say`
    ahead = low_of(masked, words[at - 1]) if at else ""
    name = Subject(words[k][0], words[-1][1]) if k < len(words) else None
    if name and ahead not in lexicon.goes_on - {"with", "and"}:
        return name
    for i in range(len(words) - 2, -1, -1):
        opens = low_of(masked, words[i]) in lexicon.determiners | lexicon.possessives
        if people and i and low_of(masked, words[i - 1]) in _OF and _is_body(masked, words[i:]):
            continue
        if opens and can_speak(masked[words[i][0] : words[-1][1]], lexicon):
            return Subject(words[i][0], words[-1][1])
    if name and ahead not in _OF:
        return name
    if lexicon.finite.search(masked[start:end]):
        return None
    return noun_at_end(masked, start, end, lexicon)
