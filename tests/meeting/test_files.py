"""Meeting files in TOML, and several files laid over one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import SettingsError, UsageError
from briefgen.meeting import Invitation, MeetingFile, merge, read, write_new
from briefgen.model import Attendee, Meeting


def toml(tmp_path: Path, text: str) -> MeetingFile:
    """The text, read as a meeting file."""
    path = tmp_path / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_a_meeting_file_says_everything(tmp_path: Path) -> None:
    """Each key comes back under its name, times with the offset of the zone on that day."""
    file = toml(
        tmp_path,
        """
        title = "Talks"
        start = 2026-10-25T01:30:00
        end = 2026-10-25T03:30:00
        timezone = "Europe/Berlin"
        where = "Room 1"
        link = "https://meet.example.org/talks"
        organiser = "The office"
        for = "The Minister"
        from = "Desk"
        marking = "Official"
        reference = "R-1"
        purpose = "To agree."
        objectives = ["Learn", "Decide"]
        points_to_make = ["We welcome it."]
        comment = "Mind the tone."
        agenda = ["Death toll", "Aid"]
        attendees = ["Al Smith", {name = "Jane Roe", role = "Deputy", say = "ROH", reply = "yes"}]
        """,
    )
    assert file == MeetingFile(
        title="Talks",
        start="2026-10-25T01:30:00+02:00",
        end="2026-10-25T03:30:00+01:00",
        where="Room 1",
        link="https://meet.example.org/talks",
        organiser="The office",
        for_="The Minister",
        from_="Desk",
        marking="Official",
        reference="R-1",
        purpose="To agree.",
        objectives=("Learn", "Decide"),
        points_to_make=("We welcome it.",),
        comment="Mind the tone.",
        agenda=("Death toll", "Aid"),
        attendees=(Attendee("Al Smith"), Attendee("Jane Roe", "Deputy", "ROH", "yes")),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('purpos = "x"', "meeting.toml: unknown key purpos; did you mean purpose?"),
        ("title = 3", "meeting.toml: title is not a text in quotes"),
        (f'title = "{"x" * 301}"', "meeting.toml: title has 301 characters; give at most 300"),
        (f'agenda = ["{"x" * 9999}"]', "meeting.toml: agenda has 9,999 characters; give at most"),
        ('agenda = "one"', 'meeting.toml: agenda is not a list of texts: ["one", "two"]'),
        ('start = "soon"', "meeting.toml: start is not a time like 2026-05-12T09:30:00: 'soon'"),
        ("start = 09:30:00", "meeting.toml: start is not a time like 2026-05-12T09:30:00"),
        ('timezone = "Mars"', "meeting.toml: timezone is not a zone like Europe/Berlin: 'Mars'"),
        ('timezone = "../x"', "meeting.toml: timezone is not a zone like Europe/Berlin: '../x'"),
        ("attendees = [{}]", "meeting.toml: attendees holds a person without a name"),
        (
            'attendees = [{name = "A", rôle = "x"}]',
            "meeting.toml: not a meeting file in TOML: Expected '='",
        ),
        (
            'attendees = [{name = "A", roll = "x"}]',
            "meeting.toml: attendees of a person: unknown key roll; did you mean role?",
        ),
        ('link = "javascript:x"', "meeting.toml: link is not a web address that begins with"),
        (
            "start = 2026-05-12T09:30:00",
            "meeting.toml: start has no zone: add +02:00 or the like, or timezone",
        ),
        (
            "start = 2026-05-12T09:30:00Z\nend = 2026-05-12T08:30:00Z",
            "meeting.toml: end lies before start",
        ),
        ("= 1", "meeting.toml: not a meeting file in TOML: "),
    ],
)
def test_a_mistake_is_one_line_with_file_and_key(tmp_path: Path, text: str, line: str) -> None:
    """The line says which file, which key, and what it should be."""
    with pytest.raises(SettingsError) as caught:
        toml(tmp_path, text)
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_addresses_in_a_meeting_file_are_left_out(tmp_path: Path) -> None:
    """The address beside a name does not get into the brief."""
    file = toml(tmp_path, 'attendees = ["Jane Roe <jane@x.example>"]\nwhere = "Hall, a@b.example"')
    assert (file.attendees, file.where) == ((Attendee("Jane Roe"),), "Hall,")


def test_the_meeting_file_wins_and_adds_to_the_invitation() -> None:
    """Field by field, in whichever order the two are given; people are joined by their name."""
    invited = MeetingFile(
        invitation=True,
        title="Sync",
        start="2026-05-12",
        attendees=(Attendee("Al Smith", reply="declined"), Attendee("Jane Roe", reply="accepted")),
        agenda=("old",),
    )
    written = MeetingFile(
        title="Talks", purpose="To agree.", attendees=(Attendee("jane roe", role="Deputy"),)
    )
    expected = Invitation(
        meeting=Meeting(
            title="Talks",
            start="2026-05-12",
            attendees=(
                Attendee("jane roe", role="Deputy", reply="accepted"),
                Attendee("Al Smith", reply="declined"),
            ),
            agenda=("old",),
        ),
        purpose="To agree.",
    )
    assert merge([invited, written]) == merge([written, invited]) == expected


def test_without_a_word_on_a_meeting_there_is_none() -> None:
    """A file that only says for whom makes no empty meeting."""
    assert merge([MeetingFile(for_="The Minister")]) == Invitation(for_="The Minister")
    assert merge([]) == Invitation()


def test_a_new_meeting_file_can_be_read_with_every_line_put_in(tmp_path: Path) -> None:
    """The comments are true: without their marks they are a meeting file."""
    path = tmp_path / "new.toml"
    write_new(path)
    assert read(path) == MeetingFile()
    lines = path.read_text().splitlines()
    code = [line[2:] for line in lines if line.startswith(("# ", '# """')) and not _prose(line)]
    filled = toml(tmp_path, "\n".join(code))
    assert filled.start == "2026-05-12T09:30:00+02:00"
    assert filled.attendees == (Attendee("Jane Roe", "Deputy minister", "jayn ROH", "accepted"),)
    assert filled.comment == "Your own words for the reader, set apart from what the sources say."


def _prose(line: str) -> bool:
    starts = ("# A meeting", "# Use it", "# Give an", "# What will", "# Who will")
    return line.startswith(starts)


def test_a_new_meeting_file_never_overwrites(tmp_path: Path) -> None:
    """What is there stays, and the line says so; another suffix is refused."""
    path = tmp_path / "mine.toml"
    path.write_text("title = 'x'")
    with pytest.raises(UsageError, match="left as it is"):
        write_new(path)
    assert path.read_text() == "title = 'x'"
    with pytest.raises(UsageError, match=r"ends in \.toml"):
        write_new(tmp_path / "mine.txt")


@pytest.mark.parametrize("name", ["missing.ics", "missing.toml", "meeting.docx", "."])
def test_a_file_that_cannot_be_used_is_one_line(tmp_path: Path, name: str) -> None:
    """Not there, a folder, or another kind: usage, not a traceback."""
    with pytest.raises(UsageError, match=r"\A[^\n]+\Z"):
        read(tmp_path / name)
