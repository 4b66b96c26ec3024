"""Lists in one sentence whose figures compare: `12 in Lyon, 9 in Paris and 4 in Nice`.

A list is taken only where its parts are built alike: the same unit, the same preposition, labels
of one kind (dates, names, for sums of money things too), nothing else between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.find.charts_grammar import Grammar, grammar_of, kind_of
from briefgen.find.charts_measures import Measure
from briefgen.text.dates import Expression

_SUMS = re.compile(r"[$%]|[A-Z]{3}")
_OWNER = re.compile(r"[’']s\b")
LEAST, MOST = 3, 10


@dataclass(frozen=True, slots=True)
class Item:
    """A number under its label, which stands at `at` and is of the kind `kind`."""

    label: str
    at: int
    kind: str
    measure: Measure
    preposition: str = ""


def listed(
    text: str, found: Sequence[Measure], language: str, dates: Sequence[Expression]
) -> tuple[Item, ...]:
    """The first list of three or more figures that surely compare; none where there is doubt."""
    grammar = grammar_of(language)
    if grammar is None:
        return ()
    for i in range(len(found) - LEAST + 1):
        for form in (_numbers_first, _labels_first):
            items = form(text, found[i:], grammar, dates)
            if LEAST <= len(items) <= MOST and _alike(items):
                return items
    return ()


def _numbers_first(
    text: str, found: Sequence[Measure], grammar: Grammar, dates: Sequence[Expression]
) -> tuple[Item, ...]:
    """`12 in Lyon, 9 in Paris and 4 in Nice`; each number followed by its label."""
    items: list[Item] = []
    for i, measure in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else -1
        match = grammar.after.fullmatch(text, measure.end, end) if end >= 0 else None
        last = None if match else grammar.last.match(text, measure.end)
        match = match or last
        if match is None or (i and match.groupdict().get("lead")):
            return ()
        item = _item(match, measure, grammar, dates)
        if item is None or (match.groupdict().get("compared") and item.kind != "dates"):
            return ()
        items.append(item)
        if last:
            return () if grammar.goes_on.match(text, last.end()) else tuple(items)
    return ()


def _item(
    match: re.Match[str], measure: Measure, grammar: Grammar, dates: Sequence[Expression]
) -> Item | None:
    """The number with the label that follows it, where preposition and label go together."""
    label, at = match["label"], match.start("label")
    kind = kind_of(label, at, grammar, dates)
    if kind is None or match["prep"] not in grammar.lists[f"of_{kind}"].split():
        return None
    if match.groupdict().get("followed") or not (
        kind != "things" or _SUMS.fullmatch(measure.unit or "$")
    ):
        return None
    bare = grammar.article.sub("", label) if kind == "names" else label
    return Item(bare, at + len(label) - len(bare), kind, measure, match["prep"])


def _labels_first(
    text: str, found: Sequence[Measure], grammar: Grammar, dates: Sequence[Expression]
) -> tuple[Item, ...]:
    """`Labour won 45 seats, the Greens 12`, `Lyon (12), Paris (9)`; labels before their numbers."""
    match = _first(text, found[0], grammar)
    items: list[Item] = []
    joins: set[str] = set()
    ranked = False
    for i, measure in enumerate(found):
        if i:
            before = found[i - 1].end
            match = grammar.between.fullmatch(text, before, measure.start)
            if match is None:
                over = grammar.goes_on.match(text, before)
                return tuple(items) if _joined(items, joins, text, ranked) and not over else ()
            joins.add(match["join"])
            ranked = ranked or (i == 1 and bool(match["followed"]))
        item = _item_before(match, measure, grammar, dates, whole=i == 1) if match else None
        if item is None:
            return ()
        items.append(item)
    return tuple(items) if _joined(items, joins, text, ranked) else ()


def _first(text: str, measure: Measure, grammar: Grammar) -> re.Match[str] | None:
    """The label before the first number."""
    found = (pattern.search(text, 0, measure.start) for pattern in grammar.first)
    match = next((match for match in found if match), None)
    return match if match and _opens(match, text, grammar) else None


def _item_before(
    match: re.Match[str],
    measure: Measure,
    grammar: Grammar,
    dates: Sequence[Expression],
    *,
    whole: bool,
) -> Item | None:
    """The number with the name before it; of what it is a part stands behind the first alone."""
    label, at, parts = match["label"], match.start("label"), match.groupdict()
    if kind_of(label, at, grammar, dates) != "names":
        return None
    if parts.get("compared") or (not whole and (parts.get("lead") or parts.get("followed"))):
        return None
    bare = grammar.article.sub("", label)
    return Item(bare, at + len(label) - len(bare), "names", measure)


def _opens(match: re.Match[str], text: str, grammar: Grammar) -> bool:
    """Whether a list begins here, and its first label is a name and whole."""
    verb = (match.groupdict().get("verb") or "").split()
    if set(verb[:-1]) & set(grammar.lists["no_verb"].split()) or _OWNER.search(match["label"]):
        return False
    words = grammar.article.sub("", match["label"]).split()
    if match.start("label") == 0 and words[0].lower() in grammar.stop:
        return False
    at_start = (
        match.start("label") == 0 and len(words) > 1 and words[0] == match["label"].split()[0]
    )
    return not at_start or text.count(words[0]) > 1 or words[0].isupper() or "." in words[0]


def _joined(items: Sequence[Item], joins: set[str], text: str, ranked: bool) -> bool:
    """Whether every label is joined to its number in one way; a bracket is closed behind each.

    In a ranking, `Keller took 31 %, followed by Brandt with 28 %`, the first way is another.
    """
    if len(items) < LEAST or len(joins) != 1:
        return False
    join = next(iter(joins))
    if join == " (":
        return all(text[i.measure.end : i.measure.end + 1] == ")" for i in items)
    lead = text[items[0].at + len(items[0].label) : items[0].measure.start]
    return ranked or join == " " or lead.endswith(join)


def _alike(items: Sequence[Item]) -> bool:
    """Whether the figures compare: one unit, one kind of label, no number half written."""
    found = [item.measure for item in items]
    forms = {(item.kind, item.preposition) for item in items}
    units = {measure.unit for measure in found} - {None}
    if len(forms) != 1 or len(units) != 1 or not all(measure.sure for measure in found):
        return False
    if len({item.label for item in items}) < len(items):
        return False
    return all(m.scaled for m in found if m.unit is None) or not any(m.scaled for m in found)
