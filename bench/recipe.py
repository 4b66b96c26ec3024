"""The starting point, unchanged: concept coverage with position, as it was first measured.

It shares nothing with the chooser, so that it stays what it was. Sentences are counted as they
stand; none is left out for not standing alone, but some pay for how they open.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bench.data import Item
from briefgen.text import stems, stop_words, words

_BACKWARD = {
    *("he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its"),
    *("their", "but", "and", "so", "then"),
    *("however", "also", "thus", "meanwhile", "moreover", "therefore", "still", "yet", "instead"),
}
_QUOTES = re.compile(r"[\"“”«»„]")
_DATELINE = re.compile(r"^[A-Z][A-Za-z.,'’ -]{1,40}\([^)]{2,20}\)\s*[-–—]+\s*")


def recipe(item: Item, *, decay: float, place: float) -> list[int]:
    """Return the rows in the order of choosing; `decay` and `place` are β and λ."""
    rows, at, titles = _rows(item)
    p = [(1.0 + k) ** -decay for k in at]
    single = _weights([set(r) for r in rows], p)
    double = _weights([_pairs(r) for r in rows], p)
    static = _static(item, rows, p, titles, place)
    left, order, first = set(range(len(rows))), [], 0.0
    while left:
        gains = {i: _gain(rows[i], single, double) for i in left}
        first = first or max(gains.values()) or 1.0
        best = min(left, key=lambda i: (-gains[i] / first - static[i], i))
        left.remove(best)
        order.append(best)
        for c in set(rows[best]):
            single[c] = 0.0
        for pair in _pairs(rows[best]):
            double[pair] = 0.0
    return order


def _gain(
    row: Sequence[str], single: dict[str, float], double: dict[tuple[str, str], float]
) -> float:
    fresh = 0.9 * sum(double[c] for c in _pairs(row))
    fresh += 0.1 * sum(single[c] for c in set(row))
    return float(fresh / max(len(row), 1) ** 0.8)


def _rows(item: Item) -> tuple[list[list[str]], list[int], list[set[str]]]:
    rows, at, titles = [], [], []
    for source in item.sources:
        stopped = stop_words(source.language)
        title = _content(source.article.title or "", source.language, stopped)
        for k, sentence in enumerate(source.sentences):
            text = _DATELINE.sub("", source.text_of(sentence))
            rows.append(_content(text, source.language, stopped))
            at.append(k)
            titles.append(set(title))
    return rows, at, titles


def _content(text: str, language: str, stopped: frozenset[str]) -> list[str]:
    return stems([w for w in words(text) if w.lower() not in stopped], language)


def _pairs(row: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(row))


def _weights(rows: Sequence[set], p: Sequence[float]) -> dict:  # type: ignore[type-arg]
    weights: dict[object, float] = defaultdict(float)
    held: Counter[object] = Counter()
    for row, weight in zip(rows, p, strict=True):
        for concept in sorted(row):
            weights[concept] += weight
            held[concept] += 1
    return {c: w * (0.4 if held[c] == 1 else 1.0) for c, w in weights.items()}


def _static(
    item: Item,
    rows: Sequence[Sequence[str]],
    p: Sequence[float],
    titles: Sequence[set[str]],
    place: float,
) -> list[float]:
    texts = item.rows
    near = _centroid(rows, p)
    return [
        place * p[i]
        + 0.5 * near[i]
        + 0.1 * (len(set(row) & titles[i]) / len(titles[i]) if titles[i] else 0.0)
        - _penalty(texts[i])
        for i, row in enumerate(rows)
    ]


def _penalty(text: str) -> float:
    opening = words(text)[:1]
    return (
        0.6 * (len(words(text)) < 6)
        + 0.2 * bool(_QUOTES.search(text))
        + 0.3 * bool(opening and opening[0].lower() in _BACKWARD)
        + 0.15 * text.rstrip('"”’») ').endswith("?")
    )


def _centroid(rows: Sequence[Sequence[str]], p: Sequence[float]) -> list[float]:
    frequency = Counter(s for row in rows for s in sorted(set(row)))
    rarity = {s: math.log((len(rows) + 1) / (n + 0.5)) for s, n in frequency.items()}
    vectors = [{s: n * rarity[s] for s, n in sorted(Counter(row).items())} for row in rows]
    norms = [math.sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in vectors]
    centre: dict[str, float] = defaultdict(float)
    for vector, norm, weight in zip(vectors, norms, p, strict=True):
        for s, v in vector.items():
            centre[s] += weight * v / norm
    length = math.sqrt(sum(v * v for v in centre.values())) or 1.0
    return [
        sum(v * centre[s] for s, v in vector.items()) / norm / length
        for vector, norm in zip(vectors, norms, strict=True)
    ]
