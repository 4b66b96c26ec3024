"""The forms in which one name is written: in part, without an initial, `Al-` or `al-`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefgen.find.given import given_names, listed
from briefgen.find.names_valid import INITIAL

Words = tuple[str, ...]
_PET = re.compile(r"(?<=..)(?:ie|y)$")
_ARABIC = re.compile(r"(?:A[lsnrtdz]|Ash|E[ls])-(?=\w)")


def by_part(people: Sequence[Words]) -> dict[Words, tuple[int, ...]]:
    """Whom a part of a name may mean: what ends it weighs more than its head or middle."""
    surnames: dict[Words, list[int]] = defaultdict(list)
    weak: dict[Words, list[int]] = defaultdict(list)
    for i, words in enumerate(people):
        if len(words) == 1:
            surnames[words].append(i)
            continue
        for k in range(1, len(words)):
            surnames[words[k:]].append(i)
        for part in {words[:1], *_inner(words)}:
            weak[part].append(i)
    merged = {key: tuple(value) for key, value in weak.items() if key not in surnames}
    return merged | {key: tuple(value) for key, value in surnames.items()}


def _inner(words: Words) -> set[Words]:
    """Of `Ana Ruiz Orme` `Ana Ruiz` and `Ruiz`, for many bear two surnames."""
    heads = {words[:k] for k in range(2, len(words))}
    middle = (word for word in words[1:-1] if word[0].isupper() and not INITIAL.fullmatch(word))
    return heads | {(word,) for word in middle if word not in given_names()}


def whom(words: Words, parts: dict[Words, tuple[int, ...]]) -> tuple[int, ...]:
    """Whom the words may mean, though they open a sentence: `De Vries`, `Al-Harthi`."""
    found = parts.get(words, ())
    if not found and words[0].lower() in listed("particles"):
        found = parts.get(words[1:], ())
    if not found and _ARABIC.match(words[0]):
        found = parts.get((words[0][0].lower() + words[0][1:], *words[1:]), ())
    return found


def shortens(short: Words, full: Words) -> bool:
    """Whether it is the other name without its last surnames, its initials or a middle name."""
    if not 1 < len(short) < len(full):
        return False
    if len(short) == 2 and len(full) == 3 and (short[0], short[1]) == (full[0], full[2]):
        return full[1] in given_names() or full[1][0].isupper()
    return full[: len(short)] == short or short == tuple(
        word for word in full if not INITIAL.fullmatch(word)
    )


def is_pet_form(short: Words, full: Words) -> bool:
    """Whether `Bernie Orme` may be `Bernard Orme`, by the head of the given name."""
    root = _PET.sub("", short[0])
    if root == short[0] or len(short) < 2 or short[1:] != full[1:]:
        return False
    root = root[:-1] if root[-1:] == root[-2:-1] else root
    return len(root) > 2 and full[0].startswith(root) and len(full[0]) > len(root) + 1


def full_form(words: Words, others: Sequence[Words]) -> Words:
    """The only longer form of the name among the others, else the name."""
    longer = [other for other in others if shortens(words, other)]
    return longer[0] if len(longer) == 1 else words
