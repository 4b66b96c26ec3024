"""The letter: what it carries, what it never lets in or out."""

from __future__ import annotations

import datetime as dt
import email
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.deliver import Attachment, Letter, draft, letter, parse_addresses
from briefgen.deliver.letter import file_name, message_id, one_line
from briefgen.errors import UsageError

DESK = Address("Büro, Süd", "desk", "example.test")
JANE = Address("Jane Roe", "jane", "example.test")
HTML = (
    "<html><head><style>p { color: #111 } @media (prefers-color-scheme: dark) "
    "{ p { color: #eee !important } }</style></head><body><p>Häuser</p></body></html>"
)


def made(
    *,
    subject: str = "[SECRET] Brief: Häuser",
    cc: tuple[Address, ...] = (),
    bcc: tuple[Address, ...] = (),
    name: str = "Brief – Häuser.pdf",
    again: int = 0,
) -> Letter:
    """A letter to Jane with a PDF of four bytes."""
    return letter(
        subject=subject,
        text="Häuser\n.\nFrom here\n",
        html=HTML,
        brief="b",
        sender=DESK,
        to=[JANE],
        cc=cc,
        bcc=bcc,
        attachments=[
            Attachment(name, b"%PDF"),
            Attachment("m.ics", b"BEGIN:VCALENDAR", "text/calendar", (("method", "PUBLISH"),)),
        ],
        date=dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        again=again,
    )


def parsed(made: Letter) -> EmailMessage:
    """The letter's bytes, read as a mail program reads them."""
    message = email.message_from_bytes(made.content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_has_two_texts_and_its_files() -> None:
    """Plain text first, HTML with its styles at the elements, the PDF, the meeting as PUBLISH."""
    message = parsed(made())
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    pdf, meeting = message.iter_attachments()
    assert text is not None
    assert html is not None
    assert text.get_content().splitlines() == ["Häuser", ".", "From here"]
    assert 'style="color: #111' in html.get_content()
    assert "prefers-color-scheme: dark" in html.get_content()
    assert (pdf.get_content_type(), pdf.get_filename()) == ("application/pdf", "Brief – Häuser.pdf")
    assert pdf.get_content() == b"%PDF"
    assert meeting["Content-Type"].params["method"] == "PUBLISH"


def test_headers_say_what_was_given() -> None:
    """Names in any script, the marking in the subject, the date with its zone."""
    message = parsed(made(cc=(Address("李雷", "li", "example.test"),)))
    assert message["From"] == '"Büro, Süd" <desk@example.test>'
    assert message["Cc"] == "李雷 <li@example.test>"
    assert message["Subject"] == "[SECRET] Brief: Häuser"
    assert message["Date"] == "Tue, 12 May 2026 09:00:00 +0200"


def test_lines_are_ascii_and_short_enough_for_any_server() -> None:
    """CRLF everywhere, nothing above 7 bits, no line of more than 998 octets (RFC 5322, 2.1.1)."""
    content = made(subject="Häuser " * 60).content
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_bcc_is_on_the_envelope_only() -> None:
    """Whom nobody is to see is in no header and in no byte of the letter."""
    hidden = made(bcc=(Address("", "hidden", "example.test"),))
    assert hidden.recipients == ("jane@example.test", "hidden@example.test")
    assert b"hidden" not in hidden.content
    assert b"hidden" not in draft(hidden)


@given(text=st.text(min_size=1))
@example("000000 00000¡¡¡¡¡¡¡¡¡¡૦ก ¡")
@example("é " * 60)
def test_no_text_makes_a_header_of_its_own(text: str) -> None:
    """Line breaks and controls in a title or a name end up as blanks.

    A header folded right after its name is read back with the blank of the fold before it.
    """
    subject = f"Brief {text}\r\nBcc: victim@example.test"
    message = parsed(made(subject=subject, name=f"{text}\r\nX-Evil: 1"))
    assert message["Bcc"] is None
    assert all(part["X-Evil"] is None for part in message.walk())
    assert message["Subject"].strip() == one_line(subject).strip()


def test_the_same_letter_is_the_same_bytes() -> None:
    """Nothing random gets in: not even the boundaries between the parts."""
    assert made() == made()


def test_the_identity_follows_brief_people_and_files() -> None:
    """The order of the people does not count; the brief, a person, a file, or `again` does."""
    files = [Attachment("a", b"1")]
    first = message_id("b", ["x@a.test", "y@a.test"], files, sender=JANE)
    assert first == message_id("b", ["Y@a.test", "x@a.test"], files, sender=JANE)
    others = {
        message_id("c", ["x@a.test", "y@a.test"], files, sender=JANE),
        message_id("b", ["x@a.test"], files, sender=JANE),
        message_id("b", ["x@a.test", "y@a.test"], [Attachment("a", b"2")], sender=JANE),
        message_id("b", ["x@a.test", "y@a.test"], files, sender=JANE, again=1),
    }
    assert len(others | {first}) == 5


def test_a_draft_opens_for_sending() -> None:
    """The mark that Outlook looks for comes first, the letter follows unchanged."""
    assert draft(made()) == b"X-Unsent: 1\r\n" + made().content


@pytest.mark.parametrize(
    ("texts", "addresses"),
    [
        (["jane@example.test"], ["jane@example.test"]),
        (["Jane Roe <jane@example.test>"], ["Jane Roe <jane@example.test>"]),
        (["Roe, Jane <jane@example.test>"], ['"Roe, Jane" <jane@example.test>']),
        (['"Roe, \\"J\\"" <j@x.test>, k@x.test;'], ['"Roe, \\"J\\"" <j@x.test>', "k@x.test"]),
        (["Ångström <a@bücher.example>"], ["Ångström <a@xn--bcher-kva.example>"]),
        (["a@x.test", "A@X.test"], ["a@x.test"]),
        (["o'neil+tag@sub.example.test"], ["o'neil+tag@sub.example.test"]),
        (["me@localhost"], ["me@localhost"]),
    ],
)
def test_addresses_as_people_type_them(texts: list[str], addresses: list[str]) -> None:
    """With or without a name, several in one text, each once."""
    assert list(map(str, parse_addresses(texts))) == addresses


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jane",
        "jane@",
        "@example.test",
        "jane@exa mple.test",
        "jane@example..test",
        "jane@-x.test",
        "a@b.test\nBcc: c@d.test",
        "<a@b.test> x",
        "jane@example.test\r",
        "ja\u202ene@example.test",
        "jöhn@example.test",
        "a" * 65 + "@example.test",
        "Jane <jane@example.test",
        "a@b@c",
        "a@b.test, c",
    ],
)
def test_what_is_no_address_is_one_line(text: str) -> None:
    """The line shows what was given, without what would break it."""
    if text == "jane@example.test\r":
        assert parse_addresses([text])[0].addr_spec == "jane@example.test"
        return
    with pytest.raises(UsageError, match=r"\A[^\n\r]+ is not a mail address[^\n]*\Z"):
        parse_addresses([text])


@given(st.text())
def test_any_text_is_an_address_or_one_line(text: str) -> None:
    """Whatever is typed, what comes out is an address that a header can hold, or our own error."""
    try:
        found = parse_addresses([text])
    except UsageError:
        return
    assert all(str(address).isprintable() and "@" in str(address) for address in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a:b?.pdf", "a-b-.pdf"),
        ("", "brief.pdf"),
        ("Über\r\nuns.pdf", "Über uns.pdf"),
    ],
)
def test_a_file_name_stays_a_name(name: str, expected: str) -> None:
    """No folder, no device, no line break."""
    assert file_name(name) == expected


def test_a_letter_to_nobody_is_refused() -> None:
    """The line says which option is missing."""
    with pytest.raises(UsageError, match="give --to"):
        letter(
            subject="s",
            text="t",
            html="<p>t</p>",
            brief="b",
            sender=DESK,
            to=[],
            attachments=[],
            date=dt.datetime(2026, 5, 12, tzinfo=dt.UTC),
        )
