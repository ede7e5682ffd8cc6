"""Drawings read from models: every element that has a place comes with its name and its kind."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import bpmn
from engine.domain.bundle import MODEL_FILE, Bundle, read_bundle
from engine.domain.definition import ModelRefused
from engine.domain.diagram import Diagram
from engine.domain.diagram_svg import svg_of
from engine.runtime.diagram_reading import read_diagrams

SHIPPED = sorted(path.parent for path in Path(bpmn.__file__).parent.glob("*/*/model.bpmn"))
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
SVG = "{http://www.w3.org/2000/svg}"


def read(folder: Path) -> Diagram:
    (diagram,) = read_diagrams(read_bundle(folder))
    return diagram


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_every_element_of_a_shipped_model_has_its_shape_and_its_text(folder: Path) -> None:
    source = ET.parse(folder / MODEL_FILE).getroot()  # noqa: S314 - our own file
    drawn = {
        each.get("bpmnElement") for kind in ("BPMNShape", "BPMNEdge") for each in source.iter(f"{DI}{kind}")
    }
    named = {each.get("id"): " ".join((each.get("name") or "").split()) for each in source.iter()}
    root = ET.fromstring(svg_of(read(folder)))  # noqa: S314 - written by ourselves
    groups = {each.get("data-element"): each for each in root.iter(f"{SVG}g") if each.get("data-element")}
    assert set(groups) == drawn
    words = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).replace(" ", "")
    for element in drawn:
        assert named.get(element, "").replace(" ", "") in words


def test_what_an_event_is_about_how_a_step_repeats_and_which_flow_is_the_default_are_read() -> None:
    diagram = read(Path(bpmn.__file__).parent / "qms" / "p06_cap_nhat_vbqppl")
    shapes = {shape.id: shape for shape in diagram.shapes}
    assert (shapes["HetHanPhoBien"].event, shapes["HetHanPhoBien"].interrupting) == ("timer", True)
    assert shapes["DocVaXacNhan"].loop == shapes["CapNhatThuTuc"].loop == "parallel"
    assert shapes["SangLoc"].kind == "userTask"
    assert any(edge.default for edge in diagram.edges)
    order = [shape.id for shape in diagram.shapes]
    assert order.index("CapNhatThuTuc") < order.index("DanhGiaTacDong")


NUMBERS = ("nan", "inf", "1e300", "", "mười")


@pytest.mark.parametrize("number", NUMBERS)
def test_places_that_are_no_places_are_left_out(number: str) -> None:
    drawing = (Path(bpmn.__file__).parent / "templates" / "trinh_ky" / MODEL_FILE).read_text(encoding="utf-8")
    broken = drawing.replace(' x="', f' x="{number}" y2="').encode()
    assert read_diagrams(Bundle(files={MODEL_FILE: broken})) == ()


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ModelRefused):
        read_diagrams(Bundle(files={MODEL_FILE: b"<html/>"}))
