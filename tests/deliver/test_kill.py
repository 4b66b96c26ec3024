"""A process that is killed at any moment loses no letter and sends none twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from briefgen.deliver import Entry, Letter, Outbox
from briefgen.errors import NotSent
from tests.deliver.conftest import Servers, a_letter

pytestmark = pytest.mark.slow

RUNS = 200


def deliver(outbox: Outbox, letter: Letter, servers: Servers) -> Entry:
    """What `briefgen make --to` does with a finished letter."""
    entry = outbox.put(letter, now=0)
    return outbox.send(entry.id, account=servers.smtp("none"), now=0)


def asked_again(outbox: Outbox, letter: Letter, servers: Servers) -> Entry:
    """The same command once more: what was sent is said to be, the rest goes on its way."""
    try:
        return deliver(outbox, letter, servers)
    except NotSent:
        every = {entry.message_id: entry for entry in outbox.entries()}
        return every[letter.message_id]


def started(outbox: Outbox, letter: Letter, servers: Servers) -> int:
    """Deliver in a process of its own; its id."""
    child = os.fork()
    if child == 0:
        deliver(outbox, letter, servers)
        os._exit(0)
    return child


def usual(outbox: Outbox, servers: Servers) -> float:
    """How many seconds such a process takes that nobody kills."""
    begun = time.monotonic()
    for number in range(10):
        os.waitpid(started(outbox, a_letter(f"whole {number}"), servers), 0)
    return (time.monotonic() - begun) / 10


def killed(outbox: Outbox, letter: Letter, servers: Servers, *, after: float) -> bool:
    """Deliver in a process of its own that gets SIGKILL; False where it was done before."""
    child = started(outbox, letter, servers)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_every_letter_arrives_once_or_is_reported_as_unknown(
    servers: Servers, tmp_path: Path
) -> None:
    """200 letters, each killed at a random moment, then asked for again as a user would."""
    outbox = Outbox(tmp_path / "outbox")
    length = usual(outbox, servers)
    moments = random.Random(0)
    letters = [a_letter(f"killed {number}", pdf=bytes(20_000)) for number in range(RUNS)]
    deaths = sum(
        killed(outbox, letter, servers, after=moments.uniform(0, 1.1 * length))
        for letter in letters
    )
    entries = [asked_again(outbox, letter, servers) for letter in letters]
    fates = Counter(entry.state for entry in entries)
    time.sleep(2)  # the server's own delivery to the mailbox
    copies = {letter.message_id: len(servers.fetch(letter.message_id)) for letter in letters}
    for entry in entries:
        assert copies[entry.message_id] <= 1
        assert entry.state in ("sent", "unknown")
        assert copies[entry.message_id] == 1 or entry.state == "unknown"
    found = outbox.retry(account=servers.smtp("none"), mailbox=servers.imap(), now=0, all=True)
    for entry in found:
        assert entry.state == ("sent" if copies[entry.message_id] else "unknown")
    left = Counter(entry.state for entry in outbox.entries())
    print(f"{RUNS} runs, {deaths} killed, then {dict(fates)}, after a look into the mailbox {left}")
    assert deaths > RUNS // 3
