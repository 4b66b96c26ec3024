"""What a template sees beside the brief itself: all that is printed, in the order of print."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model import Brief
from briefgen.render.annex import AnnexSource, annex
from briefgen.render.charts import ChartView, charts_of
from briefgen.render.citing import Citer, Quote
from briefgen.render.labels import Labels, labels_for
from briefgen.render.listing import SourceView, details_of, source_view
from briefgen.render.sections import (
    DifferenceView,
    FigureRow,
    GapView,
    PersonRow,
    Position,
    StoryView,
    differences_of,
    figures_of,
    gaps_of,
    people_of,
    positions_of,
    stories_of,
)
from briefgen.render.timeline import Row, timeline_of
from briefgen.render.titleblock import Fact, facts_of


@dataclass(frozen=True, slots=True)
class Page:
    """The brief's parts, ready to be filled into a template, in the order of print.

    `dated` tells whether citations bear their sources' days, `led` whether some sentence stands in
    grey before one that leans on it.
    """

    facts: tuple[Fact, ...]
    bottom_line: tuple[Quote, ...]
    stories: tuple[StoryView, ...]
    positions: tuple[Position, ...]
    differences: tuple[DifferenceView, ...]
    gaps: tuple[GapView, ...]
    timeline: tuple[Row, ...]
    people: tuple[PersonRow, ...]
    charts: tuple[ChartView, ...]
    figures: tuple[FigureRow, ...]
    sources: tuple[SourceView, ...]
    annex: tuple[AnnexSource, ...]
    dated: bool
    led: bool


def page_of(brief: Brief) -> tuple[Page, Labels]:
    """The brief as a template sees it, and the labels of its language, with an example of its own.

    In the order of print, for the annex leads back to where a sentence is printed first.
    """
    labels = labels_for(brief.language)
    citer = Citer(brief, labels)
    details = {entry.id: details_of(entry, labels) for entry in brief.sources}
    texts = {text.source: text for text in brief.texts}
    page = Page(
        facts=facts_of(brief, labels),
        bottom_line=citer.quotes(brief.bottom_line),
        stories=stories_of(brief, citer, labels),
        positions=positions_of(brief, citer),
        differences=differences_of(brief, citer),
        gaps=gaps_of(brief, citer),
        timeline=timeline_of(brief, citer, labels),
        people=people_of(brief, citer),
        charts=charts_of(brief, citer, labels),
        figures=figures_of(brief, citer),
        sources=tuple(
            source_view(entry, labels, details[entry.id], texts.get(entry.id))
            for entry in brief.sources
        ),
        annex=annex(brief, labels, citer.cited(), details),
        dated=bool(citer.days),
        led=any(extract.before for _, extract in brief.extracts()),
    )
    return page, {**labels, "legend_day": _legend_day(brief, citer, labels)}


def _legend_day(brief: Brief, citer: Citer, labels: Labels) -> str:
    """What a day beside a citation says, told by the first that the reader meets."""
    published = {entry.id for entry in brief.sources if entry.published}
    cited = (extract.source for _, extract in brief.extracts())
    first = next((source for source in cited if source in published), min(published, default=""))
    return str(labels["legend_day"]).format(citer.days.get(first, ""))
