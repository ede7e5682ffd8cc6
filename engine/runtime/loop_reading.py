"""Reads the marker of an activity that is done several times: multi-instance, or a standard loop."""

from __future__ import annotations

from typing import Final

from lxml import etree

from engine.domain.definition import MultiInstance
from engine.runtime.drawing import LoopRule
from engine.runtime.expressions import Expression, is_name
from engine.runtime.extensions import read_expression
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, GOV

MOST_ROUNDS: Final = 10_000
_TRUE: Final = "true"


def read_loop(element: etree._Element, findings: Findings) -> tuple[LoopRule | None, MultiInstance | None]:
    """The compiled marker of an activity that is done several times, and what it says; None without one."""
    standard = element.find(_bpmn("standardLoopCharacteristics"))
    if standard is not None:
        return _standard_loop(standard, findings), None
    marker = element.find(_bpmn("multiInstanceLoopCharacteristics"))
    if marker is None:
        return None, None
    definition = MultiInstance(
        collection=_gov(marker, "collection"),
        element_variable=_gov(marker, "elementVariable"),
        output_collection=_gov(marker, "outputCollection"),
        output_element=_gov(marker, "outputElement"),
        sequential=marker.get("isSequential") == "true",
        cardinality=_inner(marker, "loopCardinality"),
        completion_expression=_inner(marker, "completionCondition"),
    )
    if (definition.collection is None) == (definition.cardinality is None):
        findings.error(
            "loop-list",
            marker,
            "bước làm nhiều lần cần một danh sách (gov:collection) hoặc một số lần (loopCardinality),"
            " không cả hai",
            "a multi-instance activity needs a list (gov:collection) or a number (loopCardinality), not both",
        )
    for name in (definition.element_variable, definition.output_collection):
        if name is not None and not is_name(name):
            findings.error(
                "loop-variable",
                marker,
                f"“{name}” không đặt tên biến được",
                f"“{name}” cannot name a variable",
            )
    rule = LoopRule(
        collection=_maybe(definition.collection, marker, findings),
        cardinality=_maybe(definition.cardinality, marker, findings),
        element_variable=definition.element_variable,
        output_collection=definition.output_collection,
        output_element=_maybe(definition.output_element, marker, findings),
        sequential=definition.sequential,
        completion=_maybe(definition.completion_expression, marker, findings),
    )
    return rule, definition


def _standard_loop(marker: etree._Element, findings: Findings) -> LoopRule:
    text, most = _inner(marker, "loopCondition"), marker.get("loopMaximum")
    if most is not None and not (most.isascii() and most.isdecimal() and 0 < int(most) <= MOST_ROUNDS):
        findings.error(
            "loop-maximum",
            marker,
            f"loopMaximum phải là số nguyên từ 1 đến {MOST_ROUNDS}",
            f"loopMaximum must be a whole number from 1 to {MOST_ROUNDS}",
        )
        most = None
    elif text is None and most is None:
        findings.error(
            "loop-endless",
            marker,
            "vòng lặp cần điều kiện (loopCondition) hoặc số lần tối đa (loopMaximum)",
            "the loop needs a condition (loopCondition) or a maximum (loopMaximum)",
        )
    return LoopRule(
        standard=True,
        condition=_maybe(text, marker, findings),
        test_before=marker.get("testBefore") == _TRUE,
        most=None if most is None else int(most),
    )


def _maybe(text: str | None, element: etree._Element, findings: Findings) -> Expression | None:
    return None if text is None else read_expression(text, element, findings)


def _bpmn(local: str) -> str:
    return f"{{{BPMN}}}{local}"


def _inner(element: etree._Element, local: str) -> str | None:
    child = element.find(_bpmn(local))
    return None if child is None else (child.text or "").strip() or None


def _gov(element: etree._Element, attribute: str) -> str | None:
    return (element.get(f"{{{GOV}}}{attribute}") or "").strip() or None
