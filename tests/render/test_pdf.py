"""The PDF, by its facts."""

from __future__ import annotations

import dataclasses
import functools
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfua import validate

from briefgen.codec import to_json
from briefgen.render import PAPERS, measure, pdf_unavailable, render

from .briefs import TEXTS, rich, small
from .reading import texts

pytestmark = pytest.mark.skipif(pdf_unavailable() is not None, reason=str(pdf_unavailable()))


@functools.cache
def written(paper: str = "a4") -> bytes:
    """The rich brief as a PDF."""
    return render(rich(), format="pdf", paper=paper)


def opened(paper: str = "a4") -> pikepdf.Pdf:
    """The rich brief's PDF, opened."""
    return pikepdf.open(io.BytesIO(written(paper)))


def elements(node: Any) -> list[Any]:
    """All structure elements, in their order."""
    found = []
    if isinstance(node, pikepdf.Array):
        for kid in node:
            found += elements(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found = [node, *elements(node.get("/K"))]
    return found


def tags(pdf: pikepdf.Pdf) -> list[Any]:
    """All structure elements of the PDF."""
    return elements(pdf.Root.StructTreeRoot.K)


def test_it_says_what_it_is() -> None:
    """Title, language, author, bookmarks and the two standards are declared."""
    with opened() as pdf:
        assert str(pdf.docinfo.Title) == rich().title
        assert str(pdf.docinfo.Author) == "Policy Unit, ext. 4410"
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
            assert xmp["pdfuaid:part"] == "1"
        intent = pdf.Root.OutputIntents[0]
        assert str(intent.S) == "/GTS_PDFA1"
        with pdf.open_outline() as outline:
            heads = [item.title for item in outline.root]
        assert heads[:3] == ["Purpose", "Bottom line", "Objectives"]


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_nothing_is_logged_and_the_checkers_find_nothing(
    paper: str, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """On every paper WeasyPrint, qpdf and pdfua are content."""
    file = tmp_path / "b.pdf"
    file.write_bytes(render(rich(), format="pdf", paper=paper))
    assert caplog.messages == []
    assert validate(str(file)).findings == ()
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792)), ("phone", (227, 454))]
)
def test_the_paper_is_as_asked(paper: str, size: tuple[int, int]) -> None:
    """Every page has the paper's size, in points."""
    with opened(paper) as pdf:
        sizes = {tuple(round(float(x)) for x in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {size}


def test_all_fonts_are_the_packaged_ones() -> None:
    """Latin, Greek and Cyrillic are set in Source Serif and Source Sans, embedded."""
    with opened() as pdf:
        fonts = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary)]
        descriptors = [o for o in fonts if o.get("/Type") == pikepdf.Name.FontDescriptor]
        names = {re.sub(r".*\+", "", str(o.FontName)) for o in descriptors}
        assert all("/FontFile2" in o for o in descriptors)
    assert {re.sub(r"-(Semi-Bold|Bold)$", "", name) for name in names} == {
        "Source-Sans-Pro",
        "Source-Serif-Pro",
    }


def test_it_carries_the_brief_and_its_sources() -> None:
    """The attachments are the JSON and the canonical texts, byte for byte, sorted, once each."""
    with opened() as pdf:
        assert list(pdf.attachments) == ["S1.txt", "S2.txt", "S3.txt", "brief.json"]
        assert pdf.attachments["brief.json"].get_file().read_bytes() == to_json(rich())
        for text in TEXTS:
            held = pdf.attachments[f"{text.source}.txt"].get_file().read_bytes()
            assert held == text.text.encode()
        kinds = {str(item.F): str(item.AFRelationship) for item in pdf.Root.AF}
        assert kinds == {
            "S1.txt": "/Source",
            "S2.txt": "/Source",
            "S3.txt": "/Source",
            "brief.json": "/Data",
        }
        assert len(pdf.Root.AF) == 4


def test_table_heads_say_what_they_head() -> None:
    """Every TH has a scope; those of a table's head are column heads."""
    with opened() as pdf:
        heads = [tag for tag in tags(pdf) if tag.S == "/TH"]
        scopes = {str(tag.A.Scope) for tag in heads}
    assert scopes == {"/Row", "/Column"}
    assert heads


def test_each_bar_is_a_figure_with_words_for_it() -> None:
    """In the structure a bar is a Figure in its row, and its text says label and value."""
    with opened() as pdf:
        told = [str(tag.Alt) for tag in tags(pdf) if tag.S == "/Figure"]
        rows = [[str(kid.S) for kid in elements(tag)] for tag in tags(pdf) if tag.S == "/TR"]
    assert told == [
        "20 April 2026: 26.2 million euros",
        "12 May 2026: 38 million euros",
        "Varnholm: 1,200",
        "Ostholm: 800",
        "Lund: 300",
    ]
    assert sum("/TH" in row and "/Figure" in row for row in rows) == len(told)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_bars_begin_at_zero_on_one_scale(paper: str) -> None:
    """The widths of the bars stand to one another as their values do."""
    with opened(paper) as pdf:
        boxes = [tag.A.BBox for tag in tags(pdf) if tag.S == "/Figure"]
        widths = [float(box[2]) - float(box[0]) for box in boxes]
    expected = [26.2 / 38, 1.0, 1.0, 800 / 1200, 300 / 1200]
    assert [round(width / widths[1], 2) for width in widths] == [round(x, 2) for x in expected]


def test_running_heads_are_artifacts() -> None:
    """Every marked content of a page is in the structure or an artifact."""
    with opened() as pdf:
        for page in pdf.pages:
            marked = [
                instruction.operands[1]["/MCID"]
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
            ]
            parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
            row = parents[page.StructParents]
            assert [i for i, parent in enumerate(row) if parent is not None] == sorted(marked)


def test_an_extract_is_an_element_beside_its_link() -> None:
    """In the structure a span holds the extract's words and a link follows in the same block."""
    with opened() as pdf:
        points = [tag for tag in tags(pdf) if tag.S == "/LBody"]
        kinds = [[str(kid.S) for kid in elements(point)[1:]] for point in points]
    assert all("/Span" in kind for kind in kinds)
    assert sum("/Link" in kind[kind.index("/Span") :] for kind in kinds) >= 7


def test_links_tell_where_they_go() -> None:
    """Each link inside the file has words of its own, not an anchor's name."""
    with opened() as pdf:
        links = [
            str(note.Contents)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/Dest" in note
        ]
    assert "Go to S1 ¶3" in links
    assert [words for words in links if re.fullmatch(r"c\d+|S\d+-\d+", words)] == []


def test_the_marking_stands_at_the_head_and_the_foot_of_each_page() -> None:
    """Each page has the marking twice, the first one once more in its title block."""
    pages = texts(written())
    counts = [page.count("OFFICIAL–SENSITIVE") for page in pages]
    assert counts == [3] + [2] * (len(counts) - 1)
    assert f"Page{len(counts)}of{len(counts)}" in pages[-1]


def test_a_citation_names_the_page_of_its_paragraph() -> None:
    """The page printed beside `S2 ¶3` is the page on which the annex has it."""
    pages = texts(written())
    match = re.search(r"\[S2¶3p(\d+)\]", "".join(pages))
    assert match is not None
    assert "S2¶3Connecting" in pages[int(match[1]) - 1]


def test_the_sources_begin_a_page() -> None:
    """The brief proper ends before the page of the list of sources."""
    first = next(i for i, page in enumerate(texts(written())) if "Drawnfrom3of5" in page)
    measured = measure(rich())
    assert measured is not None
    assert first - 1 < measured.pages <= first


def test_measuring_counts_pages_and_lines() -> None:
    """A brief of two sentences fills part of a page, its bottom line two or three lines."""
    measured = measure(small())
    assert measured is not None
    assert 0.2 < measured.pages < 0.5
    assert measured.bottom_lines in (2, 3)


def test_more_points_take_more_pages() -> None:
    """The measure grows with the text and passes whole pages."""
    brief = small()
    point = brief.stories[0].points[0]
    taken = []
    for count in (1, 20, 60):
        story = dataclasses.replace(brief.stories[0], points=(point,) * count)
        measured = measure(dataclasses.replace(brief, stories=(story,)))
        assert measured is not None
        taken.append(measured.pages)
    assert taken == sorted(taken)
    assert taken[-1] > 1


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_brief_gives_the_same_bytes(seed: str) -> None:
    """Another process with another hash seed and time zone writes the very same file."""
    code = (
        "import sys; from briefgen.render import render; from tests.render.briefs import rich;"
        "sys.stdout.buffer.write(render(rich(), format='pdf'))"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == written()
