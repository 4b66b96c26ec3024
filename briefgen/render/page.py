"""The brief filled into its template, as HTML for paper or screen, and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from briefgen.model import Brief
from briefgen.render.child import bounded, limits_for
from briefgen.render.labels import Labels
from briefgen.render.templates import fill, inlined, style, user_folder
from briefgen.render.titleblock import Fact
from briefgen.render.typography import balanced, settled
from briefgen.render.view import page_of

#: How much of the title runs at the head of the pages.
RUNNING = 44
#: How wide a line of a heading is on a paper, in ems of its type: the style sheets' own numbers.
MEASURES = {
    "h1": {"a4": 22.6, "letter": 22.6, "phone": 12.5},
    "h3": {"a4": 44.0, "letter": 44.0, "phone": 19.0},
}


def page_html(
    brief: Brief, *, template: str | None, paper: str, paged: bool, whole: bool = True
) -> str:
    """The page as HTML: for paper, or, not `paged`, for a screen and standing alone.

    Not `whole` leaves out sources and annex.
    """
    page, label = page_of(brief)
    columns = 1 if paper == "phone" else 2
    values = {
        "brief": brief,
        "page": page,
        "label": label,
        "facts": tuple(_rows(page.facts, columns)),
        "columns": columns,
        "wide_sides": 1 if paper == "phone" else 3,
        "furniture": _furniture(brief.title, label),
        "narrowed": partial(_narrowed, paper=paper),
        "paged": paged,
        "whole": whole,
        "style": "" if paged else _inline_style(template),
    }
    html = fill(template, "brief.html", values)
    return html if paged else inlined(html, template)


def screen_page(brief: Brief, *, template: str | None) -> str:
    """The page for a screen, standing alone."""
    return _bounded(
        partial(page_html, brief, template=template, paper="a4", paged=False), brief, template
    )


def markdown_page(brief: Brief, *, template: str | None) -> str:
    """The page as Markdown, in the same order and with the same citations."""
    return _bounded(partial(_markdown, brief, template=template), brief, template)


def _bounded(make: Callable[[], str], brief: Brief, template: str | None) -> str:
    """Made here with a shipped template; somebody's own may run wild and is kept in a child."""
    if user_folder(template) is None:
        return make()
    size = sum(len(text.text) for text in brief.texts)
    return bounded(make, limits_for(size), doing="the page")


def _markdown(brief: Brief, *, template: str | None) -> str:
    page, label = page_of(brief)
    return settled(fill(template, "brief.md", {"brief": brief, "page": page, "label": label}))


def _inline_style(template: str | None) -> object:
    from markupsafe import Markup

    text = "\n".join(style(template, name) for name in ("brief.css", "screen.css"))
    return Markup(text.replace("</", "<\\/"))  # noqa: S704  # it cannot leave the style element


def _furniture(title: str, label: Labels) -> dict[str, str]:
    """The words of running heads and feet."""
    before, between = str(label["page"]).split("{}")[:2]
    running = title
    if len(title) > RUNNING:
        running = title[:RUNNING].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
    return {"page": before, "of": between, "title": running, "h1": _bound(title)}


def _narrowed(text: str, kind: str, *, paper: str) -> str:
    """The style that gives a heading's lines the same length; none where it is one line."""
    width = balanced(text, MEASURES[kind][paper])
    return "" if width is None else f"max-width: {width:.1f}em"


def _bound(title: str) -> str:
    """A title whose last two words stay together, so that no word ends it alone."""
    words = title.split(" ")
    if len(words) < 4 or len(words[-1]) + len(words[-2]) > 24:
        return title
    return " ".join(words[:-2]) + f" {words[-2]}\u00a0{words[-1]}"


def _rows(facts: Sequence[Fact], columns: int) -> Iterator[tuple[Fact, ...]]:
    """The title block's rows: narrow facts in pairs, a wide one by itself, in their order."""
    waiting: list[Fact] = []
    for fact in facts:
        if fact.wide or columns == 1:
            if waiting:
                yield tuple(waiting)
                waiting = []
            yield (fact,)
            continue
        waiting.append(fact)
        if len(waiting) == columns:
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)
