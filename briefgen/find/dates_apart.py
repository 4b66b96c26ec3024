"""One date for another: sentences of two sources on the same thing that date it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.find.facts import content, extract_of, facts
from briefgen.find.matter import (
    Head,
    blanked,
    clause,
    head,
    labelled,
    matter_rules,
    names_in,
    same_story,
)
from briefgen.find.standing import alone
from briefgen.find.undated import dated
from briefgen.find.verbs import groups, within
from briefgen.model import Difference, Extract, Source
from briefgen.text.dates import Expression

_ALIKE = 0.75
_LEAST = 3  # words of matter in common
_NEAREST = 50  # datings with a word in common that are compared
_SPAN = 31  # days that two dates of one thing may lie apart


@dataclass(frozen=True, slots=True)
class _Dating:
    """A day in its clause, with the clause's matter, its subject's and its names."""

    source: Source
    head: Head
    extract: Extract
    date: Expression
    clause: str
    matter: frozenset[str]
    subject: frozenset[str]
    names: frozenset[str]
    ahead: bool


def dates_apart(sources: Sequence[Source]) -> Iterator[Difference]:
    """Each date with the first other that another source gives for the same thing."""
    datings = [dating for source in sources for dating in _datings(source)]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, dating in enumerate(datings):
        for j in sorted({j for stem in dating.matter for j in index[stem][-_NEAREST:]}):
            other = datings[j]
            if _same_thing(other, dating):
                about = labelled(other.clause, dating.clause, dating.source.language)
                yield Difference(about, (other.extract, dating.extract))
                break
        for stem in dating.matter:
            index[stem].append(i)


def _datings(source: Source) -> Iterator[_Dating]:
    """The days of the source that stand alone in a sentence that can be printed."""
    lists, rules = facts(source.language), matter_rules(source.language)
    if lists is None or rules is None:
        return
    on = head(source)
    for sentence, found in dated(source):
        text = source.text_of(sentence)
        if len(found) > 1 or found[0].precision != "day":
            continue
        if not alone(text, sentence, source, lists, unended=True):
            continue
        date, language = found[0], source.language
        low, high = clause(text, date.start, date.end, rules)
        verbs = within(groups(text, language), low, high)
        plain = blanked(text, [(date.start, date.end)])
        published = source.article.published
        if verbs:
            yield _Dating(
                source=source,
                head=on,
                extract=extract_of(sentence, source, text),
                date=date,
                clause=plain[low:high],
                matter=content(plain[low:high], language),
                subject=content(plain[low : verbs[0].start], language),
                names=names_in(plain[low:high], source),
                ahead=published is not None and date.date >= published,
            )


def _same_thing(one: _Dating, other: _Dating) -> bool:
    """Whether both date one thing: one that is to come, or one that both date in full."""
    if one.source.id == other.source.id or one.ahead != other.ahead:
        return False
    apart = abs((one.date.date - other.date.date).days)
    if not 0 < apart <= _SPAN or not (one.ahead or not (one.date.relative or other.date.relative)):
        return False
    if not (one.names <= other.names or other.names <= one.names):
        return False
    if one.subject and other.subject and not one.subject & other.subject:
        return False
    shared = one.matter & other.matter
    least = min(len(one.matter), len(other.matter))
    enough = len(shared) >= _LEAST and len(shared) >= _ALIKE * least
    return enough and same_story(one.head, other.head)
