"""The way out: a letter, its sending, and the outbox that keeps what is not sent yet."""

from briefgen.deliver.account import Account, Imap, MailSettings
from briefgen.deliver.addresses import parse_addresses
from briefgen.deliver.letter import Attachment, Letter, brief_key, draft, letter
from briefgen.deliver.outbox import Outbox
from briefgen.deliver.receipt import Outcome, Receipt, told
from briefgen.deliver.store import Entry

__all__ = [
    "Account",
    "Attachment",
    "Entry",
    "Imap",
    "Letter",
    "MailSettings",
    "Outbox",
    "Outcome",
    "Receipt",
    "brief_key",
    "draft",
    "letter",
    "parse_addresses",
    "told",
]
