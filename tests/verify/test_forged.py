"""A brief changed in one place does not pass, and the place is named."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from briefgen.errors import NotABrief
from briefgen.verify import lines, verify

from .forging import file_of, overprinted, reprinted, with_file, with_json
from .toys import FERRY, HARBOUR, pdf


def told(data: bytes, **more: Any) -> list[tuple[str, str]]:
    """Path and kind of each finding."""
    verdict = verify(data, **more)
    assert verdict.ok == (not verdict.findings)
    return [(finding.path, finding.kind) for finding in verdict.findings]


def message(data: bytes, **more: Any) -> str:
    """What a person reads."""
    return "\n".join(lines(verify(data, **more)))


@pytest.mark.parametrize("paper", ["a4", "letter", "phone"])
def test_an_honest_brief_passes(paper: str) -> None:
    """Nothing is found in what the program wrote, and the counts are those of the toy."""
    verdict = verify(pdf(paper))
    assert (verdict.findings, verdict.notes, verdict.ok) == ((), (), True)
    counts = verdict.counts
    assert (counts.extracts, counts.printed, counts.parallels, counts.paragraphs) == (11, 11, 3, 8)


def test_the_verdict_says_what_it_proves() -> None:
    """The pages were compared with the copies inside, with nothing else."""
    assert "agrees with the copies of its sources inside the PDF" in message(pdf())


# ── brief.json ───────────────────────────────────────────────────────────────────────────────────


def test_a_byte_changed_in_an_extract_of_the_json() -> None:
    """What the source does not say is in no source."""

    def change(plain: Any) -> None:
        plain["stories"][0]["points"][1]["text"] = "The river fell by -5 metres."

    found = told(with_json(pdf(), change))
    assert ("stories[0].points[1]", "in-no-source") in found
    assert 'S1 reads "The river rose by' in message(with_json(pdf(), change))


def test_an_extract_moved_to_another_source() -> None:
    """Being in another source is told apart from being in none."""

    def change(plain: Any) -> None:
        plain["stories"][0]["points"][0]["source"] = "S2"

    data = with_json(pdf(), change)
    assert ("stories[0].points[0]", "in-another-source") in told(data)
    assert "is not in S2; it is in S1" in message(data)


def _naming(as_written: str, name: str, role: str | None) -> Callable[[Any], None]:
    """What says whom a name of the bottom line means."""
    meant = {"as_written": as_written, "name": name, "role": role}
    return lambda plain: plain["bottom_line"][0].update(names=[meant])


@pytest.mark.parametrize(
    ("change", "path", "kind"),
    [
        (lambda p: p["bottom_line"][0].update(paragraph=2), "bottom_line[0]", "paragraph"),
        (lambda p: p["bottom_line"][0].update(start=0), "bottom_line[0]", "offset"),
        (lambda p: p["bottom_line"][0].update(start=-3), "bottom_line[0]", "offset"),
        (lambda p: p["bottom_line"][0].update(source="S9"), "bottom_line[0]", "unknown-source"),
        (
            lambda p: p["bottom_line"][0]["also"][0].update(start=1),
            "bottom_line[0].also[0]",
            "offset",
        ),
        (
            lambda p: p["stories"][0]["points"][1]["before"].update(end=9),
            "stories[0].points[1].before",
            "offset",
        ),
        (
            lambda p: p["stories"][0].update(headline="Bridge"),
            "stories[0].headline",
            "in-no-source",
        ),
        (_naming("Lund", "Ana Lind", None), "bottom_line[0].names[0].as_written", "in-no-source"),
        (_naming("The", "Ana Lund", None), "bottom_line[0].names[0].name", "in-no-source"),
        (_naming("The", "Ana Lind", "Duke"), "bottom_line[0].names[0].role", "in-no-source"),
        (lambda p: p["positions"][0].update(cue="shouted"), "positions[0].cue", "in-no-source"),
        (lambda p: p["positions"][0].update(role="Duke"), "positions[0].role", "in-no-source"),
        (lambda p: p["positions"][0].update(speaker="Ind"), "positions[0].speaker", "in-no-source"),
        (lambda p: p["positions"][0].update(spoken=[[0, 9]]), "positions[0].spoken", "offset"),
        (lambda p: p["people"][0].update(role="Duke"), "people[0].role", "in-no-source"),
        (
            lambda p: p["timeline"][0].update(as_written="in 1932"),
            "timeline[0].as_written",
            "in-no-source",
        ),
        (lambda p: p["figures"][0].update(value="42"), "figures[0].value", "in-no-source"),
        (lambda p: p["texts"].pop("S2"), "texts.S2", "unknown-text"),
        (lambda p: p["texts"].update(S3="More."), "texts.S3", "not-attached"),
        (lambda p: p["sources"][0].update(sha256="0" * 64), "sources[0]", "checksum"),
        (lambda p: p.update(title="The bridge and the fairy"), "title", "altered"),
        (lambda p: p.update(title="Quite another matter"), "title", "not-printed"),
        (lambda p: p.update(marking="SECRET"), "marking", "not-printed"),
        (lambda p: p["gaps"][0].update(text="Who pays is now known."), "gaps[0].text", "altered"),
    ],
)
def test_each_value_of_the_json_is_held_to_the_sources(
    change: Callable[[Any], None], path: str, kind: str
) -> None:
    """A value that its source or the pages do not bear out is named by its path."""
    assert (path, kind) in told(with_json(pdf(), change))


def test_a_json_that_cannot_be_read_is_refused() -> None:
    """Half a file is no brief."""
    half = file_of(pdf(), "brief.json")[:900]
    with pytest.raises(NotABrief, match=r"brief\.json inside cannot be read"):
        verify(with_file(pdf(), "brief.json", half))


# ── the texts ────────────────────────────────────────────────────────────────────────────────────


def test_a_byte_changed_in_an_embedded_text() -> None:
    """The attached text is neither the one of brief.json nor the one of the checksum."""
    data = with_file(pdf(), "S1.txt", HARBOUR.replace("38", "39").encode())
    assert told(data) == [("texts.S1", "text-differs"), ("sources[0]", "checksum")]


def forged_source() -> bytes:
    """A PDF in which a text, its copy and its checksum were changed alike."""
    text = HARBOUR.replace("1931", "1932").replace("in 1931", "in 1932")

    def change(plain: Any) -> None:
        plain["texts"]["S1"] = text
        plain["sources"][0]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        plain["stories"][0]["points"][1]["before"]["text"] = "The bridge opened in 1932."

    return with_json(with_file(pdf(), "S1.txt", text.encode()), change)


def test_a_text_changed_with_its_checksum() -> None:
    """Only the original can tell, and it names the paragraph."""
    originals = (("harbour.txt", HARBOUR), ("ferries.txt", FERRY))
    assert ("texts.S1", "original-differs") not in told(forged_source())
    assert ("texts.S1", "original-differs") in told(forged_source(), against=originals)
    assert 'S1 ¶4 reads "…bridge opened in 1932."' in message(forged_source(), against=originals)


# ── the pages ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "path", "kind"),
    [
        ("did not", "did", "bottom_line[0]", "altered"),
        ("38 million", "83 million", "bottom_line[0]", "altered"),
        ("crowns.", "crowns", "bottom_line[0]", "altered"),
        ("by -5", "by 5", "stories[0].points[1]", "altered"),
        ("rose", "sore", "stories[0].points[1]", "altered"),
        ("bridge opened", "office opened", "stories[0].points[1].before", "altered"),
        ("S1 ¶4", "S1 ¶2", "page 1", "misled"),
        ("pays is not", "pays is", "gaps[0].text", "altered"),
        ("and the", "not the", "title", "altered"),
    ],
)
def test_page_one_altered_alone(old: str, new: str, path: str, kind: str) -> None:
    """A word less, a figure turned, a sign lost, a citation changed: named, with the page."""
    data = reprinted(pdf(), old, new)
    assert (path, kind) in told(data)
    assert "page 1" in message(data)


def test_the_annex_altered_alone() -> None:
    """A printed paragraph that is not the text's is named."""
    data = reprinted(pdf(), "by -5", "by 15", page=3)
    assert told(data) == [("page 3", "annex-differs")]
    assert "S1 ¶5" in message(data)


def test_a_sentence_painted_over_the_page() -> None:
    """Words outside the structure are no running head when they are a sentence."""
    words = "The mayor took the money of the ferry company in May and said nothing of it since."
    assert told(overprinted(pdf(), words)) == [("page 1", "outside")]


def test_a_citation_painted_over_the_page() -> None:
    """However short, it has no business there."""
    assert told(overprinted(pdf(), "It fell. S1 \xb65")) == [("page 1", "outside")]
