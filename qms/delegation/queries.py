"""The register of delegations and absences as pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.mandates import MandateForm
from engine.domain.states import TaskState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, Task
from qms.delegation.authority import may_delegate_for, may_read_use, may_record_absence_of
from qms.delegation.refusals import AbsenceNotFound, DelegationNotFound
from qms.delegation.tables import Absence, Delegation
from qms.organisation.tables import Person, RoleAssignment


class Phase(StrEnum):
    """Where a delegation or absence stands in time."""

    IN_FORCE = "in_force"
    TO_COME = "to_come"
    PAST = "past"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A delegation; days are the first and the last on which it holds."""

    id: UUID
    principal: UUID
    principal_name: str
    principal_title: str
    delegate: UUID
    delegate_name: str
    delegate_title: str
    form: MandateForm
    absence: UUID | None
    roles: tuple[str, ...]
    procedures: tuple[str, ...]
    elements: tuple[str, ...]
    first_day: date
    last_day: date | None
    decision: str
    decided_on: date | None
    phase: Phase
    recorded_at: datetime
    recorded_by: UUID | None
    revoked_at: datetime | None
    revoked_by: UUID | None
    revoked_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence with its first and last day; why is told to those alone whom it concerns."""

    id: UUID
    person: UUID
    person_name: str
    unit: UUID | None
    first_day: date
    last_day: date
    reason: str
    phase: Phase
    recorded_at: datetime
    recorded_by: UUID | None
    revoked_at: datetime | None
    revoked_by: UUID | None
    revoked_reason: str
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A step that was done, or is held, by a delegation."""

    task: UUID
    name: str
    instance: UUID
    case_code: str
    person: UUID
    at: datetime
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationDetail:
    """One delegation with what was done by it."""

    line: Line
    uses: tuple[Use, ...] | None
    """None: not for this reader."""
    may_revoke: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A person of the agency, as a form offers."""

    id: UUID
    name: str
    title: str
    roles: tuple[str, ...]
    """Codes of the own roles of the day."""


def register(
    session: Session, viewer: Viewer, today: date, *, phase: Phase | None = None, words: str = ""
) -> tuple[Line, ...]:
    """The delegations of the viewer's agency, the newest first; found by the names of both, without marks."""
    rows = session.execute(_lines().where(Delegation.agency_id == viewer.agency)).all()
    lines = (_line(row, today) for row in rows)
    asked = fold(words)
    return tuple(
        line
        for line in lines
        if (phase is None or line.phase is phase)
        and asked in fold(f"{line.principal_name} {line.delegate_name} {line.decision}")
    )


def lines_of(session: Session, person: UUID, today: date) -> tuple[Line, ...]:
    """The delegations that the person gives or receives, the newest first."""
    rows = session.execute(
        _lines().where(or_(Delegation.principal_id == person, Delegation.delegate_id == person))
    )
    return tuple(_line(row, today) for row in rows)


def delegation_detail(session: Session, viewer: Viewer, delegation: UUID, today: date) -> DelegationDetail:
    """One delegation of the viewer's agency. Raises DelegationNotFound."""
    row = session.execute(
        _lines().where(Delegation.id == delegation, Delegation.agency_id == viewer.agency)
    ).one_or_none()
    if row is None:
        raise DelegationNotFound
    line = _line(row, today)
    readable = may_read_use(viewer, line.principal, line.delegate)
    return DelegationDetail(
        line=line,
        uses=_uses(session, delegation) if readable else None,
        may_revoke=line.phase in {Phase.IN_FORCE, Phase.TO_COME} and may_delegate_for(viewer, line.principal),
    )


def absences(
    session: Session, viewer: Viewer, today: date, *, phase: Phase | None = None, words: str = ""
) -> tuple[AbsenceLine, ...]:
    """The absences of the viewer's agency, the newest first."""
    rows = session.execute(_absences().where(Absence.agency_id == viewer.agency)).all()
    lines = (_absence(viewer, row, name, unit, today) for row, name, unit in rows)
    asked = fold(words)
    return tuple(
        line for line in lines if (phase is None or line.phase is phase) and asked in fold(line.person_name)
    )


def absence_detail(
    session: Session, viewer: Viewer, absence: UUID, today: date
) -> tuple[AbsenceLine, tuple[Line, ...]]:
    """One absence with its substitutions. Raises AbsenceNotFound."""
    found = session.execute(
        _absences().where(Absence.id == absence, Absence.agency_id == viewer.agency)
    ).one_or_none()
    if found is None:
        raise AbsenceNotFound
    row, name, unit = found
    substitutions = session.execute(_lines().where(Delegation.absence_id == absence)).all()
    return _absence(viewer, row, name, unit, today), tuple(_line(each, today) for each in substitutions)


def acting_for(session: Session, person: UUID, begin: date, end: date) -> tuple[str, ...]:
    """Whom the person substitutes on some day of the period: they need somebody else, if both are away."""
    rows = session.scalars(
        select(Person.full_name, Person.sort_key)
        .join(Delegation, Delegation.principal_id == Person.id)
        .where(
            Delegation.delegate_id == person,
            Delegation.form == MandateForm.ABSENCE.value,
            Delegation.revoked_at.is_(None),
            Delegation.valid_from < end,
            Delegation.valid_to > begin,
        )
        .order_by(Person.sort_key)
        .distinct()
    )
    return tuple(rows)


def colleagues(session: Session, viewer: Viewer, day: date) -> tuple[Choice, ...]:
    """Who works in the viewer's agency, by name, with the own roles of the day."""
    people = session.execute(
        select(Person.id, Person.full_name, Person.title)
        .where(Person.agency_id == viewer.agency, Person.active)
        .order_by(Person.sort_key, Person.id)
    ).all()
    held: dict[UUID, list[str]] = {}
    for person, role in session.execute(
        select(RoleAssignment.person_id, RoleAssignment.role)
        .where(
            RoleAssignment.agency_id == viewer.agency,
            RoleAssignment.valid_from <= day,
            or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day),
        )
        .distinct()
        .order_by(RoleAssignment.role)
    ):
        held.setdefault(person, []).append(role)
    return tuple(
        Choice(id=row.id, name=row.full_name, title=row.title, roles=tuple(held.get(row.id, ())))
        for row in people
    )


def agency_of(session: Session, person: UUID) -> UUID | None:
    """The agency of a person, also of one who has left; None where there is no such person."""
    return session.scalar(select(Person.agency_id).where(Person.id == person))


def phase_of(begin: date, end: date | None, revoked_at: datetime | None, today: date) -> Phase:
    """Where a period stands; its end is not included."""
    if revoked_at is not None:
        return Phase.REVOKED
    if end is not None and end <= today:
        return Phase.PAST
    return Phase.TO_COME if begin > today else Phase.IN_FORCE


def last_day_of(end: date | None) -> date | None:
    """The last day of a period whose end is not included."""
    return None if end is None else end - timedelta(days=1)


def _lines() -> Select[Delegation, str, str, str, str]:
    principal, delegate = aliased(Person), aliased(Person)
    return (
        select(Delegation, principal.full_name, principal.title, delegate.full_name, delegate.title)
        .join(principal, principal.id == Delegation.principal_id)
        .join(delegate, delegate.id == Delegation.delegate_id)
        .order_by(Delegation.valid_from.desc(), Delegation.recorded_at.desc(), Delegation.id)
    )


def _line(found: Row[Delegation, str, str, str, str], today: date) -> Line:
    row, principal_name, principal_title, delegate_name, delegate_title = found
    return Line(
        id=row.id,
        principal=row.principal_id,
        principal_name=principal_name,
        principal_title=principal_title,
        delegate=row.delegate_id,
        delegate_name=delegate_name,
        delegate_title=delegate_title,
        form=MandateForm(row.form),
        absence=row.absence_id,
        roles=tuple(row.roles),
        procedures=tuple(row.procedures),
        elements=tuple(row.elements),
        first_day=row.valid_from,
        last_day=last_day_of(row.valid_to),
        decision=row.decision,
        decided_on=row.decided_on,
        phase=phase_of(row.valid_from, row.valid_to, row.revoked_at, today),
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        revoked_at=row.revoked_at,
        revoked_by=row.revoked_by,
        revoked_reason=row.revoked_reason or "",
    )


def _absences() -> Select[Absence, str, UUID | None]:
    return (
        select(Absence, Person.full_name, Person.unit_id)
        .join(Person, Person.id == Absence.person_id)
        .order_by(Absence.valid_from.desc(), Absence.recorded_at.desc(), Absence.id)
    )


def _absence(viewer: Viewer, row: Absence, name: str, unit: UUID | None, today: date) -> AbsenceLine:
    concerned = may_record_absence_of(viewer, row.person_id, unit)
    phase = phase_of(row.valid_from, row.valid_to, row.revoked_at, today)
    return AbsenceLine(
        id=row.id,
        person=row.person_id,
        person_name=name,
        unit=unit,
        first_day=row.valid_from,
        last_day=row.valid_to - timedelta(days=1),
        reason=row.reason if concerned else "",
        phase=phase,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        revoked_at=row.revoked_at,
        revoked_by=row.revoked_by,
        revoked_reason=(row.revoked_reason or "") if concerned else "",
        may_end=concerned and phase in {Phase.IN_FORCE, Phase.TO_COME},
    )


def _uses(session: Session, delegation: UUID) -> tuple[Use, ...]:
    rows = session.execute(
        select(Task, ProcessInstance.code)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(Task.mandate_id == delegation)
        .order_by(Task.claimed_at.desc(), Task.id)
    )
    return tuple(
        Use(
            task=task.id,
            name=task.name,
            instance=task.instance_id,
            case_code=code,
            person=person,
            at=at,
            done=task.state == TaskState.COMPLETED,
        )
        for task, code in rows
        if (person := task.completed_by or task.claimed_by) and (at := task.completed_at or task.claimed_at)
    )
