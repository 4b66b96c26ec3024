"""Letters through OpenSMTPD into Dovecot and back, and every way in which that can fail."""

from __future__ import annotations

import email
import resource
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import policy
from pathlib import Path

import pytest

from briefgen.deliver import Account, Imap, Outbox, imap, smtp, told
from briefgen.errors import NotSent
from tests.deliver.conftest import PDF, Servers, a_letter, certificate

pytestmark = pytest.mark.slow


@pytest.fixture(name="outbox")
def _outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_a_letter_arrives_with_its_pdf_byte_for_byte(
    servers: Servers, outbox: Outbox, security: str
) -> None:
    """Secured and logged in, or through a local relay: what is read back over IMAP is the PDF."""
    letter = a_letter(f"arrives {security}", bcc=("second@example.test",))
    entry = outbox.put(letter, now=0)
    entry = outbox.send(entry.id, account=servers.smtp(security), now=1)
    assert (entry.state, told(entry.outcomes)) == ("sent", "")
    for user in ("reader", "second"):
        (raw,) = servers.arrived(letter.message_id, user=user)
        message = email.message_from_bytes(raw, policy=policy.default)
        (attached,) = message.iter_attachments()
        assert attached.get_content() == PDF
        assert message["To"] == "reader@example.test"
        assert message["Subject"] == f"[OFFICIAL] Brief arrives {security}"
    assert b"second@example.test" not in letter.content
    assert not list(outbox.folder.glob("*.eml"))


def test_refused_recipients_are_told_one_by_one(servers: Servers, outbox: Outbox) -> None:
    """One gets it, one is unknown there, one has to wait: three outcomes, each with its reason."""
    letter = a_letter(
        "mixed", to=("reader@example.test", "nobody@example.test", "grey@example.test")
    )
    entry = outbox.send(outbox.put(letter, now=0).id, account=servers.smtp(), now=0)
    states = {outcome.address.split("@")[0]: outcome.state for outcome in entry.outcomes}
    assert states == {"reader": "sent", "nobody": "refused", "grey": "queued"}
    assert "grey@example.test: queued, 451 greylisted" in told(entry.outcomes)
    assert (entry.state, entry.due) == ("queued", 60)
    assert outbox.retry(account=servers.smtp(), now=59) == ()
    (entry,) = outbox.retry(account=servers.smtp(), now=61)
    assert (entry.attempts, entry.due) == (2, 61 + 120)
    assert len(servers.arrived(letter.message_id)) == 1


def test_a_letter_that_is_too_large_is_not_even_offered(servers: Servers, outbox: Outbox) -> None:
    """The server's limit is read first; the line tells both sizes, and it is not tried again."""
    letter = a_letter("large", pdf=bytes(1_000_000))
    entry = outbox.send(outbox.put(letter, now=0).id, account=servers.smtp(), now=0)
    assert entry.state == "refused"
    assert told(entry.outcomes) == (
        "reader@example.test: refused, the letter has 1.4 MB, the server takes 1.0 MB"
    )


def broken(servers: Servers, folder: Path) -> dict[str, tuple[Account, str]]:
    """Accounts that cannot work, each with the line that it should give."""
    good = servers.smtp()
    other = certificate(folder, "other")
    return {
        "password": (servers.smtp(password="wrong"), "does not accept the login of desk: 535"),
        "certificate": (
            Account(good.host, good.port, "starttls", ca_file=other),
            "is not trusted: self-signed certificate",
        ),
        "host name": (
            Account("127.0.0.2", good.port, "starttls", timeout=2, ca_file=good.ca_file),
            "cannot be reached",
        ),
        "no STARTTLS": (
            Account(good.host, servers.ports["plain"], "starttls", ca_file=good.ca_file),
            "offers no STARTTLS, so nothing was sent over it",
        ),
        "no server": (Account("127.0.0.1", 1, "starttls"), "127.0.0.1:1 cannot be reached"),
        "no password": (
            Account(good.host, good.port, "starttls", user="desk", ca_file=good.ca_file),
            "no password for desk",
        ),
        "no login": (
            Account(good.host, good.port, "starttls", ca_file=good.ca_file),
            "530 5.5.1 Invalid command: Must issue an AUTH command first",
        ),
    }


@pytest.mark.parametrize(
    "case",
    ["password", "certificate", "host name", "no STARTTLS", "no server", "no password", "no login"],
)
def test_what_the_user_can_mend_leaves_the_letter_waiting(
    servers: Servers, outbox: Outbox, tmp_path: Path, case: str
) -> None:
    """One line says what is wrong; with the right settings the same letter goes out."""
    account, line = broken(servers, tmp_path)[case]
    letter = a_letter(f"mended {case}")
    entry = outbox.send(outbox.put(letter, now=0).id, account=account, now=0)
    assert line in told(entry.outcomes)
    assert "\n" not in told(entry.outcomes)
    assert "wrong" not in told(entry.outcomes)
    assert entry.state == "queued"
    (entry,) = outbox.retry(account=servers.smtp(), now=0, all=True)
    assert entry.state == "sent"
    assert len(servers.arrived(letter.message_id)) == 1


@contextmanager
def cutting(
    port: int, *, deliver: bool, after: Callable[[], object] = lambda: None
) -> Iterator[int]:
    """A wire to the port that breaks at the end of the letter, before the server's answer.

    With `deliver` the end still reaches the server, without it does not. `after` is what happens
    then, before the client is told.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            client, _ = listening.accept()
            with client, socket.create_connection(("127.0.0.1", port)) as server:
                cut = threading.Event()  # from then on no answer gets through
                back = threading.Thread(target=_copy, args=(server, client, cut), daemon=True)
                back.start()
                seen = b""
                while data := client.recv(65536):
                    seen = (seen + data)[-65600:]
                    if ended := seen.endswith(b"\r\n.\r\n"):
                        cut.set()
                    if not ended or deliver:
                        server.sendall(data)
                    if ended:
                        after()
                        break
                client.shutdown(socket.SHUT_RDWR)
                if not deliver:
                    server.shutdown(socket.SHUT_RDWR)
                back.join(5)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(10)


def _copy(source: socket.socket, target: socket.socket, cut: threading.Event) -> None:
    try:
        while (data := source.recv(65536)) and not cut.is_set():
            target.sendall(data)
    except OSError:
        return


@pytest.mark.parametrize("deliver", [True, False])
def test_a_wire_that_breaks_before_the_answer_leaves_the_fate_unknown(
    servers: Servers, outbox: Outbox, *, deliver: bool
) -> None:
    """Only the mailbox can tell: found there it was sent, else it stays unknown, not resent."""
    letter = a_letter(f"cut {deliver}")
    with cutting(servers.ports["plain"], deliver=deliver) as port:
        entry = outbox.send(
            outbox.put(letter, now=0).id, account=Account("127.0.0.1", port, "none"), now=0
        )
    assert entry.state == "unknown"
    (entry,) = outbox.retry(account=servers.smtp(), now=1e5)
    assert entry.state == "unknown"
    if deliver:
        servers.arrived(letter.message_id)
    (entry,) = outbox.retry(account=servers.smtp(), mailbox=servers.imap(), now=1e5)
    assert entry.state == ("sent" if deliver else "unknown")
    assert len(servers.fetch(letter.message_id)) == int(deliver)


def test_a_server_killed_after_the_letter_leaves_the_fate_unknown(
    servers: Servers, outbox: Outbox
) -> None:
    """Once it runs again, the mailbox tells; the letter is there once, or not and unknown."""
    letter = a_letter("killed")
    try:
        with cutting(servers.ports["plain"], deliver=True, after=servers.kill_smtpd) as port:
            entry = outbox.send(
                outbox.put(letter, now=0).id, account=Account("127.0.0.1", port, "none"), now=0
            )
    finally:
        servers.start_smtpd()
    assert entry.state == "unknown"
    arrived = servers.arrived(letter.message_id)
    (entry,) = outbox.retry(account=servers.smtp(), mailbox=servers.imap(), now=1e5)
    assert entry.state == ("sent" if arrived else "unknown")
    assert len(servers.fetch(letter.message_id)) == len(arrived) <= 1


def test_the_users_answer_settles_an_unknown_fate(servers: Servers, outbox: Outbox) -> None:
    """Told that it did not arrive, the letter is sent once more, and once only."""
    letter = a_letter("answered")
    with cutting(servers.ports["plain"], deliver=False) as port:
        entry = outbox.send(
            outbox.put(letter, now=0).id, account=Account("127.0.0.1", port, "none"), now=0
        )
    entry = outbox.settle(entry.id, arrived=False, now=1)
    (entry,) = outbox.retry(account=servers.smtp(), now=1)
    assert entry.state == "sent"
    assert len(servers.arrived(letter.message_id)) == 1


FULL = """
import resource, sys
from pathlib import Path
from briefgen.deliver import Account, Outbox
from briefgen.errors import NotSent
from tests.deliver.conftest import a_letter
outbox = Outbox(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), -1))
try:
    entry = outbox.put(a_letter("full"), now=0)
    entry = outbox.send(entry.id, account=Account("127.0.0.1", int(sys.argv[2]), "none"), now=0)
    print(entry.state, entry.outcomes[0].reason)
except NotSent as error:
    print("NotSent", error)
"""


@pytest.mark.parametrize(
    ("limit", "line"), [(1000, "NotSent not sent, as the letter could not be kept in ")]
)
def test_a_full_disk_sends_nothing(servers: Servers, outbox: Outbox, limit: int, line: str) -> None:
    """What cannot be kept is not sent: one line, no half-written file, nothing in the mailbox."""
    arguments = [str(outbox.folder), str(servers.ports["plain"]), str(limit)]
    done = subprocess.run(
        [sys.executable, "-c", FULL, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.stdout.startswith(line)
    assert done.stdout.count("\n") == 1
    assert [path.name for path in outbox.folder.iterdir()] == [".lock"]
    assert servers.fetch(a_letter("full").message_id) == []


def test_a_disk_that_fills_before_the_letter_goes_out_stops_it(
    servers: Servers, outbox: Outbox
) -> None:
    """Kept but not to be marked as under way: it is not sent, and goes out once there is room."""
    letter = a_letter("fills")
    entry = outbox.put(letter, now=0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        entry = outbox.send(entry.id, account=servers.smtp("none"), now=0)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told(entry.outcomes) == (
        "reader@example.test: queued, the outbox cannot be used: File too large"
    )
    assert servers.fetch(letter.message_id) == []
    (entry,) = outbox.retry(account=servers.smtp("none"), now=0)
    assert entry.state == "sent"
    assert len(servers.arrived(letter.message_id)) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("name", ["Drafts", "Entwürfe & mehr"])
def test_a_draft_lies_in_the_mailbox(servers: Servers, security: str, name: str) -> None:
    """It is appended to the folder, whatever its name, and can be found and read there."""
    letter = a_letter(f"draft {security} {name}")
    mailbox = servers.imap(security, drafts=name)
    assert imap.append_draft(mailbox, letter.content, now=1_780_000_000) == name
    folder = '"' + imap.encoded(name) + '"'
    assert len(servers.fetch(letter.message_id, folder=folder)) == 1


def test_a_mailbox_that_cannot_take_the_draft_is_one_line(servers: Servers) -> None:
    """A wrong password for the mailbox says so without telling the password."""
    good = servers.imap().account
    account = Account(
        good.host, good.port, "tls", user=good.user, password="wrong", ca_file=good.ca_file
    )
    with pytest.raises(NotSent, match=r"\Ano draft could be laid into Drafts: [^\n]+\Z") as caught:
        imap.append_draft(Imap(account), b"", now=0)
    assert "does not accept the login of reader@example.test" in str(caught.value)
    assert "wrong" not in str(caught.value)


def test_the_settings_can_be_checked_without_sending(servers: Servers) -> None:
    """What `doctor` prints: the server answers, how it is secured, who is logged in, the limit."""
    port = servers.ports["starttls"]
    assert smtp.check(servers.smtp()) == (
        f"127.0.0.1:{port} answers, STARTTLS, logged in as desk, letters up to 1 MB"
    )
    assert imap.check(servers.imap().account).endswith("logged in as reader@example.test")


def test_a_token_is_as_good_as_a_password(servers: Servers, outbox: Outbox) -> None:
    """XOAUTH2 at the submission server and at the mailbox, the token from a command."""
    letter = a_letter("token")
    entry = outbox.put(letter, now=0)
    entry = outbox.send(entry.id, account=servers.with_token("submission"), now=0)
    assert told(entry.outcomes) == ""
    assert len(servers.arrived(letter.message_id)) == 1
    assert imap.find(Imap(servers.with_token("imaps")), letter.message_id)


def test_a_token_that_is_not_accepted_is_one_line(servers: Servers, outbox: Outbox) -> None:
    """Signed by somebody else: the login is refused, the letter waits, the token is not told."""
    account = servers.with_token("submission", key="another key")
    entry = outbox.send(outbox.put(a_letter("forged"), now=0).id, account=account, now=0)
    assert entry.state == "queued"
    assert "does not accept the login of reader@example.test" in told(entry.outcomes)
    assert "\n" not in told(entry.outcomes)
    assert "eyJ" not in told(entry.outcomes)
    with pytest.raises(smtp.Unreachable, match=r"does not accept the login"):
        imap.check(servers.with_token("imaps", key="another key"))
