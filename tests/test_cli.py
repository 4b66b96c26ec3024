"""The command line: what goes in, what comes out, and one line for what is wrong."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefgen.cli import run

GOOD = """The dam broke

Monday, 19 June 2023

The dam at Varnholm broke on Monday and flooded four villages below it.
The government of Norland sent 300 soldiers to the valley to help with the evacuation.
Engineers had warned for two years that the dam needed repairs worth 40 million euros.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one good article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dam.txt").write_text(GOOD)
    return folder


class Told:
    """What a command left behind: exit code, standard output, and lines on standard error."""

    def __init__(self, code: int, captured: Any) -> None:
        self.code, self.out, self.err = code, captured.out, captured.err.strip().splitlines()


@pytest.fixture
def briefgen(capfd: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process; no line of it may be a traceback's."""

    def call(*arguments: object) -> Told:
        code = run([str(argument) for argument in arguments])
        told = Told(code, capfd.readouterr())
        assert not [line for line in told.err if "Traceback" in line or "defect" in line]
        return told

    return call


def made(told: Told) -> dict[str, Any]:
    """The JSON that was made, whose path stands on standard output."""
    assert told.code == 0, told.err
    content: dict[str, Any] = json.loads(Path(told.out.strip()).read_text())
    return content


def test_a_brief_is_made_and_its_path_told(articles: Path, tmp_path: Path, briefgen: Any) -> None:
    """The product goes to the file, its path alone to standard output."""
    content = made(briefgen("make", articles, "-o", tmp_path / "b.json"))
    assert content["schema"] == "briefgen.brief/1"
    assert content["sources"][0]["locator"] == "dam.txt"
    assert content["sources"][0]["published"] == "2023-06-19"
    assert content["bottom_line"]


def test_options_reach_the_brief(articles: Path, tmp_path: Path, briefgen: Any) -> None:
    """Each thing a person writes stands in the brief as written; a blank one does not."""
    written = {
        "title": "A title", "for": "The minister", "from": "The unit", "purpose": "To listen",
        "marking": "OFFICIAL", "reference": "AB/1",
    }  # fmt: skip
    options = [part for key, value in written.items() for part in (f"--{key}", value)]
    content = made(
        briefgen(
            "make", articles, *options, "--focus", "dam", "--focus", " ",
            "--as-of", "2023-06-20T08:00+02:00", "-o", tmp_path / "b.json",
        )
    )  # fmt: skip
    assert written | {"as_of": "2023-06-20T08:00:00+02:00", "focus": ["dam"]} == {
        key: content[key] for key in (*written, "as_of", "focus")
    }


def test_settings_fill_in_and_options_win(
    articles: Path, tmp_path: Path, briefgen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """briefgen.toml gives what no option says; the environment is before it, the option first."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefgen.toml").write_text(
        '[make]\nmarking = "FILE"\nfor = "File"\nreference = "File"\n'
    )
    monkeypatch.setenv("BRIEFGEN_MAKE_FOR", "Environment")
    monkeypatch.setenv("BRIEFGEN_MAKE_REFERENCE", "Environment")
    content = made(briefgen("make", articles, "--reference", "Option", "-o", "b.json"))
    assert ("FILE", "Environment", "Option") == (
        content["marking"], content["for"], content["reference"],
    )  # fmt: skip


def test_a_meeting_file_wins_over_a_setting_and_an_option_over_both(
    articles: Path, briefgen: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is set for all briefs gives way to what was written for this meeting."""
    monkeypatch.setenv("BRIEFGEN_MAKE_MARKING", "SET")
    monkeypatch.setenv("BRIEFGEN_MAKE_REFERENCE", "SET")
    meeting = tmp_path / "call.toml"
    meeting.write_text('marking = "WRITTEN"\nfor = "Written"')
    asked = ("--meeting", meeting, "--for", "Option", "--format", "json", "-o", "-")
    content = json.loads(briefgen("make", articles, *asked).out)
    assert [content[key] for key in ("marking", "reference", "for")] == ["WRITTEN", "SET", "Option"]


def test_the_readers_time_stands_beside_the_meetings(
    articles: Path, briefgen: Any, tmp_path: Path
) -> None:
    """Two rows where the clocks differ, one where they do not."""
    meeting = tmp_path / "call.toml"
    meeting.write_text("start = 2026-05-12T09:00:00+02:00\nend = 2026-05-12T09:45:00+02:00")
    asked = ("--meeting", meeting, "--format", "md", "-o", "-", "--timezone")
    told = briefgen("make", articles, *asked, "Asia/Tokyo").out
    when = "- **When:** Tue 12 May 2026, 09:00–09:45 UTC+2"
    here = "- **Reader’s time:** Tue 12 May 2026, 16:00–16:45 UTC+9"
    assert f"{when}\n{here}\n" in told
    assert "Reader" not in briefgen("make", articles, *asked, "Europe/Berlin").out


def test_without_a_mail_server_a_draft_is_written(
    articles: Path, tmp_path: Path, briefgen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--to with no server set lays an .eml beside the PDF, says so, and loses nothing."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    told = briefgen("make", articles, "-o", tmp_path / "b.pdf", "--to", "Jane Roe <j@example.org>")
    assert (0, 1) == (told.code, len(told.err))
    assert "a draft lies in" in told.err[0]
    letter = email.message_from_bytes((tmp_path / "b.eml").read_bytes(), policy=email.policy.SMTP)
    pdfs = [part for part in letter.walk() if part.get_content_type() == "application/pdf"]
    assert [(tmp_path / "b.pdf").read_bytes()] == [part.get_content() for part in pdfs]


@pytest.mark.parametrize(
    "options", [("--to", "nobody"), ("--draft",), ("--to", "j@example.org", "--format", "md")]
)
def test_mailing_that_makes_no_sense_is_told_before_anything_is_made(
    options: tuple[str, ...], articles: Path, tmp_path: Path, briefgen: Any
) -> None:
    """A wrong address, a draft to nobody, a letter without PDF: exit 2, nothing made."""
    told = briefgen("make", articles, "-o", tmp_path / "out/", *options)
    assert (2, 1) == (told.code, len(told.err))
    assert not (tmp_path / "out").exists()


def test_agenda_makes_each_brief_once(
    articles: Path, tmp_path: Path, briefgen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The brief of a meeting within the time is made, and not again by the next run."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    start = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
    (tmp_path / "c.ics").write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\nBEGIN:VEVENT\r\nUID:1@example"
        f"\r\nDTSTAMP:20230601T000000Z\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\nSUMMARY:On the dam"
        "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    arguments = ("agenda", tmp_path / "c.ics", articles, "-o", tmp_path / "briefs")
    first, second = briefgen(*arguments), briefgen(*arguments)
    assert (0, 0, "") == (first.code, second.code, second.out)
    assert [Path(first.out.strip()).name] == os.listdir(tmp_path / "briefs")


def test_dash_sends_the_product_to_standard_output(articles: Path, briefgen: Any) -> None:
    """-o - gives the product itself and nothing else."""
    told = briefgen("make", articles, "-o", "-", "--format", "json")
    assert json.loads(told.out)["schema"] == "briefgen.brief/1"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "not text"),
        (b"word " * 10_000_000, "2 MB"),
    ],
    ids=["empty", "blank", "binary", "50 MB"],
)
def test_what_cannot_be_read_is_one_line_alone_and_a_gap_beside_others(
    content: bytes, reason: str, articles: Path, tmp_path: Path, briefgen: Any
) -> None:
    """Alone it ends with exit 1 and one line; among others the brief is made and says so."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    alone = briefgen("make", bad, "-o", tmp_path / "b.json")
    assert (alone.code, len(alone.err)) == (1, 1)
    assert "bad.txt" in alone.err[0]
    assert reason in alone.err[0]
    assert not (tmp_path / "b.json").exists()
    content_ = made(briefgen("make", bad, articles, "-o", tmp_path / "b.json"))
    assert "unread" in [gap["kind"] for gap in content_["gaps"]]
    assert content_["sources"][-1]["status"] == "unread"


def test_strict_makes_nothing_where_something_is_unread(
    articles: Path, tmp_path: Path, briefgen: Any
) -> None:
    """--strict: exit 3, one line, no file."""
    (articles / "bad.txt").write_bytes(b"")
    told = briefgen("make", articles, "--strict", "-o", tmp_path / "b.json")
    assert (told.code, len(told.err)) == (3, 1)
    assert not (tmp_path / "b.json").exists()


def test_a_loop_of_links_is_unread(articles: Path, tmp_path: Path, briefgen: Any) -> None:
    """A file that cannot be opened, even by root, does not stop the brief."""
    (articles / "loop.txt").symlink_to("loop.txt")
    told = briefgen("make", articles, "-o", tmp_path / "b.json")
    assert told.code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("make",),
        ("make", "nowhere.txt"),
        ("make", "{folder}", "--pages", "0"),
        ("make", "{folder}", "--format", "docx"),
        ("make", "{folder}", "-o", "b.docx"),
        ("make", "{folder}", "--as-of", "soon"),
        ("make", "{folder}", "--language", "klingon"),
        ("make", "{folder}", "--paper", "a9"),
        ("make", "{empty}"),
        ("verify", "nowhere.pdf"),
        ("mkae",),
    ],
    ids=str,
)
def test_wrong_usage_is_exit_2_and_one_line(
    arguments: tuple[str, ...], articles: Path, tmp_path: Path, briefgen: Any
) -> None:
    """What is not there or makes no sense is told in one line."""
    (tmp_path / "empty").mkdir()
    given = [part.format(folder=articles, empty=tmp_path / "empty") for part in arguments]
    told = briefgen(*given)
    assert (told.code, len(told.err)) == (2, 1)


def test_surrogates_and_overrides_are_cleaned(tmp_path: Path, briefgen: Any) -> None:
    """Half surrogates, bidi overrides and control characters never reach the canonical text."""
    nasty = (
        GOOD.replace("four", "fo\u202eur\u0007").encode().replace(b"Monday", b"\xed\xa0\x80Monday")
    )
    (tmp_path / "nasty.txt").write_bytes(nasty)
    content = made(briefgen("make", tmp_path / "nasty.txt", "-o", tmp_path / "b.json"))
    text = content["texts"]["S1"]
    assert "flooded four villages" in text
    assert not set(text) & {"\u202e", "\u0007"}


def test_markup_in_a_title_stays_text(articles: Path, tmp_path: Path, briefgen: Any) -> None:
    """A script in a title or an article is printed, never run."""
    script = "<script>alert(1)</script>"
    (articles / "dam.txt").write_text(GOOD.replace("four", f"{script} four"))
    told = briefgen("make", articles, "--title", script, "-o", tmp_path / "b.html")
    page = Path(told.out.strip()).read_text()
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 2


class _Counting(http.server.BaseHTTPRequestHandler):
    """A server that counts who asks."""

    asked: list[str] = []  # noqa: RUF012 shared on purpose: the server makes a handler a request

    def do_GET(self) -> None:
        """Note the path and give nothing."""
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[http.server.HTTPServer]:
    """A real server on loopback."""
    httpd = http.server.HTTPServer(("127.0.0.1", 0), _Counting)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield httpd
    httpd.shutdown()


def test_references_in_a_source_are_never_followed(
    server: http.server.HTTPServer, tmp_path: Path, briefgen: Any
) -> None:
    """An HTML source full of references to a server and to files leads to no request."""
    at = f"http://127.0.0.1:{server.server_port}"
    body = "".join(f"<p>{line}</p>" for line in GOOD.splitlines()[4:])
    (tmp_path / "page.html").write_text(
        f'<html><head><title>Dam</title><link rel="stylesheet" href="{at}/a.css">'
        f'<style>@import url("{at}/b.css");</style></head><body><article><h1>Dam</h1>{body}'
        f'<img src="{at}/c.png"><img src="file:///etc/hostname"><object data="{at}/d"></object>'
        f'<iframe src="{at}/e"></iframe></article></body></html>'
    )
    told = briefgen("make", tmp_path / "page.html", "-o", tmp_path / "b.pdf")
    assert told.code == 0, told.err
    assert _Counting.asked == []


def test_a_token_of_100000_characters_does_not_hang(tmp_path: Path, briefgen: Any) -> None:
    """A text that is one endless word still gives a brief or one line."""
    (tmp_path / "long.txt").write_text(GOOD + "\n" + "x" * 100_000 + " is what the sensor sent.\n")
    told = briefgen("make", tmp_path / "long.txt", "-o", tmp_path / "b.pdf")
    assert told.code == 0, told.err


def test_no_space_left_is_one_line_and_no_part(articles: Path, briefgen: Any) -> None:
    """A full disk ends in one line with exit 1."""
    told = briefgen("make", articles, "--format", "json", "-o", "/dev/full")
    assert told.code == 1 or told.out == ""


def test_a_folder_that_cannot_be_written_is_one_line(articles: Path, briefgen: Any) -> None:
    """/proc takes no files, from root either."""
    told = briefgen("make", articles, "--format", "json", "-o", "/proc/b.json")
    assert (told.code, len(told.err)) == (1, 1)
    assert "/proc/b.json" in told.err[0]


def test_ctrl_c_ends_in_one_line_without_a_file(articles: Path, tmp_path: Path) -> None:
    """Interrupted halfway: exit 130, one line, no file and no part of one."""
    for i in range(40):
        (articles / f"{i}.txt").write_text(GOOD * 20)
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "make", str(articles), "-o", str(out)],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(0.6)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)  # the shell tells both as 130
    if process.returncode == 130:
        assert err.strip().splitlines()[-1] == "briefgen: interrupted; nothing was written"
    assert "Traceback" not in err
    assert not out.exists() or os.listdir(out) == []


def test_the_same_input_gives_the_same_bytes_in_any_order(
    articles: Path, tmp_path: Path, briefgen: Any
) -> None:
    """Two runs, the sources in another order: not one byte differs."""
    (articles / "rain.txt").write_text(GOOD.replace("dam", "levee").replace("four", "nine"))
    files = sorted(articles.iterdir())
    products = []
    for i, order in enumerate((files, files[::-1])):
        path = tmp_path / f"{i}.pdf"
        told = briefgen("make", *order, "--as-of", "2023-06-20T08:00+00:00", "-o", path)
        assert told.code == 0, told.err
        products.append(path.read_bytes())
    assert products[0] == products[1]


def test_help_is_there_for_each_command(briefgen: Any) -> None:
    """--help answers for the group and each command."""
    from briefgen.cli import cli

    for name in ("", *cli.commands):
        told = briefgen(*filter(None, (name, "--help")))
        assert told.code == 0
        assert "Usage: briefgen" in told.out
