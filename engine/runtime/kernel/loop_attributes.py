"""What an expression sees, with what loops let their rounds know: BPMN 2.0, tables 10.28 and 10.30."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from engine.domain.values import Value
from engine.runtime.expressions import Expression
from engine.runtime.kernel.tokens import kernel_of
from engine.runtime.working_days import with_calendar

LOOP_COUNTER: Final = "loopCounter"
_NAMES: Final = frozenset(
    {
        LOOP_COUNTER,
        "numberOfInstances",
        "numberOfCompletedInstances",
        "numberOfActiveInstances",
        "numberOfTerminatedInstances",
        "nrOfInstances",
        "nrOfCompletedInstances",
        "nrOfActiveInstances",
    }
)


def sight(kernel: Any, expression: Expression, task: Any | None) -> Callable[[str], Value]:
    """What an expression sees where a task stands: variables, loops around it, the calendar if it counts."""
    look: Callable[[str], Value] = kernel.lookup(task)
    if task is not None and not _NAMES.isdisjoint(expression.names):
        look = _with(_around(task), look)
    return with_calendar(look, kernel.calendar) if expression.by_calendar else look


def _with(around: dict[str, Value], look: Callable[[str], Value]) -> Callable[[str], Value]:
    return lambda name: around[name] if name in around else look(name)


def of_instances(count: int, begun: int, done: int) -> dict[str, Value]:
    """The attributes of a multi-instance activity, and the names that other products have for them."""
    return {
        "numberOfInstances": count,
        "numberOfCompletedInstances": done,
        "numberOfActiveInstances": begun - done,
        "numberOfTerminatedInstances": 0,
        "nrOfInstances": count,
        "nrOfCompletedInstances": done,
        "nrOfActiveInstances": begun - done,
    }


def _around(task: Any) -> dict[str, Value]:
    """The attributes of the loops that a task stands in, those of the nearest before those further out."""
    found: dict[str, Value] = {}
    kernel = kernel_of(task)
    while True:
        if task.task_spec.loop_body is not None:
            found = {**task.parent.task_spec.attributes(task.parent, task), **found}
        if task.workflow is kernel:
            return found
        task = task.workflow.parent_task
        if task.task_spec.mapping is not None and not task.task_spec.mapping.all_in:
            return found
