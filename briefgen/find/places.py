"""Names with the look of a person's that are those of places, ships and things."""

from __future__ import annotations

import re

from briefgen.find.lexicon import Lexicon
from briefgen.find.names import Name

_ELISION = re.compile(r"^[ld][’']")
_AFTER_THE = ("Rev", "Reverend", "Hon")
_THE = ("the", "a", "la", "le", "el", "das", "die")


def is_place(masked: str, name: Name, lexicon: Lexicon) -> bool:
    """Whether the words around make it the name of a place, a ship or a thing."""
    ahead = masked[max(0, name.lead - 24) : name.lead].lower().split()
    after = masked[name.end : name.end + 24]
    if after.startswith(" ") and after.strip():
        following = after.split()[0].strip(".,;").lower()
        if following in lexicon.places:
            return True
    if not ahead:
        return False
    if _is_kin_or_land(name, ahead[-1], lexicon):
        return True
    thing = ahead[-1] == "the" or name.words[0].lower() in lexicon.places
    if name.titled and len(name.words) == 1 and thing:
        return True  # `the Major Emitting nations`, `Squadron Officer School`
    led = name.titled or name.courtesy in _AFTER_THE or (bool(name.courtesy) and ahead[-1] != "the")
    body = lexicon.head_first and not led and _ELISION.sub("", ahead[-1]) in lexicon.bodies
    placed = body or _ELISION.sub("", ahead[-1]) in lexicon.places
    return placed or (ahead[-1] in _THE and not led)


def _is_kin_or_land(name: Name, ahead: str, lexicon: Lexicon) -> bool:
    """`seine Frau Elif`, `dem Botschafter Chinas`: German words that mean something else here."""
    if not lexicon.noun_capitals or len(name.words) > 1:
        return False
    land = name.titled and ahead in lexicon.determiners and name.words[0].endswith("s")
    return land or (bool(name.courtesy) and ahead in lexicon.possessives)
