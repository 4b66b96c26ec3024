"""Articles on more than one event: which of the stories each of their paragraphs is on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.themes import Vectors

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

ELSEWHERE = 0.1
"""Cosine of a run of paragraphs with another story from which on it may be on it."""
CLEARLY = 2.5
"""So many times nearer it is then to that story than to its own, and to the rest of its article."""
FEWEST = 12
"""Words of a run: a dateline or a heading is on nothing."""
_RUN = 2
_MOST = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Article:
    """One article's paragraphs as rows over the stems they hold, and its own story's number.

    `rows` are the corpus's rows of each paragraph, `words` how many each has.
    """

    source: int
    own: int
    rows: tuple[Ints, ...]
    words: Floats
    stems: Ints
    table: Floats


def homes(
    corpus: Corpus, known: Vectors, told: Sequence[Sequence[int]], among: Iterable[int]
) -> Ints:
    """Return for each row the number of the story that its paragraph is on.

    It is the article's, unless the paragraph, alone or with the next, is clearly nearer to another
    story of the same language: a round-up, or a section on another event, serves that one too.
    Only the sources `among` which that matters are looked at.
    """
    import numpy as np

    story = np.zeros(len(corpus.sources), dtype=np.int64)
    for n, members in enumerate(told):
        story[list(members)] = n
    home = story[corpus.source]
    if len(told) < 2 or not known.rows.size:  # one story, or no stem in two articles
        return home
    centres = np.stack([known.rows[list(members)].sum(axis=0) for members in told])
    languages = np.array([corpus.sources[members[0]].language for members in told])
    bounds = np.searchsorted(corpus.source, np.arange(len(corpus.sources) + 1))
    for source in sorted(set(among)):
        rows = np.arange(bounds[source], bounds[source + 1])
        article = _article(corpus, known, source, int(story[source]), rows)
        strange = languages != languages[article.own]
        for paragraph, other in _strays(article, _others(article, known, centres, strange)).items():
            home[article.rows[paragraph]] = other
    return home


def _article(corpus: Corpus, known: Vectors, source: int, own: int, rows: Ints) -> _Article:
    import numpy as np

    number = np.array([corpus.sentences[row].paragraph for row in rows.tolist()], dtype=np.int64)
    names, place = np.unique(number, return_inverse=True)
    start = corpus.terms.start[rows[0] : rows[-1] + 2]
    stems, column = np.unique(corpus.terms.ids[start[0] : start[-1]], return_inverse=True)
    cells = np.repeat(place, np.diff(start)) * len(stems) + column
    table = np.bincount(cells, minlength=len(names) * len(stems)).reshape(len(names), len(stems))
    return _Article(
        source=source,
        own=own,
        rows=tuple(np.split(rows, np.flatnonzero(np.diff(number)) + 1)),
        words=np.bincount(place, weights=corpus.lengths[rows]).astype(float),
        stems=stems,
        table=table * known.worth[stems],
    )


def _others(article: _Article, known: Vectors, centres: Floats, strange: Ints) -> Floats:
    """What the stories say with the article's stems, a unit row each; its own without itself."""
    import numpy as np

    column = known.column[article.stems]
    itself = known.rows[article.source]
    others: Floats = np.where(column >= 0, centres[:, column], 0.0)
    norms = np.linalg.norm(centres, axis=1)
    others[article.own] -= np.where(column >= 0, itself[column], 0.0)
    norms[article.own] = np.linalg.norm(centres[article.own] - itself)
    others[strange | (norms < 1e-6)] = 0.0
    others /= np.maximum(norms, 1e-6)[:, None]
    return others


def _strays(article: _Article, others: Floats) -> dict[int, int]:
    """Map each paragraph that is on another story to the number of that story."""
    import numpy as np

    near, other = _elsewhere(article, others)
    if not np.any(near >= ELSEWHERE):
        return {}
    count = len(article.rows)
    runs = [slice(i, i + n) for n in range(1, _RUN + 1) for i in range(count - n + 1)]
    best: dict[int, tuple[float, int]] = {}
    alone = article.table @ others.T
    for i in np.flatnonzero(near >= ELSEWHERE).tolist():
        found = float(near[i]), int(other[i])
        if np.all(alone[runs[i], found[1]] > alone[runs[i], article.own]):
            for paragraph in range(runs[i].start, runs[i].stop):
                best[paragraph] = max(best.get(paragraph, found), found)
    return {paragraph: story for paragraph, (_, story) in best.items()}


def _in_runs(values: Floats) -> Floats:
    """Add up the values of the paragraphs of each run: of one, then of two."""
    import numpy as np

    count = len(values)
    sums = [sum(values[i : count - n + 1 + i] for i in range(n)) for n in range(1, _RUN + 1)]
    return np.concatenate(sums)


def _elsewhere(article: _Article, others: Floats) -> tuple[Floats, Ints]:
    """How near each run is to the other story that it is on, and which; 0 where it is on none."""
    import numpy as np

    words, said = _in_runs(article.words), _in_runs(article.table)
    rest = article.table.sum(axis=0) - said
    said /= np.maximum(np.linalg.norm(said, axis=1, keepdims=True), 1e-9)
    rest /= np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-9)
    near = (said @ others.T).round(6)
    own = np.maximum(near[:, article.own], (said * rest).sum(axis=1))
    near[:, article.own] = 0.0
    other, best = near.argmax(axis=1), near.max(axis=1)
    fits = (words >= FEWEST) & (words <= _MOST * article.words.sum())
    return np.where(fits & (best >= CLEARLY * own), best, 0.0), other
