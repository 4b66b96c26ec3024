"""What makes sense alone: by itself, or to whoever is told whom a surname means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.compose.retracted import retracted
from briefgen.model import Also, Choice, Event, Extract, Findings, Person, Summary

_INSIDE = re.compile(r"(?<![.!?…:“«„\"] )(?<![“«„\"])\b[^\W\d_]")


class Stands:
    """Which extracts stand alone; a name is known that one person alone of the sources bears."""

    def __init__(self, summary: Summary, people: Iterable[Person]) -> None:
        self._known = {_key(one.extract): one for one in summary.stands}
        self._behind = {_span(e): e for one in summary.stands if (e := one.extract).before}
        self._whole = whole_names(people)

    def alone(self, extract: Extract, *, under: str | None = None, loosely: bool = False) -> bool:
        """Whether it makes sense with the names told in full, or `under` a speaker's name.

        Who speaks is known there as well; `loosely` what nouns mean that it takes as known.
        """
        stand = self._known.get(_key(extract))
        if stand is None or (stand.nouns and not loosely) or (stand.speaker and not under):
            return False
        spoken = (under or "").split()
        return all(name in self._whole or name in spoken for name in stand.names)

    def behind(self, extract: Extract) -> Extract | None:
        """The extract with the sentence before it, if it may make sense behind that."""
        return None if extract.before else self._behind.get(_span(extract))

    def leans_on_names(self, extract: Extract) -> bool:
        """Whether it needs its antecedent for nothing but to tell names."""
        stand = self._known.get(_key(replace(extract, before=None)))
        return stand is not None and not stand.nouns

    def meant(self, extract: Extract) -> Mapping[str, Person]:
        """The names that it takes as known, and whom they mean."""
        stand = self._known.get(_key(extract))
        names = stand.names if stand else ()
        return {name: self._whole[name] for name in names if name in self._whole}


def _key(extract: Extract) -> tuple[str, int, int, int | None]:
    """Where it stands, and its antecedent."""
    return *_span(extract), extract.before.start if extract.before else None


def _span(extract: Extract) -> tuple[str, int, int]:
    return extract.source, extract.start, extract.end


def whole_names(people: Iterable[Person]) -> dict[str, Person]:
    """Of each word of a name that only one person bears, the person."""
    bearers: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in dict.fromkeys(person.name.split()):
            bearers[word].append(person)
    return {word: found[0] for word, found in bearers.items() if _means(word, found)}


def _means(word: str, bearers: Sequence[Person]) -> bool:
    """Whether the word by itself means one of them: no surname that others have as well."""
    return len(bearers) == 1 and not (bearers[0].shared and word == bearers[0].surname)


def _is_sure(choice: Choice, stands: Stands) -> bool:
    """Whether it stands alone, or does once its names are told, and there is one."""
    return choice.alone or (holds_name(choice.extract.text) and stands.alone(choice.extract))


def holds_name(text: str) -> bool:
    """Whether a word inside a sentence has a capital."""
    return any(letter[0].isupper() for letter in _INSIDE.finditer(text, 1))


def tellings(event: Event) -> Iterator[Event]:
    """The event, and as each other place tells it that has the date in the same words.

    Each is told by those places only that tell the whole of it.
    """
    yield replace(event, event=_told_whole(event.event))
    own = event.event
    first = Also(own.source, own.paragraph, own.start, own.end, own.text)
    written = re.compile(rf"(?<!\w){re.escape(event.as_written)}(?!\w)", re.IGNORECASE)
    for also in own.also:
        if found := written.search(also.text):
            rest = tuple(other for other in (first, *own.also) if other is not also)
            place = (also.text, also.source, also.paragraph, also.start, also.end)
            told = _told_whole(Extract(*place, also=rest, told_by=own.told_by))
            yield replace(event, as_written=found[0], event=told)


def _told_whole(extract: Extract) -> Extract:
    """The extract with those of its other places that have most of its words."""
    if not extract.also:
        return extract
    said = _roots(extract.text)
    kept = tuple(a for a in extract.also if len(said & _roots(a.text)) >= WHOLE * len(said))
    gone = {a.source for a in extract.also} - {a.source for a in kept} - {extract.source}
    return replace(extract, also=kept, told_by=max(extract.told_by - len(gone), 1))


def _roots(text: str) -> frozenset[str]:
    """How its longer words begin, so that "captured" and "capture" are one."""
    return frozenset(word[:_ROOT].lower() for word in _LONGER.findall(text))


WHOLE = 0.6
"""Share of a telling's words that another place needs to have told it."""
_ROOT = 5
_LONGER = re.compile(r"[^\W_]{3,}")


def quoted(findings: Findings) -> tuple[Extract, ...]:
    """What the sections print of the findings, each a sentence without others beside it."""
    return (
        *(statement.quote for statement in findings.positions),
        *(telling.event for event in findings.timeline for telling in tellings(event)),
        *(gap.extract for gap in findings.gaps if gap.extract),
        *(figure.context for figure in findings.figures),
    )


def standing(summary: Summary, findings: Findings) -> tuple[Summary, Findings]:
    """Both without what was taken back; what takes only known names as known surely stands."""
    stands = Stands(summary, findings.people)
    ranked = tuple(replace(choice, alone=_is_sure(choice, stands)) for choice in summary.ranked)
    return retracted(replace(summary, ranked=ranked), findings)
