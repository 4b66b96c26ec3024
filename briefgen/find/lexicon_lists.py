"""The lists of a language that are taken as they stand, and those put together from them."""

from __future__ import annotations

from typing import Any

_LOW = (
    "roles",
    "modifiers",
    "fields",
    "places",
    "bodies",
    "people",
    "determiners",
    "possessives",
    "relative",
    "who",
    "prepositions",
    "connectives",
    "not_according",
    "plural_verbs",
    "impersonal_verbs",
    "after_verb",
    "adverbial",
    "goes_on",
    "days",
    "alone",
    "subordinators",
    "after_noun",
    "nobody",
    "epithets",
    "said_nouns",
    "also_adjectives",
    "firms",
    "participles",
    "receives",
)
_CASED = ("titles", "portfolios", "also_surnames", "months", "demonyms")
_FLAGS = (
    "zero_that",
    "dash_speech",
    "comma_that",
    "noun_capitals",
    "inverts",
    "drops_subject",
    "head_first",
)


def plain_lists(
    data: dict[str, Any], words: dict[str, frozenset[str]], low: dict[str, frozenset[str]]
) -> dict[str, Any]:
    """The lists and switches that are taken as they stand."""
    none = frozenset[str]()
    return (
        {name: low.get(name, none) for name in _LOW}
        | {name: words.get(name, none) for name in _CASED}
        | {name: data.get(name, False) for name in _FLAGS}
    )


def made_lists(words: dict[str, frozenset[str]], low: dict[str, frozenset[str]]) -> dict[str, Any]:
    """The lists that are put together from others."""
    none = frozenset[str]()
    return {
        "courtesy": {
            **dict.fromkeys(words.get("courtesy", none), ""),
            **dict.fromkeys(words.get("courtesy_m", none), "m"),
            **dict.fromkeys(words.get("courtesy_f", none), "f"),
        },
        "role_endings": tuple(sorted(words.get("role_endings", none))) or ("\0",),
        "gendered": {
            **dict.fromkeys(words.get("masculine", none), "m"),
            **dict.fromkeys(words.get("feminine", none), "f"),
        },
        "pronouns": {
            word: kind for kind in "mfnp" for word in sorted(words.get(f"pronouns_{kind}", none))
        },
        "objects": {
            word: kind for kind in "mfp" for word in sorted(words.get(f"objects_{kind}", none))
        },
        "gender_of": gender_of(words),
        "not_person": words.get("not_person", none) - words.get("also_surnames", none),
        "speakers": low.get("bodies", none) | low.get("people", none),
        "compounds": tuple(sorted(word for word in low.get("bodies", none) if len(word) > 3)),
        "conjunctions": low.get("clause_openers", none) | frozenset(["that", "que", "dass"]),
        "stop": low.get("determiners", none)
        | low.get("prepositions", none)
        | low.get("connectives", none)
        | low.get("relative", none)
        | low.get("possessives", none)
        | low.get("clause_openers", none)
        | low.get("function_words", none),
        "first_person": words.get("first_persons", none),
    }


def gender_of(words: dict[str, frozenset[str]]) -> dict[str, str]:
    """The pronouns and possessives of either gender."""
    return {word: gender for gender in "mf" for word in words.get(f"genders_{gender}", ())}
