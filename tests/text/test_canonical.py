"""The canonical text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.text import from_html, normalise, paragraph_spans

# Characters that text cleaning stumbles over, often enough to meet one another.
NASTY = st.text(
    st.one_of(
        st.sampled_from(
            "a é.\"'\n\n\r\t\v\f\x00\x85\u2028\u2029\u00a0\u00ad\u200b\u200d\ufeff\u202e"
        ),
        st.sampled_from("\u0301\u0327e\ud800\udc00\u2066\u2000\u1fef가\u1100\u1161\u11a8"),
        st.characters(),
    ),
    max_size=60,
)


@settings(max_examples=2000)
@given(NASTY)
@example("e\x00\u0301")
@example("a\n\u200b\n\u00a0\nb")
@example("a\u2029\r\n b")
def test_normalise_is_a_fixed_point(text: str) -> None:
    """What is normalised stays as it is."""
    once = normalise(text)
    assert normalise(once) == once


@settings(max_examples=300)
@given(NASTY)
def test_normalised_text_is_clean(text: str) -> None:
    """No control, surrogate or override is left, white space is folded, and it can be encoded."""
    clean = normalise(text)
    clean.encode()
    assert clean == clean.strip()
    assert unicodedata.is_normalized("NFC", clean)
    assert not [c for c in clean.replace("\n", "") if unicodedata.category(c) in ("Cc", "Cs")]
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert "  " not in clean
    assert "\n" not in clean.replace("\n\n", "")
    assert all(clean[p.start : p.end].strip() for p in paragraph_spans(clean))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\ntwo \t three\n\n\n four ", "one two three\n\nfour"),
        ("a\r\nb\rc\r\n\r\nd", "a b c\n\nd"),
        ("a\n \u00a0 \nb", "a\n\nb"),
        ("a\u2028b\u2029c", "a b\n\nc"),
        (
            "12\u00a0000 co\u00adoperate \u0645\u200c\u0646",
            "12\u00a0000 co\u00adoperate \u0645\u200c\u0646",
        ),
        ("\ufeffab\x07c\u202ed\u2066\ud83d", "abcd"),
        ("e\u0301te\x00\u0301", "été"),
        (" \n\n\u200b\n\n", ""),
    ],
)
def test_normalise_by_example(raw: str, expected: str) -> None:
    """Lines fold, blank lines part, invisible trouble goes, what shapes words stays."""
    assert normalise(raw) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<p>Dear <b>all</b>,</p><p>we meet<br>at&nbsp;9.</p>",
            "Dear all,\n\nwe meet\n\nat\u00a09.",
        ),
        ("<ul><li>one<li>two</ul>after", "one\n\ntwo\n\nafter"),
        ("<style>p{}</style><script>x()</script>text<!-- no -->", "text"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("<td>a</td><td>b</td>", "a\n\nb"),
        ("", ""),
        ("<!-- only -->", ""),
        ("\x00\ud800", ""),
    ],
)
def test_html_to_text(markup: str, expected: str) -> None:
    """Blocks and line breaks part paragraphs; what no reader sees is dropped."""
    assert from_html(markup) == expected


def test_html_nested_deep() -> None:
    """Depth is no error."""
    assert from_html("<div>" * 5000 + "deep") in ("deep", "")


@settings(max_examples=300)
@given(st.text(st.sampled_from("<>/&;!-?=\"' abp\x00\ud800é"), max_size=40))
def test_html_never_raises(markup: str) -> None:
    """Any text is some markup, and gives canonical text."""
    text = from_html(markup)
    assert normalise(text) == text
