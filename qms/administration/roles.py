"""Giving and ending roles by date, each by a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.accounts.tables import Account
from qms.administration.authority import Basis, administered_person, administers, require_administrator
from qms.administration.living import require_living_unit
from qms.administration.refusals import (
    BeforeTheRole,
    LastAdministrator,
    OwnRole,
    PersonLeft,
    RoleEnded,
    RoleHeldAlready,
    RoleNotFound,
)
from qms.committee.telling import tell_of_person
from qms.organisation.commands import RoleUnknown
from qms.organisation.directory import valid_on
from qms.organisation.heads import require_one_head
from qms.organisation.roles import ROLE_NAMES, Role
from qms.organisation.rules import UNIT_ROLES, UnitNeeded, overlap, require_period
from qms.organisation.tables import Agency, Person, RoleAssignment

_OF_COMMITTEE: Final = frozenset({Role.STEERING_HEAD, Role.ISO_SECRETARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRole:
    """A role from a day (included) until a day (excluded; None: open), in a unit or the whole agency."""

    basis: Basis
    person: UUID
    role: str
    unit: UUID | None
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRole:
    """The first day on which a role is held no more."""

    basis: Basis
    assignment: UUID
    valid_to: date


def grant_role(store: Store, command: GrantRole, now: datetime) -> UUID:
    """Give the role; the person need never have signed in.

    Raises NotAuthorised, PersonNotFound, DecisionMissing, RoleUnknown, PeriodReversed, DayOutside, OwnRole,
    PersonLeft, UnitNeeded, UnitNotThere, RoleHeldAlready, TwoHeads.
    """
    with store.transaction() as session:
        return enter_grant(session, command, now)


def enter_grant(session: Session, command: GrantRole, now: datetime) -> UUID:
    """The same inside the transaction of a verb from which the role follows."""
    person = granted_to(session, command)
    row = RoleAssignment(
        id=fresh_id(),
        agency_id=person.agency_id,
        unit_id=command.unit,
        person_id=person.id,
        role=command.role,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        decision=command.basis.number,
    )
    session.add(row)
    session.flush()
    _record(session, "role.granted", command.basis, person, row, now)
    return row.id


def granted_to(session: Session, command: GrantRole) -> Person:
    """The person, once the role may be given; raises as grant_role."""
    require_administrator(command.basis.viewer)
    if command.role not in set(Role):
        raise RoleUnknown(command.role)
    role = Role(command.role)
    _ = command.basis.number
    require_period(command.valid_from, command.valid_to)
    # Locked before the rest: two grants to one person wait for each other.
    person = administered_person(session, command.basis.viewer, command.person)
    if command.basis.viewer is not None and command.basis.viewer.person == person.id:
        raise OwnRole
    if not person.active:
        raise PersonLeft(person.full_name)
    if role in UNIT_ROLES and command.unit is None:
        raise UnitNeeded(role)
    if command.unit is not None:
        require_living_unit(session, person.agency_id, command.unit, command.valid_from)
    _require_not_held(session, person, role, command)
    require_one_head(
        session,
        person.agency_id,
        command.unit,
        role,
        title=person.title,
        begin=command.valid_from,
        end=command.valid_to,
    )
    return person


def end_role(store: Store, command: EndRole, now: datetime) -> UUID:
    """End the role, or take back one that has not begun; returns the person.

    Raises NotAuthorised, RoleNotFound, DecisionMissing, DayOutside, PeriodReversed, RoleEnded,
    LastAdministrator.
    """
    with store.transaction() as session:
        row, person = ended(session, command, now)
        if row.role in _OF_COMMITTEE:
            tell_of_person(
                session,
                agency=row.agency_id,
                person=person.id,
                what=f"thôi giữ vai trò {ROLE_NAMES[Role(row.role)][0]}",
                event_on=command.valid_to,
                decision=command.basis.number,
                actor=command.basis.actor,
                now=now,
            )
        return enter_end(session, command, now)


def enter_end(session: Session, command: EndRole, now: datetime) -> UUID:
    """The same inside the transaction of a verb from which it follows; P13 is not told of its own act."""
    row, person = ended(session, command, now)
    if withdrawn(row, command.valid_to, now):
        session.delete(row)
        kind = "role.withdrawn"
    else:
        row.valid_to = command.valid_to
        row.end_decision = command.basis.number
        kind = "role.ended"
    session.flush()
    _record(session, kind, command.basis, person, row, now)
    return person.id


def ended(session: Session, command: EndRole, now: datetime) -> tuple[RoleAssignment, Person]:
    """The role and its holder, once it may end; raises as end_role."""
    require_administrator(command.basis.viewer)
    _ = command.basis.number
    require_period(command.valid_to, None)
    row = session.scalars(
        select(RoleAssignment).where(RoleAssignment.id == command.assignment).with_for_update()
    ).one_or_none()
    if row is None or not administers(session, command.basis.viewer, row.agency_id):
        raise RoleNotFound
    person = session.get_one(Person, row.person_id)
    if row.valid_to is not None and row.valid_to <= command.valid_to:
        raise RoleEnded(row.valid_to)
    if not withdrawn(row, command.valid_to, now):
        require_period(row.valid_from, command.valid_to)
    if row.role == Role.ADMINISTRATOR and row.valid_from <= command.valid_to:
        require_another_administrator(session, person, command.valid_to, now)
    return row, person


def withdrawn(row: RoleAssignment, valid_to: date, now: datetime) -> bool:
    """Whether the role is taken back before it began: nobody ever acted by it."""
    return row.valid_from > local_day(now) and valid_to <= row.valid_from


def require_another_administrator(session: Session, person: Person, day: date, now: datetime) -> None:
    """Raise LastAdministrator where nobody else who can sign in administers the agency from that day on."""
    # Two administrators who remove each other at once wait for each other here.
    session.execute(select(Agency.id).where(Agency.id == person.agency_id).with_for_update())
    able = administrators(session, person.agency_id, max(day, local_day(now)))
    if person.id in administrators(session, person.agency_id, local_day(now)) and not able - {person.id}:
        raise LastAdministrator(person.full_name)


def administrators(session: Session, agency: UUID, day: date) -> set[UUID]:
    """Who administers the agency on a day and has an account that opens."""
    return set(
        session.scalars(
            select(Person.id)
            .join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .join(Account, Account.person_id == Person.id)
            .where(
                Person.active,
                Person.agency_id == agency,
                Account.disabled.is_(False),
                RoleAssignment.agency_id == agency,
                RoleAssignment.role == Role.ADMINISTRATOR,
                valid_on(day),
            )
        )
    )


def end_roles(
    session: Session,
    person: Person,
    basis: Basis,
    day: date,
    now: datetime,
    *,
    but: frozenset[UUID] = frozenset(),
) -> list[RoleAssignment]:
    """End with the day what the person holds, take back what has not begun; those of `but` stay.

    Belongs to verbs that move or dismiss a person; returns what ended. Raises BeforeTheRole.
    """
    rows = session.scalars(
        select(RoleAssignment)
        .where(RoleAssignment.person_id == person.id, RoleAssignment.id.not_in(but))
        .where(or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day))
        .order_by(RoleAssignment.valid_from, RoleAssignment.id)
        .with_for_update()
    ).all()
    for row in rows:
        if row.valid_from >= day:
            if row.valid_from <= local_day(now):
                raise BeforeTheRole(day)
            session.delete(row)
            kind = "role.withdrawn"
        else:
            row.valid_to = day
            row.end_decision = basis.number
            kind = "role.ended"
        session.flush()
        _record(session, kind, basis, person, row, now)
    return list(rows)


def last_day(valid_to: date | None) -> date | None:
    """The last day of a period whose end is the first day after it."""
    return valid_to - timedelta(days=1) if valid_to else None


def _require_not_held(session: Session, person: Person, role: Role, command: GrantRole) -> None:
    held = session.scalars(
        select(RoleAssignment).where(
            RoleAssignment.person_id == person.id,
            RoleAssignment.agency_id == person.agency_id,
            RoleAssignment.role == role,
            RoleAssignment.unit_id.is_not_distinct_from(command.unit),
        )
    )
    for row in held:
        if overlap(command.valid_from, command.valid_to, row.valid_from, row.valid_to):
            raise RoleHeldAlready(person.full_name, role, row.valid_from, row.valid_to)


def _record(
    session: Session, kind: str, basis: Basis, person: Person, row: RoleAssignment, now: datetime
) -> None:
    data = {
        "person": person.id,
        "name": person.full_name,
        "role": row.role,
        "unit": row.unit_id,
        "valid_from": row.valid_from,
        "last_day": last_day(row.valid_to),
        "decision": basis.number,
    }
    record_audit(session, kind, actor=basis.actor, agency=row.agency_id, now=now, data=data)
