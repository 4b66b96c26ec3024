"""Words, runs of capitals and the ends of phrases, whatever the language."""

from __future__ import annotations

import re

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_ELIDED = r"(?:[ldjmtsnLDJMTSN]|qu|Qu)[’']"
_PARTICLES = (
    "van|von|der|den|de las|de los|de|del|della|dello|di|da|dos|du|bin|ibn|bint|ould|al|el|la|ter"
    "|ten|zu|af|ag|av|ap|i|wa|ole|arap|[’']t"
)
_CAPITAL = (
    rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)*"
    rf"|(?:(?:a[lsnrtdz]|ash|e[ls])-|d[’'])?[{UPPER}]\w*(?:[-‑]\w+|[’'](?!s\b)\w+)*)"
)
# Abbreviations that stand before a name, by their length: look-behind is of fixed width.
_TITLES = (
    "Dr|Mr|Ms|Sr|Lt|Pr",
    "Mrs|Rev|Gen|Col|Maj|Sen|Rep|Gov|Hon|Sgt|Adm|Cpl|Sra|Dra|Mme",
    "Prof|Capt|Supt|Insp|Cllr|Brig|Srta",
)
_SPACE = "[ \u00a0\u202f]"
_DOTTED = "|".join(rf"(?<=\b(?:{titles})\.){_SPACE}" for titles in _TITLES)
_NO_TITLE = "".join(rf"(?<!\b(?:{titles}))" for titles in _TITLES)
# Where a phrase ends: not at the point of an initial, of U.S. or of a title.
PHRASE_END = re.compile(rf"[,;:—–▪()!?]|(?<![.\s][{UPPER}]){_NO_TITLE}\.(?=\s|$)")
NICKNAME = rf"[\"“‘'(][{UPPER}]\w+[\"”’')]"
CAPITALS = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}"
    rf"(?:(?:{_SPACE}(?:{NICKNAME} |(?:(?:{_PARTICLES}) )*)|\.(?:{_DOTTED})){_CAPITAL})*"
)
WORD = re.compile(
    rf"(?<!\w){_ELIDED}(?=\w)|[^\W_](?:[\w’'.‑&-]*[^\W_])?[.](?=[^\W_])"
    r"|[^\W_](?:[\w’'‑&-]*[^\W_])?"
)
GENITIVE = re.compile(r"[’'](?:s|$)|(?<=s)[’']$")
OLD = re.compile(r"[-‑](?:old|jährige[rn]?|of[-‑]\w+)$", re.IGNORECASE)  # `mother-of-two`
AND = frozenset(("and", "et", "und", "y", "e"))
ARTICLE = re.compile(r"(?:[Tt]he|[Ll][aeo]s?|[Ee]l|[Dd]er|[Dd]ie|[Dd]as) (?=[^\W\d_])")
