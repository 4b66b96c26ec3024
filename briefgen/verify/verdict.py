"""What verifying finds, and how it is told: to a person in lines, to a program in JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass

SCHEMA = "briefgen.verdict/1"
_MOST = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree, or could not be checked.

    `path` is where the JSON holds it (`stories[0].points[2]`), or `page 3`; `kind` is a word for
    programs, `message` a line for people.
    """

    path: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was checked; `parallels` are what extracts have in other sources (`also`)."""

    extracts: int = 0
    parallels: int = 0
    printed: int = 0
    paragraphs: int = 0
    originals: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`findings` break the proof, `notes` do not: they say what was left unchecked."""

    counts: Counts
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether everything that was checked agrees."""
        return not self.findings


def to_json(verdict: Verdict) -> bytes:
    """The verdict as UTF-8 JSON."""
    plain = {"schema": SCHEMA, "ok": verdict.ok} | dataclasses.asdict(verdict)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def lines(verdict: Verdict) -> Iterator[str]:
    """The verdict for a person: what was proved and what was not, then each finding."""
    yield _summary(verdict)
    for finding in verdict.findings[:_MOST]:
        yield f"  {finding.path}: {finding.message}"
    if len(verdict.findings) > _MOST:
        yield f"  … and {len(verdict.findings) - _MOST} more, which the JSON form holds."
    for note in verdict.notes:
        yield f"  note: {note.path}: {note.message}"


def _summary(verdict: Verdict) -> str:
    counts = verdict.counts
    checked = (
        f"{_many(counts.extracts, 'extract')} ({counts.printed} found in print), "
        f"{_many(counts.parallels, 'parallel')}, "
        f"{_many(counts.paragraphs, 'paragraph')} of the annex"
    )
    if counts.originals:
        checked += f", {_many(counts.originals, 'text')} against the originals"
    if verdict.ok:
        said = "The brief agrees with the copies of its sources inside the PDF"
    else:
        failed = _many(len(verdict.findings), "finding")
        said = f"The brief does not agree with the copies of its sources inside the PDF ({failed})"
    return f"{said}: checked {checked}."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
