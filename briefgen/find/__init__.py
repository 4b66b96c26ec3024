"""Who said what, who is who, when, how much, and where the sources differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.find.charts import charts
from briefgen.find.differences import differences
from briefgen.find.figures import figures
from briefgen.find.gaps import gaps
from briefgen.find.people import called, people
from briefgen.find.scene import Scene, scene
from briefgen.find.statements import statements
from briefgen.find.timeline import timeline
from briefgen.model import Findings, Meeting, Source, Statement
from briefgen.text import punctuated


def find(sources: Sequence[Source], *, meeting: Meeting | None = None) -> Findings:
    """All that the finders find in the sources, unchosen, but in what nobody punctuated."""
    sources = tuple(replace(s, sentences=punctuated(s.sentences)) for s in sources)
    scenes = [ready for source in sources if (ready := scene(source))]
    return Findings(
        positions=_statements(scenes),
        people=people(scenes, meeting=meeting),
        timeline=timeline(sources, meeting),
        figures=figures(sources),
        charts=charts(sources),
        differences=differences(sources),
        gaps=gaps(sources),
    )


def _statements(scenes: Sequence[Scene]) -> tuple[Statement, ...]:
    """The statements of all sources, one person under one name."""
    names = called(scenes)
    found = (statement for ready in scenes for statement in statements(ready))
    return tuple(replace(one, speaker=names.get(one.speaker or "", one.speaker)) for one in found)
