"""The people of one article while it is read, and what tells of their gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at `text[start:end]`; from `lead` on with office or courtesy."""

    lead: int
    start: int
    end: int
    person: int
    paragraph: int


@dataclass(slots=True)
class Individual:
    """A person of one article, while the article is read."""

    name: str
    words: tuple[str, ...]
    gender: str = ""
    sure: bool = False
    shared: bool = False
    roles: list[tuple[int, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)


AFTER = 220  # characters after a name in which a pronoun most likely means it


def unquoted(text: str, passages: Sequence[Passage]) -> str:
    """The text with its quotations blacked out, as long as before."""
    pieces, at = [], 0
    for passage in passages:
        pieces += [text[at : passage.start], passage.masked]
        at = passage.start + len(passage.masked)
    return "".join((*pieces, text[at:]))


def learn_genders(
    text: str, mentions: Sequence[Mention], people: Sequence[Individual], lexicon: Lexicon
) -> None:
    """Where nothing else tells, the pronoun that most often follows a name before the next one.

    Quotations are left out, for a pronoun there is somebody else's.
    """
    told: dict[int, list[str]] = defaultdict(list)
    for mention, following in zip_longest(mentions, mentions[1:]):
        if not people[mention.person].gender:
            end = min(following.start if following else len(text), mention.end + AFTER)
            found = lexicon.gender_words.search(text, mention.end, end)
            if found:
                told[mention.person].append(lexicon.gender_of[found[0].lower()])
    for who, genders in told.items():
        male, female = genders.count("m"), genders.count("f")
        if male != female:
            people[who].gender = "m" if male > female else "f"
