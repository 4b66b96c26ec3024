"""The templates: the shipped ones, a user's folder over them, and what goes wrong in them."""

from __future__ import annotations

import functools
import os
import re
import shutil
import traceback
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefgen.errors import OutputError, TemplateError
from briefgen.render.fetcher import media_type
from briefgen.render.typography import breakable, clean, direction, markdown

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

DEFAULT = "brief"
LETTER = "letter"
#: What a template's folder may weigh, all files together, in bytes.
MAX_ASSETS = 20_000_000
_ASSET = re.compile(r"asset:([\w./-]+)")


def shipped_templates() -> tuple[str, ...]:
    """The names of the templates that come with the program."""
    shipped = files("briefgen.templates")
    return tuple(
        sorted(
            item.name
            for item in shipped.iterdir()
            if item.is_dir() and item.joinpath("brief.html").is_file()
        )
    )


def copy_template(name: str, folder: Path) -> Path:
    """Copy a shipped template into a folder that is not there yet or is empty."""
    if name not in shipped_templates():
        raise TemplateError(_unknown(name))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(f"{folder} is there already; name a new folder")
    with as_file(files("briefgen.templates").joinpath(name)) as source:
        try:
            shutil.copytree(
                source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
            )
        except OSError as error:  # copytree's own lists those of the files
            shutil.rmtree(folder, ignore_errors=True)
            reason = error.strerror or (error.args[0][0][2] if error.args else "")
            raise OutputError(f"{folder} cannot be written: {reason}") from error
    return folder


def user_folder(template: str | None) -> Path | None:
    """The user's folder, None where the template is a shipped one. Raises TemplateError."""
    if template is None or template in shipped_templates():
        return None
    folder = Path(template)
    if not os.path.isdir(folder):
        raise TemplateError(_unknown(template))
    if not any(os.path.isfile(folder / name) for name in _file_names()):
        raise TemplateError(f"{folder} holds no file of a template; make one with templates copy")
    return folder.resolve()


@functools.cache
def _file_names() -> tuple[str, ...]:
    """What the files of the shipped templates are called: a user's folder replaces some."""
    names: list[str] = []
    for template in (DEFAULT, LETTER):
        with as_file(files("briefgen.templates").joinpath(template)) as folder:
            names += _files(folder)
    return tuple(names)


def _unknown(name: str) -> str:
    return f"no template {name}: give a folder or one of {', '.join(shipped_templates())}"


# ── files ────────────────────────────────────────────────────────────────────────────────────────


@functools.cache
def assets(template: str | None) -> Mapping[str, bytes]:
    """Every file of the template by its path, the user's over the shipped one's."""
    shipped = files("briefgen.templates").joinpath(_base(template))
    with as_file(shipped) as folder:
        found = _files(folder)
    mine = user_folder(template)
    return found if mine is None else found | _files(mine)


def _base(template: str | None) -> str:
    return template if template in shipped_templates() and template else DEFAULT


def _files(folder: Path) -> dict[str, bytes]:
    """The plain files below a folder; a link that leaves it is not followed."""
    found: dict[str, bytes] = {}
    left = MAX_ASSETS
    for path in sorted(folder.rglob("*")):
        inside = path.resolve().is_relative_to(folder.resolve())
        if not inside or not path.is_file() or "__pycache__" in path.parts:
            continue
        left -= path.stat().st_size
        if left < 0:
            raise TemplateError(f"{folder} holds more than {MAX_ASSETS // 1_000_000} MB")
        try:
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        except OSError as error:
            raise TemplateError(f"{path} cannot be read: {error.strerror}") from error
    return found


def style(template: str | None, name: str) -> str:
    """A style sheet of the template. Raises TemplateError where it is missing or no UTF-8."""
    try:
        return assets(template)[name].decode()
    except KeyError as error:
        raise TemplateError(f"the template has no {name}") from error
    except UnicodeDecodeError as error:
        raise TemplateError(f"{name} of the template is not UTF-8") from error


def inlined(text: str, template: str | None) -> str:
    """Markup or style with each `asset:NAME` as a data address, for a page that stands alone."""
    from base64 import b64encode

    def data(match: re.Match[str]) -> str:
        content = assets(template).get(match[1])
        if content is None:
            return match[0]
        return f"data:{media_type(match[1])};base64,{b64encode(content).decode()}"

    return _ASSET.sub(data, text)


# ── filling ──────────────────────────────────────────────────────────────────────────────────────


def fill(template: str | None, name: str, values: Mapping[str, object]) -> str:
    """The template file filled in. Raises TemplateError, naming file and line."""
    import jinja2

    try:
        return (
            _environment(template, markdown_=name.endswith(".md")).get_template(name).render(values)
        )
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{error.name} line {error.lineno}: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"the template has no {error.name}") from error
    except (MemoryError, RecursionError) as error:
        raise TemplateError(f"{_where(error, name)}: grows without end") from error
    except Exception as error:  # whatever a template's expressions raise
        raise TemplateError(f"{_where(error, name)}: {_reason(error)}") from error


def compile_all(template: str | None) -> None:
    """Compile what makes up the page, to be filled many times."""
    environment = _environment(template, markdown_=False)
    for name in assets(template):
        if name.endswith(".html"):
            environment.get_template(name)


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _where(error: BaseException, name: str) -> str:
    """The template's file and line that the error comes from."""
    place = name
    for frame in traceback.extract_tb(error.__traceback__)[:200]:
        if frame.filename.startswith("template:"):
            place = f"{frame.filename.removeprefix('template:')} line {frame.lineno}"
    return place


@functools.cache
def _environment(template: str | None, *, markdown_: bool) -> Environment:
    """Jinja over the template's files; a user's expressions run in the sandbox."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    mine = user_folder(template)
    kind: Any = jinja2.Environment if mine is None else SandboxedEnvironment
    environment: Environment = kind(
        loader=jinja2.FunctionLoader(functools.partial(_load, template)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_markdown if markdown_ else _html,
        auto_reload=False,
    )
    environment.filters |= {"plain": _plain, "host": _host, "direction": direction}
    return environment


def _load(template: str | None, name: str) -> tuple[str, str, None] | None:
    if name not in assets(template):
        return None
    return style(template, name), f"template:{name}", None


def _html(value: object) -> object:
    """Text on its way into HTML, where the autoescape takes it from here."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else breakable(value)


def _markdown(value: object) -> object:
    from markupsafe import Markup

    if hasattr(value, "__html__") or not isinstance(value, str):
        return value
    return Markup(markdown(value))  # noqa: S704  # escaped for Markdown, which the page is


def _plain(text: str) -> Markup:
    """Text for an attribute: cleaned and escaped, but not made breakable, which would spoil it."""
    from markupsafe import escape

    return escape(clean(text))


def _host(address: str) -> str:
    """The server's name of a web address."""
    return (urlsplit(address).hostname or address).removeprefix("www.")
