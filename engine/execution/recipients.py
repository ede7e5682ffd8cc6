"""Whom an escalation step reaches, resolved to persons at the moment of telling."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.escalation import Audience, NamedRole, Recipient
from engine.domain.interventions import WATCHER_ROLES
from engine.domain.states import LIVE_TASK_STATES
from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance, Task

UNIT_HEAD_ROLE: Final = "LD_PHONG"
AGENCY_ROLES: Final = {
    Audience.ISO_SECRETARY: "THU_KY_ISO",
    Audience.STEERING_HEAD: "TRUONG_BCD",
    Audience.AGENCY_HEAD: "LD_CQ",
    Audience.DEPARTMENT_OFFICER: "SO_CV",
}


def recipients(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task | None,
    audiences: Iterable[Recipient],
    day: date,
) -> tuple[UUID, ...]:
    """The persons of the audiences, each once; for an instance, those of all its open tasks."""
    tasks = [task] if task is not None else open_tasks(session, instance)
    found: dict[UUID, None] = {}
    for audience in audiences:
        match audience:
            case Audience.ASSIGNEE:
                persons = _assignees(session, surroundings, tasks, day)
            case Audience.UNIT_HEAD:
                persons = _unit_heads(session, surroundings, tasks, day)
            case _:
                role = audience.role if isinstance(audience, NamedRole) else AGENCY_ROLES[audience]
                persons = surroundings.directory.holders(session, instance.agency_id, role, None, day)
        found |= dict.fromkeys(persons)
    return tuple(found)


def watchers(session: Session, surroundings: Surroundings, agency: UUID, day: date) -> tuple[UUID, ...]:
    """Those who see what may be repaired, each once: administrators and the ISO secretary."""
    found: dict[UUID, None] = {}
    for role in WATCHER_ROLES:
        found |= dict.fromkeys(surroundings.directory.holders(session, agency, role, None, day))
    return tuple(found)


def open_tasks(session: Session, instance: ProcessInstance) -> list[Task]:
    """The open tasks of a case, oldest first."""
    return list(
        session.scalars(
            select(Task)
            .where(Task.instance_id == instance.id, Task.state.in_(LIVE_TASK_STATES))
            .order_by(Task.created_at, Task.id)
        )
    )


def _assignees(
    session: Session, surroundings: Surroundings, tasks: Iterable[Task], day: date
) -> tuple[UUID, ...]:
    persons: list[UUID] = []
    for task in {_queue(task): task for task in tasks}.values():
        persons += candidates(session, surroundings, task, day)
    return tuple(persons)


def candidates(session: Session, surroundings: Surroundings, task: Task, day: date) -> tuple[UUID, ...]:
    """Who holds the task, or those who may take it on that day; a claim does not outlive the role."""
    if task.person_id is not None:
        return (task.person_id,)
    if task.role is None:
        return ()
    able = surroundings.directory.holders(session, task.agency_id, task.role, task.unit_id, day)
    return tuple(person for person in able if person == task.claimed_by) or able


def _queue(task: Task) -> tuple[UUID | None, str | None, UUID | None]:
    return (task.claimed_by or task.person_id, task.role, task.unit_id)


def _unit_heads(
    session: Session, surroundings: Surroundings, tasks: Iterable[Task], day: date
) -> tuple[UUID, ...]:
    """The heads of the units for which the tasks wait, else of the units of those who may do them."""
    directory = surroundings.directory
    heads: dict[UUID, None] = {}
    for task in {_queue(task): task for task in tasks}.values():
        units = {task.unit_id} if task.unit_id else set()
        if not units:
            for person in candidates(session, surroundings, task, day):
                units |= set(directory.units_of(session, person, day))
        for unit in sorted(units):
            heads |= dict.fromkeys(directory.holders(session, task.agency_id, UNIT_HEAD_ROLE, unit, day))
    return tuple(heads)
