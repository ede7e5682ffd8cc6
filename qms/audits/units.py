"""The units that are audited, who speaks for them, and what was found there before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.values import Value
from engine.ports import Directory
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment, Unit

EARLIER: Final = timedelta(days=365)
_ENDED: Final = (NonconformityState.CLOSED, NonconformityState.CARRIED_OVER)


def units_on(session: Session, agency: UUID, day: date) -> tuple[Unit, ...]:
    """The units of the agency that are there on a day, in their order."""
    return tuple(
        session.scalars(
            select(Unit)
            .where(
                Unit.agency_id == agency,
                or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
                or_(Unit.valid_to.is_(None), Unit.valid_to > day),
            )
            .order_by(Unit.position, Unit.code)
        )
    )


def unit_choices(units: Iterable[Unit]) -> list[Value]:
    """Units as choices of a form."""
    return [{"value": str(unit.id), "label": unit.name} for unit in units]


def earlier_slips(session: Session, agency: UUID, today: date) -> dict[UUID, list[str]]:
    """Unit -> codes of the slips of the last year and of those still open: the audit looks at them again.

    ISO 9001:2015, 9.2.2 a: the programme takes the results of earlier audits into account.
    """
    found = session.execute(
        select(Nonconformity.unit_id, Nonconformity.code)
        .where(
            Nonconformity.agency_id == agency,
            Nonconformity.unit_id.is_not(None),
            or_(Nonconformity.found_on >= today - EARLIER, Nonconformity.state.not_in(_ENDED)),
        )
        .order_by(Nonconformity.code)
    )
    codes: dict[UUID, list[str]] = {}
    for unit, code in found:
        if unit is not None:
            codes.setdefault(unit, []).append(code)
    return codes


def stands_in(session: Session, directory: Directory, agency: UUID, unit: UUID, day: date) -> UUID | None:
    """Who speaks for a unit that has no head of its own; None where it has one, whoever that is."""
    if directory.holders(session, agency, Role.UNIT_HEAD, unit, day):
        return None
    for role in (Role.AGENCY_HEAD, Role.STEERING_HEAD, Role.ISO_SECRETARY):
        held = [person for person, of in directory.grants(session, agency, role, day) if of == unit]
        if held:
            return held[0]
    heads = directory.holders(session, agency, Role.STEERING_HEAD, None, day)
    return heads[0] if heads else None


def told_of(session: Session, directory: Directory, agency: UUID, unit: UUID, day: date) -> tuple[UUID, ...]:
    """Who of a unit is told of an audit: its heads, or everybody with a role there."""
    heads = directory.holders(session, agency, Role.UNIT_HEAD, unit, day)
    if heads:
        return heads
    return tuple(
        session.scalars(
            select(Person.id)
            .distinct()
            .join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .where(RoleAssignment.unit_id == unit, valid_on(day), Person.active)
        )
    )


def names_of(session: Session, persons: Sequence[UUID]) -> dict[UUID, str]:
    """The names of people."""
    rows = session.execute(select(Person.id, Person.full_name).where(Person.id.in_(persons)))
    return {row.id: row.full_name for row in rows}
