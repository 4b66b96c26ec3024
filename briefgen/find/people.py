"""Who is who: the people whom the sources name, with their roles, merged across the sources."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from briefgen.find.role_trim import is_former, is_relational, is_relative
from briefgen.find.scene import Scene
from briefgen.find.variants import Words, full_form, is_pet_form
from briefgen.model import Extract, Meeting, Person, Source

TELLING = 90  # characters of a role beyond which a shorter one says it better


_ONE_OF = re.compile(r"(?:one of|l?[’']?une? des|un[oa] de|eine[rs]? der)\b", re.I)


@dataclass(frozen=True, slots=True)
class Seen:
    """A person in one source: the name's words, the role there, and how often."""

    name: str
    words: tuple[str, ...]
    role: str | None
    mentions: int
    first: Extract
    sure: bool
    gender: str
    rank: int
    shared: bool


def people(scenes: Sequence[Scene], *, meeting: Meeting | None = None) -> tuple[Person, ...]:
    """The people that are surely people: those who attend first, then the most mentioned."""
    seen = _in_one_case(one for rank, scene in enumerate(scenes) for one in _seen(scene, rank))
    invited = [attendee.name for attendee in meeting.attendees] if meeting else []
    found = [person for group in _merged(seen) if (person := _person(group, invited))]
    return tuple(sorted(found, key=lambda p: (not p.attending, -p.mentions)))


def called(scenes: Sequence[Scene]) -> Mapping[str, str]:
    """For each other form of a name the one under which who's who has the person."""
    seen = _in_one_case(one for rank, scene in enumerate(scenes) for one in _seen(scene, rank))
    return {
        one.name: group[0].name
        for group in _merged(seen)
        for one in group
        if one.name != group[0].name
    }


def sole(people: Iterable[Person]) -> Mapping[str, Person]:
    """Of each surname that means one person alone, the person."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        bearers[person.surname].append(person)
    return {
        surname: found[0]
        for surname, found in bearers.items()
        if len(found) == 1 and not found[0].shared and found[0].name != surname
    }


def _seen(scene: Scene, rank: int) -> list[Seen]:
    """The people of one source, in the order of their first mention."""
    firsts: dict[int, int] = {}
    counts: dict[int, int] = defaultdict(int)
    for mention in scene.cast.mentions:
        firsts.setdefault(mention.person, mention.start)
        counts[mention.person] += 1
    text, people = scene.source.article.text, scene.cast.people
    return [
        Seen(
            people[who].name,
            people[who].words,
            scene.cast.role(text, who),
            counts[who],
            first,
            people[who].sure,
            people[who].gender,
            rank,
            people[who].shared,
        )
        for who, start in firsts.items()
        if (first := _first(scene.source, start))
    ]


def _in_one_case(seen: Iterable[Seen]) -> list[Seen]:
    """A name that others write with other capitals or accents, "Ki-Moon", as the first does."""
    written: dict[tuple[str, ...], tuple[str, ...]] = {}
    return [
        replace(one, words=written.setdefault(tuple(map(_folded, one.words)), one.words))
        for one in seen
    ]


def _folded(word: str) -> str:
    """The word in small letters, without accents and the like."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _first(source: Source, start: int) -> Extract | None:
    """The sentence of the first mention."""
    for sentence in source.sentences:
        if sentence.start <= start < sentence.end:
            text = source.text_of(sentence)
            return Extract(text, source.id, sentence.paragraph, sentence.start, sentence.end)
    return None


def _merged(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Those of one full name together; a surname alone joins the only full name that bears it."""
    groups: dict[tuple[str, ...], list[Seen]] = {}
    names = sorted({one.words for one in seen})
    for one in sorted(seen, key=lambda one: -len(one.words)):
        if len(one.words) > 1:
            fuller = full_form(one.words, names)
            same = fuller in groups and _of_one_gender(one, groups[fuller])
            groups.setdefault(fuller if same else one.words, []).append(one)
    groups = _with_pet_forms(groups)
    for one in seen:
        if len(one.words) == 1:
            bearers = [words for words, group in groups.items() if _may_be(one, words, group)]
            groups.setdefault(bearers[0] if len(bearers) == 1 else one.words, []).append(one)
    return list(groups.values())


def _with_pet_forms(groups: dict[Words, list[Seen]]) -> dict[Words, list[Seen]]:
    """The groups, `Bernie Orme` joined to `Bernard Orme` where no third one has the surname."""
    joined = dict(groups)
    for short, full in permutations(groups, 2):
        bearers = sum(words[-1] == short[-1] for words in groups)
        alike = bearers == 2 and is_pet_form(short, full)
        if alike and all(_of_one_gender(one, groups[full]) for one in groups[short]):
            joined[full] = sorted((*groups[full], *joined.pop(short)), key=_by_mentions)
    return joined


def _by_mentions(one: Seen) -> tuple[int, int]:
    return -one.mentions, one.rank


def _may_be(one: Seen, words: tuple[str, ...], group: Sequence[Seen]) -> bool:
    """Whether the surname is that of the full name, and no courtesy or pronoun tells them apart."""
    return len(words) > 1 and words[-1] == one.words[0] and _of_one_gender(one, group)


def _of_one_gender(one: Seen, group: Sequence[Seen]) -> bool:
    """Whether one of the others is of its gender, or nothing tells of any."""
    genders = {other.gender for other in group} - {""}
    return not one.gender or not genders or one.gender in genders


def _person(group: Sequence[Seen], invited: Sequence[str]) -> Person | None:
    if not any(one.sure for one in group):
        return None
    name = group[0].name
    told = [one.role for one in group if one.role and not is_relative(one.role)]
    told = [role for role in told if not is_relational(role)] or told
    known = [role for role in told if not _ONE_OF.match(role)] or told
    roles = [role for role in known if not is_former(role)] or known
    return Person(
        name=name,
        role=max((role for role in roles if len(role) <= TELLING), key=len, default=None)
        or min(roles, key=len, default=None),
        mentions=sum(one.mentions for one in group),
        attending=any(_same(one.words, guest) for one in group for guest in invited),
        first=min(group, key=lambda one: one.rank).first,
        shared=any(one.shared for one in group),
    )


def _same(words: tuple[str, ...], guest: str) -> bool:
    """Whether both are one name, whatever the order of its words ("Olsen, Maria")."""
    ours, theirs = [word.casefold() for word in words], guest.replace(",", " ").casefold().split()
    return len(ours) > 1 and sorted(ours) == sorted(theirs)
