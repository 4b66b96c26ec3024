"""What stands below every release."""

from __future__ import annotations

import pytest

from briefgen.model import Article
from briefgen.read.plain import read_plain

NEWS = (
    "The council of Aldermouth voted on Monday to keep the harbour open through the winter, and "
    "the mayor said that the money for it had been found in the reserve."
)
LATER = NEWS.replace("winter", "spring")
STANDING = "Dorn Works makes pumps in nine towns and was founded in the year of the great flood."


def notices(*paragraphs: str) -> list[str]:
    """The paragraphs of a release that are notices, by their first two words."""
    read = read_plain("\n\n".join(("Harbour stays open", NEWS, *paragraphs)), "a.txt")
    assert isinstance(read, Article)
    marked = [p for p in read.paragraphs if p.kind == "notice"]
    return [" ".join(read.text[p.start : p.end].split()[:2]) for p in marked]


@pytest.mark.parametrize(
    "heading",
    [
        "About Dorn Works",
        "About Dorn Works:",
        "Notes to editors",
        "Forward-Looking Statements",
        "Disclaimer",
        "Important information",
        "À propos de Dorn",
        "Über die Dorn AG",
        "Pressekontakt",
        "Acerca de Dorn",
        "Sobre a Dorn",
        "Informazioni su Dorn",
    ],
)
def test_what_stands_below_its_heading_is_a_notice(heading: str) -> None:
    """In the languages of the lists; the text above it is not."""
    assert ["Dorn Works"] == [n for n in notices(LATER, heading, STANDING) if n in STANDING]
    assert "The council" not in notices(LATER, heading, STANDING)


@pytest.mark.parametrize(
    "opening",
    ["About Dorn Works: ", "Legal notice. ", "Contact presse : ", "Über den Dorn-Verband: "],
)
def test_a_notice_may_open_with_its_heading(opening: str) -> None:
    """Set before a colon or a full stop."""
    assert [" ".join(opening.split()[:2])] == [
        notice for notice in notices(LATER, opening + STANDING) if notice in opening + STANDING
    ]


def test_contacts_and_what_follows_the_end() -> None:
    """A name below "Media contact" is no section, and below "ENDS" all is a notice."""
    found = notices(LATER, "About Dorn Works", STANDING, "Media contact", "Ann Roe, 555", STANDING)
    assert ["Dorn Works", "Dorn Works"] == [n for n in found if n == "Dorn Works"]
    assert ["-ENDS-", "The council"] == notices("-ENDS-", LATER)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("About 300 people marched.", LATER),
        ("About Dorn: he was late.", LATER, LATER, LATER),
        ("About 300 people", LATER),
        ("About the storm", LATER),
        ("About Dorn", LATER, "What comes next", LATER),
        ("Contact was lost with the crew at dawn.", LATER),
        ("Sobre las tres llegó la ola.", LATER),
    ],
)
def test_a_section_or_a_sentence_is_no_notice(paragraphs: tuple[str, ...]) -> None:
    """A number, a noun, another section below, or a verb make it one."""
    assert [] == notices(*paragraphs)
