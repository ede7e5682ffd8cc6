"""Reads the decisions of a bundle and gives each business rule task the one that it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityKind, DecisionBinding, ResultShape
from engine.runtime.decision_reading import read_decisions
from engine.runtime.decision_results import fits, written_names
from engine.runtime.decision_tables import Table
from engine.runtime.decisions import Decision
from engine.runtime.drawing import Level, Node
from engine.runtime.expressions import is_name
from engine.runtime.findings import Findings

_SUFFIX: Final = ".dmn"
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    decision: Decision
    path: str


def bind_decisions(process: Level, bundle: Bundle, findings: Findings, *, whole: bool) -> None:
    """Find the decision of every business rule task of the process and the processes of its file.

    With `whole` all .dmn files of the bundle must be right; without, only those that a task names: a drawing
    alone may lie in a folder with tables of others.
    """
    tasks = [
        (node, outermost.variables)
        for outermost in (process, *process.called)
        for level in outermost.inside()
        for node in level.nodes.values()
        if node.kind is ActivityKind.BUSINESS_RULE_TASK
    ]
    named = {node.definition.decision.key for node, _ in tasks if node.definition.decision is not None}
    decisions = _decisions(bundle, None if whole else named, findings)
    for node, declared in tasks:
        _bind(node, decisions, declared, findings)


def _decisions(bundle: Bundle, named: set[str] | None, findings: Findings) -> dict[str, Decision]:
    decisions: dict[str, _Found] = {}
    for path in sorted(bundle.files):
        content = bundle.files[path]
        if not path.lower().endswith(_SUFFIX) or "/" in path or not _wanted(content, named):
            continue
        read, said = _read(content)
        findings.include(said, path=path)
        for decision_id, decision in read.items():
            if decision_id in decisions and (named is None or decision_id in named):
                other = decisions[decision_id].path
                findings.whole_file(
                    "decision-twice",
                    f"quyết định “{decision_id}” có trong hai tệp {other} và {path}; hãy đổi mã một bên",
                    f"the decision “{decision_id}” is in two files, {other} and {path}; rename one",
                )
            decisions.setdefault(decision_id, _Found(decision=decision, path=path))
    return {decision_id: found.decision for decision_id, found in decisions.items()}


@lru_cache(maxsize=16)
def _read(content: bytes) -> tuple[Mapping[str, Decision], Findings]:
    said = Findings()
    return read_decisions(content, said), said


def _wanted(content: bytes, named: set[str] | None) -> bool:
    """Whether a file matters: it may hold a decision that is named."""
    return named is None or any(
        name.encode(encoding) in content for name in named for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )


def _bind(
    node: Node, decisions: Mapping[str, Decision], declared: Mapping[str, str], findings: Findings
) -> None:
    binding = node.definition.decision
    if binding is None:
        findings.error(
            "decision-missing",
            node.element,
            "chưa chọn bảng quyết định; hãy chọn bảng và biến nhận kết quả (gov:decision)",
            "no decision table is chosen; choose one and the variable that takes its result (gov:decision)",
        )
        return
    decision = decisions.get(binding.key)
    if decision is None:
        offered = ", ".join(sorted(decisions)[:_SHOWN]) or "–"
        findings.error(
            "decision-unknown",
            node.element,
            f"không có quyết định “{binding.key[:80]}” dùng được trong các tệp .dmn của gói (có: {offered})",
            f"there is no usable decision “{binding.key[:80]}” in the .dmn files of the bundle"
            f" (there are: {offered})",
        )
        return
    node.decision = decision
    _check_result(node, binding, decision, findings)
    _check_types(node, binding, decision, declared, findings)


def _check_result(node: Node, binding: DecisionBinding, decision: Decision, findings: Findings) -> None:
    names = written_names(binding, decision)
    if binding.result is None and (
        binding.shape is not ResultShape.VALUE
        or not all(is_name(name) for name in names)
        or (decision.logic.gives_rows and len(names) > 1)
    ):
        findings.error(
            "decision-result",
            node.element,
            "kết quả của quyết định này không tự thành biến được; hãy ghi result=“biến” ở gov:decision",
            "the answer of this decision cannot become variables by itself; write result=“variable” at"
            " gov:decision",
        )
    if not fits(binding.shape, decision):
        findings.error(
            "decision-as",
            node.element,
            f"as=“{binding.shape.value}” chỉ dùng với quyết định một cột kết quả; hãy dùng record, records",
            f"as=“{binding.shape.value}” goes with a decision of one output; use record or records",
        )


def _check_types(
    node: Node,
    binding: DecisionBinding,
    decision: Decision,
    declared: Mapping[str, str],
    findings: Findings,
) -> None:
    """Declared variables go with the columns that read them, and with the answer that is written to them."""
    for one in (*decision.before, decision):
        for column in one.logic.inputs if isinstance(one.logic, Table) else ():
            name = column.expression.text.strip()
            if name not in one.sees and name in declared and column.type.contradicts(declared[name]):
                _contradiction(node, name, declared[name], f"{one.decision_id}.{column.label}", findings)
    for name, kinds in _answered(binding, decision).items():
        if name in declared and kinds and _kind(declared[name]) not in kinds:
            _contradiction(node, name, declared[name], binding.key, findings)


def _answered(binding: DecisionBinding, decision: Decision) -> dict[str, frozenset[str]]:
    logic = decision.logic
    if binding.result is None and isinstance(logic, Table) and len(logic.outputs) > 1:
        return {output.name: output.type.kinds for output in logic.outputs}
    name = written_names(binding, decision)[0]
    match binding.shape:
        case ResultShape.VALUES | ResultShape.RECORDS:
            return {name: frozenset({"list"})}
        case ResultShape.RECORD:
            return {name: frozenset({"record"})}
        case ResultShape.ENTRY if isinstance(logic, Table):
            return {name: logic.outputs[0].type.kinds}
        case _:
            return {name: logic.type.kinds}


def _kind(declared: str) -> str:
    return {"decimal": "number", "file": "record"}.get(declared, declared)


def _contradiction(node: Node, name: str, declared: str, where: str, findings: Findings) -> None:
    findings.error(
        "decision-type",
        node.element,
        f"biến “{name}” khai kiểu {declared}, không khớp kiểu ở “{where}” của bảng quyết định",
        f"the variable “{name}” is declared as {declared}, which contradicts “{where}” of the decision",
    )
