"""How much: money, shares, counts and quantities, each in its sentence, once for all sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.find.facts import Facts, content, extract_of, facts, likeness, merged
from briefgen.find.figures_quantity import Quantity, quantities
from briefgen.find.standing import alone
from briefgen.model import Extract, Figure, Source

_ALIKE = 0.2
_DOLLAR = "$"
_OTHER_DOLLARS = re.compile("Canad|Kanad|Austr[aá]l|New Zealand|Neuseel|Nouvelle-Z|Singap")
_BRACKET = re.compile(r"\([^()]*$")
_MANY = 10  # people
_TELLING = 3  # significant digits that make a number one of its own


@dataclass(frozen=True, slots=True)
class _Row:
    quantity: Quantity
    extract: Extract
    language: str


def figures(sources: Sequence[Source]) -> tuple[Figure, ...]:
    """The figures in the order of the sources; the same one told elsewhere is one row."""
    groups: dict[tuple[str, str | None], list[list[_Row]]] = {}
    order: list[list[_Row]] = []
    for row in (row for source in sources for row in _rows(source)):
        near = groups.setdefault((row.quantity.key, row.quantity.unit), [])
        group = next((group for group in near if _same(group[0], row)), None)
        if group is None:
            near.append([row])
            order.append(near[-1])
        elif all(r.extract != row.extract for r in group):
            group.append(row)
    return tuple(_told(group) for group in order)


def _told(group: list[_Row]) -> Figure:
    first, quantity = group[0], group[0].quantity
    context = merged(first.extract, (row.extract for row in group[1:]))
    if quantity.unit == _DOLLAR:  # whose dollars they are isn't sure: the sign, as written
        return Figure(first.extract.text[quantity.start : quantity.end], None, context)
    if quantity.is_share:  # "one in five" is no number of per cent
        return Figure(quantity.value, None, context)
    return Figure(quantity.value, quantity.unit, context)


def _rows(source: Source) -> Iterator[_Row]:
    lists = facts(source.language)
    if lists is None:
        return
    for sentence in source.sentences:
        text = source.text_of(sentence)
        told = [q for q in quantities(text, source.language) if _tells(q, text, lists)]
        found = [q for q in told if not _is_converted(q, told, text)]
        if found and alone(text, sentence, source, lists, unended=True):
            extract = extract_of(sentence, source, text)
            yield from (_Row(_dollars(q, source), extract, source.language) for q in found)


def _tells(quantity: Quantity, text: str, lists: Facts) -> bool:
    """Whether it is no handful of people who did something, but a share, a sum, a toll or many."""
    if quantity.is_named or quantity.number >= _MANY or (quantity.unit or "") not in lists.people:
        return True
    return any(re.search(pattern, text) for pattern in lists.data["classes"].values())


def _is_converted(quantity: Quantity, told: Sequence[Quantity], text: str) -> bool:
    """Whether it is another sum in other money, in brackets: `2.4bn euros ($3.1bn; £2.9bn)`."""
    opening = _BRACKET.search(text, 0, quantity.start)
    if not opening or not _is_money(quantity):
        return False
    at = opening.start()
    return any(_is_money(q) and q.end <= at and not text[q.end : at].strip() for q in told)


def _is_money(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return unit == _DOLLAR or (len(unit) == 3 and unit.isupper())


def _dollars(quantity: Quantity, source: Source) -> Quantity:
    """Dollars are those of the United States where the article speaks of no others."""
    if quantity.unit != _DOLLAR or _OTHER_DOLLARS.search(source.article.text):
        return quantity
    return replace(quantity, unit="USD")


def _same(one: _Row, other: _Row) -> bool:
    """Whether two equal numbers are the same figure: a number of its own, or alike sentences.

    Things named by their noun, as 15 sailors, need less likeness than money or people.
    """
    if one.language != other.language:
        return False
    a, b = (content(row.extract.text, row.language) for row in (one, other))
    telling = len(one.quantity.key.strip("-0").replace(".", "")) >= _TELLING
    named = one.quantity.is_named
    return likeness(a, b) >= (_ALIKE / 2 if telling or named else _ALIKE)
