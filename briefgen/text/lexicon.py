"""The words of a language that tell where its sentences end and who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.text.tables import table
from briefgen.text.words import stop_words

_CODE = re.compile("[a-z]{2,3}")
# Where "3." means "third": no sentence ends in a small number for that alone.
_ORDINAL_LANGUAGES = frozenset(
    ("cs", "da", "de", "et", "fi", "hr", "hu", "lv", "no", "pl", "sk", "sl", "sr", "tr")
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language that its rules go by, in lower case and without a final stop."""

    never: frozenset[str]
    numbered: frozenset[str]
    trailing: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]
    first_person: frozenset[str]
    asks: frozenset[str]
    told: re.Pattern[str] | None
    stops: str
    ordinals: bool


@cache
def lexicon(code: str) -> Lexicon:
    """Return the word lists of the language; stop words start sentences where it has no table."""
    data = table(code) if _CODE.fullmatch(code) else {}
    lists = {
        name: frozenset(data.get(name, "").split())
        for name in ("never", "numbered", "trailing", "starters", "speech", "first_person", "asks")
    }
    lists["starters"] = lists["starters"] or stop_words(code)
    return Lexicon(
        **lists,
        told=re.compile(data["told"]) if "told" in data else None,
        stops=data.get("stops", ""),
        ordinals=data.get("ordinals", code in _ORDINAL_LANGUAGES),
    )
