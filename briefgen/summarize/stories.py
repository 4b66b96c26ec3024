"""Sources on one event, told by their text, and the title that says best what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefgen.model import Group
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.themes import Themes, Vectors
from briefgen.summarize.titles import titled

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

TOGETHER = 0.055
"""Mean likeness of the members of two groups from which on they tell one story.

Found by `python -m bench.stories`, where P is above .98: a story too many is a smaller wrong than
two events in one.
"""


def stories(
    corpus: Corpus, known: Vectors, copies: Mapping[int, int]
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of sources, each in order; a copy goes with its original.

    The two groups whose members are likest on average are joined until none are like enough
    (Sokal & Michener 1958); languages stay apart.
    """
    import numpy as np

    near = likeness(corpus, known)
    apart = np.eye(len(near), dtype=bool)
    apart[sorted(copies)] = apart[:, sorted(copies)] = True
    near[apart] = -1.0
    groups = joined(near)
    for copy, original in sorted(copies.items()):
        next(group for group in groups if original in group).append(copy)
        groups = [group for group in groups if group != [copy]]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def likeness(corpus: Corpus, known: Vectors) -> Floats:
    """Return the cosine of every two sources, of which no stem may give more than half.

    A town or a man in common makes no event. Those in two languages have none.
    """
    import numpy as np

    languages = np.array([source.language for source in corpus.sources])
    near = np.zeros((len(languages), len(languages)))
    for i, row in enumerate(known.rows):
        held = np.flatnonzero(row)
        shared = known.rows[i:, held] * row[held]
        whole, most = shared.sum(axis=1), shared.max(axis=1, initial=0.0)
        near[i, i:] = np.minimum(whole, 2 * (whole - most)).round(6)
        near[i:, i] = near[i, i:]
    near[languages[:, None] != languages[None, :]] = 0.0
    return near


def joined(near: Floats) -> list[list[int]]:
    """Cluster by mean likeness, a square matrix with -1 on its diagonal, down to `TOGETHER`.

    Each group is followed to its nearest until two are each other's nearest, which are joined
    (Murtagh 1983): the same groups as by always joining the nearest two, in less time.
    """
    near = near.copy()
    groups: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    done: list[list[int]] = []
    chain: list[int] = []
    while groups:
        chain = chain or [next(iter(groups))]
        last = chain[-1]
        nearest = int(near[last].argmax())
        if near[last, nearest] < TOGETHER:
            done.append(groups.pop(last))
            near[last], near[:, last] = -1.0, -1.0
            chain.pop()
        elif len(chain) > 1 and near[last, nearest] <= near[last, chain[-2]]:
            chain.pop()
            _join(near, groups, *sorted((last, chain.pop())))
        else:
            chain.append(nearest)
    return done


def _join(near: Floats, groups: dict[int, list[int]], a: int, b: int) -> None:
    """Let the second group be part of the first."""
    big, small = len(groups[a]), len(groups[b])
    row = (big * near[a] + small * near[b]) / (big + small)
    row[near[a] < 0] = row[near[b] < 0] = -1.0
    near[a], near[:, a] = row, row
    near[b], near[:, b] = -1.0, -1.0
    groups[a] += groups.pop(b)


def group(
    corpus: Corpus, spoken: Themes, members: Sequence[int], guests: Sequence[int] = ()
) -> Group:
    """Return the group with the best title among its own sources.

    Its `guests` are articles on something else of which a paragraph is on this: no title of theirs.
    """
    best = [corpus.sources[i] for i in titled(corpus, spoken, members)]
    return Group(
        headline=best[0].article.title if best else None,
        headline_source=best[0].id if best else None,
        language=corpus.sources[members[0]].language,
        sources=_names(corpus, (*members, *guests)),
        guests=_names(corpus, guests),
        titled=tuple(source.id for source in best),
    )


def _names(corpus: Corpus, members: Sequence[int]) -> tuple[str, ...]:
    return tuple(sorted((corpus.sources[i].id for i in members), key=by_number))


def by_number(name: str) -> tuple[int, str]:
    """Sort S2 before S10."""
    return len(name), name
