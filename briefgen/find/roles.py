"""Roles as written: before a name, beside it between commas, or ahead of it with a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.lexicon import Lexicon
from briefgen.find.names import Name
from briefgen.find.tokens import PHRASE_END, WORD

Span = tuple[int, int]

_AGE = re.compile(r"\s*(?:,|\()\s*(?:aged )?\d{1,3}\)?(?=\s*,)")
_LETTERS = re.compile(
    r",? (?:[MPD]\.?[hH]?\.?D\.?|M\.?P\.?|MEP|[KQ]C|[OMC]BE|Jr\.?|Sr\.?)(?=[,\s])"
)
_BESIDE = re.compile(r",\s+|\s*\(")
_GENITIVE = re.compile(r"[’'](?:s|$)|(?<=s)[’']$")
_AND = {"and", "et", "und", "y", "e"}
MOST_WORDS = 18
_REACH = 160


def role_of(masked: str, name: Name, lexicon: Lexicon) -> list[Span]:
    """The roles that stand at the name, the most telling first."""
    found = (
        beside(masked, name.end, lexicon, opens=_opens(masked, name)),
        ahead(masked, name.lead, name.end, lexicon),
        before(masked, name, lexicon),
    )
    return [span for span in found if span]


def _opens(masked: str, name: Name) -> bool:
    """Whether the name is the first word of a sentence, so that it must be the subject."""
    return not masked[: name.lead].strip() or masked[: name.lead].rstrip()[-1:] in ".!?,▪"


def before(masked: str, name: Name, lexicon: Lexicon) -> Span | None:
    """`Chinese defense minister Li Shangfu`: the role that runs into the name."""
    words = _words_before(masked, name.start, lexicon)
    if not words:
        return None
    last = len(words) - 1
    if name.titled and name.lead < name.start:
        kept = next((i for i, (start, _) in enumerate(words) if start >= name.lead), last)
        lower = False
    elif lexicon.is_role(masked[slice(*words[last])]):
        kept, lower = last, True
    else:
        return _of_portfolio(masked, words, name, lexicon)
    while last > kept and masked[slice(*words[last])].rstrip(".") in lexicon.courtesy:
        last -= 1
    start = _extended(masked, words, kept, lexicon, lower=lower)
    polite = next((w for w in words if w[0] == start), words[last])
    if masked[slice(*polite)] in lexicon.courtesy and polite[1] < words[last][1]:
        start = polite[1] + 1
    return start, words[last][1]


def _of_portfolio(masked: str, words: Sequence[Span], name: Name, lexicon: Lexicon) -> Span | None:
    """`U.S. Secretary of State` and a name."""
    if not name.titled:
        return None
    text = masked[max(0, name.start - 80) : name.start]
    heads = [m for m in WORD.finditer(text) if lexicon.is_role(m[0])]
    if not heads:
        return None
    base = max(0, name.start - 80)
    head = base + heads[-1].start()
    ahead_words = [*_words_before(masked, head, lexicon), (head, base + heads[-1].end())]
    return (
        _extended(masked, ahead_words, len(ahead_words) - 1, lexicon, lower=False),
        name.start - 1,
    )


def _words_before(masked: str, at: int, lexicon: Lexicon) -> list[Span]:
    """The words that lead up to `at` without a sign or a little word between them."""
    base = max(0, at - 90)
    words: list[Span] = []
    edge = at
    for match in reversed(list(WORD.finditer(masked, base, at))):
        gap = masked[match.end() : edge]
        if gap.strip(" ") not in ("", ".") or (gap.startswith(".") and len(match[0]) > 4):
            break
        words.append((match.start(), match.end()))
        if match[0].lower() in lexicon.stop:
            break
        edge = match.start()
    return words[::-1]


def _extended(
    masked: str, words: Sequence[Span], kept: int, lexicon: Lexicon, *, lower: bool
) -> int:
    """Where the role begins: back over what describes the office."""
    start = words[kept][0]
    sure = kept
    for i in range(kept - 1, -1, -1):
        word = masked[slice(*words[i])]
        low = word.lower()
        if low in lexicon.stop:
            if lower and low in lexicon.determiners - lexicon.possessives:
                sure = i + 1
            break
        if low in lexicon.speech:
            break
        if (
            low in lexicon.modifiers
            or lexicon.is_role(low)
            or (word[0].isupper() and (lower or sure == i + 1))
            or _GENITIVE.search(word)
        ):
            if sure == i + 1 or lower:
                sure = i
        elif not lower:
            break
    return words[sure][0] if sure != kept else start


def beside(masked: str, end: int, lexicon: Lexicon, *, opens: bool = False) -> Span | None:
    """`, a professor of trade law at Brannock University,`: the role between commas."""
    if letters := _LETTERS.match(masked, end):
        end = letters.end()
    if age := _AGE.match(masked, end):
        end = age.end()
    opening = _BESIDE.match(masked, end)
    if not opening:
        return None
    start = opening.end()
    stop = PHRASE_END.search(masked, start, start + _REACH)
    chunk = masked[start : stop.start() if stop else min(len(masked), start + _REACH)]
    if ending := lexicon.role_end.search(chunk):
        chunk = chunk[: ending.start()]
    elif stop is None and start + _REACH < len(masked):
        return None
    chunk = chunk.rstrip()
    if verb := lexicon.finite.search(chunk):
        if not opens or not verb.start() or "said" not in verb[0]:
            return None
        chunk = chunk[: verb.start()]
    return (start, start + len(chunk)) if is_role_phrase(chunk, lexicon) else None


def ahead(masked: str, lead: int, end: int, lexicon: Lexicon) -> Span | None:
    """`The ministry's secretary, Tomas Reyland,`: the role that announces a name."""
    comma = re.search(r",\s+$", masked[max(0, lead - 4) : lead])
    if not comma or not re.match(r"\s*(?:[,.;:)▪—–]|who |$)", masked[end:]):
        return None
    stop = lead - len(comma[0])
    base = max(0, stop - 120)
    piece = masked[base:stop]
    opening = max((m.end() for m in PHRASE_END.finditer(piece)), default=0)
    words = list(WORD.finditer(piece, opening))
    for i in range(len(words) - 1, -1, -1):
        low = words[i][0].lower()
        genitive = _GENITIVE.search(words[i][0]) and words[i][0][0].isupper()
        first = not i and (not opening or piece[opening - 1] in ".!?")
        if not (low in lexicon.determiners or low in lexicon.possessives or genitive or first):
            continue
        phrase = piece[words[i].start() :]
        if is_role_phrase(phrase, lexicon, plain=True):
            skip = low in lexicon.possessives and i + 1 < len(words)
            return base + words[i + 1 if skip else i].start(), stop
    return None


def is_role_phrase(phrase: str, lexicon: Lexicon, *, plain: bool = False) -> bool:
    """Whether the head of the phrase is the noun of an office."""
    words = [match[0] for match in WORD.finditer(phrase)]
    if not 1 <= len(words) <= MOST_WORDS:
        return False
    return _headed(words, lexicon, plain=plain)


def _headed(words: Sequence[str], lexicon: Lexicon, *, plain: bool) -> bool:
    head = list[str]()
    for i, word in enumerate(words):
        low = word.lower()
        genitive = lexicon.noun_capitals and low in lexicon.determiners
        if head and (low in lexicon.prepositions or genitive):
            break
        if low in _AND and head:
            return _head_is_role(head, lexicon) or _headed(words[i + 1 :], lexicon, plain=plain)
        head.append(word)
    return _head_is_role(head, lexicon)


def _head_is_role(head: Sequence[str], lexicon: Lexicon) -> bool:
    """The last noun counts; a participle may follow it."""
    if lexicon.head_first:
        return any(lexicon.is_role(word) for word in head[:4])
    for word in reversed(head):
        if lexicon.is_role(word):
            return True
        if not word.endswith(("ed", "ing", "elect", "designate")) or word.endswith("s"):
            return False
    return False
