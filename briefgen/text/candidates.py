"""The places in a paragraph where a sentence may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_CLOSERS = r"\"'”’“«»›‹）)\]}」』】》"
_REFERENCES = r"(?:\s?\[(?:\d{1,3}|[a-z])\])*"
_STOPS = ".!?…‽։።؟۔।॥။"
# 。 and its like need no white space after them. Possessive, that a long run cost but its length.
_PLACE = (
    rf"(?P<wide>[。！？｡]++(?:(?!“)[{_CLOSERS}])*+)"
    r"|(?<![STOPS])(?P<mark>[STOPS]++)"
    rf"(?P<closers>(?:[{_CLOSERS}]| »)*+)(?P<refs>{_REFERENCES}+)"
    r"(?:\s++|(?P<glued>(?=[^\W\d_])))(?=\S)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"'“”‘’«»„‚‹›/—–-]*$")
_OPENERS = "\"'“”‘’«»„‚‹›([{¿¡—–- "
_WORD_AFTER = re.compile(r"\S+")
_LONGEST = 40
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A terminator with its neighbourhood.

    `word` ends with `mark` and stands before it, `closers` follow it, `after` is the next token,
    `next_word` the same without its opening marks, `rest` a stretch of what comes. `end` is where
    the sentence would end, `begin` where the next would begin, `speaks` its first word, `token`
    where `word` starts. `refs` says that a note's number follows, `glued` that no space does,
    `opens` that nothing but `word` stands in the sentence so far.
    """

    end: int
    begin: int
    speaks: int
    token: int
    word: str
    mark: str
    closers: str
    after: str
    next_word: str
    rest: str
    refs: bool
    glued: bool
    opens: bool


@cache
def _place(stops: str) -> re.Pattern[str]:
    return re.compile(_PLACE.replace("STOPS", re.escape(_STOPS + stops)))


def places(paragraph: str, stops: str = "") -> Iterator[re.Match[str]]:
    """Yield the places in ascending order, the end of the paragraph excluded.

    `stops` are signs that end sentences in the language besides those that do everywhere.
    """
    for match in _place(stops).finditer(paragraph):
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
    rest = paragraph[match.end() : match.end() + 2 * _LONGEST]
    speaks = rest.lstrip(_OPENERS)
    return Candidate(
        end=stop if wide else match.end("refs"),
        begin=match.end(),
        speaks=match.end() + len(rest) - len(speaks),
        token=token,
        word=paragraph[token:stop],
        mark=match["wide"] or match["mark"],
        closers=match["wide"].lstrip("。！？｡") if wide else match["closers"],
        after=after,
        next_word=speaks.split(maxsplit=1)[0] if speaks else "",
        rest=rest,
        refs=bool(match["refs"]),
        glued=match["glued"] is not None,
        opens=token - start < _NEAR and not paragraph[start:token].strip(_OPENERS),
    )
