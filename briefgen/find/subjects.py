"""The words that name who speaks: before the verb, after it, or at the head of the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject, kept_of, low_of, pieces_of, pronoun, words_in
from briefgen.find.roles import is_role_phrase

_PARTICIPLE = re.compile(r"\w+ing$")
_JOINED = re.compile(r"(?:^| )(?:and|but|then|et|mais|y|und)$")
MOST_WORDS = 14


def subject_before(masked: str, floor: int, cue: int, lexicon: Lexicon) -> Subject | None:
    """The subject that ends before the verb at `cue`, in the sentence that begins at `floor`."""
    end = _back(masked, floor, cue, lexicon)
    left = masked[floor:end]
    edges = [floor, *(floor + m.end() for m in lexicon.opener.finditer(left))]
    pieces = list(pieces_of(masked, edges[-1], end))
    if not pieces:
        return _coordinated(masked, edges, lexicon)
    if left.endswith((",", ")")):
        return _with_beside(masked, pieces, lexicon)
    last = pieces[-1]
    if len(pieces) > 1 and _introduced(masked, pieces, lexicon):
        return _noun_at_end(masked, *pieces[0], lexicon)
    words = words_in(masked, *last)
    if words and masked[slice(*words[-1])].lower() in lexicon.relative:
        return _antecedent(masked, pieces, lexicon)
    found = _noun_at_end(masked, *last, lexicon)
    floor = max(floor, masked.rfind(";", floor, end) + 1)
    if found or len(pieces) == 1:
        return found or opening_subject(masked, floor, end, lexicon)
    return _with_beside(masked, pieces, lexicon) or opening_subject(masked, floor, end, lexicon)


def _introduced(masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`Tony Blair, the Prime Minister said`: a name, then its office, and no comma at the end."""
    name, office = masked[slice(*pieces[0])], masked[slice(*pieces[1])]
    words = name.split()
    if not 1 < len(words) <= MOST_WORDS // 2 or not all(word[0].isupper() for word in words):
        return False
    return words[0].lower() not in lexicon.stop and is_role_phrase(office, lexicon)


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
    """`Piet Groot, a retired director,`: the first piece that is no adverbial."""
    for start, end in pieces:
        words = kept_of(masked, words_in(masked, start, end), lexicon)
        if not words:
            continue
        first = low_of(masked, words[0])
        if first in lexicon.prepositions or first in lexicon.relative or _PARTICIPLE.match(first):
            continue
        return _noun_at_end(masked, start, end, lexicon)
    return None


def _antecedent(masked: str, pieces: Sequence[tuple[int, int]], lexicon: Lexicon) -> Subject | None:
    """What `who` or `which` stands for."""
    if len(words_in(masked, *pieces[-1])) > 1:
        start, end = pieces[-1]
        return _noun_at_end(masked, start, words_in(masked, start, end)[-2][1], lexicon)
    if len(pieces) > 2:
        return _with_beside(masked, pieces[:-1], lexicon)
    if len(pieces) < 2:
        return None
    start, end = pieces[-2]
    words = words_in(masked, start, end)
    if lexicon.finite.search(masked[start:end]):
        return _inner(masked, words, lexicon, governed=True)
    return _noun_at_end(masked, start, end, lexicon)


def _noun_at_end(masked: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    words = kept_of(masked, words_in(masked, start, end), lexicon)
    if not words:
        return None
    last, first = low_of(masked, words[-1]), low_of(masked, words[0])
    governed = len(words) > 1 and low_of(masked, words[-2]) in lexicon.prepositions
    if last in lexicon.pronouns and not governed:
        return pronoun(words[-1], last, lexicon)
    text = masked[words[0][0] : words[-1][1]]
    alone = len(words) == 1 and last in lexicon.alone
    alone = alone or governed or (len(words) == 2 and first in ("the", "a"))
    if masked[words[-1][1] : end].strip(" ,.’'") or (last in lexicon.stop and not alone):
        return opening_subject(masked, start, end, lexicon) if _JOINED.search(text) else None
    if first in lexicon.relative and first not in lexicon.determiners:
        if len(words) < 2 or not _begins_noun(masked, words[1], lexicon):
            return None
        return Subject(words[1][0], words[-1][1])
    if first in lexicon.prepositions:
        return _inner(masked, words, lexicon)
    if after := _after_conjunction(masked, words, lexicon):
        return after
    if lexicon.finite.search(text) or len(words) > MOST_WORDS or first in lexicon.pronouns:
        return opening_subject(masked, start, end, lexicon)
    return Subject(words[0][0], words[-1][1])


def _begins_noun(masked: str, word: tuple[int, int], lexicon: Lexicon) -> bool:
    low = low_of(masked, word)
    return masked[word[0]].isupper() or low in lexicon.determiners or low in lexicon.possessives


def _after_conjunction(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """`would be released and Tony Blair called`: the noun phrase after a finished clause."""
    for i in range(len(words) - 1, 0, -1):
        if low_of(masked, words[i - 1]) in lexicon.conjunctions:
            before = masked[words[0][0] : words[i - 1][0]]
            text = masked[words[i][0] : words[-1][1]]
            strong = low_of(masked, words[i - 1]) in lexicon.subordinators
            if (strong or lexicon.finite.search(before)) and not lexicon.finite.search(text):
                return Subject(words[i][0], words[-1][1])
            return None
    return None


def _inner(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon, *, governed: bool = False
) -> Subject | None:
    """The noun phrase after an adverbial without a comma: `In its decision the regulator`.

    `governed` takes one that hangs on a preposition, too.
    """
    k = len(words)
    while (
        k and masked[words[k - 1][0]].isupper() and low_of(masked, words[k - 1]) not in lexicon.stop
    ):
        k -= 1
    while k < len(words) - 1 and masked[slice(*words[k])] in lexicon.months:
        k += 1
    if 0 < k < len(words):
        ahead = low_of(masked, words[k - 1])
        free = k > 1 and masked[slice(*words[k - 1])] in lexicon.months
        if (ahead not in lexicon.stop or free) and not lexicon.is_role(ahead):
            return Subject(words[k][0], words[-1][1])
    for i in range(len(words) - 2, -1, -1):
        low = low_of(masked, words[i])
        if low in lexicon.determiners or low in lexicon.possessives:
            if not governed and (not i or low_of(masked, words[i - 1]) in lexicon.prepositions):
                continue
            return Subject(words[i][0], words[-1][1])
    return None


def opening_subject(masked: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """The noun phrase at the head of the clause, before a verb that is not looked for."""
    pieces = [kept_of(masked, words_in(masked, *p), lexicon) for p in pieces_of(masked, start, end)]
    pieces = [words for words in pieces if words]
    for i, words in enumerate(pieces):
        first = low_of(masked, words[0])
        following = low_of(masked, pieces[i + 1][0]) if i + 1 < len(pieces) else ""
        if first in lexicon.pronouns:
            return pronoun(words[0], first, lexicon)
        if first in lexicon.prepositions or _PARTICIPLE.match(first):
            continue
        if following in lexicon.pronouns:  # `An economist at the institute, he has shown`
            return pronoun(pieces[i + 1][0], following, lexicon)
        return _head(masked, words, lexicon)
    return None


def _head(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> Subject | None:
    """Names, offices and bodies up to the first other word."""
    i = 0
    if low_of(masked, words[0]) in lexicon.determiners | lexicon.possessives:
        i = 1
    last = None
    while i < len(words):
        word = masked[slice(*words[i])]
        low = word.lower()
        if word[0].isupper() or lexicon.is_role(low) or low in lexicon.speakers:
            last = i
        elif low in ("of", "for", "de", "du", "des") and i + 1 < len(words):
            if not masked[words[i + 1][0]].isupper():
                break
        elif low not in lexicon.modifiers:
            break
        i += 1
    return None if last is None else Subject(words[0][0], words[last][1])
