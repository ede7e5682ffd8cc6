"""Take a task from its queue, give it back, or return it with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Right, Viewer
from engine.domain.local_time import local_day
from engine.domain.refusals import ReasonMissing, TaskNotClaimed
from engine.domain.text import normal
from engine.execution.history import HistoryWriter
from engine.execution.ladders import look_again
from engine.execution.notices import notify
from engine.execution.separation import require_separate_duties
from engine.execution.standing import require_running
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import claimed, let_go, lock_task, require_workable
from engine.store.rows import write
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task

OVERSEER_ROLE = "THU_KY_ISO"
"""Who is told when an officer returns a task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTask:
    """The viewer wants to hold the task."""

    task: UUID
    viewer: Viewer
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTask:
    """The holder gives the task back to its queue."""

    task: UUID
    viewer: Viewer
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTask:
    """The holder gives the task back and says why; the ISO secretary is told."""

    task: UUID
    viewer: Viewer
    origin: str
    reason: str


def claim_task(store: Store, surroundings: Surroundings, command: ClaimTask, now: datetime) -> None:
    """Hold the task; claiming what one holds already changes nothing.

    The substitute of an absent person takes over what that person had claimed. Raises TaskNotFound,
    TaskNotYours, MandateEnded, TaskTaken, TaskDone, TaskGone, or why duties are not separated: better told
    before the form is filled in than after.
    """
    with store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        right = require_workable(session, surroundings, task, command.viewer, now)
        require_running(session, surroundings, instance)
        if task.claimed_by == command.viewer.person:
            return
        require_separate_duties(session, surroundings, instance, task, command.viewer.person, right, now)
        taken_over = {"from": task.claimed_by} if right.takes_over_from(task.claimed_by) else {}
        claimed(task, command.viewer.person, right, now)
        look_again(task, surroundings, now)
        told = {**right.told(), **taken_over}
        _record(session, instance, task, "task.claimed", command.viewer, command.origin, now, told)


def release_task(store: Store, surroundings: Surroundings, command: ReleaseTask, now: datetime) -> None:
    """Give the task back to its queue; the draft stays with it. Raises TaskNotClaimed and as claim_task."""
    with store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        require_running(session, surroundings, instance)
        right = _let_go(session, surroundings, task, command.viewer, now)
        _record(session, instance, task, "task.released", command.viewer, command.origin, now, right.told())


def return_task(store: Store, surroundings: Surroundings, command: ReturnTask, now: datetime) -> None:
    """Give the task back with a reason that all see. Raises ReasonMissing and as release_task."""
    reason = normal(command.reason)
    if not reason:
        raise ReasonMissing
    with store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        require_running(session, surroundings, instance)
        right = _let_go(session, surroundings, task, command.viewer, now)
        task.returned_by = command.viewer.person
        task.returned_at = now
        task.returned_reason = reason
        told = {**right.told(), "reason": reason}
        _record(session, instance, task, "task.returned", command.viewer, command.origin, now, told)
        overseers = surroundings.directory.holders(
            session, task.agency_id, OVERSEER_ROLE, None, local_day(now)
        )
        notify(
            session,
            instance,
            overseers,
            kind="R00",
            now=now,
            task=task,
            step=now.isoformat(),
            data={"reason": reason, "by": command.viewer.person},
        )


def _let_go(session: Session, surroundings: Surroundings, task: Task, viewer: Viewer, now: datetime) -> Right:
    """By what right the viewer held the task, which is now nobody's."""
    right = require_workable(session, surroundings, task, viewer, now)
    if task.claimed_by != viewer.person:
        raise TaskNotClaimed(task.id)
    let_go(task)
    look_again(task, surroundings, now)
    return right


def _record(
    session: Session,
    instance: ProcessInstance,
    task: Task,
    kind: str,
    viewer: Viewer,
    origin: str,
    now: datetime,
    data: Mapping[str, object],
) -> None:
    history = HistoryWriter(instance, Actor(person=viewer.person, origin=origin), now)
    history.record(kind, element=task.element_id, task=task.id, data=data)
    history.append(session)
    write(session, task)
    write(session, instance)
