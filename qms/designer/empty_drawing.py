"""A drawing to begin with: a pool, a lane for each role chosen and one step in each, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as ET

from qms.organisation.roles import ROLE_NAMES, Role

_SPACES: Final = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "gov": "urn:vn:gov:bpmn:1",
}
_LEFT, _TOP, _LANE, _COLUMN = 160, 80, 140, 160
_POOL_TITLE: Final = 30
Box = tuple[int, int, int, int]


def empty_drawing(key: str, name: str, roles: Sequence[Role]) -> bytes:
    """A process that runs from the start through one step of each role to the end."""
    for prefix, space in _SPACES.items():
        ET.register_namespace(prefix, space)
    return _Drawing(key, name, tuple(dict.fromkeys(roles)) or (Role.OFFICER,)).written()


class _Drawing:
    """The elements of a small drawing with their places."""

    def __init__(self, key: str, name: str, roles: Sequence[Role]) -> None:
        self._key, self._roles = key, roles
        self._root = ET.Element(
            _tag("bpmn:definitions"), {"id": f"Definitions_{key}", "targetNamespace": "urn:vn:gov:qms"}
        )
        pool = _add(self._root, "bpmn:collaboration", id=f"Collaboration_{key}")
        _add(pool, "bpmn:participant", id=f"Pool_{key}", name=name, processRef=key)
        self._process = _add(self._root, "bpmn:process", id=key, name=name, isExecutable="true")
        diagram = _add(self._root, "bpmndi:BPMNDiagram", id=f"Diagram_{key}")
        self._plane = _add(diagram, "bpmndi:BPMNPlane", id=f"Plane_{key}", bpmnElement=f"Collaboration_{key}")

    def written(self) -> bytes:
        """The whole as a file."""
        steps = [f"Buoc{number}" for number in range(1, len(self._roles) + 1)]
        self._lanes(steps)
        self._nodes(["BatDau", *steps, "KetThuc"])
        ET.indent(self._root)
        written: bytes = ET.tostring(self._root, encoding="UTF-8", xml_declaration=True)
        return written

    def _lanes(self, steps: Sequence[str]) -> None:
        width = _POOL_TITLE + _COLUMN * (len(steps) + 2)
        self._shape(f"Pool_{self._key}", (_LEFT, _TOP, width, _LANE * len(steps)), horizontal=True)
        lanes = _add(self._process, "bpmn:laneSet", id=f"Lanes_{self._key}")
        for place, (role, step) in enumerate(zip(self._roles, steps, strict=True)):
            lane = _add(lanes, "bpmn:lane", id=f"Lane_{role.value}", name=ROLE_NAMES[role][0])
            _add(_add(lane, "bpmn:extensionElements"), "gov:assignment", role=role.value)
            inside = [
                *(["BatDau"] if place == 0 else []),
                step,
                *(["KetThuc"] if place == len(steps) - 1 else []),
            ]
            for node in inside:
                _add(lane, "bpmn:flowNodeRef").text = node
            box = (_LEFT + _POOL_TITLE, _TOP + _LANE * place, width - _POOL_TITLE, _LANE)
            self._shape(f"Lane_{role.value}", box, horizontal=True)

    def _nodes(self, nodes: Sequence[str]) -> None:
        last = len(nodes) - 1
        boxes = [self._box(place, last) for place in range(len(nodes))]
        for place, node in enumerate(nodes):
            kind, name = ("userTask", f"Bước {place}")
            if place in {0, last}:
                kind, name = ("startEvent", "Bắt đầu") if place == 0 else ("endEvent", "Kết thúc")
            drawn = _add(self._process, f"bpmn:{kind}", id=node, name=name)
            if place > 0:
                _add(drawn, "bpmn:incoming").text = f"Den{place}"
            if place < last:
                _add(drawn, "bpmn:outgoing").text = f"Den{place + 1}"
            self._shape(node, boxes[place])
        for place in range(1, len(nodes)):
            self._flow(f"Den{place}", nodes[place - 1], nodes[place], boxes[place - 1], boxes[place])

    def _box(self, place: int, last: int) -> Box:
        """Where a node stands: each step a column to the right, in its own lane."""
        lane = min(max(place - 1, 0), len(self._roles) - 1)
        middle = _TOP + _LANE * lane + _LANE // 2
        left = _LEFT + _POOL_TITLE + _COLUMN * place
        if place in {0, last}:
            return (left + 62, middle - 18, 36, 36)
        return (left + 30, middle - 40, 100, 80)

    def _flow(self, flow: str, source: str, target: str, start: Box, end: Box) -> None:
        _add(self._process, "bpmn:sequenceFlow", id=flow, sourceRef=source, targetRef=target)
        edge = _add(self._plane, "bpmndi:BPMNEdge", id=f"{flow}_di", bpmnElement=flow)
        first = (start[0] + start[2], start[1] + start[3] // 2)
        then = (end[0], end[1] + end[3] // 2)
        turn = (first[0] + then[0]) // 2
        points = [first, then] if first[1] == then[1] else [first, (turn, first[1]), (turn, then[1]), then]
        for x, y in points:
            _add(edge, "di:waypoint", x=str(x), y=str(y))

    def _shape(self, element: str, box: Box, *, horizontal: bool = False) -> None:
        shape = _add(self._plane, "bpmndi:BPMNShape", id=f"{element}_di", bpmnElement=element)
        if horizontal:
            shape.set("isHorizontal", "true")
        x, y, width, height = map(str, box)
        _add(shape, "dc:Bounds", x=x, y=y, width=width, height=height)


def _tag(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def _add(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _tag(tag), attributes)
