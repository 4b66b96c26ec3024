"""A brief small enough to be counted by hand, and its PDF."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from briefgen.codec import paragraphs_of
from briefgen.model import (
    Also,
    Attendee,
    Brief,
    Day,
    Difference,
    Entry,
    Event,
    Extract,
    Figure,
    Gap,
    LeftOut,
    Meeting,
    Person,
    Statement,
    Story,
    Text,
)

HARBOUR = """Harbour bridge closes

The office of works shut the “old” bridge on Monday — its final affiliate said so.

Mayor Ana Lind said the council did not approve the efficient offer of 38 million crowns. \
It was unclear who would pay.

The bridge opened in 1931.

The river rose by -5 metres."""

FERRY = """Ferries return

Mayor Ana Lind said the council did not approve the efficient offer of 38 million crowns.

The ferry company counts 41 million crowns. The bridge opened in 1931."""

TEXTS = {"S1": HARBOUR, "S2": FERRY}


def extract(source: str, words: str, **more: Any) -> Extract:
    """The extract of a toy text that reads so, at its first place there."""
    text = TEXTS[source]
    start = text.index(words)
    return Extract(
        words, source, text.count("\n\n", 0, start) + 1, start, start + len(words), **more
    )


OFFER = "Mayor Ana Lind said the council did not approve the efficient offer of 38 million crowns."
SHUT = "The office of works shut the “old” bridge on Monday — its final affiliate said so."
OPENED = "The bridge opened in 1931."
ROSE = "The river rose by -5 metres."
COUNTS = "The ferry company counts 41 million crowns."
UNCLEAR = "It was unclear who would pay."


def entry(source: str, title: str, text: str) -> Entry:
    """A source that was used."""
    return Entry(
        id=source,
        title=title,
        outlet="The Toy Gazette",
        author=None,
        published="2023-06-20",
        retrieved=None,
        locator=f"{title.split()[0].lower()}.txt",
        url=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=len(text.split()),
        extracts=4,
        status="used",
        reason=None,
    )


@cache
def brief() -> Brief:
    """Two sources, eleven extracts, one of them with a parallel in the other source."""
    also = extract("S2", OFFER)
    offer = extract(
        "S1",
        OFFER,
        told_by=2,
        also=(Also(also.source, also.paragraph, also.start, also.end, also.text),),
    )
    shut = extract("S1", SHUT, days=(Day("on Monday", "2023-06-19"),))
    return Brief(
        generator="briefgen 0.1.0 coverage",
        title="The bridge and the ferry",
        for_="The harbour board",
        from_=None,
        marking="OFFICIAL",
        reference="HB 7/2023",
        purpose="To decide before the council meets what the board will say on the bridge.",
        objectives=("Learn who pays",),
        points_to_make=("The board wants a plan by the autumn",),
        comment=None,
        as_of="2023-06-21T09:00:00+00:00",
        language="en",
        focus=(),
        meeting=Meeting(title="Harbour board", attendees=(Attendee("Ana Lind", "Mayor"),)),
        bottom_line=(offer,),
        stories=(
            Story(
                headline="Harbour bridge closes",
                headline_source="S1",
                agenda=None,
                language="en",
                sources=("S1", "S2"),
                points=(shut, extract("S1", ROSE, before=extract("S1", OPENED))),
            ),
        ),
        positions=(Statement("Ana Lind", "Mayor", "reported", "attributed", "said", offer),),
        people=(Person("Ana Lind", "Mayor", 2, True, offer),),
        timeline=(Event("1931", "year", "in 1931", extract("S2", OPENED)),),
        figures=(Figure("41 million", "crowns", extract("S2", COUNTS)),),
        differences=(Difference("million crowns", (extract("S1", OFFER), extract("S2", COUNTS))),),
        gaps=(
            Gap("unknown", "Who pays is not known.", extract("S1", UNCLEAR)),
            Gap("thin", "Only two sources speak of the bridge and of the ferries."),
        ),
        sources=(
            entry("S1", "Harbour bridge closes", HARBOUR),
            entry("S2", "Ferries return", FERRY),
        ),
        statement="Drawn from 2 of 2 items supplied, all of them read and all of them used.",
        left_out=LeftOut(),
        texts=tuple(Text(name, text, paragraphs_of(text)) for name, text in TEXTS.items()),
    )


@cache
def pdf(paper: str = "a4") -> bytes:
    """The toy brief as PDF."""
    return written(brief(), paper)


def written(value: Brief, paper: str = "a4") -> bytes:
    """A brief as the program writes it."""
    from briefgen.render import render

    return render(value, format="pdf", paper=paper)
