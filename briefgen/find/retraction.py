"""What somebody took back later: the words that take it back stand beside what they take back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.find.lexicon import Lexicon
from briefgen.model import Statement


def with_what_was_said(statements: Sequence[Statement], lexicon: Lexicon) -> Iterator[Statement]:
    """The statements, one that takes another back with the other as its antecedent.

    What is taken back is the speaker's last statement before; the first taking back counts.
    """
    standing: dict[str, Statement] = {}
    for statement in statements:
        name = statement.speaker
        if name is None:
            yield statement
        elif lexicon.retracts.search(statement.quote.text):
            earlier = standing.pop(name, None)
            before = earlier.quote if earlier else None
            yield replace(statement, quote=replace(statement.quote, before=before))
        else:
            standing[name] = statement
            yield statement
