"""Who a subject stands for: by name, by pronoun the nearest who fits, else as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.find.cast import Cast
from briefgen.find.given import given_names, listed
from briefgen.find.individuals import Individual
from briefgen.find.lexicon import Lexicon
from briefgen.find.passage import Passage
from briefgen.find.phrases import Subject
from briefgen.find.plausible import can_speak, head_of, is_speaker_noun, without_clause
from briefgen.find.speakers_beside import beside, body_beside
from briefgen.find.subjects_name import in_office, leads, of_a_body, to_end
from briefgen.find.tokens import AND, ARTICLE, WORD

AGED = re.compile(r"^(?:The|the|Die|die|Der|der) [\w-]+-(?:old|jährige)\b")
_AGE = re.compile(r"\S+-(?:year-)?old (?=[^\W\d_a-z])")
_CONTRACTED = re.compile(r"^(?:du|au|aux|del|al|vom|zum|zur) ")
WORDS = 6  # beyond which a speaker must be one by its noun


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that speaks: a person of the cast, or words as written."""

    name: str
    person: int | None = None
    gender: str = ""
    form: str = "person"
    """person, somebody, body, several; name, whether of a body is unknown; veiled, somebody of whom
    the sentence has a pronoun that may mean another."""

    def fits(self, pronoun: str, *, loose: bool) -> bool:
        """Whether the pronoun may stand for it; `loose` in languages where things have a gender."""
        if pronoun == "any":
            return self.form in ("person", "somebody")
        if pronoun == "p":
            return self.form == "several"
        if pronoun == "n":
            return self.form in ("body", "name")
        if self.form in ("name", "veiled"):
            return pronoun in "mf"
        if self.form not in ("person", "somebody"):
            return loose and self.form == "body" and self.gender in ("", pronoun)
        return self.gender in ("", pronoun)


def person(number: int, cast: Cast) -> Speaker:
    """The person of the cast as a speaker."""
    individual: Individual = cast.people[number]
    return Speaker(individual.name, number, individual.gender)


def named(passage: Passage, subject: Subject, cast: Cast, lexicon: Lexicon) -> Speaker | None:
    """The person whom the words name, else what the words say."""
    start, end = passage.start + subject.start, passage.start + subject.end
    first = [m[0].lower() for m in WORD.finditer(passage.masked, subject.start, subject.end)][:2]
    if len(first) > 1 and first[1] in AND and first[0] in lexicon.pronouns | lexicon.objects:
        return None  # `Lui et Roth`
    unsure = any(start <= at < end for at in cast.unsure)
    if unsure or _NOR.search(passage.masked, 0, subject.end):
        return None  # `Neither Roth nor Lund said`
    for mention in cast.between(start, end):
        if _is_office(cast.people[mention.person].words):
            continue
        closes = to_end(passage, mention, end) and (
            leads(passage, subject.start, mention, lexicon)
            or in_office(passage, subject, mention, cast, lexicon)
        )
        if closes or of_a_body(passage, subject, mention, cast, lexicon):
            return person(mention.person, cast)
    if found := beside(passage, subject, cast, lexicon):
        return person(found.person, cast)
    words = _written(passage.text, subject)
    firm = any(start <= at < end for at in cast.firms)
    if not firm and (bearer := _bearer(words, cast, lexicon)) is not None:
        return person(bearer, cast)
    if (holder := _holder(words, cast, passage, lexicon)) is not None:
        return person(holder, cast)
    if body := body_beside(passage, subject, lexicon):
        given = given_names().get(body)
        form = "body" if given is None else "somebody"
        return Speaker(_bare(body), gender=given or "", form=form)
    return _as_written(words, lexicon)


def _is_office(words: Sequence[str]) -> bool:
    """`Defensor del Paciente`: one word with a capital behind small ones."""
    return (
        len(words) > 1 and words[0].islower() and not any(word[0].isupper() for word in words[:-1])
    )


_NOR = re.compile(r"\b(?:nor|ni|noch) [^,;.]*$")
_DOTTED = re.compile(r"(?:^|\W)(?:[A-Z]\.)+[A-Z]$")


def _written(text: str, subject: Subject) -> str:
    """The words of the subject, with the last point of the U.S. and the like."""
    words = text[subject.start : subject.end]
    dotted = text[subject.end : subject.end + 1] == "." and _DOTTED.search(words)
    return f"{words}." if dotted else words


def _bearer(words: str, cast: Cast, lexicon: Lexicon) -> int | None:
    """The only one whose surname it is, a word as well or after a title: `Air`, `Cllr Dean`."""
    *titles, last = words.split()
    if not all(lexicon.is_role(t) or t.rstrip(".") in lexicon.titles for t in titles):
        return None
    bearers = [i for i, p in enumerate(cast.people) if len(p.words) > 1 and p.words[-1] == last]
    return bearers[0] if len(bearers) == 1 and cast.people[bearers[0]].sure else None


_THE = re.compile(r"(?:the|le|la|el|der|die|l[’'])\s?", re.IGNORECASE)


def _holder(words: str, cast: Cast, passage: Passage, lexicon: Lexicon) -> int | None:
    """The only person of the article who bears the office: `the president`."""
    the = _THE.match(words)
    office = words[the.end() :].lower() if the else ""
    noun = office.split()[-1] if office else ""
    if not lexicon.is_role(noun) or noun in lexicon.bodies or len(office.split()) > 3:
        return None
    holders = {
        i for i, one in enumerate(cast.people) if any(_bears(role, office) for role in one.titles)
    }
    return holders.pop() if len(holders) == 1 else None


def _bears(role: str, office: str) -> bool:
    return re.search(rf"\b{re.escape(office)}\b", role) is not None


def _as_written(words: str, lexicon: Lexicon) -> Speaker | None:
    """Somebody or something that can speak, in the words of the article."""
    words = _CONTRACTED.sub("", _trimmed(_AGE.sub("", words), lexicon))
    while words.split()[-1:] and words.split()[-1].lower() in lexicon.participles:
        words = words.rpartition(" ")[0]  # `un sondage publié`
    core = without_clause(words, lexicon)
    tokens = [match[0].lower() for match in WORD.finditer(core)]
    if not tokens or not can_speak(core, lexicon):
        return None
    head = head_of(tokens, lexicon)
    noun = is_speaker_noun(head, lexicon)
    if len(tokens) > WORDS and not noun:
        return None
    bare = _nominative(words) if lexicon.noun_capitals else _bare(words)
    compound = lexicon.noun_capitals and head.endswith(lexicon.compounds)
    if (head in lexicon.bodies or compound) and head not in listed("crowds"):
        return Speaker(bare, form="body")
    if noun:
        plural = _is_plural(tokens, head, lexicon)
        form = "several" if plural else "somebody"
        return Speaker(core, gender=_gender(tokens, head, lexicon), form=form)
    if len(tokens) == 1 and tokens[0] in lexicon.alone:
        return Speaker(bare, form="several")
    if AND & set(tokens[1:]):
        return Speaker(words, form="several")
    return Speaker(bare, form="name" if bare == words and len(tokens) < 3 else "body")


def _nominative(words: str) -> str:
    """Without an article that has another case: `Laut dem Verband`, `Nach Angaben der Behörde`."""
    return re.sub(r"^(?:dem|den|des|der|die|das) (?=[^\W\d_a-zäöü])", "", words)


def _trimmed(words: str, lexicon: Lexicon) -> str:
    """`a study` of `a study published in May`."""
    found = list(WORD.finditer(words))
    for before, word in pairwise(found):
        last = lexicon.language == "en" and word.end() == len(words)
        participle = word[0] in lexicon.participles or (last and word[0].endswith("ed"))
        if participle and is_speaker_noun(before[0].lower(), lexicon):
            return words[: before.end()]
    return words


_SEVERAL = frozenset(("zwei", "drei", "vier", "mehrere", "einige", "viele", "beide"))


def _is_plural(tokens: Sequence[str], head: str, lexicon: Lexicon) -> bool:
    """Whether more than one speak, by the ending or by what stands before."""
    if lexicon.noun_capitals:
        return tokens[0] in _SEVERAL or len(tokens) == 1 or bool(AND & set(tokens))
    if head in listed("crowds"):
        return True
    ends = head.endswith("s") or bool(AND & set(tokens))
    return ends and tokens[0] not in ("a", "an", "one")


_ARTICLES = {
    **dict.fromkeys(("un", "le", "el", "der", "ein"), "m"),
    **dict.fromkeys(("une", "la", "una", "die", "eine"), "f"),
    "das": "n",
}


def _gender(tokens: list[str], head: str, lexicon: Lexicon) -> str:
    """What the noun or its article tells of the gender."""
    return lexicon.gendered.get(head) or _ARTICLES.get(tokens[0], "")


_BASED = re.compile(r"^(?:[Tt]he )?[A-ZÀ-Þ][\w’'.]*-based (?=[A-ZÀ-Þ])")


def _bare(words: str) -> str:
    """A name without its article, and without where it is: "Sarn-based Orme Mining"."""
    words = _BASED.sub("", words)
    article = ARTICLE.match(words)
    if not article or not words[article.end()].isupper() or " " not in words[article.end() :]:
        return words
    return words[article.end() :]
