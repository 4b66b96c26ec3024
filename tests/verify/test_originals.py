"""Originals find their sources, and what differs is named by its paragraph."""

from __future__ import annotations

from briefgen.verify.originals import check_originals, pairs, unpaired

from .toys import FERRY, HARBOUR, brief

BOTH = (("harbour.txt", HARBOUR), ("ferries.txt", FERRY))


def ids(originals: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Which original each source was paired with."""
    return {entry.id: locator for entry, (locator, _) in pairs(brief(), originals)}


def test_the_locator_pairs() -> None:
    """Whatever their order, and in whatever folder they lie."""
    assert ids(BOTH[::-1]) == {"S1": "harbour.txt", "S2": "ferries.txt"}
    moved = tuple((f"elsewhere/{name}", text) for name, text in BOTH)
    assert ids(moved) == {"S1": "elsewhere/harbour.txt", "S2": "elsewhere/ferries.txt"}


def test_the_text_pairs_where_the_name_does_not() -> None:
    """A renamed file is known by its text, a changed one by its paragraphs."""
    renamed = (("a", FERRY), ("b", HARBOUR.replace("1931", "1932")))
    assert ids(renamed) == {"S1": "b", "S2": "a"}


def test_equal_texts_agree() -> None:
    """Nothing is found, and nothing is left over."""
    assert list(check_originals(brief(), BOTH)) == []
    assert list(unpaired(brief(), BOTH)) == []


def test_the_first_paragraph_that_differs_is_named() -> None:
    """A paragraph changed, added, or missing."""
    changed = HARBOUR.replace("1931", "1932")
    for text, told in (
        (changed, 'S1 ¶4 reads "…bridge opened in 1931."'),
        (HARBOUR + "\n\nMore.", 'S1 ¶6 ends before "More."'),
        (HARBOUR.rsplit("\n\n", 1)[0], 'S1 ¶5 reads "The river rose'),
        (HARBOUR.replace("office of", "office  of"), "S1 ¶2 differs"),
    ):
        (finding,) = check_originals(brief(), (("harbour.txt", text), BOTH[1]))
        assert finding.message.startswith(told)


def test_what_has_no_partner_is_told() -> None:
    """A source without an original, and an original that the brief has not."""
    found = unpaired(brief(), (("other.txt", "Something else."), BOTH[0]))
    assert {(f.path, f.kind) for f in found} == {
        ("sources[1]", "no-original"),
        ("other.txt", "not-in-the-brief"),
    }
