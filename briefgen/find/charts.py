"""Figures that surely compare, three or more, to be drawn side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.find.charts_days import days
from briefgen.find.charts_givers import givers
from briefgen.find.charts_lists import Item, listed
from briefgen.find.charts_measures import in_digits, measures
from briefgen.find.facts import extract_of, facts
from briefgen.find.standing import alone
from briefgen.model import Bar, Chart, Extract, Sentence, Source
from briefgen.text.dates import Expression, expressions

_WIDEST = 400  # times the smallest: beyond it the smallest bar cannot be seen


def charts(sources: Sequence[Source]) -> tuple[Chart, ...]:
    """The charts that can be drawn: rising tolls, pledges, then lists in one sentence.

    Each has three or more bars, labelled with words of the sources or the day of the report.
    """
    found = [*days(sources), *givers(sources), *_sentences(sources)]
    return tuple(chart for chart in found if _can_be_drawn(chart))


def _can_be_drawn(chart: Chart) -> bool:
    numbers = [float(bar.value) for bar in chart.bars]
    return 0 < min(numbers) < max(numbers) <= _WIDEST * min(numbers)


def _sentences(sources: Sequence[Source]) -> Iterator[Chart]:
    """A chart of each sentence that lists figures, once for all that tell the same."""
    seen: set[frozenset[tuple[str | None, str]]] = set()
    for source in sources:
        lists = facts(source.language)
        for sentence in source.sentences if lists else ():
            text = source.text_of(sentence)
            items = _list(text, sentence, source)
            told = frozenset((item.label, in_digits(item.measure.number)) for item in items)
            if lists and items and told not in seen and alone(text, sentence, source, lists):
                seen.add(told)
                yield _chart(items, extract_of(sentence, source, text), source)


def _list(text: str, sentence: Sentence, source: Source) -> tuple[Item, ...]:
    if sentence.state != "plain" or sum(sign.isdigit() for sign in text) < 3:
        return ()
    found = measures(text, source.language)
    return listed(text, found, source.language, _dates(text, source)) if len(found) > 2 else ()


def _dates(text: str, source: Source) -> tuple[Expression, ...]:
    return expressions(text, source.language, source.article.published)


def _chart(items: Sequence[Item], extract: Extract, source: Source) -> Chart:
    """Dates in their order, all else by size."""
    if items[0].kind == "dates":
        when = {e.end: e.date.isoformat() for e in _dates(extract.text, source)}
        ordered = sorted(items, key=lambda i: when.get(i.at + len(i.label), f"{i.label}-01-01"))
    else:
        ordered = sorted(items, key=lambda item: -item.measure.number)
    unit = next(item.measure.unit for item in items if item.measure.unit)
    bars = (
        Bar(i.label, None, in_digits(i.measure.number), i.measure.written, extract) for i in ordered
    )
    return Chart("sentence", None, unit, tuple(bars))
