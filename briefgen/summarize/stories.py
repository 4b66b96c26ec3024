"""Sources on one event, told by their text, and the title that says best what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefgen.model import Group
from briefgen.summarize.corpus import Corpus

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

TOGETHER = 0.1
"""Cosine between the middles of two groups from which on they tell one story."""
_LONGEST_TITLE = 18


def stories(corpus: Corpus, copies: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of sources, each in order; a copy goes with its original.

    Groups whose middles are nearest are joined until none are near enough; languages stay apart.
    """
    vectors = _vectors(corpus)
    groups: list[tuple[int, ...]] = [(i,) for i in range(len(corpus.sources)) if i not in copies]
    near = vectors @ vectors.T if len(groups) else vectors
    while len(groups) > 1:
        best, a, b = max(
            (_nearness(near, corpus, groups[a], groups[b]), -a, -b)
            for a in range(len(groups))
            for b in range(a + 1, len(groups))
        )
        if best < TOGETHER:
            break
        groups[-a] += groups.pop(-b)
    with_copies = [(*g, *(c for c, original in copies.items() if original in g)) for g in groups]
    return tuple(tuple(sorted(group)) for group in with_copies)


def _nearness(near: Floats, corpus: Corpus, a: Sequence[int], b: Sequence[int]) -> float:
    """The mean cosine between the members of two groups, rounded so that ties are ties."""
    import numpy as np

    if corpus.sources[a[0]].language != corpus.sources[b[0]].language:
        return 0.0
    return round(float(near[np.ix_(a, b)].mean()), 9)


def _vectors(corpus: Corpus) -> Floats:
    """Each source's stems, damped, of length 1; what most sources have counts less."""
    import numpy as np

    count, size = len(corpus.sources), max(corpus.terms.size, 1)
    keys = corpus.source[corpus.terms.owners()] * size + corpus.terms.ids
    cells, times = np.unique(keys, return_counts=True)
    owners, ids = np.divmod(cells, size)
    spread = np.bincount(ids, minlength=size)
    weights = (1 + np.log(times)) * np.log((count + 1) / (spread[ids] + 0.5) + 1)
    used, columns = np.unique(ids, return_inverse=True)
    vectors = np.zeros((count, len(used)))
    vectors[owners, columns] = weights
    norms = np.sqrt((vectors**2).sum(axis=1, keepdims=True))
    norms[norms == 0] = 1.0
    unit: Floats = vectors / norms
    return unit


def group(corpus: Corpus, members: Sequence[int]) -> Group:
    """Return the group with the best title among its sources."""
    titled = [i for i in members if corpus.sources[i].article.title]
    best = min(titled, key=lambda i: (-_aptness(corpus, members, i), i), default=None)
    sources = [corpus.sources[i] for i in members]
    return Group(
        headline=corpus.sources[best].article.title if best is not None else None,
        headline_source=corpus.sources[best].id if best is not None else None,
        language=sources[0].language,
        sources=tuple(sorted((s.id for s in sources), key=_number)),
    )


def _number(name: str) -> tuple[int, str]:
    return len(name), name


def _aptness(corpus: Corpus, members: Sequence[int], i: int) -> float:
    """How much of what the members' sentences speak of the title says, a long one paying."""
    import numpy as np

    inside = np.isin(corpus.source[corpus.terms.owners()], list(members))
    counts = np.bincount(corpus.terms.ids[inside], minlength=corpus.terms.size)
    stems = corpus.titles.row(i)
    stems = stems[stems < len(counts)]
    title = corpus.sources[i].article.title or ""
    words = max(len(title.split()), 1)
    worth: float = float(np.sqrt(counts[stems]).sum()) / words**0.5
    if title.rstrip().endswith("?") or words > _LONGEST_TITLE or words < 3:
        worth /= 2
    return round(worth, 9)
