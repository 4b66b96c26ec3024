"""The finders against the gold set: precision and recall of both halves, and the time they take.

Every measure is a function from a source and its gold to right, found and wanted; `MEASURES` names
them. The rules of counting are those of `tests/gold/README.md`; optional items count for nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import findcost
from briefgen.find import find
from briefgen.model import Findings, Sentence, Source, Statement
from briefgen.pipeline import number
from briefgen.read import read
from briefgen.text.dates import Expression, dated

Gold = dict[str, Any]
HALVES = ("seen", "unseen")
_ARTICLE = re.compile(
    r"^(?:the|an?|les?|la|l['’]|une?|el|los|las|der|die|das|den|dem|des|eine?[nmr]?)(?:(?<=['’])| )"
)


@dataclass(frozen=True, slots=True)
class Score:
    """Found items that are right, all found ones, gold items found, all gold items."""

    right: int = 0
    found: int = 0
    met: int = 0
    wanted: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.met + other.met,
            self.wanted + other.wanted,
            self.wrong + other.wrong,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.met / self.wanted if self.wanted else 1.0


Measure = Callable[[Source, Findings, Gold], Score]


def folded(words: str | None) -> str:
    """Leave aside case and a leading article."""
    low = (words or "").lower().replace("’", "'").strip()
    return _ARTICLE.sub("", low).strip()


# ── statements ───────────────────────────────────────────────────────────────────────────────────


def statements(kind: str) -> Measure:
    """Return the measure of the direct or the reported statements."""
    return lambda source, findings, gold: _statements(source, findings, gold, kind)


def _statements(source: Source, findings: Findings, gold: Gold, kind: str) -> Score:
    """Each found sentence under a name is right when the gold has it under that name."""
    wanted = [item for item in gold["statements"] if _body(source, item)]
    rows = [
        (statement, source.text_of(sentence))
        for statement in findings.positions
        if statement.kind == kind and statement.outcome == "attributed"
        for sentence in _sentences(source, statement)
    ]
    right, wrong, optional = 0, list[str](), 0
    for statement, sentence in rows:
        items = [item for item in wanted if _overlap(item["sentence"], sentence)]
        hit = next((item for item in items if _same(item, statement)), None)
        if (hit and hit.get("optional")) or (not hit and any(i.get("optional") for i in items)):
            optional += 1
        elif hit:
            right += 1
        else:
            wrong.append(f"{statement.speaker} | {statement.cue} | {sentence}")
    asked = [i for i in wanted if i["kind"] == kind and not i.get("optional") and i["speaker"]]
    missed = [i for i in asked if not any(_told(i, st, s) for st, s in rows)]
    return Score(
        right, len(rows) - optional, len(asked) - len(missed), len(asked),
        tuple(wrong), tuple(f"{i['speaker']} | {i['cue']} | {i['sentence']}" for i in missed),
    )  # fmt: skip


def _sentences(source: Source, statement: Statement) -> Iterable[Sentence]:
    quote = statement.quote
    return (s for s in source.sentences if s.start >= quote.start and s.end <= quote.end)


def _body(source: Source, item: Gold) -> bool:
    return bool(item["sentence"])


def _told(item: Gold, statement: Statement, sentence: str) -> bool:
    return _overlap(item["sentence"], sentence) and _same(item, statement)


def _overlap(gold: str, found: str) -> bool:
    """Whether both are the same sentence, though one may be cut a little otherwise."""
    a, b = " ".join(gold.split()), " ".join(found.split())
    return a in b or b in a


def _same(item: Gold, statement: Statement) -> bool:
    """Whether kind and speaker agree; a body or an unnamed speaker also by the words there."""
    if item["kind"] != statement.kind:
        return False
    names = {folded(item["speaker"])}
    if item["speaker_kind"] != "person":
        names.add(folded(item["mention"]))
    return bool(item["speaker"]) and folded(statement.speaker) in names


# ── people ───────────────────────────────────────────────────────────────────────────────────────


def people_with_roles(source: Source, findings: Findings, gold: Gold) -> Score:
    """A found person with a role is right when the gold has both."""
    known = {item["name"]: item for item in gold["people"]}
    right, wrong, optional, met = 0, list[str](), 0, set[str]()
    for person in findings.people:
        item = known.get(person.name)
        if item and item.get("optional"):
            optional += 1
        elif item and person.role and _role(person.role, item["roles"]):
            right += 1
            met.add(person.name)
        elif person.role:
            wrong.append(f"{person.name} | {person.role} | {item and item['roles']}")
    found = sum(1 for person in findings.people if person.role) - optional
    wanted = [i["name"] for i in gold["people"] if i["role"] and not i.get("optional")]
    missed = tuple(f"{name} | {known[name]['roles']}" for name in wanted if name not in met)
    return Score(right, found, len(wanted) - len(missed), len(wanted), tuple(wrong), missed)


def _role(found: str, roles: list[str]) -> bool:
    """Whether it is one of the right forms, or lies between two of them."""
    role, right = folded(found), [folded(form) for form in roles]
    if role in right:
        return True
    return any(role in longer for longer in right) and any(shorter in role for shorter in right)


def people(source: Source, findings: Findings, gold: Gold) -> Score:
    """A found person is right when the gold has the name, whatever the role."""
    known = {item["name"]: item for item in gold["people"]}
    found = [p.name for p in findings.people if not known.get(p.name, {}).get("optional")]
    wanted = [name for name, item in known.items() if not item.get("optional")]
    wrong = tuple(name for name in found if name not in known)
    missed = tuple(name for name in wanted if name not in found)
    return Score(
        len(found) - len(wrong), len(found), len(wanted) - len(missed), len(wanted), wrong, missed
    )


# ── dates ────────────────────────────────────────────────────────────────────────────────────────


def dates(source: Source, findings: Findings, gold: Gold) -> Score:
    """A found date is right when the gold has one there of the same day and precision."""
    right, found, met, wrong = 0, 0, set[int](), list[str]()
    for sentence, expressions in dated(source):
        text = source.text_of(sentence)
        for date in expressions:
            there = [i for i, item in enumerate(gold["dates"]) if _dated_there(item, text, date)]
            items = [gold["dates"][i] for i in there]
            if any(item.get("optional") for item in items):
                continue
            day = (date.date.isoformat(), date.precision)
            hits = {
                i for i in there if (gold["dates"][i]["date"], gold["dates"][i]["precision"]) == day
            }
            found, right, met = found + 1, right + bool(hits), met | hits
            if not hits:
                wrong.append(f"{date.as_written} | {day} | {text}")
    wanted = [i for i, item in enumerate(gold["dates"]) if not item.get("optional")]
    missed = tuple(
        " | ".join(gold["dates"][i][part] for part in ("as_written", "date", "sentence"))
        for i in wanted
        if i not in met
    )
    return Score(right, found, len(wanted) - len(missed), len(wanted), tuple(wrong), missed)


def _dated_there(item: Gold, sentence: str, date: Expression) -> bool:
    """Whether the gold's date and the found one overlap in the sentence."""
    start = sentence.find(item["as_written"])
    if start < 0 or not _overlap(item["sentence"], sentence):
        return False
    return start < date.end and date.start < start + len(item["as_written"])


MEASURES: dict[str, Measure] = {
    "direct": statements("direct"),
    "reported": statements("reported"),
    "people with roles": people_with_roles,
    "people": people,
    "dates": dates,
}


# ── the table ────────────────────────────────────────────────────────────────────────────────────


def sources(gold: Path, half: str) -> Iterable[tuple[Source, Gold]]:
    """Yield the articles of a half, each read as the program reads it, with its gold."""
    for path in sorted((gold / "articles" / half).glob("*.txt")):
        article = read(str(path))
        (source,) = number([article], language=None)  # type: ignore[list-item]
        loaded = json.loads((gold / "gold" / half / f"{path.stem}.json").read_text("utf-8"))
        yield source, loaded


def by_article(gold: Path, half: str) -> None:
    """Print the counts of each article: right, found and wanted of every measure."""
    for source, truth in sources(gold, half):
        found = {name: measure(source, find([source]), truth) for name, measure in MEASURES.items()}
        counts = (f"{name} {s.right}/{s.found}/{s.wanted}" for name, s in found.items())
        print(f"{source.article.locator:28}", *counts, sep="  ")


def scores(gold: Path, half: str) -> tuple[dict[str, Score], float]:
    """Return the score of every measure over a half, and the seconds of CPU the finders took."""
    total = dict.fromkeys(MEASURES, Score())
    spent = 0.0
    for source, truth in sources(gold, half):
        started = time.process_time()
        findings = find([source])
        spent += time.process_time() - started
        for name, measure in MEASURES.items():
            total[name] += measure(source, findings, truth)
    return total, spent


def main() -> None:
    """Print the table; with `--errors` what the seen half has wrong, too."""
    parser = argparse.ArgumentParser(prog="bench.finders", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("tests/gold"), help="folder of the gold")
    parser.add_argument("--half", choices=HALVES, action="append", help="one half only")
    parser.add_argument("--errors", action="store_true", help="list the errors of the seen half")
    parser.add_argument("--articles", action="store_true", help="the counts of each article, too")
    parser.add_argument(
        "--cost", type=Path, metavar="FOLDER", help="CPU against the PDF of ten articles, only"
    )
    options = parser.parse_args()
    if options.cost:
        print(findcost.line(options.cost))
        return
    print(f"{'half':8}{'measure':20}{'right':>7}{'found':>7}{'wanted':>8}{'P':>7}{'R':>7}")
    for half in options.half or HALVES:
        total, spent = scores(options.gold, half)
        for name, score in total.items():
            counts = f"{score.right:7}{score.found:7}{score.wanted:8}"
            print(f"{half:8}{name:20}{counts}{score.precision:7.3f}{score.recall:7.3f}")
            if options.errors and half == "seen":
                for text in score.wrong:
                    print("    wrong ", text)
                for text in score.missed:
                    print("    missed", text)
        if options.articles:
            by_article(options.gold, half)
        print(f"{half:8}CPU {spent:.3f} s")


if __name__ == "__main__":
    main()
