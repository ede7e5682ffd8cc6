"""A running case: what may be done with it and what it waits for, without a word of the kernel beneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from SpiffWorkflow.util.task import TaskState

from engine.domain.definition import ActivityDefinition
from engine.domain.refusals import TaskGone
from engine.domain.values import Value
from engine.runtime.compiling import CompiledModel
from engine.runtime.expressions import Expression, compile_expression
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.events import DUE, catch_error
from engine.runtime.kernel.tokens import withdraw
from engine.runtime.kernel.workflow import PROCESS_SCOPE, Kernel
from engine.runtime.moments import TimerKind
from engine.runtime.state import dump_state, load_state
from engine.runtime.trace import ActivityEvent
from engine.runtime.triggers import TriggerKind

MOST_TIMERS: Final = 1_000
_INDEX = "index"


class OpenTaskKind(StrEnum):
    """Who completes an open task."""

    USER = "user"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTask:
    """A task that waits to be completed; its id stays the same over saving and loading."""

    id: str
    element_id: str
    kind: OpenTaskKind
    order: int
    """Place in the order of arrival within the case."""
    scope_id: str
    """The scope its values are written to; empty for that of the process."""
    title: str
    """What the title expression of the task gives, or empty."""
    unit: str | None
    person: str | None
    loop_index: int | None
    """Which instance of the nearest multi-instance activity around it, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingTimer:
    """A timer that waits."""

    id: str
    element_id: str
    kind: TimerKind
    due: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingMessage:
    """An event that waits for a message."""

    id: str
    element_id: str
    message_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingEvent:
    """An event that waits, of any kind."""

    id: str
    element_id: str
    kind: TriggerKind
    name: str | None
    """Of the message or signal; the code of an error or escalation, None for every code."""
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """A message that the case has sent and nothing in it receives."""

    name: str
    payload: Mapping[str, Value]
    """The variables that the sender sees."""


class RunningProcess:
    """One case in memory. After any exception throw it away: only a stored state is whole."""

    def __init__(self, model: CompiledModel, kernel: Kernel, *, cancelled: bool = False) -> None:
        self._model = model
        self._kernel = kernel
        self._cancelled = cancelled

    @classmethod
    def start(cls, model: CompiledModel, *, variables: Mapping[str, Value], now: datetime) -> RunningProcess:
        """Begin a case and let it run until it waits."""
        kernel = Kernel(model.process_spec, model.level_specs, now, {PROCESS_SCOPE: dict(variables)})
        kernel.run()
        return cls(model, kernel)

    @classmethod
    def load(cls, model: CompiledModel, state: bytes, now: datetime) -> RunningProcess:
        """Take up a stored case; raises StateUnreadable when it is not one of this model."""
        kernel, stored = load_state(model, state, now)
        return cls(model, kernel, cancelled=bool(stored["cancelled"]))

    def dump(self) -> bytes:
        """The whole case as JSON."""
        return dump_state(self._kernel, self._model, {"cancelled": self._cancelled})

    # Moving on

    def complete(self, task_id: str, outputs: Mapping[str, Value], *, now: datetime | None = None) -> None:
        """Complete a user task with its values; raises TaskGone when it does not wait any more."""
        task = self._open(task_id, OpenTaskKind.USER)
        self._at(now)
        self._kernel.write(task, outputs)
        self._go_on(task)

    def complete_service(self, task_id: str, result: Value = None, *, now: datetime | None = None) -> None:
        """Complete a service task with the answer of its operator.

        The answer goes to the variable that the binding names; without one, each value of a record becomes a
        variable.
        """
        task = self._open(task_id, OpenTaskKind.SERVICE)
        self._at(now)
        operator = self._definition(task).operator
        if operator is not None and operator.result is not None:
            self._kernel.write(task, {operator.result: result})
        elif isinstance(result, dict):
            self._kernel.write(task, result)
        self._go_on(task)

    def fail_service(self, task_id: str, *, vi: str, en: str) -> None:
        """Say that an operator could not do its work: raises ProcessIncident at the task."""
        task = self._open(task_id, OpenTaskKind.SERVICE)
        definition = self._definition(task)
        raise ProcessIncident(element_id=definition.element_id, element_name=definition.name, vi=vi, en=en)

    def wake(self, now: datetime | None = None) -> tuple[PendingTimer, ...]:
        """Fire every timer that is due, each once, the earliest first; returns those that fired, in order.

        A timer that begins to wait meanwhile and is already due fires too.
        """
        self._at(now)
        fired: list[PendingTimer] = []
        while due := [timer for timer in self.timers() if timer.due <= self._kernel.now]:
            fired.append(due[0])
            task = self._task(due[0].id)
            if len(fired) > MOST_TIMERS:
                raise self._restless(task)
            task.task_spec.happen(task)
            self._kernel.run()
        return tuple(fired)

    def correlate(
        self,
        message_name: str,
        payload: Mapping[str, Value],
        *,
        now: datetime | None = None,
        waiting_id: str | None = None,
        keep: bool = False,
    ) -> bool:
        """Hand a message to the event that waits for it longest, or to `waiting_id`; False when none waits.

        The payload becomes variables of the scope in which the event stands. With `keep`, a message that
        comes early, for which something in the model may yet wait, is kept and given to the first that does;
        without it, the caller keeps such messages.
        """
        self._at(now)
        for pending in self.messages():
            if pending.message_name == message_name and waiting_id in {None, pending.id}:
                task = self._task(pending.id)
                self._kernel.write(task, payload)
                task.task_spec.happen(task)
                self._kernel.run()
                return True
        if keep and not self.completed and message_name in self._kernel.spec.receives:
            self._kernel.kept_messages.append((message_name, dict(payload)))
        return False

    def signal(self, name: str, *, now: datetime | None = None) -> int:
        """Let a signal happen to everything that waits for it now; to how many. A signal is not kept."""
        self._at(now)
        happened = self._kernel.broadcast(name)
        self._kernel.run()
        return happened

    def throw_error(self, task_id: str, code: str, *, now: datetime | None = None) -> None:
        """Let an open task fail with an error of the model; raises ProcessIncident when none catches it."""
        task = self._task(task_id)
        self._at(now)
        catch_error(task, code)
        self._kernel.run()

    def cancel(self, *, now: datetime | None = None) -> None:
        """End the case where it stands."""
        self._at(now)
        for task in self._kernel.all_tasks():
            if task.workflow is self._kernel and task._state != TaskState.CANCELLED:
                withdraw(task)
        self._kernel.completed = True
        self._kernel.kept_messages.clear()
        self._cancelled = True

    # What it waits for

    def open_tasks(self) -> tuple[OpenTask, ...]:
        """Tasks of people and operators that wait, in order of arrival."""
        return tuple(self._open_task(task) for task in self._ready())

    def timers(self) -> tuple[PendingTimer, ...]:
        """Timers that wait, the earliest first."""
        return tuple(
            sorted(
                (
                    PendingTimer(
                        id=str(task.id),
                        element_id=task.task_spec.element_id,
                        kind=task.task_spec.trigger.timer.kind,
                        due=datetime.fromisoformat(task.internal_data[DUE]),
                    )
                    for task in self._kernel.waiting(TriggerKind.TIMER)
                ),
                key=lambda timer: timer.due,
            )
        )

    def messages(self) -> tuple[PendingMessage, ...]:
        """Events that wait for a message, in order of arrival."""
        return tuple(
            PendingMessage(
                id=str(task.id),
                element_id=task.task_spec.element_id,
                message_name=task.task_spec.trigger.name,
            )
            for task in self._kernel.waiting(TriggerKind.MESSAGE)
        )

    def waiting(self) -> tuple[PendingEvent, ...]:
        """All events that wait, those of one kind in order of arrival."""
        return tuple(
            PendingEvent(
                id=str(task.id),
                element_id=task.task_spec.element_id,
                kind=kind,
                name=task.task_spec.trigger.name,
                due=datetime.fromisoformat(task.internal_data[DUE]) if kind is TriggerKind.TIMER else None,
            )
            for kind in TriggerKind
            for task in self._kernel.waiting(kind)
        )

    def outgoing(self) -> tuple[OutgoingMessage, ...]:
        """Messages sent since the start or the loading that nothing in the model receives, in order."""
        return tuple(OutgoingMessage(name=name, payload=payload) for name, payload in self._kernel.outgoing)

    def thrown_signals(self) -> tuple[str, ...]:
        """Signals thrown since the start or the loading, for the caller to tell to other cases."""
        return tuple(self._kernel.thrown_signals)

    def kept_messages(self) -> tuple[str, ...]:
        """Names of the messages that came early and have not been received yet, in order."""
        return tuple(name for name, _ in self._kernel.kept_messages)

    @property
    def completed(self) -> bool:
        """Whether nothing is left to do, by an end or by cancelling."""
        return self._kernel.completed

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled

    @property
    def outcome(self) -> tuple[str, ...]:
        """End events of the process that were reached, in order."""
        return tuple(self._kernel.ends)

    def trace(self) -> tuple[ActivityEvent, ...]:
        """What happened since the start or the loading, in order."""
        return tuple(self._kernel.trace)

    # Values

    def variables(self, task_id: str | None = None) -> Mapping[str, Value]:
        """All values that a task sees, or those of the process; not to be changed."""
        if task_id is None:
            return dict(self._kernel.scopes[PROCESS_SCOPE])
        seen: dict[str, Value] = {}
        for scope_id in reversed(self._kernel.scope_ids(self._task(task_id))):
            seen.update(self._kernel.scopes.get(scope_id, {}))
        return seen

    def set_variables(self, values: Mapping[str, Value], scope: str | None = None) -> None:
        """Write variables into the scope with that id (see OpenTask.scope_id), or that of the process."""
        target = self._kernel.scopes.get(scope or PROCESS_SCOPE)
        if target is None:
            raise KeyError(scope)
        self._kernel.write_to(scope or PROCESS_SCOPE, values)
        self._kernel.run()

    def evaluate(self, expression: str | Expression, task_id: str | None = None) -> Value:
        """The value of an expression as a task, or the process, sees the case; raises ExpressionError."""
        compiled = compile_expression(expression) if isinstance(expression, str) else expression
        task = None if task_id is None else self._task(task_id)
        return compiled.evaluate(self._kernel.lookup(task))

    def parameters(self, task_id: str) -> Mapping[str, Value]:
        """The parameters of a service task, evaluated where it stands."""
        task = self._open(task_id, OpenTaskKind.SERVICE)
        operator = self._definition(task).operator
        if operator is None:
            return {}
        return {
            name: self._kernel.evaluate(compile_expression(text), task)
            for name, text in operator.parameters.items()
        }

    # Below

    def _restless(self, task: Any) -> ProcessIncident:
        definition = self._definition(task)
        return ProcessIncident(
            element_id=definition.element_id,
            element_name=definition.name,
            vi=f"đồng hồ đã điểm {MOST_TIMERS} lần liền, có vòng lặp không dừng",
            en=f"timers fired {MOST_TIMERS} times in a row, there is a loop that never rests",
        )

    def _at(self, now: datetime | None) -> None:
        if now is not None:
            self._kernel.now = now

    def _go_on(self, task: Any) -> None:
        task.run()
        self._kernel.run()

    def _ready(self) -> list[Any]:
        tasks = [t for t in self._kernel.all_tasks() if t._state == TaskState.READY and t.task_spec.manual]
        return sorted(tasks, key=lambda task: int(task.thread_id))

    def _task(self, task_id: str) -> Any:
        wanted = _uuid(task_id)
        for task in self._kernel.all_tasks():
            if task.id == wanted:
                return task
        raise TaskGone(wanted)

    def _open(self, task_id: str, kind: OpenTaskKind) -> Any:
        task = self._task(task_id)
        if task._state != TaskState.READY or not task.task_spec.manual or self._kind(task) is not kind:
            raise TaskGone(task.id)
        return task

    def _definition(self, task: Any) -> ActivityDefinition:
        return self._model.definition.activities[task.task_spec.element_id]

    def _kind(self, task: Any) -> OpenTaskKind:
        return OpenTaskKind.USER if self._definition(task).kind.done_by_people else OpenTaskKind.SERVICE

    def _open_task(self, task: Any) -> OpenTask:
        definition = self._definition(task)
        assignment = definition.assignment
        return OpenTask(
            id=str(task.id),
            element_id=definition.element_id,
            kind=self._kind(task),
            order=task.thread_id,
            scope_id=self._kernel.scope_ids(task)[0],
            title=self._text(definition.title_expression, task) or "",
            unit=self._text(assignment.unit_expression if assignment else None, task),
            person=self._text(assignment.person_expression if assignment else None, task),
            loop_index=self._loop_index(task),
        )

    def _text(self, expression: str | None, task: Any) -> str | None:
        if expression is None:
            return None
        value = self._kernel.evaluate(compile_expression(expression), task)
        return None if value is None else str(value)

    def _loop_index(self, task: Any) -> int | None:
        while True:
            if task.task_spec.loop_body is not None:
                index: int = task.internal_data[_INDEX]
                return index
            if task.workflow is self._kernel:
                return None
            task = task.workflow.parent_task


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
