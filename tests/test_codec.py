"""The JSON contract: what the codec writes it reads, and what it cannot read it names."""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.codec import SCHEMA, from_json, paragraphs_of, to_json
from briefgen.model import Brief, Extract, LeftOut, Story, Text

CANONICAL = "First paragraph.\n\nSecond one, with a figure of 38 million."


def small_brief() -> Brief:
    """One source, one story, one point: every other list empty, every other value not given."""
    point = Extract("Second one, with a figure of 38 million.", "S1", 2, 18, 58)
    empty: dict[str, Any] = {
        field.name: () if typing.get_origin(hint) is tuple else None
        for field, hint in zip(
            dataclasses.fields(Brief), typing.get_type_hints(Brief).values(), strict=True
        )
    }
    given = {
        "generator": "briefgen 0 coverage",
        "title": "A title",
        "as_of": "2026-05-12T09:00:00+00:00",
        "language": "en",
        "stories": (Story(None, None, None, "en", ("S1",), (point,)),),
        "statement": "Drawn from 1 of 1 items supplied.",
        "left_out": LeftOut(),
        "texts": (Text("S1", CANONICAL, paragraphs_of(CANONICAL)),),
    }
    return Brief(**(empty | given))


def plain_brief() -> dict[str, Any]:
    """The small brief as its JSON, to be spoilt."""
    plain: dict[str, Any] = json.loads(to_json(small_brief()))
    return plain


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model, its optional fields filled or not."""
    origin, options = typing.get_origin(kind), typing.get_args(kind)
    if kind is Text:
        return st.builds(text, st.text(max_size=3), st.lists(st.text(max_size=4), max_size=3))
    if kind is Extract:
        antecedent = record(Extract, before=st.none())
        return record(Extract, before=st.none() | antecedent)
    if origin is typing.Literal:
        return st.sampled_from(options)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(values(option) for option in options))
    if origin is tuple and options[1:] == (...,):
        return st.lists(values(options[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(option) for option in options))
    if dataclasses.is_dataclass(kind):
        return record(typing.cast(type, kind))
    return st.from_type(kind)


def record(kind: type, **chosen: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any record of the kind, each field by its type, but for the chosen ones."""
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    free = {name: values(hints[name]) for name in names if name not in chosen}
    return st.builds(kind, **free, **chosen)


def text(source: str, paragraphs: list[str]) -> Text:
    """A text under its number, every paragraph of kind body, as the JSON gives it back."""
    joined = "\n\n".join(paragraphs)
    return Text(source, joined, paragraphs_of(joined))


@given(values(Brief))
def test_a_brief_comes_back_as_it_was(brief: Brief) -> None:
    """Reading what was written gives the same brief, whatever its fields hold."""
    once = {text.source: text for text in brief.texts}  # one text under each number
    brief = dataclasses.replace(brief, texts=tuple(once.values()))
    assert from_json(to_json(brief)) == brief


@given(values(Brief))
def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    """Writing, reading and writing again changes no byte."""
    written = to_json(brief)
    assert to_json(from_json(written)) == written


def test_kinds_of_paragraphs_are_forgotten() -> None:
    """The JSON holds the text only, so its paragraphs come back as body, at the same places."""
    title, body = paragraphs_of(CANONICAL)
    titled = Text("S1", CANONICAL, (dataclasses.replace(title, kind="title"), body))
    brief = dataclasses.replace(small_brief(), texts=(titled,))
    assert from_json(to_json(brief)) == small_brief()


def test_the_json_bears_the_contracts_names() -> None:
    """`for` and `from` lose their underscore, `texts` is an object, the schema comes first."""
    plain = plain_brief()
    assert next(iter(plain.items())) == ("schema", SCHEMA)
    assert (plain["for"], plain["from"]) == (None, None)
    assert plain["texts"] == {"S1": CANONICAL}


def test_what_nobody_gave_is_null_or_empty() -> None:
    """A value that nobody gave is null, a list that has nothing is empty; none is left out."""
    plain = plain_brief()
    assert (plain["meeting"], plain["positions"], plain["stories"][0]["headline"]) == (
        None,
        [],
        None,
    )


def test_text_is_written_as_it_reads() -> None:
    """Letters stand in the JSON as themselves, in UTF-8, not as escapes."""
    brief = dataclasses.replace(small_brief(), title="Пекин — 北京")
    assert "Пекин — 北京".encode() in to_json(brief)


def test_unknown_keys_are_passed_over() -> None:
    """A later version may add keys, at the top and inside."""
    plain = plain_brief()
    plain["moods"] = {"calm": 1}
    plain["stories"][0]["colour"] = "blue"
    assert from_json(json.dumps(plain).encode()) == small_brief()


def test_a_key_with_a_default_may_be_missing() -> None:
    """What the model has a default for need not stand in the JSON."""
    plain = plain_brief()
    del plain["stories"][0]["points"][0]["also"], plain["left_out"]["points"]
    assert from_json(json.dumps(plain).encode()) == small_brief()


SPOILT: list[tuple[list[str | int], Any, str]] = [
    (["title"], 5, "brief.title is not str"),
    (["focus"], "trade", "brief.focus is not a list"),
    (["focus"], [None], "brief.focus[0] is not str"),
    (["meeting"], [], "brief.meeting is not an object"),
    (["left_out", "points"], True, "brief.left_out.points is not int"),
    (["stories", 0, "points", 0, "start"], "18", "brief.stories[0].points[0].start is not int"),
    (
        ["stories", 0, "points", 0, "before"],
        {},
        "brief.stories[0].points[0].before.text is missing",
    ),
    (["gaps"], [{"kind": "dull", "text": ""}], "brief.gaps[0].kind is 'dull'"),
    (["texts"], [], "texts is not an object"),
    (["texts", "S1"], None, "a text is not a string"),
    (["schema"], "briefgen.brief/2", "schema is not briefgen.brief/1"),
]


@pytest.mark.parametrize(("path", "value", "message"), SPOILT)
def test_the_error_names_the_path(path: list[str | int], value: Any, message: str) -> None:
    """A value of the wrong shape is refused with the place where it stands."""
    plain = plain_brief()
    place: Any = plain
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValueError, match=r"^" + re.escape(message) + "$"):
        from_json(json.dumps(plain).encode())


def test_a_span_has_two_ends() -> None:
    """A pair of another length is refused."""
    plain = plain_brief()
    quote = plain["stories"][0]["points"][0]
    plain["positions"] = [
        {"speaker": None, "role": None, "kind": "direct", "outcome": "damaged", "cue": None}
        | {"quote": quote, "spoken": [[1, 2, 3]]}
    ]
    with pytest.raises(ValueError, match=r"positions\[0\]\.spoken\[0\] has 3 items"):
        from_json(json.dumps(plain).encode())


def nested(depth: int) -> bytes:
    """A brief whose only point has an antecedent that has one, and so on down."""
    deep = to_json(small_brief()).decode()
    point = json.dumps({"text": "", "source": "S1", "paragraph": 1, "start": 0, "end": 0})
    chain = (point[:-1] + ', "before": ') * depth + "null" + "}" * depth
    return deep.replace('"before": null', f'"before": {chain}').encode()


@pytest.mark.parametrize("depth", [20, 900, 100_000])
def test_nesting_has_an_end(depth: int) -> None:
    """Antecedents of antecedents without end are refused, not a crash."""
    with pytest.raises(ValueError, match="nested too deep"):
        from_json(nested(depth))


def test_a_text_that_is_no_text_is_refused() -> None:
    """Half a surrogate pair, which JSON can spell and UTF-8 cannot, is refused with its place."""
    spoilt = to_json(small_brief()).replace(b'"A title"', b'"\\ud800"')
    with pytest.raises(ValueError, match=r"^brief\.title is not text$"):
        from_json(spoilt)


@given(st.binary(max_size=40))
def test_other_bytes_are_a_value_error(data: bytes) -> None:
    """Whatever the bytes are, the only exception is a ValueError."""
    with pytest.raises(ValueError):
        from_json(data)
