"""Articles that repeat another: agency copies, told by runs of words that both have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus, by_age

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Ints

RUN = 5
"""Words of a run; Broder (1997) calls it a shingle."""
CONTAINED = 0.7
"""Share of an article's runs that the original has, from which on it is a copy."""
_COMMON = 40
_VERBATIM = 8


def copies(corpus: Corpus) -> dict[int, int]:
    """Map each article that repeats another to the one it repeats, which is none itself.

    The original is the one published earliest, then the one whose checksum is smallest.
    """
    runs, owners = _runs(corpus)
    shared = _shared(runs, owners, len(corpus.sources))
    sizes = [int((owners == i).sum()) for i in range(len(corpus.sources))]
    order = sorted(range(len(corpus.sources)), key=lambda i: by_age(corpus.sources[i]))
    found: dict[int, int] = {}
    for late in order:
        for early in order[: order.index(late)]:
            common = shared.get((min(early, late), max(early, late)), 0)
            if early not in found and sizes[late] and common / sizes[late] >= CONTAINED:
                found[late] = early
                break
    return found


def first_told(corpus: Corpus) -> Ints:
    """Return for each row the row that has the same words, word for word, in the earliest article.

    Short sentences are themselves: what is short may be alike by chance.
    """
    import numpy as np

    age = sorted(range(len(corpus.sources)), key=lambda i: by_age(corpus.sources[i]))
    rank = np.argsort(np.array(age, dtype=np.int64)) if age else np.zeros(0, dtype=np.int64)
    told = np.arange(len(corpus), dtype=np.int64)
    seen: dict[bytes, int] = {}
    for row in np.lexsort((told, rank[corpus.source])).tolist():
        words = corpus.words.row(row)
        if len(words) >= _VERBATIM:
            told[row] = seen.setdefault(words.tobytes(), row)
    return told


def _runs(corpus: Corpus) -> tuple[Ints, Ints]:
    """The runs of words of every article, each once, as (hash, source), sorted by hash."""
    import numpy as np

    ids = corpus.words.ids
    owners = corpus.source[corpus.words.owners()]
    count = max(len(ids) - RUN + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for i in range(RUN):
        hashes = hashes * np.uint64(1_000_003) + ids[i : i + count].astype(np.uint64)
    inside = owners[:count] == owners[len(ids) - count :]
    hashes, owners = hashes[inside], owners[:count][inside]
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return hashes[new].astype(np.int64), owners[new]


def _shared(runs: Ints, owners: Ints, count: int) -> dict[tuple[int, int], int]:
    """How many runs each two articles have in common; what nearly all have is a phrase."""
    import numpy as np

    found: list[Ints] = []
    for apart in range(1, min(_COMMON, count)):
        same = runs[apart:] == runs[:-apart]
        if not same.any():
            break
        found.append(owners[:-apart][same] * count + owners[apart:][same])
    if not found:
        return {}
    keys, sizes = np.unique(np.concatenate(found), return_counts=True)
    return {
        (int(key) // count, int(key) % count): int(size)
        for key, size in zip(keys, sizes, strict=True)
    }
