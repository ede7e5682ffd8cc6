"""Where things stand in the diagram: the order in which people read it."""

from __future__ import annotations

from typing import Final

from lxml import etree

_DI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC: Final = "http://www.omg.org/spec/DD/20100524/DC"


def drawing_order(root: etree._Element, element_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids from left to right, then top to bottom; what is not in the diagram comes last."""
    places = {
        shape.get("bpmnElement"): place
        for shape in root.iter(f"{{{_DI}}}BPMNShape")
        if (place := _place(shape)) is not None
    }
    last = (float("inf"), float("inf"))
    return tuple(sorted(element_ids, key=lambda element_id: places.get(element_id, last)))


def _place(shape: etree._Element) -> tuple[float, float] | None:
    bounds = shape.find(f"{{{_DC}}}Bounds")
    if bounds is None:
        return None
    try:
        return float(bounds.get("x", "")), float(bounds.get("y", ""))
    except ValueError:
        return None
