"""Where the product goes, and how it gets there whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import OutputError, UsageError
from briefgen.output import file_name, format_of, is_folder, write, write_in


def test_the_suffix_picks_the_format() -> None:
    """A file's suffix says what it holds."""
    assert ["pdf", "html", "md", "json"] == [
        format_of(name, None) for name in ("a.pdf", "a.HTML", "a.md", "a.json")
    ]


def test_the_option_wins_over_the_suffix() -> None:
    """--format is stronger than the name."""
    assert format_of("a.pdf", "html") == "html"


def test_an_unknown_suffix_is_a_usage_error_that_names_the_known() -> None:
    """A suffix that no format has is told with those that are there."""
    with pytest.raises(UsageError, match=r"a\.docx.*\.docx.*\.pdf"):
        format_of("a.docx", None)


def test_a_name_without_suffix_is_a_folder(tmp_path: Path) -> None:
    """An existing folder, a trailing slash and a bare name all mean a folder; - never does."""
    assert [True, True, True, False, False] == [
        is_folder(name) for name in (str(tmp_path), "x.d/", "briefs", "a.pdf", "-")
    ]


def test_a_file_in_a_folder_is_never_overwritten(tmp_path: Path) -> None:
    """The second brief of one name takes the next free one."""
    first = write_in(b"1", tmp_path / "out", "a.pdf")
    second = write_in(b"2", tmp_path / "out", "a.pdf")
    assert [("a.pdf", b"1"), ("a-2.pdf", b"2")] == [
        (path.name, path.read_bytes()) for path in (first, second)
    ]
    assert sorted(os.listdir(tmp_path / "out")) == ["a-2.pdf", "a.pdf"]


def test_a_named_file_is_overwritten(tmp_path: Path) -> None:
    """-o FILE replaces what stood there, and leaves nothing else."""
    write(b"1", tmp_path / "a.pdf")
    write(b"2", tmp_path / "a.pdf")
    assert os.listdir(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"2"


def test_a_failed_write_leaves_no_part(tmp_path: Path) -> None:
    """Where the target cannot be replaced the temporary file goes too, in one line."""
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OutputError, match=r"a\.pdf cannot be written"):
        write(b"1", tmp_path / "a.pdf")
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_full_disk_is_one_line() -> None:
    """No space is told with the path; /dev/full is the kernel's own full disk, and stays one."""
    with pytest.raises(OutputError, match="/dev/full cannot be written: no space left"):
        write(b"1", Path("/dev/full"))
    assert Path("/dev/full").is_char_device()


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link as the output stays a link; what it points to is replaced."""
    (tmp_path / "real.pdf").write_bytes(b"1")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write(b"2", tmp_path / "link.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"2"


@given(st.text(max_size=300), st.sampled_from(["pdf", "md"]))
def test_a_file_name_is_short_and_plain(title: str, format: str) -> None:
    """Whatever the title, the name is one path component that any file system takes."""
    name = file_name(title, "2023-06-19", format)
    assert name.startswith("2023-06-19-")
    assert name.endswith(f".{format}")
    assert len(name.encode()) < 120
    assert not set(name) & set('/\\:*?"<>|\0\n')
