"""Noun phrases in which a clause begins or ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject, kept_of, low_of, pieces_of, pronoun, words_in
from briefgen.find.plausible import can_speak, is_speaker_noun
from briefgen.find.tokens import AND, GENITIVE

PARTICIPLE = re.compile(r"\w+(?:ing|[éi]e?s?|[ai]d[oa]s?)$")
_JOINED = re.compile(r"(?:^| )(?:and|but|then|et|mais|y|und)$")
MOST_WORDS = 14


def is_adverbial(first: str, lexicon: Lexicon) -> bool:
    """Whether a participle opens the piece: `Speaking in Sarn`, `Interrogée hier`."""
    english = lexicon.language == "en" and not first.endswith("ing")
    known = english or lexicon.noun_capitals or is_speaker_noun(first, lexicon)
    return bool(PARTICIPLE.match(first)) and not known


def noun_at_end(masked: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """The noun phrase or pronoun with which the stretch ends, ready for a verb."""
    words = kept_of(masked, words_in(masked, start, end), lexicon)
    if not words or (len(words) == 1 and low_of(masked, words[0]) in lexicon.connectives):
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
    for within in (_after_conjunction, _after_relative, _before_relative):
        if subject := within(masked, words, lexicon):
            return subject
    if lexicon.finite.search(text) or len(words) > MOST_WORDS or first in lexicon.pronouns:
        return opening_subject(masked, start, end, lexicon)
    return Subject(words[0][0], words[-1][1])


def _after_relative(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """`a move which Norland`: the noun phrase inside the relative clause."""
    for i in range(len(words) - 1, 0, -1):
        if low_of(masked, words[i - 1]) in lexicon.relative - lexicon.determiners:
            found = _begins_noun(masked, words[i], lexicon)
            return Subject(words[i][0], words[-1][1]) if found else None
    return None


def _before_relative(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """`Two traders who were there`: the noun phrase with the clause that describes it."""
    for i in range(1, min(len(words) - 1, MOST_WORDS)):
        if low_of(masked, words[i]) not in lexicon.who:
            continue
        before = masked[words[0][0] : words[i - 1][1]]
        if lexicon.finite.search(before) or not can_speak(before, lexicon):
            return None
        return Subject(words[0][0], words[-1][1])
    return None


def _begins_noun(masked: str, word: tuple[int, int], lexicon: Lexicon) -> bool:
    low = low_of(masked, word)
    return masked[word[0]].isupper() or low in lexicon.determiners or low in lexicon.possessives


def _after_conjunction(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Subject | None:
    """`would be released and Tony Blair called`: the noun phrase after a finished clause."""
    for i in range(len(words) - 1, 0, -1):
        if low_of(masked, words[i - 1]) in lexicon.conjunctions:
            if i == 1 and low_of(masked, words[0]) in lexicon.determiners:
                continue  # `That report`
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
            if i > 1 and low_of(masked, words[i - 1]) in AND and not governed:
                return None  # `In May he and the engineer`: both speak
            return Subject(words[i][0], words[-1][1])
    return None


def opening_subject(masked: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """The noun phrase at the head of the clause, before a verb that is not looked for."""
    pieces = [kept_of(masked, words_in(masked, *p), lexicon) for p in pieces_of(masked, start, end)]
    pieces = [
        words
        for words in pieces
        if words and (len(words) > 1 or low_of(masked, words[0]) not in lexicon.connectives)
    ]
    for i, words in enumerate(pieces):
        first = low_of(masked, words[0])
        following = low_of(masked, pieces[i + 1][0]) if i + 1 < len(pieces) else ""
        if first in lexicon.pronouns:
            return pronoun(words[0], first, lexicon)
        relative = lexicon.relative - lexicon.determiners
        if first in lexicon.prepositions | relative or is_adverbial(first, lexicon):
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
        if word[0].isupper() or is_speaker_noun(low, lexicon):
            last = i
        elif low in AND and last == i - 1 and _goes_on(masked, words[i + 1 :], lexicon):
            pass  # `The Nurses and Midwives Alliance`
        elif low in ("of", "for", "de", "du", "des", "del") and i + 1 < len(words):
            the = low_of(masked, words[i + 1]) in lexicon.determiners and i + 2 < len(words)
            if not masked[words[i + 1 + the][0]].isupper():
                break
            i += the
        elif low not in lexicon.modifiers:
            if last is not None and lexicon.language == "en" and GENITIVE.search(word):
                return None  # `The Ruritanian government's plan`
            break
        i += 1
    if last is None or (not last and i == 1 and _is_thing(masked, words, lexicon)):
        return None
    return Subject(words[0][0], words[last][1])


def _goes_on(masked: str, rest: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Whether a name or somebody else follows right behind "and"."""
    return bool(rest) and (
        masked[rest[0][0]].isupper() or is_speaker_noun(low_of(masked, rest[0]), lexicon)
    )


def _is_thing(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Whether its capital is the sentence's: `Footage of the quay`."""
    low = low_of(masked, words[0])
    known = lexicon.is_role(low) or low in lexicon.speakers
    return not known and len(words) > 1 and low_of(masked, words[1]) in lexicon.prepositions
