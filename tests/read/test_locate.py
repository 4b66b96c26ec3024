"""What the user names, and the files that it stands for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.errors import UsageError
from briefgen.read import expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one below; beside them what is no article."""
    (tmp_path / "below").mkdir()
    names = ("b.txt", "below/a.MD", ".hidden.txt", "README.md", "picture.png", "report.pdf")
    for name in names:
        (tmp_path / name).write_text("Text.")
    return tmp_path


def named(found: tuple[str, ...], folder: Path) -> list[str]:
    """The locators, as paths from the folder."""
    return [os.path.relpath(locator, folder) for locator in found]


def test_folder(folder: Path) -> None:
    """A folder gives the articles in it and below, and the documents that nobody reads yet."""
    assert ["b.txt", "below/a.MD", "report.pdf"] == named(expand([str(folder)]), folder)


def test_once_in_any_order(folder: Path) -> None:
    """A file that is named twice, or through a link, comes once; the order does not matter."""
    (folder / "c.txt").symlink_to(folder / "b.txt")
    sources = [str(folder / "b.txt"), str(folder / "*.txt"), str(folder / "below" / ".." / "b.txt")]
    assert expand(sources) == expand(sources[::-1])
    assert 1 == len(expand(sources))


def test_pattern(folder: Path) -> None:
    """A pattern is filled in, and two stars reach below."""
    assert ["b.txt"] == named(expand([str(folder / "*.txt")]), folder)
    assert ["below/a.MD"] == named(expand([str(folder / "**" / "*.MD")]), folder)


def test_name_with_brackets(folder: Path) -> None:
    """A file that is there is no pattern."""
    (folder / "[1].txt").write_text("Text.")
    assert ["[1].txt"] == named(expand([str(folder / "[1].txt")]), folder)


def test_standard_input() -> None:
    """The dash stands for standard input."""
    assert ("-",) == expand(["-", "-"])


@pytest.mark.parametrize("source", ["nowhere.txt", "*.nowhere", "", "a\x00b", "https://a.example"])
def test_not_there(source: str) -> None:
    """What is not there, and what is not read yet, is a usage error of one line."""
    with pytest.raises(UsageError) as error:
        expand([source])
    assert "\n" not in str(error.value)


def test_folder_without_articles(tmp_path: Path) -> None:
    """A folder without an article that can be read is a usage error."""
    (tmp_path / "report.pdf").write_text("Text.")
    with pytest.raises(UsageError, match="no article"):
        expand([str(tmp_path)])
