"""How a name stands in a subject: at its end, or followed by a body."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.cast import Cast
from briefgen.find.individuals import Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import LETTERS
from briefgen.find.passage import Passage
from briefgen.find.phrases import Subject
from briefgen.find.tokens import WORD

_AND = frozenset(("and", "et", "und", "y"))


def to_end(passage: Passage, mention: Mention, end: int) -> bool:
    """Whether the name ends the words, letters after it (`KC`) left aside."""
    tail = passage.text[mention.end - passage.start : end - passage.start].strip(" ,")
    return not tail or tail in LETTERS


def _describes(word: str, lexicon: Lexicon) -> bool:
    """Whether the word may stand between the start of a subject and its name."""
    low = word.lower()
    little = low in lexicon.determiners | lexicon.modifiers | lexicon.fields
    return little or word[0].isupper() or lexicon.is_role(low)


def of_a_body(
    passage: Passage, subject: Subject, mention: Mention, cast: Cast, lexicon: Lexicon
) -> bool:
    """`Jan Roth of the union`: the name opens the subject, and a body follows."""
    ahead = passage.masked[subject.start : mention.lead - passage.start].split()
    if ahead and not cast.people[mention.person].sure:
        return False
    if not all(_describes(word, lexicon) for word in ahead):
        return False
    following = WORD.match(passage.masked, mention.end - passage.start + 1)
    if passage.masked[mention.end - passage.start] != " " or not following:
        return False
    low = following[0].lower()
    return low in lexicon.prepositions or (lexicon.noun_capitals and low in lexicon.determiners)


def _two_offices(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`campaigner and former president`: both are whoever is named next."""
    joint = next((i for i, word in enumerate(words) if i and word in _AND), 0)
    if not joint or set(words) & lexicon.goes_on - _AND:
        return False
    return lexicon.is_role(words[joint - 1]) and lexicon.is_role(words[-1])


def leads(passage: Passage, start: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether only an office or an article stands between the subject's start and the name."""
    between = passage.masked[start : mention.lead - passage.start]
    words = [match[0].lower() for match in WORD.finditer(between)]
    while words and words[0] in lexicon.determiners:
        words.pop(0)
    if _two_offices(words, lexicon) or words in (["de"], ["van"], ["von"], ["di"], ["da"]):
        return True
    little = lexicon.goes_on | lexicon.prepositions | _AND
    if any(word in little for word in words):
        last = between.split()[-1]
        return lexicon.is_role(last) or last in lexicon.portfolios
    return True
