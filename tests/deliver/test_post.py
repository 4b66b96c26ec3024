"""A finished brief on its way, from its PDF to the reader's mailbox."""

from __future__ import annotations

import dataclasses
import datetime as dt
import email
from email import policy
from pathlib import Path

import pytest

from briefgen.deliver import Account, Entry, MailSettings, Outbox
from briefgen.errors import NotSent, UsageError
from briefgen.post import (
    Recipients,
    checked,
    lay_down,
    listed,
    outcome,
    post,
    post_once,
    recipients,
    retry,
    write_letter,
)
from tests.deliver.conftest import Servers
from tests.render.briefs import rich

NOW = dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.UTC)
CLOSED = Account("127.0.0.1", 1, "none", timeout=1)
DOWN = MailSettings(sender="Desk <desk@example.test>", smtp=CLOSED)


def people(*to: str, bcc: tuple[str, ...] = ()) -> Recipients:
    """The recipients, checked."""
    found = recipients(to, (), bcc)
    assert found is not None
    return found


@pytest.fixture(name="outbox")
def _outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


def test_nobody_to_write_to_is_no_letter() -> None:
    """No option given, no letter; a slip is told before anything is made."""
    assert recipients() is None
    with pytest.raises(UsageError, match="jane is not a mail address"):
        recipients(["jane"])


def test_files_are_named_by_the_day_of_the_meeting() -> None:
    """They sort in a folder; the meeting comes along where it is wished."""
    made = write_letter(rich(), b"%PDF", people("a@b.test"), mail=DOWN, date=NOW, invite=True)
    message = email.message_from_bytes(made.content, policy=policy.default)
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == [
        "2026-05-14-meeting-with-the-varnholm-port-authority-on-shore-power.pdf",
        "2026-05-14-meeting-with-the-varnholm-port-authority-on-shore-power.ics",
    ]
    assert [part.get_content_type() for part in message.iter_attachments()] == [
        "application/pdf",
        "text/calendar",
    ]


def test_a_server_that_is_down_is_one_line_and_an_entry(outbox: Outbox) -> None:
    """The line says who waits, why, and what to do."""
    with pytest.raises(NotSent) as caught:
        post(rich(), b"%PDF", people("a@b.test"), mail=DOWN, outbox=outbox, now=NOW)
    (entry,) = outbox.entries()
    assert str(caught.value) == (
        "a@b.test: queued, 127.0.0.1:1 cannot be reached: Connection refused; "
        f"letter {entry.id} is kept and goes out with: briefgen outbox retry"
    )
    (line,) = listed(outbox.entries(), now=NOW)
    assert line.startswith(f"{entry.id}  2026-05-12 09:00  queued  [OFFICIAL – SENSITIVE] Briefing")


@pytest.mark.parametrize(
    ("mail", "key"),
    [(MailSettings(smtp=CLOSED), "from"), (MailSettings(sender="a@b.test"), "host")],
)
def test_settings_that_lack_something_are_one_line(
    outbox: Outbox, mail: MailSettings, key: str
) -> None:
    """The line names the setting; nothing is kept."""
    with pytest.raises(UsageError, match=rf"the settings have no mail\.{key}"):
        post(rich(), b"%PDF", people("a@b.test"), mail=mail, outbox=outbox, now=NOW)
    assert outbox.entries() == ()


def test_a_draft_needs_no_settings_at_all(tmp_path: Path) -> None:
    """It lies in the folder under the PDF's name, and says that Bcc is to be added by hand."""
    to = people("a@b.test", bcc=("hidden@b.test",))
    made = write_letter(rich(), b"%PDF", to, mail=MailSettings(), date=NOW)
    path, line = lay_down(made, to, name="brief.pdf", folder=tmp_path)
    assert (path.name, line) == (
        "brief.eml",
        f"a draft lies in {path}, to be opened and sent with your mail program; "
        "add Bcc yourself, for no header holds it: hidden@b.test",
    )
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["To"], message["X-Unsent"], message["From"]) == ("a@b.test", "1", None)
    assert b"hidden" not in path.read_bytes()


@pytest.mark.slow
def test_a_brief_arrives_and_proves_itself(servers: Servers, outbox: Outbox) -> None:
    """Made from the samples, mailed, read back over IMAP: the same bytes, and the proof holds."""
    from briefgen import pipeline
    from briefgen.model import Request
    from briefgen.read import expand
    from briefgen.render import render
    from briefgen.verify import verify

    seeds = Path(__file__).parent.parent.parent / "seeds"
    read = pipeline.read_all(expand([str(seeds)]))
    brief = pipeline.brief(read, Request(as_of=NOW, marking="OFFICIAL"), pages=2)
    pdf = render(brief, format="pdf")
    mail = MailSettings(sender="Desk <desk@example.test>", smtp=servers.smtp(), imap=servers.imap())
    to = people("Jane Roe <reader@example.test>", bcc=("second@example.test",))
    line = post(brief, pdf, to, mail=mail, outbox=outbox, now=NOW)
    assert line == "sent to reader@example.test, second@example.test"
    (entry,) = outbox.entries()
    (raw,) = servers.arrived(entry.message_id)
    message = email.message_from_bytes(raw, policy=policy.default)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == pdf
    assert verify(attached.get_content()).ok
    assert str(message["Subject"]).startswith("[OFFICIAL] ")
    later = dataclasses.replace(brief, as_of="2026-05-13T09:00:00+00:00")
    with pytest.raises(NotSent, match="--again sends it once more"):
        post(later, pdf + b"\n", to, mail=mail, outbox=outbox, now=NOW)
    assert post_once(later, pdf, to, mail=mail, outbox=outbox, now=NOW) is None
    assert "sent to" in post(later, pdf, to, mail=mail, outbox=outbox, now=NOW, again=True)
    assert len(outbox.entries()) == 2


@pytest.mark.slow
def test_what_waits_goes_out_once_the_server_is_back(servers: Servers, outbox: Outbox) -> None:
    """Kept while it is down, sent by a retry; a fate that nobody knows is asked about."""
    assert post_once(
        rich(), b"%PDF", people("reader@example.test"), mail=DOWN, outbox=outbox, now=NOW
    )
    up = dataclasses.replace(DOWN, smtp=servers.smtp())
    assert retry(outbox, mail=up, now=NOW) == ()
    (entry,) = retry(outbox, mail=up, now=NOW, all=True, ask=_nobody)
    assert outcome(entry) == "sent to reader@example.test"


def _nobody(entry: Entry) -> bool | None:
    raise AssertionError(f"asked about {entry}")


def test_the_doctor_tells_what_is_set_and_what_answers() -> None:
    """Nothing set is no fault; a server that is down is."""
    assert checked(MailSettings()) == ((True, "mail: not set"), (True, "imap: not set"))
    assert checked(DOWN) == (
        (False, "mail: 127.0.0.1:1 cannot be reached: Connection refused"),
        (True, "imap: not set"),
    )
