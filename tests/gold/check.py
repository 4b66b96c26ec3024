"""Check the gold set against its articles, and count it: `python tests/gold/check.py`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PARTS = ("seen", "unseen")
MINIMA = {"direct": 130, "reported": 130, "people with roles": 80, "dates": 90}
SPEAKER_KINDS = ("person", "institution", "description", None)
FIRST_MONTH = {"month": range(1, 13), "quarter": (1, 4, 7, 10), "year": (1,)}

Gold = dict[str, Any]


def articles(part: str) -> list[Path]:
    """Give the articles of one part in their order."""
    return sorted((HERE / "articles" / part).glob("*.txt"))


def gold_of(article: Path) -> Gold:
    """Load the annotations of an article."""
    path = HERE / "gold" / article.parent.name / f"{article.stem}.json"
    loaded: Gold = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def body_of(article: Path) -> str:
    """Give an article's text below its title and date line."""
    return article.read_text(encoding="utf-8").split("\n\n", 2)[2]


def count(gold: Gold) -> Counter[str]:
    """Count what must be found; optional items are counted apart."""
    kinds: Counter[str] = Counter()
    for item in gold["statements"]:
        kinds["optional" if item.get("optional") else item["kind"]] += 1
    for item in gold["people"]:
        name = "people with roles" if item["role"] else "people without"
        kinds["optional" if item.get("optional") else name] += 1
    for item in gold["dates"]:
        kinds["optional" if item.get("optional") else "dates"] += 1
    return kinds


def statement_problems(item: Gold, body: str) -> Iterator[str]:
    """Tell where a statement departs from the text or from the rules."""
    sentence = item["sentence"]
    if not any(sentence in paragraph for paragraph in body.split("\n\n")):
        yield f"no such sentence: {sentence}"
    inside = [item["spoken"], *item["spoken_rest"], item["mention"]]
    yield from (f"not in its sentence: {part}" for part in inside if part and part not in sentence)
    anywhere = [item["speaker"], item["role"], item["cue"]]
    yield from (f"not in the article: {part}" for part in anywhere if part and part not in body)
    if item["kind"] not in ("direct", "reported") or item["speaker_kind"] not in SPEAKER_KINDS:
        yield f"unknown kind: {sentence}"
    if (item["speaker"] is None) != (item["speaker_kind"] is None):
        yield f"speaker without kind, or kind without speaker: {sentence}"


def person_problems(item: Gold, body: str) -> Iterator[str]:
    """Tell where a person's name or role is not as written."""
    parts = [item["name"], *item["roles"]]
    yield from (f"not in the article: {part}" for part in parts if part not in body)
    if item["role"] != next(iter(item["roles"]), None):
        yield f"the role must be the first of the roles: {item['name']}"


def date_problems(item: Gold, body: str) -> Iterator[str]:
    """Tell where a date is not as written, or not the first day of its period."""
    if item["sentence"] not in body or item["as_written"] not in item["sentence"]:
        yield f"not in the article: {item['as_written']}"
    day = date.fromisoformat(item["date"])
    months = FIRST_MONTH.get(item["precision"])
    if item["precision"] != "day" and (months is None or day.day != 1 or day.month not in months):
        yield f"not the first day of a {item['precision']}: {item['as_written']}"


def problems(article: Path) -> Iterator[str]:
    """Tell all that is wrong with one article's annotations."""
    gold, body = gold_of(article), body_of(article)
    date.fromisoformat(gold["published"])
    for item in gold["statements"]:
        yield from statement_problems(item, body)
    for item in gold["people"]:
        yield from person_problems(item, body)
    for item in gold["dates"]:
        yield from date_problems(item, body)


def counts() -> dict[str, Counter[str]]:
    """Count each part."""
    return {part: sum((count(gold_of(a)) for a in articles(part)), Counter()) for part in PARTS}


def main() -> int:
    """Print the problems, then the counts of each part; 1 when anything is wrong."""
    found = [f"{a.stem}: {p}" for part in PARTS for a in articles(part) for p in problems(a)]
    per_part = counts()
    total = sum(per_part.values(), Counter[str]())
    found += [
        f"{total[name]} {name}, not {least}"
        for name, least in MINIMA.items()
        if total[name] < least
    ]
    for line in found:
        print(line)
    print(f"{'':20}" + "".join(f"{name:>8}" for name in (*PARTS, "all")))
    for name in sorted(total):
        print(f"{name:20}" + "".join(f"{c[name]:8}" for c in (*per_part.values(), total)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
