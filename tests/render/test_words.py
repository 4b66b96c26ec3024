"""Dates in words, text made fit for print, Markdown made inert."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.labels import day, days, labels_for, moment, number, period, precise
from briefgen.render.typography import (
    TOKEN,
    balanced,
    breakable,
    clean,
    direction,
    markdown,
    settled,
)

EN, FR, DE = labels_for("en"), labels_for("fr"), labels_for("de-AT")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-06-19", "19 June 2023"),
        ("2023-06-19T10:00:00+00:00", "19 June 2023"),
        ("2023-06", "June 2023"),
        ("2023", "2023"),
        ("0800-12-25", "25 December 0800"),
        ("2023-02-31", "2023-02-31"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_a_date_in_words(iso: str, words: str) -> None:
    """An ISO date is written out, anything else stays as it is."""
    assert day(EN, iso) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-06-19", "Mon 19 June 2023"),
        ("2023-06", "June 2023"),
        ("2023", "2023"),
        ("2023-06-19/2023-06-25", "19 June 2023 – 25 June 2023"),
    ],
)
def test_what_a_relative_date_means(iso: str, words: str) -> None:
    """A day has its weekday, a stretch of days its first and last one."""
    assert days(EN, iso) == words


def test_a_date_in_other_languages() -> None:
    """Each language has its order and its names."""
    assert day(FR, "2023-06-19", weekday=True) == "lun. 19 juin 2023"
    assert day(FR, "2023-06-01") == "1er juin 2023"
    assert day(DE, "2023-06-19") == "19. Juni 2023"


@pytest.mark.parametrize(
    ("precision", "words"),
    [("day", "1 April 2026"), ("month", "April 2026"), ("quarter", "Q2 2026"), ("year", "2026")],
)
def test_an_event_is_no_more_precise_than_it_was_written(precision: str, words: str) -> None:
    """The second quarter is not the first of April."""
    assert precise(EN, "2026-04-01", precision) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-05-14T15:00:00+02:00", None, "Thu 14 May 2026, 15:00 UTC+2"),
        (
            "2026-05-14T15:00:00+02:00",
            "2026-05-14T15:45:00+02:00",
            "Thu 14 May 2026, 15:00–15:45 UTC+2",
        ),
        (
            "2026-05-14T22:00:00-03:30",
            "2026-05-15T01:00:00-03:30",
            "Thu 14 May 2026, 22:00 UTC−3:30 – Fri 15 May 2026, 01:00 UTC−3:30",
        ),
        ("2026-05-14", "2026-05-15", "Thu 14 May 2026 – Fri 15 May 2026"),
        ("2026-05-14", None, "Thu 14 May 2026"),
        (None, None, None),
        ("at noon", "at one", "at noon – at one"),
    ],
)
def test_the_time_of_a_meeting(start: str | None, end: str | None, words: str | None) -> None:
    """Day and zone stand once where they are the same."""
    assert period(EN, start, end) == words


def test_a_moment_without_a_zone_has_none() -> None:
    """No zone is made up."""
    assert moment(EN, "2026-05-14T15:00") == "Thu 14 May 2026, 15:00"


def test_thousands_are_separated_as_the_language_does() -> None:
    """A comma in English, a point in German."""
    assert (number(EN, 12345), number(DE, 12345)) == ("12,345", "12.345")


@given(st.text())
def test_breaking_changes_nothing_but_zero_width(text: str) -> None:
    """Without its zero-width spaces the text is the cleaned one."""
    assert breakable(text).replace("\u200b", "") == clean(text).replace("\u200b", "")


@given(st.text(alphabet="ab-\u00a0\u202f", max_size=400))
def test_no_token_is_left_too_long(text: str) -> None:
    """Between two places to break stand at most 30 letters."""
    assert all(len(part) <= TOKEN for part in breakable(text).split("\u200b"))


@given(st.text())
def test_clean_text_can_be_encoded(text: str) -> None:
    """No lone surrogate is left, nor a control that XML forbids."""
    clean(text).encode()


def test_surrogates_and_overrides_are_dropped() -> None:
    """What crashes an encoder or turns a line around does not reach the page."""
    assert clean("a\ud800b\u202ec\u0000d") == "abcd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("English", "ltr"), ("שלום", "rtl"), ("«مرحبا»", "rtl"), ("123", "ltr"), ("日本", "ltr")],
)
def test_the_first_letter_gives_the_direction(text: str, expected: str) -> None:
    """Digits and quotation marks have none."""
    assert direction(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>", "&lt;script>"),
        ("[a](b)", r"[a\](b)"),
        ("[a]: b", r"[a\]: b"),
        ("[Xi] said", "[Xi] said"),
        ("[x] done", r"\[x] done"),
        ("# head", r"\# head"),
        ("> quote", r"\> quote"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("a\n\n# b", "a # b"),
        ("a | b", r"a \| b"),
        ("&lt; &#60; AT&T", r"&amp;lt; &amp;#60; AT&T"),
        ("*bold* _x_ `c` a_b", r"\*bold\* \_x\_ \`c\` a_b"),
        ("U.S.: $5 {net}", "U.S.: $5 {net}"),
    ],
)
def test_markdown_shows_the_characters(text: str, shown: str) -> None:
    """Whatever means something in Markdown is escaped, the rest is left readable."""
    assert settled(markdown(text)) == shown


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("- **Date:** {}", "- **Date:** 19. Juni"),
        ("- {}", r"- 19\. Juni"),
        ("> {}", r"> 19\. Juni"),
        ("19 {}", "19 19. Juni"),
    ],
)
def test_what_opens_a_line_is_escaped_only_there(page: str, shown: str) -> None:
    """A number with a point starts a list where a line begins, and nowhere else."""
    assert settled(page.format(markdown("19. Juni"))) == shown


def test_markdown_keeps_the_space_around_a_piece() -> None:
    """Pieces of a paragraph put together are still parted words."""
    assert markdown("One. ") + "**Two.**" + markdown(" Three.") == "One. **Two.** Three."


def test_a_long_name_breaks_behind_its_marks() -> None:
    """A file's name of more than a line is parted where its words are."""
    name = "03-european-union-calls-for-release-of-british-crew.txt"
    assert breakable(name).split("\u200b") == [
        "03-european-union-calls-for-",
        "release-of-british-crew.",
        "txt",
    ]


def test_a_title_is_balanced() -> None:
    """Four equal words in two lines stand two and two; one line is left alone."""
    assert balanced("nono nono nono nono", 7.0) == pytest.approx(4.5 * 1.05, abs=0.06)
    assert balanced("nono", 7.0) is None
