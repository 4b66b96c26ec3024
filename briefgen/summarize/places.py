"""Where a sentence stands in its article, whatever lines stand above the first one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefgen.summarize.corpus import Ints

_ENDS = frozenset(".!?…:;।؟。！？")
_CLOSING = "\"'”’»)]"


def is_line(text: str) -> bool:
    """Tell a title, a name or a day from a sentence: nothing ends it."""
    return text.rstrip(_CLOSING)[-1:] not in _ENDS


def heads(source: Ints, line: Sequence[bool]) -> NDArray[np.bool_]:
    """Tell of each row whether it is one of the lines above its article's first sentence.

    `source` is the article of each row, ascending. Where no sentence ends, all rows are sentences.
    """
    import numpy as np

    head = np.zeros(len(source), dtype=bool)
    for rows in np.split(np.arange(len(source)), np.flatnonzero(np.diff(source)) + 1):
        first = next((row for row in rows.tolist() if not line[row]), None)
        if first is not None:
            head[rows[0] : first] = True
    return head


def places(source: Ints, head: NDArray[np.bool_]) -> Ints:
    """Number the rows of each article from 0; the lines at its head have 0, like the sentence."""
    import numpy as np

    rows = np.arange(len(source), dtype=np.int64)
    sizes = np.bincount(source)
    firsts = np.cumsum(sizes) - sizes + np.bincount(source, weights=head).astype(np.int64)
    found: Ints = np.maximum(rows - firsts[source], 0)
    return found
