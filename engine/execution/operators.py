"""Whether the operators that a model names are offered here, and take and give what the model says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.domain.definition import ActivityDefinition, Finding, OperatorBinding, Severity
from engine.ports import DeclaredOperator, ServiceOperator
from engine.runtime import CompiledModel
from engine.runtime.calling import CALL_SIGN
from engine.runtime.expression_types import ANYTHING, declared_kinds, infer


def check_operators(model: CompiledModel, operators: Mapping[str, ServiceOperator]) -> tuple[Finding, ...]:
    """What is wrong with the service tasks of a model, in order of the drawing."""
    definition = model.definition
    return tuple(
        _finding(model, activity, rule, vi, en)
        for element in definition.order
        if (activity := definition.activities[element]).operator is not None
        # A called process has declared its variables where it was checked itself.
        for rule, vi, en in _problems(
            activity.operator, operators, {} if CALL_SIGN in element else definition.variables
        )
    )


def _problems(
    binding: OperatorBinding, operators: Mapping[str, ServiceOperator], declared: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    operator = operators.get(binding.name)
    if operator is None:
        yield (
            "operator-unknown",
            f"hệ thống không có dịch vụ “{binding.name}”; hãy sửa gov:operator hoặc cài dịch vụ đó",
            f"this system does not offer the service “{binding.name}”; correct gov:operator or install it",
        )
    elif isinstance(operator, DeclaredOperator):  # one that declares nothing takes what comes
        yield from _parameter_problems(binding, operator, declared)
        yield from _result_problems(binding, operator, declared)


def _parameter_problems(
    binding: OperatorBinding, operator: DeclaredOperator, declared: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    for name, text in binding.parameters.items():
        parameter = operator.parameters.get(name)
        if parameter is None:
            yield (
                "operator-parameter-unknown",
                f"dịch vụ “{binding.name}” không có tham số “{name}”; có: {_listed(operator)}",
                f"the service “{binding.name}” has no parameter “{name}”; it has: {_listed(operator)}",
            )
        elif parameter.type is not None:
            found = infer(text, lambda each: declared_kinds(declared[each]) if each in declared else ANYTHING)
            if found.kinds.of and not found.kinds.of & declared_kinds(parameter.type).of:
                yield _wrong_type(f"tham số “{name}”", f"the parameter “{name}”", binding, parameter.type)
    for name, parameter in operator.parameters.items():
        if parameter.required and name not in binding.parameters:
            yield (
                "operator-parameter-missing",
                f"thiếu tham số “{name}” của dịch vụ “{binding.name}”",
                f"the parameter “{name}” of the service “{binding.name}” is missing",
            )


def _result_problems(
    binding: OperatorBinding, operator: DeclaredOperator, declared: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    given = dict(operator.variables)
    if binding.result is not None:
        given = {} if operator.result is None else {binding.result: operator.result}
    for name, kind in given.items():
        if name in declared and not declared_kinds(declared[name]).of & declared_kinds(kind).of:
            yield _wrong_type(f"kết quả vào biến “{name}”", f"the result in “{name}”", binding, kind)


def _wrong_type(vi: str, en: str, binding: OperatorBinding, kind: str) -> tuple[str, str, str]:
    return (
        "operator-type",
        f"{vi} của dịch vụ “{binding.name}” có kiểu {kind}; hãy sửa biểu thức hoặc kiểu khai báo của biến",
        f"{en} of the service “{binding.name}” is of type {kind}; correct it or the declared type",
    )


def _listed(operator: DeclaredOperator) -> str:
    return ", ".join(sorted(operator.parameters)) or "–"


def _finding(model: CompiledModel, activity: ActivityDefinition, rule: str, vi: str, en: str) -> Finding:
    shown = activity.name or activity.element_id
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=activity.element_id,
        element_name=activity.name,
        line=model.lines.get(activity.element_id, 1),
        message_vi=f"“{shown}”: {vi}.",
        message_en=f"“{shown}”: {en}.",
    )
