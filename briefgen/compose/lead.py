"""The bottom line up front: what leads, and how much of it fits the box."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set

from briefgen.compose.dated import overtaken
from briefgen.compose.fresh import freshest, is_comment
from briefgen.compose.spans import whole
from briefgen.model import Choice, Extract, Sentence, Source, Summary
from briefgen.text import opening, stem, stop_words, words

Place = tuple[str, int]
FROM = 30  # the bottom line is chosen among so many of the best
_MARKS = '"“«„'
LATEST = 3  # places that the latest lede gains on the earliest
TELLING = 4  # letters of a word that tells what a title is on
EARLIER = 2  # ledes ranked higher that an older one gives way to


def leading(
    summary: Summary, sources: Sequence[Source], as_of: dt.date = dt.date.max
) -> list[Choice]:
    """The order in which extracts of the first story may lead.

    What comes from the last third of the articles goes first, for it says how things stand now; of
    it the ledes of reports that are on what others open with, for such a lede sums up the story, as
    a bottom line must; of those that matter much the same the latest. An older lede goes before
    them that matters clearly more.
    Beside the first there is room for others of the kind; of an article alone for all that it says.
    What may not stand alone leads where nothing else can; what was ahead and is past gives way to
    a lede that tells what is.
    """
    by_id = {source.id: source for source in sources}
    ledes = _ledes(sources)
    ranked = [one for one in _with_ledes(summary.ranked, ledes) if one.alone]
    sure = ranked[:FROM]
    lasting = [c for c in sure if not overtaken(c.extract, by_id[c.extract.source], as_of)]
    leads = any(_place(choice.extract) in ledes for choice in lasting)
    best = (lasting if leads else sure) or summary.ranked[:FROM]
    first = min((choice.group for choice in best), default=0)
    beside = [choice for choice in best if choice.group == first]
    told = {source.id: source.article.published or dt.date.min for source in sources}
    days = sorted(told[source] for source in summary.groups[first].sources) if beside else []
    late = days[2 * (len(days) - 1) // 3] if days else dt.date.min
    on_story = _on_story(beside, ledes, by_id, summary)

    def worth(choice: Choice) -> tuple[bool, bool]:
        return told[choice.extract.source] < late, _place(choice.extract) not in on_story

    if len(days) == 1:
        return _opened(sorted(beside, key=worth), ledes)
    order = sorted(freshest(beside, sources, as_of, gain=LATEST), key=worth)
    newest = [one for one in order if worth(one) == (False, False)]
    older = next((one for one in beside if worth(one) == (True, False)), None)
    if older and newest and _outweighs(older, newest[0], sure, ledes):
        return [older, *newest]
    return newest or order[:1]


def _on_story(
    beside: Sequence[Choice], ledes: Set[Place], by_id: Mapping[str, Source], summary: Summary
) -> Set[Place]:
    """The ledes that share a word with another article's title or lede, else all of them.

    The scene that opens a feature does not.
    """
    if not beside:
        return ledes
    members = [by_id[source] for source in summary.groups[beside[0].group].sources]
    heads = {s.id: _stems(_head(s), s.language) for s in members}
    found = set[Place]()
    for extract in (one.extract for one in beside if _place(one.extract) in ledes):
        own = _stems(extract.text, by_id[extract.source].language)
        if any(own & head for source, head in heads.items() if source != extract.source):
            found.add(_place(extract))
    return found or ledes


def _head(source: Source) -> str:
    """The title and the first sentence."""
    return f"{source.article.title or ''} {source.text_of(_lede(source))}"


def _stems(text: str, language: str) -> frozenset[str]:
    small = stop_words(language)
    return frozenset(
        stem(word, language)
        for word in words(text)
        if len(word) >= TELLING and word.lower() not in small
    )


def _outweighs(older: Choice, newer: Choice, ranked: Sequence[Choice], ledes: Set[Place]) -> bool:
    """Whether so many ledes of the story come between that the older one matters clearly more."""
    places = [c for c in ranked if c.group == newer.group and _place(c.extract) in ledes]
    return newer in places and places.index(newer) - places.index(older) > EARLIER


def _ledes(sources: Sequence[Source]) -> frozenset[Place]:
    """Where the reports begin, behind their datelines."""
    return frozenset(
        (source.id, opening(source.article.text, _lede(source)))
        for source in sources
        if source.sentences and not is_comment(source)
    )


def _lede(source: Source) -> Sentence:
    """The first sentence; behind a deck, which teases, that below the byline or the day."""
    decks = 0
    after = 0
    for number, paragraph in enumerate(source.article.paragraphs, start=1):
        decks += paragraph.kind == "body"
        if decks > 1:
            break
        if paragraph.kind in ("byline", "dateline"):
            after = number
    below = (sentence for sentence in source.sentences if sentence.paragraph > after)
    return next(below, source.sentences[0])


def _opened(choices: list[Choice], ledes: Set[Place]) -> list[Choice]:
    """What one article says, its lede first, or what comes first where that is not to be had."""
    if not choices or _place(choices[0].extract) in ledes:
        return choices
    opens = min(choices, key=lambda choice: choice.extract.start)
    return [opens, *(choice for choice in choices if choice is not opens)]


def _with_ledes(choices: Sequence[Choice], ledes: Set[Place]) -> Iterator[Choice]:
    """The choices, and the ledes that are antecedents alone, each of which may lead itself."""
    told = {_place(choice.extract) for choice in choices}
    for choice in choices:
        before = choice.extract.before
        if before and _place(before) in ledes - told:
            told.add(_place(before))
            yield Choice(before, choice.group)
        yield choice


def _place(extract: Extract) -> Place:
    return extract.source, extract.start


def bottom_line(best: Sequence[Choice], limit: int) -> tuple[Extract, ...]:
    """The best extracts that fit the limit together, the best first; the shortest if none does."""
    bottom: list[Extract] = []
    room = limit
    for choice in best:
        if bottom and not _adds(choice.extract):
            continue
        if (length := _length(choice.extract)) <= room:
            bottom.append(choice.extract)
            room -= length
    if not bottom and best:
        bottom = [min((choice.extract for choice in best), key=_length)]
    return tuple(bottom)


def _adds(extract: Extract) -> bool:
    """Whether it may stand beside the first: what somebody said has a place of its own."""
    return not any(mark in extract.text for mark in _MARKS)


def _length(extract: Extract) -> int:
    """Characters in print, the citation's among them."""
    return sum(len(part.text) + 12 for part in whole(extract))
