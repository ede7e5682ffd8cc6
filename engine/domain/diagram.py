"""A drawing as it stands on paper: shapes and edges with their places, apart from any file format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; x grows to the right, y downwards, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, margin: float) -> Box:
        """The same with a margin on all sides."""
        return Box(
            x=self.x - margin,
            y=self.y - margin,
            width=self.width + 2 * margin,
            height=self.height + 2 * margin,
        )

    def meets(self, other: Box) -> bool:
        """Whether the two have a part in common."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One element with a place of its own."""

    id: str
    kind: str
    """As BPMN calls it: userTask, exclusiveGateway, lane …"""
    box: Box
    name: str = ""
    label: Box | None = None
    """Where its name stands, where that is beside it."""
    event: str = ""
    """What an event is about: timer, message …; "multiple" where it is about several."""
    throws: bool = False
    """Whether an event tells instead of waiting."""
    interrupting: bool = True
    loop: str = ""
    """"parallel", "sequential", "loop" or nothing."""
    expanded: bool = True
    """Whether a sub-process shows what is inside."""
    upright: bool = False
    """Whether a pool or lane runs from top to bottom."""
    by_event: bool = False
    """Whether a sub-process is begun by an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two shapes."""

    id: str
    kind: str
    """sequenceFlow, messageFlow, association, …"""
    points: tuple[Point, ...]
    name: str = ""
    label: Box | None = None
    default: bool = False
    conditional: bool = False
    """Whether a condition stands at a flow that leaves no gateway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """One sheet of a drawing."""

    name: str = ""
    shapes: tuple[Shape, ...] = ()
    """What lies around others comes before them."""
    edges: tuple[Edge, ...] = ()

    @property
    def bounds(self) -> Box:
        """What all of it takes up, with names that stand beside their shapes."""
        return around([*_boxes(self.shapes, self.edges), *(() if self.shapes else (_NOTHING,))])


_NOTHING = Box(x=0, y=0, width=100, height=40)
_BELOW_EVENT = 30
"""Room for a name that no box is given for."""
OUTSIDE_NAMED = frozenset(
    {
        "startEvent",
        "endEvent",
        "boundaryEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway",
        "dataObjectReference",
        "dataStoreReference",
    }
)
"""Kinds whose names stand beside their shapes."""


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box about these; raises ValueError for none."""
    kept = list(boxes)
    left, top = min(box.x for box in kept), min(box.y for box in kept)
    right, bottom = max(box.right for box in kept), max(box.bottom for box in kept)
    return Box(x=left, y=top, width=right - left, height=bottom - top)


def _boxes(shapes: Iterable[Shape], edges: Iterable[Edge]) -> Iterable[Box]:
    for shape in shapes:
        yield shape.box
        if shape.label is not None and shape.name:
            yield shape.label
        elif shape.name and shape.kind in OUTSIDE_NAMED:
            middle, _y = shape.box.centre
            yield Box(x=middle - 45, y=shape.box.bottom, width=90, height=_BELOW_EVENT)
    for edge in edges:
        for x, y in edge.points:
            yield Box(x=x, y=y, width=0, height=0)
        if edge.label is not None and edge.name:
            yield edge.label
