"""Firms that bear a surname: `Dorn said it would appeal` is not on Ann Dorn, who founded it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.find.given import listed
from briefgen.find.individuals import Individual, Mention
from briefgen.find.lexicon import Lexicon


def firms(
    text: str, mentions: Sequence[Mention], people: Sequence[Individual], lexicon: Lexicon
) -> Iterator[Mention]:
    """The mentions by a bare surname that is a firm's in this article."""
    names = {i: people[i].words[-1] for i in {m.person for m in mentions} if _is_full(people[i])}
    found = {i for i, name in names.items() if _is_firm(text, name, mentions, i, lexicon)}
    return (m for m in mentions if m.person in found and _is_bare(text, m))


def _is_full(person: Individual) -> bool:
    return len(person.words) > 1


def _is_bare(text: str, mention: Mention) -> bool:
    """Whether neither a given name nor an office or a courtesy stands with it."""
    return mention.lead == mention.start and " " not in text[mention.start : mention.end]


def _is_firm(
    text: str, name: str, mentions: Sequence[Mention], person: int, lexicon: Lexicon
) -> bool:
    """Whether its legal form stands behind it, or it was "it" before anybody was introduced."""
    if re.search(rf"\b{re.escape(name)} (?:{'|'.join(sorted(listed('legal')))})\b", text):
        return True
    own = [mention for mention in mentions if mention.person == person]
    bare = [mention for mention in own if _is_bare(text, mention)]
    if not bare or own[0] != bare[0]:
        return False
    called = [said for m in bare if (said := _pronoun(text, m.end, lexicon))]
    return "n" in called and not {"m", "f"} & set(called)


def _pronoun(text: str, end: int, lexicon: Lexicon) -> str | None:
    """The kind of the pronoun in `said it would`, `said that he`."""
    cue = lexicon.cue.match(text, end + 1)
    after = re.match(r" (?:that )?(\w+)", text[cue.end() :]) if cue else None
    return lexicon.pronouns.get(after[1]) if after else None
