"""The places in a paragraph where a sentence may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSERS = r"\"'”’“«»›‹）)\]}」』】》"
_REFERENCES = r"(?:\s?\[(?:\d{1,3}|[a-z])\])*"
_PLACE = re.compile(
    # 。 and its like need no white space after them.
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)"
    rf"|(?P<mark>[.!?…‽։።؟۔।॥။។]+)(?P<closers>(?:[{_CLOSERS}]|[  ]»)*)(?P<refs>{_REFERENCES})"
    r"(?:\s+|(?P<glued>(?=[^\W\d_])))(?=\S)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"'“”‘’«»„‚‹›/—–-]*$")
_OPENERS = "\"'“”‘’«»„‚‹›([{¿¡—–- "
_WORD_AFTER = re.compile(r"\S+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A terminator with its neighbourhood.

    `word` ends with `mark` and stands before it, `closers` follow it, `after` is the next token,
    `next_word` the same without its opening marks; `end` is where the sentence would end and
    `begin` where the next would begin; `token` is where `word` starts, `rest` a stretch of what
    comes. `opens` says that nothing but `word` stands in the sentence so far.
    """

    end: int
    begin: int
    token: int
    word: str
    mark: str
    closers: str
    after: str
    next_word: str
    rest: str
    glued: bool
    opens: bool


def places(paragraph: str) -> Iterator[re.Match[str]]:
    """Yield the places in ascending order, the end of the paragraph excluded."""
    for match in _PLACE.finditer(paragraph):
        if match.end() < len(paragraph):
            yield match


def candidate(paragraph: str, match: re.Match[str], start: int) -> Candidate:
    """Return the place with its neighbourhood, in a sentence that begins at `start`."""
    wide = match["wide"] is not None
    stop = match.end("wide") if wide else match.end("mark")
    before = _WORD_BEFORE.search(paragraph, max(0, match.start() - _LONGEST), match.start())
    token = before.start() if before else match.start()
    following = _WORD_AFTER.match(paragraph, match.end(), match.end() + _LONGEST)
    after = following[0] if following else ""
    return Candidate(
        end=stop if wide else match.end("refs"),
        begin=match.end(),
        token=token,
        word=paragraph[token:stop],
        mark=match["wide"] or match["mark"],
        closers=match["closers"] or "",
        after=after,
        next_word=after.lstrip(_OPENERS),
        rest=paragraph[match.end() : match.end() + 2 * _LONGEST],
        glued=match["glued"] is not None,
        opens=not paragraph[start:token].strip(_OPENERS),
    )
