"""The brief as a letter: subject, plain text and HTML with title block, bottom line and points."""

from __future__ import annotations

import functools
import re
import textwrap
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefgen.errors import TemplateError
from briefgen.model import Brief
from briefgen.render.labels import Labels, day
from briefgen.render.templates import assets, user_folder
from briefgen.render.typography import clean
from briefgen.render.view import page_of

if TYPE_CHECKING:
    from jinja2 import Environment

HTML, TEXT = "letter.html", "letter.txt"
WIDTH = 72  # of a line of the plain text: a reply may put "> " before it


@dataclass(frozen=True, slots=True)
class LetterParts:
    """What a letter is made of; the styles of the HTML still stand in its head."""

    subject: str
    text: str
    html: str


def letter_parts(brief: Brief, *, template: str | None = None) -> LetterParts:
    """The letter's parts through the shipped templates or a user's of the same names.

    Raises TemplateError.
    """
    page, label = page_of(brief)
    words = _words(brief.language)
    values = {"brief": brief, "page": page, "label": label, "words": words}
    return LetterParts(
        subject=subject(brief, label),
        text=_fill(template, TEXT, values).strip() + "\n",
        html=_fill(template, HTML, values),
    )


def subject(brief: Brief, label: Labels) -> str:
    """Marking, kind, title, and the day of the meeting: what an inbox shows of a letter."""
    marking = f"[{brief.marking}] " if brief.marking else ""
    start = brief.meeting.start if brief.meeting else None
    when = f" ({day(label, start, weekday=True)})" if start else ""
    return clean(f"{marking}{label['briefing']}{label['colon']}{brief.title}{when}")


def _words(language: str) -> Mapping[str, str]:
    table = _table()
    words: Mapping[str, str] = table.get(language.split("-")[0].lower(), table["en"])
    return words


@functools.cache
def _table() -> Mapping[str, Any]:
    data = files("briefgen.render").joinpath("data", "letter.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def _fill(template: str | None, name: str, values: Mapping[str, object]) -> str:
    import jinja2

    try:
        return _environment(template).get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{error.name} line {error.lineno}: {error.message}") from error
    except Exception as error:  # whatever a user's expressions raise
        raise TemplateError(f"{name}: {' '.join(str(error).split())[:200]}") from error


@functools.cache
def _environment(template: str | None) -> Environment:
    """Jinja over the letter's two files; a user's are run in the sandbox."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    kind: Any = jinja2.Environment if user_folder(template) is None else SandboxedEnvironment
    environment: Environment = kind(
        loader=jinja2.FunctionLoader(functools.partial(_load, template)),
        autoescape=lambda name: name == HTML,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters |= {"wrapped": wrapped, "host": _host}
    return environment


def _host(address: str) -> str:
    """What of a long address a reader looks at before a click."""
    return urlsplit(address).hostname or address


def _load(template: str | None, name: str) -> str | None:
    own = assets(template).get(name) if user_folder(template) is not None else None
    shipped = files("briefgen.templates").joinpath("letter", name)
    if own is None and not shipped.is_file():
        return None
    return (shipped.read_bytes() if own is None else own).decode()


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """The text in lines of a letter; `first` stands before the first, `rest` before the others."""
    return textwrap.fill(
        re.sub(r"[ \t\r\n]+", " ", text).strip(),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
