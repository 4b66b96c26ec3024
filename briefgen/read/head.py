"""The head of an article: its title, byline and dateline, and what they tell.

Precision before recall: what is not surely furniture stays body, where nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache

from briefgen.model import Kind
from briefgen.read import dates
from briefgen.read.blocks import About, Block, one_line, web_address
from briefgen.read.layout import ends_sentence, is_item
from briefgen.read.lexicon import alternation, lexicon

_MAX_HEAD = 8  # paragraphs; no article has a longer head
_MAX_TITLE = 160  # characters
_MAX_LINE = 100
_INITIALS = re.compile(r"(?:\b\w\.){2,}$")  # "… in the U.S." is no end of a sentence
_OPENERS = "\"“«„'‘"

Line = tuple[Kind, About]


def read_head(blocks: tuple[Block, ...], about: About) -> tuple[tuple[Block, ...], About]:
    """The blocks with the kinds of the head set, and `about` with what the head adds to it."""
    done: list[Block] = []
    for i, block in enumerate(blocks[:_MAX_HEAD]):
        line = _line(block, blocks[i + 1 :], about)
        if line is None:
            about = merge(about, _opening(block.text))
            break
        done.append(replace(block, kind=line[0]))
        about = merge(about, line[1])
    return (*done, *blocks[len(done) :]), about


def merge(about: About, more: About) -> About:
    """`about`, with what it lacks taken from `more`."""
    lacking = [f.name for f in fields(About) if getattr(about, f.name) is None]
    return replace(about, **{name: getattr(more, name) for name in lacking})


def _line(block: Block, rest: tuple[Block, ...], about: About) -> Line | None:
    """What a block of the head is; None where the body begins."""
    if block.kind is not None:
        return _known(block, about)
    if not rest:
        return None
    for look in _LOOKS:
        line = look(block.text)
        if line is not None:
            return line
    return _title(block, rest, about)


def _known(block: Block, about: About) -> Line | None:
    """A block whose reader knew its kind: the first heading is the title where there is none."""
    if block.kind is None or block.kind == "body":
        return None
    if block.kind == "heading" and about.title in (None, block.text):
        return "title", About(title=one_line(block.text))
    return block.kind, About()


def _title(block: Block, rest: tuple[Block, ...], about: About) -> Line | None:
    text, after = block.text, rest[0]
    furniture_next = any(look(after.text) is not None for look in _LOOKS)
    if about.title == text:
        return "title", About()
    bare = bare_line(text, _MAX_TITLE) and (
        block.apart or furniture_next or len(after.text) > 1.5 * len(text)
    )
    if about.title is None and _is_kicker(text, after.text):
        return "heading", About()
    if about.title is None and (bare or (furniture_next and len(text) <= _MAX_TITLE)):
        return "title", About(title=one_line(text))
    return ("heading", About()) if bare and len(text) <= _MAX_LINE else None


def bare_line(text: str, longest: int) -> bool:
    """Whether the text is a short line that does not end as a sentence does."""
    open_quote = text[0] in _OPENERS and text[-1] not in "\"”»“'’"
    ended = ends_sentence(text) and not _INITIALS.search(text) and text[-1] not in "?!"
    letters = sum(char.isalpha() for char in text)
    usable = letters >= 2 and not is_item(text) and not text[0].islower()
    return (
        len(text) <= longest and usable and not ended and not open_quote and text[-1] not in ",-–—"
    )


def _is_kicker(text: str, after: str) -> bool:
    """A line in capitals above the title: the section, not the title."""
    capitals = text.isupper() and len(text.split()) <= 3
    return capitals and not after.isupper() and bare_line(after, _MAX_TITLE)


# ── lines that are furniture by their own words ──────────────────────────────────────────────────


def _dateline(text: str) -> Line | None:
    return ("dateline", About(published=dates.published(text))) if dates.alone(text) else None


def _byline(text: str) -> Line | None:
    """Names after a "By", with or without a day at the end of the line."""
    match = _byline_pattern().match(text) if len(text) <= _MAX_LINE else None
    if match is None:
        return None
    found = dates.days(text)
    names = text[match.end() : found[0].start if found else None].strip(" \t,;|·•–—-()")
    if not names or not _names(names):
        return None
    return "byline", About(author=one_line(names), published=dates.published(text))


def _names(text: str) -> bool:
    """Whether a line is made of names: capitals, but for the words that join or describe them."""
    words = re.findall(r"[\w'’.-]+", text)
    small = [word for word in words if not word[0].isupper()]
    known = all(word.lower() in lexicon().name_words for word in small)
    return 0 < len(words) <= 12 and known and not text.endswith((":", "?", "!"))


def _labelled(text: str) -> Line | None:
    """A field with its name before it, as in "Source: Harbour Wire"."""
    match = _label_pattern().match(text) if len(text) <= 2 * _MAX_LINE else None
    value = one_line(text[match.end() :]) if match else None
    if match is None or value is None:
        return None
    field = lexicon().labels[match[1].lower()]
    if field == "published":
        day = dates.published(value)
        return ("dateline", About(published=day)) if dates.days(value) else None
    if field == "url":
        return ("byline", About(url=web_address(value))) if web_address(value) else None
    if field == "title":
        return "title", About(title=value)
    named = bare_line(value, _MAX_LINE) and len(value.split()) <= 12
    return (
        ("byline", About(author=value) if field == "author" else About(outlet=value))
        if named
        else None
    )


def _address(text: str) -> Line | None:
    return ("byline", About(url=text)) if web_address(text) else None


def _caption(text: str) -> Line | None:
    return ("caption", About()) if is_caption(text) else None


_LOOKS: tuple[Callable[[str], Line | None], ...] = (
    _dateline,
    _byline,
    _labelled,
    _address,
    _caption,
)


def is_caption(text: str) -> bool:
    """Whether the text is marked as a caption: "FILE PHOTO: …", "© …"."""
    return len(text) <= 400 and _caption_pattern().match(text) is not None


def is_credit(text: str) -> bool:
    """Whether the text says who reported and edited, as agencies print it last."""
    return len(text) <= 300 and _credit_pattern().match(text) is not None


@cache
def _byline_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(lexicon().byline)})\s*:?\s+(?=\S)", re.IGNORECASE)


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"({alternation(lexicon().labels)})\s?:\s+", re.IGNORECASE)


@cache
def _caption_pattern() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{alternation(lexicon().captions)})\s?[:©]|©", re.IGNORECASE)


@cache
def _credit_pattern() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{alternation(lexicon().credits)})\b", re.IGNORECASE)


# ── what the first body paragraph tells ──────────────────────────────────────────────────────────

_AGENCY = re.compile(
    r"(?P<place>[^\W\d_][^\d()—–]{1,50}?)?[,.]?\s*(?P<day>[^()—–]{0,30}?)\s*"
    r"(?:\((?P<agency>[^()\d]{2,40})\)\s*)?(?:—|–|--|\s-)\s*(?=\S)"
)


def _opening(text: str) -> About:
    """The day and the agency of "BEIJING, June 19, 2023 (Agency) — …"; the paragraph stays body."""
    match = _AGENCY.match(text)
    head = text[: match.end()] if match else ""
    found = dates.days(head)
    place = re.match(r"\W*([\w.'’ -]+)", head)
    sure = bool(found) or (place is not None and place[1].isupper())
    if not match or not sure:
        return About(published=dates.leading(text))
    day = found[0].day if found else None
    return About(outlet=one_line(match["agency"]), published=day)
