"""What leaves a reader asking of whom, of where or of what a sentence speaks."""

from __future__ import annotations

import pytest

from briefgen.summarize.doubts import is_anchored, is_clear, is_general, is_told, names, shares
from briefgen.summarize.rules import rules
from briefgen.summarize.tokens import tokenise

ENGLISH = rules("en")


@pytest.mark.parametrize(
    "text",
    [
        "Flavia Hentzau opens the harbour of Zenda in Ruritania on May 3, 1894.",
        "An old boat of the harbour of Zenda, painted by a sailor on May 3, 1894.",
        "The harbour that the king of Ruritania opened.",
        "Building a harbour that serves the ships of Ruritania and all of Zenda.",
        'The mayor of Zenda, Flavia Hentzau, said, "These ships belong to the harbour."',
        "Flavia Hentzau, the mayor of Zenda, welcomed it on the quay of the harbour.",
        "Rudolf Rassendyll said in Zenda that two of the four had left the harbour.",
        "The mayor of Zenda put the matter to the council in a more general way.",
        "Flavia Hentzau says it was built in breach of the treaty on the harbour.",
        "The mayor of Zenda, Rudolf Rassendyll, welcomed what he called good signs.",
        "Husband Michael, 61, has been held in the harbour of Zenda since May.",
        "Fellow sailor Flavia Hentzau was not seen in the harbour of Zenda.",
        "A spokesman for the harbour of Zenda declined to comment on Monday.",
    ],
)
def test_what_is_no_whole_statement_is_in_doubt(text: str) -> None:
    """A caption, a piece, a quotation of "these", an object and a comparison told elsewhere."""
    assert not is_clear(tokenise(text), ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Flavia Hentzau opened the harbour of Zenda in Ruritania on May 3, 1894.",
        "The harbour that the king of Ruritania opened closed on Monday.",
        "A sailor found a boat in Zenda and gave it to the mayor of the town.",
        "Mother and daughter have been held in the harbour of Zenda since May.",
        "Flavia Hentzau said she would leave the harbour of Zenda in May.",
        "More than forty ships left the harbour of Zenda with grain on Monday.",
    ],
)
def test_a_whole_statement_is_clear(text: str) -> None:
    """Nothing in it stands for what isn't there."""
    assert is_clear(tokenise(text), ENGLISH)


@pytest.mark.parametrize(
    ("text", "anchored"),
    [
        ("Ships from Zenda brought grain to the towns on the coast.", True),
        ('"Ships bring grain to the towns on the coast," said Flavia Hentzau.', True),
        ("The government sends ships with grain to the towns near Zenda.", True),
        ("Requests have come from the mayors of Zenda and of Strelsau.", False),
        ("There are ships to the towns of Zenda and Strelsau every hour.", False),
        ("Almost all of the houses stand a mile from each other.", False),
        ("There are many ships to the islands of Ruritania every hour.", True),
        ("Sailors of Zenda share bread.", False),
    ],
)
def test_a_name_before_the_verb_or_the_titles_is_an_anchor(text: str, *, anchored: bool) -> None:
    """It says of whom, or of where, the sentence speaks; a few words say too little of it."""
    assert is_anchored(tokenise(text, common=True), {"ruritania"}, ENGLISH) == anchored


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Bees dance to tell each other where food is.", True),
        ("Bees danced all day on the roof of the house.", False),
        ("The bees of 4 hives would find food for a year.", False),
        ("There are many bees on the roof of the house.", False),
    ],
)
def test_what_is_true_at_any_time_is_general(text: str, *, general: bool) -> None:
    """It tells of nothing that happened, and counts nothing."""
    assert is_general(tokenise(text, common=True), ENGLISH) == general


def test_sentences_on_one_thing_share_a_noun() -> None:
    """Words that are in every text do not count."""
    ships, more = "The ships of Zenda bring grain.", "Such grain comes with salt."
    assert shares(tokenise(ships), tokenise(more), ENGLISH)
    assert not shares(tokenise(ships), tokenise("They were asked about it then."), ENGLISH)


def test_a_language_without_finite_verbs_leaves_nothing_in_doubt() -> None:
    """Its rules are fewer, and it loses nothing by that."""
    words = tokenise("Ha aperto il porto.")
    assert is_clear(words, rules("it"))
    assert is_anchored(words, (), rules("it"))


def test_french_verbs_tell_what_is_clear_and_anchored() -> None:
    """To be "plus réservée" says nothing without who is less so."""
    french = rules("fr")
    clear = tokenise("Flavia Hentzau, présidente des moulins, a signé le traité.")
    assert is_clear(clear, french)
    assert is_anchored(clear, (), french)
    assert not is_anchored(tokenise("La nouvelle est arrivée le même jour à Zenda."), (), french)
    assert not is_told(tokenise("Flavia Hentzau s'est montrée plus réservée hier."), french)
    assert is_told(tokenise("Elle a requis cinq ans de prison, dont deux avec sursis."), french)
    assert not is_told(tokenise("Une facture que la reine avait jugée trop haute."), french)


def test_a_line_of_marks_has_no_names() -> None:
    """It has no words at all."""
    assert frozenset() == names(tokenise("• *"), ENGLISH)
