"""How a token moves: one SpiffWorkflow task for each place where the case stands, none for where it stood.

The library predicts the future into its task tree and keeps the whole past there; joins then look for
evidence among ancestors. Both grow without bound and both go wrong in loops. Here a task exists from the
arrival of a token to its departure, and a join counts the tokens that wait at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from SpiffWorkflow.bpmn.specs.bpmn_task_spec import BpmnTaskSpec
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from engine.runtime.kernel.local_scopes import close_local, drop_local, open_local
from engine.runtime.trace import What

if TYPE_CHECKING:
    from engine.runtime.drawing import LocalMapping
    from engine.runtime.kernel.workflow import Kernel

LIVE: Final[int] = TaskState.DEFINITE_MASK
"""States of a task that holds a token."""
_GONE: Final[int] = TaskState.COMPLETED | TaskState.CANCELLED


class Held(Task):  # type: ignore[misc]  # the library is untyped
    """A place where a token stands.

    The library's task reads the clock and draws up a line of its log at each change of state, and that costs
    more than the step itself; this one keeps what the kernel needs.
    """

    triggered = False

    def __init__(
        self, workflow: Any, task_spec: Any, parent: Held | None, *, state: int, hex_id: str | None = None
    ) -> None:
        self.hex = hex_id or uuid4().hex
        self._id: str | None = None
        self.workflow = workflow
        self.task_spec = task_spec
        self._state = state
        self._parent: str | None = None
        self._children: list[str] = []
        self.thread_id = 0
        self.internal_data: dict[str, Any] = {}
        workflow.tasks[self.hex] = self
        if parent is not None:
            self._parent = parent.hex
            parent._children.append(self.hex)

    @property
    def id(self) -> str:
        """The id as the rest of the house writes it."""
        if self._id is None:
            self._id = shown(self.hex)
        return self._id

    def _set_state(self, value: int) -> None:
        self._state = value

    def _ready(self) -> None:
        if not self._state & _GONE:
            self._state = TaskState.READY
            self.task_spec._on_ready(self)


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
    """Whether each of its tasks has variables of its own."""
    mapping: Any = None
    """Of a call activity: what passes between it and the process that it runs."""
    local: LocalMapping | None = None
    """What each of its tasks is given for itself alone, and what leaves it."""
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
        if workflow.withdrawn or my_task.hex not in workflow.tasks:
            # What it threw was caught further out and took the whole level away, or the loop around it.
            drop_local(kernel, my_task)
            return
        close_local(kernel, my_task)
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


def shown(hex_id: str) -> str:
    """The id of a task as the rest of the house writes it."""
    return f"{hex_id[:8]}-{hex_id[8:12]}-{hex_id[12:16]}-{hex_id[16:20]}-{hex_id[20:]}"


def kernel_of(task: Any) -> Kernel:
    """The kernel that a task of any level runs in."""
    kernel: Kernel = task.workflow.top_workflow
    return kernel


def live(_spec: Any, state: int) -> bool:
    """Whether a task in a state holds a token; a test for `Tasks.matching`."""
    return bool(state & LIVE)


def live_tasks(workflow: Any) -> list[Any]:
    """The tasks of one level that hold a token."""
    return list(workflow.tasks.matching(live))


def beside_first(waiting: Iterable[Any]) -> list[Any]:
    """Of what happens at one moment, events that do not interrupt come before those that take them away."""
    return sorted(waiting, key=lambda task: getattr(task.task_spec, "cancel_activity", None) is not False)


def forget(task: Any) -> None:
    """Take a task out of the tree; what hangs below it moves to the root."""
    workflow = task.workflow
    root = workflow.task_tree
    parent = workflow.tasks[task._parent]
    parent._children.remove(task.hex)
    for child_id in task._children:
        workflow.tasks[child_id]._parent = root.hex
        root._children.append(child_id)
    task._children = []
    del workflow.tasks[task.hex]
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
        inside = kernel.subprocesses.pop(current)
        if inside is not None:
            inside.completed = inside.withdrawn = True
            stack.extend(live_tasks(inside))
        kernel.drop_scope(current)
        spec = current.task_spec
        if spec.element_id is not None and spec.traced and current.thread_id:
            kernel.note(What.CANCELLED, current)
    for child in task.children:
        del task.workflow.tasks[child.hex]
    task._children = []
    forget(task)
