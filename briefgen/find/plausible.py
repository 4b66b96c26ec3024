"""Whether words can name somebody or something that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.find.given import listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.phrases import Subject
from briefgen.find.tokens import AND, WORD

_JOINS = re.compile(r",? (?:and|et|und|y|e) (?=\S)")
_CONTRACTED = re.compile(r"[’'](?:ll|ve|d|m|re|t)$")
_ONE_OF = re.compile(
    r"(?:[Oo]ne|[Aa]nother|[Uu]n[oa]|[Ll][’']une?|[Uu]ne?|[Ee]ine[rs]?) (?:of|de|d|von) ?[’']?"
    r"(?:them|ellos|ellas|eux|elles|ihnen)$"
)
_SOME_OF = re.compile(r"(\w+) of (?=(?:the|those|these|its|his|her|their) )")
_PARTICIPLE = re.compile(r"[a-z]ed$")
_WHICH = re.compile(
    r"[Tt]he (?:other|latter|former|(?:first|second|third|fourth|last)(?: one)?)$"
    r"|(?:[LlEe][’'ael]+ ?(?:autre|otro|otra)|(?:der|die) andere|l[ea] (?:premi|seco|deuxi)\w+)$"
)
_NO = frozenset(("no", "aucun", "aucune", "kein", "keine", "ningún", "ninguna"))
_WHAT = frozenset(("what", "whatever", "whichever"))
HEAD_WORDS = 4


def head_of(tokens: Sequence[str], lexicon: Lexicon) -> str:
    """The noun on which the rest hangs: the last before a little word or `familiar with`."""
    little = lexicon.prepositions
    if lexicon.noun_capitals:
        little = little | lexicon.determiners  # `ein Sprecher des Ministeriums`
    end = next((i for i, t in enumerate(tokens) if i and t in little), len(tokens))
    while end > 1 and (
        tokens[end - 1] in lexicon.after_noun or _PARTICIPLE.search(tokens[end - 1])
    ):
        end -= 1
    return tokens[end - 1]


def is_speaker_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether the noun, in small letters, is one of people, bodies or papers."""
    forms = {word, word[:-1]} if word.endswith(("s", "x")) else {word}
    if lexicon.noun_capitals and word.endswith("es"):
        forms.add(word[:-2])
    known = lexicon.speakers | listed("kin")
    if any(form in known or lexicon.is_role(form) for form in forms):
        return True
    return lexicon.noun_capitals and any(form.endswith(lexicon.compounds) for form in forms)


def may_speak(masked: str, subject: Subject, lexicon: Lexicon) -> bool:
    """Whether it can be who speaks: in German a name, or what has no article before a capital."""
    words = masked[subject.start : subject.end]
    name = lexicon.noun_capitals and words.split()[0].lower() not in lexicon.determiners
    return subject.form != "noun" or name or can_speak(words, lexicon)


def without_clause(words: str, lexicon: Lexicon) -> str:
    """The noun phrase before `who` and the like."""
    for found in WORD.finditer(words):
        if found.start() and found[0].lower() in lexicon.who:
            return words[: found.start()].rstrip(" ,")
    return words


def can_speak(words: str, lexicon: Lexicon) -> bool:
    """Whether the phrase names people, a body, a paper or bears a proper name.

    A clause that describes them counts for nothing: `an official who was in the room`.
    """
    words = without_clause(words, lexicon)
    return all(_can_speak(part, lexicon) for part in _JOINS.split(words))


def _can_speak(words: str, lexicon: Lexicon) -> bool:
    if (some := _SOME_OF.match(words)) and some[1].lower() in lexicon.alone | lexicon.determiners:
        return _can_speak(words[some.end() :], lexicon)
    if _ONE_OF.match(words) or _WHICH.match(words):
        return True
    tokens = [match[0] for match in WORD.finditer(words)]
    lows = [token.lower() for token in tokens]
    if lows[:1] and lows[0] in _NO:
        return False
    while len(lows) > 1 and lows[0] in lexicon.determiners | lexicon.possessives:
        tokens, lows = tokens[1:], lows[1:]
    if not tokens or not _is_nominal(tokens, lows, words, lexicon):
        return False
    if _is_headed(lows, lexicon):
        return True
    return _is_proper(tokens, lows, lexicon)


def _is_nominal(tokens: Sequence[str], lows: Sequence[str], words: str, lexicon: Lexicon) -> bool:
    """Whether no pronoun, verb or other little word shows that it is no noun phrase."""
    first = tokens[0]
    adverbial = lows[0].endswith(("ing", "ly")) and not is_speaker_noun(lows[0], lexicon)
    if first[0].islower() and (adverbial or lows[0] in lexicon.prepositions):
        return False
    core = next((i for i, low in enumerate(lows) if i and low in lexicon.prepositions), len(lows))
    if any(
        low in lexicon.nobody or low in lexicon.pronouns or token in lexicon.first_person
        for low, token in zip(lows[:core], tokens, strict=False)
    ):
        return False
    if any(_CONTRACTED.search(token) for token in tokens) or _runs_on(tokens[core:], lexicon):
        return False
    return lows[-1] not in _WHAT and not lexicon.finite.search(words)


def _runs_on(complement: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words behind a name belong to the clause: `of State held telephone`."""
    last = max((i for i, token in enumerate(complement) if token[0].isupper()), default=-1)
    behind = [token for token in complement[last + 1 :] if token.lower() not in lexicon.stop]
    return last >= 0 and len(behind) > 1 and not is_speaker_noun(behind[-1], lexicon)


def head_length(lows: Sequence[str], lexicon: Lexicon) -> int:
    """How many words stand before a complement: `une phrase du rapport` has two."""
    little = lexicon.prepositions | (lexicon.goes_on if lexicon.head_first else frozenset())
    return next((i for i, low in enumerate(lows) if i and low in little), len(lows))


def _is_headed(lows: Sequence[str], lexicon: Lexicon) -> bool:
    if lexicon.head_first:
        heads = (
            re.split("[’']", low)[-1] for low in lows[: min(head_length(lows, lexicon), HEAD_WORDS)]
        )
        return any(is_speaker_noun(low, lexicon) for low in heads)
    if lexicon.noun_capitals:
        little = lexicon.prepositions | lexicon.determiners
        end = next((i for i, low in enumerate(lows) if i and low in little), len(lows))
        return any(is_speaker_noun(low, lexicon) for low in lows[:end])
    return is_speaker_noun(head_of(lows, lexicon), lexicon)


def _is_proper(tokens: Sequence[str], lows: Sequence[str], lexicon: Lexicon) -> bool:
    """`Reuters`, `the Bank of Norland`, `Internet security firm Secunia`."""
    links = lexicon.goes_on | lexicon.determiners | AND
    core = [token for token in tokens if token.lower() not in links]
    named = next((i for i, low in enumerate(lows) if low in lexicon.prepositions), 0)
    if named > 1 and all(token[0].isupper() for token in tokens[:named]):
        return not lexicon.noun_capitals  # `Maria Sosa of the state police`
    if not core or not core[-1][0].isupper() or lows[0] in lexicon.stop:
        return False
    if core[-1] in listed("legal"):
        return True
    if len(core) == 1 and lows[0].endswith("ly"):
        return False
    if lexicon.noun_capitals:
        return len(core) == 1 and core[0].isupper()
    described = any(low in lexicon.bodies for low in lows[: head_length(lows, lexicon)])
    return described or all(token[0].isupper() or lexicon.is_role(token) for token in core)
