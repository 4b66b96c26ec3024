"""Real mail servers on loopback, started once for all the tests that want them, and letters."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import hmac
import imaplib
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path

import pytest

from briefgen.deliver import Account, Attachment, Imap, Letter, letter

SMTPD = """
pki mail cert "{folder}/cert.pem"
pki mail key "{folder}/key.pem"
table logins {{ "desk" = "{password}" }}
table boxes {{ "reader@example.test" = "nobody", "second@example.test" = "nobody", \
"grey@example.test" = "nobody" }}
smtp max-message-size 1M
filter grey phase rcpt-to match rcpt-to {{ "grey@example.test" }} \
reject "451 greylisted, come back later"
listen on 127.0.0.1 port {starttls} tls-require pki mail auth <logins> filter grey
listen on 127.0.0.1 port {tls} smtps pki mail auth <logins> filter grey
listen on 127.0.0.1 port {plain} filter grey
action "in" lmtp "127.0.0.1:{lmtp}" rcpt-to virtual <boxes>
match from any for domain "example.test" action "in"
"""

DOVECOT = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap lmtp submission
auth_mechanisms = plain login xoauth2
submission_relay_host = 127.0.0.1
submission_relay_port = {plain}
oauth2 {{
  introspection_mode = local
  oauth2_local_validation {{
    dict fs {{
      fs posix {{
        prefix = {folder}/keys/
      }}
    }}
  }}
}}
listen = 127.0.0.1
ssl = required
ssl_server_cert_file = {folder}/cert.pem
ssl_server_key_file = {folder}/key.pem
mail_driver = maildir
mail_path = {folder}/mail/%{{user | username}}
first_valid_uid = 1
login_greeting = ready
passdb static {{
  password = readers-secret
}}
userdb static {{
  fields {{
    uid = nobody
    gid = nogroup
    home = {folder}/mail/%{{user | username}}
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service submission-login {{
  inet_listener submission {{
    port = {submission}
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
"""

PORTS = ("starttls", "tls", "plain", "lmtp", "imap", "imaps", "submission")


@dataclass(frozen=True, slots=True)
class Servers:
    """What runs: the ports by name, the certificate to trust, the processes by their program."""

    ports: dict[str, int]
    certificate: Path
    running: dict[str, subprocess.Popen[bytes]]

    def kill_smtpd(self) -> None:
        """Kill the mail server as a crash does: at once, with all that it was doing."""
        parent = self.running["smtpd"]
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
        for pid in (parent.pid, *map(int, children)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        parent.wait()

    def start_smtpd(self) -> None:
        """Start it again, on the spool that it left."""
        self.running["smtpd"] = _started("smtpd", self.certificate.parent)
        for name in ("starttls", "tls", "plain"):
            _await(self.ports[name], self.certificate.parent)

    def smtp(self, security: str = "starttls", *, password: str = "desks-secret") -> Account:
        """The account of the sender."""
        if security == "none":
            return Account("127.0.0.1", self.ports["plain"], "none", timeout=10)
        return Account(
            "127.0.0.1",
            self.ports[security],
            "tls" if security == "tls" else "starttls",
            user="desk",
            password=password,
            ca_file=self.certificate,
            timeout=10,
        )

    def imap(self, security: str = "tls", *, drafts: str = "Drafts") -> Imap:
        """The mailbox of the reader."""
        account = Account(
            "127.0.0.1",
            self.ports["imaps" if security == "tls" else "imap"],
            "tls" if security == "tls" else "starttls",
            user="reader@example.test",
            password="readers-secret",
            ca_file=self.certificate,
            timeout=10,
        )
        return Imap(account, drafts=drafts)

    def with_token(self, service: str, *, key: str = "a key of the test") -> Account:
        """The reader's account at a service of Dovecot's, with a token instead of a password."""
        script = f"print({token('reader@example.test', key=key)!r})"
        return Account(
            "127.0.0.1",
            self.ports[service],
            "tls" if service == "imaps" else "starttls",
            user="reader@example.test",
            token_command=(sys.executable, "-c", script),
            ca_file=self.certificate,
            timeout=10,
        )

    def fetch(self, message_id: str, *, user: str = "reader", folder: str = "INBOX") -> list[bytes]:
        """Every copy of the letter that lies in the user's folder, read back over IMAP."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        with imaplib.IMAP4_SSL("127.0.0.1", self.ports["imaps"], ssl_context=context) as server:
            server.login(f"{user}@example.test", "readers-secret")
            server.select(folder, readonly=True)
            _, found = server.search(None, "HEADER", "Message-ID", f'"{message_id}"')
            parts = [server.fetch(number.decode(), "(RFC822)")[1] for number in found[0].split()]
        return [part[0][1] for part in parts if part and isinstance(part[0], tuple)]

    def arrived(self, message_id: str, *, user: str = "reader") -> list[bytes]:
        """As `fetch`, with the patience that a local delivery needs."""
        for _ in range(100):
            if found := self.fetch(message_id, user=user):
                return found
            time.sleep(0.05)
        return []


def token(user: str, *, key: str) -> str:
    """An access token as an OAuth server signs it (RFC 7519), good for a day."""
    claims = {"email": user, "sub": user, "iat": int(time.time()) - 60}
    parts = ({"alg": "HS256", "typ": "JWT"}, claims | {"exp": int(time.time()) + 86400})
    signed = ".".join(_base64url(json.dumps(part).encode()) for part in parts)
    return f"{signed}.{_base64url(hmac.digest(key.encode(), signed.encode(), 'sha256'))}"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """OpenSMTPD that delivers to Dovecot, both on loopback ports of their own."""
    missing = [name for name in PROGRAMS if not shutil.which(name, path=PATH)]
    if missing or os.geteuid() != 0:
        pytest.skip(f"needs {', '.join(missing) or 'root'}")
    folder = Path(tempfile.mkdtemp(prefix="briefgen-mail-"))
    try:
        with _running(folder) as (ports, running):
            yield Servers(ports, folder / "cert.pem", running)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


PROGRAMS = ("smtpd", "dovecot", "openssl", "lmtp", "submission")
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", "/usr/lib/dovecot"])


@contextlib.contextmanager
def _running(folder: Path) -> Iterator[tuple[dict[str, int], dict[str, subprocess.Popen[bytes]]]]:
    ports = _free_ports()
    _prepare(folder, ports)
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for program in OPTIONS:
            running[program] = _started(program, folder)
        for port in ports.values():
            _await(port, folder)
        yield ports, running
    finally:
        for process in running.values():
            process.terminate()
            process.wait()


OPTIONS = {"dovecot": ["-F", "-c"], "smtpd": ["-d", "-f"]}


def _started(program: str, folder: Path) -> subprocess.Popen[bytes]:
    path = shutil.which(program, path=PATH) or program
    command = [path, *OPTIONS[program], str(folder / f"{program}.conf")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log)


def _prepare(folder: Path, ports: dict[str, int]) -> None:
    folder.chmod(0o755)
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", "nobody", "nogroup")
    keys = folder / "keys" / "default" / "HS256"
    keys.mkdir(parents=True)
    (keys / "default").write_text(base64.b64encode(b"a key of the test").decode())
    certificate(folder, "cert")
    (folder / "cert-key.pem").rename(folder / "key.pem")
    smtpctl = shutil.which("smtpctl", path=PATH) or "smtpctl"
    done = subprocess.run([smtpctl, "encrypt", "desks-secret"], capture_output=True, check=True)
    values = {"folder": folder, "password": done.stdout.decode().strip(), **ports}
    (folder / "smtpd.conf").write_text(SMTPD.format(**values))
    (folder / "smtpd.conf").chmod(0o600)
    (folder / "dovecot.conf").write_text(DOVECOT.format(**values))


def certificate(folder: Path, name: str) -> Path:
    """A certificate for this machine that nobody signed, with its key beside it."""
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-keyout", str(folder / f"{name}-key.pem"), "-out", str(folder / f"{name}.pem")]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    subprocess.run(command, check=True, capture_output=True)
    (folder / f"{name}-key.pem").chmod(0o600)
    return folder / f"{name}.pem"


def _free_ports() -> dict[str, int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in PORTS]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return {name: each.getsockname()[1] for name, each in zip(PORTS, sockets, strict=True)}


def _await(port: int, folder: Path) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"no server on {port}: {(folder / 'log').read_text()}")


DESK = Address("Desk", "desk", "example.test")
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"


def a_letter(
    name: str,
    *,
    to: tuple[str, ...] = ("reader@example.test",),
    bcc: tuple[str, ...] = (),
    pdf: bytes = PDF,
    again: int = 0,
) -> Letter:
    """A small letter; `name` is its brief."""
    return letter(
        subject=f"[OFFICIAL] Brief {name}",
        text="The bottom line.\n",
        html="<html><body><p>The bottom line.</p></body></html>",
        brief=name,
        sender=DESK,
        to=[Address(addr_spec=address) for address in to],
        bcc=[Address(addr_spec=address) for address in bcc],
        attachments=[Attachment("Brief.pdf", pdf)],
        date=dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.UTC),
        again=again,
    )
