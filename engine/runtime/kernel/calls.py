"""What passes between a call activity and the process that it runs, where a mapping says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from engine.domain.declared_types import mistyped
from engine.domain.values import Value
from engine.runtime.expressions import Expression, ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.working_days import with_calendar

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel


def given_to(call: Any) -> str:
    """The id of the scope that holds what a called process was given."""
    return f"{call.id}:given"


def give(kernel: Kernel, call: Any, values: Mapping[str, Value]) -> None:
    """Give a called process what the mapping of its call says; it cannot change it."""
    wrong = mistyped(kernel.subprocess_specs[call.task_spec.spec].variables, values)
    if wrong:
        vi, en = next(iter(wrong.values()))
        raise _incident(call, vi, en)
    kernel.scopes[given_to(call)] = dict(values)


def handed_back(kernel: Kernel, call: Any) -> dict[str, Value]:
    """What comes back to the caller from a called process that has ended."""
    mapping, written = call.task_spec.mapping, kernel.scope_of(call)
    if mapping is None:
        return written
    outputs = {name: _evaluate(kernel, call, output) for name, output in mapping.outputs}
    return {**(written if mapping.all_out else {}), **outputs}


def _evaluate(kernel: Kernel, call: Any, expression: Expression) -> Value:
    """The value of an expression as the called process saw the case last."""
    try:
        return expression.evaluate(with_calendar(_seen(kernel, call), kernel.calendar))
    except ExpressionError as error:
        raise _incident(call, error.vi, error.en) from error


def _seen(kernel: Kernel, call: Any) -> Callable[[str], Value]:
    inside = [kernel.scopes.get(scope_id, {}) for scope_id in (str(call.id), given_to(call))]
    outside = kernel.lookup(call) if call.task_spec.mapping.all_in else None

    def look(name: str) -> Value:
        for scope in inside:
            if name in scope:
                return scope[name]
        return None if outside is None else outside(name)

    return look


def _incident(call: Any, vi: str, en: str) -> ProcessIncident:
    spec = call.task_spec
    return ProcessIncident(
        element_id=spec.element_id or "",
        element_name=spec.element_name,
        vi=vi.rstrip("."),
        en=en.rstrip("."),
    )
