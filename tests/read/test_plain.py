"""Plain text: layout, head and headings."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from briefgen.model import Article
from briefgen.read.plain import read_plain

FIRST = (
    "The council of Aldermouth voted on Monday to keep the harbour open through the winter, and "
    "the mayor said that the money for it had been found in the reserve of the port."
)
SECOND = (
    "Opponents of the plan said that the reserve was meant for repairs, of which there are many, "
    "and that they would bring the matter to the court of auditors before the week was out."
)


def article(text: str) -> Article:
    """The article of a plain text that holds one."""
    read = read_plain(text, "a.txt")
    assert isinstance(read, Article)
    return read


def kinds(text: str) -> list[tuple[str, str]]:
    """Each paragraph's kind and first word."""
    read = article(text)
    return [(p.kind, read.text[p.start : p.end].split()[0]) for p in read.paragraphs]


BODY = [("body", "The"), ("body", "Opponents")]


def test_one_paragraph_a_line() -> None:
    """Long lines without blank lines between are paragraphs, and no title is made of the first."""
    assert BODY == kinds(f"{FIRST}\n{SECOND}\n")
    assert article(f"{FIRST}\n{SECOND}").title is None


def test_blank_lines() -> None:
    """Blank lines part paragraphs, whatever the line ends of the system."""
    assert BODY == kinds(f"{FIRST}\r\n\r\n{SECOND}\r\n")


@pytest.mark.parametrize("width", [50, 60, 72, 80])
def test_wrapped_lines(width: int) -> None:
    """Lines wrapped at a width are joined again."""
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in (FIRST, SECOND))
    assert f"{FIRST}\n\n{SECOND}" == article(wrapped).text


@pytest.mark.parametrize("width", [60, 72])
def test_wrapped_lines_with_indents(width: int) -> None:
    """Without blank lines an indent begins a paragraph."""
    wrapped = "\n".join(
        textwrap.fill(text, width, initial_indent="    ") for text in (FIRST, SECOND, FIRST)
    )
    assert f"{FIRST}\n\n{SECOND}\n\n{FIRST}" == article(wrapped).text


def test_wrapped_lines_under_a_head() -> None:
    """A title, a byline and a day above wrapped lines are not joined with each other."""
    wrapped = "\n\n".join(textwrap.fill(text, 70) for text in (FIRST, SECOND))
    text = f"Harbour stays open\nBy Jane Roe\n19 June 2023\n\n{wrapped}"
    head = [("title", "Harbour"), ("byline", "By"), ("dateline", "19")]
    assert head + BODY == kinds(text)


def test_wrapped_heading_without_blank_line() -> None:
    """A short line over a wrapped paragraph had room for the next word: it is a heading."""
    one, two = (textwrap.fill(text, 70) for text in (FIRST, SECOND))
    assert [BODY[0], ("heading", "Money"), BODY[1]] == kinds(f"{one}\n\nMoney and repairs\n{two}")


def test_day_that_ends_a_wrapped_sentence() -> None:
    """A wrapped line that happens to hold only a day stays in its sentence."""
    text = (
        "The council of Aldermouth has voted to keep the harbour open\n"
        "until the election of the next mayor, which is to be held on the\n13 January 2024."
    )
    assert 1 == len(article(text).paragraphs)


def test_title_day_and_lines() -> None:
    """Title, blank line, day, one paragraph a line: the mixed layout of many news sites."""
    text = f"Harbour stays open\n\nSaturday, January 8, 2005\n{FIRST}\n{SECOND}"
    assert [("title", "Harbour"), ("dateline", "Saturday,"), *BODY] == kinds(text)
    assert dt.date(2005, 1, 8) == article(text).published
    assert "Harbour stays open" == article(text).title


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By JANE ROE and JOHN DOE, Reuters",
        "By the foreign desk",
        "Von Jana Weiß",
        "Par Anne Martin et Jean Petit",
        "Por Ana Silva",
    ],
)
def test_bylines(line: str) -> None:
    """A byline is set apart and gives the author as written."""
    text = f"Harbour stays open\n{line}\n{FIRST}\n{SECOND}"
    assert ("byline", line.split()[0]) == kinds(text)[1]
    assert line.split(maxsplit=1)[1] == article(text).author


@pytest.mark.parametrize(
    "line",
    ["By Monday the votes had been counted again", "Von der Mehrheit war nichts mehr zu hören"],
)
def test_no_bylines(line: str) -> None:
    """A sentence that begins like a byline gives no author."""
    assert article(f"Harbour stays open\n\n{line}\n{FIRST}\n{SECOND}").author is None


def test_byline_with_its_day() -> None:
    """A day at the end of the byline is the day of publication, not part of the name."""
    read = article(f"Harbour stays open\nBy Jane Roe | 19 June 2023\n{FIRST}\n{SECOND}")
    assert ("Jane Roe", dt.date(2023, 6, 19)) == (read.author, read.published)


def test_an_agency_that_writes_itself_small() -> None:
    """Its name is a line of the head as any other is."""
    read = article(f"Harbour to stay open\ndpa\nMonday, 11 May 2026\n\n{FIRST}\n\n{SECOND}")
    assert (read.title, read.published) == ("Harbour to stay open", dt.date(2026, 5, 11))


def test_agency_dateline() -> None:
    """Place, day and agency before the first sentence tell of the article and stay in its body."""
    for place in ("ALDERMOUTH", "ALDERMOUTH (Ruritania)"):
        read = article(f"Harbour stays open\n\n{place}, June 19, 2023 (Quay Agency) — {FIRST}")
        assert ("Quay Agency", dt.date(2023, 6, 19)) == (read.outlet, read.published)
    assert "body" == read.paragraphs[1].kind


def test_agency_dateline_without_year() -> None:
    """A day without its year is no day of publication to one article alone."""
    read = article(f"Harbour stays open\n\nALDERMOUTH, June 19 (Quay Agency) — {FIRST}")
    assert ("Quay Agency", None) == (read.outlet, read.published)


@pytest.mark.parametrize("start", ["Saturday, March 26, 2005 ", "Saturday, March 26, 2005"])
def test_day_run_into_the_text(start: str) -> None:
    """A dateline that has run into the first paragraph is parted from it and tells the day."""
    read = article(f"Harbour stays open\n\n{start}{FIRST}")
    assert dt.date(2005, 3, 26) == read.published
    assert ["title", "dateline", "body"] == [paragraph.kind for paragraph in read.paragraphs]
    assert "Saturday, March 26, 2005" == read.text.split("\n\n")[1]


def test_day_in_a_sentence_or_later() -> None:
    """A day inside the text is not the day of publication."""
    text = (
        f"Harbour stays open\n\nMarch 26, 2005 was a Saturday. {FIRST}\n\n19 June 2023\n\n{SECOND}"
    )
    assert article(text).published is None


def test_headings() -> None:
    """A bare short line between paragraphs is a heading; one that ends a sentence is not."""
    text = f"{FIRST}\nMoney and repairs\n{SECOND}\nNobody was hurt.\n{FIRST}"
    expected = [BODY[0], ("heading", "Money"), BODY[1], ("body", "Nobody"), BODY[0]]
    assert expected == kinds(text)


def test_no_headings_in_a_list() -> None:
    """Short lines in a row, or with markers, are a list."""
    rows = "Aldermouth 120\nBarrow 95\nCarrick 12\nDunmore 7"
    assert {"body"} == {kind for kind, _ in kinds(f"{FIRST}\n{rows}\n{SECOND}")}
    assert {"body"} == {kind for kind, _ in kinds(f"{FIRST}\n* Aldermouth 120\n{SECOND}")}


def test_no_headings_where_nothing_ends() -> None:
    """In a text without final marks a short line is no heading."""
    loose = FIRST.replace(".", "")
    assert {"body"} == {kind for kind, _ in kinds(f"{loose}\nMoney and repairs\n{loose} too")}


def test_captions_and_credits() -> None:
    """What is marked as a caption, and who reported at the end, is not the article's text."""
    credit = "Reporting by Jane Roe; editing by John Doe"
    text = f"{FIRST}\n\nFile photo: The harbour in winter.\n\n{SECOND}\n\n{credit}"
    assert [BODY[0], ("caption", "File"), BODY[1], ("byline", "Reporting")] == kinds(text)


def test_labelled_head() -> None:
    """Fields with their names are read as such."""
    read = article(
        "Title: Harbour stays open\nSource: Quay Agency\nDate: 19.06.2023\n"
        f"URL: https://quay.example/a\n\n{FIRST}"
    )
    assert ("Harbour stays open", "Quay Agency") == (read.title, read.outlet)
    assert (dt.date(2023, 6, 19), "https://quay.example/a") == (read.published, read.url)


def test_one_line_is_body() -> None:
    """A text of one line is read as text, for a title of nothing says nothing."""
    assert [("body", "Harbour")] == kinds("Harbour stays open")


def test_title_over_a_long_head() -> None:
    """Short lines between the title and the text belong to the head, whatever they say."""
    lines = ["Harbour stays open", "Money found; opponents protest", "By Jane Roe", "19 June 2023"]
    text = "\n".join([*lines, "", FIRST, SECOND])
    head = [("title", "Harbour"), ("heading", "Money"), ("byline", "By"), ("dateline", "19")]
    assert head + BODY == kinds(text)


def test_sentence_under_the_title() -> None:
    """A sentence between title and day is text, and the day is still that of publication."""
    read = article(f"Harbour stays open\n\nMoney was found.\n\n19 June 2023\n\n{FIRST}")
    assert ["title", "body", "dateline", "body"] == [p.kind for p in read.paragraphs]
    assert dt.date(2023, 6, 19) == read.published


def test_section_over_the_title() -> None:
    """A line in capitals over the title is the section."""
    assert "Harbour stays open" == article(f"WORLD\n\nHarbour stays open\n\n{FIRST}").title


@pytest.mark.parametrize(
    "title",
    [
        "'We are open': harbour stays",
        "Will the harbour stay open?",
        "Tax relief for harbours in the U.S.",
        "HARBOUR STAYS OPEN",
        "港口继续开放",
    ],
)
def test_titles(title: str) -> None:
    """Quotations, questions and initials are titles too."""
    assert title == article(f"{title}\n\n{FIRST}\n\n{SECOND}").title


@pytest.mark.parametrize("line", ["He did not say why", '"We are open, he said', "and so it was"])
def test_sentences_without_their_end(line: str) -> None:
    """A sentence that lost its full stop is no heading where it can be told."""
    assert [BODY[0], ("body", line.split()[0]), BODY[1]] == kinds(f"{FIRST}\n{line}\n{SECOND}")


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe. “Harbour to stay open” — Aldermouth Courier, 3 May 2024",
        '"Harbour to stay open" - Aldermouth Courier, May 3, 2024',
    ],
)
def test_an_entry_of_a_list_of_sources_is_no_text(line: str) -> None:
    """Who wrote elsewhere is nobody of the article; a quotation with a dash is text."""
    assert [*BODY, ("byline", line.split()[0])] == kinds(f"{FIRST}\n\n{SECOND}\n\n{line}")
    said = "“We stay open” — the mayor of Aldermouth said so in 2024 and in 2025, and so it was."
    assert [*BODY, ("body", "“We")] == kinds(f"{FIRST}\n\n{SECOND}\n\n{said}")


@pytest.mark.parametrize("rule", ["* * *", "-----", "___", "###"])
def test_rules(rule: str) -> None:
    """A line without a letter parts paragraphs and is no text."""
    assert BODY == kinds(f"{FIRST}\n{rule}\n{SECOND}\n{rule}")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Harbour Post – Friday 19 June 2023", 19),
        ("Strelsau, 19 June 2023 (Harbour Wire)", 19),
        ("Harbour Post, Friday, 19 June 2023, page 9", 19),
        ("Harbour Post, week of 12 to 19 June 2023", None),
        ("The storm of 19 June 2023 closed the port.", None),
    ],
)
def test_the_day_stands_among_other_words_above_the_first_blank_line(
    line: str, day: int | None
) -> None:
    """A line of the head holds it, no sentence does, and a span of days is none."""
    found = article(f"Harbour stays open\nHARBOUR POST\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert "Harbour stays open" == found.title
    assert (day and dt.date(2023, 6, day)) == found.published


@pytest.mark.parametrize("title", ['Who pays? "Nobody knows."', "What the port owes, and to whom."])
def test_the_first_of_several_lines_above_a_blank_one_is_the_title(title: str) -> None:
    """Whatever its last mark; what follows it on lines of its own is not joined to it."""
    found = article(f"{title}\nFlavia Hentzau in Zenda\nHarbour Post\n\n{FIRST}\n\n{SECOND}")
    assert title == found.title
    assert ["title", "heading", "heading", "body"] == [p.kind for p in found.paragraphs[:4]]


@pytest.mark.parametrize(
    ("bracket", "outlet"),
    [("Reuters", "Reuters"), ("HPW", "HPW"), ("hpw", "hpw"), ("Ruritania", None)],
)
def test_a_name_in_brackets_behind_a_place_is_an_agency_or_a_country(
    bracket: str, outlet: str | None
) -> None:
    """An agency is known, or told by its letters."""
    assert outlet == article(f"Harbour stays open\n\nZENDA ({bracket}) - {FIRST}").outlet


def test_lines_of_a_sentence_are_no_head() -> None:
    """A line that goes on in small letters belongs to the one above it."""
    text = f"The council voted to keep the harbour\nopen through the winter.\n\n{FIRST}\n\n{SECOND}"
    assert article(text).title is None
