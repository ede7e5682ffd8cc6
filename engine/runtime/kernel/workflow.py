"""The running case inside: levels with their tokens, the agenda of automatic steps, variables by scope."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from engine.domain.declared_types import mistyped
from engine.domain.values import Value
from engine.runtime.expressions import Expression, ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.activities import BoundarySplit
from engine.runtime.kernel.calls import given_to
from engine.runtime.kernel.local_scopes import THROUGH, drop_local, is_local, local_scope
from engine.runtime.kernel.loop_attributes import sight
from engine.runtime.kernel.messages import Post
from engine.runtime.kernel.resting import Levels, Scopes, Standing, Stored, Tasks, Test
from engine.runtime.kernel.standstill import require_way_on
from engine.runtime.kernel.timing import DroppedRounds
from engine.runtime.kernel.tokens import LIVE, Held, beside_first, forget, live, live_tasks, withdraw
from engine.runtime.moments import CalendarInForce
from engine.runtime.trace import ActivityEvent, What
from engine.runtime.triggers import TriggerKind

NOTHING_CARRIED: Final[Mapping[str, Value]] = MappingProxyType({})
MOST_STEPS: Final = 100_000
"""Enough for ten thousand rounds of a loop of a few steps; an endless one takes seconds to be found."""
PROCESS_SCOPE: Final = ""
_INDEX: Final = "index"


class NoScripts:
    """Stands where the library keeps its Python script engine: models hold no code."""

    def evaluate(self, *_args: object, **_kwargs: object) -> None:
        """Never called: all expressions are ours."""
        raise NotImplementedError

    execute = evaluate


_NO_SCRIPTS: Final = NoScripts()


class _Level:
    """What the top level and the levels of sub-processes have in common."""

    spec: Any
    tasks: Tasks
    task_tree: Any
    completed: bool
    withdrawn = False
    """Whether the level was taken away before its end."""
    interruptions = 0
    """How often an event sub-process has interrupted it since it was loaded."""

    def _task_completed_notify(self, task: Any) -> None:
        if task is not self.task_tree:
            if not isinstance(task.task_spec, BoundarySplit):
                forget(task)
        else:
            task.internal_data = {}
        self._recheck_joins()
        if not any(_holds_up(spec, state) for spec, state in self.tasks.states()):
            for other in live_tasks(self):
                withdraw(other)
            self._ended()

    def _begin(self) -> None:
        self.tasks = Tasks(self, [])
        self.task_tree = Held(self, self.spec.start, None, state=TaskState.FUTURE)
        self.task_tree._ready()

    def _recheck_joins(self) -> None:
        """A token that moved or died may have been the one an inclusive join waited for."""
        if self.spec.rechecks:
            for task in self.tasks.matching(_rechecked):
                task.task_spec._update(task)

    def _ended(self) -> None:
        self.completed = True

    def update_waiting_tasks(self) -> None:
        """The library looks at every waiting task after every step; nothing of ours needs it."""


def _holds_up(spec: Any, state: int) -> bool:
    """Whether a level cannot end because of a task."""
    return bool(state & LIVE) and not (spec.dormant and state == TaskState.WAITING)


def _rechecked(spec: Any, state: int) -> bool:
    return state == TaskState.WAITING and getattr(spec, "recheck", False)


class SubLevel(_Level, BpmnSubWorkflow):  # type: ignore[misc]
    """The level of one run of a sub-process."""

    def __init__(self, spec: Any, parent_task: Any, kernel: Kernel, *, stored: bool = False) -> None:
        self.parent_task = parent_task
        BpmnSubWorkflow.__init__(
            self, spec, parent_task_id=parent_task.id, top_workflow=kernel, deserializing=True
        )
        if not stored:
            self._begin()

    def _calculate_depth(self) -> int:
        return 0

    def _ended(self) -> None:
        self.completed = True
        self.top_workflow.subprocesses.pop(self.parent_task)
        self.parent_task._ready()


class Kernel(_Level, BpmnWorkflow):  # type: ignore[misc]
    """A running case."""

    def __init__(
        self,
        spec: Any,
        level_specs: Mapping[str, Any],
        now: datetime,
        scopes: Scopes,
        *,
        stored: bool = False,
    ) -> None:
        self.agenda: deque[Any] = deque()
        self.trace: list[ActivityEvent] = []
        self.now = now
        self.scopes = scopes
        self.kept: Stored[list[Value]] = Stored({})
        """Items of sequential loops that are still to come, by task of the loop."""
        self.order = 0
        self.ends: list[str] = []
        self.post = Post()
        self.begins_at: str | None = None
        """The start event at which the process begins; None for the plain one."""
        self.calendar: CalendarInForce | None = None
        self.dropped_rounds: list[DroppedRounds] = []
        """Rounds of timers that were missed since the start or the loading and will not fire."""
        self.woken: list[str] = []
        """The stored tasks that were asked for, by their ids in hex."""
        self.unsettled = False
        """Whether a variable may have changed since the conditions were last looked at."""
        BpmnWorkflow.__init__(self, spec, level_specs, script_engine=_NO_SCRIPTS, deserializing=True)
        self.subprocesses = Levels(self, self._wake_level)
        if not stored:
            self._begin()

    def _wake_level(self, spec_name: str, parent_task: Any) -> SubLevel:
        return SubLevel(self.subprocess_specs[spec_name], parent_task, self, stored=True)

    def run(self, *, by_hand: bool = False) -> None:
        """Take automatic steps until only people, operators, moments and messages are waited for.

        An administrator who repairs a case by hand may leave it for a while where nothing leads on.
        """
        steps = 0
        while self.agenda or self._conditions_happen():
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
        if not by_hand:
            require_way_on(self.states())

    def waiting(self, kind: TriggerKind) -> list[Any]:
        """The tasks that wait for a trigger of a kind, the longest waiting first."""

        def waits(spec: Any, state: int) -> bool:
            trigger = getattr(spec, "trigger", None)
            return state == TaskState.WAITING and trigger is not None and trigger.kind is kind

        return sorted(self.matching(waits), key=lambda task: int(task.thread_id))

    def _conditions_happen(self) -> bool:
        """Look at the conditions that are waited for; whether a token moves because of one."""
        if self.unsettled and self.spec.watches:
            for task in beside_first(self.waiting(TriggerKind.CONDITION)):
                # An earlier one may have taken this one away.
                if task._state == TaskState.WAITING and task.task_spec.met(task):
                    task.task_spec.happen(task)
        self.unsettled = False
        return bool(self.agenda)

    # Messages and signals

    def seen_by(self, task: Any) -> dict[str, Value]:
        """All variables that a task sees."""
        seen: dict[str, Value] = {}
        for scope_id in reversed(self.scope_ids(task)):
            seen.update(self.scopes.get(scope_id, {}))
        return seen

    def broadcast(self, name: str, payload: Mapping[str, Value] = NOTHING_CARRIED) -> int:
        """Let a signal happen to everything that waits for it now, with its payload there; to how many."""
        happened = 0
        for task in beside_first(self.waiting(TriggerKind.SIGNAL)):
            # An earlier one may have taken this one away.
            if task.task_spec.trigger.name == name and task._state == TaskState.WAITING:
                if payload:
                    self.write(task, payload)
                task.task_spec.happen(task)
                happened += 1
        return happened

    def create_subprocess(self, my_task: Any, spec_name: str) -> Any:
        """Open the level of a sub-process; its start is put on the agenda."""
        level = SubLevel(self.subprocess_specs[spec_name], my_task, self)
        self.subprocesses[my_task.id] = level
        return level

    def all_tasks(self) -> list[Any]:
        """The tasks with a token, of all levels."""
        return list(self.matching(live))

    def matching(self, test: Test) -> Iterator[Any]:
        """The tasks of all levels that pass a test, without waking others."""
        return chain(self.tasks.matching(test), self.subprocesses.matching(test))

    def states(self) -> Iterator[tuple[Any, int]]:
        """The specs and states of the tasks of all levels."""
        return chain(self.tasks.states(), self.subprocesses.states())

    def resting(self) -> Iterator[Standing]:
        """The tasks of all levels that nobody has asked for since the loading."""
        return chain(self.tasks.resting(), self.subprocesses.resting())

    def awake(self) -> Iterator[Any]:
        """The tasks of all levels that somebody has asked for, and those that came."""
        return chain(self.tasks.awake(), *(level.tasks.awake() for level in self.subprocesses.awake()))

    def next_order(self) -> int:
        """The next place in the order of arrival."""
        self.order += 1
        return self.order

    # What happened

    def note(self, what: What, task: Any, data: Mapping[str, Value] | None = None) -> None:
        """Tell the trace what happened to the element of a task."""
        spec = task.task_spec
        self.trace.append(
            ActivityEvent(
                element_id=spec.element_id,
                element_name=spec.element_name,
                what=what,
                task_id=str(task.id),
                loop_index=task.internal_data.get(_INDEX),
                data=data,
            )
        )

    def note_flow(self, flow_id: str) -> None:
        """Tell the trace that a token passed a sequence flow."""
        self.trace.append(ActivityEvent(element_id=flow_id, element_name="", what=What.FLOW_TAKEN))

    # Variables

    def scope_ids(self, task: Any) -> list[str]:
        """The scopes that a task sees, innermost first."""
        ids: list[str] = []
        inside = False
        while True:
            spec = task.task_spec
            if spec.local is not None and local_scope(task) in self.scopes:
                ids.append(local_scope(task))
            if spec.scoped:
                ids.append(str(task.id))
            if inside and spec.mapping is not None:
                # In a called process, what it was given stands between its own and what the caller sees.
                ids.append(given_to(task))
                if not spec.mapping.all_in:
                    return ids
            workflow = task.workflow
            if workflow is self:
                ids.append(PROCESS_SCOPE)
                return ids
            task, inside = workflow.parent_task, True

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
            return expression.evaluate(sight(self, expression, task))
        except ExpressionError as error:
            raise _incident(task, error.vi.rstrip("."), error.en.rstrip(".")) from error

    def holds(self, condition: Expression, task: Any, counters: Mapping[str, Value] | None = None) -> bool:
        """Whether a condition is true where the task stands; `counters` hide variables of the same name."""
        look = sight(self, condition, task)
        try:
            if counters is None:
                return condition.holds(look)
            return condition.holds(lambda name: counters[name] if name in counters else look(name))
        except ExpressionError as error:
            raise _incident(task, error.vi.rstrip("."), error.en.rstrip(".")) from error

    def write(self, task: Any, values: Mapping[str, Value]) -> None:
        """Write variables into the scope that the task writes to; a value of another type is an incident."""
        self.unsettled = True
        self.check_types(task, values)
        self.write_along(self.scope_ids(task), values)

    def write_along(self, scope_ids: Sequence[str], values: Mapping[str, Value]) -> None:
        """Write variables into the first of the scopes that takes them; a given one takes but what it has."""
        for name, value in values.items():
            self.write_to(self._taking(scope_ids, name), {name: value})

    def _taking(self, scope_ids: Sequence[str], name: str) -> str:
        return next(
            each for each in scope_ids if not each.endswith(THROUGH) or name in self.scopes.get(each, {})
        )

    def check_types(self, task: Any, values: Mapping[str, Value]) -> None:
        """Hold the values to the types that the process of the task declares."""
        wrong = mistyped(task.workflow.spec.variables, values)
        if wrong:
            vi, en = next(iter(wrong.values()))
            raise _incident(task, vi.rstrip("."), en.rstrip("."))

    def write_to(self, scope_id: str, values: Mapping[str, Value]) -> None:
        """Write variables into a scope; raises KeyError when there is no such scope."""
        self.scopes.changing(scope_id).update(values)
        self.unsettled = True

    def read(self, task: Any, name: str) -> Value:
        """A variable of exactly the scope that the task writes to."""
        return self.scopes[self._taking(self.scope_ids(task), name)].get(name)

    def place_of(self, task: Any) -> str:
        """The scope that a task stands in: that of the process, of a call or of an instance of a loop."""
        return next(each for each in self.scope_ids(task) if not is_local(each))

    def open_scope(self, task: Any, values: dict[str, Value]) -> None:
        """Give an instance of a loop its scope."""
        self.scopes[str(task.id)] = values

    def scope_of(self, task: Any) -> dict[str, Value]:
        """The own scope of an instance of a loop."""
        return self.scopes[str(task.id)]

    def drop_scope(self, task: Any) -> None:
        """Forget what belongs to a task alone."""
        self.scopes.pop(str(task.id), None)
        drop_local(self, task)
        if task.task_spec.mapping is not None:
            self.scopes.pop(given_to(task), None)
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
