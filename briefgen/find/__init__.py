"""Who said what, who is who, when, how much, and where the sources differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.find.charts import charts
from briefgen.find.differences import differences
from briefgen.find.figures import figures
from briefgen.find.gaps import gaps
from briefgen.find.people import people
from briefgen.find.scene import scene
from briefgen.find.statements import statements
from briefgen.find.timeline import timeline
from briefgen.model import Findings, Meeting, Source
from briefgen.text import punctuated


def find(sources: Sequence[Source], *, meeting: Meeting | None = None) -> Findings:
    """All that the finders find in the sources, unchosen, but in what nobody punctuated."""
    sources = tuple(replace(s, sentences=punctuated(s.sentences)) for s in sources)
    scenes = [ready for source in sources if (ready := scene(source))]
    return Findings(
        positions=tuple(statement for ready in scenes for statement in statements(ready)),
        people=people(scenes, meeting=meeting),
        timeline=timeline(sources, meeting),
        figures=figures(sources),
        charts=charts(sources),
        differences=differences(sources),
        gaps=gaps(sources),
    )
