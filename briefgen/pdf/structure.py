"""The structure tree: which text belongs together, and in which order it is read (14.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_INLINE = {"/Span", "/NonStruct", "/Link", "/Quote", "/Reference", "/Code", "/Em", "/Strong"}
_INLINE |= {"/Annot", "/Form", "/Private"}
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """Marked content in the tree: the page's key, the content's number, where a click leads."""

    page: Any
    mark: int
    target: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A block element begins or ends here."""

    tag: str


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element hands down to its kids."""

    page: Any
    target: str | None
    tag: str


def walk(root: Any, name_of: Callable[[Any], str | None]) -> Iterator[Leaf | Edge]:
    """The leaves of the structure tree in reading order, between the edges of blocks.

    `name_of` tells where a link annotation leads. No element is visited twice, so a tree with a
    circle in it ends as well.
    """
    top = _Place(None, None, "")
    todo: list[tuple[Any, _Place] | Edge] = [(root.get("/K"), top)]
    seen: set[Any] = set()
    for _ in range(_MOST):
        if not todo:
            return
        item = todo.pop()
        if isinstance(item, Edge):
            yield item
        else:
            yield from _visit(item[0], item[1], todo, seen, name_of)
    raise ValueError("the structure tree is too big")


def _visit(
    node: Any,
    place: _Place,
    todo: list[tuple[Any, _Place] | Edge],
    seen: set[Any],
    name_of: Callable[[Any], str | None],
) -> Iterator[Leaf | Edge]:
    import pikepdf

    if isinstance(node, int):
        yield Leaf(place.page, node, place.target)
    elif isinstance(node, pikepdf.Array):
        if _new(node, seen):
            todo.extend((kid, place) for kid in reversed(list(node)))
    elif isinstance(node, pikepdf.Dictionary) and _new(node, seen):
        yield from _element(node, place, todo, name_of)


def _element(
    node: Any,
    place: _Place,
    todo: list[tuple[Any, _Place] | Edge],
    name_of: Callable[[Any], str | None],
) -> Iterator[Leaf | Edge]:
    page = node["/Pg"].objgen if "/Pg" in node else place.page
    if "/MCID" in node:
        yield Leaf(page, int(node["/MCID"]), place.target)
        return
    tag = str(node.get("/S", ""))
    if not tag:
        return
    target = (_target(node, name_of) or place.target) if tag == "/Link" else place.target
    if tag in _INLINE:
        todo.append((node.get("/K"), _Place(page, target, place.tag)))
        return
    yield Edge(tag[1:])
    todo.append(Edge(place.tag))
    todo.append((node.get("/K"), _Place(page, target, tag[1:])))


def _new(node: Any, seen: set[Any]) -> bool:
    """Is this object met for the first time? Direct ones belong to the one that holds them."""
    if not node.is_indirect:
        return True
    fresh = node.objgen not in seen
    seen.add(node.objgen)
    return fresh


def _target(link: Any, name_of: Callable[[Any], str | None]) -> str | None:
    """Where the annotation that a Link element refers to leads."""
    import pikepdf

    kids = link.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
            return name_of(kid["/Obj"])
    return None
