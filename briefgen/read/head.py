"""The head of an article: its title, byline and dateline, and what they tell.

Precision before recall: what is not surely furniture stays body, where nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import takewhile

from briefgen.read import dates
from briefgen.read.blocks import About, Block, one_line
from briefgen.read.furniture import MAX_LINE, Line, bare_line, byline, dateline, look
from briefgen.read.layout import ends_sentence, is_item
from briefgen.read.lexicon import lexicon
from briefgen.text import lead_in

_MAX_HEAD = 8  # paragraphs; no article has a longer head
_MAX_TITLE = 160  # characters
_MAX_DECK = 200
_MAX_KICKER = 3  # words
_MAX_AGENCY = 4  # letters
_MAX_TOP = 300  # characters of a line above the first blank one
_SPAN = re.compile(r"\d\s*(?:au|to|bis|al?|[–—-])\s*$")  # "20 to 26 November 2026" is no day


def read_head(blocks: tuple[Block, ...], about: About) -> tuple[tuple[Block, ...], About]:
    """The blocks with the kinds of the head set, and `about` with what the head adds to it."""
    done: list[Block] = []
    blocks = tuple(part for i, block in enumerate(blocks) for part in _parted(block, i))
    top = _lines_on_top(blocks)
    for i, block in enumerate(blocks[:_MAX_HEAD]):
        line = _top_line(block, i, about) if i < top else None
        if line is None and i and not about.published:
            line = _dated(block)
        line = line or _line(block, blocks[i + 1 :], about)
        if line is None and _is_loud(block, blocks[i + 1 :]):
            line = "heading", About()
        if line is None and (i < top or _is_deck(block, blocks[i + 1 :], about)):
            line = "body", About()
        if line is None:
            about = merge(about, _opening(block.text))
            break
        done.append(replace(block, kind=line[0]))
        about = merge(about, line[1])
    return (*done, *blocks[len(done) :]), about


def _lines_on_top(blocks: tuple[Block, ...]) -> int:
    """How many lines of a head stand above the first blank line, 0 where they are no head."""
    apart = next((i for i, block in enumerate(blocks) if block.apart), len(blocks))
    lines = blocks[: apart + 1]
    short = all(len(block.text) <= _MAX_TOP and _opens(block.text) for block in lines)
    return len(lines) if short and 1 < len(lines) < min(len(blocks), _MAX_HEAD) else 0


def _opens(text: str) -> bool:
    """Whether it opens as a line of a head does: with a capital, or as "dpa", an agency's name."""
    return not text[0].islower() or len(text) <= _MAX_AGENCY


def _top_line(block: Block, place: int, about: About) -> Line | None:
    """The title, where it stands first of several lines above a blank one; never a section's name.

    Nothing else above a blank line is one, whatever its length or its last mark.
    """
    kicker = block.text.isupper() and len(block.text.split()) <= _MAX_KICKER
    first = place == 0 and about.title is None and len(block.text) <= _MAX_TITLE
    plain = block.kind is None and not is_item(block.text) and look(block.text) is None
    if first and plain and not kicker and not block.apart:
        return "title", About(title=one_line(block.text))
    return None


def _dated(block: Block) -> Line | None:
    """A day among other words on a line below the title, as in "Harbour Post – 3 May 2026"."""
    if block.kind or len(block.text) > MAX_LINE or ends_sentence(block.text) or byline(block.text):
        return None
    spans = (_SPAN.search(block.text[: written.start]) for written in dates.days(block.text))
    day = None if any(spans) else dates.published(block.text)
    return ("dateline", About(published=day)) if day else None


def _parted(block: Block, place: int) -> tuple[Block, ...]:
    """The block, or two where a dateline of the head has run into the first sentence."""
    end = dates.glued(block.text) if place < _MAX_HEAD and block.kind in (None, "body") else None
    if end is None:
        return (block,)
    return Block(block.text[:end]), replace(block, text=block.text[end:].strip())


def merge(about: About, more: About) -> About:
    """`about`, with what it lacks taken from `more`."""
    lacking = [f.name for f in fields(About) if getattr(about, f.name) is None]
    return replace(about, **{name: getattr(more, name) for name in lacking})


def _line(block: Block, rest: tuple[Block, ...], about: About) -> Line | None:
    """What a block of the head is; None where the body begins."""
    if block.kind is not None:
        return _known(block, about)
    return (look(block.text) or _title(block, rest, about)) if rest else None


def _known(block: Block, about: About) -> Line | None:
    """A block whose reader knew its kind: the first heading is the title where there is none."""
    if block.kind is None or block.kind == "body":
        return None
    if block.kind == "heading" and about.title in (None, block.text):
        return "title", About(title=one_line(block.text))
    return block.kind, About()


def _title(block: Block, rest: tuple[Block, ...], about: About) -> Line | None:
    text, after = block.text, rest[0].text
    if about.title == text:
        return "title", About()
    if about.title is None and _is_kicker(text, after):
        return "heading", About()
    above_furniture = look(after) is not None
    bare = bare_line(text, _MAX_TITLE) and (block.apart or above_furniture or _heads(text, rest))
    if about.title is None and (bare or (above_furniture and len(text) <= _MAX_TITLE)):
        return "title", About(title=one_line(text))
    return ("heading", About()) if bare and len(text) <= MAX_LINE else None


def _heads(text: str, rest: tuple[Block, ...]) -> bool:
    """Whether longer text follows, at once or under a few more lines of a head."""
    above = sum(1 for _ in takewhile(lambda block: _in_head(block.text), rest[:5]))
    after = rest[min(above, len(rest) - 1)].text
    return len(after) > 1.5 * len(text) and (above == 0 or ends_sentence(after))


def _in_head(text: str) -> bool:
    return look(text) is not None or bare_line(text, MAX_LINE)


def _is_deck(block: Block, rest: tuple[Block, ...], about: About) -> bool:
    """A sentence or two between the title and the byline or the day."""
    short = about.title is not None and block.kind is None and len(block.text) <= _MAX_DECK
    return short and bool(rest) and bool(dateline(rest[0].text) or byline(rest[0].text))


def _is_loud(block: Block, rest: tuple[Block, ...]) -> bool:
    """A notice in capitals above a text that is not: "NOT FOR RELEASE IN …"."""
    loud = block.text.isupper() and len(block.text) <= _MAX_TOP
    return loud and any(after.text.upper() != after.text for after in rest[:_MAX_HEAD])


def _is_kicker(text: str, after: str) -> bool:
    """A line in capitals above the title: the section, not the title."""
    capitals = text.isupper() and len(text.split()) <= _MAX_KICKER
    return capitals and not after.isupper() and bare_line(after, _MAX_TITLE)


# ── what the first body paragraph tells ──────────────────────────────────────────────────────────

_BRACKETS = re.compile(r"\(([^()\d]{2,40})\)")


def _opening(text: str) -> About:
    """The day and the agency of "BEIJING, June 19, 2023 (Agency) — …"; the paragraph stays body."""
    head = lead_in(text)
    first = next(iter(dates.days(head)), None) if head else dates.leading(text)
    return About(outlet=_agency(head), published=first.day if first else None)


def _agency(head: str) -> str | None:
    """The name in the last brackets, where it is no country's: that of an agency, or an acronym."""
    name = one_line(next(iter(_BRACKETS.findall(head)[::-1]), None))
    letters = [char for char in name or "" if char.isalpha()]
    acronym = sum(map(str.isupper, letters)) > 1 or not any(map(str.isupper, letters))
    known = (name or "").casefold() in lexicon().agencies
    return name if known or acronym or re.search(r"\d.*\(", head) else None
