"""Events: they wait for a moment or a message, or end a branch or a whole level.

A timer never reads the clock: when it begins to wait its absolute moment is reckoned once, and the caller
says that the moment has come.
"""

from __future__ import annotations

from typing import Any

from SpiffWorkflow.bpmn.specs import defaults as library
from SpiffWorkflow.util.task import TaskState

from engine.runtime.kernel.tokens import Token, kernel_of, live_tasks, withdraw
from engine.runtime.moments import TimerRule
from engine.runtime.trace import What

DUE = "due"


class StartEvent(Token, library.StartEvent):  # type: ignore[misc]
    """The plain start of a level."""


class EndEvent(Token, library.EndEvent):  # type: ignore[misc]
    """Ends its branch; a terminate end event ends its level."""

    terminates = False

    def leaving(self, my_task: Any) -> None:
        super().leaving(my_task)
        kernel = kernel_of(my_task)
        if my_task.workflow is kernel:
            kernel.ends.append(self.element_id or "")
        if self.terminates:
            for task in live_tasks(my_task.workflow):
                # An earlier withdrawal may have taken this one along.
                if task is not my_task and task._state != TaskState.CANCELLED:
                    withdraw(task)


class _Waiting(Token):
    """An event that waits for its moment or its message."""

    timer: TimerRule | None = None
    message: str | None = None

    def _update_hook(self, my_task: Any) -> bool:
        if my_task._state != TaskState.WAITING:
            my_task._state = TaskState.WAITING
            self.arrived(my_task)
            if self.timer is not None:
                my_task.internal_data[DUE] = kernel_of(my_task).due(self.timer, my_task).isoformat()
        return False

    def happen(self, my_task: Any) -> None:
        """The moment or the message has come."""
        what = What.MESSAGE_RECEIVED if self.timer is None else What.TIMER_FIRED
        kernel_of(my_task).note(what, my_task)
        my_task._ready()


class CatchEvent(_Waiting, library.IntermediateCatchEvent):  # type: ignore[misc]
    """An intermediate event in the flow."""


class BoundaryEvent(_Waiting, library.BoundaryEvent):  # type: ignore[misc]
    """An event on the border of an activity, waiting as long as the activity runs."""

    traced = False

    def _run_hook(self, my_task: Any) -> bool:
        if self.cancel_activity:
            for sibling in list(my_task.parent.children):
                if sibling is not my_task and sibling._state & TaskState.NOT_FINISHED_MASK:
                    withdraw(sibling)
        return True

    def leaving(self, my_task: Any) -> None:
        kernel_of(my_task).note(What.COMPLETED, my_task)
