"""The words that name who speaks after a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject, low_of, pronoun, words_in
from briefgen.find.plausible import is_speaker_noun
from briefgen.find.tokens import OLD, PHRASE_END

_PARTICLES = frozenset(("de", "van", "di", "da"))
_THEM = frozenset(("them", "ellos", "ellas", "eux", "elles", "ihnen"))


def subject_after(masked: str, cue: int, ceiling: int, lexicon: Lexicon) -> Subject | None:
    """The subject that begins after the verb which ends at `cue`: `said Idris Bakare, …`."""
    stop = PHRASE_END.search(masked, cue, ceiling)
    end = stop.start() if stop else ceiling
    words = words_in(masked, cue, end)
    while words and _is_adverbial(masked, words, lexicon):
        words.pop(0)
    if len(words) > 1 and low_of(masked, words[0]) in ("von", "vom"):
        words.pop(0)
    if not words:
        return None
    first = low_of(masked, words[0])
    if first in lexicon.conjunctions:
        return None  # a clause follows
    particle = len(words) > 1 and masked[words[1][0]].isupper() and first in _PARTICLES
    if particle:
        return Subject(words[0][0], words[_cut(masked, words[1:], lexicon) + 1][1])
    if first in lexicon.pronouns:
        return pronoun(words[0], first, lexicon)
    if lexicon.language != "en" and first in lexicon.prepositions:
        words = _past_adverbial(masked, words, lexicon) or words
        first = low_of(masked, words[0])
    if not (
        masked[words[0][0]].isupper()
        or first in lexicon.determiners
        or first in lexicon.possessives
        or first in lexicon.speakers
        or first in lexicon.modifiers
        or lexicon.is_role(first)
        or _is_called(masked, words, lexicon)
    ):
        return None
    return Subject(words[0][0], words[_cut(masked, words, lexicon)][1])


def _is_called(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`race director Ana Roth`, `17-year-old Ana Roth`: a name behind an age or an office."""
    for ahead, name in pairwise(words[:4]):
        if masked[name[0]].isupper():
            return lexicon.is_role(low_of(masked, ahead)) or bool(OLD.search(low_of(masked, ahead)))
    return False


def _is_adverbial(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`ayer`, `el lunes`: what stands between the verb and its subject."""
    low = low_of(masked, words[0])
    day = len(words) > 1 and low_of(masked, words[1]) in lexicon.days
    return low in lexicon.after_verb or (low in lexicon.determiners and day)


def _past_adverbial(
    masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """`explica a este diario una vecina`, `declaró a la prensa Ana Roth`: from the speaker on."""
    for i in range(1, len(words) - 1):
        before = low_of(masked, words[i - 1])
        if before in lexicon.conjunctions:
            return []  # a clause follows
        if before in lexicon.prepositions | lexicon.determiners | lexicon.possessives:
            continue
        noun = low_of(masked, words[i + 1])
        if low_of(masked, words[i]) in lexicon.determiners and is_speaker_noun(noun, lexicon):
            return list(words[i:])
        if not lexicon.noun_capitals and _is_name(masked, words[i - 1 : i + 2]):
            return list(words[i:])
    if len(words) > 1 and not lexicon.noun_capitals and _is_last_name(masked, words[-2:], lexicon):
        return list(words[-1:])
    return []


def _is_last_name(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Whether a name of one word ends the phrase: `dice con sorna Ana`."""
    before, name = (masked[slice(*word)] for word in words)
    if before in lexicon.stop or not before.islower() or before in lexicon.bodies:
        return False
    return name[0].isupper() and len(name) > 1


def _is_name(masked: str, words: Sequence[tuple[int, int]]) -> bool:
    """Whether the last two words have capitals, and the one before has none, or nothing else."""
    before, first, second = (masked[slice(*word)] for word in words)
    starts = before.islower() or before.isupper()
    large = second[0].isupper() or second in ("de", "del", "von", "van", "bin", "ben", "di", "da")
    return starts and first[0].isupper() and large


def _joins(low: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a little word carries the phrase on: `close to`, `one of them`, `at a bank`."""
    if low in ("to", "with"):
        return before in lexicon.after_noun
    if low in ("un", "une") and before in ("l’", "l'"):
        return True
    carried = before in lexicon.goes_on | {"to", "with"}
    return carried and (low in _THEM or low in lexicon.determiners)


def _cut(masked: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> int:
    """The last word of the noun phrase: `of`, `for` and `with` go on, other little words end it."""
    for i in range(1, len(words)):
        low = low_of(masked, words[i])
        before = low_of(masked, words[i - 1])
        if low in ("à", "au", "aux") and is_speaker_noun(before, lexicon):
            return i - 1
        if low in lexicon.goes_on and i + 1 < len(words):
            continue
        if _joins(low, before, lexicon):
            continue
        capital = masked[words[i - 1][0]].isupper()
        if lexicon.noun_capitals and capital and not masked[words[i][0]].isupper():
            return i - 1
        acronym = len(low) > 1 and masked[slice(*words[i])].isupper()
        if acronym and lexicon.language == "en":
            continue  # the US
        if low in lexicon.stop or low in lexicon.days or low.endswith("ly"):
            return i - 1
    return len(words) - 1
