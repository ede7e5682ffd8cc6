"""Which open tasks a change of roles moves: looked up before anything is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.states import TaskState
from engine.store.tables import ProcessInstance, Task
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment

SHOWN: Final = 20
_WAITING: Final = (TaskState.OPEN, TaskState.CLAIMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingTask:
    """An open task, by the code of its case."""

    id: UUID
    name: str
    code: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingTasks:
    """Open tasks, the earliest due first; of many only the first are listed."""

    total: int
    first: tuple[MovingTask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEnds:
    """What the end of one role does."""

    role: str
    unit: UUID | None
    returned: MovingTasks
    """Tasks that the person holds; they go back to those who hold the role."""
    others: tuple[str, ...]
    """Who holds the role in that unit besides; nobody: its tasks would lie."""
    waiting: int
    """How many open tasks wait for the role in that unit."""


def waiting_for(session: Session, agency: UUID, role: str, unit: UUID | None) -> MovingTasks:
    """Open tasks that somebody with the role would find in the queue; `unit` None is the whole agency."""
    return _tasks(
        session, Task.state == TaskState.OPEN, Task.person_id.is_(None), *_queue(agency, role, unit)
    )


def fixed_to(session: Session, person: UUID) -> MovingTasks:
    """Open tasks that wait for this person by name: nobody else receives them by itself."""
    return _tasks(session, Task.state.in_(_WAITING), Task.person_id == person)


def held_by(session: Session, person: UUID) -> MovingTasks:
    """Tasks that the person has claimed."""
    return _tasks(session, Task.state == TaskState.CLAIMED, Task.claimed_by == person)


def when_roles_end(
    session: Session, person: UUID, roles: Iterable[RoleAssignment], day: date
) -> tuple[RoleEnds, ...]:
    """What follows where the person holds these roles no more from the day on."""
    return tuple(
        RoleEnds(
            role=row.role,
            unit=row.unit_id,
            returned=_tasks(
                session,
                Task.state == TaskState.CLAIMED,
                Task.claimed_by == person,
                Task.person_id.is_(None),
                *_queue(row.agency_id, row.role, row.unit_id),
            ),
            others=_others(session, person, row, day),
            waiting=waiting_for(session, row.agency_id, row.role, row.unit_id).total,
        )
        for row in roles
    )


def _queue(agency: UUID, role: str, unit: UUID | None) -> list[ColumnElement[bool]]:
    # What concerns the Department stands in the rows of those whom it oversees.
    wanted: list[ColumnElement[bool]] = [Task.role == role]
    if role == Role.DEPARTMENT_OFFICER:
        overseen = select(Agency.id).where(or_(Agency.overseen_by == agency, Agency.id == agency))
        wanted.append(Task.agency_id.in_(overseen))
    else:
        wanted.append(Task.agency_id == agency)
    if unit is not None:
        wanted.append(or_(Task.unit_id.is_(None), Task.unit_id == unit))
    return wanted


def _others(session: Session, person: UUID, row: RoleAssignment, day: date) -> tuple[str, ...]:
    wanted = (
        select(Person.full_name)
        .distinct()
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(Person.active, Person.id != person, valid_on(day))
        .where(RoleAssignment.agency_id == row.agency_id, RoleAssignment.role == row.role)
        .order_by(Person.full_name)
    )
    if row.unit_id is not None:
        wanted = wanted.where(or_(RoleAssignment.unit_id.is_(None), RoleAssignment.unit_id == row.unit_id))
    return tuple(session.scalars(wanted))


def _tasks(session: Session, *wanted: ColumnElement[bool]) -> MovingTasks:
    total = session.scalar(select(func.count()).select_from(Task).where(*wanted)) or 0
    rows = session.execute(
        select(Task.id, Task.name, ProcessInstance.code, Task.legal_due)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(*wanted)
        .order_by(Task.legal_due.nulls_last(), Task.created_at)
        .limit(SHOWN)
    )
    return MovingTasks(
        total=total,
        first=tuple(MovingTask(id=row.id, name=row.name, code=row.code, due=row.legal_due) for row in rows),
    )
