"""Every drawing that ships prints whole on one sheet of A4 across, and nothing lies on anything else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import bpmn
from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.diagram import Box, Diagram, Edge, Point, Shape
from engine.runtime.diagram_reading import read_diagrams
from qms.procedure_prints.paper_sheets import paper_sheets

SHIPPED = Path(bpmn.__file__).parent
DRAWINGS = sorted(SHIPPED.glob("*/*/*.bpmn"))
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SCOPES = frozenset({"participant", "lane", "subProcess"})

pytestmark = pytest.mark.parametrize(
    "path", DRAWINGS, ids=lambda path: str(path.relative_to(SHIPPED)).removesuffix(".bpmn")
)


@cache
def read(path: Path) -> tuple[Diagram, ET.Element]:
    content = path.read_bytes()
    (diagram,) = read_diagrams(Bundle(files={MODEL_FILE: content}))
    return diagram, ET.fromstring(content)  # noqa: S314 - a file of this repository


def lanes_of(root: ET.Element) -> dict[str, str]:
    """The lane of each element that lies in one."""
    return {
        reference.text or "": lane.attrib["id"]
        for lane in root.iter(f"{BPMN}lane")
        for reference in lane.iter(f"{BPMN}flowNodeRef")
    }


def hosts_of(root: ET.Element) -> dict[str, str]:
    """What each event on a border sits on."""
    return {event.attrib["id"]: event.attrib["attachedToRef"] for event in root.iter(f"{BPMN}boundaryEvent")}


def ends_of(root: ET.Element) -> dict[str, set[str]]:
    return {
        flow.attrib["id"]: {flow.attrib["sourceRef"], flow.attrib["targetRef"]}
        for flow in root.iter(f"{BPMN}sequenceFlow")
    }


def placed(diagram: Diagram) -> list[Shape]:
    """Steps, events and gateways; a sub-process that shows what is inside lies around them."""
    return [each for each in diagram.shapes if each.kind not in SCOPES]


def page(diagram: Diagram) -> Box:
    (pool,) = (each.box for each in diagram.shapes if each.kind == "participant")
    return pool


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def labels(diagram: Diagram) -> list[tuple[str, Box]]:
    """Names that stand beside their shapes and lines."""
    named: list[Shape | Edge] = [*diagram.shapes, *diagram.edges]
    return [(each.name, each.label) for each in named if each.label is not None and each.name]


def pieces(points: tuple[Point, ...]) -> Iterator[Box]:
    """A line piece by piece, each with the breadth of a hair."""
    for (x1, y1), (x2, y2) in pairwise(points):
        yield Box(x=min(x1, x2), y=min(y1, y2), width=abs(x2 - x1) + 0.1, height=abs(y2 - y1) + 0.1)


def test_a_drawing_prints_whole_on_one_sheet(path: Path) -> None:
    diagram, _ = read(path)
    assert len(paper_sheets([diagram])) == 1, diagram.bounds


def test_each_shape_lies_in_its_lane(path: Path) -> None:
    diagram, root = read(path)
    boxes = {each.id: each.box for each in diagram.shapes}
    lanes, around = lanes_of(root), {each.id for each in diagram.shapes if each.kind == "subProcess"}
    assert not [
        name
        for name, lane in lanes.items()
        if name in boxes and name not in around | set(hosts_of(root)) and not holds(boxes[lane], boxes[name])
    ]


def test_no_two_shapes_overlap(path: Path) -> None:
    diagram, root = read(path)
    hosts = hosts_of(root)
    assert not [
        (one.id, other.id)
        for one, other in combinations(placed(diagram), 2)
        if one.box.meets(other.box) and hosts.get(one.id) != other.id and hosts.get(other.id) != one.id
    ]


def test_no_label_leaves_the_page_or_lies_on_a_shape_a_label_or_a_line(path: Path) -> None:
    diagram, _ = read(path)
    written = labels(diagram)
    assert not [name for name, label in written if not holds(page(diagram), label)]
    assert not [
        (name, each.id) for name, label in written for each in placed(diagram) if label.meets(each.box)
    ]
    assert not [(one, other) for (one, box), (other, its) in combinations(written, 2) if box.meets(its)]
    assert not [
        (name, edge.id)
        for name, label in written
        for edge in diagram.edges
        if any(label.meets(piece) for piece in pieces(edge.points))
    ]


def test_lines_are_square_and_cross_no_shape_that_is_not_theirs(path: Path) -> None:
    diagram, root = read(path)
    ends, hosts = ends_of(root), hosts_of(root)
    for edge in diagram.edges:
        assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(edge.points)), edge.id
        theirs = ends[edge.id] | {host for event, host in hosts.items() if event in ends[edge.id]}
        assert not [
            (edge.id, each.id)
            for each in placed(diagram)
            if each.id not in theirs and any(each.box.meets(piece) for piece in pieces(edge.points))
        ]


def test_no_line_crosses_a_sub_process_in_which_it_neither_begins_nor_ends(path: Path) -> None:
    diagram, root = read(path)
    ends, hosts = ends_of(root), hosts_of(root)
    for scope in (each for each in diagram.shapes if each.kind == "subProcess"):
        within = {each.id for each in diagram.shapes if holds(scope.box, each.box)}
        within |= {event for event, host in hosts.items() if host in within}
        assert not [
            edge.id
            for edge in diagram.edges
            if not ends[edge.id] & within and any(scope.box.meets(piece) for piece in pieces(edge.points))
        ]
