"""Invitations as Outlook, Google, Apple and Exchange write them."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, SettingsError, UsageError
from briefgen.meeting import MeetingFile, merge, read
from briefgen.meeting.invitation import parse
from briefgen.model import Attendee

INVITATIONS = Path(__file__).parent / "invitations"
ALL = sorted(path for path in INVITATIONS.glob("*.ics") if "cancelled" not in path.name)


def invitation(name: str) -> MeetingFile:
    """One of the corpus, read."""
    return read(INVITATIONS / f"{name}.ics")


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("outlook_teams", "2026-05-12T09:30:00+02:00", "2026-05-12T10:30:00+02:00"),
        ("google_meet", "2026-11-03T09:30:00-05:00", "2026-11-03T10:30:00-05:00"),
        ("apple", "2026-03-29T11:45:00+05:30", "2026-03-29T12:15:00+05:30"),
        ("exchange_instance", "2026-11-05T10:00:00-08:00", "2026-11-05T10:45:00-08:00"),
        ("outlook_new_teams_de", "2026-10-26T09:00:00+01:00", "2026-10-26T10:00:00+01:00"),
        ("zoom", "2026-10-04T01:30:00+10:00", "2026-10-04T03:30:00+11:00"),
        ("display_name_zone", "2026-10-25T01:30:00+02:00", "2026-10-25T03:30:00+01:00"),
        ("all_day_latin1", "2026-05-12", "2026-05-13"),
        ("unknown_zone", "2026-05-12T09:30:00", "2026-05-12T10:30:00"),
        ("series", "2026-03-02T09:00:00+00:00", "2026-03-02T09:30:00+00:00"),
    ],
)
def test_times_stand_in_the_zone_of_the_meeting(name: str, start: str, end: str) -> None:
    """The offset is the zone's on that day, across a clock change too; unknown, it is left out."""
    file = invitation(name)
    assert (file.start, file.end) == (start, end)


def test_outlook_gives_the_title_block() -> None:
    """Directory names are turned round, rooms are the place, those who may stay away come last."""
    file = invitation("outlook_teams")
    assert file.title == "Relief coordination for the coast"
    assert file.where == "Grand Hall; Room 4.12 (Annex)"
    assert file.organiser == "Jane Roe"
    assert file.link == (
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MTIz%40thread.v2/0"
        "?context=%7b%22Tid%22%3a%22abc%22%7d"
    )
    assert file.attendees == (
        Attendee("Jane Roe", reply="accepted"),
        Attendee("Luís Antão"),
        Attendee("Kim Observer", reply="tentative"),
    )
    assert file.notes == ("outlook_teams.ics: attendees left out for want of a name: 1",)


@pytest.mark.parametrize(
    ("name", "agenda"),
    [
        ("outlook_teams", ("Death toll", "Aid pledges; next steps", "The earthquake itself")),
        ("google_meet", ("Grain & ports", "Sanctions paper")),
        ("apple", ("monsoon", "ports and the budget")),
        ("exchange_instance", ("Haushalt 2027", "Personal")),
        ("outlook_new_teams_de", ("Haushalt 2027", "Bericht aus Brüssel", "Verschiedenes")),
        ("zoom", ()),
        ("series", ()),
    ],
)
def test_an_agenda_is_taken_where_one_plainly_stands(name: str, agenda: tuple[str, ...]) -> None:
    """Lists, HTML lists and a line under the word for agenda; prose is none."""
    assert invitation(name).agenda == agenda


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("google_meet", "https://meet.google.com/abc-defg-hij"),
        ("exchange_instance", "https://agency.zoomgov.com/j/1601234567?pwd=q1"),
        ("zoom", "https://us02web.zoom.us/j/89512345678?pwd=abcDEF"),
        ("apple", None),
    ],
)
def test_the_link_to_join_by_is_kept(name: str, link: str | None) -> None:
    """Out of the place, the text, or a wrapper that a mail server put around it."""
    assert invitation(name).link == link


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "outlook_new_teams_de",
            "Liebe alle,\n\nTagesordnung\n\nTOP 1: Haushalt 2027\n"
            "TOP 2: Bericht aus Brüssel (siehe https://amt.example/akte)\n"
            "TOP 3: Verschiedenes\n\nGruß\nÄnne",
        ),
        ("zoom", "We shall join with our partners in the hall."),
        ("google_meet", "Agenda\n\n1. Grain & ports\n\n2. Sanctions paper\n\nSee you there,"),
    ],
)
def test_boilerplate_is_cut(name: str, description: str) -> None:
    """What Teams, Meet and Zoom add goes, what a person wrote stays."""
    assert invitation(name).description == description


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_mail_address_gets_out(path: Path) -> None:
    """Whatever field an address stood in, the meeting does not tell it."""
    assert "@" not in repr(merge([read(path)]))


def test_a_cancelled_meeting_is_refused() -> None:
    """One line says why there is no brief."""
    with pytest.raises(UsageError, match=r"^exchange_cancelled.ics: the meeting is cancelled"):
        invitation("exchange_cancelled")


@pytest.mark.parametrize(
    ("as_of", "start"),
    [
        ("2026-03-09T09:10:00+00:00", "2026-03-09T09:00:00+00:00"),
        ("2026-03-15T12:00:00+00:00", "2026-03-23T09:00:00+00:00"),
        ("2026-03-24T12:00:00+00:00", "2026-03-31T14:00:00+01:00"),
        ("2030-01-01T00:00:00+00:00", "2026-03-02T09:00:00+00:00"),
    ],
)
def test_of_a_series_the_next_meeting_counts(as_of: str, start: str) -> None:
    """One under way counts, one that was taken out does not, one that was moved counts as moved."""
    moment = dt.datetime.fromisoformat(as_of)
    assert read(INVITATIONS / "series.ics", as_of=moment).start == start


def test_without_the_extra_the_first_of_a_series_is_said_to_be_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A date that may be the wrong one is never given without a word."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    file = read(INVITATIONS / "series.ics", as_of=dt.datetime(2026, 3, 15, tzinfo=dt.UTC))
    assert file.start == "2026-03-02T09:00:00+00:00"
    assert file.notes == (
        "series.ics: a series; its first meeting is shown, for the next one: "
        "pip install briefgen[calendar]",
    )


def test_zones_of_one_file_do_not_reach_the_next(tmp_path: Path) -> None:
    """A zone of the sender's own making is what the file itself says that it is."""
    east = (INVITATIONS / "exchange_instance.ics").read_bytes()
    for old, new in ((b"-0700", b"+0300"), (b"-0800", b"+0300")):
        east = east.replace(old, new)
    (tmp_path / "east.ics").write_bytes(east)
    assert invitation("exchange_instance").start == "2026-11-05T10:00:00-08:00"
    assert read(tmp_path / "east.ics").start == "2026-11-05T10:00:00+03:00"


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff\x00", b"hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", b"BEGIN:VCALENDAR\r\n"],
)
def test_what_is_no_invitation_is_one_line(tmp_path: Path, data: bytes) -> None:
    """Any bytes under the name .ics give a line that names the file."""
    path = tmp_path / "bad.ics"
    path.write_bytes(data)
    with pytest.raises(SettingsError, match=r"\Abad\.ics: [^\n]+\Z"):
        read(path)


def test_a_calendar_of_many_meetings_is_no_invitation(tmp_path: Path) -> None:
    """Two meetings in one file: the line points to the command for calendars."""
    text = (INVITATIONS / "series.ics").read_text()
    path = tmp_path / "many.ics"
    path.write_text(text.replace("UID:series", "UID:other", 1))
    with pytest.raises(UsageError, match=r"several meetings.*briefgen agenda"):
        read(path)


@given(path=st.sampled_from(ALL), cut=st.integers(0, 3000), put=st.text(max_size=12))
def test_a_damaged_invitation_gives_a_meeting_or_one_line(path: Path, cut: int, put: str) -> None:
    """Whatever is cut off or written in between, nothing but our own errors comes out."""
    data = path.read_bytes()
    damaged = data[:cut] + put.encode(errors="surrogatepass") + data[cut + len(put) :]
    with contextlib.suppress(BriefgenError):
        assert parse(damaged, "damaged.ics").start
