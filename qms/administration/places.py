"""Where people are: moving to another unit or agency, leaving, and coming back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.accounts.tables import Account, ApiToken, SignInSession
from qms.administration.authority import Basis, administered_person, administers
from qms.administration.living import require_living_agency, require_living_unit
from qms.administration.refusals import (
    DayNotCome,
    PersonInOffice,
    PersonLeft,
    SamePlace,
    UnitNotThere,
)
from qms.administration.roles import end_roles, require_another_administrator
from qms.committee.telling import tell_of_person
from qms.organisation.roles import Role
from qms.organisation.rules import require_period
from qms.organisation.tables import Person, RoleAssignment


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPerson:
    """A move from a day on; roles end with it but those `kept`, none in another agency."""

    basis: Basis
    person: UUID
    agency: UUID
    unit: UUID | None
    title: str
    effective_on: date
    kept: frozenset[UUID] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeaves:
    """The first day on which somebody is no longer in office."""

    basis: Basis
    person: UUID
    effective_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReturns:
    """Somebody who had left comes back; roles and the account are given anew."""

    basis: Basis
    person: UUID
    unit: UUID | None
    title: str


def transfer_person(store: Store, command: TransferPerson, now: datetime) -> None:
    """Move the person; into another agency the account is closed until its administrator opens it.

    Raises NotAuthorised, PersonNotFound, DecisionMissing, DayNotCome, DayOutside, PersonLeft, SamePlace,
    AgencyNotFound, UnitNotThere, LastAdministrator.
    """
    with store.transaction() as session:
        _require_come(command.effective_on, now)
        enter_transfer(session, command, now)


def enter_transfer(session: Session, command: TransferPerson, now: datetime) -> None:
    """The same inside the transaction of a verb that carries out what was planned."""
    row = checked_transfer(session, command, now)
    old = {"agency": row.agency_id, "unit": row.unit_id, "title": row.title}
    leaves_agency = command.agency != row.agency_id
    what = "chuyển sang cơ quan khác" if leaves_agency else "chuyển đơn vị"
    _tell_committee(session, row, command.basis, command.effective_on, what, now)
    end_roles(session, row, command.basis, command.effective_on, now, but=command.kept)
    agencies = {row.agency_id, command.agency}
    row.agency_id = command.agency
    row.unit_id = command.unit
    row.title = one_line(command.title)
    if leaves_agency:
        _close_account(session, row.id, now)
    session.flush()
    new = {"agency": row.agency_id, "unit": row.unit_id, "title": row.title}
    data = _told(row, command.basis, command.effective_on) | {"old": old, "new": new}
    for agency in sorted(agencies):
        record_audit(
            session, "person.transferred", actor=command.basis.actor, agency=agency, now=now, data=data
        )


def checked_transfer(session: Session, command: TransferPerson, now: datetime) -> Person:
    """The person, locked, once the move is possible; raises as transfer_person, but takes a day to come."""
    _ = command.basis.number
    require_period(command.effective_on, None)
    row = administered_person(session, command.basis.viewer, command.person)
    if not row.active:
        raise PersonLeft(row.full_name)
    if (command.agency, command.unit) == (row.agency_id, row.unit_id):
        raise SamePlace
    if command.agency != row.agency_id:
        require_living_agency(session, command.agency, command.effective_on)
        if command.kept:
            raise SamePlace
    if command.unit is not None:
        if not administers(session, command.basis.viewer, command.agency):
            raise UnitNotThere
        require_living_unit(session, command.agency, command.unit, command.effective_on)
    own = select(RoleAssignment.id).where(
        RoleAssignment.person_id == row.id, RoleAssignment.role == Role.ADMINISTRATOR
    )
    if not command.kept & set(session.scalars(own)):
        require_another_administrator(session, row, command.effective_on, now)
    return row


def person_leaves(store: Store, command: PersonLeaves, now: datetime) -> None:
    """End every role, close the account and end its sign-ins; tasks go back to those who hold the roles.

    Raises NotAuthorised, PersonNotFound, DecisionMissing, DayNotCome, DayOutside, PersonLeft,
    LastAdministrator.
    """
    with store.transaction() as session:
        _require_come(command.effective_on, now)
        enter_leaving(session, command, now)


def enter_leaving(session: Session, command: PersonLeaves, now: datetime) -> None:
    """The same inside the transaction of a verb that carries out what was planned."""
    row = checked_leaving(session, command, now)
    _tell_committee(session, row, command.basis, command.effective_on, "thôi công tác tại cơ quan", now)
    end_roles(session, row, command.basis, command.effective_on, now)
    row.active = False
    _close_account(session, row.id, now)
    session.flush()
    data = _told(row, command.basis, command.effective_on)
    record_audit(session, "person.left", actor=command.basis.actor, agency=row.agency_id, now=now, data=data)


def checked_leaving(session: Session, command: PersonLeaves, now: datetime) -> Person:
    """The person, locked, once the leaving is possible; raises as person_leaves, but takes a day to come."""
    _ = command.basis.number
    require_period(command.effective_on, None)
    row = administered_person(session, command.basis.viewer, command.person)
    if not row.active:
        raise PersonLeft(row.full_name)
    require_another_administrator(session, row, command.effective_on, now)
    return row


def person_returns(store: Store, command: PersonReturns, now: datetime) -> None:
    """Raises NotAuthorised, PersonNotFound, DecisionMissing, PersonInOffice, UnitNotThere."""
    with store.transaction() as session:
        number = command.basis.number
        row = administered_person(session, command.basis.viewer, command.person)
        if row.active:
            raise PersonInOffice(row.full_name)
        if command.unit is not None:
            require_living_unit(session, row.agency_id, command.unit, local_day(now))
        row.active = True
        row.unit_id = command.unit
        row.title = one_line(command.title)
        session.flush()
        data = {"person": row.id, "name": row.full_name, "unit": row.unit_id, "decision": number}
        record_audit(
            session, "person.returned", actor=command.basis.actor, agency=row.agency_id, now=now, data=data
        )


def _tell_committee(session: Session, row: Person, basis: Basis, day: date, what: str, now: datetime) -> None:
    """P13 looks at the committee when a member goes (before the roles end: they tell who belongs to it)."""
    tell_of_person(
        session,
        agency=row.agency_id,
        person=row.id,
        what=what,
        event_on=day,
        decision=basis.number,
        actor=basis.actor,
        now=now,
    )


def _require_come(day: date, now: datetime) -> None:
    if day > local_day(now):
        raise DayNotCome(day)


def _close_account(session: Session, person: UUID, now: datetime) -> None:
    session.execute(update(Account).where(Account.person_id == person).values(disabled=True))
    session.execute(
        update(SignInSession)
        .where(SignInSession.person_id == person, SignInSession.ended_at.is_(None))
        .values(ended_at=now)
    )
    session.execute(
        update(ApiToken)
        .where(ApiToken.person_id == person, ApiToken.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def _told(row: Person, basis: Basis, day: date) -> dict[str, object]:
    return {
        "person": row.id,
        "name": row.full_name,
        "effective_on": day,
        "decision": basis.number,
        "decided_on": basis.decided_on,
    }
