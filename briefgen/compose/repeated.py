"""No sentence of the bottom line, or of the point before, again, where only "it" leans on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.compose.spans import Spans
from briefgen.compose.stands import Stands
from briefgen.model import Brief, Extract, Person, Story, Summary


def unrepeated(brief: Brief, summary: Summary, people: Iterable[Person]) -> Brief:
    """The brief without points that would print the bottom line again to say what they lean on.

    But for the first, which is read right behind it, and what was asked for. Of two points that
    lean on one sentence the first alone is read behind it.
    """
    stands, above = Stands(summary, people), Spans(brief.bottom_line)
    last = brief.bottom_line[-1] if brief.bottom_line else None
    first = next((point for story in brief.stories for point in story.points), None)

    def repeats(point: Extract) -> bool:
        before = point.before
        if before is None or not above.touch(before) or stands.leans_on_names(point):
            return False
        follows = last is not None and (last.source, last.end) == (before.source, before.end)
        return not (follows and point is first)

    def kept(story: Story) -> Story:
        if story.agenda:
            return story
        ahead = (None, *(point.before for point in story.points))
        pairs = zip(ahead, story.points, strict=False)
        points = (p for before, p in pairs if not (repeats(p) or runs_on(before, p)))
        return replace(story, points=tuple(points))

    def runs_on(before: Extract | None, point: Extract) -> bool:
        return before is not None and before == point.before and not stands.leans_on_names(point)

    stories = tuple(map(kept, brief.stories))
    gone = sum(len(story.points) for story in brief.stories)
    gone -= sum(len(story.points) for story in stories)
    left_out = replace(brief.left_out, points=brief.left_out.points + gone)
    shown = tuple(story for story in stories if story.points or story.agenda)
    return replace(brief, stories=shown, left_out=left_out)
