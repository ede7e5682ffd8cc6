"""What a case waits for that has a row of its own: tasks of people, tasks of operators, timers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from SpiffWorkflow.util.task import TaskState

from engine.domain.definition import ProcessDefinition
from engine.runtime.kernel.resting import Standing
from engine.runtime.kernel.timing import AT_REST, DUE
from engine.runtime.kernel.tokens import Held, shown
from engine.runtime.kernel.workflow import Kernel


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What a case waits for, by id, as the rows of tasks, jobs and timers shadow it."""

    users: Mapping[str, str]
    """Tasks of people: id -> element id."""
    services: Mapping[str, str]
    """Tasks of operators: id -> element id."""
    timers: Mapping[str, tuple[str, datetime]]
    """id -> (element id, due)."""


class Waiting:
    """Reads what a case waits for; what rests is looked at once, however often it is asked."""

    def __init__(self, kernel: Kernel, definition: ProcessDefinition) -> None:
        self._kernel = kernel
        self._activities = definition.activities
        self._resting: _Found | None = None

    def now(self) -> Waits:
        """All that the case waits for now."""
        if self._resting is None:
            self._resting = self._read(_Found(), self._kernel.resting())
        found = self._resting.without(shown(hex_id) for hex_id in self._kernel.woken)
        self._read(found, (_standing(task) for task in self._kernel.awake()))
        return Waits(users=found.users, services=found.services, timers=found.timers)

    def _read(self, found: _Found, tokens: Iterable[Standing]) -> _Found:
        for spec, hex_id, state, kept in tokens:
            if state == TaskState.READY and spec.manual:
                by_people = self._activities[spec.element_id].kind.done_by_people
                (found.users if by_people else found.services)[shown(hex_id)] = spec.element_id
            elif state == TaskState.WAITING and kept and kept.get(DUE, AT_REST) != AT_REST:
                found.timers[shown(hex_id)] = (spec.element_id, datetime.fromisoformat(kept[DUE]))
        return found


@dataclass(slots=True)
class _Found:
    users: dict[str, str] = field(default_factory=dict)
    services: dict[str, str] = field(default_factory=dict)
    timers: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def without(self, tasks: Iterable[str]) -> _Found:
        found = _Found(dict(self.users), dict(self.services), dict(self.timers))
        for task in tasks:
            found.users.pop(task, None)
            found.services.pop(task, None)
            found.timers.pop(task, None)
        return found


def _standing(task: Held) -> Standing:
    return task.task_spec, task.hex, task._state, task.internal_data
