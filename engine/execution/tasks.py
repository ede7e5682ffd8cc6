"""Finding a task under its instance's lock, and asking whether the viewer may work on it."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Text, bindparam, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.refusals import (
    DutiesNotSeparated,
    TaskDone,
    TaskGone,
    TaskNotFound,
    TaskNotYours,
    TaskTaken,
)
from engine.domain.states import TaskState
from engine.execution.instances import INSTANCES, TASKS, candidates_of
from engine.execution.recipients import candidates
from engine.execution.surroundings import Surroundings
from engine.store.rows import Statement
from engine.store.tables import ProcessInstance, Task

_LOCK: Final = Statement(
    select(ProcessInstance.__table__, Task.__table__)
    .join(Task, Task.instance_id == ProcessInstance.id)
    .where(Task.id == bindparam("task"), Task.agency_id == bindparam("agency"))
    .with_for_update(of=[ProcessInstance, Task])
)
_DONE_BY: Final = Statement(
    select(Task.name, Task.scope).where(
        Task.instance_id == bindparam("instance"),
        Task.element_id == func.any(bindparam("elements", type_=ARRAY(Text))),
        Task.completed_by == bindparam("person"),
    )
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


def may_work_on(task: Task, viewer: Viewer) -> bool:
    """Whether the viewer belongs to those the task waits for; a claim does not outlive the role."""
    return candidates_of(task).include(viewer)


def require_workable(
    session: Session, surroundings: Surroundings, task: Task, viewer: Viewer, now: datetime
) -> None:
    """Refuse unless the viewer may work on the task now.

    Raises TaskNotYours, TaskDone (with who and when), TaskGone or TaskTaken (with who and when). What is held
    by somebody who may no longer do it is free for the others.
    """
    if not may_work_on(task, viewer):
        raise TaskNotYours(task.id)
    if task.state == TaskState.COMPLETED and task.completed_at is not None:
        raise TaskDone(task.id, person_name(session, surroundings, task.completed_by), task.completed_at)
    if task.state == TaskState.CANCELLED:
        raise TaskGone(task.id)
    if task.claimed_by in {None, viewer.person} or task.claimed_at is None:
        return
    if task.claimed_by in candidates(session, surroundings, task, local_day(now)):
        raise TaskTaken(task.id, person_name(session, surroundings, task.claimed_by), task.claimed_at)


def require_separate_duties(
    session: Session, task: Task, different_from: tuple[str, ...], viewer: Viewer
) -> None:
    """Refuse when the viewer completed one of the steps this one checks, in the same scope or around it."""
    if not different_from:
        return
    earlier = _DONE_BY.run(
        session, instance=task.instance_id, elements=list(different_from), person=viewer.person
    )
    for name, scope in earlier:
        if scope == task.scope or not scope:
            raise DutiesNotSeparated(task.id, name)


def person_name(session: Session, surroundings: Surroundings, person: UUID | None) -> str:
    """The name to show for a person, also when no longer known."""
    if person is None:
        return "Hệ thống"
    return surroundings.directory.names(session, frozenset({person})).get(person, "Người khác")


def claimed(task: Task, viewer: Viewer, now: datetime) -> None:
    """The move to CLAIMED."""
    task.state = TaskState.CLAIMED
    task.claimed_by = viewer.person
    task.claimed_at = now
