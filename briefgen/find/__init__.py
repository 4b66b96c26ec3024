"""Who said what, who is who, when, how much, and where the sources differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.find.charts import charts
from briefgen.find.differences import differences
from briefgen.find.figures import figures
from briefgen.find.gaps import gaps
from briefgen.find.lexicon import lexicon
from briefgen.find.people import called, people, sole
from briefgen.find.scene import Scene, scene
from briefgen.find.shortened import bare, spelled_out
from briefgen.find.statements import statements
from briefgen.find.timeline import timeline
from briefgen.find.tolls import overtaken
from briefgen.model import Findings, Meeting, Person, Source, Statement
from briefgen.text import punctuated


def find(sources: Sequence[Source], *, meeting: Meeting | None = None) -> Findings:
    """All that the finders find in the sources, unchosen, but in what nobody punctuated."""
    sources = tuple(replace(s, sentences=punctuated(s.sentences)) for s in sources)
    scenes = [ready for source in sources if (ready := scene(source))]
    known = people(scenes, meeting=meeting)
    return Findings(
        positions=_statements(scenes, known),
        people=known,
        timeline=timeline(sources, meeting),
        figures=figures(sources),
        charts=charts(sources),
        differences=differences(sources),
        gaps=gaps(sources),
        overtaken=tuple(overtaken(sources)),
        unsearched=tuple(s.id for s in sources if lexicon(s.language) is None),
    )


def _statements(scenes: Sequence[Scene], known: Sequence[Person]) -> tuple[Statement, ...]:
    """The statements of all sources, one person or body under one name."""
    names, bearers = called(scenes), sole(known)
    whole = spelled_out(ready.source for ready in scenes)
    found = (statement for ready in scenes for statement in statements(ready))
    spoken = ((one, names.get(one.speaker or "", one.speaker)) for one in found)
    return tuple(_under(one, whole.get(bare(name or ""), name), bearers) for one, name in spoken)


def _under(one: Statement, speaker: str | None, bearers: Mapping[str, Person]) -> Statement:
    """The statement under the whole name of who speaks, where one alone bears the surname."""
    if bearer := bearers.get(speaker or ""):
        return replace(one, speaker=bearer.name, role=one.role or bearer.role)
    return replace(one, speaker=speaker)
