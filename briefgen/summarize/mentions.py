"""Second mentions: what a sentence names as known because the article introduced it before.

A surname whose full name went before, an abbreviation that was spelled out, "the law" after "a law
on water": each leans on the sentence that introduced it, unless that stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.summarize.names import full_names, held, lone_names, official, runs
from briefgen.summarize.pointers import takes_several
from briefgen.summarize.rules import Rules, by_word
from briefgen.summarize.tokens import Tokens, bare, insides, is_name, is_verb, named, names_at

_MODIFIERS = 5
"""Words between an article and its noun, at most."""


@dataclass(frozen=True, slots=True)
class Definite:
    """A noun with a definite article: its place and its word.

    `whole` where a complement or a name says which.
    """

    start: int
    end: int
    head: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Want:
    """What the sentence takes as known: a `name`, a `noun`, or `several` names; `first` says where.

    `first` is the place of the sentence that introduced it; None where none did under that word.
    """

    kind: str
    word: str
    first: int | None = None


class Mentions:
    """What each sentence of an article introduces, and what it takes as known."""

    def __init__(self, sentences: Sequence[Tokens], title: Tokens, rules: Rules) -> None:
        self.sentences, self.rules = sentences, rules
        self._first: dict[str, int] = {}
        self._nouns: dict[str, int] = {}
        for place, tokens in reversed([*enumerate(sentences)]):
            self._nouns.update(dict.fromkeys((*tokens.raw, *tokens.low[:1]), place))
        self._definites = cache(lambda place: tuple(definites(sentences[place], rules)))
        found = [tuple(runs(tokens, rules)) for tokens in sentences]
        both = tuple(zip(sentences, found, strict=True))
        self._full = [full_names(tokens, names, rules) for tokens, names in both]
        self._lone = [frozenset(lone_names(tokens, names, rules)) for tokens, names in both]
        titled = full_names(title, tuple(runs(title, rules)), rules)
        sure = titled.union(*(official(tokens, names, rules) for tokens, names in both))
        alone: set[str] = set()
        for place, (full, lone) in enumerate(zip(self._full, self._lone, strict=True)):
            for name in full - alone:
                self._first.setdefault(name, place)
            alone |= lone - sure - self._first.keys()
        for name in titled:
            self._first.setdefault(name, -1)
        self._holders: dict[str, int] = {}
        for place, (tokens, names) in enumerate(both):
            for office in held(tokens, names, rules):
                self._holders.setdefault(office, place)

    def _introduced(self, noun: str, place: int) -> int:
        """The first sentence that holds the noun without a capital, or that place."""
        return self._nouns.get(noun, place) if len(noun) > 2 and noun.isalpha() else place

    def _leans(self, noun: str, place: int) -> bool:
        """Whether the sentence takes the noun as known, where it first holds it."""
        tokens = self.sentences[place]
        at = 0 if tokens.low[0] == noun else tokens.raw.index(noun)
        return any(d.end == at and not d.whole for d in self._definites(place))

    def wants(self, place: int) -> Iterator[Want]:
        """What the sentence takes as known and does not itself introduce.

        Names are told by their capitals, in languages whose lists know how to address people.
        """
        tokens, rules = self.sentences[place], self.rules
        lone = self._lone[place] - self._full[place] if rules.honorifics else frozenset()
        for name in sorted(lone):
            first = self._first.get(name, place)
            if first < place:
                yield Want("name", name, first if first >= 0 else None)
        inside = tuple(insides(tokens))
        for definite in self._definites(place):
            if inside[definite.start] and not tokens.quoted:
                continue  # whoever speaks knows which
            if want := self._wanted(place, tokens, definite):
                yield want
        if takes_several(tokens, rules):
            yield Want("several", "")

    def _wanted(self, place: int, tokens: Tokens, definite: Definite) -> Want | None:
        rules = self.rules
        holder = self._holders.get(definite.head, place)
        if holder < place and definite.end == definite.start + 1:
            names = any(i < definite.start for i in named(tokens, rules))
            return None if names else Want("noun", definite.head, holder)
        if definite.head in rules.unique or (definite.whole and not self._titled(place, definite)):
            return None
        if tokens.low[definite.start + 1] in rules.several:
            return None  # how many of what is another want
        before = range(definite.start)
        if any(_same(tokens.low[i], definite.head) for i in before):
            return None
        first = self._introduced(definite.head, place)
        seen = first < place
        if not definite.start or tokens.low[definite.start - 1] == ",":  # a subject
            met = False
        elif definite.head in rules.bodies or definite.head in rules.persons:
            one = any(low in rules.unique for low in tokens.low[definite.start : definite.end])
            met = one or any(
                names_at(tokens, i, rules)
                and any(is_verb(low, rules) for low in tokens.low[i + 1 : definite.start])
                for i in before
            )
        elif definite.head in rules.people:
            met = False
        elif definite.head in rules.things or definite.head.endswith(_thingly(rules)):
            met = not seen and any(tokens.low[i] in rules.indefinite for i in before)
        else:
            met = not seen or self._leans(definite.head, first)
        return None if met else Want("noun", definite.head, first if seen else None)

    def _titled(self, place: int, definite: Definite) -> bool:
        """Tell "the Treaty" after "the peace treaty": a capital alone makes no name."""
        alone = self.sentences[place].raw[definite.end][0].isupper()
        follows = definite.end == definite.start + 1
        return alone and follows and self._introduced(definite.head, place) < place

    def settles(self, want: Want, place: int) -> bool:
        """Tell whether that sentence introduces what is wanted."""
        tokens = self.sentences[place]
        if want.kind == "name":
            return want.word in self._full[place]
        if want.kind == "several":
            return len(named(tokens, self.rules)) > 1
        if want.first is None:
            return self._resembles(want.word, tokens)
        return any(_same(low, want.word) for low in tokens.low)

    def _resembles(self, word: str, tokens: Tokens) -> bool:
        """Whether the sentence holds anything that the noun may stand for: a name, an event."""
        rules = self.rules
        if word in rules.things or word.endswith(_thingly(rules)):
            return any(low in rules.things or low.endswith(_thingly(rules)) for low in tokens.low)
        if word in rules.bodies or word in rules.persons:
            return bool(named(tokens, rules))
        return True


def _same(one: str, other: str) -> bool:
    """The same noun, in either number where an "s" tells them apart."""
    return one.rstrip("s") == other.rstrip("s")


def _thingly(rules: Rules) -> tuple[str, ...]:
    return rules.thing_endings or ("\0",)


def definites(tokens: Tokens, rules: Rules) -> Iterator[Definite]:
    """The nouns with a definite article, each with what stands between."""
    for i, low in enumerate(tokens.low if rules.stops else ()):
        if low in rules.articles:
            end = _last(tokens, i, rules)
            if end > i:
                head = bare(tokens.low[end])
                whole = _is_whole(tokens, i, end, rules)
                yield Definite(i, end, head, whole)


def _last(tokens: Tokens, start: int, rules: Rules) -> int:
    """The place of the noun: the last word before a verb, a mark or a small word."""
    last = start
    for i in range(start + 1, min(start + 1 + _MODIFIERS, len(tokens))):
        low = tokens.low[i]
        if _ends(low, rules):
            break
        described = last == start or _describes(tokens.low[last], rules)
        noun = low in rules.things and tokens.low[min(i + 1, len(tokens) - 1)] in rules.complements
        if is_verb(low, rules) and not (described or noun):
            break
        last = i
        if bare(low) != low:
            break
    return last


@by_word
def _ends(low: str, rules: Rules) -> bool:
    """A mark or a small word, which is no part of what an article names."""
    small = (rules.stops, rules.indefinite, rules.pronouns, rules.speakers)
    return not low[0].isalnum() or any(low in words for words in small)


@by_word
def _describes(low: str, rules: Rules) -> bool:
    return (
        low in rules.adjectives
        or low in rules.superlatives
        or low in rules.several
        or low[0].isdigit()
        or low.endswith(rules.adjective_endings)
    )


def _is_whole(tokens: Tokens, start: int, end: int, rules: Rules) -> bool:
    """A name inside or behind, a superlative, or a complement that says which."""
    inside = range(start + 1, end + 1)
    head = tokens.low[end]
    listed = (rules.persons, rules.bodies, rules.things)
    office = end == start + 1 and any(head in words for words in listed)
    if not office and any(is_name(tokens.raw[i], tokens.low[i], rules) for i in inside):
        return True
    after = [*tokens.low[end + 1 : end + 4], "", "", ""]
    raw = [*tokens.raw[end + 1 : end + 4], "", "", ""]
    if is_name(raw[0], after[0], rules) or (after[0] == "," and is_name(raw[1], after[1], rules)):
        return True
    if any(tokens.low[i] in rules.superlatives for i in inside):
        leading = (rules.complements, rules.objectives, rules.locatives)
        return any(after[0] in words for words in leading) and not _describes(head, rules)
    if after[0] in rules.pronouns or after[0] in rules.speakers:  # "the way they work"
        return True
    if after[0] in rules.pairs and after[2] in rules.complements:  # "the length and depth of"
        return True
    grouped = head in rules.bodies or head in rules.people
    told = frozenset() if grouped else rules.objectives
    if after[0] in rules.complements:
        return True
    if after[0] in told:
        return after[1] not in rules.calendar and not after[1][:1].isdigit()
    if after[0] in rules.locatives:
        return is_name(raw[1], after[1], rules) or is_name(raw[2], after[2], rules)
    return after[1] in rules.agents
