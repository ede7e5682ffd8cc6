"""People, units and roles as an operator names them at the command line."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from engine.domain.errors import Conflict
from qms.accounts.commands import PersonNotFound
from qms.administration.refusals import RoleNotFound
from qms.organisation.commands import UnitNotFound
from qms.organisation.queries import person_by_username
from qms.organisation.tables import Person, RoleAssignment, Unit


class SeveralRoles(Conflict):
    """The role is held in more than one unit, or in more than one period."""

    def __init__(self) -> None:
        super().__init__(
            vi="Người này giữ vai trò đó ở nhiều đơn vị hoặc nhiều thời gian; xin ghi rõ đơn vị,"
            " hoặc kết thúc trên trang Quản trị.",
            en="That role is held in several units or periods; name the unit, or end it on the page.",
        )


def person_named(session: Session, who: str) -> UUID:
    """By user name, else by mail address; raises PersonNotFound."""
    known = person_by_username(session, who)
    if known is not None:
        return known
    found = session.scalars(select(Person.id).where(func.lower(Person.email) == who.strip().lower())).all()
    if len(found) != 1:
        raise PersonNotFound(who)
    return found[0]


def unit_named(session: Session, person: UUID, code: str) -> UUID | None:
    """The unit of that code in the person's agency, None for none; raises UnitNotFound."""
    if not code:
        return None
    of_agency = select(Unit.id).join(Person, Person.agency_id == Unit.agency_id).where(Person.id == person)
    found = session.scalars(of_agency.where(Unit.code == code)).first()
    if found is None:
        raise UnitNotFound(code)
    return found


def role_to_end(session: Session, person: UUID, role: str, unit: UUID | None, valid_to: date) -> UUID:
    """The role that the person holds on that day or after it; raises RoleNotFound, SeveralRoles."""
    held = session.scalars(
        select(RoleAssignment.id)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(
            Person.id == person,
            RoleAssignment.agency_id == Person.agency_id,
            RoleAssignment.role == role,
            or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > valid_to),
            *([RoleAssignment.unit_id == unit] if unit else []),
        )
    ).all()
    if not held:
        raise RoleNotFound
    if len(held) > 1:
        raise SeveralRoles
    return held[0]
