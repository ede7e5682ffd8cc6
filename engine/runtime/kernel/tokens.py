"""How a token moves: one SpiffWorkflow task for each place where the case stands, none for where it stood.

The library predicts the future into its task tree and keeps the whole past there; joins then look for
evidence among ancestors. Both grow without bound and both go wrong in loops. Here a task exists from the
arrival of a token to its departure, and a join counts the tokens that wait at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from SpiffWorkflow.bpmn.specs.bpmn_task_spec import BpmnTaskSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from engine.runtime.trace import What

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel

LIVE: Final[int] = TaskState.DEFINITE_MASK
"""States of a task that holds a token."""


class Held(Task):  # type: ignore[misc]  # the library is untyped
    """A task that says nothing to the library's log: that cost more than the step itself."""

    def _set_state(self, value: int) -> None:
        self._state = value


class Token:
    """What every spec of ours does with the token it is given; comes first among the bases of a spec."""

    element_id: str | None = None
    """The element of the drawing; None for what only the kernel knows."""
    element_name: str = ""
    flow_ids: dict[str, str]
    """Name of the next spec -> sequence flow of the drawing."""
    loop_body: str | None = None
    """The multi-instance spec of which this spec's tasks are the instances."""
    traced: bool = True
    scoped: bool = False
    mapping: Any = None
    """Of a call activity: what passes between it and the process that it runs."""
    local: LocalMapping | None = None
    """What each of its tasks is given for itself alone, and what leaves it."""
    """Whether each of its tasks has variables of its own."""
    dormant: bool = False
    """Whether a level may end while one of its tasks waits."""
    manual: bool
    name: str
    _outputs: list[str]
    _inputs: list[str]

    def _predict(self, _my_task: Any, _seen: Any = None, _looked_ahead: int = 0, mask: int = 0) -> None:
        """Create nothing ahead of the token: prediction grows exponentially, and without end in cycles."""

    def _update(self, my_task: Any) -> None:
        open_local(kernel_of(my_task), my_task)
        if self._update_hook(my_task):
            my_task._ready()

    def _update_hook(self, _my_task: Any) -> bool:
        """Whether the task may run at once; otherwise this has put it into the state in which it waits."""
        return True

    def _on_ready(self, my_task: Any) -> None:
        self.arrived(my_task)
        if not self.manual:
            kernel_of(my_task).agenda.append(my_task)

    def _run(self, my_task: Any) -> Any:
        return self._run_hook(my_task)

    def _run_hook(self, _my_task: Any) -> Any:
        return True

    def _on_complete(self, my_task: Any) -> None:
        kernel, workflow = kernel_of(my_task), my_task.workflow
        interruptions = workflow.interruptions
        self.leaving(my_task)
        if workflow.withdrawn or my_task.id not in workflow.tasks:
            # What it threw was caught further out and took the whole level away, or the loop around it.
            return
        children = []
        for name in self.ways_out(my_task) if workflow.interruptions == interruptions else ():
            flow = self.flow_ids.get(name)
            if flow is not None:
                kernel.note_flow(flow)
            children.append(Held(workflow, workflow.spec.task_specs[name], my_task, state=TaskState.FUTURE))
        for child in children:
            self.prepare(my_task, child)
        for child in children:
            # A brother may have happened at once and taken this one away.
            if child._state != TaskState.CANCELLED:
                child.task_spec._update(child)
        workflow._task_completed_notify(my_task)

    def arrived(self, my_task: Any) -> None:
        """Give the task its place in the order of arrival and tell the trace, once."""
        if not my_task.thread_id:
            kernel = kernel_of(my_task)
            my_task.thread_id = kernel.next_order()
            if self.element_id is not None and self.traced:
                kernel.note(What.ENTERED, my_task)

    def leaving(self, my_task: Any) -> None:
        """What happens when the token departs, before it moves on."""
        if self.element_id is not None and self.traced:
            kernel_of(my_task).note(What.COMPLETED, my_task)

    def prepare(self, _my_task: Any, _child: Any) -> None:
        """What a task gives to those after it before they begin."""

    def ways_out(self, _my_task: Any) -> Iterable[str]:
        """Names of the specs that get a token."""
        return self._outputs


class PassThrough(Token, BpmnTaskSpec):  # type: ignore[misc]  # the library is untyped
    """A kernel-only step, so that two flows between the same elements stay two."""


def kernel_of(task: Any) -> Kernel:
    """The kernel that a task of any level runs in."""
    kernel: Kernel = task.workflow.top_workflow
    return kernel


def live_tasks(workflow: Any) -> list[Any]:
    """The tasks of one level that hold a token."""
    return [task for task in workflow.tasks.values() if task._state & LIVE]


def stands_beside(spec: Any) -> bool:
    """Whether a spec is that of an event that happens without interrupting anything."""
    return getattr(spec, "cancel_activity", None) is False


def forget(task: Any) -> None:
    """Take a task out of the tree; what hangs below it moves to the root."""
    workflow = task.workflow
    root = workflow.task_tree
    parent = workflow.tasks[task._parent]
    parent._children.remove(task.id)
    for child_id in task._children:
        workflow.tasks[child_id]._parent = root.id
        root._children.append(child_id)
    task._children = []
    del workflow.tasks[task.id]
    if parent is not root and not parent._children and not parent._state & LIVE:
        forget(parent)


def withdraw(task: Any) -> None:
    """Cancel a task with everything below it: instances of a loop, the inside of a sub-process."""
    kernel = kernel_of(task)
    stack = [task]
    while stack:
        current = stack.pop()
        if not current._state & LIVE:
            continue
        current._state = TaskState.CANCELLED
        stack.extend(current.children)
        inside = kernel.subprocesses.pop(current.id, None)
        if inside is not None:
            inside.completed = inside.withdrawn = True
            stack.extend(live_tasks(inside))
        kernel.drop_scope(current)
        spec = current.task_spec
        if spec.element_id is not None and spec.traced and current.thread_id:
            kernel.note(What.CANCELLED, current)
    for child in task.children:
        del task.workflow.tasks[child.id]
    task._children = []
    forget(task)
