"""What the forms of a slip offer: units, procedures, people, documents, and who may verify."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.values import Value
from engine.ports import Directory
from qms.audits.tables import AuditorCompetence
from qms.controlled_documents.tables import ControlledDocument
from qms.documents.procedures import procedures_in_force
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment, Unit

_VERIFYING_ROLES: Final = (Role.ISO_SECRETARY, Role.STEERING_HEAD, Role.AGENCY_HEAD, Role.UNIT_HEAD)


def units(session: Session, agency: UUID, day: date) -> list[Value]:
    """The units of the agency that stand on that day."""
    rows = session.scalars(
        select(Unit)
        .where(
            Unit.agency_id == agency,
            or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
            or_(Unit.valid_to.is_(None), Unit.valid_to > day),
        )
        .order_by(Unit.position, Unit.name)
    )
    return [_choice(row.id, row.name) for row in rows]


def procedures(session: Session, agency: UUID, day: date) -> list[Value]:
    """The procedures in force on that day."""
    found = procedures_in_force(session, agency, day, cited=frozenset())
    return [_choice(each.id, f"{each.code} {each.name}") for each in found]


def staff(session: Session, agency: UUID) -> list[Value]:
    """The active people of the agency with their units."""
    rows = session.execute(
        select(Person.id, Person.full_name, Unit.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.agency_id == agency, Person.active)
        .order_by(Person.sort_key, Person.id)
    )
    return [_choice(key, f"{name} – {unit}" if unit else name) for key, name, unit in rows]


def documents(session: Session, agency: UUID) -> list[Value]:
    """The controlled documents of the agency."""
    rows = session.scalars(
        select(ControlledDocument)
        .where(ControlledDocument.agency_id == agency)
        .order_by(ControlledDocument.code)
    )
    return [_choice(row.id, f"{row.code} {row.name}") for row in rows]


def verifiers(
    session: Session,
    directory: Directory,
    agency: UUID,
    day: date,
    unit: UUID | None,
    kept_out: frozenset[str],
) -> list[Value]:
    """Who may verify: auditors with a certificate in force first, then those who lead; none of the unit."""
    auditors = set(
        session.scalars(
            select(AuditorCompetence.person_id).where(
                AuditorCompetence.agency_id == agency,
                AuditorCompetence.valid_from <= day,
                or_(AuditorCompetence.valid_to.is_(None), AuditorCompetence.valid_to > day),
            )
        )
    )
    leading = set(
        session.scalars(
            select(RoleAssignment.person_id).where(
                RoleAssignment.agency_id == agency, RoleAssignment.role.in_(_VERIFYING_ROLES), valid_on(day)
            )
        )
    )
    able = frozenset(auditors | leading)
    of_unit = directory.belonging(session, able, unit, day) if unit else frozenset()
    rows = session.execute(
        select(Person.id, Person.full_name, Person.title)
        .where(Person.id.in_(able - of_unit), Person.active)
        .order_by(Person.id.not_in(auditors), Person.sort_key, Person.id)
    )
    return [
        _choice(key, f"{name} – {'đánh giá viên' if key in auditors else title}")
        for key, name, title in rows
        if str(key) not in kept_out
    ]


def _choice(key: UUID, label: str) -> Value:
    return {"value": str(key), "label": label}
