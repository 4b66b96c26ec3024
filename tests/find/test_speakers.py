"""Whose words they are: rather nobody's than somebody else's."""

from __future__ import annotations

import pytest

from briefgen.find import find
from tests.find import toys


def _speakers(text: str, language: str = "en") -> list[str | None]:
    """The speaker of every statement."""
    return [statement.speaker for statement in find([toys.source(text, language)]).positions]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The subject of the saying, not the name beside the verb.
        ("Ruth Calder, head of mines at the university in Dorn, Norland said it held.",
         ["Ruth Calder"]),
        ("The board of the WDA (Water and Dam Agency) said it held.", ["The board of the WDA"]),
        ("Mayor Ruth Calder (Lab, East Dorn) said it held.", ["Ruth Calder"]),
        ("DORN, Norland - Mayor Ruth Calder said it held.", ["Ruth Calder"]),
        ("The vicar, the Rev John Stride, said it held.", ["John Stride"]),
        ("Mayor Ruth Calder spoke, with the engineer Paul Orme saying: “It held.”",
         ["Paul Orme"]),
        ("Mayor Ruth Calder slept. Zerlina Calder said it held.", ["Zerlina Calder"]),
        ("In May he and the engineer Paul Orme said it held.", []),
        ("The Coal Council warned of blackouts, and the minister, Ted Pyne, said it was “a great "
         "suggestion”.", ["Coal Council", "Ted Pyne"]),
        ("MINISTER TED PYNE: “It holds.”", ["MINISTER TED PYNE"]),
        ("Labour lawyer Ruth Calder of the Dorn University said it held.", ["Ruth Calder"]),
        ("Captain Christopher Air slept. Air said it held.", ["Christopher Air"]),
        ("“It held,” said a source close to the command of the Dorn Force, who also said it fell.",
         ["a source close to the command of the Dorn Force"]),
        ("Two weeks ago the Dorn Board said it held.", ["Dorn Board"]),
        ("Dorn-based Orme Mining said it held.", ["Orme Mining"]),
        ("Earlier this year the Dorn Board said it held.", ["Dorn Board"]),
        ("The Norland government’s plan was bold. It said the wall held.", [None]),
        ("Ruth Calder spoke amid claims that the wall was a “tired old thing”.", []),
        ("The mayor compared it to the minister’s claims about the wall.", []),
        ("Paul Orme is an adviser for Norland, which said that it held.", ["Norland"]),
        # Nor whoever is spoken of beside it.
        ("A lawyer for the mayor Paul Orme said it held.", ["A lawyer for the mayor Paul Orme"]),
        ("Asked about Paul Orme, the mayor said it held.", ["the mayor"]),
        ("Praising Paul Orme, the mayor said it held.", ["the mayor"]),
        ("The judge who sentenced Paul Orme said it held.", ["The judge"]),
        ("The lawyer defending Paul Orme said it held.", [None]),
        ("Neither Paul Orme nor Ruth Calder said it held.", [None]),
        ("The Ministry of Defence spokesman Paul Orme said it held.", ["Paul Orme"]),
        # Who and which stand for the nearest.
        ("He came to meet the engineer Paul Orme, who said the wall was late.", ["Paul Orme"]),
        ("Mayor Ruth Calder read a letter by the engineer Paul Orme, in which he called it “a very "
         "old and tired wall”.", [None]),
        # One quotation after the other, unless somebody comes between.
        ("“It holds,” said Mayor Ruth Calder. The engineer Paul Orme shrugged. “It does not.”",
         ["Ruth Calder", None]),
    ],
)  # fmt: skip
def test_the_speaker_is_the_subject(text: str, speakers: list[str | None]) -> None:
    """Appositions, brackets, datelines and relative clauses lead nowhere else."""
    assert speakers == _speakers(text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Words that one tells of another's saying are the other's, or nobody's.
        ("Ruth Calder testified that Paul Orme told her: “It holds.”", ["Paul Orme"]),
        ("Ruth Calder recalled Paul Orme telling her: “It holds.”", [None]),
        ("Ruth Calder said a crowd chanted “it holds no more”.", [None]),
        ("Ruth Calder quoted Paul Orme: “It holds.”", [None]),
        ("Ruth Calder says she was told: “It holds.”", [None]),
        ("Ruth Calder repeated Paul Orme’s claim that the wall was “old and tired”.", [None]),
        ("Ruth Calder asked Paul Orme why he had said “it holds for now”.", [None]),
        ("“It holds,” said Ruth Calder, whom Orme has called “a tired old fool”.",
         ["Ruth Calder"]),
        # A clause before a colon may be on a message, or on who sent it.
        ("Ruth Calder was told by Paul Orme: “It holds.”", []),
        ("Ruth Calder received a letter that read: “It holds.”", []),
        ("Ruth Calder got a reply from the council: “It holds.”", []),
        ("Ruth Calder was blunt: “It holds.”", ["Ruth Calder"]),
        ("Ruth Calder had a word for Paul Orme: “It holds.”", ["Ruth Calder"]),
        # Who says on is no other.
        ("Ruth Calder told the Dorn inquiry she had warned that it was “old and tired”.",
         ["Ruth Calder"]),
        ("Ruth Calder said the study showed that it was “old and tired”.", ["Ruth Calder"]),
        ("Ruth Calder denied it, saying: “It holds.”", ["Ruth Calder"]),
        ("Ruth Calder was asked about it and responded by saying that “it holds for now”.",
         ["Ruth Calder"]),
        ("Ruth Calder said that they were committed to it and that she expects “a great wall”.",
         ["Ruth Calder"]),
        ("Paul Orme won the gold medal, said coach Ruth Calder.", ["Ruth Calder"]),
        ("Paul Orme threatened to go, Ruth Calder testified on Monday, the first day of a trial.",
         ["Ruth Calder"]),
        ("A miner, who gave no name, said soldiers stood on the wall.", ["A miner"]),
        ("Paul Orme is one of two members of the Dorn Alliance who say that it holds.",
         ["two members of the Dorn Alliance"]),
        ("Ruth Calder — no friend of the mayor, Paul Orme — said that it held.", ["Ruth Calder"]),
        ("Dorn groups welcomed it, saying it held.", ["Dorn groups"]),
        ("The Miners and Masons Union did not go but said it held.", ["Miners and Masons Union"]),
        ("The union said that the council had put “nothing new on the table”.", ["The union"]),
        ("“It holds,” said race director Ruth Calder.", ["Ruth Calder"]),
        ("“It holds,” said 17-year-old Ruth Calder.", ["Ruth Calder"]),
        ("The Minister of State held long talks calls on Monday with Dorn.", [None]),
        ("In a statement read by the lawyer Paul Orme, the family said it held.", []),
        # An answer is not the asker's.
        ("Mayor Paul Orme asked Stride whether it held. “It does,” he said.",
         ["Paul Orme", None]),
        ("Mayor Paul Orme asked Stride: “Does it hold?” “It does.”", ["Paul Orme", None]),
        ("“Does it hold?” Paul Orme asked Jan Lund. “It does,” he said.", ["Paul Orme", None]),
        ("“Does it hold?” Paul Orme asked. “It does,” he replied.", ["Paul Orme", None]),
        ("“Does it hold?” Paul Orme asked. “I must know,” he said.", ["Paul Orme", "Paul Orme"]),
        ("“It holds,” Paul Orme said.\n\n“You said it does not.”", ["Paul Orme", None]),
        ("“It holds,” Paul Orme told Jan Lund.\n\n“It has not held since the day it was built.”",
         ["Paul Orme", None]),
        ("“It holds,” Paul Orme said.\n\n“It has held well since the day when it was built.”",
         ["Paul Orme", "Paul Orme"]),
        # What nobody said, or what one heard.
        ("Paul Orme has never said that it held.", []),
        ("If the mayor, Paul Orme, says that it holds, it does.", []),
        ("Paul Orme slept. Nor did he say that it held.", []),
        ("Paul Orme slept. Had he said “it holds for now”, it would.", []),
        ("Paul Orme would have said that it held.", []),
        ("If it rains, Paul Orme said, it falls.", ["Paul Orme"]),
        ("The wall fell on Paul Orme, the court heard.", []),
        ("Mayor Paul Orme slept. An aide handed him a note. “It holds,” it said.",
         [None]),
    ],
)  # fmt: skip
def test_what_another_said_is_not_the_tellers(text: str, speakers: list[str | None]) -> None:
    """The verb next to the quotation counts, and nobody where its subject is not sure."""
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Le porte-parole du président Paul Orme a dit que le mur tenait.",
         "Le porte-parole du président Paul Orme"),
        ("fr", "L'épouse du maire Paul Orme a dit que le mur tenait.",
         "L'épouse du maire Paul Orme"),
        ("fr", "Le rival du maire Paul Orme, Jean Calder, a dit que le mur tenait.",
         "Jean Calder"),
        ("fr", "Interrogé sur Paul Orme, le maire a dit que le mur tenait.", "le maire"),
        ("fr", "Le ministre de l'environnement Paul Orme a dit que le mur tenait.", "Paul Orme"),
        ("fr", "Le maire de Dorn Paul Orme a dit que le mur tenait.", "Paul Orme"),
        ("fr", "Le militant pour le climat et l'ancien ministre Paul Orme a dit que le mur tenait.",
         "Paul Orme"),
        ("fr", "Paul Orme s'est levé, ajoutant que le mur était « l'un des plus vieux du pays ».",
         "Paul Orme"),
        ("fr", "Selon un sondage Opinéa publié mercredi, le mur tient encore.",
         "un sondage Opinéa"),
        ("de", "Die Mauer wird eingehalten, wie Bundeskanzler Paul Orme in Berlin sagte.",
         "Paul Orme"),
        ("de", "„Die Mauer hält noch ein Jahr“, lobte Paul Orme von den Grünen.", "Paul Orme"),
        ("es", "El exconsejero de Industria Pablo Orme dijo que el muro aguantaba.", "Pablo Orme"),
        ("es", "El alcalde, Pablo Orme, advirtió de que no aceptará que el centro salga de Dorn.",
         "Pablo Orme"),
        ("de", "Die Präsidentin, Ruth Calder, schrieb dem Kanzler, die Mauer halte.",
         "Ruth Calder"),
        ("es", "El portavoz del presidente Pablo Orme dijo que el muro aguantaba.",
         "El portavoz del presidente Pablo Orme"),
        ("es", "El partido del presidente Pablo Orme dijo que el muro aguantaba.",
         "El partido del presidente Pablo Orme"),
        ("es", "El ministro de Defensa Pablo Orme dijo que el muro aguantaba.", "Pablo Orme"),
        ("de", "Paul Orme fand klare Worte: „Die Mauer hält noch ein Jahr.“", "Paul Orme"),
        ("de", "Der Sprecher von Präsident Paul Orme sagte, die Mauer halte.",
         "Der Sprecher von Präsident Paul Orme"),
    ],
)  # fmt: skip
def test_an_office_is_its_holders_and_no_aides(language: str, text: str, speaker: str) -> None:
    """The name behind "of the president" is the president's, not of who speaks for him."""
    assert _speakers(text, language) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A relative of the same sex, close by or as one who speaks, until the name stands whole.
        ("Paul Orme slept. His brother, Ulm Orme, wept. Orme said it held.", [None]),
        ("Paul Orme slept. His brother Carl said it held.\n\nNobody came.\n\nOrme said it fell.",
         [None, None]),
        ("Paul Orme slept. His brother Carl wept. Paul Orme woke. Orme said it held.",
         ["Paul Orme"]),
        ("Paul Orme slept. His wife Ann wept. Orme said it held.", ["Paul Orme"]),
        # A firm by its legal form, or as "it" before anybody is introduced.
        ("Orme said it would sell. Orme was founded in Dorn by Paul Orme.", ["Orme"]),
        ("Orme plc slept. Paul Orme, its head, said it held. Orme said it fell.",
         ["Paul Orme", "Orme"]),
        ("Paul Orme slept. Orme said it would rain.", ["Paul Orme"]),
    ],
)  # fmt: skip
def test_a_surname_may_be_a_relatives_or_a_firms(text: str, speakers: list[str | None]) -> None:
    """Then it is nobody's, or the firm's."""
    assert _speakers(text) == speakers


def test_a_surname_alone_is_told_in_full_across_sources() -> None:
    """As long as one person alone bears it."""
    told = toys.source("Mayor Ruth Calder slept.", "en")
    bare = toys.source("The wall fell. Calder said it held.", "en")
    (statement,) = find([told, bare]).positions
    assert (statement.speaker, statement.role) == ("Ruth Calder", "Mayor")


def test_a_body_has_one_name_that_a_source_spells_out() -> None:
    """Initials in brackets behind it are it, wherever they stand; without brackets nobody knows."""
    whole = toys.source("The Miners and Masons Union (MMU) said it held.", "en")
    short = toys.source("The wall fell. The MMU said it held.", "en")
    names = [one.speaker for one in find([whole, short]).positions]
    assert names == ["Miners and Masons Union"] * 2
    assert [one.speaker for one in find([short]).positions] == ["The MMU"]


def test_what_somebody_is_to_another_is_no_role_beside_his_words() -> None:
    """Nobody reads whose successor."""
    (statement,) = find([toys.source("Her successor, Paul Orme, said it held.", "en")]).positions
    assert (statement.speaker, statement.role) == ("Paul Orme", None)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("In a letter to the bishop, Paul Orme, the farmers said it held.", ["the farmers"]),
        ("In a call with his lawyer, Paul Orme, the prisoner said it held.", ["the prisoner"]),
        ("At a hearing led by the senator Paul Orme, the miner said it held.", ["the miner"]),
        ("In an interview with her husband, Paul Orme, the miner, Ruth Calder, said it held.",
         ["Ruth Calder"]),
        ("Doctors treating the miner Paul Orme said it held.", [None]),
        ("The wall fell on 16-year-old Paul Orme, the council said.", ["the council"]),
        ("The sister of the mayor, Paul Orme, said it held.", ["The sister of the mayor"]),
        ("At a meeting in Dorn with the farmers, the bishop, Paul Orme, said it held.",
         ["Paul Orme"]),
        ("As its head, Paul Orme, put it: “It holds.”", ["Paul Orme"]),
        ("The mayors of Dorn and Sarn, Paul Orme and Ruth Calder, said it held.",
         ["Paul Orme and Ruth Calder"]),
    ],
)  # fmt: skip
def test_whoever_is_written_to_does_not_write(text: str, speakers: list[str | None]) -> None:
    """A name that tells who the bishop is speaks only where the bishop does."""
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ruth Calder, chair of Dorn, commented:\n\n“It holds well. It must.”", ["Ruth Calder"]),
        ("Mayor Paul Orme said on Monday:\n\n“It holds for long.”", ["Paul Orme"]),
        ("The parts are these:\n\n“It holds for long.”", [None]),
        ("A letter to Paul Orme read:\n\n“It holds for long.”", [None]),
    ],
)
def test_a_paragraph_may_be_announced(text: str, speakers: list[str | None]) -> None:
    """A quotation of its own paragraph is whose who is said to speak right before it."""
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "Paul Orme a été clair : « Le mur tient. »", ["Paul Orme"]),
        ("fr", "Le maire, Paul Orme, a été clair : « Le mur tient. »", ["Paul Orme"]),
        ("fr", "Le maire Paul Orme dort. L’avis est net : il parle d’un « mur qui tient encore ».",
         [None]),
        ("fr", "PAUL ORME : « Le mur tient encore un an. »", ["PAUL ORME"]),
        ("fr", "Interrogé par Paul Orme, le maire ne cède pas : « Il tient. »", ["le maire"]),
        ("fr", "Une phrase du rapport de Paul Orme le dit : « Le mur tient. »", []),
        ("fr", "Paul Orme lit la lettre de sa mère : « Le mur tient. »", [None]),
        ("de", "Laut dem Verband der Winzer hält die Mauer.", ["Verband der Winzer"]),
        ("de", "Die Mauer halte noch, erklärte die Dorn Mauerbau GmbH.", ["Dorn Mauerbau GmbH"]),
        ("es", "El muro aguanta un año, informó el Instituto Civil (Imu).", ["Instituto Civil"]),
        ("de", "Paul Orme las den Brief seiner Mutter vor: „Die Mauer hält.“", [None]),
        ("es", "Paul Orme leyó la carta de su madre: “El muro aguanta”.", [None]),
        ("en", "Paul Orme read his mother’s letter: “It holds.”", [None]),
        ("en", "Paul Orme wore a shirt with four words: “It holds for now.”", []),
        ("en", "Paul Orme had four words for them: “It holds for now.”", ["Paul Orme"]),
    ],
)  # fmt: skip
def test_before_a_colon_somebody_speaks_or_shows(
    language: str, text: str, speakers: list[str | None]
) -> None:
    """What he reads, hears or wears are another's words; a phrase, a message speaks for nobody."""
    assert _speakers(text, language) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ruth Calder slept. She said it held.", "Ruth Calder"),
        ("Mayor Ruth Calder met Judge Mary Cole. She said it held.", None),
        ("Mayor Ruth Calder slept. Asked about Mary Cole, she said it held.", None),
        ("Mayor Ruth Calder slept. Mary Cole came in, and she said it held.", "Mary Cole"),
        ("A farmer drove to Upper Sarn. She said it held.", "A farmer"),
        ("Mayor Ruth Calder praised the crew. She said it held.", "Ruth Calder"),
        ("The police slept. They said it held.", "The police"),
        ("Mayor Ruth Calder slept. The judge, Mary Cole, woke: Calder, she said, was “ill”.",
         "Mary Cole"),
        ("Mayor Ruth Calder slept. She and two colleagues said it held.", None),
        ("The prime minister called her late. “It holds,” she said.", None),
    ],
)  # fmt: skip
def test_a_pronoun_in_doubt_is_nobodys(text: str, speaker: str | None) -> None:
    """Two who fit equally, or one named between, leave it open."""
    assert speaker == _speakers(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "I said it held.",
        "According to the western system, it held.",
        "The controversy shows that it held.",
        "Relatedly said that it held.",
        "Low cost dams have criticised the wall, arguing that it held.",
        "It was also called “the old wall”.",
        "The state has maintained a position of “calm”.",
        "A theme that Ruth Calder repeated was the wall.",
        "A captain accused of leaving two men to drown was acquitted.",
        "Hospitals told to stop using the pumps did so.",
        "Ruth Calder accepted an invitation to a place that she likes.",
    ],
)
def test_what_cannot_speak_is_no_speaker(text: str) -> None:
    """No adverb, no thing, no narrator, and no term in marks for a quotation."""
    assert set(_speakers(text)) <= {None}


def test_a_paragraph_without_marks_goes_on_with_the_quotation() -> None:
    """It speaks in the first person after a quotation that ended the paragraph before."""
    text = (
        "Mayor Ruth Calder said, “The wall was old, and the river did not ask for our leave.”\n\n"
        "But we are not afraid. I hope for rain in my garden."
    )
    assert _speakers(text) == ["Ruth Calder", "Ruth Calder"]


def test_a_paragraph_with_a_lost_mark_is_the_quotations_only_in_the_first_person() -> None:
    """What an opening mark without partner holds may have become the article's own words."""
    said = "“It holds,” said Mayor Ruth Calder.\n\n“The wall is old. "
    assert _speakers(said + "It is, in my opinion, tired.") == ["Ruth Calder", "Ruth Calder"]
    assert _speakers(said + "The mayor left at noon.") == ["Ruth Calder", None, None]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "Paul Lefaur s’en prend au préfet, Luc Sarlat, qui l’avait qualifié de « fou ».",
         ["Luc Sarlat"]),
        ("fr", "« C’est du bricolage, tonne le député Karim Haddad, il faut un texte. »",
         ["Karim Haddad"]),
        ("fr", "Selon une étude publiée mardi, le glacier recule.", ["une étude"]),
        ("fr", "Les chiffres sont stables, selon la loi.", []),
        ("fr", "Selon la préfecture, il est parti. Le procureur, Luc Sarlat, est prudent : "
         "« Rien ne presse », a-t-il dit.", ["la préfecture", "Luc Sarlat"]),
        ("fr", "La juge Claire Roy attend, selon une source. « Rien ne presse », a-t-elle dit.",
         ["une source"]),
        ("de", "„Das reicht“, sagt der Biologe Jan Roth vom Naturschutzbund.", ["Jan Roth"]),
        ("de", "Die Initiative „Deich jetzt“ kündigte Proteste an.", []),
        ("es", "Todos salieron ayer con vida, informó el ministro, Hugo Tapia.",
         ["Hugo Tapia"]),
        ("es", "«Compramos suero», contó uno de ellos.", ["uno de ellos"]),
        ("es", "Lucía Arrieta, alcaldesa, no durmió. «Aguanta», dijo a la prensa.",
         ["Lucía Arrieta"]),
        ("de", "Meike Janssen, Vorsitzende des Verbands, forderte eine Frist für alle.",
         ["Meike Janssen"]),
        ("de", "Nach Einschätzung von Detlef Kühn, Analyst beim Bankhaus, kostet es mehr.",
         ["Detlef Kühn"]),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, speakers: list[str]) -> None:
    """Word order and little words of other languages do not make things speak."""
    assert speakers == [name for name in _speakers(text, language) if name]
