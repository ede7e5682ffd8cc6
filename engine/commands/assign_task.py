"""Give a task to a named person who may do it, or back to its queue, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Right, Viewer, right_of
from engine.domain.local_time import local_day
from engine.domain.mandate_refusals import AlreadyHeld, AssigneeAbsent, AssigneeMayNot
from engine.domain.refusals import NotAuthorised, ReasonMissing, TaskDone, TaskGone
from engine.domain.states import TaskState
from engine.domain.text import normal
from engine.execution.assigning import may_assign, waits_in_vain
from engine.execution.confidential import require_open
from engine.execution.history import HistoryWriter
from engine.execution.ladders import look_again
from engine.execution.notices import notify
from engine.execution.recipients import candidates, candidates_of
from engine.execution.separation import separated
from engine.execution.standing import require_running
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import claimed, let_go, lock_task, person_name
from engine.store.rows import write
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task

NEW_TASK = "M01"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignTask:
    """The viewer gives the task to `to`; None: back to its queue. The reason stands in the history."""

    task: UUID
    viewer: Viewer
    origin: str
    to: UUID | None
    reason: str


def assign_task(store: Store, surroundings: Surroundings, command: AssignTask, now: datetime) -> None:
    """Let the person hold the task from now on, or nobody; what was typed stays with it.

    The head of the task's unit, the ISO secretary and the administrator may. The person gets the task only
    where it is open to that person, of own right or by a mandate, and is told; what waits for one person who
    has left the agency may go to any colleague. Raises ReasonMissing,
    TaskNotFound, NotAuthorised, CaseConfidential, TaskDone, TaskGone, InstanceSuspended, AlreadyHeld,
    AssigneeAbsent, AssigneeMayNot, and why duties are not separated.
    """
    reason = normal(command.reason)
    if not reason:
        raise ReasonMissing
    with store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        if not may_assign(command.viewer, task):
            raise NotAuthorised("giao việc này cho người khác", "give this task to somebody")
        require_open(session, command.viewer, instance)
        _require_open(session, surroundings, task)
        require_running(session, surroundings, instance)
        holder, held_for = task.claimed_by, task.claimed_for
        if holder == command.to:
            raise AlreadyHeld(task.id, person_name(session, surroundings, holder) if holder else "")
        told: dict[str, object] = {"from": holder, "from_for": held_for, "to": command.to, "reason": reason}
        if command.to is None:
            let_go(task)
            persons = candidates(session, surroundings, task, local_day(now))
        else:
            if waits_in_vain(session, surroundings, task):
                told["waited_for"], task.person_id = task.person_id, command.to
            right = _right(session, surroundings, instance, task, command.to, now)
            claimed(task, command.to, right, now)
            told |= right.told()
            persons = (command.to,)
        look_again(task, surroundings, now)
        history = HistoryWriter(instance, Actor(person=command.viewer.person, origin=command.origin), now)
        history.record("task.assigned", element=task.element_id, task=task.id, data=told)
        history.append(session)
        write(session, task)
        write(session, instance)
        step = f"assigned {now.isoformat()}"
        notify(
            session,
            instance,
            persons,
            kind=NEW_TASK,
            now=now,
            task=task,
            step=step,
            data={"reason": reason, "by": command.viewer.person},
        )


def _require_open(session: Session, surroundings: Surroundings, task: Task) -> None:
    if task.state == TaskState.COMPLETED and task.completed_at is not None:
        raise TaskDone(task.id, person_name(session, surroundings, task.completed_by), task.completed_at)
    if task.state == TaskState.CANCELLED:
        raise TaskGone(task.id)


def _right(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task,
    person: UUID,
    now: datetime,
) -> Right:
    """By what right the person will hold it; whom it was taken from plays no part."""
    directory, today = surroundings.directory, local_day(now)
    name = person_name(session, surroundings, person)
    viewer = directory.viewer(session, person, today)
    right = None
    if viewer is not None and viewer.agency == task.agency_id:
        right = right_of(viewer, candidates_of(task))
    if right is None:
        raise AssigneeMayNot(task.id, name)
    if directory.absent(session, person, today):
        raise AssigneeAbsent(task.id, name)
    for kept_out, why in separated(session, surroundings, instance, task, ((person, right),), now):
        raise why(person_name(session, surroundings, kept_out))
    return right
