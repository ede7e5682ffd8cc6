"""The committee from the day of its decision on: seats in the register, and the roles that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from qms.administration.authority import Basis
from qms.administration.roles import EndRole, GrantRole, enter_end, enter_grant
from qms.committee.rules import SEAT_ROLES, Seat
from qms.committee.tables import CommitteeMember
from qms.organisation.roles import Role
from qms.organisation.tables import RoleAssignment


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGiven:
    """A line of the decision."""

    person: UUID
    post: str
    seat: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The decision by which the committee is what it is."""

    agency: UUID
    seats: Sequence[SeatGiven]
    effective_on: date
    number: str
    """Number and symbol."""
    decided_on: date
    document: UUID | None
    instance: UUID | None


def switch(session: Session, decided: Decided, now: datetime) -> tuple[UUID, ...]:
    """End the seats that are no more and enter the new ones; returns who left the committee altogether."""
    before = list(
        session.scalars(
            select(CommitteeMember)
            .where(CommitteeMember.agency_id == decided.agency)
            .where(or_(CommitteeMember.valid_to.is_(None), CommitteeMember.valid_to >= decided.effective_on))
            .with_for_update()
        )
    )
    last = decided.effective_on - timedelta(days=1)
    for row in before:
        # A seat that began on the same day by an earlier decision keeps that one day.
        row.valid_to = max(last, row.valid_from)
    for given in decided.seats:
        _enter(session, decided, given, now)
    session.flush()
    basis = Basis(viewer=None, origin="P13", decision=decided.number, decided_on=decided.decided_on)
    for seat, role in SEAT_ROLES.items():
        wanted = {given.person for given in decided.seats if given.seat is seat}
        _give_role(session, decided, role, wanted, basis, now)
    staying = {given.person for given in decided.seats}
    return tuple(dict.fromkeys(row.person_id for row in before if row.person_id not in staying))


def _enter(session: Session, decided: Decided, given: SeatGiven, now: datetime) -> None:
    key = derived_id("committee_member", decided.instance, decided.number, given.person, given.seat)
    if session.get(CommitteeMember, key) is not None:
        return
    day = decided.decided_on
    session.add(
        CommitteeMember(
            id=key,
            agency_id=decided.agency,
            person_id=given.person,
            seat=given.seat,
            post=given.post,
            valid_from=decided.effective_on,
            valid_to=None,
            decision=f"{decided.number} ngày {day:%d/%m/%Y}",
            document_id=decided.document,
            instance_id=decided.instance,
            recorded_at=now,
        )
    )


def _give_role(
    session: Session, decided: Decided, role: Role, wanted: set[UUID], basis: Basis, now: datetime
) -> None:
    day = decided.effective_on
    held = session.scalars(
        select(RoleAssignment)
        .where(RoleAssignment.agency_id == decided.agency, RoleAssignment.role == role)
        .where(or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day))
        .order_by(RoleAssignment.id)
    ).all()
    for row in held:
        if row.person_id not in wanted:
            ends = max(day, row.valid_from + timedelta(days=1))
            if row.valid_to is None or row.valid_to > ends:
                enter_end(session, EndRole(basis=basis, assignment=row.id, valid_to=ends), now)
    for person in sorted(wanted - {row.person_id for row in held}):
        command = GrantRole(basis=basis, person=person, role=role, unit=None, valid_from=day)
        enter_grant(session, command, now)
