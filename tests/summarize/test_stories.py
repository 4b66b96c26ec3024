"""Stories: what is told together, under which title, and articles that serve two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Article, Source, Summary
from briefgen.summarize import summarize
from briefgen.summarize.corpus import build
from briefgen.summarize.stories import TOGETHER, joined
from briefgen.summarize.themes import themes
from briefgen.summarize.titles import titled
from briefgen.text import normalise, paragraph_spans, sentences


def source(name: str, text: str, *, title: str | None = None, language: str = "en") -> Source:
    """A source of body paragraphs."""
    text = normalise(text)
    article = Article(
        text=text, paragraphs=tuple(paragraph_spans(text)), locator=f"{name}.txt", title=title
    )
    return Source(name, article, language, sentences(text, article.paragraphs, language))


FLOOD = (
    "The river Elpe burst its banks in Strelsau and flooded 400 houses in the old town.\n\n"
    "Firemen brought the people of Strelsau to safety in boats on the Elpe.",
    "Rain swelled the Elpe for three days before the flood reached Strelsau.\n\n"
    "The flood left the old town without water and the Elpe is still rising.",
)
STRIKE = (
    "Dockers in the port of Zenda walked out over pay and left 30 ships unloaded.\n\n"
    "The union of the dockers wants eight percent more pay from the port of Zenda.",
    "The strike of the dockers in Zenda holds up ships with fruit for a second day.\n\n"
    "The port of Zenda offers the union three percent more pay.",
)


def chosen_title(*titles: str, language: str = "en") -> str | None:
    """The title that a story of two floods would bear, of these."""
    sources = [
        source(f"S{i}", FLOOD[i % 2] + f"\n\nEdition {i}.", title=title, language=language)
        for i, title in enumerate(titles)
    ]
    corpus = build(sources)
    best = titled(corpus, themes(corpus), range(len(sources)))
    return corpus.sources[best[0]].article.title if best else None


def test_articles_are_grouped_by_what_they_tell() -> None:
    """Two on a flood and two on a strike, without a title, are two stories."""
    sources = [source(f"S{i}", text) for i, text in enumerate((*FLOOD, *STRIKE), 1)]
    groups = summarize(tuple(sources)).groups
    assert sorted(group.sources for group in groups) == [("S1", "S2"), ("S3", "S4")]


def test_what_stands_first_says_what_an_article_is_about() -> None:
    """A stem of the first sentence weighs more than one of the second, a name twice as much."""
    corpus = build([source("S1", "Yesterday Zenda flooded houses. Boats left Zenda.")])
    spoken = themes(corpus)
    stem = {corpus.lexicon["en", s]: s for s in ("zenda", "hous", "boat")}
    weight = {
        stem[int(i)]: w for i, w in zip(spoken.ids, spoken.weight, strict=True) if int(i) in stem
    }
    assert weight["hous"] == pytest.approx(1)
    assert weight["boat"] == pytest.approx(2**-0.7)
    assert weight["zenda"] == pytest.approx(2 * (1 + 2**-0.7))


@given(
    st.lists(
        st.lists(st.integers(0, 1000), min_size=7, max_size=7, unique=True), min_size=7, max_size=7
    )
)
def test_the_groups_are_those_of_joining_the_nearest_two(table: list[list[int]]) -> None:
    """Following nearest neighbours finds what always joining the likest two groups finds."""
    noise = np.arange(49).reshape(7, 7) * 1e-5  # no two pairs are equally like
    near = np.triu(np.array(table) / 4000 + noise, 1)
    near = near + near.T - np.eye(7)
    groups = [[i] for i in range(7)]

    def mean(a: list[int], b: list[int]) -> float:
        return float(np.mean([near[i, j] for i in a for j in b]))

    while len(groups) > 1:
        pairs = [(mean(a, b), a, b) for a in groups for b in groups if a < b]
        best, a, b = max(pairs)
        if best < TOGETHER:
            break
        groups = [group for group in groups if group not in (a, b)] + [a + b]
    assert sorted(map(sorted, joined(near))) == sorted(map(sorted, groups))


@pytest.mark.parametrize(
    "poor",
    [
        "Will the Elpe flood Strelsau again?",
        "Why the Elpe flooded Strelsau",
        "Elpe flood in Strelsau: live updates",
        "Five things to know on the Elpe flood in Strelsau",
        "The Elpe flood in Strelsau …",
        "Strelsau",
        "In pictures: Elpe flood in Strelsau",
    ],
)
def test_a_title_that_does_not_tell_gives_way(poor: str) -> None:
    """A question, a teaser, a column's name or a lone word is passed over for one that tells."""
    assert chosen_title(poor, "Hundreds of houses under water") == "Hundreds of houses under water"
    assert chosen_title(poor) == poor


def test_a_teaser_is_known_in_its_language() -> None:
    """Each language has its own."""
    told = "Hochwasser in Strelsau zerstört Häuser"
    assert chosen_title("Warum die Elpe Strelsau überflutet", told, language="de") == told


def test_the_title_tells_what_the_articles_tell() -> None:
    """Of two that tell, the one whose words the articles use."""
    titles = ("Flood of the Elpe reaches Strelsau", "Ministers meet for a ball in Hentzau")
    assert chosen_title(*titles) == titles[0]
    assert chosen_title(*titles[::-1]) == titles[0]


ROUNDUP = source(
    "S5",
    f"{FLOOD[0]}\n\nThe river flooded the old bridge of Strelsau too.\n\n"
    "In the port of Zenda the strike of the dockers goes on, and the union of Hentzau turned down "
    "every offer.",
    title="Flood and other news",
)


def stories_of_all() -> Summary:
    """Two articles on a flood, two on a strike, and one on the flood with a word on the strike."""
    titles = (
        "Elpe floods Strelsau",
        "Rain swelled the Elpe",
        "Dockers strike in Zenda",
        "No fruit",
    )
    single = [
        source(f"S{i}", text, title=title)
        for i, (text, title) in enumerate(zip((*FLOOD, *STRIKE), titles, strict=True), 1)
    ]
    return summarize((*single, ROUNDUP))


def test_an_article_on_two_events_serves_two_stories() -> None:
    """The paragraph on the strike is a point of the strike, its article a source of both."""
    summary = stories_of_all()
    strike = next(i for i, group in enumerate(summary.groups) if "S3" in group.sources)
    assert summary.groups[strike].sources == ("S3", "S4", "S5")
    assert summary.groups[strike].guests == ("S5",)
    assert summary.groups[1 - strike].sources == ("S1", "S2", "S5")
    under = {c.group for c in summary.ranked if "turned down" in c.extract.text}
    assert under == {strike}


def test_a_guest_gives_no_headline() -> None:
    """A story's title is that of an article on it, and the article is one of its sources."""
    for group in stories_of_all().groups:
        assert group.headline_source in {*group.sources} - {*group.guests}


def test_what_most_speak_of_comes_first() -> None:
    """The story nearest to all that the sources say leads, unless something else was asked for."""
    articles = [source(f"S{i}", text) for i, text in enumerate((*FLOOD, FLOOD[0], *STRIKE[:1]), 1)]
    articles[2] = source("S3", "The Elpe fell again in Strelsau after the flood of the old town.")
    assert "S1" in summarize(tuple(articles)).groups[0].sources
    assert "S4" in summarize(tuple(articles), focus=("dockers",)).groups[0].sources


def test_articles_with_no_word_in_common_are_stories_of_their_own() -> None:
    """Nothing to compare is no error."""
    one, two = source("S1", "Zenda flooded."), source("S2", "Dockers strike: ships wait at sea.")
    assert sorted(group.sources for group in summarize((one, two)).groups) == [("S1",), ("S2",)]


MIXED = st.lists(
    st.sampled_from(
        [
            "Zenda",
            "Elpe",
            "flood",
            "strike",
            "killed",
            "not",
            "5",
            "1,200",
            ".",
            "\n\n",
            "“",
            "北京",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.lists(st.tuples(MIXED, st.sampled_from(["en", "de", "zh"])), max_size=5))
@settings(max_examples=60)
def test_every_source_is_in_a_story_and_every_choice_in_one_of_its_sources(
    given_texts: list[tuple[str, str]],
) -> None:
    """Whatever they say: a source may be in two stories, a story's language is one."""
    sources = tuple(
        source(f"S{i}", text, title=text[:9] or None, language=language)
        for i, (text, language) in enumerate(given_texts, 1)
    )
    spoken = {each.id: each.language for each in sources}
    summary = summarize(sources)
    assert {name for group in summary.groups for name in group.sources} == {*spoken}
    for group in summary.groups:
        assert {spoken[name] for name in group.sources} == {group.language}
        assert {*group.titled} <= {*group.sources} - {*group.guests}
    for choice in summary.ranked:
        assert choice.extract.source in summary.groups[choice.group].sources
