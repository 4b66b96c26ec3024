"""What of a phrase beside a name is the role: no age before it, no clause or loose end after it."""

from __future__ import annotations

import re

from briefgen.find.given import listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.tokens import AND, WORD

_AGED = re.compile(
    r"(?:an? |une? |una? |the |eine? |der |die )?\d{1,3}[- ](?:year|jährige)[-\w]*(?: |$)", re.I
)
_AGE = re.compile(r" (?:aged|de|von|âgée? de|im Alter von) \d{1,3}(?: (?:años|ans|Jahren))?$")
_HIMSELF = re.compile(r"(?:(?:him|her)self|lui-même|elle-même|él mismo|ella misma|selbst) ")
_DOING = re.compile(r" (?:not|[a-z]{2,}(?:ing|[ai]ble|iar))\b")
_DONE = re.compile(r" [a-z]{2,}ed(?= (?:to|on|that|at|over|for|an?|the|his|her|its)\b|$)")
_SAYS_ON = re.compile(r"(?: [^,.“\"]{1,30})?,\s+[a-z]")

_ARTICLE = re.compile(
    r"(?:(?:the|an?|l[ae]s?|une?|du|el|los|una?|il|lo) |l[’'])(?=\w)"
    r"|(?:der|die|das|eine?) (?-i:(?=[A-ZÄÖÜ]))",  # no adjective behind it, which it inflects
    re.IGNORECASE,
)


def trimmed(phrase: str, lexicon: Lexicon) -> tuple[int, int]:
    """Where the role begins and ends in the phrase."""
    start = end = 0
    if lead := _AGED.match(phrase) or _HIMSELF.match(phrase):
        start = lead.end()
    start += _possessive(phrase, start, lexicon)
    end = len(phrase)
    if age := _AGE.search(phrase, start, end):
        end = age.start()
    if not lexicon.head_first and not lexicon.noun_capitals:
        for doing in _DOING.finditer(phrase, start, end):
            ahead = phrase[start : doing.start()].split()
            loose = doing[0] == " not" and ahead[-1:] == ["and"]
            if loose or (ahead and lexicon.is_role(ahead[-1])):
                end = doing.start()
                break
    words = list(WORD.finditer(phrase, start, end))
    little = AND | lexicon.prepositions | lexicon.determiners
    while words and words[-1][0].lower() in little:
        end = words.pop().start()
    return start, start + len(phrase[start:end].rstrip(" ,"))


_FORMER = re.compile(r"(?:former|ex|anci?enn?e?|antigu[oa]|ehemalige[rn]?|frühere[rn]?)\b", re.I)


_MOOD = re.compile(
    r"(?:furious|angry|defiant|tearful|emotional|embattled|outspoken|jubilant|shocked|worried) ",
    re.I,
)


def is_former(role: str) -> bool:
    """Whether it is one that somebody had: `former mayor of Zenda`."""
    return bool(_FORMER.match(role))


def unarticled(role: str) -> str:
    """Return the role as a table prints it: "the furious mayor" without article and mood."""
    for lead in (_ARTICLE, _MOOD):
        found = lead.match(role)
        role = role[found.end() :] if found else role
    return role


def _possessive(phrase: str, start: int, lexicon: Lexicon) -> int:
    """The length of the pronoun ahead of an office: whose it is stands elsewhere."""
    first = WORD.match(phrase, start)
    following = WORD.match(phrase, first.end() + 1) if first else None
    if not first or not following or first[0].lower() not in lexicon.possessives:
        return 0
    return following.start() - start if following[0] not in lexicon.people else 0


def goes_on(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a verb makes a clause of it: `the chairman of the board refused`."""
    if lexicon.head_first or lexicon.noun_capitals:
        return False
    done = _DONE.search(phrase)
    return done is not None and done[0].strip() not in lexicon.participles | {"retired"}


def is_aside(masked: str, after: int) -> bool:
    """Whether the verb of saying stands in an aside: `, the mayor said, would go`."""
    return bool(_SAYS_ON.match(masked, after))


def is_relative(role: str) -> bool:
    """Whether it says only what he is to somebody, and not to whom: `predecessor`."""
    first, *rest = role.lower().split()
    return first in listed("relatives") and len(rest) < 2 and not {"of", "to", "de"} & {*rest}


def is_relational(role: str) -> bool:
    """Whether it ends in what he is to another, whom it does not name: `Dorn counterpart`."""
    return role.lower().split()[-1] in listed("relatives")
