"""Who said what: direct and reported, by name, by pronoun, by nobody."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.find import find
from briefgen.model import Source, Statement
from tests.find import toys


def _source(text: str, language: str = "en") -> Source:
    made: Source = toys.source(text, language)
    return made


def _said(text: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    """Kind, speaker and cue of every statement."""
    return [(s.kind, s.speaker, s.cue) for s in find([_source(text, language)]).positions]


def _one(text: str) -> Statement:
    (statement,) = find([_source(text)]).positions
    return statement


def test_a_quotation_is_the_speakers_with_role_cue_and_words() -> None:
    """Speaker, role, cue and the words between the marks stand in one statement."""
    text = "“The dam holds,” said Ruth Calder, a hydrologist at Brannock University."
    statement = _one(text)
    start, end = statement.spoken[0]
    expected = ("Ruth Calder", "hydrologist at Brannock University", "said", "attributed")
    actual = (statement.speaker, statement.role, statement.cue, statement.outcome)
    assert expected == actual
    assert text[start:end] == "The dam holds,"


def test_sentences_of_one_quotation_are_one_statement() -> None:
    """A quotation goes on after the words of saying."""
    statement = _one("“The dam holds,” said Ruth Calder. “It always did.”")
    assert statement.quote.text == "“The dam holds,” said Ruth Calder. “It always did.”"
    assert len(statement.spoken) == 2


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The harbour board said the quay was closed.", "The harbour board", "said"),
        ("A company spokeswoman said that talks would resume.", "A company spokeswoman", "said"),
        ("According to a filing, the price was cut.", "a filing", "According to"),
        ("Ruth Calder, who led the survey, warned that more was to come.", "Ruth Calder", "warned"),
        ("The gate was open, Ruth Calder said.", "Ruth Calder", "said"),
        ("Her coach, Ruth Calder, accused the union of delay.", "Ruth Calder", "accused"),
        ("In its decision the court ruled that the ban stood.", "the court", "ruled"),
        ("Two people briefed on it said a deal was near.", "Two people briefed on it", "said"),
    ],
)  # fmt: skip
def test_reported_speech_has_its_speaker(sentence: str, speaker: str, cue: str) -> None:
    """Persons, bodies and people without a name speak, before and after what they say."""
    assert [("reported", speaker, cue)] == _said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Calder declined to say how many had left.",
        "Ruth Calder welcomed the vote.",
        "The Hall report was late.",
        "The United States has 17 confirmed cases.",
        "The boat was called the “Morning Star”.",
        "Ruth Calder signed the deal on Monday.",
    ],
)
def test_what_says_nothing_is_no_statement(sentence: str) -> None:
    """Refusals, names, nouns and deeds are not statements."""
    assert _said(sentence) == []


def test_a_pronoun_is_the_nearest_who_fits() -> None:
    """`She` passes over a man."""
    text = "Minister Ruth Calder met the engineer Paul Orme. She said the dam would hold."
    assert [("reported", "Ruth Calder", "said")] == _said(text)


def test_a_pronoun_that_fits_nobody_is_nobodys() -> None:
    """Without anybody in the text the speaker stays unknown."""
    statement = _one("“It was late,” she said.")
    assert (statement.speaker, statement.outcome) == (None, "unattributed")


def test_what_takes_back_has_what_it_takes_back_before_it() -> None:
    """The last statement of the same speaker is the antecedent, once."""
    text = (
        "Mayor Ruth Calder said that it held. The board said that it fell. Calder later withdrew "
        "the remark, adding that she had been wrong. She said she was misquoted."
    )
    quotes = [s.quote for s in find([_source(text)]).positions]
    assert [None, None, quotes[0], None] == [quote.before for quote in quotes]


def test_a_mark_without_partner_is_damage() -> None:
    """The sentence is kept, and printed under no name."""
    first = find([_source("“The dam holds. Ruth Calder said it was safe.")]).positions[0]
    assert (first.speaker, first.outcome) == (None, "damaged")


def test_a_mark_lost_between_two_speakers_is_damage() -> None:
    """Calder's words do not go to Ney, in whose quotation they seem to stand; a brother's may."""
    said = "Ruth Calder met Ida Ney. "
    lost = "“The dam holds, Calder said. It must be paid for,” Ney said."
    whole = "“The dam holds, my brother said. It must be paid for,” Ney said."
    assert {"damaged"} == {s.outcome for s in find([_source(said + lost)]).positions}
    assert {("attributed", "Ida Ney")} == {
        (s.outcome, s.speaker) for s in find([_source(said + whole)]).positions
    }


def test_an_office_stands_for_its_only_holder() -> None:
    """`The mayor` is the one mayor of the article."""
    text = "Mayor Alun Pritchard walked the bank. The mayor said the wall was late."
    assert [("reported", "Alun Pritchard", "said")] == _said(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Le barrage tient », a déclaré la ministre de l’Eau, Hélène Castaing.",
         ("direct", "Hélène Castaing", "a déclaré")),
        ("fr", "Paul Lefaur, maire de Valbrune, a dormi. « Nous tenons, dit-il, et nous restons. »",
         ("direct", "Paul Lefaur", "dit")),
        ("es", "«El dique aguanta», dijo la alcaldesa, Lucía Arrieta.",
         ("direct", "Lucía Arrieta", "dijo")),
        ("es", "Lucía Arrieta, alcaldesa de Salvatierra, no durmió. Dijo que el dique aguanta.",
         ("reported", "Lucía Arrieta", "Dijo")),
        ("de", "„Der Damm hält“, sagte Oberbürgermeisterin Katharina Voss am Mittwoch.",
         ("direct", "Katharina Voss", "sagte")),
        ("de", "Das Ministerium betonte, die Versorgung sei gesichert.",
         ("reported", "Das Ministerium", "betonte")),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, expected: tuple[str, str, str]) -> None:
    """French, Spanish and German have their verbs, their marks and their word order."""
    assert [expected] == _said(text, language)


def test_a_language_without_lists_has_no_statements() -> None:
    """Fewer sections, not wrong ones."""
    assert _said("“Tak,” said Ruth Calder.", "pl") == []


PIECES = (
    "“ ” « » \" ' ‘ ’ said told that Ruth Calder the minister , . : ; — he she it according to and "
    "who Mr U.S. 26 called a - ( ) of la dit-elle a-t-il dijo so hieß es \n\n"
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES.split(" ")), max_size=40).map(" ".join),
)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(["en", "fr", "es", "de", "ru"]))
@example("– “", "en")
def test_no_input_makes_it_raise_and_each_extract_is_the_text(text: str, language: str) -> None:
    """What is found stands in the text, word for word."""
    made = _source(text, language)
    findings = find([made])
    whole = made.article.text
    for statement in findings.positions:
        quote = statement.quote
        assert whole[quote.start : quote.end] == quote.text
        assert statement.role is None or statement.role in whole
        assert statement.cue is None or statement.cue in whole
        assert all(quote.start <= start < end <= quote.end for start, end in statement.spoken)
        assert (statement.outcome == "attributed") == (statement.speaker is not None)
    for person in findings.people:
        assert whole[person.first.start : person.first.end] == person.first.text
        assert person.role is None or person.role in whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents will rise, its governor, Ana Roth, said.", ("reported", "Ana Roth", "said")),
        ("Rents will rise, Sarn Bank reports.", ("reported", "Sarn Bank", "reports")),
        ("Rents will rise, said Lt. Ana Roth of the state police.",
         ("reported", "Ana Roth", "said")),
        ("Ana Roth fell. Few people, she added with a smile, read it.",
         ("reported", "Ana Roth", "added")),
        ("Two traders who left town said rents will rise.",
         ("reported", "Two traders", "said")),
        ("His shadow, Ana Roth, said rents will rise.", ("reported", "Ana Roth", "said")),
        ("The mine's operator, Sarn Mining, said rents will rise.",
         ("reported", "Sarn Mining", "said")),
        ("Ana Roth’s view is that rents will rise.", ("reported", "Ana Roth", "view")),
        ("As Ana Roth told this paper, rents will rise.", ("reported", "Ana Roth", "told")),
        ("Ana Roth put it to him that rents will rise.", ("reported", "Ana Roth", "put it")),
        ("“It holds,” as its head, Ana Roth, put it.", ("direct", "Ana Roth", "put it")),
        ("In Ana Roth’s words, “it holds”.", ("direct", "Ana Roth", "words")),
        ("For Ana Roth, the dam is “a wall that holds the sea”.", ("direct", "Ana Roth", "For")),
        ("Ana Roth’s advice was simple: “Wait for it.”", ("direct", "Ana Roth", "was")),
        ("The report recommends closing the dam.", ("reported", "The report", "recommends")),
        ("The authors, led by Ana Roth, conclude that rents will rise.",
         ("reported", "The authors", "conclude")),
        ("Ana Roth described the night as one long wait.", ("reported", "Ana Roth", "described")),
    ],
)  # fmt: skip
def test_words_of_saying_stand_in_many_ways(text: str, expected: tuple[str, str, str]) -> None:
    """After the clause, inside it, as a noun, beside an office or a description of the speaker."""
    assert expected in _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roth recalls the moment the data came in.",
        "Ana Roth disputed that account.",
        "Coastal states want a rule that holds.",
        "Spain, Chile and Peru have all announced new plants.",
        "After rents rose, Ana Roth announced a review.",
        "She is known as “the wall”, Ana Roth.",
    ],
)
def test_what_looks_like_a_report_tells_nothing(text: str) -> None:
    """An object, a list, a name in marks or a clause of time is not what somebody said."""
    assert [] == [s for s in _said(text) if s[1]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Il tient », se félicite Anne Roth.", ("direct", "Anne Roth", "se félicite")),
        ("fr", "Le mur tient bien, a fait savoir Anne Roth dans un communiqué.",
         ("reported", "Anne Roth", "a fait savoir")),
        ("fr", "Anne Roth a dit vouloir partir.", ("reported", "Anne Roth", "a dit")),
        ("fr", "Anne Roth est partie. D’après elle, le mur tient.",
         ("reported", "Anne Roth", "D’après")),
        ("es", "—El muro aguanta —dijo Ana Roth.", ("direct", "Ana Roth", "dijo")),
        ("es", "“Aguanta”, declaró a la prensa Ana Roth.", ("direct", "Ana Roth", "declaró")),
        ("es", "Aguantará, según explicó ayer la alcaldesa, Ana Roth.",
         ("reported", "Ana Roth", "explicó")),
        ("es", "Ana Roth pidió al Gobierno que espere.", ("reported", "Ana Roth", "pidió")),
        ("de", "Anna Roth sagte, der Damm halte. Er sei alt.", ("reported", "Anna Roth", None)),
        ("de", "Wie die Polizei mitteilte, hält der Damm.",
         ("reported", "Polizei", "mitteilte")),
        ("de", "Anna Roth sprach von „Aktionismus“.", ("direct", "Anna Roth", "sprach")),
        ("fr", "« Il tient », a prévenu, lundi, la ministre, Anne Roth.",
         ("direct", "Anne Roth", "a prévenu")),
        ("de", "Der Polizei zufolge hält der Damm.", ("reported", "Der Polizei", "zufolge")),
    ],
)  # fmt: skip
def test_other_languages_say_in_many_ways(
    language: str, text: str, expected: tuple[str, str, str | None]
) -> None:
    """Pronouns on the verb, adverbials before the speaker, dashes, mood and postpositions."""
    assert expected in _said(text, language)
