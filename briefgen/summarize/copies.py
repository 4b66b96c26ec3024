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
    import numpy as np

    runs, owners = _runs(corpus)
    sizes = np.bincount(owners, minlength=len(corpus.sources))
    shared = _shared(runs, owners, sizes)
    order = sorted(range(len(corpus.sources)), key=lambda i: by_age(corpus.sources[i]))
    age = {source: place for place, source in enumerate(order)}
    found: dict[int, int] = {}
    pairs = sorted(sorted(pair, key=age.__getitem__)[::-1] for pair in shared)
    for late, early in sorted(pairs, key=lambda pair: (age[pair[0]], age[pair[1]])):
        common = shared[min(early, late), max(early, late)]
        if not found.keys() & {early, late} and common >= CONTAINED * sizes[late]:
            found[late] = early
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


def _shared(runs: Ints, owners: Ints, sizes: Ints) -> dict[tuple[int, int], int]:
    """How many runs two articles have in common, where one may be a copy of the other.

    What many articles have is a phrase.
    """
    import numpy as np

    count = len(sizes)
    found: list[Ints] = []
    for apart in range(1, min(_COMMON, count)):
        same = runs[apart:] == runs[:-apart]
        if not same.any():
            break
        found.append(owners[:-apart][same] * count + owners[apart:][same])
    if not found:
        return {}
    keys, common = np.unique(np.concatenate(found), return_counts=True)
    early, late = np.divmod(keys, count)
    near = common >= CONTAINED * np.minimum(sizes[early], sizes[late])
    pairs = zip(early[near].tolist(), late[near].tolist(), strict=True)
    return dict(zip(pairs, common[near].tolist(), strict=True))
