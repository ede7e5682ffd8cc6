"""Lets events begin to wait in a case that was carried over to a version of its model that has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from SpiffWorkflow.util.task import TaskState

from engine.domain import migration_findings as say
from engine.domain.definition import ActivityDefinition
from engine.domain.identifiers import derived_id
from engine.domain.migration import MigrationFinding
from engine.runtime.compiling import CompiledModel
from engine.runtime.expressions import Expression
from engine.runtime.kernel.events import RACE
from engine.runtime.kernel.local_scopes import renew_local
from engine.runtime.kernel.timing import DUE
from engine.runtime.kernel.tokens import Held
from engine.runtime.kernel.workflow import Kernel
from engine.runtime.moments import TimerKind
from engine.runtime.running import RunningProcess
from engine.runtime.triggers import Trigger, TriggerKind

_OF_ITS_PLACE: Final = frozenset({RACE, "index"})
"""What a waiting event keeps that does not belong to what it waits for."""


class Beginning(StrEnum):
    """How an event begins to wait."""

    BORDER = "border"
    HANDLER = "handler"
    AGAIN = "again"
    """It waited before and waits for something else now."""

    @staticmethod
    def border_of(activity: UUID) -> UUID:
        """The id of the border that a running activity gets."""
        return derived_id("border", activity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An event that is to begin to wait."""

    how: Beginning
    at: str
    """The border, the task of the level around (empty for the process), or the event itself; as hex."""
    spec: str


def compare_triggers(
    activity: ActivityDefinition, old: Trigger, new: Trigger, kept: Mapping[str, Any]
) -> tuple[list[MigrationFinding], bool]:
    """What to say when an event is written differently, and whether it has to begin to wait again.

    A moment already reckoned stays; only a cycle, whose later rounds would not fit, is counted anew.
    """
    if _content(old) == _content(new):
        return [], False
    if old.timer is not None and new.timer is not None:
        if TimerKind.CYCLE in {old.timer.kind, new.timer.kind}:
            return [say.timer_rearmed(activity)], True
        return [say.timer_kept(activity, datetime.fromisoformat(kept[DUE]))], False
    return [say.trigger_changed(activity, _named(old), _named(new))], True


def arm(process: RunningProcess, model: CompiledModel, arms: tuple[Arm, ...]) -> tuple[MigrationFinding, ...]:
    """Let the events begin to wait; one whose time has come happens at once. Raises ProcessIncident."""
    kernel = process._kernel
    renew_local(kernel)
    activities = model.definition.activities
    findings: list[MigrationFinding] = []
    for each in arms:
        task = _begin(kernel, each)
        if task is None:
            continue
        activity = activities[task.task_spec.element_id]
        due = datetime.fromisoformat(task.internal_data[DUE]) if DUE in task.internal_data else None
        match each.how:
            case Beginning.BORDER:
                host = activities[activity.attached_to or ""]
                findings.append(say.border_armed(activity, host.name or host.element_id, due))
            case Beginning.HANDLER:
                findings.append(say.handler_armed(activity, due))
            case Beginning.AGAIN:
                pass
    kernel.run()
    happened = {event.element_id for event in process.trace()}
    begun = {kernel.spec.name: kernel.spec} | dict(model.level_specs)
    for each in arms:
        element = next(
            s.task_specs[each.spec].element_id for s in begun.values() if each.spec in s.task_specs
        )
        if element in happened:
            findings.append(say.happens_at_once(activities[element]))
    return tuple(dict.fromkeys(findings))


def _begin(kernel: Kernel, each: Arm) -> Any:
    if each.how is Beginning.HANDLER:
        level = kernel.subprocesses.get(each.at) if each.at else kernel
        return None if level is None else _new(level, each.spec, level.task_tree)
    found = kernel.subprocesses.find(each.at)
    if found is None:
        # An event that happened at once has taken away what this one would wait beside.
        return None
    if each.how is Beginning.BORDER:
        return _new(found.workflow, each.spec, found)
    found.internal_data = {key: kept for key, kept in found.internal_data.items() if key in _OF_ITS_PLACE}
    found.task_spec._arm(found)
    return found


def _new(workflow: Any, spec: str, under: Any) -> Any:
    task = Held(workflow, workflow.spec.task_specs[spec], under, state=TaskState.FUTURE)
    task.task_spec._update(task)
    return task


def _named(trigger: Trigger) -> str:
    if trigger.kind is TriggerKind.CONDITION and trigger.condition is not None:
        return trigger.condition.text
    return trigger.name or trigger.kind.value


def _content(value: Any) -> Any:
    """What was written, in a form that two compilations of the same text share."""
    if isinstance(value, Expression):
        return value.text
    if is_dataclass(value):
        return tuple(_content(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, tuple):
        return tuple(_content(each) for each in value)
    return value
