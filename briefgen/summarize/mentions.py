"""Second mentions: what a sentence names as known because the article introduced it before.

A surname whose full name went before, an abbreviation that was spelled out, "the law" after "a law
on water": each leans on the sentence that introduced it, unless that stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.summarize.antecedents import thingly
from briefgen.summarize.definites import Definite, definites, singles_out
from briefgen.summarize.names import full_names, held, lone_names, official, runs
from briefgen.summarize.pointers import takes_several
from briefgen.summarize.rules import Rules
from briefgen.summarize.tokens import Tokens, bare, insides, is_verb, named


@dataclass(frozen=True, slots=True)
class Want:
    """What the sentence takes as known: a `name`, a `noun`, a `speaker`, or `several` names.

    `first` is the place of the sentence that introduced it; None where none did under that word.
    A `mild` one is a noun that may be of the kind of which there is one; a `body` opens the
    sentence, so that it is taken for another where that is not beside it.
    """

    kind: str
    word: str
    first: int | None = None
    mild: bool = False
    body: bool = False


class Mentions:
    """What each sentence of an article introduces, and what it takes as known."""

    def __init__(
        self, sentences: Sequence[Tokens], title: Tokens, rules: Rules, lede: int = 0
    ) -> None:
        self.sentences, self.rules = sentences, rules
        on = (title, *sentences[lede : lede + 1])
        self._on = frozenset(bare(word) for tokens in on for word in tokens.raw)
        self._first: dict[str, int] = {}
        self._nouns = {
            word: place
            for place, tokens in reversed([*enumerate(sentences)])
            for word in (*tokens.raw, *tokens.low[:1])
        }
        self._definites = cache(lambda place: tuple(definites(sentences[place], rules)))
        found = [tuple(runs(tokens, rules)) for tokens in sentences]
        both = tuple(zip(sentences, found, strict=True))
        self._full = [full_names(tokens, names, rules) for tokens, names in both]
        self._lone = [frozenset(lone_names(tokens, names, rules)) for tokens, names in both]
        titled = full_names(title, tuple(runs(title, rules)), rules)
        sure = titled.union(*(official(tokens, names, rules) for tokens, names in both))
        alone: set[str] = set()
        for place, (full, lone) in enumerate(zip(self._full, self._lone, strict=True)):
            for name in (name for name in full if name.isupper() or name not in alone):
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
            elif self._is_addressed(name, tokens):
                yield Want("name", name, mild=True)
            elif (met := self._nouns.get(name, place)) < place and self._is_bare(name, tokens):
                yield Want("name", name, met, mild=True)
        inside = tuple(insides(tokens))
        for definite in self._definites(place):
            if inside[definite.start] and not tokens.quoted:
                continue  # whoever speaks knows which
            if want := self._wanted(place, tokens, definite):
                yield want
        if speaker := self._unnamed(place, tokens):
            yield Want("speaker", speaker)
        if takes_several(tokens, rules):
            yield Want("several", "")

    def _is_addressed(self, name: str, tokens: Tokens) -> bool:
        """Tell "Mr Hentzau" of whom the article never gives the whole name."""
        words = map(bare, tokens.raw[1:])
        before = {low for low, word in zip(tokens.low, words, strict=False) if word == name}
        return not before.isdisjoint(self.rules.honorifics)

    def _is_bare(self, name: str, tokens: Tokens) -> bool:
        """Tell "Cafod" that neither the title nor the lede has, nor a noun before it explains."""
        rules = self.rules
        if name in self._on or name.lower().endswith(rules.name_endings):
            return False
        before = [low for low, raw in zip(tokens.low, tokens.raw[1:], strict=False) if raw == name]
        known = (rules.introductions, rules.complements, rules.whereabouts)
        return not any(
            any(low in words for words in known)
            or not (low in rules.stops or is_verb(low, rules) or not low.isalpha())
            for low in before
        )

    def _unnamed(self, place: int, tokens: Tokens) -> str | None:
        """The noun that opens "The representative added that": who speaks is not said."""
        for one in self._definites(place):
            opens = not one.start or tokens.low[one.start - 1] == ","
            after = tokens.low[one.end + 1 : one.end + 3]
            speaks = opens and not self.rules.saying.isdisjoint(after)
            if speaks and not one.whole and one.head not in self.rules.unique:
                return one.head
        return None

    def _wanted(self, place: int, tokens: Tokens, definite: Definite) -> Want | None:
        rules = self.rules
        holder = self._holders.get(definite.head, place)
        if holder < place and definite.end == definite.start + 1:
            known = definite.head in tokens.low[: definite.start]
            return None if known else Want("noun", definite.head, holder)
        if definite.head in rules.unique:
            return None
        if definite.whole and not self._titled(place, definite):
            return self._wanted_by_some(place, definite)
        inside = tokens.low[definite.start + 1 : definite.end + 1]
        if inside[0] in rules.several or any(singles_out(low, rules) for low in inside):
            return None  # how many of what is another want
        if _holds(tokens.low[: definite.start], definite.head):
            return None
        first = self._introduced(definite.head, place)
        seen = first < place
        mild = not seen and not self._is_one_of_many(tokens, definite)
        body = not definite.start and definite.head in rules.bodies
        return Want("noun", definite.head, first if seen else None, mild=mild, body=body)

    def _wanted_by_some(self, place: int, definite: Definite) -> Want | None:
        """What has a complement, yet went before: "the ban on ships", or as the end of a name."""
        noun = definite.head
        named = self._first.get(noun.capitalize(), place)
        if definite.end == definite.start + 1 and 0 <= named < place and not definite.named:
            return Want("noun", noun, named, mild=True)
        first = self._introduced(noun, place)
        return Want("noun", noun, first, mild=True) if definite.weak and first < place else None

    def _is_one_of_many(self, tokens: Tokens, definite: Definite) -> bool:
        """Whether it is a subject, or of the kind of which there are many."""
        rules, head = self.rules, definite.head
        listed = (rules.persons, rules.bodies, rules.people, rules.things)
        kind = any(head in words for words in listed) or head.endswith(thingly(rules))
        one = any(low in rules.unique for low in tokens.low[definite.start : definite.end])
        subject = not definite.start or tokens.low[definite.start - 1] == ","
        return subject or (kind and not one)

    def _titled(self, place: int, definite: Definite) -> bool:
        """Tell "the Treaty" after "the peace treaty": a capital alone makes no name."""
        alone = self.sentences[place].raw[definite.end][0].isupper()
        follows = definite.end == definite.start + 1
        return alone and follows and self._introduced(definite.head, place) < place

    def settles(self, want: Want, place: int) -> bool:
        """Tell whether that sentence introduces what is wanted."""
        tokens = self.sentences[place]
        if want.kind == "name":
            return want.word in self._full[place] or want.first == place
        if want.kind == "several":
            return len(named(tokens, self.rules)) > 1
        if want.kind == "speaker":
            return bool(named(tokens, self.rules)) and want.word in tokens.low
        if want.first is None:
            return self._resembles(want.word, tokens)
        return _holds(tokens.low, want.word)

    def _resembles(self, word: str, tokens: Tokens) -> bool:
        """Whether the sentence holds what the noun may stand for: an event, a body, a name."""
        rules = self.rules
        if word in rules.things or word.endswith(thingly(rules)):
            return any(low in rules.things or low.endswith(thingly(rules)) for low in tokens.low)
        if word in rules.bodies:
            return not rules.bodies.isdisjoint(tokens.low)
        return word in rules.persons and bool(named(tokens, rules))


def _holds(words: Sequence[str], noun: str) -> bool:
    """Whether the noun is there, in either number where an "s" tells them apart."""
    root = noun.rstrip("s")
    return any(word.startswith(root) and word.rstrip("s") == root for word in words)
