"""Sources on one event, told by their text, and the title that says best what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model import Group
from briefgen.summarize.corpus import Corpus

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

TOGETHER = 0.1
"""Mean cosine between the members of two groups from which on they tell one story."""
_LONGEST_TITLE = 18
_MOST_CELLS = 400_000
_MOST_STEMS = 1_500


@dataclass(frozen=True, slots=True, eq=False)
class Themes:
    """What each source speaks of: source i holds stem `ids[k]` so many `times` in its cells k.

    The cells of source i are `start[i]` to `start[i + 1]`.
    """

    start: Ints
    ids: Ints
    times: Ints
    size: int

    def counts(self, members: Sequence[int]) -> Floats:
        """How many sentences of these sources hold each stem."""
        import numpy as np

        total: Floats = np.zeros(self.size)
        for i in members:
            cells = slice(int(self.start[i]), int(self.start[i + 1]))
            total[self.ids[cells]] += self.times[cells]
        return total


def themes(corpus: Corpus) -> Themes:
    """Count the sentences of each source that hold each stem."""
    import numpy as np

    size = max(corpus.terms.size, 1)
    keys = corpus.source[corpus.terms.owners()] * size + corpus.terms.ids
    keys = np.sort(keys)
    ends = np.flatnonzero(np.append(keys[1:] != keys[:-1], len(keys) > 0))
    cells, times = keys[ends], np.diff(ends, prepend=-1)
    owners, ids = np.divmod(cells, size)
    start = np.zeros(len(corpus.sources) + 1, dtype=np.int64)
    np.cumsum(np.bincount(owners, minlength=len(corpus.sources)), out=start[1:])
    return Themes(start, ids, times, size)


def stories(
    corpus: Corpus, spoken: Themes, copies: Mapping[int, int]
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of sources, each in order; a copy goes with its original.

    The two groups whose members are likest on average are joined until none are like enough
    (Sokal & Michener 1958); languages stay apart.
    """
    import numpy as np

    near = likeness(corpus, spoken)
    apart = np.eye(len(near), dtype=bool)
    apart[sorted(copies)] = apart[:, sorted(copies)] = True
    near[apart] = -1.0
    groups = joined(near)
    for copy, original in sorted(copies.items()):
        next(group for group in groups if original in group).append(copy)
        groups = [group for group in groups if group != [copy]]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def joined(near: Floats) -> list[list[int]]:
    """Cluster by mean likeness, a square matrix with -1 on its diagonal, down to `TOGETHER`."""
    import numpy as np

    near = near.copy()
    groups: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    while len(groups) > 1:
        best = int(np.argmax(near))
        a, b = sorted(divmod(best, len(near)))
        if near[a, b] < TOGETHER:
            break
        big, small = len(groups[a]), len(groups[b])
        row = (big * near[a] + small * near[b]) / (big + small)
        row[near[a] < 0] = row[near[b] < 0] = -1.0
        near[a], near[:, a] = row, row
        near[b], near[:, b] = -1.0, -1.0
        groups[a] += groups.pop(b)
    return list(groups.values())


def likeness(corpus: Corpus, spoken: Themes) -> Floats:
    """Return the cosine of every two sources; those in two languages have none.

    Counts are damped, and what most sources have counts less. Of very many sources only the stems
    that weigh most are compared.
    """
    import numpy as np

    count = len(corpus.sources)
    spread = np.bincount(spoken.ids, minlength=spoken.size)
    rarity = np.log((count + 1) / (spread + 0.5) + 1)
    weights = (1 + np.log(spoken.times)) * rarity[spoken.ids]
    columns = _columns(np.bincount(spoken.ids, weights=weights * weights), spread, count)
    owners = np.repeat(np.arange(count), np.diff(spoken.start))
    norms = np.sqrt(np.bincount(owners, weights=weights * weights, minlength=count))
    place = np.full(spoken.size, -1)
    place[columns] = np.arange(len(columns))
    kept = place[spoken.ids] >= 0
    vectors = np.zeros((count, len(columns)), dtype=np.float32)
    vectors[owners[kept], place[spoken.ids[kept]]] = weights[kept]
    vectors /= np.maximum(norms, 1e-12)[:, None]
    languages = np.array([source.language for source in corpus.sources])
    near: Floats = (vectors @ vectors.T).astype(float).round(6)
    near[languages[:, None] != languages[None, :]] = 0.0
    return near


def _columns(weights: Floats | Ints, spread: Ints, count: int) -> Ints:
    """The stems that two sources or more have, all of them while they are few."""
    import numpy as np

    shared = np.flatnonzero(spread[: len(weights)] > 1)
    if len(shared) * count <= _MOST_CELLS:
        return shared
    order = np.lexsort((shared, -weights[shared]))
    return shared[order[: max(_MOST_STEMS, _MOST_CELLS // count)]]


def group(corpus: Corpus, spoken: Themes, members: Sequence[int]) -> Group:
    """Return the group with the best title among its sources."""
    titled = [i for i in members if corpus.sources[i].article.title]
    counts = spoken.counts(members) if len(titled) > 1 else None
    best = max(titled, key=lambda i: (_aptness(corpus, counts, i), -i), default=None)
    sources = [corpus.sources[i] for i in members]
    return Group(
        headline=corpus.sources[best].article.title if best is not None else None,
        headline_source=corpus.sources[best].id if best is not None else None,
        language=sources[0].language,
        sources=tuple(sorted((s.id for s in sources), key=by_number)),
    )


def by_number(name: str) -> tuple[int, str]:
    """Sort S2 before S10."""
    return len(name), name


def _aptness(corpus: Corpus, counts: Floats | None, i: int) -> float:
    """How much of what the members speak of the title says, a long one paying for its length."""
    import numpy as np

    if counts is None:
        return 0.0
    stems = corpus.titles.row(i)
    title = corpus.sources[i].article.title or ""
    words = max(len(title.split()), 1)
    worth: float = float(np.sqrt(counts[stems]).sum()) / words**0.5
    if title.rstrip().endswith("?") or words > _LONGEST_TITLE or words < 3:
        worth /= 2
    return round(worth, 9)
