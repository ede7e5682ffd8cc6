"""Variables of one step alone: what it is given as it begins, and what leaves it as it ends.

The inputs stand in a scope of the step. Where everything else that it writes goes outwards at once, only they
do; where the model says what leaves, all that the step writes stays there until its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from engine.runtime.drawing import LocalMapping

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel

THROUGH: Final = ":given-in"
KEPT: Final = ":kept-in"


def local_scope(task: Any) -> str:
    """The id of the scope that belongs to a step with a mapping."""
    return f"{task.id}{THROUGH if task.task_spec.local.all_out else KEPT}"


def is_local(scope_id: str) -> bool:
    """Whether a scope is that of one step with a mapping."""
    return scope_id.endswith((THROUGH, KEPT))


def open_local(kernel: Kernel, task: Any) -> None:
    """Give a step that begins what its mapping says; each value sees those before it."""
    mapping: LocalMapping | None = task.task_spec.local
    if mapping is None or local_scope(task) in kernel.scopes:
        return
    given = kernel.scopes[local_scope(task)] = {}
    for name, expression in mapping.inputs:
        value = kernel.evaluate(expression, task)
        kernel.check_types(task, {name: value})
        given[name] = value


def close_local(kernel: Kernel, task: Any) -> None:
    """Let out of a step that has ended what its mapping says, one after another."""
    mapping: LocalMapping | None = task.task_spec.local
    if mapping is None or local_scope(task) not in kernel.scopes:
        return
    outer = kernel.scope_ids(task)[1:]
    for name, expression in mapping.outputs:
        value = kernel.evaluate(expression, task)
        kernel.check_types(task, {name: value})
        kernel.write_along(outer, {name: value})
    drop_local(kernel, task)


def renew_local(kernel: Kernel) -> None:
    """Fit steps under way to mappings that another version of the model gives to them or takes away."""
    for task in kernel.all_tasks():
        if task.task_spec.local is None or local_scope(task) not in kernel.scopes:
            drop_local(kernel, task)
            open_local(kernel, task)


def drop_local(kernel: Kernel, task: Any) -> None:
    """Forget what belongs to the step alone; nothing of it leaves any more."""
    for kind in (THROUGH, KEPT):
        kernel.scopes.pop(f"{task.id}{kind}", None)


def hand_over(kernel: Kernel, waiting: Any, token: Any) -> None:
    """Let what came to an event that goes on waiting belong to the token that moves on."""
    if waiting.task_spec.local is not None:
        kernel.scopes[local_scope(token)] = kernel.scopes.pop(local_scope(waiting), {})
        open_local(kernel, waiting)
