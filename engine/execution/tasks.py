"""Finding a task under its instance's lock, and asking whether the viewer may work on it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Candidates, Right, Viewer, once_reached, right_of
from engine.domain.local_time import local_day
from engine.domain.mandate_refusals import MandateEnded
from engine.domain.refusals import TaskDone, TaskGone, TaskNotFound, TaskNotYours, TaskTaken
from engine.domain.states import TaskState
from engine.execution.instances import INSTANCES, TASKS
from engine.execution.recipients import candidates, candidates_of
from engine.execution.surroundings import Surroundings
from engine.store.rows import Statement
from engine.store.tables import ProcessInstance, Task

_LOCK: Final = Statement(
    select(ProcessInstance.__table__, Task.__table__)
    .join(Task, Task.instance_id == ProcessInstance.id)
    .where(Task.id == bindparam("task"), Task.agency_id == bindparam("agency"))
    .with_for_update(of=[ProcessInstance, Task])
)


def lock_task(session: Session, task: UUID, viewer: Viewer) -> tuple[ProcessInstance, Task]:
    """Lock the instance of a task of the viewer's agency, then read the task; raises TaskNotFound.

    The rows belong to no session: `write` what is set on them.
    """
    found = _LOCK.run(session, task=task, agency=viewer.agency).fetchone()
    if found is None:
        raise TaskNotFound(task)
    instance, row = INSTANCES.one(found[: INSTANCES.width]), TASKS.one(found[INSTANCES.width :])
    return instance, row


def right_to(task: Task, viewer: Viewer) -> Right | None:
    """By what right the viewer belongs to those the task waits for; a claim does not outlive the role."""
    return right_of(viewer, candidates_of(task))


def require_workable(
    session: Session, surroundings: Surroundings, task: Task, viewer: Viewer, now: datetime
) -> Right:
    """By what right the viewer may work on the task now; refuse where by none.

    A right by mandate is looked up anew in this transaction: what was taken back a moment ago opens nothing.
    Raises MandateEnded, TaskNotYours, TaskDone (with who and when), TaskGone or TaskTaken (with who and
    when). What is held by somebody who may no longer do it is free for the others.
    """
    right = right_to(task, viewer)
    if right is None or right.mandate is not None:
        today = local_day(now)
        fresh = surroundings.directory.viewer(session, viewer.person, today)
        right = None if fresh is None or fresh.agency != task.agency_id else right_to(task, fresh)
        if right is None:
            raise no_right(session, surroundings, task.id, candidates_of(task), viewer, today)
    if task.state == TaskState.COMPLETED and task.completed_at is not None:
        raise TaskDone(task.id, person_name(session, surroundings, task.completed_by), task.completed_at)
    if task.state == TaskState.CANCELLED:
        raise TaskGone(task.id)
    if task.claimed_by in {None, viewer.person} or task.claimed_at is None:
        return right
    if right.takes_over_from(task.claimed_by):
        return right
    if task.claimed_by in candidates(session, surroundings, task, local_day(now)):
        raise TaskTaken(task.id, person_name(session, surroundings, task.claimed_by), task.claimed_at)
    return right


def no_right(
    session: Session, surroundings: Surroundings, task: UUID, asked: Candidates, viewer: Viewer, day: date
) -> TaskNotYours | MandateEnded:
    """The refusal for somebody to whom the task is not open: why not, where it once was by a mandate."""
    ended = next(
        (
            one
            for one in surroundings.directory.ended_mandates(session, viewer.person, day)
            if once_reached(one, asked)
        ),
        None,
    )
    if ended is None:
        return TaskNotYours(task)
    return MandateEnded(task, person_name(session, surroundings, ended.mandate.principal), ended)


def person_name(session: Session, surroundings: Surroundings, person: UUID | None) -> str:
    """The name to show for a person, also when no longer known."""
    if person is None:
        return "Hệ thống"
    return surroundings.directory.names(session, frozenset({person})).get(person, "Người khác")


def claimed(task: Task, person: UUID, right: Right, now: datetime) -> None:
    """The move to CLAIMED, in the own name or in that of the mandate."""
    task.state = TaskState.CLAIMED
    task.claimed_by = person
    task.claimed_at = now
    task.claimed_for = right.principal
    task.mandate_id = right.mandate.id if right.mandate else None


def let_go(task: Task) -> None:
    """The move back to OPEN: nobody holds it, in nobody's name."""
    task.state = TaskState.OPEN
    task.claimed_by = task.claimed_at = task.claimed_for = task.mandate_id = None
