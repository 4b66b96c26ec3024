"""What leads a brief."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from briefgen.codec import paragraphs_of
from briefgen.compose.lead import bottom_line, leading
from briefgen.compose.ledes import without_scenes
from briefgen.compose.phrases import is_opinion
from briefgen.compose.spans import Spans
from briefgen.model import Article, Choice, Extract, Group, Sentence, Source, Summary

STORY = "Talks, envoys, toll, waves, town, choir, artists, women, vote, hopes"


def source(number: int, day: int | None, *sentences: str, title: str = STORY) -> Source:
    """A source of one sentence a paragraph, on that day of June 2023; titles name all ledes."""
    text = "\n\n".join(sentences)
    spans = paragraphs_of(text)
    published = dt.date(2023, 6, day) if day else None
    article = Article(text, spans, f"{number}.txt", title=title, published=published)
    found = tuple(Sentence(p.start, p.end, i) for i, p in enumerate(spans, start=1))
    return Source(f"S{number}", article, "en", found)


def choices(*sources: Source, groups: tuple[int, ...] = ()) -> list[Choice]:
    """Every sentence of the sources, ranked in the order in which they stand."""
    return [
        Choice(Extract(s.text_of(x), s.id, x.paragraph, x.start, x.end), group)
        for s, group in zip(sources, groups or (0,) * len(sources), strict=True)
        for x in s.sentences
    ]


def texts(*sources: Source, groups: tuple[int, ...] = (), day: int = 30) -> list[str]:
    """What may lead, in its order, on that day of the month."""
    ranked = tuple(choices(*sources, groups=groups))
    told = [
        tuple(
            s.id for s, own in zip(sources, groups or (0,) * len(sources), strict=True) if own == g
        )
        for g in (0, 1)
    ]
    summary = Summary(ranked, tuple(Group(None, None, "en", ids) for ids in told))
    return [c.extract.text for c in leading(summary, sources, dt.date(2023, 6, day))]


def test_what_was_ahead_and_is_past_does_not_lead() -> None:
    """The vote of the 12th has been; it leads where there is nothing else."""
    vote, talks = source(1, 9, "Zenda votes on 12 June."), source(2, 9, "Talks failed.")
    assert texts(vote, talks) == ["Talks failed."]
    assert texts(vote, talks, day=12) == ["Zenda votes on 12 June.", "Talks failed."]
    assert texts(vote) == ["Zenda votes on 12 June."]


def test_what_was_ahead_leads_before_what_is_no_lede() -> None:
    """Of one article its lede, past or not, for the rest of it leans on that."""
    vote = "Zenda votes on 12 June."
    assert texts(source(1, 9, vote, "Hopes are high."))[0] == vote


def test_how_things_stand_now_leads() -> None:
    """A late lede leads, whatever the ranking, the latest of two that matter much the same."""
    old, new = source(1, 1, "Talks begin.", "Hopes are high."), source(2, 9, "Talks failed.")
    newer = source(3, 10, "The envoys left.")
    assert texts(old, new, newer) == ["The envoys left.", "Talks failed."]
    more = source(2, 9, "Talks failed.", "Rain fell.", "Snow fell.")
    assert texts(old, more, newer) == ["Talks failed.", "The envoys left."]


def test_an_older_lede_leads_that_matters_clearly_more() -> None:
    """Three ledes stand between them in the ranking, or two, which are not enough."""
    toll, waves, town = "The toll is 120,000.", "Waves rose.", "A town gave."
    old = [source(n, 4 - n, text) for n, text in enumerate((toll, waves, town), start=1)]
    late = [source(4, 9, "A choir sang."), source(5, 10, "Artists came.")]
    more = source(6, 11, "Women died.")
    assert texts(*old, *late, more) == [toll, "A choir sang.", "Artists came.", "Women died."]
    assert texts(*old[1:], *late) == ["A choir sang.", "Artists came."]


def test_the_scene_of_a_feature_does_not_lead() -> None:
    """It has no word of what others open with; where nothing has, the latest leads."""
    report = source(1, 9, "Zenda has lost its ships.", title="Ships lost off Zenda")
    feature = source(2, 10, "The flags are at half-mast.", title="Grief in a small town")
    assert texts(report, feature)[0] == "The flags are at half-mast."
    more = source(3, 9, "Zenda mourns.", title="Ships of Zenda lost")
    assert texts(report, feature, more)[0] == "Zenda has lost its ships."


def test_the_scene_of_a_feature_does_not_surely_stand_as_a_point() -> None:
    """It tells nothing of what happened; what stands below it may."""
    report = source(1, 9, "Zenda has lost its ships.", title="Ships lost off Zenda")
    feature = source(2, 10, "The flags are at half-mast.", title="Grief in a small town")
    more = source(3, 9, "Zenda mourns its ships.", title="Ships of Zenda lost")
    sources = report, feature, more
    summary = Summary(tuple(choices(*sources)), (Group(None, None, "en", ("S1", "S2", "S3")),))
    found = without_scenes(summary, sources)
    assert [True, False, True] == [choice.alone for choice in found.ranked]
    told = replace(feature, article=replace(feature.article, title="Flags stay at half-mast"))
    assert without_scenes(summary, (report, told, more)) == summary


def test_a_toll_that_has_risen_gives_way_to_another_lede() -> None:
    """Where no other can lead, the latest toll does."""
    old, new = source(1, 8, "Waves killed 9 in town."), source(2, 9, "Waves killed 23 in town.")
    vote = source(3, 7, "A vote on waves passed.")
    found = choices(old, new, vote)
    risen = Spans(choice.extract for choice in found[:2])

    def leads(*ranked: Choice) -> str:
        summary = Summary(ranked, (Group(None, None, "en", ("S1", "S2", "S3")),))
        return leading(summary, (old, new, vote), risen=risen)[0].extract.text

    assert leads(*found[:2]) == "Waves killed 23 in town."
    assert leads(*found) == "A vote on waves passed."


def test_a_lede_leads_that_tells_what_most_open_with() -> None:
    """A local feature has fewer of those words, and a day more does not make up for it."""
    old = source(1, 8, "Dorn offers to buy Sarn Mills.", title="Dorn offers for Sarn Mills")
    wire = source(2, 9, "Sarn Mills accepts a higher bid from Dorn.", title="Dorn wins Sarn Mills")
    local = source(3, 10, "Workers wait at a gate in Sarn.", title="Workers wait")
    assert texts(old, wire, local)[0] == "Sarn Mills accepts a higher bid from Dorn."


def test_a_report_leads_before_an_interview_and_what_a_body_declares() -> None:
    """The last third has neither scene nor report, so the latest report before it leads."""
    report = source(1, 8, "Talks on Sarn failed.")
    asked = source(2, 9, "Paul Orme holds talks.", "Why?", "He waited.", "Since when?", "Is it so?")
    declared = source(3, 9, "Dorn expresses its regret that talks failed.")
    assert texts(report, asked, declared)[0] == "Talks on Sarn failed."
    assert texts(asked)[0] == "Paul Orme holds talks."


def test_a_lede_with_a_day_to_come_leads_if_it_has_happened() -> None:
    """The first day that it names decides."""
    pact = "Zenda agreed on 9 June to hold talks by 12 June."
    assert texts(source(1, 9, pact), source(2, 9, "Hopes are high."))[0] == pact


def test_a_report_leads_before_a_comment() -> None:
    """A comment's lede is one sentence of many; it leads where there is nothing else."""
    comment = source(1, 9, "It was a good day.", title="Opinion: A good day")
    assert texts(comment, source(2, 9, "Talks failed.")) == ["Talks failed."]
    assert texts(comment) == ["It was a good day."]


def test_one_article_alone_leads_with_its_lede_and_goes_on() -> None:
    """What the same article says may follow, in the order of the ranking."""
    assert texts(source(1, None, "Talks failed.", "No date is set.")) == [
        "Talks failed.", "No date is set.",
    ]  # fmt: skip


def test_a_lede_that_only_goes_before_another_leads() -> None:
    """The ranking has it as an antecedent alone, of two; all the same it leads, once."""
    one = source(1, 9, "Talks failed.", "They had begun in May.", "Rain fell.")
    lede, second, third = (choice.extract for choice in choices(one))
    after = [Choice(replace(extract, before=lede), 0) for extract in (second, third)]
    summary = Summary(tuple(after), (Group(None, None, "en", ("S1",)),))
    assert [lede, *(choice.extract for choice in after)] == [
        choice.extract for choice in leading(summary, [one])
    ]


def test_a_lede_behind_its_dateline_leads() -> None:
    """The extract begins behind "STRELSAU – "."""
    one = source(1, 9, "STRELSAU – Talks failed.", "Rain fell.")
    first, second = (choice.extract for choice in choices(one))
    first = replace(first, text="Talks failed.", start=11)
    ranked = (Choice(second, 0), Choice(first, 0))
    summary = Summary(ranked, (Group(None, None, "en", ("S1",)),))
    assert first == leading(summary, [one])[0].extract


def test_without_its_lede_an_article_alone_leads_with_what_comes_first() -> None:
    """The lede is no extract, as that of a caption is none; what ranks first comes second."""
    one = source(1, 9, "A port.", "Talks failed.", "Rain fell.")
    _, talks, rain = choices(one)
    summary = Summary((rain, talks), (Group(None, None, "en", ("S1",)),))
    assert [talks, rain] == leading(summary, [one])


def test_no_quotation_stands_beside_what_leads() -> None:
    """It has a place under its speaker; alone it may lead."""
    one = source(1, 9, "Talks failed.", '"We tried," said Roe.', "Rain fell.")
    talks, said, rain = choices(one)
    assert (talks.extract, rain.extract) == bottom_line([talks, said, rain], 200)
    assert (said.extract,) == bottom_line([said], 200)


def test_a_lede_stands_below_the_byline() -> None:
    """The deck above it teases."""
    one = source(1, 9, "A port, a queen.", "By Flavia Roe", "Talks failed.")
    above, byline, below = one.article.paragraphs
    paragraphs = (above, replace(byline, kind="byline"), below)
    deck, _, lede = choices(one)
    one = replace(one, article=replace(one.article, paragraphs=paragraphs))
    summary = Summary((deck, lede), (Group(None, None, "en", ("S1",)),))
    assert lede == leading(summary, [one])[0]


def test_another_story_does_not_lead() -> None:
    """The first story's alone, wherever another ranks."""
    other, first = source(1, 9, "Rates rose."), source(2, 9, "Talks failed.")
    assert texts(other, first, groups=(1, 0)) == ["Talks failed."]


@pytest.mark.parametrize(("limit", "count"), [(200, 2), (40, 1), (1, 1)])
def test_what_fits_the_box_is_the_bottom_line(limit: int, count: int) -> None:
    """As many as fit together, at least one."""
    best = choices(source(1, None, "Talks failed.", "No date is set."))
    assert len(bottom_line(best, limit)) == count


@pytest.mark.parametrize(
    ("title", "opinion"),
    [
        ("ANALYSIS: A floor under the rivalry", True),
        ("Opinion | The dam", True),
        ("Kommentar – Der Damm", True),
        ("[Éditorial] Le barrage", True),
        ("Analysis of water finds lead", False),
        ("Talks fail", False),
        (None, False),
    ],
)
def test_comment_is_told_by_its_title(title: str | None, opinion: bool) -> None:
    """By the word before the colon, bar or dash, not by the word in a sentence."""
    assert is_opinion(title) is opinion
