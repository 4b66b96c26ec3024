"""The ledes: where reports begin, and which of them tell what the story is on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.compose.fresh import is_comment, is_interview
from briefgen.compose.phrases import listed
from briefgen.model import Choice, Extract, Sentence, Source, Summary
from briefgen.text import opening, stem, stop_words, words

Place = tuple[str, int]
TELLING = 4  # letters of a word that tells what a title is on
CENTRAL = 0.6  # of the words that the best lede has of the common ones, a lede that sums up
SCENE = 0.2  # of them, which a scene does not have
TITLED = 2  # of its title's words that a lede has which tells what it is on
DECLARED = 120  # characters at the head of a lede that say what a body declares


def place(extract: Extract) -> Place:
    """The source, and where in it the extract begins."""
    return extract.source, extract.start


def ledes(sources: Sequence[Source]) -> frozenset[Place]:
    """Where the reports begin, behind their datelines."""
    return frozenset(
        (source.id, opening(source.article.text, _lede(source)))
        for source in sources
        if source.sentences and _reports(source)
    )


def _reports(source: Source) -> bool:
    """Whether it is no comment, no interview, and nothing that a body declares."""
    head = source.text_of(_lede(source))[:DECLARED].casefold()
    declares = any(f" {phrase} " in head for phrase in listed("declaring"))
    return not (declares or is_comment(source) or is_interview(source))


def _lede(source: Source) -> Sentence:
    """The first sentence; behind a deck, which teases, that below the byline or the day."""
    decks = 0
    after = 0
    for number, paragraph in enumerate(source.article.paragraphs, start=1):
        decks += paragraph.kind == "body"
        if decks > 1:
            break
        if paragraph.kind in ("byline", "dateline"):
            after = number
    below = (sentence for sentence in source.sentences if sentence.paragraph > after)
    return next(below, source.sentences[0])


def central(
    found: Iterable[Choice],
    members: Sequence[Source],
    sources: Sequence[Source],
    *,
    share: float = CENTRAL,
) -> frozenset[Place]:
    """The ledes with about as many as any of the words that half of the articles open with.

    The scene that opens a feature has few.
    """
    language = {source.id: source.language for source in sources}
    held = Counter(word for source in members for word in _stems(_head(source), source.language))
    common = {word for word, number in held.items() if number >= max(len(members) / 2, 2)}
    own = {
        place(c.extract): len(_stems(c.extract.text, language[c.extract.source]) & common)
        for c in found
    }
    enough = share * max(own.values(), default=0)
    return frozenset(one for one, number in own.items() if number > enough or not enough)


def without_scenes(summary: Summary, sources: Sequence[Source]) -> Summary:
    """The summary, in which the scene that opens a feature does not surely stand as a point.

    It has next to none of the common words, nor what its own title is on.
    """
    begins = ledes(sources)
    opens = [choice for choice in summary.ranked if place(choice.extract) in begins]
    summing = frozenset[Place]()
    for number, group in enumerate(summary.groups):
        members = [s for s in sources if s.id in group.sources and s.sentences]
        summing |= central([c for c in opens if c.group == number], members, sources, share=SCENE)
    by_id = {source.id: source for source in sources}
    aside = (c for c in opens if place(c.extract) not in summing)
    scenes = {place(c.extract) for c in aside if not _is_titled(c, by_id[c.extract.source])}
    ranked = (
        replace(choice, alone=choice.alone and place(choice.extract) not in scenes)
        for choice in summary.ranked
    )
    return replace(summary, ranked=tuple(ranked))


def _is_titled(choice: Choice, source: Source) -> bool:
    """Whether it tells what its own title is on."""
    own, titled = (
        _stems(text, source.language) for text in (choice.extract.text, source.article.title or "")
    )
    return len(own & titled) >= TITLED


def _head(source: Source) -> str:
    """The title and the first sentence."""
    return f"{source.article.title or ''} {source.text_of(_lede(source))}"


def _stems(text: str, language: str) -> frozenset[str]:
    small = stop_words(language)
    return frozenset(
        stem(word, language)
        for word in words(text)
        if len(word) >= TELLING and word.lower() not in small
    )
