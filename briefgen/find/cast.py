"""The people of one article: who is named where, under which full name, in which role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.find.claims import unclaimed
from briefgen.find.founders import firms
from briefgen.find.given import given_names, listed
from briefgen.find.individuals import Individual, Mention, learn_genders, unquoted
from briefgen.find.kin import doubtful
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import Name, names
from briefgen.find.passage import Passage
from briefgen.find.places import is_place
from briefgen.find.plausible import head_of
from briefgen.find.role_trim import is_former, is_relational, is_relative, unarticled
from briefgen.find.roles import role_of
from briefgen.find.single import is_only_name
from briefgen.find.variants import by_part, full_form, whom

_SMALL = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an article and their mentions in the order of the text.

    At `unsure` stands a surname that may be a relative's, at `firms` one that is a firm's.
    """

    people: tuple[Individual, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    unsure: frozenset[int] = frozenset()
    firms: frozenset[int] = frozenset()

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin inside `text[start:end]`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def role(self, text: str, person: int) -> str | None:
        """The person's role in its longest form, rather one of today; without its article."""
        written = (unarticled(text[start:end]) for start, end in self.people[person].roles)
        found = [role for role in written if not is_relative(role)]
        own = [role for role in found if not is_relational(role)] or found
        return max(own, key=lambda role: (not is_former(role), len(role)), default=None)


def cast(text: str, passages: Sequence[Passage], lexicon: Lexicon) -> Cast:
    """Everybody whom the paragraphs name."""
    small = frozenset(match[0] for match in _SMALL.finditer(text))
    found = [
        (passage, name)
        for passage in passages
        for name in names(passage.text, lexicon, _starts(passage), small)
    ]
    people = _full(found, lexicon)
    _singles(found, people, lexicon)
    unclaimed(people)
    mentions = list(_mentions(found, people))
    others = frozenset(firms(text, mentions, people, lexicon))
    unsure = frozenset(doubtful(text, mentions, people, passages, lexicon)) - others
    for mention in others | unsure:
        people[mention.person].shared = True
    mentions = [mention for mention in mentions if mention not in others | unsure]
    learn_genders(unquoted(text, passages), mentions, people, lexicon)
    starts = tuple(mention.start for mention in mentions)
    apart = [frozenset(mention.start for mention in found) for found in (unsure, others)]
    return Cast(tuple(people), tuple(mentions), starts, *apart)


def _starts(passage: Passage) -> frozenset[int]:
    return frozenset(sentence.start - passage.start for sentence in passage.sentences)


Found = tuple[Passage, Name]


def _full(found: Iterable[Found], lexicon: Lexicon) -> list[Individual]:
    """Those named in full somewhere, with the roles that stand beside the name."""
    people: dict[tuple[str, ...], Individual] = {}
    for passage, name in found:
        if _is_single(name):
            continue
        roles = _roles(passage, name, lexicon)
        person = people.get(name.words)
        placed = is_place(passage.masked, name, lexicon) and not roles
        if name.doubtful and not (roles or lexicon.tells.match(passage.text, name.start)):
            continue
        if person is None and not placed:
            person = people[name.words] = _individual(passage, name)
        if person is None or placed:
            continue
        _learn(person, passage, name, roles, lexicon)
    return _unranked(_one_form(people))


def _individual(passage: Passage, name: Name) -> Individual:
    """Somebody new, called as the article does, with the nickname between the names."""
    return Individual(" ".join(passage.text[name.start : name.end].split()), name.words)


def _one_form(people: dict[tuple[str, ...], Individual]) -> list[Individual]:
    """`Ana Ruiz` and `Ana Ruiz Orme` as one, under the longer name."""
    kept = dict(people)
    for words, person in people.items():
        fuller = full_form(words, list(people))
        if fuller == words or {person.gender, people[fuller].gender} == {"m", "f"}:
            continue
        whole = people[fuller]
        whole.forms += [words, *person.forms]
        whole.roles += person.roles
        whole.titles += person.titles
        whole.sure |= person.sure
        whole.gender = whole.gender or person.gender
        del kept[words]
    return list(kept.values())


def _unranked(people: list[Individual]) -> list[Individual]:
    """Without `Judge Orme` under an office that is in no list, where an Orme is known."""
    known = Counter(person.words[-1] for person in people if person.sure)
    return [
        person
        for person in people
        if person.sure or len(person.words) != 2 or known[person.words[-1]] != 1
    ]


def _singles(found: Iterable[Found], people: list[Individual], lexicon: Lexicon) -> None:
    """Those named by surname alone, where an office or a courtesy shows that it is one."""
    known = by_part([person.words for person in people])
    for passage, name in found:
        if not _is_single(name):
            continue
        candidates = whom(name.words, known)
        roles = _roles(passage, name, lexicon)
        candidates = tuple(i for i in candidates if not _other(name, people[i]))
        if len(candidates) == 1:
            _learn(people[candidates[0]], passage, name, roles, lexicon)
        elif not candidates and (
            name.courtesy or (name.titled and roles) or is_only_name(passage, name, roles, lexicon)
        ):
            if is_place(passage.masked, name, lexicon):
                continue
            person = _individual(passage, name)
            _learn(person, passage, name, roles, lexicon)
            people.append(person)
            known = by_part([person.words for person in people])


def _is_single(name: Name) -> bool:
    """Whether it is no more than a surname, as `de Wit` is."""
    first = name.words[0]
    led = len(name.words) == 2 and bool(name.courtesy) and first.lower() in listed("particles")
    return len(name.words) == 1 or first[0].islower() or led


def _other(name: Name, person: Individual) -> bool:
    """Whether `Mrs Roth` cannot be this Roth."""
    return bool(name.courtesy and name.gender and person.gender) and name.gender != person.gender


def _roles(passage: Passage, name: Name, lexicon: Lexicon) -> list[tuple[int, int]]:
    return [
        (start + passage.start, end + passage.start)
        for start, end in role_of(passage.masked, name, lexicon)
    ]


def _learn(
    person: Individual,
    passage: Passage,
    name: Name,
    roles: list[tuple[int, int]],
    lexicon: Lexicon,
) -> None:
    at = passage.start
    if not (name.given or name.courtesy or name.titled):
        start = at + name.start  # `Karpat Gold, owner of the dam,` may be somebody, `HS Gold` not
        loud = name.words[0].isupper() and len(name.words[0]) > 1 and name.words[0].isalpha()
        roles = [
            r for r in roles if (r[0] > start and not loud) or not _is_firms(passage, r, lexicon)
        ]
    person.roles += roles
    person.titles += [passage.text[start - at : end - at].lower() for start, end in roles]
    person.sure = person.sure or bool(roles) or bool(name.courtesy) or name.given
    if not person.gender:
        person.gender = name.gender or _gender(passage, roles, lexicon)
    if not person.gender and name.given:
        person.gender = given_names()[name.words[0]]


def _is_firms(passage: Passage, role: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a firm may have the role as well: `the dam's owner, Karpat Gold`."""
    words = passage.masked[role[0] - passage.start : role[1] - passage.start].lower().split()
    return bool(words) and head_of(words, lexicon).strip(",") in lexicon.firms


def _gender(passage: Passage, roles: Iterable[tuple[int, int]], lexicon: Lexicon) -> str:
    for start, end in roles:
        words = passage.text[start - passage.start : end - passage.start].lower().split()
        for i, word in enumerate(words):
            if i and word in lexicon.prepositions:
                break
            if word in lexicon.gendered:
                return lexicon.gendered[word]
    return ""


def _mentions(found: Iterable[Found], people: Sequence[Individual]) -> Iterator[Mention]:
    full = {form: i for i, p in enumerate(people) for form in (p.words, *p.forms)}
    parts = by_part([person.words for person in people])
    for passage, name in found:
        if len(name.words) > 1 and name.words in full:
            who = full[name.words]
        else:
            candidates = whom(name.words, parts)
            if len(candidates) > 1 and name.gender:
                candidates = tuple(i for i in candidates if people[i].gender == name.gender)
            candidates = tuple(i for i in candidates if not _other(name, people[i]))
            if len(candidates) != 1 or name.given:
                continue
            who = candidates[0]
        at = passage.start
        yield Mention(at + name.lead, at + name.start, at + name.end, who, passage.number)
