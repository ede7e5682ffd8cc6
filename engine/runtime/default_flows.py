"""Reads the default flows of a drawing: implied where one is meant, and never with a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN

_CONDITION: Final = f"{{{BPMN}}}conditionExpression"


def take_conditions_off_defaults(root: etree._Element, findings: Findings) -> None:
    """BPMN 2.0.2 says with every element that has a default: a condition on that flow is ignored."""
    for element in root.iter(f"{{{BPMN}}}*"):
        if not element.get("default"):
            continue
        for flow in _out_of(element):
            if flow.get("id") == element.get("default") and is_conditional(flow):
                for condition in list(flow.iterchildren(_CONDITION)):
                    flow.remove(condition)
                findings.rewritten(
                    "condition-on-default",
                    flow,
                    "đây là luồng mặc định, nên điều kiện của nó không được xét (BPMN 2.0)",
                    "this is the default flow, so its condition is not looked at (BPMN 2.0)",
                )


def imply_default(gateway: etree._Element, findings: Findings) -> None:
    """Of the flows out of an exclusive gateway, the only one without a condition is its default."""
    flows = list(_out_of(gateway))
    plain = [flow for flow in flows if not is_conditional(flow)]
    if len(flows) > 1 and len(plain) == 1 and plain[0].get("id"):
        gateway.set("default", plain[0].get("id") or "")
        findings.rewritten(
            "default-implied",
            gateway,
            f"luồng duy nhất không có điều kiện ({plain[0].get('id')}) là luồng mặc định",
            f"the only flow without a condition ({plain[0].get('id')}) is the default flow",
        )


def is_conditional(flow: etree._Element) -> bool:
    """Whether a flow has a condition, be it one that stands outside the file."""
    condition = flow.find(_CONDITION)
    return condition is not None and (
        bool((condition.text or "").strip())
        or any(key.endswith("}resource") for key in map(str, condition.keys()))
    )


def _out_of(element: etree._Element) -> Iterator[etree._Element]:
    level = element.getparent()
    if level is not None:
        for flow in level.iterchildren(f"{{{BPMN}}}sequenceFlow"):
            if flow.get("sourceRef") == element.get("id"):
                yield flow
