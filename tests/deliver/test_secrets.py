"""Where passwords come from, and what is said where none comes."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from briefgen.deliver import Account
from briefgen.deliver.secrets import is_plain, password, token
from briefgen.errors import SettingsError


def account(*, given: str | None = None, command: str | None = None, ring: bool = False) -> Account:
    """An account whose secret comes from one place; the command is a line of Python."""
    words = (sys.executable, "-c", command) if command else ()
    return Account(
        "mail.example.test",
        587,
        "starttls",
        user="desk",
        password=given,
        password_command=words,
        token_command=words,
        keyring=ring,
    )


def test_the_environments_password_comes_first() -> None:
    """What is given for this run goes before what is stored."""
    assert password(account(given="now", command="print('stored')")) == "now"


def test_a_command_prints_the_password_on_its_first_line() -> None:
    """Further lines are the store's own notes; blanks belong to the password."""
    command = "print(' s3 crét\\nuser: desk')"
    assert password(account(command=command)) == " s3 crét"
    assert token(account(command=command)) == " s3 crét"


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (
            "import sys; print('s3cret'); print('s3cret', file=sys.stderr); sys.exit(3)",
            "ended with 3",
        ),
        ("pass", "printed nothing"),
        ("print()", "printed nothing"),
    ],
)
def test_a_command_that_fails_is_one_line_without_the_secret(
    command: str, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """The program is named, what it said is not."""
    with pytest.raises(SettingsError) as caught:
        password(account(command=command))
    assert line in str(caught.value)
    assert str(caught.value).startswith("password_command: ")
    assert "s3cret" not in str(caught.value) + "".join(capfd.readouterr())


def test_a_program_that_is_not_there_is_one_line() -> None:
    """The line names it."""
    lost = Account("h", 1, "tls", user="u", password_command=("no-such-program", "x"))
    with pytest.raises(SettingsError, match="there is no program no-such-program"):
        password(lost)


def test_without_any_place_the_line_lists_them() -> None:
    """The user sees what can be set."""
    with pytest.raises(SettingsError, match="set password_command, keyring or"):
        password(account())


class Locked(KeyringBackend):
    """A store of its own in memory, as good as a locked one on a disk."""

    priority = 1
    kept = {("briefgen:mail.example.test", "desk"): "from the ring"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept, as keyring asks for it."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing is put there by a test."""


class PlaintextKeyring(Locked):
    """A store that keeps secrets in the open, by its name."""


@pytest.fixture(name="ring")
def _ring() -> Iterator[type[Locked]]:
    before = keyring.get_keyring()
    keyring.set_keyring(Locked())
    yield Locked
    keyring.set_keyring(before)


@pytest.mark.usefixtures("ring")
def test_the_keyring_is_asked_by_host_and_user() -> None:
    """It gives what was put under briefgen:HOST; nothing there is one line."""
    assert password(account(ring=True)) == "from the ring"
    other = Account("elsewhere", 1, "tls", user="desk", keyring=True)
    with pytest.raises(SettingsError, match="keyring set briefgen:elsewhere desk"):
        password(other)


@pytest.mark.usefixtures("ring")
def test_a_keyring_in_the_open_is_refused() -> None:
    """Better no password than one that anybody can read; also behind a chain of backends."""
    keyring.set_keyring(PlaintextKeyring())
    with pytest.raises(SettingsError, match="keeps passwords in the open"):
        password(account(ring=True))
    chain = type("Chain", (), {"backends": [Locked(), PlaintextKeyring()]})()
    assert is_plain(chain)
    assert not is_plain(Locked())
