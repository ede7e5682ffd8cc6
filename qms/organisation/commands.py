"""Adding agencies, units and people by an administrator at the command line or from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.text import fold, name_sort_key, normal
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.organisation.heads import require_one_head
from qms.organisation.roles import Role
from qms.organisation.rules import UNIT_ROLES, UnitNeeded, require_period
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit


class AgencyNotFound(NotFound):
    """No agency of that code."""

    def __init__(self, code: str) -> None:
        super().__init__(vi=f"Không có cơ quan mang mã {code}.", en=f"There is no agency with code {code}.")


class UnitNotFound(NotFound):
    """No unit of that code in the agency."""

    def __init__(self, code: str) -> None:
        super().__init__(vi=f"Cơ quan không có đơn vị mang mã {code}.", en=f"The agency has no unit {code}.")


class AgencyCodeTaken(Conflict):
    """The code names another agency."""

    def __init__(self, code: str) -> None:
        super().__init__(vi=f"Mã cơ quan {code} đã được dùng.", en=f"The agency code {code} is taken.")


class UnitCodeTaken(Conflict):
    """The code names another unit of the agency."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Mã đơn vị {code} đã được dùng trong cơ quan.",
            en=f"The agency has a unit with the code {code} already.",
        )


class RoleUnknown(Invalid):
    """A role outside the catalogue."""

    def __init__(self, role: str) -> None:
        known = ", ".join(Role)
        super().__init__(
            vi=f"Không có vai trò {role}. Các vai trò: {known}.",
            en=f"There is no role {role}. Roles: {known}.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgency:
    """An agency with its units (code, name)."""

    code: str
    name: str
    short_name: str
    contact: str
    overseen_by: str | None
    units: Sequence[tuple[str, str]]
    actor: Actor
    province: str = ""
    abbreviation: str = ""
    """In symbols of documents; empty: what the code begins with."""
    parent: str | None = None
    """Code of the agency on whose territory it stands."""
    valid_from: date | None = None
    valid_to: date | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUnit:
    """A unit of an agency."""

    agency: str
    code: str
    name: str
    actor: Actor
    position: int | None = None
    """Its place in lists; None: behind the others."""
    valid_from: date | None = None
    valid_to: date | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """A person of an agency with the roles held from a day."""

    agency: str
    unit: str | None
    full_name: str
    title: str
    email: str
    roles: Sequence[str]
    valid_from: date
    decision: str
    actor: Actor
    valid_to: date | None = None


def add_agency(store: Store, command: AddAgency, now: datetime) -> UUID:
    """Add it with its units. Raises AgencyCodeTaken, PeriodReversed, and AgencyNotFound for its superiors."""
    with store.transaction() as session:
        return enter_agency(session, command, now)


def enter_agency(session: Session, command: AddAgency, now: datetime) -> UUID:
    """The same inside the transaction of a verb that adds more than one."""
    require_period(command.valid_from, command.valid_to)
    if session.scalars(select(Agency.id).where(Agency.code == command.code)).first():
        raise AgencyCodeTaken(command.code)
    agency = Agency(
        id=derived_id("agency", command.code),
        code=command.code,
        name=normal(command.name),
        short_name=normal(command.short_name or command.name),
        abbreviation=normal(command.abbreviation).upper() or None,
        contact=command.contact,
        province=normal(command.province),
        overseen_by=_agency(session, command.overseen_by) if command.overseen_by else None,
        parent_id=_agency(session, command.parent) if command.parent else None,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        search_text=agency_search_text(command.code, command.name, command.short_name),
    )
    session.add(agency)
    session.flush()
    for position, (code, name) in enumerate(dict(command.units).items(), start=1):
        session.add(
            Unit(
                id=derived_id("unit", command.code, code),
                agency_id=agency.id,
                code=code,
                name=normal(name),
                position=position,
            )
        )
    data = {"code": command.code} | ({"decision": command.decision} if command.decision else {})
    record_audit(session, "agency.added", actor=command.actor, agency=agency.id, now=now, data=data)
    return agency.id


def agency_search_text(code: str, name: str, short_name: str) -> str:
    """By what an agency is found: without marks, in small letters."""
    return fold(f"{code} {name} {short_name}")


def enter_unit(session: Session, command: AddUnit, now: datetime) -> UUID:
    """Add the unit inside a transaction. Raises AgencyNotFound, UnitCodeTaken, PeriodReversed."""
    require_period(command.valid_from, command.valid_to)
    agency = _agency(session, command.agency)
    if session.scalar(select(Unit.id).where(Unit.agency_id == agency, Unit.code == command.code)):
        raise UnitCodeTaken(command.code)
    last = session.scalar(select(func.max(Unit.position)).where(Unit.agency_id == agency)) or 0
    unit = Unit(
        id=derived_id("unit", command.agency, command.code),
        agency_id=agency,
        code=command.code,
        name=normal(command.name),
        position=last + 1 if command.position is None else command.position,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
    )
    session.add(unit)
    session.flush()
    data = {"code": command.code, "name": unit.name, "decision": command.decision}
    record_audit(session, "unit.added", actor=command.actor, agency=agency, now=now, data=data)
    return unit.id


def add_person(store: Store, command: AddPerson, now: datetime) -> UUID:
    """Add the person with roles. Raises AgencyNotFound, UnitNotFound, RoleUnknown, UnitNeeded, TwoHeads."""
    with store.transaction() as session:
        return enter_person(session, command, now)


def enter_person(session: Session, command: AddPerson, now: datetime) -> UUID:
    """The same inside the transaction of a verb that adds more than the person."""
    unknown = [role for role in command.roles if role not in set(Role)]
    if unknown:
        raise RoleUnknown(unknown[0])
    require_period(command.valid_from, command.valid_to)
    agency = _agency(session, command.agency)
    unit = _unit(session, agency, command.unit) if command.unit else None
    for role in command.roles:
        if role in UNIT_ROLES and unit is None:
            raise UnitNeeded(Role(role))
        require_one_head(
            session,
            agency,
            unit,
            Role(role),
            title=command.title,
            begin=command.valid_from,
            end=command.valid_to,
        )
    name = normal(command.full_name)
    person = Person(
        id=fresh_id(),
        agency_id=agency,
        unit_id=unit,
        full_name=name,
        sort_key=name_sort_key(name),
        title=normal(command.title),
        email=command.email,
        locale="vi",
        active=True,
    )
    session.add(person)
    session.flush()
    for role in command.roles:
        session.add(
            RoleAssignment(
                id=fresh_id(),
                agency_id=agency,
                unit_id=unit,
                person_id=person.id,
                role=role,
                valid_from=command.valid_from,
                valid_to=command.valid_to,
                decision=command.decision,
            )
        )
    record_audit(
        session,
        "person.added",
        actor=command.actor,
        agency=agency,
        now=now,
        data={"name": name, "roles": list(command.roles), "decision": command.decision},
    )
    return person.id


def _agency(session: Session, code: str) -> UUID:
    found = session.scalars(select(Agency.id).where(Agency.code == code)).one_or_none()
    if found is None:
        raise AgencyNotFound(code)
    return found


def _unit(session: Session, agency: UUID, code: str) -> UUID:
    found = session.scalars(select(Unit.id).where(Unit.agency_id == agency, Unit.code == code)).one_or_none()
    if found is None:
        raise UnitNotFound(code)
    return found
