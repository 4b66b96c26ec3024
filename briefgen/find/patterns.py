"""Patterns put together from the word lists of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.find.tokens import UPPER

NEVER = re.compile(r"(?!)")


DEPTH = 3  # letters that words share in a pattern; more cost time to compile and save none


def any_of(words: Iterable[str], depth: int = DEPTH) -> str:
    """A pattern of all the words, those that begin alike taken together, the longest first."""
    if not depth:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        tails.setdefault(word[:1], []).append(word[1:])
    joined = "|".join(
        re.escape(head)
        + (f"(?:{any_of(rest, depth - 1)})" if len(rest) > 1 else re.escape(rest[0]))
        for head, rest in tails.items()
        if head
    )
    return f"(?:{joined})?" if "" in tails else joined


def cue_pattern(words: Iterable[str], auxiliary: str) -> re.Pattern[str]:
    """Verbs of saying with their auxiliary, where the language writes one before."""
    found = any_of(words)
    prefix = rf"(?:{auxiliary})?" if auxiliary else ""
    elided = r"(?:(?<![\w’'-])|(?<=\b[lmts][’']))" if prefix else r"(?<![\w’'-])"
    return re.compile(rf"{elided}{prefix}({found})(?![\w’'])", re.IGNORECASE)


def phrases(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words."""
    found = "|".join(re.escape(p) if p[-1:] != "'" else re.escape(p[:-1]) + "[’']" for p in phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?:(?<=[’'])|(?!\w))", re.IGNORECASE) if found else NEVER


def raw_pattern(patterns: list[str]) -> re.Pattern[str]:
    """Any of the patterns."""
    return re.compile("|".join(patterns)) if patterns else NEVER


def given(pattern: str | None) -> re.Pattern[str]:
    """The pattern, or one that never matches."""
    return re.compile(pattern) if pattern else NEVER


def unreal_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """What opens the clause of a verb that tells what did not happen: `If the mayor, Roth, says`.

    Nothing parts the opening from the verb but an apposition between commas.
    """
    found = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(words))
    clause = r"(?:[^,;▪]*|[^,;▪]*, [^,;▪]*, )$"
    return re.compile(rf"(?:^|[,;▪] )(?:{found})(?:(?<=[’'])| ){clause}") if found else NEVER


def between_pattern(words: frozenset[str], days: frozenset[str]) -> re.Pattern[str]:
    """What ends a subject's side before its verb: adverbs and auxiliaries."""
    found = "|".join(re.escape(word) for word in sorted(words))
    day = "|".join(sorted(days)) or "(?!)"
    return re.compile(
        rf"(?:(?<=\s)|^|(?<=,))(?:{found}|[a-z]+ly|(?:on|am|le) (?:{day})|{day}),?\s*$"
    )


def incise_pattern(speech: Iterable[str], auxiliary: str) -> re.Pattern[str]:
    """`…, dit-elle, …`: words of saying that French sets inside the marks."""
    said = any_of(speech)
    pronoun = r"-(?:t-)?(?:il|elle|on|ils|elles)\b"
    name = (
        rf"(?:(?: [{UPPER}][\w-]+){{1,3}}"
        rf"| (?:(?:le|la|les|un|une|son|sa|M\.|Mme) |l[’'])[^,.«»]{{2,60}})"
    )
    inverted = r"(?P<inverted>[ao]\w*-(?:t-)?(?:il|elle|ils|elles) )"
    return re.compile(
        rf", (?:{inverted}|(?:{auxiliary})?)(?:{said})(?:{pronoun}|{name}|(?(inverted)\b|(?!)))"
        rf"[^,.»”\"]{{0,40}}(?=[,.])"
    )


def tells_pattern(speech: dict[str, set[str]]) -> re.Pattern[str]:
    """The head of a sentence that names a speaker: `Ruhl said`."""
    said = any_of(word for word in speech if "say" in speech[word]) if speech else ""
    return re.compile(rf"[{UPPER}]\S*(?: [{UPPER}]\S*){{0,3}} (?:{said})\b") if said else NEVER


def small_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, after a space; of `n’` or `s’` the next word is no part."""
    found = "|".join(
        re.escape(word) if word[-1] in "’'" else rf"{re.escape(word)}(?![\w’'-])"
        for word in sorted(words)
    )
    return re.compile(rf"(?:^| )(?:{found})") if found else NEVER


def opener_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """What opens a new clause."""
    found = "|".join(sorted(words)) or "(?!)"
    return re.compile(rf"[;:—–▪(]\s*[,.]?\s*(?:(?:{found}) )?|, (?:{found})(?: |$)")
