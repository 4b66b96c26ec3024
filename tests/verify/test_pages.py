"""What typesetting does to a sentence does not hide it; what only looks like it is told apart."""

from __future__ import annotations

import hashlib
import io
from html import escape
from typing import Any

import pikepdf
import pytest

from briefgen import codec
from briefgen.codec import paragraphs_of
from briefgen.model import Brief, Entry, Extract, Gap, LeftOut, Story, Text
from briefgen.verify import Finding, Verdict, verify

from .toys import brief

weasyprint = pytest.importorskip("weasyprint")

CSS = """@page { size: 9cm 12cm; margin: 1cm } section { break-before: page }
body { font-family: "DejaVu Serif"; hyphens: auto; text-align: justify }"""


def drawn(*texts: str, words: tuple[tuple[str, str], ...], **more: Any) -> Brief:
    """A brief whose points are these words of these sources."""
    sources = {f"S{i}": text for i, text in enumerate(texts, start=1)}
    points = tuple(taken(sources, *pair) for pair in words)
    given: dict[str, Any] = {
        "generator": "toy", "title": "Toy", "for_": None, "from_": None, "marking": None,
        "reference": None, "purpose": None, "objectives": (), "points_to_make": (),
        "comment": None, "as_of": "2026-05-12T09:00:00+00:00", "language": "en", "focus": (),
        "meeting": None, "bottom_line": (), "positions": (), "people": (), "timeline": (),
        "figures": (), "differences": (), "gaps": (), "statement": "Toy", "left_out": LeftOut(),
        "stories": (Story(None, None, None, "en", tuple(sources), points),),
        "sources": tuple(listed(name, text) for name, text in sources.items()),
        "texts": tuple(Text(name, text, paragraphs_of(text)) for name, text in sources.items()),
    }  # fmt: skip
    return Brief(**given | more)


def taken(sources: dict[str, str], source: str, words: str) -> Extract:
    """An extract of a source that reads so."""
    start = sources[source].index(words)
    number = sources[source].count("\n\n", 0, start) + 1
    return Extract(words, source, number, start, start + len(words))


def listed(name: str, text: str) -> Entry:
    """A source in the list."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Entry(
        name, None, None, None, None, None, f"{name}.txt", None, digest, 1, 1, "used", None
    )


def page(value: Brief, body: str, css: str = "") -> bytes:
    """A PDF of these very pages, whatever they say, around the brief."""
    annex = "".join(
        f'<p id="{text.source}-{number}"><span>{text.source} ¶{number}</span> '
        f"<span>{escape(text.text[span.start : span.end])}</span></p>"
        for text in value.texts
        for number, span in enumerate(text.paragraphs, start=1)
    )
    html = f"""<html lang="en"><title>Toy</title><style>{CSS}{css}</style><h1>Toy</h1>{body}
    <section id="sources"><h2>Sources</h2><p>Toy</p></section>
    <section id="annex"><h2>Annex</h2>{annex}</section>"""
    files = [("brief.json", codec.to_json(value).decode())]
    files += [(f"{text.source}.txt", text.text) for text in value.texts]
    data: bytes = weasyprint.HTML(string=html).write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        attachments=[weasyprint.Attachment(string=text, name=name) for name, text in files],
    )
    return data


def point(words: str, *cites: str) -> str:
    """A list item that prints words and cites paragraphs."""
    links = " ".join(f'<a href="#{cite}">{cite.replace("-", " ¶")}</a>' for cite in cites)
    return f"<ol><li><span>{words}</span> {links}</li></ol>"


def checked(value: Brief, body: str, css: str = "") -> Verdict:
    """The verdict on such pages."""
    return verify(page(value, body, css))


def kinds(found: tuple[Finding, ...]) -> list[str]:
    """What kinds of findings these are."""
    return [finding.kind for finding in found]


FILLER = "<p>" + "filler " * 40 + "</p>"


@pytest.mark.parametrize(
    "words",
    [
        "The office’s efficient affiliate ﬁnally shuffled off — “baffled”, said Åsa.",
        "No‑one paid 38\xa0million for the co-op’s internationalization of re\xadform.",
        "Zero\u200bwidth, ½ a litre, 10² metres, №5, ＦＵＬＬ, e\u0301lan… a dash – or two — here.",
        "Δ and ∆, Ωμέγα and Ωµ, п’ять and пʼять: twins of one glyph.",
        "Он сказал: «Μπορώ» & so <b>did</b> it.",
    ],
)
def test_what_typesetting_changes_is_folded(words: str) -> None:
    """Ligatures, hyphens of all kinds, no-break spaces, compatibility forms: found in print."""
    value = drawn(words, words=(("S1", words),))
    verdict = checked(value, point(escape(words), "S1-1"))
    assert (verdict.findings, verdict.counts.printed) == ((), 1)


LONG = "The internationalization of the administration went on for years " * 6 + "and ended."


@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_a_sentence_broken_over_pages_is_found(lines: int) -> None:
    """However much of it is on the first page, and hyphenated where the lines end."""
    body = "<p>" + "x<br>" * lines + "</p>" + point(LONG, "S1-1")
    assert checked(drawn(LONG, words=(("S1", LONG),)), body).findings == ()


def test_a_sentence_over_three_pages_is_found() -> None:
    """A page in the middle may hold nothing else."""
    words = "word " * 500 + "end."
    assert checked(drawn(words, words=(("S1", words),)), point(words, "S1-1")).findings == ()


def test_a_change_beyond_the_page_break_is_found() -> None:
    """Half a sentence is held to its words as well as a whole one."""
    body = point(LONG.replace("years", "weeks", 1), "S1-1")
    verdict = checked(drawn(LONG, words=(("S1", LONG),)), "<p>" + "x<br>" * 14 + "</p>" + body)
    assert verdict.findings[0].path == "stories[0].points[0]"
    assert not verdict.ok


TWICE = "The bridge is closed."


def test_the_same_sentence_of_two_sources_needs_each_citation() -> None:
    """Two sources that say the same are two extracts."""
    value = drawn(TWICE, TWICE, words=(("S1", TWICE), ("S2", TWICE)))
    both = point(TWICE, "S1-1") + point(TWICE, "S2-1")
    assert checked(value, both).findings == ()
    missing = checked(value, point(TWICE, "S1-1")).findings
    assert [(f.path, f.kind) for f in missing] == [("stories[0].points[1]", "not-printed")]


BOTH = "First sentence of the source.\n\nSecond sentence of the source."
FIRST, SECOND = BOTH.split("\n\n")


def test_citations_exchanged_are_named() -> None:
    """Each sentence stands under the other's citation."""
    value = drawn(BOTH, words=(("S1", FIRST), ("S1", SECOND)))
    verdict = checked(value, point(FIRST, "S1-2") + point(SECOND, "S1-1"))
    assert set(kinds(verdict.findings)) == {"moved"}
    assert {finding.path for finding in verdict.findings} == {
        "stories[0].points[0]",
        "stories[0].points[1]",
    }


def test_a_sentence_with_an_invented_citation_is_named() -> None:
    """It is no extract, whatever paragraph it names."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    added = "The minister resigned in the evening and left the country on a ferry."
    for cite in ("S1-1", "S1-2"):
        verdict = checked(value, point(FIRST, "S1-1") + point(added, cite))
        assert kinds(verdict.findings) == ["invented"]
        assert verdict.findings[0].path == "page 1"


def test_words_added_to_a_sentence_are_named() -> None:
    """In its own piece or in one of their own, before it or behind it."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    added = "It is by no means true and nobody in the town believes that the"
    for words in (f"Not: {FIRST}", f"{FIRST} Not.", f"{added}</span> <span>{FIRST}"):
        assert not checked(value, point(words, "S1-1")).ok


def test_a_second_citation_must_be_a_parallel() -> None:
    """A paragraph that does not say the same is not cited for it."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    verdict = checked(value, point(FIRST, "S1-1", "S1-2"))
    assert kinds(verdict.findings) == ["moved"]


def test_a_sentence_without_citation_is_noted() -> None:
    """A template may say so; the reader is told that nobody checked it."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    added = "<p>This house hands its notes to members of the board and to nobody else.</p>"
    verdict = checked(value, point(FIRST, "S1-1") + added)
    assert (verdict.ok, kinds(verdict.notes)) == (True, ["uncited"])


def test_a_long_row_of_marks_costs_nothing() -> None:
    """Dots of a leader by the thousand are read as fast as words."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    assert checked(value, point(FIRST, "S1-1") + "<p>" + "." * 5000 + "</p>").ok


def test_a_person_is_cited_without_a_sentence() -> None:
    """A name and its citation need no extract."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    row = '<table><tr><td>Jo Doe, 3 × <a href="#S1-1">S1 ¶1</a></td></tr></table>'
    assert checked(value, point(FIRST, "S1-1") + row).findings == ()


def test_a_missing_gap_is_a_finding() -> None:
    """What is not known may not be left out when a sentence says so."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    gap = Gap("unknown", "Unknown", taken({"S1": BOTH}, "S1", SECOND))
    silent = drawn(BOTH, words=(("S1", FIRST),), gaps=(gap,))
    assert [f.path for f in checked(silent, point(FIRST, "S1-1")).findings] == ["gaps[0].extract"]
    assert checked(value, point(FIRST, "S1-1")).ok


def test_hebrew_is_compared_by_line() -> None:
    """The letters are there in visual order; other letters are not taken for them."""
    words = "שלום עולם, זה משפט ארוך אחד על הגשר ועל המעבורת בנמל."
    value = drawn(words, words=(("S1", words),))
    verdict = checked(value, point(words, "S1-1"), "body { direction: rtl }")
    assert (verdict.findings, verdict.counts.printed) == ((), 1)
    other = checked(value, point("משפט אחר לגמרי שאין לו מקור", "S1-1"))
    assert "print-not-checked" in kinds(other.notes)


def test_other_hebrew_is_not_called_wrong() -> None:
    """What cannot be compared is noted, and breaks no proof."""
    words = "שלום עולם, זה משפט ארוך אחד על הגשר ועל המעבורת בנמל."
    other = "משפט אחר לגמרי שאין לו מקור ואיש לא אמר אותו מעולם בשום מקום בעיר."
    verdict = checked(drawn(words, words=(("S1", words),)), point(other, "S1-1"))
    assert verdict.ok
    assert {note.kind for note in verdict.notes} == {"print-not-checked"}


def test_pages_without_tags_prove_nothing() -> None:
    """All that should be printed is missing."""
    value = drawn(BOTH, words=(("S1", FIRST),))
    data = page(value, point(FIRST, "S1-1"))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(out)
    assert "not-printed" in kinds(verify(out.getvalue()).findings)


def test_the_toy_is_a_brief() -> None:
    """It survives the JSON."""
    assert len(list(codec.from_json(codec.to_json(brief())).extracts())) == 11
