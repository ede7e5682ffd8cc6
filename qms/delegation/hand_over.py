"""What somebody leaves behind: held and personal tasks, delegations given and received, running cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.store.tables import ProcessInstance, Task
from qms.delegation.queries import Line, Phase, lines_of
from qms.organisation.register import PersonNotFound
from qms.organisation.tables import Person

MOST_LISTED: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTask:
    """An open task of the person; `personal`: it waits for that person alone and must be assigned anew."""

    task: UUID
    name: str
    title: str
    instance: UUID
    case_code: str
    legal_due: date | None
    personal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedCase:
    """A running case that the person started."""

    instance: UUID
    code: str
    title: str
    legal_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """The hand-over list of one person on a day, up to MOST_LISTED of each."""

    person: UUID
    name: str
    claimed: tuple[HeldTask, ...]
    """Held tasks of roles: they go back to their queue by themselves when the role ends."""
    personal: tuple[HeldTask, ...]
    """Tasks bound to the person: nobody else sees them until they are assigned anew."""
    given: tuple[Line, ...]
    """Delegations in force or to come by which others act in the person's name."""
    received: tuple[Line, ...]
    """Those by which the person acts for others."""
    started: tuple[StartedCase, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is left to hand over."""
        return not (self.claimed or self.personal or self.given or self.received or self.started)


def hand_over_of(session: Session, person: UUID, day: date) -> HandOver:
    """What the person holds on the day; whoever calls has asked whether the reader may see it.

    Raises PersonNotFound.
    """
    name = session.scalar(select(Person.full_name).where(Person.id == person))
    if name is None:
        raise PersonNotFound
    lines = [line for line in lines_of(session, person, day) if line.phase in {Phase.IN_FORCE, Phase.TO_COME}]
    held = _tasks(session, Task.person_id.is_(None), Task.claimed_by == person)
    personal = _tasks(session, Task.person_id == person)
    return HandOver(
        person=person,
        name=name,
        claimed=held,
        personal=personal,
        given=tuple(line for line in lines if line.principal == person),
        received=tuple(line for line in lines if line.delegate == person),
        started=_started(session, person),
    )


def _tasks(session: Session, *conditions: ColumnElement[bool]) -> tuple[HeldTask, ...]:
    rows = session.execute(
        select(Task, ProcessInstance.code)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(Task.state.in_(LIVE_TASK_STATES), *conditions)
        .order_by(Task.target_due.nulls_last(), Task.created_at, Task.id)
        .limit(MOST_LISTED)
    )
    return tuple(
        HeldTask(
            task=task.id,
            name=task.name,
            title=task.title,
            instance=task.instance_id,
            case_code=code,
            legal_due=task.legal_due,
            personal=task.person_id is not None,
        )
        for task, code in rows
    )


def _started(session: Session, person: UUID) -> tuple[StartedCase, ...]:
    rows = session.execute(
        select(ProcessInstance.id, ProcessInstance.code, ProcessInstance.title, ProcessInstance.legal_due)
        .where(ProcessInstance.started_by == person, ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
        .order_by(ProcessInstance.started_at, ProcessInstance.id)
        .limit(MOST_LISTED)
    )
    return tuple(
        StartedCase(instance=row.id, code=row.code, title=row.title, legal_due=row.legal_due) for row in rows
    )
