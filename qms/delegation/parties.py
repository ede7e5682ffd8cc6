"""What the rules ask of the register: persons with their own roles, what stands, who is away."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from engine.domain.mandates import MandateForm
from qms.delegation.rules import Away, Held, Party, Scope, Standing
from qms.delegation.tables import Absence, Delegation
from qms.organisation.tables import Person, RoleAssignment


def party(session: Session, person: UUID) -> Party | None:
    """A person with every role of the own agency, past ones too; None where there is no such person."""
    found = session.get(Person, person)
    if found is None:
        return None
    held = session.scalars(
        select(RoleAssignment)
        .where(RoleAssignment.person_id == person, RoleAssignment.agency_id == found.agency_id)
        .order_by(RoleAssignment.valid_from, RoleAssignment.role)
    )
    return Party(
        id=found.id,
        agency=found.agency_id,
        unit=found.unit_id,
        title=found.title,
        active=found.active,
        held=tuple(
            Held(role=each.role, unit=each.unit_id, valid_from=each.valid_from, valid_to=each.valid_to)
            for each in held
        ),
    )


def standing_with(session: Session, agency: UUID, *persons: UUID) -> tuple[Standing, ...]:
    """The delegations of the agency, not revoked, in which one of the persons gives or receives."""
    rows = session.scalars(
        select(Delegation).where(
            Delegation.agency_id == agency,
            Delegation.revoked_at.is_(None),
            or_(Delegation.principal_id.in_(persons), Delegation.delegate_id.in_(persons)),
        )
    )
    return tuple(
        Standing(principal=row.principal_id, delegate=row.delegate_id, scope=scope_of(row)) for row in rows
    )


def away_among(session: Session, *persons: UUID) -> tuple[Away, ...]:
    """The absences of the persons that were not ended early; none of an agency they have left."""
    rows = session.scalars(
        select(Absence)
        .join(Person, and_(Person.id == Absence.person_id, Person.agency_id == Absence.agency_id))
        .where(Absence.person_id.in_(persons), Absence.revoked_at.is_(None))
    )
    return tuple(Away(person=row.person_id, valid_from=row.valid_from, valid_to=row.valid_to) for row in rows)


def scope_of(row: Delegation) -> Scope:
    """What a row reaches."""
    return Scope(
        form=MandateForm(row.form),
        roles=frozenset(row.roles),
        procedures=frozenset(row.procedures),
        elements=frozenset(row.elements),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def in_force(day: date) -> ColumnElement[bool]:
    """Delegations that hold on the day; a revoked one holds from its revocation on no more."""
    return and_(
        Delegation.revoked_at.is_(None),
        Delegation.valid_from <= day,
        or_(Delegation.valid_to.is_(None), Delegation.valid_to > day),
    )
