"""Laws: folding is a fixed point, no change of an extract passes, nothing breaks the verifier."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen.errors import NotABrief
from briefgen.verify import verify
from briefgen.verify.words import around, fold, shown

from .forging import altered, file_of, with_file, with_json
from .toys import pdf


@given(st.text())
def test_folding_is_a_fixed_point(text: str) -> None:
    """What was folded has nothing left to fold."""
    assert fold(text) == fold(fold(text))


@given(st.text(), st.text(alphabet=" \n\t-\xad\u200b\u2010\xa0"))
def test_what_typesetting_adds_is_folded_away(text: str, added: str) -> None:
    """White space, hyphens and what has no width leave no trace behind a text."""
    assert fold(text + added) == fold(text)


@given(st.text(), st.text())
def test_quotations_in_messages_are_one_line(text: str, other: str) -> None:
    """A message never breaks the line it stands on, nor grows with the text."""
    for line in (shown(text), around(text, other)):
        assert len(line.splitlines()) == 1
        assert len(line) < 80


def extracts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of the JSON that points into a source."""
    if isinstance(value, list):
        for item in value:
            yield from extracts(item)
    elif isinstance(value, dict):
        if "start" in value and "source" in value:
            yield value
        for item in value.values():
            yield from extracts(item)


COUNT = len(list(extracts(json.loads(file_of(pdf(), "brief.json")))))


@given(
    st.integers(0, COUNT - 1),
    st.sampled_from(["text", "source", "paragraph", "start", "end"]),
    st.one_of(st.text(max_size=20), st.integers(-400, 400), st.sampled_from(["S1", "S2"])),
)
@settings(max_examples=50)
def test_no_change_of_an_extract_passes(which: int, field: str, value: str | int) -> None:
    """Text, source, paragraph and offsets hold each other: one changed alone is found."""

    def change(plain: Any) -> None:
        chosen = list(extracts(plain))[which]
        assume(type(chosen[field]) is type(value) and chosen[field] != value)
        chosen[field] = value

    assert not verify(with_json(pdf(), change)).ok


@given(st.data())
@settings(max_examples=50)
def test_no_brief_json_breaks_the_verifier(data: st.DataObject) -> None:
    """Any value anywhere: a verdict, or a refusal in one line."""
    junk = st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text()), st.booleans())

    def change(plain: Any) -> None:
        node: Any = plain
        while isinstance(node, dict | list) and node:
            keys = sorted(node) if isinstance(node, dict) else range(len(node))
            parent, key = node, data.draw(st.sampled_from(keys))
            node = node[key]
        parent[key] = data.draw(junk)

    survives(with_json(pdf(), change))


@given(st.binary(max_size=60), st.sampled_from(["brief.json", "S1.txt", "S2.txt"]))
@settings(max_examples=25)
def test_no_attachment_breaks_the_verifier(junk: bytes, name: str) -> None:
    """Bytes that are no text or no JSON: a verdict that is not ok, or a refusal."""
    assert not survives(with_file(pdf(), name, junk))


@given(st.integers(0, 200), st.binary(max_size=20))
@settings(max_examples=25)
def test_no_page_breaks_the_verifier(at: int, junk: bytes) -> None:
    """Bytes written into the middle of a page: a verdict, or a refusal."""

    def change(document: Any) -> None:
        page = document.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        place = len(content) * at // 200
        page.Contents.write(content[:place] + junk + content[place + len(junk) :])

    survives(altered(pdf(), change))


def survives(data: bytes) -> bool:
    """Whether it passes; a refusal is one line, any other error is passed on."""
    refused = None
    try:
        return verify(data).ok
    except NotABrief as error:
        refused = str(error)
    assert len(refused.splitlines()) == 1
    return False
