"""Reads what passes between a call activity and the process that it runs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.runtime.drawing import CallMapping
from engine.runtime.expressions import Expression, is_name
from engine.runtime.extensions import read_expression
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, GOV

_ALL = "all"


def read_mapping(call: etree._Element, findings: Findings) -> CallMapping | None:
    """The mapping of a call activity; None when everything is seen and everything comes back."""
    inputs, all_in = _read(call, "input", findings)
    outputs, all_out = _read(call, "output", findings)
    if all_in and all_out and not inputs and not outputs:
        return None
    return CallMapping(inputs=inputs, outputs=outputs, all_in=all_in, all_out=all_out)


def _read(
    call: etree._Element, local: str, findings: Findings
) -> tuple[tuple[tuple[str, Expression], ...], bool]:
    pairs: dict[str, Expression] = {}
    found = list(_extensions(call, local))
    everything = not found
    for mapping in found:
        if (
            mapping.get("variables") == _ALL
            and mapping.get("source") is None
            and mapping.get("target") is None
        ):
            everything = True
        elif mapping.get("variables") == "none" and len(found) == 1 and len(mapping.attrib) == 1:
            continue
        else:
            pair = _pair(mapping, pairs, findings)
            if pair is not None:
                pairs[pair[0]] = pair[1]
    return tuple(pairs.items()), everything


def _pair(
    mapping: etree._Element, known: dict[str, Expression], findings: Findings
) -> tuple[str, Expression] | None:
    target, source = mapping.get("target") or "", (mapping.get("source") or "").strip()
    if not is_name(target) or target in known or not source or mapping.get("variables") is not None:
        findings.error(
            "call-mapping",
            mapping,
            f"gov:input và gov:output cần source (biểu thức) và target (tên biến, không trùng: “{target}”),"
            " hoặc chỉ variables=“all”, hoặc một mình variables=“none”",
            f"gov:input and gov:output need a source (expression) and a target (name, not twice: “{target}”),"
            " or only variables=“all”, or variables=“none” alone",
        )
        return None
    expression = read_expression(source, mapping, findings)
    return None if expression is None else (target, expression)


def _extensions(call: etree._Element, local: str) -> Iterator[etree._Element]:
    for container in call.iterchildren(f"{{{BPMN}}}extensionElements"):
        yield from container.iterchildren(f"{{{GOV}}}{local}")
