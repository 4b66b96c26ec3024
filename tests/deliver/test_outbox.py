"""The outbox without a server: what is kept, what is refused, what is remembered."""

from __future__ import annotations

import dataclasses
import stat
from pathlib import Path

import pytest

from briefgen.deliver import Account, Outbox, Outcome, told
from briefgen.deliver import store as files
from briefgen.deliver.outbox import DAY, delay
from briefgen.deliver.receipt import Receipt
from briefgen.errors import NotSent, UsageError
from tests.deliver.conftest import a_letter

CLOSED = Account("127.0.0.1", 1, "none", timeout=1)  # nobody listens there


@pytest.fixture(name="outbox")
def _outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "state" / "outbox")


def sent(outbox: Outbox, name: str, *addresses: str) -> None:
    """Pretend that the server took the brief for the addresses."""
    entry = outbox.put(a_letter(name, to=addresses), now=0)
    done = tuple(Outcome(address, "sent") for address in addresses)
    files.save(outbox.folder, entry.with_outcomes(done))


def test_a_letter_is_kept_before_anything_else(outbox: Outbox) -> None:
    """Queued for everyone, its bytes beside it, and nobody else may read either."""
    letter = a_letter("one")
    entry = outbox.put(letter, now=5)
    assert (entry.state, entry.created, entry.subject) == ("queued", 5, "[OFFICIAL] Brief one")
    assert outbox.entries() == (entry,)
    assert (outbox.folder / f"{entry.id}.eml").read_bytes() == letter.content
    kept = [path for path in outbox.folder.iterdir() if path.name != ".lock"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    assert stat.S_IMODE(outbox.folder.stat().st_mode) == 0o700


def test_the_same_letter_twice_is_one_entry(outbox: Outbox) -> None:
    """A rerun after a crash finds the letter that waits, also when the PDF was made anew."""
    first = outbox.put(a_letter("one"), now=0)
    assert outbox.put(a_letter("one"), now=9) == first
    assert outbox.put(a_letter("one", pdf=b"%PDF made later"), now=9) == first
    assert outbox.entries() == (first,)


def test_the_same_brief_to_the_same_person_needs_to_be_asked_for(outbox: Outbox) -> None:
    """Also among others, also in other letters' case; with `again` it is a letter of its own."""
    sent(outbox, "one", "reader@example.test")
    both = a_letter("one", to=("Reader@example.test", "second@example.test"))
    with pytest.raises(NotSent, match=r"reader@example\.test \(sent\); --again sends"):
        outbox.put(both, now=1)
    times = outbox.times_sent("one", both.recipients)
    again = a_letter("one", to=both.recipients, again=times)
    assert outbox.put(again, now=1, again=True).state == "queued"
    assert len(outbox.entries()) == 2


def test_another_brief_or_another_person_is_another_letter(outbox: Outbox) -> None:
    """Nothing is held back that is not the same."""
    sent(outbox, "one", "reader@example.test")
    outbox.put(a_letter("two"), now=1)
    outbox.put(a_letter("one", to=("second@example.test",)), now=1)
    assert len(outbox.entries()) == 3


def test_a_server_that_is_down_loses_nothing(outbox: Outbox) -> None:
    """Tried again after a minute, two, four …, given up after five days, and it says so."""
    entry = outbox.put(a_letter("one"), now=0)
    entry = outbox.send(entry.id, account=CLOSED, now=0)
    assert told(entry.outcomes) == (
        "reader@example.test: queued, 127.0.0.1:1 cannot be reached: Connection refused"
    )
    assert (entry.attempts, entry.due) == (1, 60)
    assert outbox.retry(account=CLOSED, now=59) == ()
    assert [entry.due for entry in outbox.retry(account=CLOSED, now=60)] == [60 + 120]
    (entry,) = outbox.retry(account=CLOSED, now=6 * DAY)
    assert entry.state == "refused"
    assert "given up after 5 days; last: 127.0.0.1:1 cannot be reached" in told(entry.outcomes)
    assert outbox.retry(account=CLOSED, now=7 * DAY) == ()


def test_the_delay_doubles_up_to_four_hours() -> None:
    """One minute, two, four, … 240, 240."""
    minutes = [delay(attempts) / 60 for attempts in range(12)]
    assert minutes == [0, 1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]
    assert delay(10_000) == 4 * 3600


def test_what_was_under_way_when_a_process_died_is_unknown(outbox: Outbox) -> None:
    """It is never sent again unasked; the user's answer decides."""
    entry = outbox.put(a_letter("one"), now=0)
    under_way = (Outcome("reader@example.test", "sending"),)
    files.save(outbox.folder, entry.with_outcomes(under_way))
    (entry,) = outbox.retry(account=CLOSED, now=9)
    assert (entry.state, entry.attempts) == ("unknown", 0)
    assert outbox.settle(entry.id, arrived=True, now=9).state == "sent"
    assert not list(outbox.folder.glob("*.eml"))
    with pytest.raises(NotSent, match=r"\(sent\)"):
        outbox.put(a_letter("one"), now=10)


def test_what_a_crash_left_half_written_is_cleared_away(outbox: Outbox) -> None:
    """A file without its final name is nothing; a broken entry is passed over."""
    outbox.put(a_letter("one"), now=0)
    (outbox.folder / ".new-abc.eml").write_bytes(b"half")
    (outbox.folder / "broken.json").write_text("{")
    outbox.put(a_letter("two"), now=0)
    assert not (outbox.folder / ".new-abc.eml").exists()
    assert len(outbox.entries()) == 2


def test_an_outbox_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    """A file where the folder should be: not sent, and why."""
    (tmp_path / "file").write_text("")
    outbox = Outbox(tmp_path / "file" / "outbox")
    with pytest.raises(NotSent, match=r"\Anothing was sent, as [^\n]+ cannot be used"):
        outbox.put(a_letter("one"), now=0)
    with pytest.raises(NotSent, match=r"\Anothing was sent, as [^\n]+ cannot be used"):
        outbox.retry(account=CLOSED, now=0)
    assert Outbox(tmp_path / "nowhere").entries() == ()


@pytest.mark.parametrize("name", ["", "zzz", "<>"])
def test_a_letter_that_is_not_there_is_one_line(outbox: Outbox, name: str) -> None:
    """The line points to the list."""
    outbox.put(a_letter("one"), now=0)
    with pytest.raises(UsageError, match="see: briefgen outbox list"):
        outbox.send(name, account=CLOSED, now=0)


def test_the_whole_is_as_good_as_its_worst_recipient() -> None:
    """Unknown before queued before refused before sent."""
    outcomes = [Outcome("a", "sent"), Outcome("b", "refused"), Outcome("c", "queued")]
    states = [Receipt(tuple(outcomes[:count])).state for count in range(4)]
    assert states == ["sent", "sent", "refused", "queued"]


def test_an_entry_comes_back_as_it_was_kept(outbox: Outbox) -> None:
    """Every field survives the disk."""
    entry = dataclasses.replace(
        outbox.put(a_letter("one"), now=1.5), attempts=3, due=7.25, settled=8.5
    )
    files.save(outbox.folder, entry)
    assert outbox.entries() == (entry,)
