"""What is no statement: a caption, an address, an order, half a quotation, a piece."""

from __future__ import annotations

import re

from briefgen.summarize.fronted import is_participle
from briefgen.summarize.rules import Rules, occurrences
from briefgen.summarize.tokens import OPENING, Tokens, finite_at, has_verb, is_verb, names_at

_ENDS = tuple(".!。！।|۔׃…")
_ENDED = re.compile(r"[.!。！।|۔׃…][\"'”“’»«›)\]」』\s]*$|[.!][\"'”“’»«)\]]*\s*\[\d+\]$")
_QUOTED = re.compile(r"^[\"“„«‘'].*[\"”“»’'][.!]?$", re.DOTALL)
_STRAIGHT = re.compile(r"(?<!\w)\"|\"(?!\w)")  # not the mark inside a Hebrew abbreviation
_PAIRED = re.compile(r"[“”«»()\[\]]")
_QUOTES = re.compile(r"[\"“”„«»]")
_CLOSING = "\"'”“’»«›)]」』\u00a0\u202f"
_ASKING = "?？؟;"
_CUT = ("...", "…", ":", ",", "-", "–", "—")
_FIGURE = re.compile(r"(?<!\()\b(?:figure|fig\.|table|abbildung|tabelle|tabla|figura|tableau) \d")
_LISTED = re.compile(r" [-–] .* [-–] \d")
_DETAILS = (
    *((sign, re.compile(re.escape(sign))) for sign in ("www.", " * ", " • ", "☏", "✉", "☎")),
    ("@", re.compile(r"\S@\S")),
    (":", re.compile(r"https?:|\b(?:image|photo|photograph|foto)s?:")),
    *((sign, _LISTED) for sign in (" - ", " – ")),
    *((word, _FIGURE) for word in ("fig", "tab", "abbildung")),
)
"""Signs in small letters, and what is searched for where one of them is found."""
_SHORT, _LONGER = 10, 16
"""Words and marks below which no verb of a list means none; where endings tell verbs, too."""


def is_fragment(text: str) -> bool:
    """Tell what by its marks and letters is no whole sentence of its own."""
    first = text.lstrip(OPENING + " ")[:1]
    return (
        not first
        or first.islower()
        or text[0] in "[("
        or not (first.isalnum() or first in "$€£¥#@")
        or not (text.endswith(_ENDS) or _ENDED.search(text))
        or text.rstrip(_CLOSING)[-1:] in _ASKING
        or text.endswith(_CUT)
        or text[1:3] == ": "  # "Q: ", "A: "
        or _has_details(text)
        or _is_all_quotation(text)
        or _is_half_quotation(text)
    )


def _has_details(text: str) -> bool:
    """An address, a list, a picture's caption; that no mark of them is there is soon told."""
    low = text.lower()
    found = [kind for hint, kind in _DETAILS if hint in low]
    return any(kind.search(low) for kind in found)


def _is_all_quotation(text: str) -> bool:
    """A quotation that names no speaker: one pair of marks around the whole."""
    return bool(_QUOTED.match(text)) and len(_QUOTES.findall(text)) <= 2


def _is_half_quotation(text: str) -> bool:
    """Marks without their partners; straight ones are told apart only by their number."""
    straight = _STRAIGHT.findall(text) if '"' in text else ()
    if len(straight) % 2 == 1:
        return True
    return bool(_PAIRED.search(text)) and any(
        text.count(left) != text.count(right)
        for left, right in ("“”", "«»", "()", "[]")
        if not (left == "“" and "„" in text)
    )


def is_verbless(tokens: Tokens, rules: Rules) -> bool:
    """A caption, an address, an entry of a list: nothing in it may be a finite verb.

    Where the language's lists tell few of them, that is sure of short ones only.
    """
    low = tokens.low
    short = _LONGER if rules.verb_endings else _SHORT
    if (
        rules.bases
        and "," not in low
        and is_participle(low[0], rules)
        and not low[0].endswith(rules.starter_endings)
        and not _has_auxiliary(tokens, rules)
    ):
        return True
    if low[0].isdigit() and (
        low[1] == "," or (tokens.raw[1][0].isupper() and low[1] in rules.starters)
    ):
        return True
    if rules.bases and _is_picture(tokens, rules):
        return True
    determiners = (rules.determiners | rules.articles) - rules.complements
    if rules.bases and is_verb(low[0], rules) and low[1] in determiners:
        return low[0] not in rules.determiners and low[0] not in rules.starters
    return bool(rules.verbs) and (
        (len(tokens) < short or bool(rules.finite)) and not has_verb(tokens, rules)
    )


def _has_auxiliary(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Sacked minister Roe has left" from "Built by Roe"."""
    low = tokens.low
    return any(low[i] in rules.finite and finite_at(tokens, i, rules) for i in range(1, len(low)))


def _is_picture(tokens: Tokens, rules: Rules) -> bool:
    """Tell "Jane Roe in 2010, after she left Zenda": a name, a place or a time, and a clause."""
    low = tokens.low
    if low.count(",") != 1 or not names_at(tokens, 0, rules):
        return False
    comma = low.index(",")
    clause = low[comma + 1 : comma + 2]
    return bool(clause) and clause[0] in rules.conjunctions and not _tells(tokens, comma, rules)


def _tells(tokens: Tokens, end: int, rules: Rules) -> bool:
    """Whether a finite verb stands before the place."""
    return any(finite_at(tokens, i, rules) for i in range(1, end))


def is_label(tokens: Tokens, rules: Rules) -> bool:
    """An order to the reader, words as they are only spoken, or those under a picture."""
    if tokens.low[0] in rules.imperatives or _is_spoken(tokens.low, rules):
        return True
    return any(occurrences(tokens.low, rules.captions))


def _is_spoken(low: list[str], rules: Rules) -> bool:
    """Tell words as they are only spoken, but not "to say yes"."""
    return not rules.slurred.isdisjoint(low) and any(
        word in rules.slurred and not (i and is_verb(low[i - 1], rules))
        for i, word in enumerate(low)
    )
