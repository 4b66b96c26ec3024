"""Relatives named beside somebody, who may bear his surname: rather nobody than the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.find.given import listed
from briefgen.find.individuals import Individual, Mention
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage
from briefgen.find.tokens import UPPER


@dataclass(frozen=True, slots=True)
class _Relative:
    """Somebody's relative at that place of the text, who `speaks` there or is only named."""

    of: int
    at: int
    paragraph: int
    gender: str
    speaks: bool


@cache
def _pattern() -> re.Pattern[str]:
    kin = "|".join(sorted(listed("kin")))
    name = rf"[{UPPER}][\w’'-]+"
    return re.compile(rf"\b(?P<kin>(?i:{kin})),? {name}(?: (?P<last>{name}))?,?")


def doubtful(
    text: str,
    mentions: Sequence[Mention],
    people: Sequence[Individual],
    passages: Sequence[Passage],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """Those of the mentions, by a surname alone, that may be the relative's.

    `Jan Roth died. His brother Karl said so. Roth wept`: until Jan Roth is named in full again.
    """
    relatives = list(_relatives(mentions, people, passages, lexicon))
    whole: dict[int, int] = {}
    for mention in mentions:
        if " " in text[mention.start : mention.end]:
            whole[mention.person] = mention.start
        elif any(_may_be(one, mention, people, whole) for one in relatives):
            yield mention


def _relatives(
    mentions: Sequence[Mention],
    people: Sequence[Individual],
    passages: Sequence[Passage],
    lexicon: Lexicon,
) -> Iterator[_Relative]:
    """Those named by a given name, or with the surname of whoever was named last before."""
    for passage in passages:
        for match in _pattern().finditer(passage.masked):
            at = passage.start + match.start()
            before = [m for m in mentions if m.start < at and m.paragraph >= passage.number - 1]
            if not before or match["last"] not in (None, people[before[-1].person].words[-1]):
                continue
            gender = lexicon.gendered.get(match["kin"].lower(), "")
            speaks = lexicon.cue.match(passage.masked, match.end() + 1) is not None
            yield _Relative(before[-1].person, at, passage.number, gender, speaks)


def _may_be(
    one: _Relative, mention: Mention, people: Sequence[Individual], whole: dict[int, int]
) -> bool:
    """Whether the surname may be the relative's: of the same sex, close by or as one who speaks."""
    if one.of != mention.person or not whole.get(one.of, -1) < one.at < mention.start:
        return False
    genders = {one.gender, people[one.of].gender} - {""}
    return len(genders) < 2 and (one.speaks or mention.paragraph - one.paragraph < 2)
