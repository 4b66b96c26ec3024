"""What the brief's pages ought to show: each extract with its citations."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.model import Also, Brief, Extract, Text
from briefgen.verify.passages import Citation
from briefgen.verify.words import fold, right_to_left, signs

#: Sections that a template may leave out, or print as citations of what stands elsewhere.
OPTIONAL = ("positions", "people", "timeline", "charts", "figures")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An extract at its path; `folded` as compared, `others` are the citations beside its own."""

    path: str
    extract: Extract
    folded: str
    own: Citation
    others: frozenset[Citation]
    signs: int
    rtl: bool

    @property
    def section(self) -> str:
        """The field of the brief that holds it."""
        return self.path.split("[", 1)[0]

    @property
    def span(self) -> tuple[str, int, int]:
        """Where it stands in its source."""
        return self.extract.source, self.extract.start, self.extract.end


def wanted(brief: Brief) -> tuple[Wanted, ...]:
    """Every extract of the brief, in the order of the JSON."""
    return tuple(_wanted(path, extract) for path, extract in brief.extracts())


def _wanted(path: str, extract: Extract) -> Wanted:
    return Wanted(
        path=path,
        extract=extract,
        folded=fold(extract.text),
        own=(extract.source, extract.paragraph),
        others=frozenset((also.source, also.paragraph) for also in extract.also),
        signs=signs(extract.text),
        rtl=right_to_left(extract.text),
    )


def strings(value: object) -> Iterator[str]:
    """All that the brief says beside extracts and texts: titles, names, roles, gaps …."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Also | Text):
        if isinstance(value, Extract):
            yield from strings((value.days, value.names))
            return
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
