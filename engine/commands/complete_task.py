"""Complete a user task: its form is checked, the process goes on, all in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Actor, Right, Viewer
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Submitted, examine, parse_form
from engine.domain.states import InstanceState, TaskState
from engine.domain.values import Value, dump_values
from engine.execution.answer_checks import found_early, require_accepted
from engine.execution.incidents import told_to_administrators
from engine.execution.instances import Execution, resume
from engine.execution.references import signing
from engine.execution.separation import require_separate_duties
from engine.execution.standing import require_running
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import claimed, lock_task, require_workable
from engine.store.session import Store
from engine.store.tables import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTask:
    """What the viewer handed in for the task."""

    task: UUID
    viewer: Viewer
    origin: str
    submitted: Submitted


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCompleted:
    """What follows: whether the instance ended, and how many of its tasks are open now."""

    instance: UUID
    ended: bool
    open_tasks: int


def complete_task(
    store: Store, surroundings: Surroundings, command: CompleteTask, now: datetime
) -> TaskCompleted:
    """Complete the task; an unclaimed task is claimed by completing it.

    Of two people exactly one wins; the other gets TaskDone with who and when. Raises FieldsInvalid with a
    message for each field, ProcessIncident, and as claim_task.
    """
    actor = Actor(person=command.viewer.person, origin=command.origin)
    with told_to_administrators(store, surroundings, command.task, now), store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        right = require_workable(session, surroundings, task, command.viewer, now)
        require_running(session, surroundings, instance)
        execution = resume(session, surroundings, instance, actor=actor, now=now)
        require_separate_duties(
            session,
            surroundings,
            instance,
            task,
            command.viewer.person,
            right,
            now,
            process=execution.process,
        )
        outputs = _checked(execution, task, command, right)
        require_accepted(execution, task, outputs, person=command.viewer.person, principal=right.principal)
        if task.claimed_by != command.viewer.person:
            claimed(task, command.viewer.person, right, now)
        _complete(execution, task, command.viewer, right, outputs)
        execution.save()
        return TaskCompleted(
            instance=instance.id,
            ended=instance.state != InstanceState.RUNNING,
            open_tasks=execution.open_tasks,
        )


def _checked(execution: Execution, task: Task, command: CompleteTask, right: Right) -> Mapping[str, Value]:
    """The answers; raises FieldsInvalid with all that is wrong, so far as an incomplete page shows it."""
    if task.form_key is None:
        return {}
    form = parse_form(execution.definition.forms[task.form_key])
    known, viewer = execution.process.variables(str(task.id)), command.viewer
    found = examine(form, command.submitted, known, given=signing(execution, viewer))
    if not found.problems:
        return found.values
    early = found_early(execution, task, found.values, person=viewer.person, principal=right.principal)
    wrong = {name: list(messages) for name, messages in found.problems.items()}
    for name, messages in early.items():
        wrong.setdefault(name, []).extend(messages)
    raise FieldsInvalid(fields=wrong)


def _complete(
    execution: Execution, task: Task, viewer: Viewer, right: Right, outputs: Mapping[str, Value]
) -> None:
    task.state = TaskState.COMPLETED
    task.completed_by = viewer.person
    task.completed_at = execution.now
    # A mandate by which it was claimed may have ended while an own right goes on, or another one.
    task.claimed_for = task.completed_for = right.principal
    task.mandate_id = right.mandate.id if right.mandate else None
    task.escalate_at = None
    task.outputs = dump_values(outputs)
    task.draft = None
    execution.keep(task)
    execution.record(
        "task.completed",
        element=task.element_id,
        task=task.id,
        data={"outputs": dump_values(outputs).decode(), **right.told()},
    )
    execution.process.complete(str(task.id), outputs, now=execution.now)
