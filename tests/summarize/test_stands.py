"""What of the other sections makes sense alone, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.model import Article, Extract, Source, Stand
from briefgen.summarize import summarize
from briefgen.text import normalise, paragraph_spans, sentences

LEDE = "Minister Flavia Hentzau opened the harbour of Strelsau on Monday."


def source(*paragraphs: str, language: str = "en") -> Source:
    """An article of these paragraphs."""
    text = normalise("\n\n".join(paragraphs))
    article = Article(text, tuple(paragraph_spans(text)), "a.txt")
    return Source("S1", article, language, sentences(text, article.paragraphs, language))


def last(of: Source, count: int = 1) -> Extract:
    """Its last sentences."""
    first, end = of.sentences[-count].start, of.sentences[-1].end
    return Extract(of.article.text[first:end], of.id, of.sentences[-1].paragraph, first, end)


def names(*paragraphs: str, count: int = 1, language: str = "en") -> tuple[str, ...] | None:
    """The names that the last sentences take as known; None where they do not stand."""
    article = source(*paragraphs, language=language)
    asked = last(article, count)
    stands = summarize((article,), others=(asked,)).stands
    return next((stand.names for stand in stands if stand.extract == asked), None)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Ships from Zenda paid no fee at the gates of Strelsau.", ()),
        ("Hentzau said that ships from Zenda would wait no longer.", ("Hentzau",)),
        ('"Ships from Zenda wait no longer," said Hentzau.', ("Hentzau",)),
        ("After her report had failed, Flavia Hentzau left the port of Zenda.", ()),
        ("As their ships had gone, Zenda and Strelsau shut the gates.", ()),
        ("As their ships had gone, Zenda shut the gates.", None),
        ("Once it was shut, Zenda sold the gates of Strelsau.", None),
        ('Flavia Hentzau said, "Trade with Zenda failed, and both sides knew it."', ()),
        ('Flavia Hentzau said: "At the port he was paid badly."', None),
        ('Flavia Hentzau told Black Michael: "At the port he was paid."', ()),
        ('Flavia Hentzau said: "The captain knew what he was paid."', ()),
        ("She said that ships from Zenda would wait no longer.", ()),
        ("Then ships from Zenda entered through the gates.", None),
        ("We asked Flavia Hentzau about the ships from Zenda.", None),
        ('"Who pays for the gates of Strelsau?', None),
    ],
)
def test_a_sentence_stands_once_its_names_are_told(
    paragraph: str, expected: tuple[str, ...] | None
) -> None:
    """A surname is told of; a pronoun may mean the names right after its clause, and no others."""
    assert expected == names(LEDE, paragraph)


def test_a_quotation_of_two_sentences_is_judged_as_one() -> None:
    """The second leans on the first, which stands beside it."""
    said = 'Flavia Hentzau said: "Farmers from Zenda pay no fee. They wait no longer."'
    assert () == names(LEDE, said, count=2)
    assert None is names(LEDE, said, count=1)


def judged(*paragraphs: str) -> list[Stand]:
    """How the last sentence stands, by itself and behind the one before it."""
    article = source(*paragraphs)
    asked = last(article)
    stands = summarize((article,), others=(asked,)).stands
    return [stand for stand in stands if replace(stand.extract, before=None) == asked]


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("She said that ships from Zenda would wait no longer.", True),
        ('"Ships from Zenda wait no longer," she said.', True),
        ("Hentzau said that ships from Zenda would wait no longer.", False),
        ("She said that he had kept the ships from Zenda waiting.", None),
        ("She sold the ships from Zenda to the port.", None),
    ],
)
def test_a_pronoun_that_speaks_is_known_under_its_name(
    paragraph: str, speaker: bool | None
) -> None:
    """Where no other one means somebody else, and no verb but one of saying goes with it."""
    alone = [stand for stand in judged(LEDE, paragraph) if stand.extract.before is None]
    assert ([] if speaker is None else [speaker]) == [stand.speaker for stand in alone]


MET, LATER = "Flavia Hentzau met sailors from Zenda.", "Then ships from Zenda paid at the gates."
PAID = "She paid the sailors well in May."


@pytest.mark.parametrize(
    ("before", "sentence", "stands"),
    [
        (MET, LATER, True),
        (MET, PAID, True),
        ("In May it rained on Strelsau and on Zenda.", PAID, False),
        ("Then it rained on Strelsau and on Zenda.", LATER, False),
    ],
)
def test_what_leans_stands_behind_the_sentence_before_it(
    before: str, sentence: str, stands: bool
) -> None:
    """Where that one stands by itself, and tells whom a pronoun means."""
    ahead = {stand.extract.before for stand in judged(LEDE, before, sentence)}
    assert ({before} if stands else set()) == {one.text for one in ahead if one}


def test_what_leans_stands_behind_no_paragraph_on_something_else() -> None:
    """Nothing in it is what the sentence speaks of."""
    rain = "In May it rained for a week on Hentzau."
    ahead = [stand for stand in judged(LEDE, rain, LATER) if stand.extract.before]
    assert not ahead


@pytest.mark.parametrize(
    ("second", "stands"),
    [
        ("This support will feed them.", False),
        ("These farmers need help.", True),
        ("This was a good year.", True),
        ("This week they came.", True),
    ],
)
def test_a_quotation_points_at_what_it_holds(second: str, *, stands: bool) -> None:
    """A support that nothing before it tells of is none of its own."""
    said = f'Flavia Hentzau said: "Farmers from Zenda pay no fee. {second}"'
    assert stands == (names(LEDE, said, count=2) is not None)


def test_a_quotation_says_of_which_region_it_speaks() -> None:
    """Unless the article opens with it."""
    said = '"Farmers in the villages of the region pay no fee," said Flavia Hentzau.'
    assert None is names(LEDE, said)
    assert () == names(f"{LEDE[:-1]} in the region of Zenda.", said)
    assert () == names(LEDE, said.replace("the region", "Zenda"))


def test_a_noun_may_be_known_that_is_no_subject() -> None:
    """The harbour is in the opening, the toll is not; as a subject neither may be known."""
    toll = "Zenda raised a toll for ships in May."

    def nouns(sentence: str) -> tuple[str, ...] | None:
        article = source(LEDE, toll, "Apples were cheap in Strelsau.", sentence)
        asked = last(article)
        stands = summarize((article,), others=(asked,)).stands
        return next((stand.nouns for stand in stands if stand.extract == asked), None)

    assert () == nouns("King Rudolf praised the harbour in a speech to sailors.")
    assert ("toll",) == nouns("King Rudolf praised the toll in a speech to sailors.")
    assert None is nouns("The toll was praised by King Rudolf in a speech to sailors.")


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Le conseil a approuvé les comptes du port hier soir.", False),
        ("L'école a fermé les portes de la salle hier soir.", False),
        ("L'enquête portait sur les comptes du port et de la ville.", False),
        ("L'enquête de la police portait sur les comptes du port.", True),
        ("Le conseil de Zenda a approuvé les comptes hier soir.", True),
        ("Le maire a approuvé les comptes du port hier soir.", True),
        ("Malgré les promesses faites, Zenda a fermé son port hier.", False),
        ("Malgré les promesses de la reine, Zenda a fermé son port.", True),
        ("Dans la nuit, Zenda a fermé le port de la ville.", True),
    ],
)
def test_where_lists_tell_less_a_subject_is_known_that_went_before(
    sentence: str, stands: bool
) -> None:
    """A council and a school went before, no mayor did; a name says which is meant."""
    told = "La reine Flavia a loué le conseil et l'école de la ville dans un discours."
    assert stands == (names(told, sentence, language="fr") is not None)


def test_a_ranked_sentence_is_judged_without_its_antecedent_too() -> None:
    """A surname needs it for the name alone, a noun that opens the sentence for more."""
    lede = "Flavia Hentzau opened the harbour of Strelsau on Monday."
    far = " ".join(["Ships came in from the sea and went out again"] * 6)
    name = "Hentzau said that ships from Zenda would wait no longer."
    found = summarize((source(lede, f"{far}.", name),))
    stands = {stand.extract: stand.names for stand in found.stands}
    leaning = next(c.extract for c in found.ranked if c.extract.text == name)
    assert leaning.before is not None
    assert ("Hentzau",) == stands[replace(leaning, before=None)]
