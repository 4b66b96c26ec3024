"""One verb of saying with its subject, and which of several in a sentence count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.find.content import Span
from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject


@dataclass(frozen=True, slots=True)
class Said:
    """A verb of saying at `text[cue]`, its subject (None: nobody named), and the parts said.

    Offsets are the paragraph's. `place` tells whether the verb stands before what is said or after.
    """

    kind: Literal["direct", "reported"]
    cue: Span
    subject: Subject | None
    spoken: tuple[Span, ...]
    place: Literal["pre", "post"]
    impersonal: bool = False


def chosen(found: Sequence[Said], masked: str, lexicon: Lexicon) -> list[Said]:
    """Without what one speaker says of another's saying: the main clause counts."""
    last = next((said for said in reversed(found) if said.place == "post"), None)
    if last and last.kind == "reported":
        found = [*[said for said in found if said.kind == "direct"][:1], last]
    kept: list[Said] = []
    for said in found:
        if not kept or (said is not kept[-1] and own_clause(kept[-1], said, masked)):
            kept.append(said)
    return kept


_NEW_CLAUSE = re.compile(
    r";|[,▪] (?:and|mais|et|aber|und|pero|y)\b"
    r"|,? (?:but|while|whilst|though|although|whereas|tandis que|während|mientras)\b"
)
_NEAR = 12


def own_clause(before: Said, said: Said, masked: str) -> bool:
    """Whether a new clause with a speaker of its own begins before the later verb."""
    if said.subject is None or said.subject.form != "noun":
        return False
    at = said.subject.start
    if at <= before.cue[1]:
        return False
    found = _NEW_CLAUSE.finditer(masked, before.cue[1], at + 1)
    return any(at - match.end() <= _NEAR for match in found)
