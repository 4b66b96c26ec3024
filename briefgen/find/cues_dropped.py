"""Verbs of saying without a subject, as Spanish has them."""

from __future__ import annotations

import re

from briefgen.find.given import given_names
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import BLACK
from briefgen.find.said import Said

_TO_STOP = re.compile(rf"[^,.;:{BLACK}]*")


def holds_verb(said: Said, masked: str, lexicon: Lexicon) -> bool:
    """Whether what was taken for its subject has a verb of saying: `la denuncia` has none."""
    noun = said.subject if said.subject and said.subject.form == "noun" else None
    return noun is not None and any(
        not _after_article(masked[noun.start : match.start()], lexicon)
        for match in lexicon.cue.finditer(masked, noun.start, noun.end)
    )


def _after_article(before: str, lexicon: Lexicon) -> bool:
    """Whether an article stands last: what looks like a verb is a noun."""
    words = before.split()
    return bool(words) and words[-1].lower() in lexicon.determiners | lexicon.possessives


def after_according(before: str, lexicon: Lexicon) -> bool:
    """`según explicó`: the subject follows, as `according` finds it."""
    end = len(before.rstrip())
    return any(found.end() == end for found in lexicon.according.finditer(before))


def names_another(tail: str, lexicon: Lexicon) -> bool:
    """Whether a name stands after the verb that no little word governs: it may be the speaker's."""
    words = ["", *_TO_STOP.match(tail)[0].split(), ""]  # type: ignore[index]
    return any(
        word[:1].isupper()
        and before.islower()
        and before not in lexicon.stop
        and (word in given_names() or after[:1].isupper())
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def can_drop(before: str, lexicon: Lexicon) -> bool:
    """Whether nothing stands before the verb that could be its subject."""
    words = {word.strip(",").lower() for word in before.split()}
    return words <= lexicon.connectives or bool(re.search(rf"(?:{BLACK},?|,| y| e)\s*$", before))
