"""How what other sections print stands: by itself, or once a few names are told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from briefgen.model import Extract, Stand
from briefgen.summarize.antecedents import people
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.definites import definites
from briefgen.summarize.doubts import stripped
from briefgen.summarize.page import Page
from briefgen.summarize.pronouns import with_speaker
from briefgen.summarize.rules import Rules
from briefgen.summarize.standing import in_person, is_statement, leaning
from briefgen.summarize.tokens import (
    Tokens,
    finite_at,
    insides,
    is_small,
    is_verb,
    named,
    tokenise,
)

_OPENING = 6
"""Words of a subject that opens a sentence, at most."""


def stands(
    corpus: Corpus,
    page: Callable[[int], Page],
    ranked: Iterable[Extract],
    others: Iterable[Extract],
) -> Iterator[Stand]:
    """Those of the extracts that make sense to whoever knows some names, with these names.

    Each is judged as one text, its quotations whole; its antecedent is read with it. The others
    are also judged as read behind the sentence before them, the ranked ones without an antecedent.
    """
    number = {source.id: i for i, source in enumerate(corpus.sources)}
    others = dict.fromkeys(others)
    ranked = tuple(ranked)
    bare = (replace(e, before=None) for e in ranked if e.before)
    found = [_stand(page(number[e.source]), e) for e in dict.fromkeys((*ranked, *bare, *others))]
    behind = [_behind(page(number[e.source]), e) for e in others]
    yield from filter(None, (*found, *behind))


def _stand(page: Page, extract: Extract) -> Stand | None:
    """What it takes as known; None where that is more than names and nouns that are no subjects.

    Whoever reads "She signed the contract" asks less than who reads "The contract was signed".
    """
    rows = _rows(page, extract)
    if not rows or any(_points_back(page, rows[:i], row) for i, row in enumerate(rows) if i):
        return None
    if page.is_talk and page.opening not in rows:
        return None
    if any(_asks_where(page, row) for row in rows):
        return None
    if extract.before:
        return _known(page, extract, rows)
    text, tokens = _read(page, rows[0], extract)
    if _is_whole(page, rows[0], text, tokens):
        return _known(page, extract, rows)
    named = with_speaker(tokens, page.rules)
    whole = named is not None and _is_whole(page, rows[0], text, named)
    return _known(page, extract, rows, speaker=True) if whole else None


def _points_back(page: Page, above: range, row: int) -> bool:
    """Tell "This support will help" of a support that the sentences above in it do not hold."""
    rules, low = page.rules, [*page.tokens[row - page.top].low, "."]
    if low[0] not in rules.demonstratives or low[1] in rules.demonstrative_free:
        return False
    if not low[1].isalpha() or (is_verb(low[1], rules) and not is_verb(low[2], rules)):
        return False
    told = {stripped(word) for one in above for word in page.tokens[one - page.top].low}
    return stripped(low[1]) not in told


def _asks_where(page: Page, row: int) -> bool:
    """Tell "the governments of the region" in a quotation: whoever speaks knows which, no other.

    The article's title or its opening may tell.
    """
    tokens, rules = page.tokens[row - page.top], page.rules
    inside = insides(tokens)
    return any(
        inside[one.start]
        and not one.whole
        and one.start > 0
        and tokens.low[one.start - 1] in rules.complements | rules.locatives
        and one.head in rules.bodies
        and not _is_told(one.head, page)
        for one in definites(tokens, rules)
    )


def _behind(page: Page, extract: Extract) -> Stand | None:
    """What it takes as known behind the sentence before it, and what that one does by itself."""
    rows = _rows(page, extract)
    if not rows or extract.before or rows[0] == page.top or not page.states(rows[0] - 1):
        return None
    if not page.follows(rows[0]):
        return None  # another paragraph, on something else
    ahead = _extract(page, rows[0] - 1)
    above = _stand(page, ahead)
    if above is None or above.speaker or not _is_met(page, rows[0], extract):
        return None
    stand = _known(page, replace(extract, before=ahead), rows)
    if stand is None:
        return None
    names, nouns = {*above.names, *stand.names}, {*above.nouns, *stand.nouns}
    return replace(stand, names=tuple(sorted(names)), nouns=tuple(sorted(nouns)))


def _extract(page: Page, row: int) -> Extract:
    """The row as an extract, bullet and dateline cut off."""
    start, sentence = page.corpus.opens[row], page.corpus.sentences[row]
    text = page.texts[row - page.top]
    return Extract(text, page.source.id, sentence.paragraph, start, sentence.end)


def _is_met(page: Page, row: int, extract: Extract) -> bool:
    """Whether it leans on nothing but what the sentence before it tells."""
    text, tokens = _read(page, row, extract)
    rules, somebody = page.rules, page.is_known(row, (row - 1,))
    if not is_statement(text, tokens, "plain", rules) or not page.clear(row):
        return False
    verdict = leaning(tokens, rules)
    if verdict == "leans" and not page.follows(row):
        return False
    asks = verdict == "person" or _quotes_of(tokens, rules)
    return not in_person(tokens, rules) and (somebody or not asks)


def _known(page: Page, extract: Extract, rows: range, *, speaker: bool = False) -> Stand | None:
    """What its rows take as known, those before them shown, and its antecedent's."""
    shown = _rows(page, extract.before) if extract.before else ()
    known: dict[str, set[str]] = {"name": set(), "noun": set()}
    for i, row in enumerate(rows):
        for want in page.wants(row):
            spoken = i and want.kind == "noun" and page.tokens[row - page.top].quoted
            if want.mild or spoken or page.is_met(want, row, (*shown, *rows[:i])):
                continue  # whoever speaks on knows which
            subject = want.kind == "noun" and _is_subject(
                want.word, page.tokens[row - page.top], page
            )
            if subject or want.kind not in known:
                return None
            known[want.kind].add(want.word)
    nouns = (noun for noun in known["noun"] if not _is_told(noun, page))
    return Stand(extract, tuple(sorted(known["name"])), tuple(sorted(nouns)), speaker)


def _is_told(noun: str, page: Page) -> bool:
    """Whether the article's title or its opening sentence holds the noun."""
    opening = page.tokens[page.opening - page.top]
    return stripped(noun) in page.title or stripped(noun) in map(stripped, opening.low)


def _is_subject(noun: str, tokens: Tokens, page: Page) -> bool:
    """Whether the noun opens the sentence after its article, or stands before a verb."""
    if tokens.low[0] in page.rules.articles and noun in tokens.low[1:_OPENING]:
        return True
    return any(
        low == noun and finite_at(tokens, i, page.rules)
        for i, low in enumerate(tokens.low[:-1], start=1)
    )


def _read(page: Page, row: int, extract: Extract) -> tuple[str, Tokens]:
    """The extract and its words, bullet and dateline cut off."""
    text = extract.text[max(page.corpus.opens[row] - extract.start, 0) :]
    return text, tokenise(text, common=page.common[row - page.top])


def _is_whole(page: Page, row: int, text: str, tokens: Tokens) -> bool:
    """Whether it opens as a statement does and nobody unknown speaks in it."""
    rules = page.rules
    if not is_statement(text, tokens, "plain", rules) or not page.clear(row):
        return False
    if leaning(tokens, rules) != "alone":
        return False
    leaves_open = in_person(tokens, rules) or _quotes_of(tokens, rules)
    return not leaves_open and not page.repeats(row)


def _quotes_of(tokens: Tokens, rules: Rules) -> bool:
    """Tell a quotation with "he" of somebody who is not in it: whoever is quoted means another.

    Where two are named outside of it, it may be the other of them.
    """
    if rules.personal.isdisjoint(tokens.low):
        return False
    quoted, outside, last = False, 0, -2
    small = {i for i, low in enumerate(tokens.low) if is_small(low, rules)}
    somebody, names = people(tokens, rules) - small, {*named(tokens, rules)} - small
    for i, (low, inside) in enumerate(zip(tokens.low, insides(tokens), strict=True)):
        if inside and low in rules.personal and not quoted and outside < 2:
            return True
        if i in (somebody if inside else names):
            quoted = quoted or inside
            outside += not inside and last != i - 1
            last = i
    return False


def _rows(page: Page, extract: Extract) -> range:
    """The rows that share words with the extract."""
    ends = [sentence.end for sentence in page.source.sentences]
    starts = [sentence.start for sentence in page.source.sentences]
    first = bisect_right(ends, extract.start)
    return range(page.top + first, page.top + bisect_right(starts, extract.end - 1))
