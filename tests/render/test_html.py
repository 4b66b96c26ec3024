"""The page as HTML and as Markdown."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from briefgen.errors import UsageError
from briefgen.model import Brief
from briefgen.render import FORMATS, render
from tests.conftest import Golden

from .briefs import rich, small

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:b) `c` & "d"'
SECTIONS = (
    "Purpose",
    "Bottom line",
    "Objectives",
    "Points to make",
    "Key points",
    "Positions",
    "Where the sources differ",
    "Gaps and caveats",
    "Timeline",
    "Who’s who",
    "Figures",
    "Drafter’s comment",
    "Sources",
    "Annex: the sources, paragraph by paragraph",
)


def page(brief: Brief) -> html.HtmlElement:
    """The brief's HTML, parsed."""
    return html.document_fromstring(render(brief, format="html").decode())


def text_of(element: html.HtmlElement) -> str:
    """The element's text, white space and zero-width spaces folded."""
    return " ".join(element.text_content().replace("\u200b", "").split())


@pytest.mark.parametrize("name", ["rich", "small"])
@pytest.mark.parametrize("format", ["html", "md"])
def test_the_page_is_as_it_was_looked_at(name: str, format: str, golden: Golden) -> None:
    """HTML and Markdown are the golden ones, byte for byte."""
    brief = {"rich": rich, "small": small}[name]()
    made = render(brief, format=format).decode()
    golden(re.sub(r"(?s)<style>.*?</style>", "<style>…</style>", made), f"{name}.{format}")


def test_the_sections_stand_in_their_order() -> None:
    """Everything given is printed, in the order of a briefing note."""
    assert tuple(text_of(head) for head in page(rich()).iter("h2")) == SECTIONS


def test_what_nobody_gave_is_left_out() -> None:
    """A brief of one point has a bottom line, the point, its source and the annex."""
    heads = [text_of(head) for head in page(small()).iter("h2")]
    assert heads == ["Bottom line", "Key points", "Sources", SECTIONS[-1]]


def test_each_extract_stands_word_for_word_before_its_citation() -> None:
    """The element that holds an extract's exact text is followed in its block by its citation."""
    brief = rich()
    known = {(e.text, f"#{e.source}-{e.paragraph}") for _, e in brief.extracts()}
    spans = page(brief).xpath("//span[@class='extract']")
    for span in spans:
        cite = span.xpath("following::a[@class='cite'][1]")[0]
        assert (span.text, cite.get("href")) in known
        assert cite.text == cite.get("href").lstrip("#").replace("-", " ¶")
    assert len(spans) > 20


def test_every_link_inside_the_page_leads_somewhere() -> None:
    """No citation, and no way back, is broken, and no name is given twice."""
    root = page(rich())
    names = root.xpath("//@id")
    assert len(names) == len(set(names))
    links = [href[1:] for href in root.xpath("//a/@href") if href.startswith("#")]
    assert set(links) - set(names) == set()


def test_a_used_sentence_is_marked_in_the_annex_and_leads_back() -> None:
    """The annex marks exactly the words cited, and its arrow goes to their citation."""
    root = page(small())
    taken = root.xpath("//p[@id='S2-3']/span[@class='taken']")
    assert [span.text for span in taken] == [small().stories[0].points[0].text]
    back = root.xpath("//p[@id='S2-3']//a[@class='back']/@href")[0]
    assert root.get_element_by_id(back[1:]).text == "S2 ¶3"


def test_the_page_stands_alone() -> None:
    """Nothing is loaded from elsewhere: no script, no link element, no address but in anchors."""
    source = render(rich(), format="html").decode()
    root = html.document_fromstring(source)
    assert root.xpath("//script | //link | //iframe | //object | //embed | //img | //@src") == []
    assert re.findall(r"url\(|@import", source) == []


def hostile() -> Brief:
    """Every string a person or a source gives, with markup in it."""
    brief = rich()
    assert brief.meeting is not None
    return dataclasses.replace(
        brief,
        title=HOSTILE,
        for_=HOSTILE,
        from_=HOSTILE,
        marking=HOSTILE,
        reference=HOSTILE,
        purpose=HOSTILE,
        comment=HOSTILE,
        statement=HOSTILE,
        objectives=(HOSTILE,),
        meeting=dataclasses.replace(brief.meeting, where=HOSTILE, link="javascript:alert(1)"),
        stories=(dataclasses.replace(brief.stories[0], headline=HOSTILE, agenda=HOSTILE),),
        sources=tuple(
            dataclasses.replace(e, title=HOSTILE, outlet=HOSTILE, url="file:///etc/passwd")
            for e in brief.sources
        ),
    )


def test_markup_in_what_is_given_stays_text() -> None:
    """A title with a script is printed as its letters, in HTML and in Markdown."""
    root = page(hostile())
    assert root.xpath("//script | //img | //@onerror") == []
    assert text_of(root.xpath("//h1")[0]) == HOSTILE
    links = {href.split(":")[0] for href in root.xpath("//a/@href") if not href.startswith("#")}
    assert links == set()
    markdown = render(hostile(), format="md").decode()
    assert re.findall(r"<\w", markdown) == []
    assert "[a](" not in markdown.replace("\\[", "").replace("\\]", "")


@given(st.text(max_size=80))
def test_no_text_breaks_the_page(text: str) -> None:
    """Whatever a title, a purpose or a headline holds, the page has the same elements."""
    brief = small()
    plain = dataclasses.replace(brief, title="x", purpose="x")
    given_ = dataclasses.replace(brief, title=text or "x", purpose=text or "x")
    shape = [element.tag for element in page(plain).iter()]
    assert [element.tag for element in page(given_).iter()] == shape
    render(given_, format="md").decode()


def test_markup_in_a_bar_stays_text() -> None:
    """Label, figure and the words for the bar are text, whatever they hold."""
    chart = rich().charts[1]
    bar = dataclasses.replace(chart.bars[0], label=HOSTILE, as_written=HOSTILE)
    made = page(dataclasses.replace(rich(), charts=(dataclasses.replace(chart, bars=(bar,)),)))
    assert made.xpath("//script | //img") == []
    assert made.xpath("string(//svg/title)") == f"{HOSTILE}: {HOSTILE}"


@pytest.mark.parametrize("value", ["0", "-3", "many", "nan", "1e999"])
def test_a_bar_without_a_length_is_drawn_as_none(value: str) -> None:
    """A number that no bar can have, from another hand's brief, breaks nothing."""
    chart = rich().charts[1]
    bar = dataclasses.replace(chart.bars[0], value=value)
    made = page(dataclasses.replace(rich(), charts=(dataclasses.replace(chart, bars=(bar,)),)))
    assert "calc(0.0 *" in made.xpath("string(//svg/@style)")


def test_labels_come_in_the_language_of_the_brief() -> None:
    """French has its own words, Finnish gets the English ones."""
    french = dataclasses.replace(rich(), language="fr-CA")
    assert "L’essentiel" in [text_of(h) for h in page(french).iter("h2")]
    finnish = dataclasses.replace(rich(), language="fi")
    assert "Bottom line" in [text_of(h) for h in page(finnish).iter("h2")]


def test_json_is_the_contract() -> None:
    """`--format json` is what the PDF carries."""
    assert json.loads(render(rich(), format="json"))["schema"] == "briefgen.brief/1"


@pytest.mark.parametrize(("format", "paper"), [("docx", "a4"), ("pdf", "a5")])
def test_an_unknown_format_or_paper_is_wrong_usage(format: str, paper: str) -> None:
    """What is not offered is named, with what is."""
    with pytest.raises(UsageError, match="give one of"):
        render(small(), format=format, paper=paper)


def test_the_formats_are_their_suffixes() -> None:
    """The registry names the formats that the command line offers."""
    assert tuple(FORMATS) == ("pdf", "html", "md", "json")
