"""Holds what passes between a process and those it calls to the types that either of them declares."""

from __future__ import annotations

from collections.abc import Mapping

from engine.runtime.drawing import CallMapping, Level, Node
from engine.runtime.expression_types import ANYTHING, KINDS, declared_kinds, infer
from engine.runtime.expressions import ExpressionError
from engine.runtime.findings import Findings


def check_calls(process: Level, findings: Findings) -> None:
    """Refuse values that can never be of the type of the variable they are passed to."""
    levels = {level.id: level for level in (process, *process.called)}
    for node in (node for level in process.inside() for node in level.nodes.values() if node.calls in levels):
        called = levels[node.calls or ""]
        mapping = node.mapping or CallMapping()
        for name, expression in mapping.inputs:
            _check_passed(node, name, expression.text, process.variables, called.variables, findings)
        for name, expression in mapping.outputs:
            seen = {**(process.variables if mapping.all_in else {}), **called.variables}
            _check_passed(node, name, expression.text, seen, process.variables, findings)
        if mapping.all_in or mapping.all_out:
            for name, kind in called.variables.items():
                if name in process.variables:
                    _check_shared(node, name, process.variables[name], kind, findings)


def _check_passed(
    node: Node,
    name: str,
    text: str,
    seen: Mapping[str, str],
    taking: Mapping[str, str],
    findings: Findings,
) -> None:
    try:
        found = infer(text, lambda each: declared_kinds(seen[each]) if each in seen else ANYTHING)
    except ExpressionError:
        return  # told where it was read
    taken = declared_kinds(taking[name]).of if name in taking else KINDS
    if found.problems or (found.kinds.of and not found.kinds.of & taken):
        vi, en = (
            found.problems[0]
            if found.problems
            else (
                f"biến “{name}” khai báo kiểu {taking[name]}",
                f"the variable “{name}” is declared as {taking[name]}",
            )
        )
        findings.error(
            "call-type",
            node.element,
            f"giá trị “{text[:80]}” chuyển cho biến “{name}” sai kiểu: {vi}",
            f"the value “{text[:80]}” passed to the variable “{name}” is of the wrong type: {en}",
        )


def _check_shared(node: Node, name: str, caller: str, called: str, findings: Findings) -> None:
    if not declared_kinds(caller).of & declared_kinds(called).of:
        findings.error(
            "call-type",
            node.element,
            f"biến “{name}” kiểu {caller} ở đây nhưng kiểu {called} trong quy trình được gọi; hãy đổi tên"
            " hoặc chuyển giá trị bằng gov:input và gov:output",
            f"the variable “{name}” is {caller} here but {called} in the called process; rename it or pass"
            " values with gov:input and gov:output",
        )
