"""What is inside a finished PDF comes out whole, and nothing that is no brief breaks the reader."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import NotABrief
from briefgen.pdf import Block, Contents, contents
from briefgen.pdf.fonts import to_unicode

weasyprint = pytest.importorskip("weasyprint")

PAGE = """<html lang="en"><title>Toy</title><style>
@page {{ size: 12cm 8cm; margin: 1cm; @top-left {{ content: "Running head" }} }}
.faint {{ opacity: .5 }} section {{ break-before: page }} {css}
</style><body>{body}<section id="sources"><h2>Sources</h2></section>
<section id="annex"><h2>Annex</h2><p id="S1-1">S1 ¶1 Words.</p></section>"""


def written(body: str, css: str = "", **files: str) -> bytes:
    """A page of HTML as a tagged PDF that carries files, by name without their dot."""
    named = {"brief.json": "{}"} | {f"{name}.txt": text for name, text in files.items()}
    data: bytes = weasyprint.HTML(string=PAGE.format(body=body, css=css)).write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        attachments=[weasyprint.Attachment(string=text, name=name) for name, text in named.items()],
    )
    return data


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The PDF after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def read(body: str, css: str = "") -> Contents:
    """What stands in the PDF of a page."""
    return contents(written(body, css))


def texts(block: Block) -> list[str]:
    """The pieces' texts."""
    return [piece.text for piece in block.pieces]


def refusal(data: bytes) -> str:
    """The one line with which bytes are refused."""
    with pytest.raises(NotABrief) as caught:
        contents(data)
    return str(caught.value)


def test_the_attachments_come_back_byte_for_byte() -> None:
    """The brief and the texts are what was attached, the texts in the order of their numbers."""
    inside = contents(written("<p>x", S10="ten", S2="Zwölf\n\nBoxkämpfer"))
    assert inside.brief_json == b"{}"
    assert inside.texts == (("S2", "Zwölf\n\nBoxkämpfer".encode()), ("S10", b"ten"))


def test_a_span_and_a_link_are_pieces_of_their_own() -> None:
    """An extract and its citation are told apart, and the link says where it leads."""
    block = read('<p>He: <span>It is so.</span> <a href="#S1-1">S1 ¶1</a>').blocks[0]
    assert texts(block) == ["He: ", "It is so.", "S1 ¶1"]
    assert [piece.target for piece in block.pieces] == [None, None, "S1-1"]


def test_brief_sources_and_annex_are_apart() -> None:
    """The named destinations cut the pages into their three parts."""
    parts = [(block.part, texts(block)[0]) for block in read("<h1>Title</h1><p>Words").blocks]
    assert parts == [
        ("brief", "Title"),
        ("brief", "Words"),
        ("sources", "Sources"),
        ("annex", "Annex"),
        ("annex", "S1 ¶1 Words."),
    ]


def test_ligatures_are_their_letters() -> None:
    """A glyph that stands for several letters gives them all."""
    block = read("<p>office, fjord, waffle", "* { font-family: 'DejaVu Serif' }").blocks[0]
    assert "".join(texts(block)) == "office, fjord, waffle"


def test_text_in_a_transparent_group_is_read() -> None:
    """A form XObject is part of its page."""
    assert texts(read('<p class="faint">Faint words').blocks[0]) == ["Faint words"]


def test_running_heads_are_outside() -> None:
    """What is painted beside the structure is kept apart, page by page."""
    inside = read("<p>Words")
    assert [(p.page, p.text) for p in inside.outside] == [
        (1, "Running head"),
        (2, "Running head"),
        (3, "Running head"),
    ]
    assert inside.pages == 3


def test_a_block_broken_over_pages_is_two_blocks_in_a_row() -> None:
    """Each part of a paragraph is on its own page, in the order of reading."""
    blocks = read("<p>" + "Word after word. " * 80).blocks
    pages = [block.page for block in blocks if block.tag == "P" and block.part == "brief"]
    assert pages == [1, 2, 3][: len(pages)]
    assert len(pages) > 1


def test_invisible_text_is_not_read() -> None:
    """Text that no eye sees proves nothing."""

    def hide(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"3 Tr", prepend=True)

    hidden = contents(changed(written("<p>Words"), hide))
    assert "brief" not in [block.part for block in hidden.blocks]


def test_a_range_of_codes_counts_up() -> None:
    """Both forms of a range, and characters beyond the basic plane, are understood."""
    cmap = b"""2 beginbfrange <0001> <0003> <0041>
    <0010> <0011> [<0066 0069> <D83DDE00>] endbfrange 1 beginbfchar <20> <00ad> endbfchar"""
    assert to_unicode(cmap) == {1: "A", 2: "B", 3: "C", 16: "fi", 17: "😀", 32: "\xad"}


def test_what_is_no_brief_is_refused_in_one_line() -> None:
    """Empty, text, a PDF of somebody else, one behind a password: each says what it is."""
    assert [refusal(data) for data in (b"", b"Hello")] == ["This is no PDF."] * 2
    assert "damaged (unable to find trailer dictionary" in refusal(b"%PDF-1.7\n%%EOF")
    plain = weasyprint.HTML(string="<p>Words").write_pdf()
    assert "carries no brief.json" in refusal(plain)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert "encrypted" in refusal(out.getvalue())


def test_a_structure_that_runs_in_a_circle_ends() -> None:
    """An element that is its own grandchild is visited once."""

    def tie(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root["/StructTreeRoot"]["/K"][0]
        document["/K"][0]["/K"].append(document)
        document["/K"].append(document["/K"][0])

    assert contents(changed(written("<h1>Title</h1>"), tie)).blocks[0].tag == "H1"


def test_a_form_that_paints_itself_ends() -> None:
    """A form XObject inside itself is not followed for ever."""

    def loop(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/Me Do")
        form["/Subtype"], form["/BBox"] = pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
        form["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        page = pdf.pages[0]
        page.resources["/XObject"] = pikepdf.Dictionary(Me=form)
        page.contents_add(b"/Me Do")

    assert contents(changed(written("<h1>Title</h1>"), loop)).pages == 3


def test_a_page_without_tags_has_no_blocks() -> None:
    """Without a structure tree all text is outside."""

    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/StructTreeRoot"]

    inside = contents(changed(written("<p>Words"), strip))
    assert inside.blocks == ()
    assert "Words" in [piece.text for piece in inside.outside]


SAMPLE = written('<h1>T</h1><p><span>It is.</span> <a href="#S1-1">S1 ¶1</a>', S1="It is.")


def survives(data: bytes) -> None:
    """Either it is read, or it is refused in one line; any other error is passed on."""
    refused = None
    try:
        contents(data)
    except NotABrief as error:
        refused = str(error)
    assert "\n" not in (refused or "")


@given(st.data())
@settings(max_examples=100)
def test_flipped_bytes_break_nothing(data: st.DataObject) -> None:
    """Whatever bytes are changed, the file is read or refused."""
    forged = bytearray(SAMPLE)
    for at in data.draw(st.lists(st.integers(0, len(SAMPLE) - 1), min_size=1, max_size=20)):
        forged[at] = data.draw(st.integers(0, 255))
    survives(bytes(forged))


@given(st.integers(0, len(SAMPLE)))
@settings(max_examples=50)
def test_a_file_cut_short_breaks_nothing(length: int) -> None:
    """However short a download broke off, the file is read or refused."""
    survives(SAMPLE[:length])


@given(st.binary(max_size=200), st.sampled_from(["/StructTreeRoot", "/Names", "/Pages"]))
@settings(max_examples=50)
def test_a_wrong_object_in_the_catalog_breaks_nothing(junk: bytes, key: str) -> None:
    """Where a dictionary should be and is not, the file is read or refused."""

    def replace(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = pikepdf.Array([pikepdf.String(junk), 7, pikepdf.Dictionary(K=1)])

    try:
        forged = changed(SAMPLE, replace)
    except (pikepdf.PdfError, ValueError):
        return
    survives(forged)


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_a_wild_content_stream_breaks_nothing(junk: bytes) -> None:
    """Operators without operands, unknown fonts, unbalanced marks: read or refused."""

    def replace(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"/Span <</MCID 0>> BDC BT " + junk)

    survives(changed(SAMPLE, replace))
