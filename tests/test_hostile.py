"""Bad and hostile input at the finished command line: a brief or one clear line, always."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from briefgen.cli import typed
from briefgen.errors import UsageError
from briefgen.render import pdf_unavailable

GOOD = """The dam broke

Monday, 19 June 2023

The dam at Varnholm broke on Monday and flooded four villages below it.
The government of Norland sent 300 soldiers to the valley to help with the evacuation.
Engineers had warned for two years that the dam needed repairs worth 40 million euros.
"""


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    """One good article."""
    path = tmp_path / "dam.txt"
    path.write_text(GOOD)
    return path


def call(*arguments: str | bytes | Path, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """A real process, whatever is closed or full around it; no line of it is a traceback's."""
    command = [sys.executable, "-m", "briefgen", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, **how)
    assert b"Traceback" not in (done.stderr or b"")
    assert b"defect" not in (done.stderr or b"")
    return done


def shell(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The command run by a shell as `"$@"` with the redirections of the script."""
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "briefgen", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"defect" not in done.stderr
    return done


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\udcc3\udc9cb", "aÜb"),
        ("a\udcffb", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\ud800b", "a?b"),
        ("a\u202eb\x07\x1b[31m", "ab[31m"),
        ("  one\n two ", "one two"),
    ],
)
def test_what_was_typed_is_cleaned(written: str, read: str) -> None:
    """Bytes of no locale, halves of characters, overrides and control characters: none is left."""
    assert typed.line(written, option="--title") == read


def test_what_shows_nothing_was_not_typed() -> None:
    """Spaces and invisible characters are no title."""
    assert typed.line(" \u200b\u202e\n", option="--title") is None
    assert typed.prose("", option="--purpose") is None


def test_a_line_too_long_to_print_is_wrong_usage() -> None:
    """A marking of a thousand words would fill every page."""
    with pytest.raises(UsageError, match=r"--marking: 5,999 characters; give at most 300"):
        typed.line("WORDY " * 1000, option="--marking")


@pytest.mark.parametrize(
    "as_of", ["0001-01-01", "0001-01-01T00:00+23:59", "9999-12-31T23:59:59-23:59", "9999-12-31"]
)
def test_a_moment_at_the_end_of_time_is_wrong_usage(as_of: str) -> None:
    """Days before and after the moment must be countable, in any zone."""
    with pytest.raises(UsageError, match="--as-of"):
        typed.moment(as_of)


def test_half_characters_in_options_reach_nothing(dam: Path, tmp_path: Path) -> None:
    """Bytes that are no UTF-8, in every option that is printed: the brief is made."""
    names = ("title", "for", "from", "purpose", "marking", "reference", "focus")
    options = [part for name in names for part in (f"--{name}", b"dam \xed\xa0\x80\xff here")]
    done = call("make", dam, *options, "--format", "json", "-o", tmp_path / "b.json")
    assert done.returncode == 0, done.stderr
    content = json.loads((tmp_path / "b.json").read_bytes())
    assert content["title"] == content["marking"] == content["focus"][0]
    assert content["title"].startswith("dam \N{REPLACEMENT CHARACTER}")


def test_a_title_outlives_a_locale_without_its_letters(dam: Path, tmp_path: Path) -> None:
    """In the C locale a Cyrillic title is printed, though no file can be named after it."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    arguments = ("make", dam, "--title", "Плотина".encode(), "--as-of", "2023-06-20T08:00+00:00")
    done = call(*arguments, "--format", "json", "-o", tmp_path, env=os.environ | plain)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "2023-06-20-brief.json").read_bytes())["title"] == "Плотина"
    assert done.stdout.decode().strip() == str(tmp_path / "2023-06-20-brief.json")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero")
def test_endless_standard_input_is_not_read_to_its_end() -> None:
    """More than any source may hold is refused without keeping it."""
    with open("/dev/zero", "rb") as endless:
        done = call("make", "-", stdin=endless)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("output", ["-", "b.json"])
def test_full_standard_output_is_one_line(output: str, dam: Path, tmp_path: Path) -> None:
    """Neither the product nor its path can be said: exit 1 and one line."""
    target = output if output == "-" else tmp_path / output
    done = shell('"$@" >/dev/full', "make", dam, "--format", "json", "-o", target)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"no space left" in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_device_takes_the_product(dam: Path) -> None:
    """/dev/null swallows it, /dev/full refuses it, neither is a folder."""
    told = [
        call("make", dam, "--format", "json", "-o", f"/dev/{name}") for name in ("null", "full")
    ]
    assert [done.returncode for done in told] == [0, 1]
    assert b"no space left" in told[1].stderr


def test_closed_streams_do_not_keep_the_file_from_being_made(dam: Path, tmp_path: Path) -> None:
    """Started by something that closes all three, the brief is made all the same."""
    done = shell('"$@" <&- >&- 2>&-', "make", dam, "-o", tmp_path / "b.json")
    assert done.returncode == 0
    assert (tmp_path / "b.json").exists()
    assert shell('"$@" <&-', "make", "-").stderr.endswith(b"standard input is empty\n")


def test_a_name_too_long_for_the_disk_is_one_line(dam: Path, tmp_path: Path) -> None:
    """Exit 1, and no part of a file."""
    done = call("make", dam, "-o", tmp_path / f"{'o' * 300}.json")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert os.listdir(tmp_path) == ["dam.txt"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_call_to_end_leaves_no_file(number: int, dam: Path, tmp_path: Path) -> None:
    """Whatever moment it comes at: exit 130, one line, nothing written."""
    out = tmp_path / "out"
    for wait in (0.5, 0.9):
        process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "make", dam, "-o", out, "-"],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(wait)  # it waits for its standard input, which nobody closes
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
        assert (process.returncode, len(err.strip().splitlines())) == (130, 1)
        assert not out.exists()


def test_a_megabyte_without_a_full_stop_ends(tmp_path: Path) -> None:
    """One endless sentence is no statement of anybody: the brief is made, in seconds."""
    endless = "the minister told reporters that the dam of the valley had to be repaired " * 13_000
    (tmp_path / "endless.txt").write_text(f"{GOOD}\n{endless}\n")
    done = call("make", tmp_path / "endless.txt", "-o", tmp_path / "b.json", timeout=100)
    assert done.returncode == 0, done.stderr


def test_a_folder_that_is_no_template_is_refused(dam: Path, tmp_path: Path) -> None:
    """A folder without any file of a template would change nothing, silently."""
    (tmp_path / "notes").mkdir()
    done = call("make", dam, "--template", tmp_path / "notes", "-o", tmp_path / "b.html")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"holds no file of a template" in done.stderr


def test_a_day_before_all_newspapers_is_no_day_of_publication(tmp_path: Path) -> None:
    """The year 1 in the front matter is a clock that was never set; "last week" stays as it is."""
    content = GOOD.replace("on Monday", "last week").partition("2023")[2]
    (tmp_path / "old.md").write_text(f"---\ntitle: Dam\ndate: 0001-01-01\n---\n{content}")
    done = call("make", tmp_path / "old.md", "-o", tmp_path / "b.json")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "b.json").read_bytes())["sources"][0]["published"] is None


def test_many_unread_files_do_not_fill_the_brief(dam: Path, tmp_path: Path) -> None:
    """Of 30 empty files the gaps tell ten lines, the list of sources all."""
    for i in range(30):
        (tmp_path / f"{i}.txt").touch()
    done = call("make", tmp_path, "-o", tmp_path / "b.json")
    content = json.loads((tmp_path / "b.json").read_bytes())
    unread = [gap["text"] for gap in content["gaps"] if gap["kind"] == "unread"]
    assert (len(unread), unread[-1].split()[:2]) == (10, ["21", "more"])
    assert [entry["status"] for entry in content["sources"]].count("unread") == 30
    assert done.stderr.splitlines()[-1] == b"briefgen: unread: 10 more"
    dam.unlink()
    alone = call("make", tmp_path, "-o", tmp_path / "c.json")
    assert (alone.returncode, alone.stderr.count(b"\n")) == (1, 1)
    assert alone.stderr.endswith(b"(and 20 more)\n")


def test_thai_is_verified(tmp_path: Path) -> None:
    """A vowel that shaping takes apart, with a tone mark in between, is no forgery."""
    if pdf_unavailable():
        pytest.skip("no Pango")
    (tmp_path / "thai.txt").write_text("สี่หมู่บ้านถูกน้ำท่วมเมื่อวันจันทร์\n" * 3)
    assert call("make", tmp_path / "thai.txt", "-o", tmp_path / "b.pdf").returncode == 0
    done = call("verify", tmp_path / "b.pdf")
    assert done.returncode == 0, done.stdout.decode()


def test_what_a_meeting_file_says_is_cleaned_as_if_typed(dam: Path, tmp_path: Path) -> None:
    """No override from a file turns the marking round, and no marking fills the pages."""
    file = tmp_path / "m.toml"
    file.write_text('title = "Talk"\nmarking = "OFF\\u202eICIAL\\u0007"\n')
    made = ("make", dam, "--meeting", file, "-o", tmp_path / "b.json")
    assert call(*made).returncode == 0
    assert json.loads((tmp_path / "b.json").read_bytes())["marking"] == "OFFICIAL"
    file.write_text(f'title = "Talk"\nmarking = "{"W " * 5000}"\n')
    done = call(*made)
    assert (done.returncode, done.stderr[:29]) == (2, b"briefgen: m.toml: marking has")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_verify_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    """A pipe is no file: exit 1 and one line that names it."""
    os.mkfifo(tmp_path / "pipe.pdf")
    done = call("verify", tmp_path / "pipe.pdf", timeout=30)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"pipe.pdf" in done.stderr
