"""Reads the drawing of a model out of its BPMN DI; the model need not be able to run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Final

from lxml import etree

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.diagram import Box, Diagram, Edge, Point, Shape
from engine.domain.text import one_line
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, read_xml

_DI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
_LINE: Final = "http://www.omg.org/spec/DD/20100524/DI"
_FARTHEST: Final = 100_000.0
"""What is drawn farther away than this is left out: no sheet would ever end."""
_LONGEST_NAME: Final = 300
_TRIGGER: Final = "EventDefinition"
_TELLING: Final = frozenset({"endEvent", "intermediateThrowEvent"})


def read_diagrams(bundle: Bundle) -> tuple[Diagram, ...]:
    """The sheets of the drawing; empty where nothing is drawn. Raises ModelRefused for what is no BPMN."""
    findings = Findings()
    root = read_xml(bundle, findings)
    if root is None:
        raise ModelRefused(findings.errors)
    known = {element.get("id") or "": element for element in root.iter(f"{{{BPMN}}}*") if element.get("id")}
    defaults = {element.get("default") for element in known.values()}
    sheets = []
    for plane in root.iter(f"{{{_DI}}}BPMNPlane"):
        shapes = list(_shapes(plane, known))
        edges = tuple(_edges(plane, known, defaults))
        if shapes:
            around_first = sorted(shapes, key=lambda shape: -shape.box.width * shape.box.height)
            about = known.get(plane.get("bpmnElement") or "")
            sheets.append(Diagram(name=_name(about), shapes=tuple(around_first), edges=edges))
    return tuple(sheets)


def _shapes(plane: etree._Element, known: Mapping[str, etree._Element]) -> Iterator[Shape]:
    for drawn in plane.iterchildren(f"{{{_DI}}}BPMNShape"):
        element, box = known.get(drawn.get("bpmnElement") or ""), _box(drawn)
        if element is None or box is None:
            continue
        kind = etree.QName(element).localname
        event = _event(element) if kind.endswith("Event") else ""
        yield Shape(
            id=element.get("id") or "",
            kind=kind,
            box=box,
            name=_name(element),
            label=_label(drawn),
            event=event,
            throws=kind in _TELLING,
            interrupting=element.get("cancelActivity") != "false"
            and element.get("isInterrupting") != "false",
            loop=_loop(element),
            expanded=drawn.get("isExpanded") != "false",
            upright=drawn.get("isHorizontal") == "false",
            by_event=element.get("triggeredByEvent") == "true",
        )


def _edges(
    plane: etree._Element, known: Mapping[str, etree._Element], defaults: set[str | None]
) -> Iterator[Edge]:
    for drawn in plane.iterchildren(f"{{{_DI}}}BPMNEdge"):
        element = known.get(drawn.get("bpmnElement") or "")
        points = tuple(_points(drawn))
        if element is None or len(points) < 2:  # noqa: PLR2004 - a line has two ends
            continue
        source = known.get(element.get("sourceRef") or "")
        from_gateway = source is not None and etree.QName(source).localname.endswith("Gateway")
        yield Edge(
            id=element.get("id") or "",
            kind=etree.QName(element).localname,
            points=points,
            name=_name(element),
            label=_label(drawn),
            default=element.get("id") in defaults,
            conditional=not from_gateway and element.find(f"{{{BPMN}}}conditionExpression") is not None,
        )


def _name(element: etree._Element | None) -> str:
    if element is None:
        return ""
    said = element.get("name") or element.findtext(f"{{{BPMN}}}text") or ""
    return one_line(said)[:_LONGEST_NAME]


def _event(element: etree._Element) -> str:
    about = [
        etree.QName(child).localname.removesuffix(_TRIGGER)
        for child in element.iterchildren(f"{{{BPMN}}}*")
        if etree.QName(child).localname.endswith(_TRIGGER)
    ]
    return about[0] if len(about) == 1 else "multiple" if about else ""


def _loop(element: etree._Element) -> str:
    several = element.find(f"{{{BPMN}}}multiInstanceLoopCharacteristics")
    if several is not None:
        return "sequential" if several.get("isSequential") == "true" else "parallel"
    return "loop" if element.find(f"{{{BPMN}}}standardLoopCharacteristics") is not None else ""


def _label(drawn: etree._Element) -> Box | None:
    label = drawn.find(f"{{{_DI}}}BPMNLabel")
    return None if label is None else _box(label)


def _box(element: etree._Element) -> Box | None:
    bounds = element.find(f"{{{_DC}}}Bounds")
    if bounds is None:
        return None
    read = [_number(bounds.get(name)) for name in ("x", "y", "width", "height")]
    x, y, width, height = (value if value is not None else -1.0 for value in read)
    if None in read or width < 0 or height < 0:
        return None
    return Box(x=x, y=y, width=width, height=height)


def _points(drawn: etree._Element) -> Iterator[Point]:
    for point in drawn.iterchildren(f"{{{_LINE}}}waypoint"):
        x, y = _number(point.get("x")), _number(point.get("y"))
        if x is not None and y is not None:
            yield x, y


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if isfinite(value) and abs(value) <= _FARTHEST else None
