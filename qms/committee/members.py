"""Who belongs to the steering committee on a day, and what has become of each since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qms.committee.rules import SEAT_ORDER, SEAT_ROLES, Seat
from qms.committee.tables import CommitteeMember
from qms.organisation.directory import valid_on
from qms.organisation.tables import Person, RoleAssignment, Unit

_ORDER: Final = {seat: place for place, seat in enumerate(SEAT_ORDER)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A seat that somebody holds."""

    person: UUID
    name: str
    """As it is today; the register shows the name of the day."""
    seat: Seat
    post: str
    unit: UUID | None
    unit_gone: bool
    """Whether the person's unit is no more on that day."""
    in_office: bool
    """Whether the person is with the agency."""
    since: date | None
    """None: by a role alone, no decision stands in the register."""


def members_on(session: Session, agency: UUID, day: date) -> tuple[Member, ...]:
    """The committee by the register; before its first decision, who holds the roles that go with seats."""
    rows = session.execute(
        select(CommitteeMember, Person, Unit.valid_to)
        .join(Person, Person.id == CommitteeMember.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(CommitteeMember.agency_id == agency, CommitteeMember.valid_from <= day)
        .where(or_(CommitteeMember.valid_to.is_(None), CommitteeMember.valid_to >= day))
        .order_by(Person.sort_key, Person.id)
    ).all()
    if not rows and not has_register(session, agency):
        return _by_roles(session, agency, day)
    found = [
        Member(
            person=person.id,
            name=person.full_name,
            seat=Seat(row.seat),
            post=row.post,
            unit=person.unit_id,
            unit_gone=gone is not None and gone <= day,
            in_office=person.active and person.agency_id == agency,
            since=row.valid_from,
        )
        for row, person, gone in rows
    ]
    return tuple(sorted(found, key=lambda one: _ORDER[one.seat]))


def has_register(session: Session, agency: UUID) -> bool:
    """Whether any member was ever entered."""
    asked = select(CommitteeMember.id).where(CommitteeMember.agency_id == agency).limit(1)
    return session.scalars(asked).first() is not None


def people_in_office(session: Session, agency: UUID) -> dict[str, str]:
    """Name and post of everybody in office by id, in the order of names."""
    rows = session.execute(
        select(Person.id, Person.full_name, Person.title)
        .where(Person.agency_id == agency, Person.active)
        .order_by(Person.sort_key, Person.id)
    )
    return {str(row.id): f"{row.full_name}, {row.title}".rstrip(", ") for row in rows}


def _by_roles(session: Session, agency: UUID, day: date) -> tuple[Member, ...]:
    seats = {role: seat for seat, role in SEAT_ROLES.items()}
    rows = session.execute(
        select(RoleAssignment.role, Person)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(valid_on(day), RoleAssignment.agency_id == agency, RoleAssignment.role.in_(tuple(seats)))
        .order_by(Person.sort_key, Person.id)
    )
    return tuple(
        Member(
            person=person.id,
            name=person.full_name,
            seat=seat,
            post=person.title,
            unit=person.unit_id,
            unit_gone=False,
            in_office=person.active and person.agency_id == agency,
            since=None,
        )
        for role, person in rows
        for seat in (Seat(next(seat for known, seat in seats.items() if known == role)),)
    )
