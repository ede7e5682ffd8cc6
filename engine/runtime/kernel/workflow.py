"""The running case inside: levels with their tokens, the agenda of automatic steps, variables by scope."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.specs import WorkflowSpec
from SpiffWorkflow.util.task import TaskState

from engine.domain.values import Value
from engine.runtime import moments
from engine.runtime.expressions import Expression, ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.activities import BoundarySplit, Start
from engine.runtime.kernel.tokens import LIVE, forget
from engine.runtime.moments import TimerRule
from engine.runtime.trace import ActivityEvent, What

MOST_STEPS: Final = 10_000
PROCESS_SCOPE: Final = ""
_INDEX: Final = "index"


class LevelSpec(BpmnProcessSpec):  # type: ignore[misc]
    """The spec of a process or sub-process: our start, no end join: a level ends with its last token."""

    def __init__(self, name: str) -> None:
        WorkflowSpec.__init__(self, name=name)
        self.data_objects: dict[str, Any] = {}
        self.bpmn_start_events: list[Any] = []
        self.io_specification = None
        self.correlation_keys: dict[str, Any] = {}
        self.start = Start(self, "Start")
        self.start.flow_ids = {}


class NoScripts:
    """Stands where the library keeps its Python script engine: models hold no code."""

    def evaluate(self, *_args: object, **_kwargs: object) -> None:
        """Never called: all expressions are ours."""
        raise NotImplementedError

    execute = evaluate


_NO_SCRIPTS: Final = NoScripts()


class _Level:
    """What the top level and the levels of sub-processes have in common."""

    tasks: dict[Any, Any]
    task_tree: Any
    completed: bool

    def _task_completed_notify(self, task: Any) -> None:
        if task is not self.task_tree:
            if not isinstance(task.task_spec, BoundarySplit):
                forget(task)
        else:
            task.internal_data = {}
        self._recheck_joins()
        if not any(other._state & LIVE for other in self.tasks.values()):
            self._ended()

    def _recheck_joins(self) -> None:
        """A token that moved or died may have been the one an inclusive join waited for."""
        for task in list(self.tasks.values()):
            if task._state == TaskState.WAITING and getattr(task.task_spec, "recheck", False):
                task.task_spec._update(task)

    def _ended(self) -> None:
        self.completed = True

    def update_waiting_tasks(self) -> None:
        """The library looks at every waiting task after every step; nothing of ours needs it."""


class SubLevel(_Level, BpmnSubWorkflow):  # type: ignore[misc]
    """The level of one run of a sub-process."""

    def __init__(self, spec: Any, parent_task: Any, kernel: Kernel, *, deserializing: bool = False) -> None:
        self.parent_task = parent_task
        BpmnSubWorkflow.__init__(
            self, spec, parent_task_id=parent_task.id, top_workflow=kernel, deserializing=deserializing
        )

    def _calculate_depth(self) -> int:
        return 0

    def _ended(self) -> None:
        self.completed = True
        self.top_workflow.subprocesses.pop(self.parent_task.id, None)
        self.parent_task._ready()


class Kernel(_Level, BpmnWorkflow):  # type: ignore[misc]
    """A running case."""

    def __init__(
        self,
        spec: Any,
        level_specs: Mapping[str, Any],
        now: datetime,
        scopes: dict[str, dict[str, Value]],
        *,
        deserializing: bool = False,
    ) -> None:
        self.agenda: deque[Any] = deque()
        self.trace: list[ActivityEvent] = []
        self.now = now
        self.scopes = scopes
        self.kept: dict[str, list[Value]] = {}
        """Items of sequential loops that are still to come, by task of the loop."""
        self.order = 0
        self.ends: list[str] = []
        BpmnWorkflow.__init__(self, spec, level_specs, script_engine=_NO_SCRIPTS, deserializing=deserializing)

    def run(self) -> None:
        """Take automatic steps until only people, operators, moments and messages are waited for."""
        steps = 0
        while self.agenda:
            task = self.agenda.popleft()
            if task._state != TaskState.READY:
                continue
            steps += 1
            if steps > MOST_STEPS:
                raise _incident(
                    task,
                    f"quá {MOST_STEPS} bước tự động liên tiếp, có vòng lặp không dừng",
                    f"more than {MOST_STEPS} automatic steps in a row, there is a loop that never rests",
                )
            task.run()

    def create_subprocess(self, my_task: Any, spec_name: str) -> Any:
        """Open the level of a sub-process; its start is put on the agenda."""
        level = SubLevel(self.subprocess_specs[spec_name], my_task, self)
        self.subprocesses[my_task.id] = level
        return level

    def all_tasks(self) -> list[Any]:
        """The tasks with a token, of all levels."""
        found = [task for task in self.tasks.values() if task._state & LIVE]
        for level in self.subprocesses.values():
            found.extend(task for task in level.tasks.values() if task._state & LIVE)
        return found

    def next_order(self) -> int:
        """The next place in the order of arrival."""
        self.order += 1
        return self.order

    # What happened

    def note(self, what: What, task: Any) -> None:
        """Tell the trace what happened to the element of a task."""
        spec = task.task_spec
        self.trace.append(
            ActivityEvent(
                element_id=spec.element_id,
                element_name=spec.element_name,
                what=what,
                task_id=str(task.id),
                loop_index=task.internal_data.get(_INDEX),
            )
        )

    def note_flow(self, flow_id: str) -> None:
        """Tell the trace that a token passed a sequence flow."""
        self.trace.append(ActivityEvent(element_id=flow_id, element_name="", what=What.FLOW_TAKEN))

    # Variables

    def scope_ids(self, task: Any) -> list[str]:
        """The scopes that a task sees, innermost first."""
        ids: list[str] = []
        while True:
            if task.task_spec.loop_body is not None:
                ids.append(str(task.id))
            workflow = task.workflow
            if workflow is self:
                ids.append(PROCESS_SCOPE)
                return ids
            task = workflow.parent_task

    def lookup(self, task: Any | None) -> Callable[[str], Value]:
        """Reads a variable as a task sees it; null when there is none."""
        scopes = self.scopes
        if task is None:
            return scopes[PROCESS_SCOPE].get
        ids = self.scope_ids(task)
        if len(ids) == 1:
            return scopes[PROCESS_SCOPE].get
        chain = [scopes[scope_id] for scope_id in ids if scope_id in scopes]

        def look(name: str) -> Value:
            for scope in chain:
                if name in scope:
                    return scope[name]
            return None

        return look

    def evaluate(self, expression: Expression, task: Any) -> Value:
        """The value of an expression where the task stands; what it refuses becomes an incident there."""
        try:
            return expression.evaluate(self.lookup(task))
        except ExpressionError as error:
            raise _incident(task, error.vi.rstrip("."), error.en.rstrip(".")) from error

    def holds(self, condition: Expression, task: Any) -> bool:
        """Whether a condition is true where the task stands."""
        try:
            return condition.holds(self.lookup(task))
        except ExpressionError as error:
            raise _incident(task, error.vi.rstrip("."), error.en.rstrip(".")) from error

    def due(self, rule: TimerRule, task: Any) -> datetime:
        """When a timer that begins to wait now is due."""
        value = None if rule.expression is None else self.evaluate(rule.expression, task)
        try:
            return moments.due(rule, value, self.now)
        except ExpressionError as error:
            raise _incident(task, error.reason_vi, error.reason_en) from error

    def write(self, task: Any, values: Mapping[str, Value]) -> None:
        """Write variables into the scope that the task writes to."""
        self.scopes[self.scope_ids(task)[0]].update(values)

    def read(self, task: Any, name: str) -> Value:
        """A variable of exactly the scope that the task writes to."""
        return self.scopes[self.scope_ids(task)[0]].get(name)

    def open_scope(self, task: Any, values: dict[str, Value]) -> None:
        """Give an instance of a loop its scope."""
        self.scopes[str(task.id)] = values

    def scope_of(self, task: Any) -> dict[str, Value]:
        """The own scope of an instance of a loop."""
        return self.scopes[str(task.id)]

    def drop_scope(self, task: Any) -> None:
        """Forget what belongs to a task alone."""
        self.scopes.pop(str(task.id), None)
        self.kept.pop(str(task.id), None)

    def keep_items(self, task: Any, items: list[Value]) -> None:
        """Keep the items of a sequential loop as they were when it began."""
        self.kept[str(task.id)] = items

    def kept_item(self, task: Any, index: int) -> Value:
        """The item of a sequential loop at a place."""
        return self.kept[str(task.id)][index]


def _incident(task: Any, vi: str, en: str) -> ProcessIncident:
    spec = task.task_spec
    return ProcessIncident(element_id=spec.element_id or "", element_name=spec.element_name, vi=vi, en=en)
