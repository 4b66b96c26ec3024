"""Lines at the head of an article that their own words give away: day, byline, field, caption."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefgen.model import Kind
from briefgen.read import dates
from briefgen.read.blocks import About, one_line, web_address
from briefgen.read.layout import ends_sentence, is_item
from briefgen.read.lexicon import alternation, lexicon

MAX_LINE = 100  # characters
_INITIALS = re.compile(r"(?:\b\w\.){2,}$")  # "… in the U.S." is no end of a sentence
_REFERENCE = re.compile(
    r"(?:[^\"“«„]{2,80}[.,:] )?[\"“«„][^\"”»]{5,200}[\"”»“],? [–—-] .{2,80}\b(?:19|20)\d{2}\.?"
)
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”", "'": "'", "‘": "’"}

Line = tuple[Kind, About]
"""What a line is, and what it tells of the article."""


def look(text: str) -> Line | None:
    """What a line is by its own words, None where they do not say."""
    return next((line for known in _LOOKS if (line := known(text)) is not None), None)


def bare_line(text: str, longest: int) -> bool:
    """Whether the text is a short line that does not end as a sentence does."""
    closing = _QUOTES.get(text[0])
    open_quote = closing is not None and not any(mark in text[1:] for mark in closing)
    ended = ends_sentence(text) and not _INITIALS.search(text) and text[-1] not in "?!"
    letters = sum(char.isalpha() for char in text)
    usable = letters >= 2 and not is_item(text) and not text[0].islower()
    return (
        len(text) <= longest and usable and not ended and not open_quote and text[-1] not in ",-–—"
    )


def dateline(text: str) -> Line | None:
    """A day alone on its line."""
    return ("dateline", About(published=dates.published(text))) if dates.alone(text) else None


def byline(text: str) -> Line | None:
    """Names after a "By", with or without a day at the end of the line."""
    match = _byline_pattern().match(text) if len(text) <= MAX_LINE else None
    if match is None:
        return None
    found = dates.days(text)
    names = _before_day(text[match.end() : found[0].start if found else None])
    if not names or not _names(names):
        return None
    return "byline", About(author=one_line(names), published=dates.published(text))


def _before_day(text: str) -> str:
    """The names, without the marks and the weekday that lead on to a day."""
    around = " \t,;|·•–—-()"
    names = text.strip(around)
    last = names.rpartition(" ")[2]
    return names[: -len(last)].strip(around) if last.lower() in lexicon().weekdays else names


def _names(text: str) -> bool:
    """Whether a line is made of names: capitals, but for the words that join or describe them."""
    words = re.findall(r"[\w'’.-]+", text)
    small = [word for word in words if not word[0].isupper()]
    known = all(word.lower() in lexicon().name_words for word in small)
    return 0 < len(words) <= 12 and known and not text.endswith((":", "?", "!"))


def _labelled(text: str) -> Line | None:
    """A field with its name before it, as in "Source: Harbour Wire"."""
    match = _label_pattern().match(text) if len(text) <= 2 * MAX_LINE else None
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
    named = bare_line(value, MAX_LINE) and len(value.split()) <= 12
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
    dateline,
    byline,
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


def is_reference(text: str) -> bool:
    """Whether it is an entry of a list of sources: "Jane Roe. “Title” — Outlet, 3 May 2024"."""
    return len(text) <= 300 and _REFERENCE.fullmatch(text) is not None


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
