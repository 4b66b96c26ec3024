"""An article as a page: how each sentence stands, what it takes as known, and who is speaking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.definites import opens_on_known
from briefgen.summarize.doubts import (
    advises,
    is_anchored,
    is_clear,
    is_general,
    is_opening,
    is_told,
    names,
    shares,
    stripped,
)
from briefgen.summarize.meant import Sexes, is_of_others, may_mean, sexes
from briefgen.summarize.mentions import Mentions, Want
from briefgen.summarize.names import commons
from briefgen.summarize.pronouns import says_it
from briefgen.summarize.rules import rules
from briefgen.summarize.standing import (
    Standing,
    in_person,
    is_statement,
    leaning,
    leaning_first,
)
from briefgen.summarize.tokens import Tokens, names_at, tokenise

TALK = 0.25, 0.45
"""Shares of sentences in the first or second person, and of what is no sentence, of a talk."""
PERSONAL = 0.5
"""Share of sentences in the first or second person from which on somebody speaks of himself."""
TELLING = 10
"""Words of the sentence that opens a talk, at least, where there is one."""
NEAR = 4
"""Words at the head of a sentence, a name among which says which is meant."""
NAMED = 0.5
"""Share of sentences with a name from which on an article is on somebody or on some place."""
TITLED = 0.1
"""Share of sentences with a name of the title from which on it is on who or what has that name."""


class Page:
    """An article's sentences, and how each stands; `top` is the row of the first."""

    def __init__(self, corpus: Corpus, top: int) -> None:
        self.corpus, self.top = corpus, top
        self.source = corpus.owner(top)
        self.rules = rules(self.source.language)
        self.rows = range(top, top + len(self.source.sentences))
        self.texts = list(map(corpus.text, self.rows))
        tokens = list(map(tokenise, self.texts))
        self.common = commons(tokens)
        self.tokens = [t.as_common() if c else t for t, c in zip(tokens, self.common, strict=True)]
        title = tokenise(self.source.article.title or "")
        self.title = frozenset(map(stripped, title.low))
        self.states = cache(self._states)
        self.mentions = Mentions(self.tokens, title, self.rules, self.first - top)
        self.standing = cache(self._standing)
        self.speaks = cache(lambda row: in_person(self._of(row), self.rules))
        self.wants = cache(self._wants)
        self.clear = cache(self._clear)
        self.told = cache(lambda row: is_told(self._of(row), self.rules))
        self.general = cache(lambda row: is_general(self._of(row), self.rules))
        self.anchored = cache(lambda row: is_anchored(self._of(row), self.title, self.rules))

    def _of(self, row: int) -> Tokens:
        return self.tokens[row - self.top]

    def _states(self, row: int) -> bool:
        state, place = self.corpus.sentences[row].state, row - self.top
        return is_statement(self.texts[place], self.tokens[place], state, self.rules)

    def _standing(self, row: int) -> Standing:
        if not self.states(row):
            return "never"
        judge = leaning_first if row == self.first else leaning
        verdict = judge(self._of(row), self.rules)
        other = verdict == "alone" and is_of_others(self._of(row), self.sexes, self.rules)
        return "person" if other else verdict

    @cached_property
    def sexes(self) -> Sexes:
        """Whose names are a man's, and whose a woman's."""
        return sexes(self.tokens, self.rules)

    @cached_property
    def first(self) -> int:
        """The row before which there is no statement; the first row where there is none at all."""
        return next(filter(self.states, self.rows), self.top)

    def _clear(self, row: int) -> bool:
        judge = is_opening if row == self.first else is_clear
        return judge(self._of(row), self.rules)

    @cached_property
    def is_talk(self) -> bool:
        """A conversation, an interview: but for its opening, hardly a sentence stands alone."""
        if any(self.corpus.sentences[row].state == "asked" for row in self.rows):
            return True
        if sum(self.speaks(row) for row in self.rows) < TALK[0] * len(self.rows):
            return False
        lost = sum(
            self.corpus.sentences[row].state == "plain" and not self.states(row)
            for row in self.rows
        )
        return lost >= TALK[1] * len(self.rows)

    @cached_property
    def opening(self) -> int:
        """The row that the article begins with: the first that makes sense alone."""
        rows = filter(self.opens, self.rows)
        if not self.is_talk:
            return next(rows, self.top)
        alone = list(rows)  # its first words may answer what was asked before
        return next(filter(self._tells, alone), alone[0] if alone else self.top)

    def _tells(self, row: int) -> bool:
        """Whether the row is more than a few words and takes nothing as known."""
        known = any(self.mentions.wants(row - self.top))
        return not known and int(self.corpus.lengths[row]) >= TELLING

    def _wants(self, row: int) -> tuple[Want, ...]:
        """What the row takes as known; only who speaks where nothing but fragments went before."""
        known = tuple(self.mentions.wants(row - self.top))
        if row > self.first:
            return known
        return tuple(want for want in known if want.kind == "speaker" and row > self.top)

    def opens(self, row: int) -> bool:
        """Whether the row leans on none before it."""
        return self.standing(row) == "alone"

    def is_known(self, row: int, shown: Iterable[int]) -> bool:
        """Whether the rows shown name somebody whom the pronouns of the row may mean."""
        return may_mean(self._of(row), map(self._of, shown), self.sexes, self.rules)

    @cached_property
    def is_personal(self) -> bool:
        """A speech, a letter, a diary: but for its opening, it is about whoever speaks."""
        return sum(self.speaks(row) for row in self.rows) >= PERSONAL * len(self.rows)

    @cached_property
    def is_on_things(self) -> bool:
        """An essay, a lesson: most of its sentences do without a name, and its title's as well.

        What begins with a day is on what happened.
        """
        begun = self.tokens[: self.opening - self.top + 1]
        if any(not self.rules.calendar.isdisjoint(tokens.low) for tokens in begun):
            return False
        named = [names(tokens, self.rules) for tokens in self.tokens]
        titled = sum(not self.title.isdisjoint(found) for found in named)
        return sum(map(bool, named)) <= NAMED * len(named) and titled <= TITLED * len(named)

    def is_sure(self, rows: tuple[int, ...], first: int) -> bool:
        """Whether who sees the rows alone would not ask who speaks, of whom, or of where.

        The row is the `first` of them that has no other just before it.
        """
        if any(self.speaks(row) or not self.clear(row) for row in rows):
            return False
        if not self.is_on_things and any(advises(self._of(row), self.rules) for row in rows):
            return False
        if self.opening in rows:
            return not self.is_talk or self.anchored(self.opening)
        if self.is_personal or self.repeats(rows[0]):
            return False
        return any(self.anchored(row) for row in (rows[0], first)) or (
            self.is_on_things and all(self.general(row) for row in rows)
        )

    def repeats(self, row: int) -> bool:
        """Tell "Le conseil a voté" of a council that went before, where no lists tell more.

        Told nowhere, "L'enquête portait sur" leaves open which inquiry, as "L'enquête de" does not.
        """
        rules, tokens = self.rules, self._of(row)
        if rules.stops:
            return False
        if opens_on_known(tokens, rules):
            return True
        if any(raw[0].isupper() for raw in tokens.raw[1:NEAR]):
            return False
        elided = tokens.low[0] not in rules.definite | rules.articles
        noun = tokens.low[0].removeprefix("l'") if elided else tokens.low[1]
        if noun == tokens.low[0] or noun in rules.calendar | rules.unique:
            return False
        behind, after = tokens.low[1:3] if elided else tokens.low[2:4]
        loose = rules.introductions - rules.complements
        if rules.complements and behind not in rules.introductions and after in loose:
            return True
        earlier = self.tokens[: row - self.top]
        return any(noun in one.low or f"l'{noun}" in one.low for one in earlier)

    def follows(self, row: int) -> bool:
        """Whether the row speaks on of what the one before it does, if in another paragraph.

        "It said" speaks on of what has a name.
        """
        if says_it(self._of(row), self.rules) and not names(self._of(row - 1), self.rules):
            return False
        if self.paragraph(row) == self.paragraph(row - 1):
            return True
        return shares(self._of(row - 1), self._of(row), self.rules)

    def is_met(self, want: Want, row: int, shown: Sequence[int]) -> bool:
        """Whether what the row takes as known is shown; under another word only just before it.

        What opens another paragraph with another name is on something else.
        """
        if want.body and row - 1 in shown and names(self._of(row - 1), self.rules):
            return True
        if want.kind == "noun" and want.first is None:
            shown = [other for other in shown if other == row - 1 and not self._turns(row)]
        return any(self.mentions.settles(want, other - self.top) for other in shown)

    def _turns(self, row: int) -> bool:
        """Whether the row opens with a name, in another paragraph, and speaks on of nothing."""
        return names_at(self._of(row), 0, self.rules) and not self.follows(row)

    def paragraph(self, row: int) -> int:
        """The number of the row's paragraph."""
        return self.corpus.sentences[row].paragraph


def pages(corpus: Corpus) -> Callable[[int], Page]:
    """Return what gives the page of a source, read once."""
    return cache(lambda source: Page(corpus, int(corpus.source.searchsorted(source))))
