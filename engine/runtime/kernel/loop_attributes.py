"""What an activity that is done several times lets its rounds know: BPMN 2.0, tables 10.28 and 10.30."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from engine.domain.values import Value
from engine.runtime.expressions import Expression
from engine.runtime.kernel.tokens import kernel_of

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


def with_attributes(
    look: Callable[[str], Value], expression: Expression, task: Any
) -> Callable[[str], Value]:
    """`look` with the attributes of the loops around a task, for an expression that reads one of them."""
    if _NAMES.isdisjoint(expression.names):
        return look
    around = _around(task)
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
