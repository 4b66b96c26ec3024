"""The outbox: a letter is kept before it is sent, and its fate is known or said to be unknown.

queued → sending → sent | refused | unknown. `sending` is on the disk before the letter goes over
the wire and is replaced by the server's answer; who finds it later finds a crash in between, and
the fate is unknown. All times are seconds since 1970 and are arguments.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.deliver import imap, smtp, store
from briefgen.deliver.account import Account, Imap
from briefgen.deliver.letter import Letter
from briefgen.deliver.receipt import Outcome
from briefgen.deliver.store import Entry
from briefgen.errors import NotSent, UsageError

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
PATIENCE = 5 * DAY  # RFC 5321, 4.5.4.1: give up after four to five days


def delay(attempts: int) -> float:
    """Seconds until the next attempt: one minute, two, four … up to four hours."""
    return min(MINUTE * 2.0 ** min(attempts - 1, 20), 4 * HOUR) if attempts else 0.0


@dataclass(frozen=True, slots=True)
class Outbox:
    """The letters in a folder, and what may be done with them; one process at a time."""

    folder: Path

    def entries(self) -> tuple[Entry, ...]:
        """Every letter, also those that are done, the oldest first."""
        return store.load(self.folder)

    def times_sent(self, brief: str, recipients: tuple[str, ...]) -> int:
        """How often the brief went, or may have gone, to any of the recipients: for `again`."""
        return len(_same(self.entries(), brief, recipients))

    def put(self, letter: Letter, *, now: float, again: bool = False) -> Entry:
        """Keep the letter; the same letter twice is one entry, whatever became of it.

        Raises NotSent where a recipient has the brief already and `again` was not asked for, or
        where the disk takes nothing more: then nothing is kept and nothing may be sent.
        """
        try:
            with store.locked(self.folder):
                return self._put(letter, now=now, again=again)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise NotSent(
                f"not sent, as the letter could not be kept in {self.folder}: {reason}"
            ) from error

    def _put(self, letter: Letter, *, now: float, again: bool) -> Entry:
        known = self.entries()
        same = next((entry for entry in known if _is_same(entry, letter, again=again)), None)
        if same is not None and same.state != "sent":
            return same
        had = _same(known, letter.brief, letter.recipients)
        if had and not again:
            raise NotSent(_had(had, letter.recipients))
        if same is not None:
            return same
        entry = Entry(
            message_id=letter.message_id,
            brief=letter.brief,
            subject=letter.subject,
            sender=letter.sender,
            created=now,
            outcomes=tuple(Outcome(address, "queued") for address in letter.recipients),
        )
        # The letter first: an entry without its letter would be a promise without the goods.
        store.write(self._letter(entry), letter.content)
        store.save(self.folder, entry)
        return entry

    def send(
        self, entry_id: str, *, account: Account, mailbox: Imap | None = None, now: float
    ) -> Entry:
        """Try one letter now, whenever it is due, and keep what became of it."""
        with store.locked(self.folder):
            return self._send(self._find(entry_id), account, mailbox, now)

    def retry(
        self, *, account: Account, mailbox: Imap | None = None, now: float, all: bool = False
    ) -> tuple[Entry, ...]:
        """Try every letter that is due, or `all` that wait; look up those of unknown fate."""
        tried = []
        with store.locked(self.folder):
            for entry in self.entries():
                unsure = entry.state in ("sending", "unknown")
                if unsure or (entry.recipients("queued") and (all or entry.due <= now)):
                    tried.append(self._send(entry, account, mailbox, now))
        return tuple(tried)

    def settle(self, entry_id: str, *, arrived: bool, now: float) -> Entry:
        """The answer to the question whether a letter of unknown fate arrived."""
        with store.locked(self.folder):
            entry = self._find(entry_id)
            unsure = entry.recipients("sending", "unknown")
            news = tuple(Outcome(address, "sent" if arrived else "queued") for address in unsure)
            return self._keep(replace(entry.with_outcomes(news), due=now), now)

    # ── inside the lock ──────────────────────────────────────────────────────────────────────────

    def _send(self, entry: Entry, account: Account, mailbox: Imap | None, now: float) -> Entry:
        entry = self._looked_up(entry, mailbox, now)
        waiting = entry.recipients("queued")
        if not waiting:
            return entry
        if now - entry.created > PATIENCE:
            given_up = tuple(
                Outcome(o.address, "refused", f"given up after 5 days; last: {o.reason}")
                for o in entry.outcomes
                if o.state == "queued"
            )
            return self._keep(entry.with_outcomes(given_up), now)
        attempts = entry.attempts + 1
        entry = replace(entry, attempts=attempts, due=now + delay(attempts))
        try:
            content = self._letter(entry).read_bytes()
            receipt = smtp.send(
                content,
                sender=entry.sender,
                recipients=waiting,
                account=account,
                committing=lambda accepted: self._commit(entry, accepted),
            )
        except OSError as error:
            reason = f"the outbox cannot be used: {error.strerror or type(error).__name__}"
            return entry.with_outcomes(tuple(Outcome(a, "queued", reason) for a in waiting))
        return self._keep(entry.with_outcomes(receipt.outcomes), now)

    def _commit(self, entry: Entry, accepted: tuple[str, ...]) -> None:
        """From here on a crash leaves the fate of these recipients unknown."""
        news = tuple(Outcome(address, "sending") for address in accepted)
        store.save(self.folder, entry.with_outcomes(news))

    def _looked_up(self, entry: Entry, mailbox: Imap | None, now: float) -> Entry:
        """What was under way when a process ended is unknown, unless the mailbox has the letter."""
        unsure = entry.recipients("sending", "unknown")
        if not unsure:
            return entry
        found = mailbox is not None and imap.find(mailbox, entry.message_id)
        news = (
            tuple(Outcome(address, "sent") for address in unsure)
            if found
            else tuple(Outcome(address, "unknown", UNKNOWN) for address in unsure)
        )
        return self._keep(entry.with_outcomes(news), now)

    def _keep(self, entry: Entry, now: float) -> Entry:
        """Write the entry down; a letter that is done is removed, its entry stays as the record.

        A full disk leaves the earlier state, `sending`, which is read as unknown: never as unsent.
        """
        done = not entry.recipients("queued", "sending", "unknown")
        entry = replace(entry, settled=now) if done else entry
        try:
            store.save(self.folder, entry)
        except OSError:
            return entry
        if done:
            self._letter(entry).unlink(missing_ok=True)
        return entry

    def _find(self, entry_id: str) -> Entry:
        found = [entry for entry in self.entries() if entry.id.startswith(entry_id.strip("<> "))]
        if len(found) != 1 or not entry_id.strip("<> "):
            raise UsageError(f"the outbox holds no letter {entry_id}; see: briefgen outbox list")
        return found[0]

    def _letter(self, entry: Entry) -> Path:
        return self.folder / f"{entry.id}.eml"


UNKNOWN = "it broke off while the letter was handed over; it may have arrived"


def _is_same(entry: Entry, letter: Letter, *, again: bool) -> bool:
    """The letter itself, or the same brief to the same people, printed at another time."""
    if entry.message_id == letter.message_id:
        return True
    people = {outcome.address.casefold() for outcome in entry.outcomes}
    asked = {address.casefold() for address in letter.recipients}
    return not again and entry.brief == letter.brief and people == asked


def _same(entries: tuple[Entry, ...], brief: str, recipients: tuple[str, ...]) -> tuple[Entry, ...]:
    """The letters that brought the brief, or may yet bring it, to any of the recipients."""
    people = {address.casefold() for address in recipients}
    return tuple(
        entry
        for entry in entries
        if entry.brief == brief
        and people
        & {a.casefold() for a in entry.recipients("sent", "sending", "unknown", "queued")}
    )


def _had(entries: tuple[Entry, ...], recipients: tuple[str, ...]) -> str:
    people = {address.casefold() for address in recipients}
    states = {
        outcome.address: outcome.state
        for entry in entries
        for outcome in entry.outcomes
        if outcome.address.casefold() in people and outcome.state != "refused"
    }
    shown = ", ".join(f"{address} ({state})" for address, state in sorted(states.items()))
    return f"not sent, as this brief went there already: {shown}; --again sends it once more"
