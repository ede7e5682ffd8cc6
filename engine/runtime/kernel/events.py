"""Events: they wait for something to happen, throw something, or end a branch or a whole level.

A timer never reads the clock: when it begins to wait its absolute moment is reckoned once, and the caller
says that the moment has come.
"""

from __future__ import annotations

from typing import Any, Final

from SpiffWorkflow.bpmn.specs import defaults as library
from SpiffWorkflow.bpmn.specs.bpmn_task_spec import BpmnTaskSpec
from SpiffWorkflow.util.task import TaskState

from engine.domain.values import Value
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel import messages, timing
from engine.runtime.kernel.local_scopes import hand_over
from engine.runtime.kernel.tokens import LIVE, Held, Token, kernel_of, live_tasks, withdraw
from engine.runtime.trace import What
from engine.runtime.triggers import Trigger, TriggerKind

RACE: Final = "race"
_MET: Final = "met"
_HAPPENED: Final = {
    TriggerKind.TIMER: What.TIMER_FIRED,
    TriggerKind.MESSAGE: What.MESSAGE_RECEIVED,
    TriggerKind.SIGNAL: What.SIGNAL_RECEIVED,
    TriggerKind.ERROR: What.ERROR_CAUGHT,
    TriggerKind.ESCALATION: What.ESCALATION_CAUGHT,
    TriggerKind.CONDITION: What.CONDITION_MET,
}


class StartEvent(Token, library.StartEvent):  # type: ignore[misc]
    """The start of a level."""


class Waiting(Token):
    """Waits for its trigger."""

    trigger: Trigger

    def _update_hook(self, my_task: Any) -> bool:
        if my_task._state != TaskState.WAITING:
            my_task._state = TaskState.WAITING
            self.arrived(my_task)
            self._arm(my_task)
        return False

    def _arm(self, my_task: Any) -> None:
        kernel = kernel_of(my_task)
        timer = self.trigger.timer
        match self.trigger.kind:
            case TriggerKind.TIMER if timer is not None:
                timing.arm(kernel, timer, my_task)
            case TriggerKind.MESSAGE:
                messages.wait_for_message(kernel, self.trigger, my_task)
            case _:
                kernel.unsettled = True

    def happen(self, my_task: Any) -> None:
        """What it waits for has come."""
        kernel_of(my_task).note(_HAPPENED[self.trigger.kind], my_task)
        if self._goes_on_waiting(my_task):
            token = Held(my_task.workflow, self, my_task.parent, state=TaskState.FUTURE)
            hand_over(kernel_of(my_task), my_task, token)
            token._ready()
            return
        self._take_away(my_task)
        my_task._ready()

    def met(self, my_task: Any) -> bool:
        """Whether its condition has become true since it was last looked at."""
        if self.trigger.condition is None:
            return False
        before = my_task.internal_data.pop(_MET, False)
        holds: bool = kernel_of(my_task).holds(self.trigger.condition, my_task)
        if holds:
            my_task.internal_data[_MET] = True
        return holds and not before

    def _goes_on_waiting(self, _my_task: Any) -> bool:
        """Whether it may happen again while the token of this time moves on."""
        return False

    def _take_away(self, my_task: Any) -> None:
        """Withdraw what must not go on once this has happened: the rivals behind an event-based gateway."""
        race = my_task.internal_data.pop(RACE, None)
        if race is not None:
            for other in live_tasks(my_task.workflow):
                if other.internal_data.get(RACE) == race:
                    withdraw(other)

    def comes_due(self, my_task: Any) -> bool:
        """Whether a timer whose moment has come fires; a cycle may drop rounds that it missed."""
        return timing.comes_due(kernel_of(my_task), my_task, repeats=self._repeats)

    @property
    def _repeats(self) -> bool:
        """Whether it may happen more than once."""
        return False


class CatchEvent(Waiting, library.IntermediateCatchEvent):  # type: ignore[misc]
    """An intermediate event in the flow."""


class _Repeatable(Waiting):
    """Stands beside the flow; when it does not interrupt, it may happen again and again."""

    traced = False
    cancel_activity: bool

    def _goes_on_waiting(self, my_task: Any) -> bool:
        if self.cancel_activity:
            return False
        return self.trigger.kind is not TriggerKind.TIMER or timing.next_round(kernel_of(my_task), my_task)

    @property
    def _repeats(self) -> bool:
        return not self.cancel_activity


class BoundaryEvent(_Repeatable, library.BoundaryEvent):  # type: ignore[misc]
    """An event on the border of an activity, waiting as long as the activity runs."""

    def _take_away(self, my_task: Any) -> None:
        if self.cancel_activity:
            for sibling in list(my_task.parent.children):
                fired = isinstance(sibling.task_spec, BoundaryEvent) and sibling._state == TaskState.READY
                if sibling is not my_task and sibling._state & LIVE and not fired:
                    withdraw(sibling)

    def leaving(self, my_task: Any) -> None:
        kernel_of(my_task).note(What.COMPLETED, my_task)


class HandlerStart(_Repeatable, BpmnTaskSpec):  # type: ignore[misc]
    """The start of an event sub-process: waits as long as the level around it has anything else to do."""

    dormant = True
    handler: str

    def _take_away(self, my_task: Any) -> None:
        if self.cancel_activity:
            my_task.workflow.interruptions += 1
            for other in live_tasks(my_task.workflow):
                # An earlier withdrawal may have taken this one along.
                if other is not my_task and other._state & LIVE:
                    withdraw(other)


class EventGateway(Token, BpmnTaskSpec):  # type: ignore[misc]
    """Lets the events behind it wait for one another's rivals: the first to happen takes the others away."""

    def prepare(self, my_task: Any, child: Any) -> None:
        child.internal_data[RACE] = my_task.hex


class _Throwing(Token):
    """Throws its trigger, if it has one, when the token departs."""

    trigger: Trigger | None = None

    def leaving(self, my_task: Any) -> None:
        super().leaving(my_task)
        if self.trigger is not None:
            throw(my_task, self.trigger)


class ThrowEvent(_Throwing, BpmnTaskSpec):  # type: ignore[misc]
    """An intermediate event that throws, or does nothing."""


class EndEvent(_Throwing, library.EndEvent):  # type: ignore[misc]
    """Ends its branch, with a throw if it has one; a terminate end event ends its level."""

    def leaving(self, my_task: Any) -> None:
        kernel = kernel_of(my_task)
        if my_task.workflow is kernel:
            kernel.ends.append(self.element_id or "")
        super().leaving(my_task)


def throw(my_task: Any, trigger: Trigger) -> None:
    """Throw something where a task stands."""
    kernel = kernel_of(my_task)
    name = trigger.name or ""
    match trigger.kind:
        case TriggerKind.MESSAGE:
            messages.send(kernel, trigger, my_task)
        case TriggerKind.SIGNAL:
            messages.throw_signal(kernel, trigger, my_task)
        case TriggerKind.ESCALATION:
            catcher = catcher_of(my_task, trigger.kind, name)
            if catcher is not None:
                _catch(catcher, name, None)
        case TriggerKind.ERROR:
            said = None if trigger.message is None else kernel.evaluate(trigger.message, my_task)
            catch_error(my_task, name, said)
        case TriggerKind.TERMINATE:
            for task in live_tasks(my_task.workflow):
                # An earlier withdrawal may have taken this one along.
                if task is not my_task and task._state & LIVE:
                    withdraw(task)
        case _:
            pass


def catch_error(my_task: Any, code: str, message: Value = None) -> None:
    """Lead an error to the event that catches it; an incident when none does."""
    catcher = catcher_of(my_task, TriggerKind.ERROR, code)
    if catcher is None:
        spec = my_task.task_spec
        raise ProcessIncident(
            element_id=spec.element_id or "",
            element_name=spec.element_name,
            vi=f"không sự kiện nào bắt lỗi “{code}”",
            en=f"no event catches the error “{code}”",
        )
    _catch(catcher, code, message)


def _catch(catcher: Any, code: str, message: Value) -> None:
    trigger: Trigger = catcher.task_spec.trigger
    told = {trigger.code_variable: code, trigger.message_variable: message}
    kernel_of(catcher).write(catcher, {name: value for name, value in told.items() if name is not None})
    catcher.task_spec.happen(catcher)


def catcher_of(my_task: Any, kind: TriggerKind, code: str) -> Any:
    """The innermost waiting event that catches the code, from where the task stands outwards."""
    inside = my_task
    while True:
        level = inside.workflow
        for group in (_border(inside), _handlers(level, inside)):
            catchers = [task for task in group if task.task_spec.trigger.kind is kind]
            catchers.sort(key=lambda task: task.task_spec.trigger.name is None)
            for task in catchers:
                if task.task_spec.trigger.name in {None, code}:
                    return task
        if level is kernel_of(my_task):
            return None
        inside = level.parent_task


def _border(inside: Any) -> list[Any]:
    """The events that wait on the border of an activity, or of the loop that it is an instance of."""
    carrier = inside.parent if inside.task_spec.loop_body is not None else inside
    siblings = carrier.parent.children if carrier.parent is not None else []
    return [
        task
        for task in siblings
        if isinstance(task.task_spec, BoundaryEvent) and task._state == TaskState.WAITING
    ]


def _handlers(level: Any, inside: Any) -> list[Any]:
    """The waiting starts of event sub-processes of a level, but not of the one that `inside` is."""
    return [
        task
        for task in live_tasks(level)
        if isinstance(task.task_spec, HandlerStart)
        and task._state == TaskState.WAITING
        and task.task_spec.handler != inside.task_spec.name
    ]
