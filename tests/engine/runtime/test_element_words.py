"""What is said of an element names it as people see it in the drawing, and points at what is drawn."""

from __future__ import annotations

from typing import Final

import pytest
from lxml import etree

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused, Severity
from engine.runtime.compiling import compile_models
from engine.runtime.element_words import ElementWords, drawn_bearer

_MODEL: Final = """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 targetNamespace="t">
<bpmn:process id="P" name="Quy trình" isExecutable="false">
<bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Thẩm định"/><bpmn:exclusiveGateway id="g"/>
<bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition id="c1"><bpmn:timeDuration id="c2"/>
</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:boundaryEvent id="b" attachedToRef="a"/><bpmn:endEvent id="e"/><bpmn:task id="alone"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
<bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
<bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="c"/>
<bpmn:sequenceFlow id="f4" sourceRef="c" targetRef="e"/>
<bpmn:sequenceFlow id="f5" name="Không" sourceRef="g" targetRef="e"><bpmn:conditionExpression id="f5c"/>
</bpmn:sequenceFlow><bpmn:sequenceFlow id="lost" sourceRef="g" targetRef="nowhere"/>
</bpmn:process></bpmn:definitions>"""


def _element(root: etree._Element, own: str) -> etree._Element:
    return next(each for each in root.iter() if each.get("id") == own)


@pytest.mark.parametrize(
    ("own", "called"),
    [
        ("s", "sự kiện bắt đầu trước “Thẩm định”"),
        ("g", "cổng rẽ nhánh sau “Thẩm định”"),
        ("b", "sự kiện biên của “Thẩm định”"),
        ("c", "sự kiện chờ “c”"),
        ("alone", "bước “alone”"),
        ("f2", "đường nối “Thẩm định” → cổng rẽ nhánh"),
        ("f3", "đường nối cổng rẽ nhánh sau “Thẩm định” → sự kiện chờ"),
        ("f5", "“Không” (cổng rẽ nhánh sau “Thẩm định” → sự kiện kết thúc)"),
        ("lost", None),
    ],
)
def test_what_has_no_name_is_told_by_its_kind_and_by_what_stands_beside_it(
    own: str, called: str | None
) -> None:
    root = etree.fromstring(_MODEL)
    found = ElementWords(root).of(_element(root, own))
    assert (found[0] if found else None) == called


@pytest.mark.parametrize(("own", "bearer"), [("c2", "c"), ("c1", "c"), ("f5c", "f5"), ("a", "a")])
def test_a_part_of_an_element_is_pointed_at_as_the_element(own: str, bearer: str) -> None:
    assert drawn_bearer(_element(etree.fromstring(_MODEL), own)).get("id") == bearer


def test_a_refused_drawing_still_tells_what_was_rewritten_and_what_deserves_a_look() -> None:
    with pytest.raises(ModelRefused) as refused:
        compile_models(Bundle(files={"model.bpmn": _MODEL.encode()}))
    assert all(each.severity is Severity.ERROR for each in refused.value.findings)
    told = {each.rule: each.message_vi for each in refused.value.aside}
    assert "not-executable-is-run" in told
    assert {each.severity for each in refused.value.aside} == {Severity.WARNING, Severity.INFO}
