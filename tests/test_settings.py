"""Settings: which place wins, and what is said of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.deliver.account import Account, Imap, MailSettings
from briefgen.errors import SettingsError
from briefgen.settings import Agenda, Make, Settings, load


@pytest.fixture(name="here")
def _here(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


@pytest.fixture(name="user")
def _user(tmp_path: Path) -> Path:
    (tmp_path / "user").mkdir()
    return tmp_path / "user"


def put(folder: Path, text: str) -> None:
    """Write a settings file into the folder."""
    (folder / "briefgen.toml").write_text(text, encoding="utf-8")


def test_without_a_file_nobody_wishes_anything(here: Path, user: Path) -> None:
    """No file, no variable: every setting is unset and nothing is sent."""
    assert load(environment={}, here=here, user=user) == Settings(MailSettings())


def test_the_nearest_place_wins_key_by_key(here: Path, user: Path) -> None:
    """Environment over working folder over the user's own file."""
    put(user, '[make]\nmarking = "user"\nfor = "user"\nfrom = "user"\npages = 4')
    put(here, '[make]\nmarking = "here"\nfor = "here"')
    environment = {"BRIEFGEN_MAKE_MARKING": "environment", "BRIEFGEN_MAKE_PAGES": "3"}
    settings = load(environment=environment, here=here, user=user)
    assert settings.make == Make(marking="environment", for_="here", from_="user", pages=3)
    assert settings.make.defaults() == {
        "marking": "environment",
        "for_": "here",
        "from_": "user",
        "pages": 3,
    }


def test_mail_settings_of_the_user(here: Path, user: Path) -> None:
    """Ports follow from the security, commands are split into words, paths lie by the file."""
    put(
        user,
        """
        [mail]
        from = "Desk <desk@example.org>"
        host = "smtp.example.org"
        user = "desk"
        password_command = "pass show 'mail box'"
        ca_file = "ca.pem"
        [imap]
        host = "imap.example.org"
        security = "tls"
        drafts = "Entwürfe"
        [agenda]
        to = ["me@example.org"]
        """,
    )
    smtp = Account(
        host="smtp.example.org",
        port=587,
        security="starttls",
        user="desk",
        password_command=("pass", "show", "mail box"),
        ca_file=user / "ca.pem",
    )
    imap = Imap(Account(host="imap.example.org", port=993, security="tls"), drafts="Entwürfe")
    expected = Settings(
        mail=MailSettings(sender="Desk <desk@example.org>", smtp=smtp, imap=imap),
        agenda=Agenda(to=("me@example.org",)),
    )
    assert load(environment={}, here=here, user=user) == expected


def test_a_working_folder_never_gets_the_users_password(here: Path, user: Path) -> None:
    """Where the nearer file names the server, the login of the farther one stays behind."""
    put(user, '[mail]\nhost = "mine"\nuser = "me"\npassword_command = "pass"\nfrom = "a@b.org"')
    put(here, '[mail]\nhost = "theirs"')
    mail = load(environment={}, here=here, user=user).mail
    assert mail.smtp == Account(host="theirs", port=587, security="starttls")
    assert mail.sender == "a@b.org"


def test_the_password_comes_from_the_environment_and_is_not_shown(here: Path, user: Path) -> None:
    """It is kept as it is, blanks too, and no printed value tells it."""
    put(user, '[mail]\nhost = "mine"\nuser = "me"')
    account = load(
        environment={"BRIEFGEN_MAIL_PASSWORD": " s3 cret "}, here=here, user=user
    ).mail.smtp
    assert account is not None
    assert account.password == " s3 cret "
    assert "s3 cret" not in repr(account)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[mial]\nhost = "x"', "unknown section mial; did you mean mail?"),
        ('[mail]\nhots = "x"', "unknown key mail.hots; did you mean host?"),
        ('[mail]\nport = "x"', "mail.port is not a port between 1 and 65535"),
        ("[mail]\nport = 70000", "mail.port is not a port between 1 and 65535"),
        ("[make]\npages = true", "make.pages is not a whole number above zero"),
        ('[mail]\nsecurity = "ssl"', "mail.security is none of starttls, tls, none"),
        ('[mail]\nfrom = "a\\nb"', "mail.from is not a text on one line"),
        ('[mail]\ntoken_command = "a \'b"', "mail.token_command No closing quotation"),
        ('[mail]\npassword = "x"', "mail.password: no password belongs in a file"),
        ('[agenda]\nto = "x"', 'agenda.to is not a list of texts: ["one", "two"]'),
        ("[mail", "not TOML: "),
        ("mail = 3", "mail is not a section: write [mail]"),
        (
            '[mail]\nhost = "x"\nuser = "u"\nsecurity = "none"',
            "mail.security is none, over which no login is sent",
        ),
    ],
)
def test_a_mistake_is_one_line_with_file_and_key(
    here: Path, user: Path, text: str, line: str
) -> None:
    """The line begins with the file, then says which key and what it should be."""
    put(user, text)
    with pytest.raises(SettingsError) as caught:
        load(environment={}, here=here, user=user)
    assert str(caught.value).startswith(f"{user / 'briefgen.toml'}: {line}")
    assert "\n" not in str(caught.value)


def test_a_wrong_variable_is_named(here: Path, user: Path) -> None:
    """A mistake in the environment is told by the variable's name."""
    with pytest.raises(SettingsError, match=r"\ABRIEFGEN_MAIL_PORT is not a port"):
        load(environment={"BRIEFGEN_MAIL_PORT": "smtp"}, here=here, user=user)


def test_a_working_folder_may_not_name_programs(here: Path, user: Path) -> None:
    """A file that came with somebody's articles does not get to run a command."""
    put(here, '[mail]\nhost = "x"\nuser = "u"\npassword_command = "rm -r ."')
    with pytest.raises(SettingsError, match=r"mail\.password_command names a program to run"):
        load(environment={}, here=here, user=user)


def test_the_example_in_the_docs_is_true(here: Path, user: Path) -> None:
    """It is read without complaint, the lines in comments too."""
    text = (Path(__file__).parent.parent / "docs" / "mail.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    lines = [line.removeprefix("# ").partition("   ")[0] for line in example.splitlines()]
    put(
        user,
        "\n".join(line for line in lines if "marking, " not in line and "template" not in line),
    )
    mail = load(environment={}, here=here, user=user).mail
    assert mail.smtp is not None
    assert mail.imap is not None
    assert (mail.smtp.port, mail.smtp.keyring, mail.imap.drafts) == (587, True, "Drafts")
