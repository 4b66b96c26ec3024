"""One paragraph as the finders of statements see it: its words, and its quotations blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.find.lexicon import Lexicon
from briefgen.model import Sentence, Source
from briefgen.text.quotation import Quotation, marked

BLACK = "▪"


@dataclass(frozen=True, slots=True)
class Passage:
    """A body paragraph: `text` starts at `start` of the article; the offsets inside are its own.

    `masked` is as long as `text`, with everything from an opening mark to its closing one blacked
    out. `quotations` are the outermost ones.
    """

    number: int
    start: int
    text: str
    masked: str
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]

    def local(self, sentence: Sentence) -> tuple[int, int]:
        """Where the sentence stands in the paragraph."""
        return sentence.start - self.start, sentence.end - self.start


def passages(source: Source, lexicon: Lexicon) -> Iterator[Passage]:
    """The paragraphs that hold sentences, in their order."""
    for number, group in groupby(source.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = source.article.paragraphs[number - 1]
        text, sentences = source.text_of(paragraph), tuple(group)
        starts = [sentence.start - paragraph.start for sentence in sentences]
        whole = [
            quotation if quotation.paired else _ended(quotation, text, starts, lexicon)
            for quotation in _outermost(marked(text).quotations)
        ]
        quotations = tuple(
            part for quotation in whole for part in _parted(quotation, text, lexicon)
        )
        quotations = quotations or tuple(_dashed(text, lexicon))
        masked = _masked(text, quotations)
        yield Passage(number, paragraph.start, text, masked, quotations, sentences)


_DASH = re.compile(r"[—–] ?(?=[^\W\d_¿¡]|[¿¡])")
_CLOSING = re.compile(r" ?[—–][.,:;]? ")


def _dashed(text: str, lexicon: Lexicon) -> Iterator[Quotation]:
    """What is spoken in a paragraph that opens with a dash: `—Voy —dijo Roth—. Ya.`."""
    if not lexicon.dash_speech or not _DASH.match(text):
        return
    for dash in _DASH.finditer(text, 2):
        if not lexicon.beside.match(text, dash.end()):
            continue
        yield Quotation(0, dash.end() - 1, True)
        closing = _CLOSING.search(text, dash.end())
        if closing:
            yield Quotation(closing.end(), len(text) - 1, True)
        return


def _ended(quotation: Quotation, text: str, starts: Sequence[int], lexicon: Lexicon) -> Quotation:
    """An unclosed quotation ends at the latest where a sentence begins with its speaker."""
    for start in starts:
        if quotation.start < start < quotation.end and lexicon.tells.match(text, start):
            return Quotation(quotation.start, start - 1, False)
    return quotation


def _parted(quotation: Quotation, text: str, lexicon: Lexicon) -> Iterator[Quotation]:
    """The quotation without the words of saying that some languages set inside the marks."""
    start = quotation.start
    for match in lexicon.incise.finditer(text, quotation.start, quotation.end):
        yield Quotation(start, match.start() - 1, quotation.paired)
        start = match.end() + 1
    yield Quotation(start, quotation.end, quotation.paired)


def _outermost(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations that stand in no other, in their order."""
    kept: list[Quotation] = []
    for quotation in quotations:
        if not kept or quotation.start > kept[-1].end:
            kept.append(quotation)
        elif quotation.end > kept[-1].end:
            kept[-1] = Quotation(kept[-1].start, quotation.end, kept[-1].paired)
    return tuple(kept)


def _masked(text: str, quotations: Sequence[Quotation]) -> str:
    pieces, at = [], 0
    for quotation in quotations:
        end = min(quotation.end + 1, len(text))
        pieces += [text[at : quotation.start], BLACK * (end - quotation.start)]
        at = end
    return "".join((*pieces, text[at:]))
