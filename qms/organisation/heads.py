"""One head at a time: of an agency, and of each of its units; deputies may be several."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from qms.organisation.roles import Role
from qms.organisation.rules import LEADERSHIP, TwoHeads, is_deputy, overlap
from qms.organisation.tables import Agency, Person, RoleAssignment


def require_one_head(
    session: Session,
    agency: UUID,
    unit: UUID | None,
    role: Role,
    *,
    title: str,
    begin: date,
    end: date | None,
) -> None:
    """Raise TwoHeads where somebody else leads the agency (LD_CQ) or the unit (LD_PHONG) in that period."""
    if role not in LEADERSHIP or is_deputy(title):
        return
    # Two administrators at once wait for each other here: without it neither sees the head of the other.
    session.execute(select(Agency.id).where(Agency.id == agency).with_for_update())
    for held, name in _heads(session, agency, unit, role):
        if overlap(begin, end, held.valid_from, held.valid_to):
            raise TwoHeads(role, name, held.valid_from)


def _heads(session: Session, agency: UUID, unit: UUID | None, role: Role) -> list[tuple[RoleAssignment, str]]:
    held = (
        select(RoleAssignment, Person.full_name, Person.title)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.agency_id == agency, RoleAssignment.role == role, Person.active)
        .order_by(RoleAssignment.valid_from)
    )
    if role is Role.UNIT_HEAD:
        held = held.where(RoleAssignment.unit_id.is_not_distinct_from(unit))
    return [(row, name) for row, name, title in session.execute(held) if not is_deputy(title)]


def has_head(session: Session, agency: UUID, unit: UUID | None, role: Role, day: date) -> bool:
    """Whether a head stands on that day or after it."""
    return any(
        overlap(day, None, held.valid_from, held.valid_to) for held, _ in _heads(session, agency, unit, role)
    )
