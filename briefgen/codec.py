"""Brief ⇄ brief.json, the contract `briefgen.brief/1`: one writer, one reader."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from typing import Any

from briefgen.model import Brief, Paragraph

SCHEMA = "briefgen.brief/1"
DEEPEST = 20  # records in records; an antecedent's antecedent stands at 5


def to_json(brief: Brief) -> bytes:
    """The brief as UTF-8 JSON, two spaces deep, keys in the order of the contract."""
    plain = {"schema": SCHEMA} | _plain(brief)
    plain["texts"] = {text.source: text.text for text in brief.texts}
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def from_json(data: bytes) -> Brief:
    """The brief that `to_json` wrote.

    Raises ValueError, with the path of what is wrong, where the bytes are not such a brief. Unknown
    keys are passed over: the contract grows by addition.
    """
    try:
        plain = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise ValueError(f"schema is not {SCHEMA}")
    texts = plain.get("texts")
    if not isinstance(texts, dict):
        raise ValueError("texts is not an object")
    rows = [
        {"source": key, "text": text, "paragraphs": _spans(text)} for key, text in texts.items()
    ]
    brief: Brief = _value(Brief, plain | {"texts": rows}, "brief")
    return brief


def _spans(text: object) -> list[dict[str, Any]]:
    """The paragraphs of a canonical text, kinds forgotten."""
    if not isinstance(text, str):
        raise ValueError("a text is not a string")
    return [dataclasses.asdict(paragraph) for paragraph in paragraphs_of(text)]


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The spans between blank lines, all taken for body."""
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    return tuple(spans) if text else ()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name.rstrip("_"): _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _value(kind: Any, plain: Any, path: str) -> Any:
    """`plain` as a value of the type `kind`, or a ValueError that names the path."""
    origin, options = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if plain is None and type(None) in options:
            return None
        return _value(next(o for o in options if o is not type(None)), plain, path)
    if origin is typing.Literal:
        if plain not in options:
            raise ValueError(f"{path} is {plain!r}")
        return plain
    if origin is tuple:
        return _tuple(options, plain, path)
    if dataclasses.is_dataclass(kind):
        return _record(typing.cast(type, kind), plain, path)
    if type(plain) is not kind:
        raise ValueError(f"{path} is not {kind.__name__}")
    if kind is str and not _is_text(plain):
        raise ValueError(f"{path} is not text")
    return plain


def _is_text(plain: str) -> bool:
    """Whether UTF-8 can write it: JSON can spell half a surrogate pair."""
    try:
        plain.encode()
    except UnicodeEncodeError:
        return False
    return True


def _tuple(options: tuple[Any, ...], plain: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise ValueError(f"{path} is not a list")
    kinds = [options[0]] * len(plain) if options[1:] == (...,) else list(options)
    if len(kinds) != len(plain):
        raise ValueError(f"{path} has {len(plain)} items")
    return tuple(
        _value(kind, item, f"{path}[{i}]")
        for i, (kind, item) in enumerate(zip(kinds, plain, strict=True))
    )


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _record(kind: type, plain: Any, path: str) -> Any:
    if not isinstance(plain, dict):
        raise ValueError(f"{path} is not an object")
    if path.count(".") > DEEPEST:
        raise ValueError("nested too deep")
    hints, given = _hints(kind), {}
    for field in dataclasses.fields(kind):
        key = field.name.rstrip("_")
        if key in plain:
            given[field.name] = _value(hints[field.name], plain[key], f"{path}.{key}")
        elif field.default is dataclasses.MISSING:
            raise ValueError(f"{path}.{key} is missing")
    return kind(**given)
