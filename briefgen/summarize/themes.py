"""What each source speaks of, as numbers that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.rules import rules
from briefgen.text import stem

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats, Ints

DECAY = 0.7
"""How fast a sentence weighs less the later it stands: news tells at once what it is about."""
_MOST_CELLS = 400_000
_MOST_STEMS = 1_500


@dataclass(frozen=True, slots=True, eq=False)
class Themes:
    """What each source speaks of: source i has stem `ids[k]` at `weight[k]` in its cells k.

    The cells of source i are `start[i]` to `start[i + 1]`; `worth` is what a mention of a stem
    weighs.
    """

    start: Ints
    ids: Ints
    weight: Floats
    worth: Floats

    def of(self, members: Sequence[int]) -> Floats:
        """How much these sources together speak of each stem."""
        import numpy as np

        total: Floats = np.zeros(len(self.worth))
        for i in members:
            cells = slice(int(self.start[i]), int(self.start[i + 1]))
            total[self.ids[cells]] += self.weight[cells]
        return total


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Each source as a row of unit length; stem s has the `column[s]`, or -1, and its `worth`."""

    rows: Floats
    column: Ints
    worth: Floats


def themes(corpus: Corpus) -> Themes:
    """Weigh what each source says by how early it does; its title weighs as its first sentence."""
    import numpy as np

    worth = _worth(corpus)
    size, count = len(worth), len(corpus.sources)
    owners, titled = corpus.terms.owners(), corpus.titles.owners()
    early = (1.0 + corpus.place[owners]) ** -DECAY
    cells = np.concatenate([corpus.source[owners], titled]) * size
    cells += np.concatenate([corpus.terms.ids, corpus.titles.ids])
    kept, place = np.unique(cells, return_inverse=True)
    said = np.bincount(place, weights=np.concatenate([early, np.ones(len(titled))]))
    source, stems = np.divmod(kept, size)
    start = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(source, minlength=count), out=start[1:])
    return Themes(start, stems, (said * worth[stems]).round(9), worth)


def _worth(corpus: Corpus) -> Floats:
    """What a mention of each stem weighs: 1, more for a name, nothing for a month or a weekday.

    A name is told by the share of its uses that have a capital inside a sentence.
    """
    import numpy as np

    size, words = max(corpus.terms.size, 1), len(corpus.root)
    uses = np.bincount(corpus.words.ids, minlength=words) * (~corpus.small)
    capitals = np.bincount(corpus.root, weights=uses * corpus.capital, minlength=size)
    worth: Floats = 1.0 + capitals / np.maximum(np.bincount(corpus.root, uses, minlength=size), 1)
    for language in {source.language for source in corpus.sources}:
        for word in rules(language).calendar:
            if (number := corpus.lexicon.get((language, stem(word, language)))) is not None:
                worth[number] = 0.0
    return worth


def vectors(spoken: Themes, count: int) -> Vectors:
    """Return the sources as vectors over the stems that two or more have.

    What most sources have counts less. Of very many sources only the stems that weigh most are
    compared.
    """
    import numpy as np

    spread = np.bincount(spoken.ids, minlength=len(spoken.worth))
    rarity = np.log((count + 1) / (spread + 0.5) + 1)
    weights = spoken.weight * rarity[spoken.ids]
    columns = _columns(np.bincount(spoken.ids, weights=weights * weights), spread, count)
    owners = np.repeat(np.arange(count), np.diff(spoken.start))
    norms = np.sqrt(np.bincount(owners, weights=weights * weights, minlength=count))
    place = np.full(len(spoken.worth), -1)
    place[columns] = np.arange(len(columns))
    kept = place[spoken.ids] >= 0
    rows = np.zeros((count, len(columns)), dtype=np.float32)
    rows[owners[kept], place[spoken.ids[kept]]] = weights[kept]
    rows /= np.maximum(norms, 1e-12)[:, None]
    return Vectors(rows, place, spoken.worth * rarity)


def _columns(weights: Floats | Ints, spread: Ints, count: int) -> Ints:
    """The stems that two sources or more have, all of them while they are few."""
    import numpy as np

    shared = np.flatnonzero(spread[: len(weights)] > 1)
    if len(shared) * count <= _MOST_CELLS:
        return shared
    order = np.lexsort((shared, -weights[shared]))
    return shared[order[: max(_MOST_STEMS, _MOST_CELLS // count)]]
