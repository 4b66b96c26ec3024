"""Mail addresses as people type them, checked before anything else happens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.headerregistry import Address

from briefgen.errors import UsageError

# A dot-atom (RFC 5322, 3.2.3) and a host name; quoted local parts are not worth their trouble.
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_DOMAIN = re.compile(
    r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*",
    re.I | re.ASCII,
)
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")


def parse_addresses(texts: Iterable[str]) -> tuple[Address, ...]:
    """The addresses in texts such as "Jane Roe <jane@example.org>", each once.

    A text may hold several, with commas or semicolons between them. Raises UsageError.
    """
    found: dict[str, Address] = {}
    for text in texts:
        for part in _parts(text):
            address = parse_address(part)
            found.setdefault(address.addr_spec.casefold(), address)
    return tuple(found.values())


def _parts(text: str) -> list[str]:
    """One address, where commas may stand in the name, or several."""
    if text.count("@") <= 1:
        return [text]
    parts = re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^",;<]|<[^>]*>)+', text)
    return [part for part in parts if part.strip()]


def parse_address(text: str) -> Address:
    """One address with or without a name; a domain in any script becomes its ASCII form."""
    shown = "".join(c for c in text if c.isprintable()).strip() or "nothing"
    if not text.strip() or not text.strip().isprintable():
        raise UsageError(f"{shown} is not a mail address")
    match = _NAMED.fullmatch(text.strip())
    name, written = (match["name"], match["address"]) if match else ("", text)
    local, at, domain = written.strip().rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or len(local) > 64:
        raise UsageError(f"{shown} is not a mail address")
    host = _ascii(domain, shown)
    return Address(display_name=_unquoted(name), username=local, domain=host)


def _ascii(domain: str, shown: str) -> str:
    try:
        host = domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError as error:
        raise UsageError(f"{shown} is not a mail address: its domain does not exist") from error
    if not _DOMAIN.fullmatch(host):
        raise UsageError(f"{shown} is not a mail address: its domain does not exist")
    return host.lower()


def _unquoted(name: str) -> str:
    name = name.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return " ".join(name.split())
