"""The title that says best what a story is about: not the one that only makes curious."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.summarize.corpus import Corpus
from briefgen.summarize.rules import begins, rules
from briefgen.summarize.themes import Themes
from briefgen.text import words

if TYPE_CHECKING:
    from briefgen.summarize.corpus import Floats

LONGEST = 18
"""Words from which on a title is a sentence."""
SHORTEST = 3
_UNFINISHED = re.compile(r"[?？؟;…]\W*$|\.\.\.\W*$|:$")
"""A question (Greek has a semicolon for its mark), or what does not come to its end."""


def titled(corpus: Corpus, spoken: Themes, members: Sequence[int]) -> list[int]:
    """Return the sources whose title tells what happened, or has to do, the best title first."""
    known = [i for i in members if corpus.sources[i].article.title]
    telling = [i for i in known if not _is_poor(corpus, i)] or known
    told = spoken.of(members)
    return sorted(telling, key=lambda i: (-_aptness(corpus, spoken, told, i), i))


def _is_poor(corpus: Corpus, i: int) -> bool:
    """Tell a question, a teaser, the name of a column, and what is no title by its length."""
    title = (corpus.sources[i].article.title or "").strip()
    language = corpus.sources[i].language
    said = [word.lower().replace("’", "'") for word in words(title)]
    return (
        not SHORTEST <= len(title.split()) <= LONGEST
        or _UNFINISHED.search(title) is not None
        or begins(said, rules(language).teasers) > 0
        or any(begins(said, rules(language).columns, at) for at in range(len(said)))
    )


def _aptness(corpus: Corpus, spoken: Themes, told: Floats, i: int) -> float:
    """How much the title says of what the other sources speak of, a long one paying for it."""
    import numpy as np

    stems = corpus.titles.row(i)
    others = np.maximum((told - spoken.of((i,)))[stems], 0.0)
    length = max(len((corpus.sources[i].article.title or "").split()), 1)
    worth: float = float(np.sqrt(others).sum()) / length**0.5
    return round(worth, 9)
