"""The calendar: what is due, and that every meeting gets its brief once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from briefgen.agenda import Result, due, file_stem, run, span
from briefgen.cli import run as command
from briefgen.errors import NotSent, OutputError, SettingsError, UsageError
from briefgen.meeting import Occurrence

NOW = dt.datetime(2026, 5, 11, 8, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def event(
    uid: str,
    start: dt.datetime | str,
    *,
    sequence: int = 0,
    more: str = "",
    attendee: str = "NEEDS-ACTION",
) -> str:
    """A meeting as a calendar holds it."""
    begins = start if isinstance(start, str) else f":{start:%Y%m%dT%H%M%SZ}"
    return (
        f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:Meeting {uid}\nDTSTART{begins}\nSEQUENCE:{sequence}\n"
        f"ATTENDEE;CN=Jane Roe;PARTSTAT={attendee}:mailto:jane@example.test\n{more}END:VEVENT\n"
    )


def all_events(
    times: Mapping[str, dt.datetime], versions: Mapping[str, int], cancelled: Collection[str]
) -> list[str]:
    """Every meeting in its present version."""
    return [
        event(
            uid,
            start,
            sequence=versions[uid],
            more="STATUS:CANCELLED\n" if uid in cancelled else "",
        )
        for uid, start in times.items()
    ]


def calendar(folder: Path, *events: str) -> Path:
    """A calendar file of the events."""
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n" + "".join(events)
    path = folder / "calendar.ics"
    path.write_bytes((text + "END:VCALENDAR\n").replace("\n", "\r\n").encode())
    return path


def named(path: Path, *, within: dt.timedelta = DAY, now: dt.datetime = NOW) -> list[str]:
    """The titles of what is due."""
    return [str(meeting.file.title) for meeting in due(path, within=within, now=now)]


def test_due_is_what_begins_from_now_until_then(tmp_path: Path) -> None:
    """In the order of their beginning; what has begun and what comes later is not due."""
    hour = dt.timedelta(hours=1)
    path = calendar(
        tmp_path,
        event("late", NOW + DAY),
        event("second", NOW + 5 * hour),
        event("begun", NOW - hour),
        event("first", NOW),
        event("cancelled", NOW + hour, more="STATUS:CANCELLED\n"),
        event("birthday", ";VALUE=DATE:20260512", more="TRANSP:TRANSPARENT\n"),
        event("retreat", ";VALUE=DATE:20260512"),
    )
    assert named(path) == ["Meeting first", "Meeting second", "Meeting retreat"]


def test_series_are_unfolded_meeting_by_meeting(tmp_path: Path) -> None:
    """Each day is a meeting of its own; a moved one counts where it now is, under its old name."""
    path = calendar(
        tmp_path,
        event("daily", ";TZID=Europe/Berlin:20260501T090000", more="RRULE:FREQ=DAILY;COUNT=60\n"),
        event(
            "daily",
            ";TZID=Europe/Berlin:20260512T150000",
            more="RECURRENCE-ID;TZID=Europe/Berlin:20260520T090000\n",
        ),
        event(
            "daily",
            ";TZID=Europe/Berlin:20260513T090000",
            more="RECURRENCE-ID;TZID=Europe/Berlin:20260513T090000\nSTATUS:CANCELLED\n",
        ),
    )
    found = due(path, within=3 * DAY, now=NOW)
    assert [(meeting.identity, meeting.file.start) for meeting in found] == [
        ("daily 2026-05-12T07:00:00+00:00", "2026-05-12T09:00:00+02:00"),
        ("daily 2026-05-20T07:00:00+00:00", "2026-05-12T15:00:00+02:00"),
        ("daily 2026-05-14T07:00:00+00:00", "2026-05-14T09:00:00+02:00"),
    ]


def test_of_two_versions_in_a_file_the_later_counts(tmp_path: Path) -> None:
    """Whichever stands first."""
    old, new = event("a", NOW, sequence=1), event("a", NOW + DAY / 2, sequence=2)
    for events in ((old, new), (new, old)):
        (found,) = due(calendar(tmp_path, *events), within=DAY, now=NOW)
        assert found.start == NOW + DAY / 2


def version(folder: Path, text: str) -> str:
    """The version of the calendar's only meeting."""
    (found,) = due(calendar(folder, text), within=2 * DAY, now=NOW)
    return found.version


def test_a_version_changes_with_what_a_brief_prints(tmp_path: Path) -> None:
    """Moving it does, a new place does; an answer to the invitation does not."""
    first = version(tmp_path, event("a", NOW))
    answered = event("a", NOW, attendee="ACCEPTED", more="DTSTAMP:20260101T000000Z\n")
    assert version(tmp_path, answered) == first
    assert version(tmp_path, event("a", NOW + DAY)) != first
    assert version(tmp_path, event("a", NOW, more="LOCATION:Room 1\n")) != first


class Desk:
    """What makes and mails: counts the briefs and the letters by meeting and version."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.letters: Counter[str] = Counter()

    def make(self, meeting: Occurrence) -> Path:
        """A file of one line."""
        path = self.folder / f"{meeting.identity}-{file_stem(meeting)}.pdf"
        path.write_text("brief")
        return path

    def mail(self, meeting: Occurrence, path: Path) -> None:
        """One letter more."""
        assert path.exists()
        self.letters[f"{meeting.identity} {meeting.version}"] += 1


def test_twenty_runs_over_thirty_meetings_make_each_brief_once(tmp_path: Path) -> None:
    """With moves and cancellations between: one brief and letter a live meeting and version."""
    desk, state, seen = Desk(tmp_path), tmp_path / "state" / "agenda.json", set[str]()
    times = {f"m{number:02}": NOW + dt.timedelta(minutes=20 * number) for number in range(30)}
    versions = dict.fromkeys(times, 0)
    cancelled: set[str] = set()
    for turn in range(20):
        if turn % 4 == 1:
            moved = f"m{turn + 5:02}"
            times[moved] += dt.timedelta(hours=2)
            versions[moved] += 1
        if turn % 5 == 2:
            cancelled.add(f"m{turn + 10:02}")
        events = all_events(times, versions, cancelled)
        now = NOW + dt.timedelta(minutes=10 * turn)
        meetings = due(calendar(tmp_path, *events), within=4 * dt.timedelta(hours=1), now=now)
        seen |= {f"{meeting.identity} {meeting.version}" for meeting in meetings}
        results = run(meetings, state=state, make=desk.make, mail=desk.mail, now=now)
        assert [result.error for result in results] == [None] * len(results)
        live = {meeting.identity for meeting in meetings}
        assert not live & cancelled
    assert set(desk.letters.values()) == {1}
    assert set(desk.letters) == seen
    assert len(list(tmp_path.glob("*.pdf"))) == len(seen)


def test_a_failure_is_told_and_tried_again_alone(tmp_path: Path) -> None:
    """A brief that cannot be made, a letter that cannot be kept: the next run makes up for it."""
    desk, state = Desk(tmp_path), tmp_path / "agenda.json"
    path = calendar(tmp_path, event("a", NOW), event("b", NOW), event("c", NOW))
    meetings = due(path, within=DAY, now=NOW)

    def make(meeting: Occurrence) -> Path:
        if meeting.identity == "a":
            raise OutputError("a: disk full")
        return desk.make(meeting)

    def mail(meeting: Occurrence, path: Path) -> None:
        if meeting.identity == "b":
            raise NotSent("b: not kept")
        desk.mail(meeting, path)

    first = run(meetings, state=state, make=make, mail=mail, now=NOW)
    assert [(r.occurrence.identity, r.path is not None, r.error) for r in first] == [
        ("a", False, "a: disk full"),
        ("b", True, "b: not kept"),
        ("c", True, None),
    ]
    second = run(meetings, state=state, make=desk.make, mail=desk.mail, now=NOW)
    assert [result.occurrence.identity for result in second if result.path] == ["a"]
    assert sorted(desk.letters.values()) == [1, 1, 1]
    assert run(meetings, state=state, make=desk.make, mail=desk.mail, now=NOW) == ()


def test_a_crash_between_brief_and_note_makes_no_second_file(tmp_path: Path) -> None:
    """The file of a version has one name, so it is written again in its place."""
    desk, state = Desk(tmp_path), tmp_path / "agenda.json"
    meetings = due(calendar(tmp_path, event("a", NOW)), within=DAY, now=NOW)

    def crashing(meeting: Occurrence) -> Path:
        desk.make(meeting)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(meetings, state=state, make=crashing, now=NOW)
    (result,) = run(meetings, state=state, make=desk.make, now=NOW)
    assert result == Result(meetings[0], desk.make(meetings[0]))
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_what_is_long_past_is_forgotten(tmp_path: Path) -> None:
    """The memory does not grow for ever."""
    desk, state = Desk(tmp_path), tmp_path / "agenda.json"
    meetings = due(calendar(tmp_path, event("a", NOW)), within=DAY, now=NOW)
    run(meetings, state=state, make=desk.make, now=NOW)
    assert '"identity": "a"' in state.read_text()
    run((), state=state, make=desk.make, now=NOW + 91 * DAY)
    assert state.read_text() == "[]\n"


def test_a_memory_that_cannot_be_read_stops_the_run(tmp_path: Path) -> None:
    """Better no brief than all of them again; the line names the file."""
    state = tmp_path / "agenda.json"
    state.write_text("{")
    with pytest.raises(OutputError, match=r"agenda\.json: cannot be read"):
        run((), state=state, make=Desk(tmp_path).make, now=NOW)


@pytest.mark.parametrize(
    ("text", "minutes"), [("90m", 90), ("24h", 1440), (" 2D ", 2880), ("1w", 10080)]
)
def test_spans_as_people_write_them(text: str, minutes: int) -> None:
    """Minutes, hours, days, weeks."""
    assert span(text) == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "24", "h", "-1h", "0h", "1.5h", "99999h"])
def test_what_is_no_span_is_one_line(text: str) -> None:
    """The line shows how to write it."""
    with pytest.raises(UsageError, match="give a time such as 90m, 24h or 2d"):
        span(text)


def test_what_is_no_calendar_is_one_line(tmp_path: Path) -> None:
    """Not there, or something else."""
    with pytest.raises(UsageError, match="No such file"):
        due(tmp_path / "missing.ics", within=DAY, now=NOW)
    (tmp_path / "x.ics").write_text("hello")
    with pytest.raises(SettingsError, match=r"\Ax\.ics: not an invitation"):
        due(tmp_path / "x.ics", within=DAY, now=NOW)


@pytest.mark.slow
def test_twenty_runs_of_the_command_make_each_brief_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Thirty meetings, six moved and five cancelled between the runs: no brief missing or twice."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "dam.txt").write_text("The dam of Orlock broke on Monday and flooded a village.\n")
    begin = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(hours=1)
    times = {f"m{number:02}": begin + dt.timedelta(minutes=20 * number) for number in range(30)}
    versions, cancelled = dict.fromkeys(times, 0), set[str]()
    wanted: set[tuple[str, int]] = set()
    for turn in range(20):
        if turn in range(2, 20, 3):
            versions[moved := f"m{turn:02}"] += 1
            times[moved] += dt.timedelta(hours=3)
        if turn in range(1, 20, 4):
            cancelled.add(f"m{turn + 10:02}")
        events = all_events(times, versions, cancelled)
        path, briefs = calendar(tmp_path, *events), tmp_path / "briefs"
        arguments = ["agenda", str(path), str(tmp_path / "dam.txt"), "--within", "2d"]
        assert command([*arguments, "-o", str(briefs)]) == 0
        new = {(uid, versions[uid]) for uid in times.keys() - cancelled} - wanted
        wanted |= new
        assert len(capfd.readouterr().out.splitlines()) == len(new)
    assert len(list(briefs.glob("*.pdf"))) == len(wanted) == 30 + 5  # the sixth was cancelled
