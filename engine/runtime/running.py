"""A running case: what may be done with it and what it waits for, without a word of the kernel beneath."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from SpiffWorkflow.util.task import TaskState

from engine.domain.declared_types import require_types
from engine.domain.definition import ActivityDefinition
from engine.domain.refusals import TaskGone
from engine.domain.values import Value
from engine.runtime import traffic
from engine.runtime.compiling import CompiledModel
from engine.runtime.expressions import Expression, compile_expression
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel import moving
from engine.runtime.kernel.events import catch_error
from engine.runtime.kernel.local_scopes import drop_local
from engine.runtime.kernel.loop_attributes import sight
from engine.runtime.kernel.messages import KeptMessage, key_of, listens, receive
from engine.runtime.kernel.resting import Scopes, Stored
from engine.runtime.kernel.timing import AT_REST, DUE, DroppedRounds
from engine.runtime.kernel.tokens import LIVE, beside_first, withdraw
from engine.runtime.kernel.workflow import PROCESS_SCOPE, Kernel
from engine.runtime.moments import CalendarInForce, TimerKind
from engine.runtime.state import dump_state, load_state
from engine.runtime.trace import ActivityEvent
from engine.runtime.traffic import OutgoingMessage, Subscription, Traffic
from engine.runtime.triggers import TriggerKind
from engine.runtime.waits import Waiting, Waits

MOST_TIMERS: Final = 1_000
MOST_CAUGHT_UP: Final = 100
"""Missed rounds of cycles that fire in one waking; the rest stays due."""
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
    """The scope it stands in, that of a loop's instance or a call; empty for that of the process."""
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
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingEvent:
    """An event that waits, of any kind."""

    id: str
    element_id: str
    kind: TriggerKind
    name: str | None
    """Of the message or signal; the code of an error or escalation, None for every code."""
    due: datetime | None


class RunningProcess:
    """One case in memory. After any exception throw it away: only a stored state is whole."""

    def __init__(self, model: CompiledModel, kernel: Kernel, *, cancelled: bool = False) -> None:
        self._model = model
        self._kernel = kernel
        self._cancelled = cancelled
        self._waiting = Waiting(kernel, model.definition)
        self._subscribed: Mapping[str, Subscription] = {}

    @classmethod
    def start(
        cls,
        model: CompiledModel,
        *,
        variables: Mapping[str, Value],
        now: datetime,
        calendar: CalendarInForce | None = None,
        begins_at: str | None = None,
        alone: bool = False,
    ) -> RunningProcess:
        """Begin a case and let it run until it waits; `calendar` counts the working days of its timers.

        Of several start events, `begins_at` names the one that happened. A case that is `alone` keeps what it
        sends for itself, since nobody carries messages to others. Raises ValuesMistyped.
        """
        require_types(model.definition.variables, variables)
        scopes: Scopes = Stored({})
        scopes[PROCESS_SCOPE] = dict(variables)
        kernel = Kernel(model.process_spec, model.level_specs, now, scopes)
        kernel.calendar = calendar
        kernel.begins_at, kernel.post.alone = begins_at, alone
        kernel.run()
        return cls(model, kernel)

    @classmethod
    def load(
        cls,
        model: CompiledModel,
        state: bytes,
        now: datetime,
        *,
        calendar: CalendarInForce | None = None,
        alone: bool = False,
    ) -> RunningProcess:
        """Take up a stored case; raises StateUnreadable when it is not one of this model."""
        kernel, stored = load_state(model, state, now)
        kernel.calendar = calendar
        kernel.post.alone = alone
        process = cls(model, kernel, cancelled=bool(stored["cancelled"]))
        process._subscribed = traffic.subscriptions(kernel)
        return process

    def dump(self) -> bytes:
        """The whole case as JSON."""
        return dump_state(self._kernel, self._model, {"cancelled": self._cancelled})

    # Moving on

    def complete(self, task_id: str, outputs: Mapping[str, Value], *, now: datetime | None = None) -> None:
        """Complete a user task with its values; raises TaskGone when it does not wait any more.

        Raises ValuesMistyped, with a message for each field, where a value is not of the declared type.
        """
        task = self._open(task_id, OpenTaskKind.USER)
        self._at(now)
        require_types(task.workflow.spec.variables, outputs)
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

    def pass_over(self, task_id: str, *, now: datetime | None = None) -> None:
        """Let an open task be left as it is, with nothing written; raises TaskGone."""
        task = self._task(task_id)
        if task._state != TaskState.READY or not task.task_spec.manual:
            raise TaskGone(UUID(task.id))
        self._at(now)
        drop_local(self._kernel, task)
        self._go_on(task)

    def move(
        self, place: str, target: str | None, *, after: bool = False, now: datetime | None = None
    ) -> tuple[str, ...]:
        """Move the token of a place to an element of its level; see `kernel.moving.move`."""
        self._at(now)
        return moving.move(self._kernel, place, target, after=after)

    def places(self) -> tuple[moving.Place, ...]:
        """Where tokens stand that may be moved, in order of arrival."""
        return moving.places(self._kernel)

    def targets(self, place: str) -> tuple[moving.Target, ...]:
        """Where the token of a place may be moved; raises PlaceGone."""
        return moving.targets(self._kernel, place)

    def scopes(self) -> tuple[moving.Scope, ...]:
        """The scopes of variables that exist now."""
        return moving.scopes(self._kernel)

    def fail_service(self, task_id: str, *, vi: str, en: str) -> None:
        """Say that an operator could not do its work: raises ProcessIncident at the task."""
        task = self._open(task_id, OpenTaskKind.SERVICE)
        definition = self._definition(task)
        raise ProcessIncident(element_id=definition.element_id, element_name=definition.name, vi=vi, en=en)

    def wake(self, now: datetime | None = None) -> tuple[PendingTimer, ...]:
        """Fire every timer that is due, the earliest first; returns those that fired, in order.

        A timer that begins to wait meanwhile and is already due fires too. A cycle makes up for the rounds it
        missed as its policy says; of very many, some stay due for the next waking.
        """
        self._at(now)
        fired: list[PendingTimer] = []
        caught_up = 0
        while caught_up < MOST_CAUGHT_UP and (due := self._due()):
            task = self._task(due[0].id)
            if not task.task_spec.comes_due(task):
                continue
            if len(fired) - caught_up > MOST_TIMERS:
                raise self._restless(task)
            # A round that was dropped in favour of a later one is not the one that fires.
            fired.append(replace(due[0], due=datetime.fromisoformat(task.internal_data[DUE])))
            task.task_spec.happen(task)
            self._kernel.run()
            caught_up += any(timer.id == fired[-1].id for timer in self._due())
        return tuple(fired)

    def _due(self) -> list[PendingTimer]:
        return [timer for timer in self.timers() if timer.due <= self._kernel.now]

    def dropped_rounds(self) -> tuple[DroppedRounds, ...]:
        """Rounds of cycles that were missed since the start or the loading and will not fire, in order."""
        return tuple(self._kernel.dropped_rounds)

    def correlate(
        self,
        message_name: str,
        payload: Mapping[str, Value],
        *,
        now: datetime | None = None,
        key: str | None = None,
        waiting_id: str | None = None,
        keep: bool = False,
    ) -> bool:
        """Hand a message to the event that waits for it longest, or to `waiting_id`; False when none waits.

        Without a key it is for whatever key the event waits with: the caller has compared them. The payload
        becomes variables of the scope in which the event stands. With `keep`, a message that comes early, for
        which something in the model may yet wait, is kept and given to the first that does; without it, the
        caller keeps such messages.
        """
        self._at(now)
        for pending in self.messages():
            if (
                pending.message_name == message_name
                and waiting_id in {None, pending.id}
                and key in {None, pending.key}
            ):
                receive(self._kernel, self._task(pending.id), payload)
                self._kernel.run()
                return True
        if keep and not self.completed and message_name in self._kernel.spec.receives:
            kept = KeptMessage(name=message_name, key=key, payload=dict(payload), for_any_key=key is None)
            self._kernel.post.kept.append(kept)
        return False

    def signal(self, name: str, *, now: datetime | None = None) -> int:
        """Let a signal happen to everything that waits for it now; to how many. A signal is not kept."""
        self._at(now)
        happened = self._kernel.broadcast(name)
        self._kernel.run()
        return happened

    def receive_signal(
        self, waiting_id: str, payload: Mapping[str, Value], *, now: datetime | None = None
    ) -> None:
        """Let a signal from outside happen to one event; raises TaskGone when it waits no more."""
        task = self._task(waiting_id)
        if task._state != TaskState.WAITING or not listens(task.task_spec):
            raise TaskGone(UUID(task.id))
        self._at(now)
        self._kernel.write(task, payload)
        task.task_spec.happen(task)
        self._kernel.run()

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
        self._kernel.post.kept.clear()
        self._cancelled = True

    # What it waits for

    def waits(self) -> Waits:
        """All that has a row of its own, without the work of `open_tasks`."""
        return self._waiting.now()

    def open_tasks(self, among: Container[str] | None = None) -> tuple[OpenTask, ...]:
        """Tasks of people and operators that wait, in order of arrival; those of the ids alone, if given."""
        return tuple(
            self._open_task(task) for task in self._ready() if among is None or str(task.id) in among
        )

    def timers(self) -> tuple[PendingTimer, ...]:
        """Timers that wait, the earliest first; of one moment, first those that do not interrupt."""
        return tuple(
            sorted(
                (
                    PendingTimer(
                        id=str(task.id),
                        element_id=task.task_spec.element_id,
                        kind=task.task_spec.trigger.timer.kind,
                        due=datetime.fromisoformat(task.internal_data[DUE]),
                    )
                    for task in beside_first(self._kernel.waiting(TriggerKind.TIMER))
                    if task.internal_data[DUE] != AT_REST
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
                key=key_of(task),
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
        """Messages sent since the start or the loading that nothing in the case was waiting for, in order."""
        return traffic.sent(self._kernel)

    def thrown_signals(self) -> tuple[str, ...]:
        """Signals thrown since the start or the loading, for the caller to tell to other cases."""
        return tuple(signal.name for signal in self._kernel.post.thrown)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Messages and signals that it waits for, in order of arrival."""
        return tuple(traffic.subscriptions(self._kernel).values())

    def traffic(self) -> Traffic | None:
        """What has changed towards other cases since this was last asked; None when nothing has."""
        before, self._subscribed = self._subscribed, traffic.subscriptions(self._kernel)
        return traffic.traffic(self._kernel, before, self._subscribed)

    @property
    def has_traffic(self) -> bool:
        """Whether `traffic` would tell of a change."""
        post = self._kernel.post
        return bool(post.sent or post.thrown) or self._subscribed != traffic.subscriptions(self._kernel)

    def kept_messages(self) -> tuple[str, ...]:
        """Names of the messages that came early and have not been received yet, in order."""
        return tuple(message.name for message in self._kernel.post.kept)

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

    def declared(self, task_id: str) -> Mapping[str, str]:
        """Name -> type, as the process declares in which a task stands: that of the case or a called one."""
        declared: Mapping[str, str] = self._task(task_id).workflow.spec.variables
        return declared

    def scopes_around(self, task_id: str) -> tuple[str, ...]:
        """The ids of the scopes in which a task stands (see OpenTask.scope_id), innermost first."""
        return tuple(self._kernel.scope_ids(self._task(task_id)))

    def set_variables(self, values: Mapping[str, Value], scope: str | None = None) -> None:
        """Write variables into the scope with that id (see OpenTask.scope_id), or that of the process."""
        target = self._kernel.scopes.get(scope or PROCESS_SCOPE)
        if target is None:
            raise KeyError(scope)
        self._kernel.write_to(scope or PROCESS_SCOPE, values)
        self._kernel.run(by_hand=True)

    def evaluate(self, expression: str | Expression, task_id: str | None = None) -> Value:
        """The value of an expression as a task, or the process, sees the case; raises ExpressionError."""
        compiled = compile_expression(expression) if isinstance(expression, str) else expression
        task = None if task_id is None else self._task(task_id)
        return compiled.evaluate(sight(self._kernel, compiled, task))

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
        return sorted(self._kernel.matching(_open), key=lambda task: int(task.thread_id))

    def _task(self, task_id: str) -> Any:
        wanted = _uuid(task_id)
        task = self._kernel.subprocesses.find(wanted.hex)
        if task is None or not task._state & LIVE:
            raise TaskGone(wanted)
        return task

    def _open(self, task_id: str, kind: OpenTaskKind) -> Any:
        task = self._task(task_id)
        if task._state != TaskState.READY or not task.task_spec.manual or self._kind(task) is not kind:
            raise TaskGone(UUID(task.id))
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
            scope_id=self._kernel.place_of(task),
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


def _open(spec: Any, state: int) -> bool:
    return state == TaskState.READY and bool(spec.manual)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
