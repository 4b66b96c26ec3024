"""What the sources themselves say is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.facts import Facts, extract_of, facts
from briefgen.find.standing import alone
from briefgen.model import Gap, Source


def gaps(sources: Sequence[Source]) -> tuple[Gap, ...]:
    """The sentences that say so and stand alone, each wording once; the extract is the text."""
    found: dict[str, Gap] = {}
    for source in sources:
        lists = facts(source.language)
        if lists is None:
            continue
        for sentence in source.sentences:
            text = source.text_of(sentence)
            if _says_unknown(text, lists) and alone(text, sentence, source, lists):
                found.setdefault(text, Gap("unknown", "", extract_of(sentence, source, text)))
    return tuple(found.values())


def _says_unknown(text: str, lists: Facts) -> bool:
    """Whether it says so, and not in passing: "fell while its future was unclear"."""
    found = lists.unknown.search(text)
    passing = str(lists.data.get("passing", r"(?!)"))
    return found is not None and not re.search(passing, text[: found.start()])
