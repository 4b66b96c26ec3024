"""How a name stands in a subject: at its end, or followed by a body."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.cast import Cast
from briefgen.find.given import listed
from briefgen.find.individuals import Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import LETTERS
from briefgen.find.passage import Passage
from briefgen.find.phrases import Subject
from briefgen.find.plausible import is_speaker_noun
from briefgen.find.tokens import AND, WORD

_BY = frozenset(("by", "par", "por"))


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


def in_office(
    passage: Passage, subject: Subject, mention: Mention, cast: Cast, lexicon: Lexicon
) -> bool:
    """`le ministre de l'environnement Jan Roth`: the subject is an office, and the name whose."""
    start = passage.start + subject.start
    for begin, end in cast.people[mention.person].roles:
        if lexicon.head_first and start <= begin and 0 <= mention.start - end <= 1:
            before = passage.masked[subject.start : begin - passage.start]
            ahead = [match[0].lower() for match in WORD.finditer(before)]
            while ahead and (ahead[-1] in lexicon.determiners or len(ahead[-1]) == 1):
                ahead.pop()  # "le", and the "l" of "l'ancien"
            if not ahead or (ahead[-1] in AND and any(map(lexicon.is_role, ahead))):
                return True
    return False


def _two_offices(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`campaigner and former president`: both are whoever is named next."""
    joint = next((i for i, word in enumerate(words) if i and word in AND), 0)
    if not joint or set(words) & lexicon.goes_on - AND:
        return False
    return lexicon.is_role(words[joint - 1]) and lexicon.is_role(words[-1])


def leads(passage: Passage, start: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether only an office or an article stands between the subject's start and the name."""
    between = passage.masked[start : mention.lead - passage.start]
    words = [match[0].lower() for match in WORD.finditer(between)]
    while words and words[0] in lexicon.determiners:
        words.pop(0)
    if _is_object(words, lexicon):
        return False
    if _two_offices(words, lexicon) or words in (["de"], ["van"], ["von"], ["di"], ["da"]):
        return True
    little = lexicon.goes_on | lexicon.prepositions | AND
    if any(word in little for word in words):
        last = between.split()[-1]
        office = lexicon.is_role(last) and not _is_anothers(words, lexicon)
        return office or last in lexicon.portfolios
    return True


def _is_object(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`the judge who sentenced`, `police seeking the miner`: who is named next does nothing."""
    if not lexicon.relative.isdisjoint(words):
        return True
    done_by = (
        bool(lexicon.gerund) and word.endswith(lexicon.gerund) and not lexicon.is_role(word)
        for word in words[1:]
    )
    by_somebody = (is_speaker_noun(word, lexicon) for word in words)
    return any(done and by for done, by in zip(done_by, by_somebody, strict=False))


def _is_anothers(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`the lawyer of the mayor`: the office just before the name is not that of who speaks."""
    links = lexicon.goes_on | lexicon.prepositions - AND
    for i in range(len(words) - 1, 0, -1):
        if words[i] in AND:
            return False
        head = words[i - 1]
        if words[i] in _BY:
            return True  # `a letter read by the actor`
        if words[i] in links and (lexicon.is_role(head) or head in listed("kin")):
            return True
        if words[i] in links and lexicon.head_first and head not in lexicon.stop:
            return True
    return False
