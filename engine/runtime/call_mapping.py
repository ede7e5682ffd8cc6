"""Reads what passes between a call activity and what it runs, and between any other step and the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from engine.domain.definition import ActivityKind
from engine.runtime.drawing import BOUNDARIES, ENDS, STARTS, CallMapping, LocalMapping
from engine.runtime.expressions import Expression, is_name
from engine.runtime.extensions import read_expression
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import BPMN, GOV

_ALL: Final = "all"
_LOOPS: Final = ("multiInstanceLoopCharacteristics", "standardLoopCharacteristics")


def read_mapping(call: etree._Element, findings: Findings) -> CallMapping | None:
    """The mapping of a call activity; None when everything is seen and everything comes back."""
    inputs, all_in = _read(call, "input", findings)
    outputs, all_out = _read(call, "output", findings)
    if all_in and all_out and not inputs and not outputs:
        return None
    return CallMapping(inputs=inputs, outputs=outputs, all_in=all_in, all_out=all_out)


def read_local(element: etree._Element, kind: ActivityKind, findings: Findings) -> LocalMapping | None:
    """The mapping of a step that is no call; None where nothing is said."""
    given, left = list(_extensions(element, "input")), list(_extensions(element, "output"))
    if not given and not left:
        return None
    _check_place(element, kind, given, left, findings)
    for mapping in given:
        if mapping.get("variables") is not None:
            findings.error(
                "local-input",
                mapping,
                "gov:input của một bước chỉ nhận source và target; bước luôn thấy mọi biến của hồ sơ",
                "gov:input of a step takes source and target alone; a step always sees all of the case",
            )
            return None
    inputs, _ = _read(element, "input", findings)
    outputs, all_out = _read(element, "output", findings)
    return LocalMapping(inputs=inputs, outputs=outputs, all_out=all_out)


def _check_place(
    element: etree._Element,
    kind: ActivityKind,
    given: list[etree._Element],
    left: list[etree._Element],
    findings: Findings,
) -> None:
    """Where nothing begins a step of its own there is nothing to be given, where it ends nothing to leave."""
    looped = any(element.find(f"{{{BPMN}}}{marker}") is not None for marker in _LOOPS)
    wrong = (
        (given if kind in BOUNDARIES else [])
        + (left if kind in ENDS else [])
        + (given + left if kind in {ActivityKind.EVENT_SUB_PROCESS, *STARTS} else [])
        # A message leaves an instance after the loop has gathered what the instance gave.
        + (given + left if kind is ActivityKind.SEND_TASK and looped else [])
    )
    if wrong:
        local = etree.QName(wrong[0]).localname
        findings.error(
            "local-mapping-place",
            wrong[0],
            f"gov:{local} không đứng được ở loại phần tử này; hãy tính biến đó bằng một việc kịch bản"
            " (gov:assign) ở trước hoặc sau",
            f"gov:{local} cannot stand on an element of this kind; compute the variable by a script task"
            " (gov:assign) before or after it",
        )


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
