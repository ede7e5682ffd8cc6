"""Splits a drawing over sheets of paper, so that its letters stay readable and no step is cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from engine.domain.diagram import OUTSIDE_NAMED, Box, Diagram, Edge, Shape, around

MARGIN: Final = 10.0
STRIP: Final = 30.0
"""The strip with the name of a pool or a lane, which is drawn again on every sheet."""
_NAMEABLE: Final = 40.0
"""A piece of a lane lower than this has no room for its name."""
_BESIDE: Final = 150.0
"""How far from its shape or line a name may stand."""
_AREAS: Final = frozenset({"participant", "lane", "group", "subProcess", "transaction", "adHocSubProcess"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingSheet:
    """What one sheet shows: a part of the drawing, and the names of the lanes that it runs through."""

    diagram: Diagram
    """With the pools and lanes as this sheet has them."""
    window: Box
    content_from: float
    """The x from which steps and lines are shown; left of it stand the names of lanes alone."""


def sheets_of(diagram: Diagram, width: float, height: float) -> tuple[DrawingSheet, ...]:
    """The sheets from left to right, then down; `width` and `height` in the units of the drawing."""
    whole = diagram.bounds.grown(MARGIN)
    solid = [_with_name(shape) for shape in diagram.shapes if shape.kind not in _AREAS]
    solid += [edge.label for edge in diagram.edges if edge.label is not None and edge.name]
    columns = _cuts(whole.x, whole.right, width, [(box.x, box.right) for box in solid], _lead(diagram))
    rows = _cuts(whole.y, whole.bottom, height, [(box.y, box.bottom) for box in solid], 0)
    sheets = []
    for top, bottom in rows:
        for number, (left, right) in enumerate(columns):
            window = Box(x=left, y=top, width=right - left, height=bottom - top)
            sheets.append(_sheet(diagram, window, first=number == 0))
    return tuple(sheet for sheet in sheets if _shows_something(sheet, solid)) or tuple(sheets[:1])


def _with_name(shape: Shape) -> Box:
    """A shape with the name beside it, as far as that is not wider than the paper could hold."""
    if shape.label is None or shape.kind not in OUTSIDE_NAMED or not shape.name:
        return shape.box.grown(4)
    left, right = min(shape.box.x, shape.label.x), max(shape.box.right, shape.label.right)
    top, bottom = min(shape.box.y, shape.label.y), max(shape.box.bottom, shape.label.bottom)
    return Box(x=left, y=top, width=right - left, height=bottom - top).grown(4)


def _lead(diagram: Diagram) -> float:
    """How much room the names of pools and lanes take on the sheets after the first."""
    depth = max((_depth(shape, diagram.shapes) for shape in _lanes(diagram)), default=0)
    return depth * STRIP


def _lanes(diagram: Diagram) -> list[Shape]:
    return [shape for shape in diagram.shapes if shape.kind in {"participant", "lane"} and not shape.upright]


def _depth(shape: Shape, shapes: Sequence[Shape]) -> int:
    """1 for a pool, 2 for a lane in it, and so on."""
    return sum(one.kind in {"participant", "lane"} and _holds(one.box, shape.box) for one in shapes)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _cuts(
    start: float, end: float, most: float, taken: Sequence[tuple[float, float]], lead: float
) -> list[tuple[float, float]]:
    """Pieces no longer than `most`, cut where nothing is taken; later ones give up `lead` of it."""
    pieces: list[tuple[float, float]] = []
    at = start
    while end - at > (room := most if not pieces else max(most - lead, most / 2)):
        cut = _free(at + room, at + room / 2, taken)
        pieces.append((at, cut))
        at = cut
    return [*pieces, (at, end)]


def _free(latest: float, earliest: float, taken: Sequence[tuple[float, float]]) -> float:
    """The last place from `latest` back to `earliest` that cuts nothing; `latest` where there is none."""
    place = latest
    while place > earliest:
        crossing = [low for low, high in taken if low < place < high]
        if not crossing:
            return place
        place = min(crossing)
    return latest


def _sheet(diagram: Diagram, window: Box, *, first: bool) -> DrawingSheet:
    lead = 0.0 if first else _lead(diagram)
    wider = Box(x=window.x - lead, y=window.y, width=window.width + lead, height=window.height)
    near = window.grown(_BESIDE)
    shapes = tuple(
        _lane_here(shape, diagram, window, wider.x) for shape in diagram.shapes if shape.box.meets(near)
    )
    edges = tuple(edge for edge in diagram.edges if _reach(edge).meets(near))
    shown = Diagram(name=diagram.name, shapes=shapes, edges=edges)
    return DrawingSheet(diagram=shown, window=wider, content_from=window.x)


def _reach(edge: Edge) -> Box:
    """All that a line passes; a straight one has a breadth too."""
    return around([Box(x=x, y=y, width=1, height=1) for x, y in edge.points])


def _lane_here(shape: Shape, diagram: Diagram, window: Box, left: float) -> Shape:
    """A pool or lane as far as this sheet shows it: one that began before begins again at the left."""
    if shape.kind not in {"participant", "lane"} or shape.upright or not shape.box.meets(window):
        return shape
    began = shape.box.x < window.x and left < window.x
    x = left + (_depth(shape, diagram.shapes) - 1) * STRIP if began else shape.box.x
    top, bottom = max(shape.box.y, window.y), min(shape.box.bottom, window.bottom)
    cut_short = bottom - top < min(shape.box.height, _NAMEABLE)
    box = Box(x=x, y=top, width=shape.box.right - x, height=bottom - top)
    return replace(shape, box=box, name="" if cut_short else shape.name)


def _shows_something(sheet: DrawingSheet, solid: Sequence[Box]) -> bool:
    return any(box.meets(sheet.window) for box in solid)
