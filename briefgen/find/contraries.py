"""A statement and its opposite: confirmed and denied, agreed and refused, will and will not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.find.facts import content, extract_of, facts
from briefgen.find.matter import (
    Head,
    MatterRules,
    blanked,
    head,
    labelled,
    matter_rules,
    names_in,
    near,
    same_story,
    same_time,
    told,
)
from briefgen.find.standing import alone
from briefgen.find.verbs import groups
from briefgen.model import Difference, Extract, Source
from briefgen.text.dates import Expression, expressions

_ALIKE = 0.75
_LEAST = 3  # words of matter that a statement and its opposite have in common
_COMMON = 500  # statements with a word that tells nothing any more
_APART = 2  # days between the sources: later ones may tell what changed
_COMMA = re.compile(", ")
_THAT = "dass "  # the clause it opens is what was said
_QUOTED = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class _Statement:
    """The first clause of a sentence: which side it takes of what, its subject and its time.

    `side` is a pair's verb, or `not`; without one it is empty, and the clause says yes.
    """

    source: Source
    head: Head
    extract: Extract
    side: str
    clause: str
    matter: frozenset[str]
    subject: frozenset[str]
    names: frozenset[str]
    dates: tuple[Expression, ...]
    forecast: bool


def contraries(sources: Sequence[Source]) -> Iterator[Difference]:
    """Each statement of one source with the first opposite in another."""
    statements = [s for source in sources for s in _statements(source)]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, statement in enumerate(statements):
        for stem in statement.matter:
            index[stem].append(i)
    for i, statement in enumerate(statements):
        if not statement.side:
            continue
        rare = sorted(statement.matter, key=lambda stem: (len(index[stem]), stem))
        known = rare[: max(1, len(rare) - _LEAST + 1)]  # one of these is in whatever shares enough
        telling = (stem for stem in known if len(index[stem]) <= _COMMON)
        for j in sorted({j for stem in telling for j in index[stem]}):
            other = statements[j]
            if (not other.side or i < j) and _opposite(statement, other):
                first, second = sorted((statement, other), key=lambda s: s.extract.source)
                about = labelled(first.clause, second.clause, statement.source.language)
                yield Difference(about, (first.extract, second.extract))
                break


def _statements(source: Source) -> Iterator[_Statement]:
    lists, rules = facts(source.language), matter_rules(source.language)
    if lists is None or rules is None:
        return
    on = head(source)
    for sentence in source.sentences:
        text = source.text_of(sentence)
        if _QUOTED.search(text) or lists.unknown.search(text) or text.endswith("?"):
            continue
        if alone(text, sentence, source, lists):
            extract = extract_of(sentence, source, text)
            yield from _statement(text, extract, source, on, rules)


def _statement(
    text: str, extract: Extract, source: Source, on: Head, rules: MatterRules
) -> Iterator[_Statement]:
    """The sentence's first clause, where its verb and what follows are in it."""
    low, high = _first_clause(text, rules)
    found = [verb for verb in groups(text, source.language) if low <= verb.start < high]
    verbs = [verb.start for verb in found]
    taken = rules.sides.search(text, low, high)
    if taken and any(verb.end + 1 < taken.start() for verb in found):  # not `a démenti`
        taken = None
    if taken:
        verbs = [taken.start(), *verbs]
    if not verbs:
        return
    dates = expressions(text, source.language, source.article.published)
    side = taken[0] if taken else ""
    denied = rules.negation.search(text, low, high)
    if denied and side:  # not refused: a denial of a denial is nobody's plain word
        return
    plain = blanked(text, [(d.start, d.end) for d in dates])
    start = verbs[0] if side in rules.saying and side else low
    matter = content(rules.negation.sub(" ", plain[start:high]), source.language)
    yield _Statement(
        source=source,
        head=on,
        extract=extract,
        side=side or ("not" if denied else ""),
        clause=plain[low:high],
        matter=matter - content(side, source.language),
        subject=content(plain[low : verbs[0]], source.language),
        names=names_in(plain[start:high], source),
        dates=tuple(d for d in dates if d.last is None and low <= d.start < high),
        forecast=bool(rules.forecast.search(text, low, high)),
    )


def _first_clause(text: str, rules: MatterRules) -> tuple[int, int]:
    """What is told, up to the first comma that no `dass` follows."""
    low, high = told(text, rules)
    commas = (m for m in _COMMA.finditer(text, low, high) if not text.startswith(_THAT, m.end()))
    first = next(commas, None)
    return low, first.start() if first else high


def _opposite(one: _Statement, other: _Statement) -> bool:
    """Whether two sources of one story tell one matter, at one time, in opposite ways."""
    if one.source.id == other.source.id or not _sides(one, other):
        return False
    published = (one.source.article.published, other.source.article.published)
    if None not in published and not near(*published, days=_APART):
        return False
    rules = matter_rules(one.source.language)
    if rules is None or one.forecast != other.forecast:
        return False
    if one.side not in rules.saying and not one.subject & other.subject:
        return False
    if not _named_alike(one, other):
        return False
    shared = one.matter & other.matter
    least = min(len(one.matter), len(other.matter))
    enough = len(shared) >= _LEAST and len(shared) >= _ALIKE * least
    if not enough and not (one.side in rules.saying and one.matter == other.matter and least > 1):
        return False
    return same_story(one.head, other.head) and same_time(one.dates, other.dates, published)


def _named_alike(one: _Statement, other: _Statement) -> bool:
    """Whether neither speaks of somebody else; `Dorn of Lurania` is the Luranian Dorn."""
    if one.names <= other.names or other.names <= one.names:
        return True
    return "not" not in (one.side, other.side) and bool(one.names & other.names)


def _sides(one: _Statement, other: _Statement) -> bool:
    """Whether one denies what the other says, or their verbs are opposites."""
    if "not" in (one.side, other.side):
        return {one.side, other.side} == {"not", ""}
    rules = matter_rules(one.source.language)
    sides = {one.side, other.side}
    pairs = rules.opposites if rules else ()
    return len(sides) == 2 and any(pair[0] in sides <= set(pair) for pair in pairs)
