"""One number for another: sentences of two sources on the same thing that count it otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.find.bounds import Bounds, apart, bounds_of
from briefgen.find.facts import content, extract_of, facts, merged
from briefgen.find.figures_quantity import Quantity, amounts
from briefgen.find.matter import (
    Head,
    MatterRules,
    blanked,
    clause,
    head,
    labelled,
    matter_rules,
    names_in,
    same_story,
    same_time,
)
from briefgen.find.standing import alone
from briefgen.find.verbs import Group, groups, within
from briefgen.model import Difference, Extract, Sentence, Source
from briefgen.text.dates import Expression, expressions

_NEAREST = 50  # claims with a word in common that are compared
_BEHIND = re.compile(r"\)?(?: \([^()]*\))?((?: [^\W\d_][\w’'-]*){1,4})")
"""Up to four words behind a number, and what it is in other money in brackets."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number in its clause: the clause's matter and names, the subject's, and when and how sure.

    `beside` are pairs of words that stand together: net profit is no operating profit. `of` is what
    stands right behind a sum: a tax bill, or damages.
    """

    source: Source
    head: Head
    extract: Extract
    quantity: Quantity
    clause: str
    matter: frozenset[str]
    subject: frozenset[str]
    names: frozenset[str]
    sentence_names: frozenset[str]
    beside: frozenset[tuple[str, str]]
    of: frozenset[str]
    dates: tuple[Expression, ...]
    forecast: bool
    lasting: bool
    bounds: Bounds


def numbers_apart(sources: Sequence[Source]) -> Iterator[Difference]:
    """The differences, each number once, with the other sources that tell it."""
    groups_: list[list[_Claim]] = []
    index: defaultdict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for source in sources:
        for claim in _claims(source):
            keys = [(claim.quantity.unit, source.language, stem) for stem in sorted(claim.matter)]
            near = sorted({i for key in keys for i in index[key][-_NEAREST:]})
            place = next((i for i in near if _same_thing(groups_[i][0], claim)), len(groups_))
            if place == len(groups_):
                groups_.append([])
            groups_[place].append(claim)
            for key in keys:
                if place not in index[key]:
                    index[key].append(place)
    for group in sorted(groups_, key=lambda group: _looks_back(group[0])):
        if difference := _difference(group):
            yield difference


def _looks_back(claim: _Claim) -> bool:
    """Whether it tells of a month or a year, not of the days that the sources report."""
    return any(date.precision != "day" for date in claim.dates)


def _difference(group: Sequence[_Claim]) -> Difference | None:
    """The numbers that lie apart, each in the words of the first source that tells it."""
    sides: list[list[_Claim]] = []
    for claim in group:
        agreeing = [side for side in sides if not apart(side[0].bounds, claim.bounds)]
        if not agreeing:
            sides.append([claim])
        elif all(c.extract.source != claim.extract.source for c in agreeing[0]):
            agreeing[0].append(claim)
    told = {side[0].extract.source for side in sides}
    if len(sides) < 2 or len(told) < len(sides):
        return None
    extracts = [merged(side[0].extract, (c.extract for c in side[1:])) for side in sides]
    one, other = sides[0][0], sides[1][0]
    language = one.source.language
    about = labelled(one.clause, other.clause, language)
    if " " not in about:  # the clauses share a word, the sentences may share a name
        about = labelled(one.extract.text, other.extract.text, language)
    return Difference(about or one.quantity.unit or "", tuple(extracts))


def _claims(source: Source) -> Iterator[_Claim]:
    """The numbers of the source that stand once in a sentence that can be printed."""
    rules = matter_rules(source.language)
    if rules is None:
        return
    before: Sentence | None = None
    on = head(source)
    for sentence in source.sentences:
        text = source.text_of(sentence)
        found = amounts(text, source.language)
        units = Counter(quantity.unit for quantity in found)
        single = [q for q in found if units[q.unit] == 1 and not q.vague]
        extract = _printable(sentence, before, source, text) if single else None
        before = sentence
        if extract:
            yield from (_claim(q, found, text, extract, source, on, rules) for q in single)


def _printable(
    sentence: Sentence, before: Sentence | None, source: Source, text: str
) -> Extract | None:
    """The sentence; with the one before it, where it leans on that."""
    lists = facts(source.language)
    if lists is None or sentence.state != "plain":
        return None
    if alone(text, sentence, source, lists):
        return extract_of(sentence, source, text)
    if before is None or before.paragraph != sentence.paragraph:
        return None
    if not alone(source.text_of(before), before, source, lists) or not text[0].isupper():
        return None
    whole = Sentence(before.start, sentence.end, sentence.paragraph)
    return extract_of(whole, source, source.text_of(whole))


def _claim(
    quantity: Quantity,
    found: Sequence[Quantity],
    text: str,
    extract: Extract,
    source: Source,
    on: Head,
    rules: MatterRules,
) -> _Claim:
    language = source.language
    dates = expressions(text, language, source.article.published)
    spans = [(q.start, q.end) for q in found] + [(d.start, d.end) for d in dates]
    plain = blanked(text, [*spans, *(m.span() for m in rules.forecast.finditer(text))])
    low, high = clause(text, quantity.start, quantity.end, rules)
    if len(content(plain[low:high], language)) < 2:
        low, high = 0, len(text)
    verbs = within(groups(text, language), low, high)
    first = verbs[0].start if verbs else low
    subject = plain[low:first] if first < quantity.start else ""
    return _Claim(
        source=source,
        head=on,
        extract=extract,
        quantity=quantity,
        matter=content(plain[low:high], language),
        subject=content(subject, language),
        names=names_in(plain[low:high] + _opening(plain, text, low, language), source),
        sentence_names=names_in(plain, source),
        beside=_beside(plain[:high], verbs, language),
        of=_of(text, quantity, language),
        dates=tuple(date for date in dates if date.last is None and date.start < high),
        clause=plain[low:high],
        forecast=bool(rules.forecast.search(text, low, high)),
        lasting=bool(rules.lasting.search(plain)),
        bounds=bounds_of(quantity, text, rules),
    )


def _opening(plain: str, text: str, low: int, language: str) -> str:
    """What opens the sentence before the clause without a verb: `In the district of Dock, …`."""
    return "" if within(groups(text, language), 0, low) else " " + plain[:low]


def _of(text: str, quantity: Quantity, language: str) -> frozenset[str]:
    """The matter of the words right behind a sum of money, up to a mark or a verb."""
    unit = quantity.unit or ""
    behind = _BEHIND.match(text, quantity.end)
    if not behind or not (unit == "$" or (len(unit) == 3 and unit.isupper())):
        return frozenset()
    ends = (group.start for group in within(groups(text, language), *behind.span(1)))
    return content(text[behind.start(1) : min(ends, default=behind.end(1))], language)


def _beside(text: str, verbs: Iterable[Group], language: str) -> frozenset[tuple[str, str]]:
    """Each word of matter with the one right before it, verbs apart."""
    plain = blanked(text, ((verb.start, verb.end) for verb in verbs))
    found = set()
    for one, other in pairwise(_WORD.finditer(plain)):
        if other.start() - one.end() == 1:
            stems = [next(iter(content(word[0], language)), "") for word in (one, other)]
            found.add((stems[0], stems[1]))
    return frozenset((a, b) for a, b in found if a and b)


def _same_thing(one: _Claim, other: _Claim) -> bool:
    """Whether two claims count one thing at one time: nothing in them says that they don't."""
    if one.extract.source == other.extract.source or one.forecast != other.forecast:
        return False
    published = (one.source.article.published, other.source.article.published)
    if not same_time(one.dates, other.dates, published):
        return False
    if one.quantity.is_time and bool(one.dates) != bool(other.dates):
        return False
    if one.quantity.is_time and _meeting(one, other):
        return True
    if not (one.names <= other.names or other.names <= one.names):
        return False
    if one.subject and other.subject and not one.subject & other.subject:
        return False
    if one.of and other.of and not one.of & other.of:
        return False
    shared = one.matter & other.matter
    if any(_modified(pair, a, b) for a, b in ((one, other), (other, one)) for pair in a.beside):
        return False
    if len(shared) < 2 or len(shared) < min(len(one.matter), len(other.matter)) / 2:
        return False
    return same_story(one.head, other.head) or (len(shared) > 2 and bool(one.names))


def _modified(pair: tuple[str, str], one: _Claim, other: _Claim) -> bool:
    """Whether the other has the same noun beside another word."""
    before, noun = pair
    return any(n == noun and b != before for b, n in other.beside) and pair not in other.beside


def _meeting(one: _Claim, other: _Claim) -> bool:
    """Whether both tell how long the same people met on a day that both name."""
    days = [{d.date for d in c.dates if d.precision == "day"} for c in (one, other)]
    names = [c.sentence_names for c in (one, other)]
    if not (days[0] & days[1] and one.lasting and other.lasting):
        return False
    return bool(names[0] & names[1]) and (names[0] <= names[1] or names[1] <= names[0])
