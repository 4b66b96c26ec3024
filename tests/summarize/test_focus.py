"""What is asked for: which sentences are on an item, and what no source speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.model import Article, Source
from briefgen.summarize import summarize
from briefgen.text import normalise, paragraph_spans, sentences


def source(name: str, text: str, *, title: str | None = None) -> Source:
    """A source of English body paragraphs."""
    text = normalise(text)
    article = Article(
        text=text,
        paragraphs=tuple(paragraph_spans(text)),
        locator=f"{name}.txt",
        title=title,
        published=dt.date(2024, 5, 2),
    )
    return Source(name, article, "en", sentences(text, article.paragraphs, "en"))


DAM = source(
    "S1",
    "The dam at Orlock burst in a storm. The water of the dam covered four villages.\n\n"
    "Engineers had warned of cracks in the dam since 1990.\n\n"
    "Farmers asked the Senate Water Council in Velm for money.",
    title="Dam bursts at Orlock",
)
AID = source(
    "S2",
    "Velm promised 40 million crowns in flood aid. The Red Cross sent tents and a doctor.\n\n"
    "A singer from Orlock gave a concert for those who lost their homes near the dam.\n\n"
    "The Council of the Senate rejected a village-to-village rescue line.",
    title="Velm promises aid",
)


def on(*items: str) -> dict[str, list[str]]:
    """The sentences on each item."""
    texts = {source.id: source.article.text for source in (DAM, AID)}
    found: dict[str, list[str]] = {item: [] for item in items}
    for one in summarize((DAM, AID), agenda=items).asked:
        found[one.item].append(texts[one.source][one.start : one.end])
    return found


def test_a_sentence_that_mentions_an_item_is_not_on_it() -> None:
    """The concert near the dam is not, and all that the article on the dam says of it is."""
    assert [text.split()[0] for text in on("the dam")["the dam"]] == ["The", "The", "Engineers"]


def test_a_sentence_is_on_one_item_only() -> None:
    """Of two that it names, it is on the one that it speaks of most."""
    found = on("the dam", "flood aid")
    assert not set(found["the dam"]) & set(found["flood aid"])
    assert found["flood aid"] == ["Velm promised 40 million crowns in flood aid."]


def test_half_an_item_is_not_enough() -> None:
    """Tents are no flood tents."""
    assert on("concert tickets") == {"concert tickets": []}


def test_a_name_has_to_be_there_as_a_whole() -> None:
    """The Council of the Senate is not the Senate Water Council, though it shares two words."""
    assert [text[:7] for text in on("Senate Water Council")["Senate Water Council"]] == ["Farmers"]


def test_a_compound_speaks_of_its_parts() -> None:
    """A village-to-village line answers to "rescue village"."""
    assert len(on("rescue village")["rescue village"]) == 1


@pytest.mark.parametrize(
    ("item", "silent"),
    [
        ("tennis", True),
        ("rescue line", False),
        ("village line", False),
        ("Any other business", False),
        ("tennis court fees", True),
    ],
)
def test_what_no_paragraph_speaks_of_is_said(item: str, silent: bool) -> None:
    """An item is silent when no paragraph holds more than half of its words."""
    assert summarize((DAM, AID), agenda=(item,)).silent == ((item,) if silent else ())


def test_the_title_steers_and_asks_nothing() -> None:
    """What a meeting is called is preferred; no source has to speak of it."""
    plain, told = summarize((DAM, AID)), summarize((DAM, AID), about="A singer, tennis")
    place, steered = (
        next(i for i, c in enumerate(s.ranked) if c.extract.text.startswith("A singer"))
        for s in (plain, told)
    )
    assert steered < place
    assert told.silent == () == told.asked
