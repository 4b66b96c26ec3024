"""Roles that run into a name: `Chinese defense minister Li Shangfu`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import given_names
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import Name
from briefgen.find.offices import office_of
from briefgen.find.phrases import low_of
from briefgen.find.roles_words import behind_half, is_other, is_upper, modifies
from briefgen.find.tokens import GENITIVE, PHRASE_END, UPPER, WORD

Span = tuple[int, int]


def before(masked: str, name: Name, lexicon: Lexicon) -> Span | None:
    """`Chinese defense minister Li Shangfu`: the role that runs into the name."""
    words = _words_before(masked, name.start, lexicon)
    if lexicon.head_first and (found := _headed_before(masked, name.start, lexicon)):
        of_body = masked[found[0] : found[1]].split()[-1].lower()
        named = re.sub(r"^[ld][’']", "", of_body) in lexicon.bodies and len(name.words) == 1
        return None if named else found  # `directrice de l'Institut Aubrac`
    while words and masked[slice(*words[-1])].rstrip(".") in lexicon.courtesy:
        words.pop()
    if not words or _is_predicate(masked, words):
        return None
    last = len(words) - 1
    if name.titled and name.lead < name.start:
        kept = next((i for i, (start, _) in enumerate(words) if start >= name.lead), last)
        lower = False
    elif _is_adjective_too(masked, words, lexicon):
        return None  # `a major Warhol show`
    elif lexicon.is_role(masked[slice(*words[last])]):
        kept, lower = last, True
    else:
        return _of_portfolio(masked, words[-1][1] + 1, name, lexicon)
    while last > kept and masked[slice(*words[last])].rstrip(".") in lexicon.courtesy:
        last -= 1
    start = _extended(masked, words, kept, lexicon, lower=lower)
    if lower and kept:
        start = min(start, _opening(masked, words[: kept + 1], lexicon))
    polite = next((w for w in words if w[0] == start), words[last])
    if masked[slice(*polite)] in lexicon.courtesy and polite[1] < words[last][1]:
        start = polite[1] + 1
    start = _of_body(masked, start, lexicon)
    end = words[last][1]
    dotted = masked[end] == "." and masked[slice(*words[last])] in lexicon.titles
    return start, end + dotted


_MODALS = ("will", "would", "can", "could", "may", "might", "must", "shall", "should")


def _is_predicate(masked: str, words: Sequence[Span]) -> bool:
    """Whether the office is a verb there: `the bank will host Mr Roe`."""
    return len(words) > 1 and low_of(masked, words[-2]) in _MODALS


def _is_adjective_too(masked: str, words: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether the last word says nothing by itself: `major`, but not `secretary general`."""
    if masked[slice(*words[-1])] not in lexicon.also_adjectives:
        return False
    return len(words) < 2 or not _describes(masked[slice(*words[-2])].lower(), lexicon)


_UNDER = "Under Secretary"
_COMMA = re.compile(r"[,(▪—–] $")
_VERBAL = re.compile(r"(?:s|ed|ing|ly)$")
_OF_NAME = re.compile(r"[A-Z][\w-]* of$")
_BODY_OF = re.compile(rf"((?:[{UPPER}][\w’'-]* )+)(of|and|&) $")
_NEARBY = 90  # characters before a name in which its office may begin


def _opening(masked: str, words: Sequence[Span], lexicon: Lexicon) -> int:
    """Where the office begins if nouns in small letters open the phrase: `, iwi spokesman`."""
    first = masked[slice(*words[0])].lower()
    led = first in lexicon.prepositions - {"to"}
    nouns = words[1:-1] if led else words[:-1]
    if not (led or _COMMA.search(masked, 0, words[0][0])):
        return words[-1][0]
    if all(_is_noun(masked[slice(*word)], lexicon) for word in nouns):
        return (nouns or words[-1:])[0][0]
    return words[-1][0]


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    verbal = _VERBAL.search(word) or word in lexicon.stop or lexicon.finite.match(f" {word}")
    return word.islower() and not verbal and word not in lexicon.speech


def _of_body(masked: str, start: int, lexicon: Lexicon) -> int:
    """Where `Institutes of Health Director` or `Trade and Industry Minister` begins."""
    if not masked[start : start + 1].isupper():
        return start
    base = max(0, start - _NEARBY)
    found = _BODY_OF.search(masked[base:start])
    if not found:
        return start
    words = found[1].split()
    skipped = words[0] + " " if words[0].lower() in lexicon.stop else ""
    last = words[-1]
    body = {last, last.removesuffix("s")} & lexicon.not_person
    fits = last in lexicon.portfolios if found[2] == "and" else body or found[2] == "&"
    if found[2] == "and" and not fits and last not in given_names():
        return behind_half(masked, start, lexicon)
    return base + found.start() + len(skipped) if fits and last + " " != skipped else start


def _headed_before(masked: str, at: int, lexicon: Lexicon) -> Span | None:
    """`le ministre japonais des Mines` and a name: from the noun of the office to the name."""
    base = max(0, at - _NEARBY)
    opening = max((m.end() for m in PHRASE_END.finditer(masked, base, at)), default=base)
    words = list(WORD.finditer(masked, opening, at))
    if masked[at - 1 : at] != " ":
        return None
    while words and words[-1][0].rstrip(".") in lexicon.courtesy:
        words.pop()
    last = words[-1][0].lower() if words else ""
    if not words or last in lexicon.goes_on | lexicon.determiners:
        return None
    thing = words[-1][0].islower() and last in lexicon.places | lexicon.bodies
    if thing and not lexicon.is_role(last):
        return None  # `la directora del colegio Ana Frank`
    for i in range(len(words) - 1, -1, -1):
        low = words[i][0].lower()
        if lexicon.is_role(low):
            return _whole_office(words, i, lexicon)
        if words[i][0] in given_names():
            return None  # `la soprano Ana Ruiz et les chanteuses`
        linked = low in lexicon.goes_on or low in lexicon.determiners
        if not (linked or _is_adjective(low, lexicon)):
            return None
    return None


def _whole_office(words: Sequence[re.Match[str]], i: int, lexicon: Lexicon) -> Span | None:
    """The office with what stands before it; None where it is open whose name follows."""
    if _is_governed(words, i, lexicon):
        return None
    while i and _describes(words[i - 1][0].lower(), lexicon):
        i -= 1
    return words[i].start(), words[-1].end()


def _describes(low: str, lexicon: Lexicon) -> bool:
    return modifies(low, lexicon) or lexicon.is_role(low)


def _is_governed(words: Sequence[re.Match[str]], i: int, lexicon: Lexicon) -> bool:
    """Whether a further office stands before: `le porte-parole du ministre`."""
    ahead = [word[0].lower() for word in words[max(0, i - 2) : i]]
    return len(ahead) > 1 and ahead[-1] in lexicon.goes_on and lexicon.is_role(ahead[-2])


def _is_adjective(low: str, lexicon: Lexicon) -> bool:
    """Whether the word may describe an office before it: no verb, no little word."""
    return low not in lexicon.stop and low not in lexicon.speech


def _of_portfolio(masked: str, end: int, name: Name, lexicon: Lexicon) -> Span | None:
    """`U.S. Secretary of State`, `Minister of State for Power` and a name."""
    if not (name.titled or name.courtesy or name.given):
        return None
    if not (found := office_of(masked, end, lexicon)):
        return None
    ahead_words = [*_words_before(masked, found[0], lexicon), found]
    start = _extended(masked, ahead_words, len(ahead_words) - 1, lexicon, lower=False)
    return start, end - 1


def _words_before(masked: str, at: int, lexicon: Lexicon) -> list[Span]:
    """The words that lead up to `at` without a sign or a little word between them."""
    base = max(0, at - 90)
    words: list[Span] = []
    edge = at
    for match in reversed(list(WORD.finditer(masked, base, at))):
        gap = masked[match.end() : edge]
        if gap.strip(" ") not in ("", ".") or (
            gap.startswith(".") and not _dotted(match[0], lexicon)
        ):
            break
        words.append((match.start(), match.end()))
        if _is_little(masked, match.span(), lexicon):
            break
        edge = match.start()
    return words[::-1]


def _is_little(masked: str, word: Span, lexicon: Lexicon) -> bool:
    """Whether it is a little word: no `US`, no `Under Secretary`."""
    loud = word[1] - word[0] > 1 and masked[slice(*word)].isupper()
    return low_of(masked, word) in lexicon.stop and not (loud or masked.startswith(_UNDER, word[0]))


def _dotted(word: str, lexicon: Lexicon) -> bool:
    """Whether the point after it is that of an abbreviation: as in Gov. or U.S."""
    return len(word) < 3 or "." in word or word in lexicon.titles or word in lexicon.courtesy


def _behind_clause(masked: str, words: Sequence[Span], kept: int, lexicon: Lexicon) -> int:
    """The first word that may be the role's: none of `Chairman Ann Roth hired coach` before it."""
    found = [masked[slice(*word)] for word in words[:kept]]
    verbs = [
        i
        for i, word in enumerate(found)
        if word.islower()
        and not (modifies(word, lexicon) or word in lexicon.fields or lexicon.is_role(word))
    ]
    named = any(word in given_names() for word in found[: max(verbs, default=0)])
    return kept if named else 0


def _extended(
    masked: str, words: Sequence[Span], kept: int, lexicon: Lexicon, *, lower: bool
) -> int:
    """Where the role begins: back over what describes the office."""
    start = words[kept][0]
    sure = kept
    for i in range(kept - 1, _behind_clause(masked, words, kept, lexicon) - 1, -1):
        word = masked[slice(*words[i])]
        low = word.lower()
        if _is_little(masked, words[i], lexicon):
            if lower and low in lexicon.determiners - lexicon.possessives:
                sure = i + 1
            if low == "to" and sure == i + 1 < kept:
                sure = i + 2
            if low == "of" and sure < kept and _OF_NAME.search(masked, 0, words[i][1]):
                sure = kept  # `Welfare of Immigrants campaigner`
            break
        if is_other(masked, words[: i + 2], lexicon, apart=lower and i < kept - 1):
            break
        if (
            modifies(low, lexicon)
            or (lower and low in lexicon.fields)
            or lexicon.is_role(low)
            or (is_upper(word) and (lower or sure == i + 1))
            or GENITIVE.search(word)
        ):
            if sure == i + 1 or lower:
                sure = i
        elif not lower:
            break
    return words[sure][0] if sure != kept else start
