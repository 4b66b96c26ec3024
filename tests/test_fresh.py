"""What is told late goes first, and a report before a comment."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from briefgen.compose import fresh
from briefgen.compose.stale import is_stale
from briefgen.model import (
    Article,
    Choice,
    Event,
    Extract,
    Figure,
    Findings,
    Paragraph,
    Sentence,
    Source,
    Summary,
)


def source(name: str, day: int | None, *, title: str | None = None, line: str = "") -> Source:
    """A source of that day of June 2023, with a line of its head."""
    published = dt.date(2023, 6, day) if day else None
    head = (Paragraph(0, len(line), "heading"),) if line else ()
    return Source(name, Article(line, head, "a.txt", title=title, published=published), "en", ())


def choice(name: str) -> Choice:
    """A sentence of that source."""
    return Choice(Extract("So it is in Zenda and in Strelsau.", name, 1, 0, 34), 0)


def test_days_are_counted_by_their_order() -> None:
    """A late afterthought does not make all others equally old; the undated lie in the middle."""
    days = (source("S1", 1), source("S2", 2), source("S3", 30), source("S4", None))
    assert {"S1": 1.0, "S2": 0.5, "S3": 0.0, "S4": 0.5} == fresh.ages(days)
    assert {"S1": 0.0, "S4": 0.0} == fresh.ages((source("S1", 1), source("S4", None)))


NOW = dt.date(2023, 7, 1)


def test_the_latest_gains_six_places_on_the_earliest() -> None:
    """It passes five of the earliest source's, and is the same place as the sixth."""
    ranked = [*(choice("S1") for _ in range(7)), choice("S2")]
    found = fresh.freshest(ranked, (source("S1", 1), source("S2", 2)), NOW)
    assert ["S1", "S1", "S2"] == [one.extract.source for one in found[:3]]


def test_what_was_ahead_and_is_past_fills_pages() -> None:
    """The vote of the 12th has been by July, and had not by the day itself."""
    text = "Zenda votes on 12 June."
    one = source("S1", 1)
    article, sentences = replace(one.article, text=text), (Sentence(0, len(text), 1),)
    sources = (replace(one, article=article, sentences=sentences),)
    vote = Choice(Extract(text, "S1", 1, 0, len(text)), 0)
    assert [replace(vote, alone=False)] == fresh.freshest([vote], sources, NOW)
    assert [vote] == fresh.freshest([vote], sources, dt.date(2023, 6, 12))


@pytest.mark.parametrize(
    ("title", "line", "comment"),
    [
        ("Comment: The gate", "", True),
        ("The gate", "COMMENT", True),
        ("The gate", "LEITARTIKEL", True),
        ("The gate", "THE SATURDAY INTERVIEW | Flavia Hentzau", True),
        ("The gate", "THE HARBOUR POST", False),
        ("A comment on the gate", "", False),
    ],
)
def test_the_head_says_what_is_no_report(title: str, line: str, comment: bool) -> None:
    """The title's first word, or a line above the text."""
    assert comment == fresh.is_comment(source("S1", 1, title=title, line=line))


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("I have sat in Zenda since 1998.", True),
        ("Ich sitze seit 1998 in Zenda.", True),
        ("“I sit in Zenda,” said Sapt.", False),
        ("Sapt has sat in Zenda since 1998.", False),
    ],
)
def test_whoever_opens_with_himself_reports_nothing(text: str, comment: bool) -> None:
    """What he quotes is another's "I"."""
    article, sentences = Article(text, (), "a.txt"), (Sentence(0, len(text), 1),)
    assert fresh.is_comment(Source("S1", article, "en", sentences)) is comment


def test_what_is_far_down_the_ranking_fills_pages() -> None:
    """A trifle that surely stands is no match for what matters and may lean."""
    ranked = tuple(choice("S1") for _ in range(fresh.FAR + 1))
    summary, _ = fresh.reported(Summary(ranked, ()), Findings(), (source("S1", 1),))
    assert [True] * fresh.FAR + [False] == [one.alone for one in summary.ranked]


def test_a_comment_tells_no_event_and_no_figure_beside_a_report() -> None:
    """What it says may fill a page; where all are comments they are all there is."""
    sources = (source("S1", 1), source("S2", 1, line="Opinion"))
    one, two = choice("S1"), choice("S2")
    found = Findings(
        timeline=tuple(Event("2023-06-01", "day", "so", c.extract) for c in (one, two)),
        figures=tuple(Figure("9", None, c.extract) for c in (one, two)),
    )
    summary, kept = fresh.reported(Summary((one, two), ()), found, sources)
    assert (one, replace(two, alone=False)) == summary.ranked
    assert ["S1"] == [row.event.source for row in kept.timeline]
    assert ["S1"] == [row.context.source for row in kept.figures]
    assert (Summary((two,), ()), found) == fresh.reported(Summary((two,), ()), found, sources[1:])


def test_a_sentence_of_a_few_words_fills_pages() -> None:
    """Six are too few."""
    short = replace(
        choice("S1"), extract=replace(choice("S1").extract, text="It is so in old Zenda.")
    )
    summary, _ = fresh.reported(Summary((short,), ()), Findings(), (source("S1", 1),))
    assert (replace(short, alone=False),) == summary.ranked


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Zenda votes on 12 June.", True),
        ("The envoy came on 1 June. She will leave on 12 June.", True),
        ("The envoy, who came on 1 June, is to leave on 12 June.", True),
        ("Zenda agreed on 1 June to open the port by 12 June.", False),
        ("The envoy will leave Zenda on 12 July.", False),
    ],
)
def test_a_sentence_is_stale_that_tells_as_ahead_what_is_past(text: str, *, stale: bool) -> None:
    """Whichever of those printed, the antecedent too, and whichever day of it."""
    one = source("S1", 2)
    ends = [m.end() for m in re.finditer(r"[.]", text)]
    starts = [0, *(end + 1 for end in ends)]
    found = tuple(Sentence(a, b, 1) for a, b in zip(starts, ends, strict=False))
    one = replace(one, article=replace(one.article, text=text), sentences=found)
    extract = Extract(text, "S1", 1, 0, len(text))
    assert is_stale(extract, one, NOW) == stale
    assert is_stale(Extract("", "S1", 1, 0, 0, before=extract), one, NOW) == stale
    assert not is_stale(extract, one, dt.date(2023, 6, 12))


@pytest.mark.parametrize(
    ("taking", "kept"),
    [
        ("Ms Calder withdrew a remark that Orme had lied, made “in anger”.", 1),
        ("Ms Calder repeated a remark that Orme had lied, made “in anger”.", 2),
        ("Ms Calder withdrew a remark that Orme had slept, made “in anger”.", 2),
    ],
)
def test_what_another_source_tells_taken_back_is_gone(taking: str, kept: int) -> None:
    """The quotation alone, not the sentence that takes it back."""
    texts = ("“He lied to me,” said Ruth Calder of Paul Orme.", taking)
    sources, ranked = [], []
    for day, text in enumerate(texts, start=1):
        one = source(f"S{day}", day)
        article = replace(one.article, text=text, paragraphs=(Paragraph(0, len(text), "body"),))
        sources.append(replace(one, article=article, sentences=(Sentence(0, len(text), 1),)))
        ranked.append(Choice(Extract(text, one.id, 1, 0, len(text)), 0))
    summary, _ = fresh.reported(Summary(tuple(ranked), ()), Findings(), sources)
    assert [one.extract for one in ranked[2 - kept :]] == [c.extract for c in summary.ranked]
