"""Whether a sentence stands alone: whole, unquoted, and leaning on nothing that is not seen."""

from __future__ import annotations

import re

from briefgen.find.facts import NAME, Facts
from briefgen.find.verbs import groups, has_verb
from briefgen.model import Sentence, Source
from briefgen.text.quotation import marked

_FIRST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SEVERAL = re.compile(
    r"[^\W\d_]{3,}(?<!s)s(?![\w’'])|\b(?:and|y|et)\b|people|police|men\b|children"
)
_PICTURE = re.compile(
    r"\.(?:svg|jpe?g|png|gif)\b|\b(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ff]oto)(?:/|: )"
    r"|\((?:left|right|cent(?:re|er)|pictured|above|below)\)"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_SECOND = re.compile(r"\w+ (\w+)")
_NOUN = re.compile(r"\w+ [A-ZÄÖÜ]")  # of a language that writes them with a capital
_LISTED = re.compile(r"[\w&. ]{1,40} - ")
SHORTEST, LONGEST = 25, 600


def alone(
    text: str, sentence: Sentence, source: Source, lists: Facts, *, unended: bool = False
) -> bool:
    """Whether it is whole, unquoted, and leans on nothing that a reader does not see.

    `unended` takes one without its full stop, too, where it has a verb and ends its paragraph.
    """
    if sentence.state != "plain" or not SHORTEST <= len(text) <= LONGEST:
        return False
    if source.article.paragraphs[sentence.paragraph - 1].kind != "body" or _is_shown(text):
        return False
    if not (_is_ended(text) or (unended and _ends(text, sentence, source))):
        return False
    if _opens_leaning(text, source.language, lists) or _speaks(text, lists):
        return False
    return _names(text, source, lists)


def _is_shown(text: str) -> bool:
    """Whether it is an item of a list, goes on from before, or says what a picture shows."""
    if not text[0].isalnum() or text[0].islower() or not _FIRST.search(text):
        return True
    listed = _LISTED.match(text) or text.count(" - ") > 1 or " * " in text
    return bool(listed or _PICTURE.search(text))


def _is_ended(text: str) -> bool:
    """Whether it ends as a statement does, inside its last marks."""
    return text.rstrip(")”\"’'»“ ")[-1:] in tuple(".!…")


def _ends(text: str, sentence: Sentence, source: Source) -> bool:
    """Whether it ends its paragraph, and has a verb, as a heading has not."""
    last = sentence.end >= source.article.paragraphs[sentence.paragraph - 1].end
    return last and not text.endswith("?") and has_verb(text, source.language)


def _opens_leaning(text: str, language: str, lists: Facts) -> bool:
    """Whether its first words point back."""
    low = text.lower().replace("’", "'")
    first = _FIRST.search(low)
    if first is None or low.startswith(lists.phrases):
        return True
    if first[0] in lists.articles and _NOUN.match(text):
        return False
    if first[0] in lists.counting:
        return not _counts(text, low, language, lists)
    return first[0] in lists.openers


def _counts(text: str, low: str, language: str, lists: Facts) -> bool:
    """Whether its first word counts what follows: a noun, or a number."""
    second = _SECOND.match(low)
    if second is None or second[1] in lists.say:
        return False
    if any(group.start == second.start(1) for group in groups(text, language)):
        return False
    return second[1] not in lists.stop or low.startswith("more than ")


def _names(text: str, source: Source, lists: Facts) -> bool:
    """Whether what its pronouns stand for is in it."""
    first = _FIRST.search(text)
    if first and _looks_ahead(text, first[0].lower(), lists):
        return True
    if lists.places.search(text):
        return False
    several = lists.several.search(text)
    if several and not _SEVERAL.search(text[: several.start()]):
        return False
    pronoun = lists.pronouns.search(text)
    return not pronoun or bool(NAME.search(text[: pronoun.start()]) or _named_first(text, source))


def _speaks(text: str, lists: Facts) -> bool:
    """Whether `I`, `we` or `you` stands outside the marks: somebody unknown speaks."""
    if not lists.spoken.search(text):
        return False
    quotations = marked(text).quotations
    return any(
        not any(q.start <= match.start() < q.end for q in quotations)
        for match in lists.spoken.finditer(text)
    )


def _looks_ahead(text: str, first: str, lists: Facts) -> bool:
    """Whether the pronouns of its opening clause mean the names after it: `As it fell, Vale …`."""
    _, comma, rest = text.partition(", ")
    if first not in lists.subordinators or not comma or not _CAPITAL.match(rest):
        return False
    return not (lists.several.search(rest) or lists.pronouns.search(rest))


def _named_first(text: str, source: Source) -> bool:
    """Whether the first word, which has a capital anyway, is a name all through the article."""
    first = _FIRST.search(text)
    return bool(first and re.search(rf"[a-z,] {re.escape(first[0])}\b", source.article.text))
