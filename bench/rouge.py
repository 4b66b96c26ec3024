"""ROUGE at equal length, by `rouge-score` with words of every script, and the paired bootstrap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from bench.data import tokens

MEASURES = ("rouge1", "rouge2")


class _Words:
    """The tokenizer that `rouge-score` asks for; its own one knows no letters but a to z."""

    def tokenize(self, text: str) -> list[str]:
        return tokens(text)


@cache
def _scorer() -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(MEASURES), tokenizer=_Words())


def cut(texts: Iterable[str], length: int) -> str:
    """Join the texts until they have exactly that many words, as far as there are so many."""
    kept: list[str] = []
    for text in texts:
        kept += tokens(text)[: length - len(kept)]
        if len(kept) >= length:
            break
    return " ".join(kept)


def score(summary: str, references: Sequence[str]) -> tuple[float, ...]:
    """Return the F of each measure, in percent, on average over the references."""
    found = [_scorer().score(reference, summary) for reference in references]
    return tuple(100 * sum(f[m].fmeasure for f in found) / len(found) for m in MEASURES)


def bootstrap(differences: Sequence[float], rounds: int = 10_000) -> tuple[float, float]:
    """Return the 95 % interval of the mean difference, items drawn again with a fixed seed."""
    import numpy as np

    values = np.asarray(differences, dtype=float)
    draws = np.random.default_rng(0).integers(0, len(values), size=(rounds, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
