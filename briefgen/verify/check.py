"""All the checks, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen import codec
from briefgen.errors import NotABrief
from briefgen.model import Brief
from briefgen.pdf import Block, Contents, Part, contents
from briefgen.verify import annex, bars, dating, originals, pages, record, sayings
from briefgen.verify.diagnosis import Strings
from briefgen.verify.passages import passages
from briefgen.verify.verdict import Counts, Finding, Verdict


def verify(data: bytes, *, against: Sequence[originals.Original] = ()) -> Verdict:
    """What the PDF of a brief proves of itself: its pages, its brief.json, its texts.

    `against` are originals read again, as locator and canonical text. Raises NotABrief where the
    bytes are no brief.
    """
    inside = contents(data)
    brief = _brief(inside)
    print_ = pages.check_print(brief, tuple(passages(_part(inside, "brief"))))
    front = [*_part(inside, "brief"), *_part(inside, "sources")]
    paragraphs = annex.printed(_part(inside, "annex"))
    findings = [
        *record.check_texts(brief, inside.texts),
        *record.check_extracts(brief),
        *record.check_words(brief),
        *print_.findings,
        *bars.check_bars(brief, print_),
        *dating.check_days(brief, print_.passages),
        *sayings.check_sayings(brief, front, inside.outside),
        *_outside(brief, inside),
        *(annex.check_annex(brief, paragraphs) if paragraphs else ()),
        *originals.check_originals(brief, against),
    ]
    notes = [
        *print_.notes,
        *sayings.unprinted(brief, front, inside.outside),
        *annex.unchecked(brief, paragraphs),
        *(originals.unpaired(brief, against) if against else ()),
    ]
    extracts, parallels = record.count(brief)
    counts = Counts(
        extracts=extracts,
        parallels=parallels,
        printed=pages.printed(print_),
        paragraphs=len({item.key for item in paragraphs}),
        originals=len(originals.pairs(brief, against)),
    )
    return Verdict(counts, tuple(dict.fromkeys(findings)), tuple(dict.fromkeys(notes)))


def _brief(inside: Contents) -> Brief:
    try:
        return codec.from_json(inside.brief_json)
    except ValueError as error:
        raise NotABrief(f"brief.json inside cannot be read: {error}.") from error


def _part(inside: Contents, part: Part) -> list[Block]:
    return [block for block in inside.blocks if block.part == part]


def _outside(brief: Brief, inside: Contents) -> Iterator[Finding]:
    known = Strings(brief)
    return pages.iter_outside([(piece.page, piece.text) for piece in inside.outside], known)
