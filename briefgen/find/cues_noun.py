"""Whose words they are without a verb of saying: `in her words`, `his view is that`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from briefgen.find.content import Span, trimmed
from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject, kept_of, low_of, pronoun, words_in
from briefgen.find.said import Said
from briefgen.find.tokens import WORD

LONG = 4  # words of a quotation that says something by itself
_GENITIVE = re.compile(r"[’']s?$")
_ADJECTIVES = 2  # that may stand between whose it is and what it is


def nominal(masked: str, bounds: Span, parts: Sequence[Span], lexicon: Lexicon) -> Iterator[Said]:
    """What the patterns of the language that name a speaker find in the sentence; the first."""
    lo, hi = bounds
    long = any((end - start) // 6 >= LONG for start, end in parts)
    patterns = (
        *lexicon.attributing,
        *(lexicon.quoting if parts else ()),
        *(lexicon.view if long else ()),
    )
    for pattern in patterns:
        for match in pattern.finditer(masked, lo, hi):
            subject = _subject(masked, match.span("who"), lexicon)
            said = _around(masked, bounds, match.span())
            if subject is None or not (parts or said[0] < said[1]):
                continue
            kind: Literal["direct", "reported"] = "direct" if parts else "reported"
            cue = match.span("cue")
            yield Said(kind, cue, subject, tuple(parts) if parts else (said,), "pre")
            return


def _around(masked: str, bounds: Span, match: Span) -> Span:
    """What follows the words that name the speaker, or stands before where they close it."""
    opens = len(masked[bounds[0] : match[0]].split()) < 2
    return trimmed(masked, match[1], bounds[1]) if opens else trimmed(masked, bounds[0], match[0])


def _subject(masked: str, who: Span, lexicon: Lexicon) -> Subject | None:
    """The phrase up to its first comma, without connectives; a possessive is its pronoun."""
    comma = masked.find(",", *who)
    words = kept_of(masked, words_in(masked, who[0], comma if comma > 0 else who[1]), lexicon)
    if not words:
        return None
    first = low_of(masked, words[0])
    if len(words) == 1 and (form := lexicon.gender_of.get(first)):
        return Subject(*words[0], form)  # type: ignore[arg-type]
    if first in lexicon.pronouns:
        return pronoun(words[0], first, lexicon) if len(words) == 1 else None
    end = words[-1][1]
    genitive = _GENITIVE.search(masked[words[0][0] : end])
    return Subject(words[0][0], end - len(genitive[0]) if genitive else end)


def whose(masked: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """`Roth’s advice to them was simple`: Roth, before a noun of what is said."""
    words = [match.span() for match in WORD.finditer(masked, start, end)]
    for i, word in enumerate(words[:6]):
        low = low_of(masked, word)
        own = len(low) > 2 and low in lexicon.gender_of and low in lexicon.possessives
        if own or _GENITIVE.search(low):
            following = {low_of(masked, after) for after in words[i + 1 : i + 2 + _ADJECTIVES]}
            if following & lexicon.said_nouns:
                return _subject(masked, (start, word[1]), lexicon)
            return None
    return None
