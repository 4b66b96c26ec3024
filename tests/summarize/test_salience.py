"""Where sentences stand, and what makes a pair of words likely to be in a summary."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import Article, Paragraph, Source
from briefgen.summarize.corpus import Corpus, build
from briefgen.summarize.coverage import centrality
from briefgen.summarize.places import heads, is_line, places
from briefgen.summarize.salience import FEATURES, chances, earliness, features, kind, weights
from briefgen.text import paragraph_spans, sentences, words

OPENED = (
    "Monday, 4 March 2024\n\nThe lighthouse of Strelsau burned down. Nobody was hurt in 2 hours."
)
AGAIN = "The lighthouse was built in wood. Children sang."


def corpus(*texts: str, title: str | None = None) -> Corpus:
    """The corpus of English articles whose paragraphs are all body."""
    return build([source(f"S{i}", text, title) for i, text in enumerate(texts, 1)])


def source(name: str, text: str, title: str | None) -> Source:
    """One article."""
    paragraphs: tuple[Paragraph, ...] = tuple(paragraph_spans(text))
    article = Article(text=text, paragraphs=paragraphs, locator=name, title=title)
    return Source(name, article, "en", sentences(text, paragraphs, "en"))


def feature(read: Corpus, name: str, pair: str) -> float:
    """The value of a feature for a pair of words, found where it stands."""
    for row in range(len(read)):
        said = pairwise(words(read.text(row).lower()))
        numbers = pairwise(read.words.row(row).tolist())
        for couple, (a, b) in zip(said, numbers, strict=True):
            if " ".join(couple) == pair:
                (found,) = np.flatnonzero((read.first == a) & (read.second == b))
                return float(features(read)[found, FEATURES.index(name)])
    raise KeyError(pair)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Monday, 4 March 2024", True),
        ("Harbour opens", True),
        ("The harbour opens.", False),
        ("“Is it open?”", False),
        ("港は開いた。", False),
        ("बंदरगाह खुला।", False),
    ],
)
def test_a_line_is_what_nothing_ends(text: str, line: bool) -> None:
    """Final punctuation of any script ends a sentence, before closing marks too."""
    assert is_line(text) is line


def test_the_day_above_an_article_takes_no_place_and_has_no_weight() -> None:
    """The lede is at place 0, whether a line stands above it or not."""
    read = corpus(OPENED)
    assert [0, 0, 1] == read.place.tolist()
    assert [0, 1, 1] == read.weight.tolist()


def test_an_article_without_punctuation_is_all_sentences() -> None:
    """Then nothing tells lines and sentences apart."""
    read = corpus("First\n\nSecond")
    assert [0, 1] == read.place.tolist()
    assert [1, 1] == read.weight.tolist()


@given(st.lists(st.lists(st.booleans(), max_size=6), max_size=5))
def test_places_are_counted_from_each_first_sentence(articles: list[list[bool]]) -> None:
    """Places rise by one from 0 in every article, those of its head stay at 0."""
    numbers = np.array([i for i, a in enumerate(articles) for _ in a], dtype=np.int64)
    head = heads(numbers, [line for a in articles for line in a])
    expected: list[int] = []
    for lines in articles:
        above = lines.index(False) if False in lines else 0
        expected += [max(k - above, 0) for k in range(len(lines))]
    assert expected == places(numbers, head).tolist()


def test_earliness_falls_by_half_at_the_third_sentence() -> None:
    """(1 + 2 / 2) to the power of -1."""
    read = corpus("One. Two. Three.")
    assert pytest.approx([1, 2 / 3, 1 / 2]) == earliness(read, 1.0).tolist()


def test_a_pair_is_shared_as_far_as_its_rarer_word() -> None:
    """“lighthouse” is in both articles, “burned” in one of two; “the” counts as in all."""
    read = corpus(OPENED, AGAIN)
    assert feature(read, "shared", "the lighthouse") == 0
    assert feature(read, "shared", "strelsau burned") == pytest.approx(math.log(1 / 2))


def test_figures_repetition_and_titles_are_told() -> None:
    """Of “2 hours” the first is a figure; “the lighthouse” comes twice; the title has it."""
    read = corpus(OPENED, AGAIN, title="A lighthouse")
    assert (feature(read, "figure", "2 hours"), feature(read, "figure", "nobody was")) == (1, 0)
    assert (feature(read, "once", "2 hours"), feature(read, "once", "the lighthouse")) == (1, 0)
    assert feature(read, "title", "the lighthouse") == 1


def test_what_all_speak_of_is_central() -> None:
    """A sentence on the common matter is nearer to the whole than one on something else."""
    read = corpus(OPENED, AGAIN)
    near = dict(zip([read.text(r) for r in range(len(read))], centrality(read), strict=True))
    assert near["The lighthouse was built in wood."] > near["Children sang."]
    assert all(0 <= value <= 1 for value in near.values())


def test_the_shipped_tables_have_every_feature() -> None:
    """And give a chance to each pair."""
    for texts in ((OPENED,), (OPENED, AGAIN)):
        read = corpus(*texts)
        chance = chances(read, weights(kind(read)))
        assert ((chance > 0) & (chance < 1)).all()
