"""Names of people: runs of words with capitals, parted into role, courtesy and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.find.given import given_names, listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.names_valid import CONTRACTED, ELIDED, doubtful, may_be_thing, of_office, valid
from briefgen.find.offices import office_of
from briefgen.find.tokens import CAPITALS, NICKNAME, OLD

_TOKEN = re.compile(r"\S+")
_NICKNAME = re.compile(NICKNAME)
_DEMONYM = re.compile(r"[a-z](?:ian|ese|ish)$")
_SAINT = re.compile(r"\b(?:St|Mt|Ft)\. ?$")
_ROYAL = ("King", "Queen", "Prince", "Princess", "Duke", "Duchess", "Emperor", "Empress")
_MARK = re.compile(r"[,;:—–()]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OF = ("of", "for", "de", "des", "du")
LETTERS = listed("letters")
NEAR = 3  # words before a name among which its office stands: `ministre japonais des`


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitals read as a name: `text[start:end]`, from `lead` on with what leads it.

    `lead` is where the office or courtesy in the run begins, `start` where the name does;
    `courtesy` tells of Mr, Dr and the like ("" where there is none), `titled` of an office.
    """

    lead: int
    start: int
    end: int
    words: tuple[str, ...]
    courtesy: str = ""
    gender: str = ""
    titled: bool = False
    doubtful: bool = False

    @property
    def given(self) -> bool:
        """Whether its first word is a known given name, with more to follow."""
        return len(self.words) > 1 and self.words[0] in given_names()


def names(
    text: str, lexicon: Lexicon, starts: frozenset[int], small: frozenset[str]
) -> Iterator[Name]:
    """The runs in the text that may name somebody.

    `starts` are the offsets where a sentence starts, `small` the words that the article also writes
    in small letters: there a capital says nothing.
    """
    for match in CAPITALS.finditer(text):
        tokens = [(m.start() + match.start(), m[0]) for m in _TOKEN.finditer(match[0])]
        opens = match.start() in starts or _after_mark(text, match.start())
        dated = _dated(text, match.start(), lexicon)
        if dated or not _named_like_a_word(text, match, tokens, lexicon):
            tokens = _stripped(tokens, lexicon, small if opens else frozenset(), dated=dated)
        tokens = _closed(tokens, lexicon)
        end = tokens[-1][0] + len(tokens[-1][1]) if tokens else match.end()
        name = _name(text, tokens, end, lexicon) if tokens else None
        if name and (name.titled or not _SAINT.search(text, 0, match.start())):
            yield name


def _dated(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a number or a little word stands before, so that a month may follow."""
    before = text[max(0, at - 12) : at].split()
    return bool(before) and (
        before[-1][-1:].isdigit() or before[-1].lower() in lexicon.prepositions
    )


def _named_like_a_word(
    text: str, run: re.Match[str], tokens: Sequence[tuple[int, str]], lexicon: Lexicon
) -> bool:
    """Whether it is `May Orme, …` or `Per Holm said`: a given name that is a little word, too."""
    if len(tokens) != 2 or tokens[0][1] not in given_names():
        return False
    return text[run.end() : run.end() + 1] == "," or bool(lexicon.tells.match(text, run.start()))


def _closed(tokens: list[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    """The run without what is no name at its end: `KC`, or in German a noun in the genitive."""
    rest = tokens[: _of_a_body(tokens, lexicon)]
    while len(rest) > 2 and (rest[-1][1] in LETTERS or _is_letters(rest, lexicon)):
        rest.pop()
    if rest and rest[0][1] in given_names():
        office = (i for i, (_, token) in enumerate(rest) if i > 1 and _is_office(token, lexicon))
        rest = rest[: next(office, len(rest))]
    if lexicon.noun_capitals:
        for i, (_, token) in enumerate(rest):
            if i and token in ("der", "den", "dem", "des") and rest[i - 1][1] not in ("von", "van"):
                return rest[:i]
    return rest


def _of_a_body(tokens: Sequence[tuple[int, str]], lexicon: Lexicon) -> int:
    """Where the name ends in `Marc Roth de la CGT`, `Jan Roth von der IG Bau`."""
    for i, (_, token) in enumerate(tokens):
        if i < 2 or not token[0].islower() or tokens[i - 1][1][0].islower():
            continue
        after = [word for _, word in tokens[i:] if word[0].isupper()]
        loud = any(len(word) > 1 and word.isalpha() and word.isupper() for word in after)
        if loud or any(word in lexicon.not_person for word in after):
            return i
    return len(tokens)


def _is_letters(tokens: Sequence[tuple[int, str]], lexicon: Lexicon) -> bool:
    """Whether honours in capitals follow: `Rotimi Adebo SAN`, but not `Karl Orme III`."""
    last = tokens[-1][1]
    loud = len(last) > 1 and last.isalpha() and last.isupper() and not set(last) <= set("IVX")
    return loud and not tokens[-2][1].isupper() and last not in lexicon.not_person


def _is_office(token: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is an office that follows a name: `Jan Roth Vice President`."""
    return token.startswith("Vice") or token in (
        "Chief",
        "Director",
        "President",
        "Secretary",
        "Minister",
        "Professor",
    )


def _after_mark(text: str, at: int) -> bool:
    """Whether a quotation mark or a dash stands before, so that a sentence may start there."""
    return at > 0 and text[max(0, at - 2) : at].strip()[-1:] in set("“\"‘'«„:—–")


def _stripped(
    tokens: Sequence[tuple[int, str]], lexicon: Lexicon, small: frozenset[str], *, dated: bool
) -> list[tuple[int, str]]:
    """The run without the words at its head that have their capital from the sentence."""
    rest = list(tokens)
    while rest and (
        (dated and rest[0][1] in lexicon.months)
        or (low := rest[0][1].lower()) in lexicon.stop
        or OLD.search(low)
        or CONTRACTED.search(low)
        or ELIDED.match(rest[0][1])
        or rest[0][1] in lexicon.demonyms
        or (len(rest) > 2 and is_doing(rest[0][1], lexicon))
        or (low in small and not lexicon.is_role(low) and low not in lexicon.modifiers)
    ):
        dated = rest.pop(0)[1].lower() in lexicon.prepositions
    return rest


def is_doing(token: str, lexicon: Lexicon) -> bool:
    """`Praising Jan Roth`: a verb's form, and nobody's given name."""
    doing = lexicon.gerund and token.lower().endswith(lexicon.gerund)
    return bool(doing) and token not in given_names() and not lexicon.is_role(token)


def _name(text: str, tokens: Sequence[tuple[int, str]], end: int, lexicon: Lexicon) -> Name | None:
    cut, courtesy, gender, titled = 0, "", "", False
    for i, (_, token) in enumerate(tokens[:-1]):
        bare = token.rstrip(".")
        if bare in lexicon.courtesy:
            cut, courtesy, gender = i + 1, bare, lexicon.courtesy[bare] or gender
        elif _is_title(bare, lexicon):
            if bare in given_names() or (i > cut and tokens[cut][1] in given_names()):
                continue
            cut, titled = i + 1, True
            gender = lexicon.gendered.get(bare.lower(), gender)
    if not cut and (portfolio := _portfolio(text, tokens, lexicon)):
        tokens, titled = tokens[portfolio:], True
    elif not cut and (field := _field(text, tokens, lexicon)):
        tokens, titled = tokens[field:], True
    own = _own_name(text, tokens, cut, lexicon)
    cut, titled = max(cut, own), titled and own <= cut
    if titled and _is_named_after(tokens, cut, lexicon):
        return None
    words = tuple(token for _, token in tokens[cut:] if not _NICKNAME.fullmatch(token))
    if not words or not valid(words, lexicon, polite=bool(courtesy), titled=titled):
        return None
    unsure = doubtful(words, lexicon, polite=bool(courtesy))
    unsure = unsure or (titled and may_be_thing(text[: tokens[0][0]], words, lexicon))
    if unsure and (titled or len(words) < 2 or of_office(words[0], lexicon)):
        return None
    lead = _apart(tokens[:cut]) if lexicon.noun_capitals else 0
    return Name(tokens[lead][0], tokens[cut][0], end, words, courtesy, gender, titled, unsure)


def _apart(leading: Sequence[tuple[int, str]]) -> int:
    """How many words another's office has, with the particle: `Sprecher von Präsident Jan Roth`."""
    return max((i + 1 for i, (_, token) in enumerate(leading) if token.islower()), default=0)


def _is_named_after(tokens: Sequence[tuple[int, str]], cut: int, lexicon: Lexicon) -> bool:
    """`Queen Mary Road`, `Dársena Almirante Oquendo`: a place with an office in its name."""
    if lexicon.head_first:
        return cut > 1 and len(tokens) == cut + 1 and not of_office(tokens[0][1], lexicon)
    before = tokens[cut - 1][1].lower() if cut else ""
    if len(tokens) == cut + 1 and before in listed("crafts"):
        return True  # `Baker Orme`
    royal = cut > 0 and tokens[cut - 1][1] in _ROYAL
    return royal and tokens[-1][1] in lexicon.also_surnames


def _field(text: str, tokens: Sequence[tuple[int, str]], lexicon: Lexicon) -> int:
    """How many words of `Under-Secretary for Humanitarian Affairs` stand before a given name."""
    at = next((i for i, t in enumerate(tokens) if i and t[1] in given_names()), 0)
    return at if 0 < at < len(tokens) - 1 and office_of(text, tokens[at][0], lexicon) else 0


def _is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether it is an office before a name; in German `Kollegin` is one as well."""
    kin = lexicon.noun_capitals and word.lower() in lexicon.people
    return lexicon.is_role(word) or word in lexicon.titles or kin


def _own_name(text: str, tokens: Sequence[tuple[int, str]], cut: int, lexicon: Lexicon) -> int:
    """Where the name begins after `Governor of Norland`, `president Iranien`, `Ansicht von`."""
    at = next((i for i, t in enumerate(tokens) if i > cut and t[1] in given_names()), 0)
    if not at or at > len(tokens) - 2 or tokens[cut][1] in given_names():
        return 0
    demonym = tokens[cut][1] in lexicon.demonyms or _DEMONYM.search(tokens[cut][1])
    somebody = {low := tokens[cut][1].lower(), f"{low}s"} & lexicon.people
    if lexicon.noun_capitals or ((demonym or somebody) and at == cut + 1):
        return at
    if tokens[at - 1][1] in ("von", "van", "de", "of"):
        return 0
    before = _WORD.findall(_MARK.split(text[max(0, tokens[cut][0] - 40) : tokens[cut][0]])[-1])
    while before and before[-1].lower() in lexicon.determiners | {"of", "for"}:
        before.pop()
    return at if cut or any(lexicon.is_role(word) for word in before[-NEAR:]) else 0


def _portfolio(text: str, tokens: Sequence[tuple[int, str]], lexicon: Lexicon) -> int:
    """How many words belong to `Secretary of State` before the name begins."""
    before = text[max(0, tokens[0][0] - 40) : tokens[0][0]].split()
    if before and before[-1] in ("the", "los", "las", "la"):
        before.pop()
    if len(before) < 2 or before[-1] not in _OF or not lexicon.is_role(before[-2]):
        return 0
    count = 0
    while count < len(tokens) - 1 and tokens[count][1] in lexicon.portfolios:
        count += 1
    return count if tokens[count][1][0].isupper() else 0  # `Economía del Transporte`
