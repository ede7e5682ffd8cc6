"""Whom an escalation step reaches, resolved to persons at the moment of telling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Candidates, Holder, able_among
from engine.domain.authority import Power, roles_with
from engine.domain.escalation import Audience, NamedRole, Recipient
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


class WhoMayTake:
    """Who may take tasks of an agency on a day: each role is asked about once, whatever the tasks."""

    def __init__(self, session: Session, surroundings: Surroundings, agency: UUID, day: date) -> None:
        self._session = session
        self._directory = surroundings.directory
        self._agency = agency
        self._day = day
        self._holders: dict[str, tuple[Holder, ...]] = {}
        self._substitutes: tuple[Holder, ...] | None = None

    def of(self, asked: Candidates) -> tuple[UUID, ...]:
        """By own right, and by a mandate that reaches what is asked about."""
        if asked.person is not None:
            if asked.in_person:
                return (asked.person,)
            if self._substitutes is None:
                self._substitutes = self._directory.substitutes(self._session, self._agency, self._day)
            return able_among((), self._substitutes, asked)
        if asked.role is None:
            return ()
        if asked.role not in self._holders:
            self._holders[asked.role] = self._directory.able(
                self._session, self._agency, asked.role, self._day
            )
        return able_among(self._holders[asked.role], (), asked)

    def now(self, task: Task) -> tuple[UUID, ...]:
        """Who holds the task, or those who may take it; a claim outlives neither role nor mandate."""
        if task.person_id is not None and task.claimed_by == task.person_id:
            return (task.person_id,)
        able = self.of(candidates_of(task))
        return tuple(person for person in able if person == task.claimed_by) or able


def candidates_of(task: Task) -> Candidates:
    """Whom the task waits for, and which mandates reach it."""
    return Candidates(
        role=task.role,
        unit=task.unit_id,
        person=task.person_id,
        procedure=task.process_key,
        element=task.element_id,
        in_person=task.in_person,
        claimed_by=task.claimed_by,
        claimed_by_mandate=task.mandate_id,
    )


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
    who = WhoMayTake(session, surroundings, instance.agency_id, day)
    found: dict[UUID, None] = {}
    for audience in audiences:
        match audience:
            case Audience.ASSIGNEE:
                persons = tuple(person for one in _apart(tasks) for person in who.now(one))
            case Audience.UNIT_HEAD:
                persons = _unit_heads(session, surroundings, who, tasks, day)
            case _:
                role = audience.role if isinstance(audience, NamedRole) else AGENCY_ROLES[audience]
                persons = who.of(_about(role, None, tasks))
        found |= dict.fromkeys(persons)
    return tuple(found)


def _about(role: str, unit: UUID | None, tasks: Sequence[Task]) -> Candidates:
    """Who of a role is to hear of the tasks: of their first, where a mandate is limited to some."""
    if not tasks:
        return Candidates(role=role, unit=unit, person=None)
    first = tasks[0]
    return Candidates(
        role=role, unit=unit, person=None, procedure=first.process_key, element=first.element_id
    )


def watchers(session: Session, surroundings: Surroundings, agency: UUID, day: date) -> tuple[UUID, ...]:
    """Those who see what may be repaired, each once: administrators and the ISO secretary."""
    found: dict[UUID, None] = {}
    for role in roles_with(Power.WATCH_INCIDENTS):
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


def candidates(session: Session, surroundings: Surroundings, task: Task, day: date) -> tuple[UUID, ...]:
    """Who holds the task, or those who may take it on that day, by own right or by a mandate.

    A claim does not outlive the role, nor the mandate.
    """
    return WhoMayTake(session, surroundings, task.agency_id, day).now(task)


def own_candidates(session: Session, surroundings: Surroundings, task: Task, day: date) -> tuple[UUID, ...]:
    """Whose task it is: in whose name it is held, else those who may take it in their own names."""
    if task.person_id is not None:
        return (task.person_id,)
    if task.role is None:
        return ()
    holder = task.claimed_for or task.claimed_by
    able = surroundings.directory.holders(session, task.agency_id, task.role, task.unit_id, day)
    return tuple(person for person in able if person == holder) or able


def _apart(tasks: Iterable[Task]) -> Iterable[Task]:
    """One of each queue: what waits for the same people is asked about once."""
    found = {}
    for task in tasks:
        scope = (task.process_key, task.element_id, task.in_person)
        found[(task.claimed_by, task.person_id, task.role, task.unit_id, *scope)] = task
    return found.values()


def _unit_heads(
    session: Session, surroundings: Surroundings, who: WhoMayTake, tasks: Iterable[Task], day: date
) -> tuple[UUID, ...]:
    """The heads of the units for which the tasks wait, else of the units of those whose tasks they are."""
    heads: dict[UUID, None] = {}
    known: dict[object, set[UUID]] = {}
    for task in _apart(tasks):
        queue = (task.claimed_for, task.claimed_by, task.person_id, task.role, task.unit_id)
        if queue not in known:
            known[queue] = {task.unit_id} if task.unit_id else _units(session, surroundings, task, day)
        for unit in sorted(known[queue]):
            heads |= dict.fromkeys(who.of(_about(UNIT_HEAD_ROLE, unit, [task])))
    return tuple(heads)


def _units(session: Session, surroundings: Surroundings, task: Task, day: date) -> set[UUID]:
    directory = surroundings.directory
    persons = own_candidates(session, surroundings, task, day)
    return {unit for person in persons for unit in directory.units_of(session, person, day)}
