"""Which passage prints a sentence: alone, with its neighbour, after its antecedent, or none."""

from __future__ import annotations

import pytest

from briefgen.model import Article, Source
from briefgen.summarize.corpus import build
from briefgen.summarize.passages import passages
from briefgen.text import normalise, paragraph_spans, sentences

LEDE = "The parliament of Ruritania passed a harbour law in Strelsau on Monday."
NAMED = "Minister Flavia Hentzau praised the members of parliament in Strelsau."
FILLER = "Farmers in Zenda brought in the first apples of a warm and dry year."


def printed(
    *paragraphs: str, title: str | None = None, language: str = "en"
) -> dict[str, tuple[str, ...]]:
    """What surely stands for each sentence, the antecedent first; nothing where it is in doubt."""
    return {
        text: rows if alone else ()
        for text, (rows, alone) in judged(*paragraphs, title=title, language=language).items()
    }


def judged(
    *paragraphs: str, title: str | None = None, language: str = "en"
) -> dict[str, tuple[tuple[str, ...], bool]]:
    """What is printed for each sentence, nothing where it is refused, and if it surely stands."""
    text = normalise("\n\n".join(paragraphs))
    article = Article(text, tuple(paragraph_spans(text)), "a.txt", title=title)
    source = Source("S1", article, language, sentences(text, article.paragraphs, language))
    corpus = build([source])
    passage = passages(corpus)
    return {
        corpus.text(row): (tuple(map(corpus.text, found.rows)), found.alone)
        if found
        else ((), False)
        for row in range(len(corpus))
        for found in [passage(row)]
    }


@pytest.mark.parametrize("noun", ["law", "measure"])
def test_a_second_mention_takes_its_neighbour_along(noun: str) -> None:
    """What the neighbour introduces is known, under that word or another."""
    second = f"The {noun} gives the port of Zenda to a company from Hentzau."
    assert printed(f"{LEDE} {second}")[second] == (LEDE, second)
    assert printed(LEDE, second)[second] == (LEDE, second)
    assert printed(LEDE, FILLER, second)[second] == ()


def test_another_name_in_another_paragraph_turns_to_something_else() -> None:
    """What stands before it is no antecedent, though it holds a word of the kind."""
    second = "Hentzau Mills will examine the measure and say nothing before the spring."
    assert printed(f"{LEDE} {second}")[second] == (LEDE, second)
    assert judged(LEDE, second)[second] == ((second,), False)


def test_an_opening_leaves_nothing_unsaid() -> None:
    """Before the first sentence there was no other wave; further on there may have been."""
    wave = "The towns of Ruritania agreed in Strelsau to prepare for a second flood in May."
    assert printed(wave, FILLER)[wave] == (wave,)
    assert printed(LEDE, wave)[wave] == ()


def test_what_takes_a_noun_or_a_name_as_known_is_doubtful() -> None:
    """It may fill a page: a reader misses which law, or who, and no more."""
    noun = "The law gives the port of Zenda to a company from Evallonia."
    name = "Hentzau said that ships from Zenda would wait no longer."
    far = " ".join(["Ships came in from the sea and went out again"] * 6)
    found = judged(LEDE, f"{NAMED[:-1]}: {far}.", FILLER, noun, FILLER, name)
    assert [((noun,), False), ((name,), False)] == [found[noun], found[name]]


def test_what_nothing_explains_is_refused() -> None:
    """An opening pronoun, "both" where no two are named, a name of the title's, "we"."""
    he = "He said that ships from Zenda would wait no longer."
    both = "Both countries want more ships on the coast by the spring."
    title = "Hentzau said that ships from Zenda would wait no longer."
    rain = "In a warm and dry year it rained on all of the coast for days."
    we = "We counted more than forty ships in the port of Zenda on Friday."
    texts = (he, rain, both, rain, title, rain, we)
    found = judged(LEDE, rain, *texts, title="Flavia Hentzau and the ships")
    assert [((), False)] * 4 == [found[text] for text in (he, both, title, we)]


def test_a_second_mention_with_a_complement_stands() -> None:
    """It says itself which law."""
    second = "The law of Strelsau gave the port of Zenda to a company from Hentzau."
    assert printed(LEDE, FILLER, second)[second] == (second,)


def test_what_there_is_one_of_stands() -> None:
    """Everybody knows which government."""
    second = "The government gave the port of Zenda to a company from Hentzau."
    assert printed(LEDE, FILLER, second)[second] == (second,)


def test_a_surname_takes_along_who_that_is() -> None:
    """The sentence with the whole name goes before, however far."""
    second = "Hentzau said that ships from Zenda would wait no longer."
    assert printed(LEDE, NAMED, FILLER, second)[second] == (NAMED, second)


def test_an_office_that_the_article_gave_to_somebody_leans_on_the_name() -> None:
    """There is one president, until the article has named another."""
    named = "President Flavia Hentzau opened the new port of Zenda on the coast."
    second = "The president said that ships from Zenda would wait no longer."
    assert printed(LEDE, second)[second] == (second,)
    assert printed(LEDE, named, FILLER, second)[second] == ()


def test_a_surname_that_only_the_title_explains_is_refused() -> None:
    """The title is not printed beside it."""
    second = "Hentzau said that ships from Zenda would wait no longer."
    assert printed(LEDE, FILLER, second, title="Flavia Hentzau and the ships")[second] == ()


def test_a_country_is_no_surname() -> None:
    """Names of one word that are never more stand."""
    second = "Ruritania said that ships from Zenda would wait no longer."
    assert printed(LEDE, FILLER, second)[second] == (second,)


def test_an_abbreviation_takes_along_what_it_means() -> None:
    """Its brackets tell where it was spelled out."""
    first = "The Ruritanian Farmers Party (RFP) won the vote in Strelsau."
    second = "Ships from Zenda bring nothing to voters of the RFP on the coast."
    assert printed(LEDE, first, FILLER, second)[second] == (first, second)


def test_both_needs_two() -> None:
    """The sentence before names them."""
    first = "Ruritania and Evallonia signed a treaty on grain in Strelsau."
    second = "Both countries want more ships on the coast by the spring."
    assert printed(first, second)[second] == (first, second)
    assert printed(first, FILLER, second)[second] == ()


def test_a_conversation_prints_its_opening_only() -> None:
    """But for its beginning, what is said there means nothing without what went before."""
    talk = ["I met Rudolf in Zenda on Monday.", "You did?", "We ate. You know.", "Kim stayed home."]
    found = judged(*talk, "Why?", "I know Sapt well and he likes you.", "No.")
    assert [(talk[0], False)] == [(text, alone) for text, (rows, alone) in found.items() if rows]


def test_an_interview_prints_its_opening_only() -> None:
    """An answer is somebody's word, and it is not said whose."""
    answers = "A: The port of Zenda has nine cranes.", "A: The port of Strelsau has ten cranes."
    asked = "Q: How many has Zenda?", answers[0], "Q: And Strelsau?", answers[1]
    found = printed("Rudolf Sapt runs the ports of Ruritania from Zenda.", *asked)
    assert [text for text, rows in found.items() if rows] == [next(iter(found))]


def test_a_surname_in_french_takes_along_who_that_is() -> None:
    """Capitals tell names there as well."""
    first = "La ministre Flavia Hentzau a signé un traité sur le grain à Strelsau."
    second = "Selon Hentzau, aucun navire de Zenda ne devrait attendre plus longtemps."
    between = "Les paysans de Zenda ont rentré les pommes de cette année chaude et sèche."
    assert printed(first, between, second, language="fr")[second] == (first, second)


def test_a_speaker_who_is_only_a_noun_is_refused() -> None:
    """Unless the sentence that names him goes before."""
    named = "Flavia Hentzau, a representative of the farmers, came to Strelsau."
    second = "The representative said that ships from Zenda would wait no longer."
    assert judged(LEDE, FILLER, second)[second] == ((), False)
    assert judged(LEDE, named, second)[second] == ((named, second), False)


def test_an_antecedent_in_another_paragraph_is_on_the_same_thing() -> None:
    """What stands before by chance says nothing of what "they" may be."""
    apples = "The apples of Zenda went to the markets of Strelsau on Monday."
    they = "They were the best apples that anybody at the fair remembered."
    assert judged(LEDE, apples, they)[they][0] == (apples, they)
    assert judged(LEDE, NAMED, they)[they] == ((), False)


def test_an_address_without_the_whole_name_is_doubtful() -> None:
    """The article never says who that is."""
    second = "Mr Hentzau said that ships from Zenda would wait no longer."
    assert judged(LEDE, FILLER, second)[second] == ((second,), False)


def test_a_speaker_who_is_only_a_noun_is_refused_behind_fragments_too() -> None:
    """What begins with "<" is no statement; the article's first sentence may do without a name."""
    said = "The company said that Zenda would sell the harbour of Strelsau in May."
    assert judged("<Zenda Co> sold ships for apples in May.", said)[said] == ((), False)
    assert judged(said, FILLER)[said] == ((said,), True)


def test_what_takes_a_name_as_known_leaves_nothing_else_unsaid() -> None:
    """One of both is doubtful, both together are refused."""
    unsaid = "In Zenda it was not clear what toll Flavia Hentzau was referring to."
    name = "Hentzau spoke in Zenda of a toll for ships from Evallonia."
    both = "In Zenda it was not clear what toll Hentzau was referring to."
    far = " ".join(["Ships came in from the sea and went out again"] * 6)
    found = judged(LEDE, f"{NAMED[:-1]}: {far}.", FILLER, unsaid, FILLER, name, both)
    assert [((unsaid,), False), ((name,), False), ((), False)] == [
        found[text] for text in (unsaid, name, both)
    ]


def test_it_said_stands_behind_what_has_a_name() -> None:
    """A body speaks; apples do not."""
    said = "It said that ships from Zenda would be sold in May."
    body = "The Harbour Company of Strelsau sold four ships."
    assert judged(LEDE, f"{body} {said}")[said][0] == (body, said)
    apples = "Picking ripe apples had taken until the end of the year."
    assert judged(LEDE, f"{apples} {said}")[said] == ((), False)


def test_a_body_that_opens_a_sentence_is_printed_behind_a_name() -> None:
    """Elsewhere it would be taken for another."""
    group = "The group owns more than a third of the port of Strelsau."
    named = "Zenda Shipping has bought the shares of two merchants of Ruritania."
    assert judged(LEDE, f"{named} {group}")[group][0] == (named, group)
    assert judged(LEDE, f"{FILLER} {FILLER[:-1]}, too.", group)[group][0] == ()


@pytest.mark.parametrize("day", ["Friday's", "that week's"])
def test_a_days_meeting_is_known_from_elsewhere(day: str) -> None:
    """Which meeting it was the day alone does not tell."""
    text = f"Farmers from Zenda will speak to the king of Ruritania at {day} meeting."
    assert printed(LEDE, FILLER, text)[text] == ()


def test_either_of_two_needs_both() -> None:
    """Names behind it are not those that it means."""
    text = "A deal with either bidder would make the largest port in Ruritania and in Evallonia."
    assert printed(LEDE, FILLER, text)[text] == ()


def test_a_name_told_further_up_is_doubtful_unless_the_article_is_on_it() -> None:
    """Of Kravon the reader knows nothing, of Zenda, which leads the article, enough."""
    lede = "The merchants of Zenda have bought forty ships in Strelsau."
    other = "Farmers from all provinces sell their apples to the mills of Kravon."
    kravon = "Kravon wants the parliament of Ruritania to pass a law on apples."
    zenda = kravon.replace("Kravon", "Zenda")
    for text, sure in ((kravon, False), (zenda, True)):
        assert ((text,), sure) == judged(lede, FILLER, other, text)[text]


def test_a_company_is_not_known_by_where_it_is() -> None:
    """Zenda tells of which land it is, and no more."""
    text = "The Zenda based company sold more than a third of the port of Strelsau."
    assert (text,) != judged(LEDE, FILLER, text)[text][0]


def test_advice_by_nobody_is_doubtful() -> None:
    """Said by somebody it is his; in a lesson it is the author's."""
    advice = "The government of Ruritania should open the port of Zenda in May."
    said = f"Flavia Hentzau said {advice[0].lower()}{advice[1:]}"
    found = judged(LEDE, FILLER, advice, said)
    assert [((advice,), False), ((said,), True)] == [found[advice], found[said]]
