"""What the sources themselves say is not known."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.facts import extract_of, facts
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
            if lists.unknown.search(text) and alone(text, sentence, source, lists):
                found.setdefault(text, Gap("unknown", "", extract_of(sentence, source, text)))
    return tuple(found.values())
