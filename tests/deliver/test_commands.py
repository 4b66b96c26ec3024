"""The commands as a user gives them, against real servers."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.verify import verify
from tests.deliver.conftest import Servers

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parent.parent.parent / "seeds"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(name="run")
def _run(servers: Servers, tmp_path: Path) -> Run:
    """Runs briefgen in a home of its own, whose settings lead to the servers."""
    mine = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "BRIEFGEN_MAIL_HOST": "127.0.0.1",
        "BRIEFGEN_MAIL_PORT": str(servers.ports["starttls"]),
        "BRIEFGEN_MAIL_FROM": "Desk <desk@example.test>",
        "BRIEFGEN_MAIL_USER": "desk",
        "BRIEFGEN_MAIL_PASSWORD": "desks-secret",
        "BRIEFGEN_MAIL_CA_FILE": str(servers.certificate),
    }

    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *arguments],
            env=os.environ | mine | more,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def only_pdf(servers: Servers, message_id: str) -> bytes:
    """The PDF in the reader's only copy of the letter."""
    import email
    from email import policy

    (raw,) = servers.arrived(message_id)
    message = email.message_from_bytes(raw, policy=policy.default)
    (attached,) = message.iter_attachments()
    return bytes(attached.get_content())


def message_ids(folder: Path) -> list[str]:
    """The identities of all letters in the outbox of that home."""
    import json

    entries = sorted((folder / "state" / "briefgen" / "outbox").glob("*.json"))
    return [json.loads(path.read_bytes())["message_id"] for path in entries]


def test_make_with_to_mails_a_brief_that_proves_itself(
    run: Run, servers: Servers, tmp_path: Path
) -> None:
    """Made, sent, read back: the very file; asked for again, it is not sent twice."""
    made = run("make", str(SEEDS), "--to", "Jane <reader@example.test>", "-o", "b.pdf")
    assert (made.returncode, made.stdout) == (0, "b.pdf\n")
    assert made.stderr.splitlines()[-1] == "briefgen: sent to reader@example.test"
    (message_id,) = message_ids(tmp_path)
    pdf = only_pdf(servers, message_id)
    assert pdf == (tmp_path / "b.pdf").read_bytes()
    assert verify(pdf).ok
    twice = run("send", "b.pdf", "--to", "reader@example.test")
    assert twice.returncode == 4
    assert "--again sends it once more" in twice.stderr
    assert "desks-secret" not in made.stderr + twice.stderr + run("outbox").stdout


def test_a_wrong_password_keeps_the_letter_for_a_retry(
    run: Run, servers: Servers, tmp_path: Path
) -> None:
    """Exit 4 and one line; the file is there, the letter goes out once the password is right."""
    made = run(
        "make", str(SEEDS), "--to", "reader@example.test", "-o", "b.pdf",
        BRIEFGEN_MAIL_PASSWORD="wrong one",
    )  # fmt: skip
    last = made.stderr.splitlines()[-1]
    assert made.returncode == 4
    assert "does not accept the login of desk" in last
    assert "briefgen outbox retry" in last
    assert "wrong one" not in made.stderr
    assert (tmp_path / "b.pdf").exists()
    assert run("outbox", "retry", "--all").returncode == 0
    assert only_pdf(servers, message_ids(tmp_path)[0]) == (tmp_path / "b.pdf").read_bytes()


def test_agenda_makes_and_mails_each_brief_once(run: Run, servers: Servers, tmp_path: Path) -> None:
    """Two meetings, three runs, one move in between: three briefs, each mailed once."""
    begins = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)

    def calendar(start: dt.datetime, sequence: int) -> None:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
        for uid, moment, number in (("a", start, sequence), ("b", begins, 0)):
            lines += ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:Talks {uid}"]
            lines += [f"DTSTART:{moment:%Y%m%dT%H%M%SZ}", f"SEQUENCE:{number}", "END:VEVENT"]
        (tmp_path / "c.ics").write_text("\r\n".join([*lines, "END:VCALENDAR", ""]))

    command = ("agenda", "c.ics", str(SEEDS), "--to", "reader@example.test", "-o", "briefs")
    calendar(begins, 0)
    assert len(run(*command).stdout.splitlines()) == 2
    assert run(*command).stdout == ""
    calendar(begins + dt.timedelta(hours=1), 1)
    assert len(run(*command).stdout.splitlines()) == 1
    assert len(list((tmp_path / "briefs").glob("*.pdf"))) == 3
    found = {only_pdf(servers, message_id) for message_id in message_ids(tmp_path)}
    assert found == {path.read_bytes() for path in (tmp_path / "briefs").glob("*.pdf")}
