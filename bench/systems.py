"""What is compared: each system puts the same sentences in its order, the best first."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import dropwhile
from types import SimpleNamespace
from typing import Any

from bench.data import Item, tokens
from bench.recipe import recipe
from briefgen.summarize import Algorithm, summarize
from briefgen.summarize.places import is_line
from briefgen.text import stem, stop_words

System = Callable[[Item], list[str]]
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['-])*")
_LONGER = 400


def ours(item: Item, algorithm: str | Algorithm = "coverage") -> list[str]:
    """The texts that `summarize` ranks, antecedents with them, but each of those once."""
    ranked = summarize(item.sources, algorithm=algorithm, words=3 * item.length + _LONGER).ranked
    said: list[str] = []
    for extract in (choice.extract for choice in ranked):
        before = extract.before.text if extract.before else ""
        said.append(extract.text if any(before in s for s in said) else f"{before} {extract.text}")
    return said


def lead(item: Item) -> list[str]:
    """The first sentence of every article, then the second of every one, and so on."""
    return _in_turn([[s.text_of(x) for x in s.sentences] for s in item.sources])


def lead_proper(item: Item) -> list[str]:
    """The lead without the lines above the first sentence, a title or a day: harder to beat."""
    texts = [[s.text_of(x) for x in s.sentences] for s in item.sources]
    return _in_turn([list(dropwhile(is_line, text)) or text for text in texts])


def _in_turn(texts: Sequence[Sequence[str]]) -> list[str]:
    deepest = max(map(len, texts), default=0)
    return [text[k] for k in range(deepest) for text in texts if k < len(text)]


def shuffled(item: Item) -> list[str]:
    """Any order, the same one every time."""
    rows = item.rows
    random.Random(item.id).shuffle(rows)
    return rows


def _recipe(decay: float, place: float) -> System:
    def system(item: Item) -> list[str]:
        rows = item.rows
        return [rows[i] for i in recipe(item, decay=decay, place=place)]

    return system


def oracle(item: Item, texts: Sequence[str] | None = None) -> list[str]:
    """Add the sentence that raises ROUGE-2, then ROUGE-1, the most, knowing the references.

    `texts` are what it may take, all sentences by default.
    """
    texts = item.rows if texts is None else texts
    rows = [tokens(text) for text in texts]
    wanted = [(_grams(tokens(r), 1), _grams(tokens(r), 2)) for r in item.references]
    chosen: list[int] = []
    held: list[str] = []
    while len(held) < item.length and len(chosen) < len(rows):
        left = (i for i in range(len(rows)) if i not in chosen)
        best = max(left, key=lambda i: (_hits((held + rows[i])[: item.length], wanted), -i))
        chosen.append(best)
        held += rows[best]
    return [texts[i] for i in chosen]


def _grams(row: Sequence[str], n: int) -> dict[tuple[str, ...], int]:
    counts: dict[tuple[str, ...], int] = {}
    for gram in zip(*(row[k:] for k in range(n)), strict=False):
        counts[gram] = counts.get(gram, 0) + 1
    return counts


def _hits(
    row: Sequence[str], wanted: Iterable[tuple[dict[tuple[str, ...], int], ...]]
) -> tuple[float, float]:
    one, two = _grams(row, 1), _grams(row, 2)
    rates = [(_rate(two, w2), _rate(one, w1)) for w1, w2 in wanted]
    return sum(r[0] for r in rates), sum(r[1] for r in rates)


def _rate(have: dict[tuple[str, ...], int], want: dict[tuple[str, ...], int]) -> float:
    common = sum(min(n, want.get(gram, 0)) for gram, n in have.items())
    return 2 * common / max(sum(have.values()) + sum(want.values()), 1)


def sumy(module: str, name: str) -> System:
    """One of sumy's summarisers, on our sentences, in the order of its own ratings."""

    def system(item: Item) -> list[str]:
        return sumy_order(module, name, item.rows, item.sources[0].language)

    return system


def sumy_order(module: str, name: str, rows: Sequence[str], language: str) -> list[str]:
    """Return the rows, the best rated first."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = SimpleNamespace(to_words=_WORD.findall)
    document = ObjectDocumentModel([Paragraph([Sentence(row, words) for row in rows])])
    summariser = getattr(import_module(f"sumy.summarizers.{module}"), name)(
        lambda word: stem(word, language)
    )
    summariser.stop_words = stop_words(language)
    summariser._get_best_sentences = _by_rating
    return [str(sentence) for sentence in summariser(document, len(rows))]


def _by_rating(
    sentences: Iterable[Any], count: object, rating: Any, *args: object, **kwargs: object
) -> tuple[Any, ...]:
    rate = rating.__getitem__ if isinstance(rating, dict) else rating
    return tuple(sorted(sentences, key=lambda s: rate(s, *args, **kwargs), reverse=True))


def summa(item: Item) -> list[str]:
    """Summa's TextRank, on our sentences."""
    return summa_order(item.rows, item.sources[0].language)


def summa_order(rows: Sequence[str], language: str) -> list[str]:
    """Return the rows, the best rated first."""
    from summa import summarizer
    from summa.preprocessing import textcleaner

    names = {"ar": "arabic", "de": "german", "es": "spanish", "fr": "french", "pt": "portuguese"}
    textcleaner.split_sentences = lambda text: text.split("\n")
    found = summarizer.summarize(
        "\n".join(row.replace("\n", " ") for row in rows),
        ratio=1.0,
        language=names.get(language, "english"),
        split=True,
        scores=True,
    )
    return [text for text, _ in sorted(found, key=lambda pair: -pair[1])]


def lede(item: Item) -> list[str]:
    """Lede's scores, on our sentences."""
    return lede_order(item.rows)


def lede_order(rows: Sequence[str]) -> list[str]:
    """Return the rows, the best rated first."""
    from lede.tfidf import composite_score

    scores = composite_score(list(rows))
    return [rows[i] for i in sorted(range(len(rows)), key=lambda i: (-scores[i], i))]


SYSTEMS: dict[str, System] = {
    "briefgen": ours,
    "recipe, news": _recipe(0.4, 0.8),
    "recipe, general": _recipe(0.15, 0.4),
    "lead": lead,
    "lead, no lines": lead_proper,
    "random": shuffled,
    "sumy LexRank": sumy("lex_rank", "LexRankSummarizer"),
    "sumy TextRank": sumy("text_rank", "TextRankSummarizer"),
    "sumy LSA": sumy("lsa", "LsaSummarizer"),
    "sumy Luhn": sumy("luhn", "LuhnSummarizer"),
    "sumy SumBasic": sumy("sum_basic", "SumBasicSummarizer"),
    "sumy KL": sumy("kl", "KLSummarizer"),
    "sumy Reduction": sumy("reduction", "ReductionSummarizer"),
    "summa": summa,
    "lede": lede,
    "oracle": oracle,
}
