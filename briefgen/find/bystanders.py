"""People whom a sentence brings in without a name: rivals for the next pronoun.

After `Roth was shot by an officer. “I was afraid,” he said` nobody can tell which of the two it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.find.cast import Cast
from briefgen.find.given import listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK, Passage
from briefgen.find.phrases import low_of, words_in
from briefgen.find.plausible import is_speaker_noun
from briefgen.find.speakers import Speaker

_LONGEST = 4
"""Words from the article to the noun."""
_BY = frozenset(("by", "par", "von", "vom", "por"))

Span = tuple[int, int]


def bystanders(passage: Passage, bounds: Span, cast: Cast, lexicon: Lexicon) -> Iterator[Speaker]:
    """One person each: `an officer`, `his driver`, done something to or doing it."""
    words = words_in(passage.masked, *bounds)
    clause = (lexicon.relative | lexicon.subordinators | listed("whether")) - lexicon.determiners
    for i, word in enumerate(words):
        low = low_of(passage.masked, word)
        if low in clause and i:
            return  # `, where a boy was filling a can`
        before = low_of(passage.masked, words[i - 1]) if i else ""
        if low not in lexicon.determiners | lexicon.possessives or _is_said(before, lexicon):
            continue
        last = _noun(passage.masked, words[i + 1 : i + 1 + _LONGEST], lexicon)
        if last and not _is_named(passage, (word[0], last[1]), cast):
            head = low_of(passage.masked, last)
            gender = lexicon.gendered.get(head, "")
            yield Speaker(passage.text[word[0] : last[1]], gender=gender, form="somebody")


def _is_said(before: str, lexicon: Lexicon) -> bool:
    """Whether it hangs on a little word or is what somebody is: `with` or `was a lawyer`."""
    return (before in lexicon.prepositions | lexicon.goes_on and before not in _BY) or (
        before in listed("copulas")
    )


def _noun(masked: str, words: Sequence[Span], lexicon: Lexicon) -> Span | None:
    """The noun of one person at the end of the phrase, or None where it names none."""
    last = None
    for word in words:
        text = masked[slice(*word)]
        low = text.lower()
        if low in lexicon.stop or masked[word[0]] == BLACK:
            break
        if is_speaker_noun(low, lexicon) and (text.islower() or lexicon.noun_capitals):
            last = word
        elif last:
            break
    if last is None:
        return None
    low = low_of(masked, last)
    plural = low in listed("crowds") or (low.endswith("s") and not lexicon.noun_capitals)
    return None if low in lexicon.bodies or plural else last


def _is_named(passage: Passage, span: Span, cast: Cast) -> bool:
    """Whether a name stands beside it: `the mayor Jan Roth`, `Jan Roth, the mayor`."""
    start, end = passage.start + span[0], passage.start + span[1]
    return any(
        mention.lead <= end + 6 and mention.end >= start - 2
        for mention in cast.between(start - 60, end + 7)
    )
