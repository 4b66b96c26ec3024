"""What somebody took back is printed with the taking back, or not at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from briefgen.compose.phrases import listed
from briefgen.compose.spans import Spans
from briefgen.model import Extract, Findings, Source, Summary
from briefgen.text import stem, stop_words, words

T = TypeVar("T")
_MARKS = frozenset('"“«„')
_CHARGED = 4  # letters of a word that says what was taken back


def retracted(summary: Summary, findings: Findings) -> tuple[Summary, Findings]:
    """Both without the sentences that were taken back later, but where the later one is theirs.

    A statement that takes another back has that one as its antecedent: only there it is printed.
    """
    later = [s.quote for s in findings.positions if s.quote.before]
    return _without((q.before for q in later if q.before), Spans(later), summary, findings)


def withdrawn(
    summary: Summary, findings: Findings, sources: Sequence[Source]
) -> tuple[Summary, Findings]:
    """Both without the quotations that another source tells to have been taken back."""
    return _without(_charges(sources), Spans(), summary, findings)


def _without(
    gone: Iterable[Extract], taking: Spans, summary: Summary, findings: Findings
) -> tuple[Summary, Findings]:
    """Both without these sentences, but where they stand in those that take them back."""
    taken = Spans(gone)

    def kept(items: Iterable[T], extract: Callable[[T], Extract]) -> tuple[T, ...]:
        return tuple(
            item for item in items if not taken.touch(extract(item)) or taking.touch(extract(item))
        )

    return (
        replace(summary, ranked=kept(summary.ranked, lambda choice: choice.extract)),
        replace(
            findings,
            positions=kept(findings.positions, lambda statement: statement.quote),
            timeline=kept(findings.timeline, lambda event: event.event),
            figures=kept(findings.figures, lambda figure: figure.context),
        ),
    )


def _charges(sources: Sequence[Source]) -> Iterator[Extract]:
    """The quotations with the words that a later source, or one of that day, tells taken back."""
    told = {source.id: source.article.published or dt.date.max for source in sources}
    for later in sources:
        for said in _taken_back(later.article.text):
            charge = _stems(said, later.language)
            earlier = (s for s in sources if s.language == later.language)
            for source in earlier if charge else ():
                if told[source.id] <= told[later.id]:
                    yield from _quoting(source, charge)


def _taken_back(text: str) -> Iterator[str]:
    """The clauses of "withdrew a remark that Roe had lied"."""
    return (match[1] for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    verbs, nouns = ("|".join(sorted(listed(key))) for key in ("withdrawing", "remarks"))
    return re.compile(
        rf"\b(?:{verbs})\b(?:\W+\w+){{0,3}}?\W+(?:{nouns})\b\W+(?:\w+\W+)?"
        rf"(?:that|que|qu[’']|dass)\b([^.,;]+)"
    )


def _quoting(source: Source, charge: frozenset[str]) -> Iterator[Extract]:
    """The sentences of the source that quote somebody with all of these words."""
    for sentence in source.sentences:
        text = source.text_of(sentence)
        quotes = not _MARKS.isdisjoint(text) and not _pattern().search(text)
        if quotes and charge <= _stems(text, source.language):
            yield Extract(text, source.id, sentence.paragraph, sentence.start, sentence.end)


def _stems(text: str, language: str) -> frozenset[str]:
    """The words in it that are no names and no small ones, by their stems."""
    small = stop_words(language)
    told = (word for word in words(text) if len(word) >= _CHARGED and word[0].islower())
    return frozenset(stem(word, language) for word in told if word not in small)
