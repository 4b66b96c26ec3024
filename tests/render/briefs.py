# ruff: noqa: E501
"""Briefs made by hand, so that every section can be set without any stage having run."""

from __future__ import annotations

import dataclasses
import hashlib

from briefgen.model import (
    Also,
    Attendee,
    Bar,
    Brief,
    Chart,
    Day,
    Difference,
    Entry,
    Event,
    Extract,
    Figure,
    Gap,
    LeftOut,
    Meeting,
    Paragraph,
    Person,
    Statement,
    Story,
    Text,
)

HARBOUR = """Varnholm harbour to get shore power by 2029

By Ada Lindqvist

The Varnholm Port Authority said on Monday that it would fit four berths with shore power before the end of 2029. The works are put at 38 million euros, of which the authority has raised less than half.

The decision follows a rule that takes effect on 1 January 2030, under which container and passenger ships must use shore power while at berth. Fines fall on the port, not on the shipping lines.

“We cannot sign the transformer contract without knowing who carries the first two years of under-use,” said Ingrid Solheim, the authority’s chief executive. She asked the state for a guarantee in a letter of 2 April.

The grid

The substation must be ordered before September, because transformers of that size take three years to deliver. It would be placed on the disused coal quay, next to the existing cable crossing.

Residents of the harbour district have complained about noise at night. A hearing was held in March, and 240 people came."""

GRID = """Grid operator doubts the harbour’s demand forecast

Nordkraft Grid expects the harbour to draw 44 gigawatt-hours a year by 2032, its planning chief Ольга Литвиненко said. The port’s own board paper speaks of 61 gigawatt-hours; neither side explains the gap.

Connecting four berths would cost 26.2 million euros, according to the operator’s offer of 9 March. Two berths would cost 17.9 million.

The operator declined to say whether the offer could be extended beyond June."""

UNION = """Seafarers back shore power, with a limit

The Union of Seafarers supports the plan, but wants a limit on noise at night written into the permit. “Our members sleep on board,” said its secretary, Δήμητρα Παππά.

The Varnholm Port Authority will fit four berths with shore power by the end of 2029, and the works will cost 38 million euros.

The union has 1,200 members in Varnholm, 800 in Ostholm and 300 in Lund."""


def text(source: str, canonical: str, kinds: dict[int, str]) -> Text:
    """A canonical text with its paragraphs; `kinds` names those that are not body, 1-based."""
    paragraphs, start = [], 0
    for number, part in enumerate(canonical.split("\n\n"), start=1):
        kind = kinds.get(number, "body")
        paragraphs.append(Paragraph(start, start + len(part), kind))  # type: ignore[arg-type]
        start += len(part) + 2
    return Text(source, canonical, tuple(paragraphs))


TEXTS = (
    text("S1", HARBOUR, {1: "title", 2: "byline", 6: "heading"}),
    text("S2", GRID, {1: "title"}),
    text("S3", UNION, {1: "title"}),
)


def extract(source: str, words: str, **more: object) -> Extract:
    """The extract of these words, found in the source's text."""
    held = next(t for t in TEXTS if t.source == source)
    start = held.text.index(words)
    number = next(i for i, p in enumerate(held.paragraphs, 1) if p.start <= start < p.end)
    return Extract(words, source, number, start, start + len(words), **more)  # type: ignore[arg-type]


def also(source: str, words: str) -> Also:
    """The same fact in another source."""
    e = extract(source, words)
    return Also(e.source, e.paragraph, e.start, e.end, e.text)


def entry(source: str, title: str, **more: object) -> Entry:
    """A source of the list."""
    held = next((t.text for t in TEXTS if t.source == source), "")
    given: dict[str, object] = {
        "outlet": None,
        "author": None,
        "published": None,
        "retrieved": None,
        "locator": f"{source.lower()}.txt",
        "url": None,
        "sha256": hashlib.sha256(held.encode()).hexdigest(),
        "words": len(held.split()),
        "extracts": 3,
        "status": "used",
        "reason": None,
    }
    return Entry(id=source, title=title, **(given | more))  # type: ignore[arg-type]


FOUR_BERTHS = "The Varnholm Port Authority said on Monday that it would fit four berths with shore power before the end of 2029."
COST = "The works are put at 38 million euros, of which the authority has raised less than half."
RULE = "The decision follows a rule that takes effect on 1 January 2030, under which container and passenger ships must use shore power while at berth."
FINES = "Fines fall on the port, not on the shipping lines."
QUOTE = "“We cannot sign the transformer contract without knowing who carries the first two years of under-use,” said Ingrid Solheim, the authority’s chief executive."
LETTER = "She asked the state for a guarantee in a letter of 2 April."
ORDER = "The substation must be ordered before September, because transformers of that size take three years to deliver."
PLACE = "It would be placed on the disused coal quay, next to the existing cable crossing."
HEARING = "A hearing was held in March, and 240 people came."
DEMAND = "Nordkraft Grid expects the harbour to draw 44 gigawatt-hours a year by 2032, its planning chief Ольга Литвиненко said."
PAPER = "The port’s own board paper speaks of 61 gigawatt-hours; neither side explains the gap."
OFFER = "Connecting four berths would cost 26.2 million euros, according to the operator’s offer of 9 March."
SILENT = "The operator declined to say whether the offer could be extended beyond June."
UNION_VIEW = "The Union of Seafarers supports the plan, but wants a limit on noise at night written into the permit."
SLEEP = "“Our members sleep on board,” said its secretary, Δήμητρα Παππά."
SAME = "The Varnholm Port Authority will fit four berths with shore power by the end of 2029, and the works will cost 38 million euros."
MEMBERS = "The union has 1,200 members in Varnholm, 800 in Ostholm and 300 in Lund."
TWO_BERTHS = "Two berths would cost 17.9 million."


def bar(label: str | None, value: str, as_written: str, where: Extract, **more: str) -> Bar:
    """A bar under its label, or under its `date`."""
    return Bar(label, more.get("date"), value, as_written, where)


def rich() -> Brief:
    """Every section filled."""
    monday = (Day("on Monday", "2026-05-11"),)
    return Brief(
        generator="briefgen 0 coverage",
        title="Meeting with the Varnholm Port Authority on shore power",
        for_="Minister for Transport",
        from_="Policy Unit, ext. 4410",
        marking="OFFICIAL – SENSITIVE",
        reference="HD/2026/0417 · v1.0",
        purpose="To hear what guarantee the authority asks for, and to say what we need first.",
        objectives=("Learn what the guarantee would cost.", "Agree on one demand forecast."),
        points_to_make=(
            "We share the aim: shore power before the rule takes effect.",
            "No guarantee before there is one forecast.",
        ),
        comment="The board paper is a year old. Ask which of the two forecasts the board stands by.",
        as_of="2026-05-12T09:00:00+02:00",
        language="en",
        focus=("cost",),
        meeting=Meeting(
            title="Shore power: the way to 2030",
            start="2026-05-14T15:00:00+02:00",
            end="2026-05-14T15:45:00+02:00",
            where="Room 4.12, Harbour House",
            link="https://meet.example.org/shore-power",
            organiser="Port Authority",
            attendees=(
                Attendee("Ingrid Solheim", "Chief Executive", "ING-grid SOOL-hime"),
                Attendee("Tomás Ferreira", "Energy"),
                Attendee("Δήμητρα Παππά", "Union of Seafarers", "DHEE-mee-tra pa-PA"),
                Attendee("Ольга Литвиненко", "Grid operator"),
            ),
            agenda=("Guarantee", "Forecast"),
        ),
        bottom_line=(
            extract("S1", FOUR_BERTHS, also=(also("S3", SAME),), told_by=2, days=monday),
            extract("S1", COST),
        ),
        stories=(
            Story(
                "Varnholm harbour to get shore power by 2029",
                "S1",
                "Guarantee",
                "en",
                ("S1", "S3"),
                (
                    extract("S1", RULE),
                    extract("S1", FINES),
                    extract("S1", PLACE, before=extract("S1", ORDER)),
                    extract("S3", UNION_VIEW),
                    extract("S1", HEARING),
                ),
            ),
            Story(
                "Grid operator doubts the harbour’s demand forecast",
                "S2",
                "Forecast",
                "en",
                ("S2",),
                (extract("S2", DEMAND), extract("S2", OFFER, told_by=2)),
            ),
        ),
        positions=(
            Statement(
                "Ingrid Solheim",
                "the authority’s chief executive",
                "direct",
                "attributed",
                "said",
                extract("S1", QUOTE),
            ),
            Statement(
                "Δήμητρα Παππά", "secretary", "direct", "attributed", "said", extract("S3", SLEEP)
            ),
            Statement(None, None, "direct", "unattributed", "asked", extract("S1", LETTER)),
        ),
        people=(
            Person(
                "Ingrid Solheim", "the authority’s chief executive", 4, True, extract("S1", QUOTE)
            ),
            Person("Δήμητρα Παππά", "its secretary", 1, True, extract("S3", SLEEP)),
            Person("Ольга Литвиненко", "its planning chief", 1, True, extract("S2", DEMAND)),
            Person("Ada Lindqvist", None, 1, False, extract("S1", HEARING)),
        ),
        timeline=(
            Event("2026-03-01", "month", "in March", extract("S1", HEARING)),
            Event("2026-04-02", "day", "2 April", extract("S1", LETTER)),
            Event("2026-09-01", "month", "before September", extract("S1", ORDER)),
            Event("2030-01-01", "day", "1 January 2030", extract("S1", RULE)),
            Event("2032-01-01", "year", "by 2032", extract("S2", PAPER)),
        ),
        figures=(
            Figure("38 million", "euros", extract("S1", COST)),
            Figure("240", "people", extract("S1", HEARING)),
            Figure("17.9 million", "euros", extract("S2", TWO_BERTHS)),
        ),
        charts=(
            Chart(
                "days",
                "works",
                None,
                (
                    bar(
                        None,
                        "26200000",
                        "26.2 million euros",
                        extract("S2", OFFER),
                        date="2026-04-20",
                    ),
                    bar(
                        None, "38000000", "38 million euros", extract("S1", COST), date="2026-05-12"
                    ),
                ),
            ),
            Chart(
                "sentence",
                None,
                "members",
                (
                    bar("Varnholm", "1200", "1,200", extract("S3", MEMBERS)),
                    bar("Ostholm", "800", "800", extract("S3", MEMBERS)),
                    bar("Lund", "300", "300", extract("S3", MEMBERS)),
                ),
            ),
        ),
        differences=(
            Difference("What four berths cost", (extract("S3", SAME), extract("S2", OFFER))),
            Difference("Demand a year", (extract("S2", DEMAND), extract("S2", PAPER))),
        ),
        gaps=(
            Gap("unread", "S5 could not be read: behind a paywall."),
            Gap("unknown", "Said to be unknown:", extract("S2", SILENT)),
            Gap("silent", "Nothing on “budget of the state”."),
        ),
        sources=(
            entry(
                "S1",
                "Varnholm harbour to get shore power by 2029",
                outlet="Varnholm Post",
                author="Ada Lindqvist",
                published="2026-05-12",
                url="https://post.example.org/2026/05/12/shore-power",
                extracts=9,
            ),
            entry(
                "S2",
                "Grid operator doubts the harbour’s demand forecast",
                outlet="Energy Daily",
                published="2026-04-20",
                extracts=4,
            ),
            entry("S3", "Seafarers back shore power, with a limit", outlet="Quayside", extracts=3),
            entry(
                "S4",
                "Harbour gets shore power",
                extracts=0,
                words=120,
                status="duplicate",
                reason="same text as S1",
            ),
            entry(
                "S5",
                "paywalled.html",
                extracts=0,
                words=0,
                status="unread",
                reason="behind a paywall",
            ),
        ),
        statement="Drawn from 3 of 5 items supplied, published 20 April–12 May 2026, from 3 outlets. "
        "Extracts are verbatim and machine-selected; no one has assessed their reliability.",
        left_out=LeftOut(points=2),
        texts=TEXTS,
    )


def small() -> Brief:
    """One source, one point: nothing that a person could have given."""
    only = (Story(None, None, None, "en", ("S2",), (extract("S2", OFFER),)),)
    return dataclasses.replace(
        rich(),
        for_=None,
        from_=None,
        marking=None,
        reference=None,
        purpose=None,
        objectives=(),
        points_to_make=(),
        comment=None,
        focus=(),
        meeting=None,
        bottom_line=(extract("S2", DEMAND),),
        stories=only,
        positions=(),
        people=(),
        timeline=(),
        figures=(),
        charts=(),
        differences=(),
        gaps=(),
        sources=(entry("S2", "Grid operator doubts the harbour’s demand forecast"),),
        texts=(TEXTS[1],),
    )
