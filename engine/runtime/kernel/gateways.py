"""Gateways: conditions in our language, and joins that count the tokens waiting at them.

The library's parallel and inclusive joins look for completed ancestors and fire early in the second round of
a loop: after “send back”, one of two approvals is enough. Here a token that waits at a join is consumed once,
by the firing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from SpiffWorkflow.bpmn.specs import defaults as library
from SpiffWorkflow.bpmn.specs.bpmn_task_spec import BpmnTaskSpec
from SpiffWorkflow.util.task import TaskState

from engine.runtime.expressions import Expression
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.tokens import Token, forget, kernel_of, live_tasks

_VIA = "via"
_CHOSEN = "to"


class _Choice(Token):
    """A gateway whose ways out depend on conditions."""

    conditions: list[tuple[Expression | None, str]]
    """(condition, next spec) in order of the drawing; None is the flow taken when no condition is true."""

    def _true_ways(self, my_task: Any, *, first_only: bool) -> list[str]:
        kernel = kernel_of(my_task)
        chosen: list[str] = []
        for condition, name in self.conditions:
            if condition is not None and kernel.holds(condition, my_task):
                chosen.append(name)
                if first_only:
                    break
        chosen = chosen or [name for condition, name in self.conditions if condition is None][:1]
        if not chosen:
            raise ProcessIncident(
                element_id=self.element_id or "",
                element_name=self.element_name,
                vi="không điều kiện nào đúng và không có luồng mặc định",
                en="no condition is true and there is no default flow",
            )
        return chosen

    def ways_out(self, my_task: Any) -> Iterable[str]:
        chosen: list[str] = my_task.internal_data[_CHOSEN]
        return chosen


class ExclusiveGateway(_Choice, library.ExclusiveGateway):  # type: ignore[misc]
    """One way out: the first whose condition is true, else the default."""

    def _run_hook(self, my_task: Any) -> bool:
        my_task.internal_data[_CHOSEN] = self._true_ways(my_task, first_only=True)
        return True


class ConditionalFlows(_Choice, BpmnTaskSpec):  # type: ignore[misc]
    """Behind an activity with conditional flows: all true ones, those without condition, else the default."""

    traced = False
    always: list[str]

    def _run_hook(self, my_task: Any) -> bool:
        kernel = kernel_of(my_task)
        true = [
            name
            for condition, name in self.conditions
            if condition is not None and kernel.holds(condition, my_task)
        ]
        if not true and (not self.always or any(condition is None for condition, _ in self.conditions)):
            true = self._true_ways(my_task, first_only=True)
        my_task.internal_data[_CHOSEN] = [*self.always, *true]
        return True


class _Join(Token):
    """A gateway at which tokens wait for one another."""

    def _update_hook(self, my_task: Any) -> bool:
        if len(self._inputs) < 2:  # noqa: PLR2004  a single way in has nothing to wait for
            return True
        if my_task._state != TaskState.WAITING:
            my_task.internal_data[_VIA] = my_task.parent.task_spec.name
            my_task._state = TaskState.WAITING
        waiting = self._waiting(my_task)
        if not self._may_fire(my_task, waiting):
            return False
        for via, token in waiting.items():
            if token is not my_task and via != my_task.internal_data[_VIA]:
                token._state = TaskState.COMPLETED
                forget(token)
        return True

    def _waiting(self, my_task: Any) -> dict[str, Any]:
        """One waiting token for each way in that has one, the longest waiting first."""
        waiting: dict[str, Any] = {}
        for task in my_task.workflow.tasks.matching(
            lambda spec, state: spec is self and state == TaskState.WAITING
        ):
            waiting.setdefault(task.internal_data[_VIA], task)
        return waiting

    def _may_fire(self, my_task: Any, waiting: Mapping[str, Any]) -> bool:
        raise NotImplementedError


class ParallelGateway(_Join, library.ParallelGateway):  # type: ignore[misc]
    """Fires when each way in has a token; consumes one of each."""

    def _may_fire(self, _my_task: Any, waiting: Mapping[str, Any]) -> bool:
        return len(waiting) == len(self._inputs)


class InclusiveGateway(_Choice, _Join, library.InclusiveGateway):  # type: ignore[misc]
    """Fires when no other token can still come to a way in that has none; then takes every true way out."""

    recheck = True

    def _run_hook(self, my_task: Any) -> bool:
        my_task.internal_data[_CHOSEN] = self._true_ways(my_task, first_only=False)
        return True

    def _may_fire(self, my_task: Any, waiting: Mapping[str, Any]) -> bool:
        missing = set(self._inputs) - waiting.keys()
        if not missing:
            return True
        starts: set[str] = set()
        for token in live_tasks(my_task.workflow):
            if token.task_spec is not self:
                starts.add(token.task_spec.name)
            elif token._state == TaskState.FUTURE:
                return False
        for start in starts:
            reached = self._ways_in_reached(start, my_task.workflow.spec.task_specs)
            # BPMN 2.0, 13.4.3: a token that can also come where one already waits does not hold the join up.
            if reached & missing and not reached & waiting.keys():
                return False
        return True

    def _ways_in_reached(self, start: str, specs: Mapping[str, Any]) -> set[str]:
        """Ways into this join that a token at `start` can reach without passing the join."""
        reached: set[str] = set()
        seen: set[str] = set()
        stack = [start]
        while stack:
            name = stack.pop()
            if name in seen:
                continue
            seen.add(name)
            for following in specs[name]._outputs:
                if following == self.name:
                    reached.add(name)
                else:
                    stack.append(following)
        return reached
