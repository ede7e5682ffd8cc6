"""Adding agencies, units and people by an administrator at the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.text import fold, name_sort_key, normal
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.organisation.roles import Role
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


def add_agency(store: Store, command: AddAgency, now: datetime) -> UUID:
    """Add it with its units. Raises AgencyCodeTaken, and AgencyNotFound for the overseeing one."""
    with store.transaction() as session:
        if session.scalars(select(Agency.id).where(Agency.code == command.code)).first():
            raise AgencyCodeTaken(command.code)
        overseer = _agency(session, command.overseen_by) if command.overseen_by else None
        agency = Agency(
            id=derived_id("agency", command.code),
            code=command.code,
            name=normal(command.name),
            short_name=normal(command.short_name or command.name),
            contact=command.contact,
            province=normal(command.province),
            overseen_by=overseer,
            search_text=fold(f"{command.code} {command.name} {command.short_name}"),
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
        record_audit(
            session,
            "agency.added",
            actor=command.actor,
            agency=agency.id,
            now=now,
            data={"code": command.code},
        )
        return agency.id


def add_person(store: Store, command: AddPerson, now: datetime) -> UUID:
    """Add the person with roles. Raises AgencyNotFound, UnitNotFound, RoleUnknown."""
    with store.transaction() as session:
        return enter_person(session, command, now)


def enter_person(session: Session, command: AddPerson, now: datetime) -> UUID:
    """The same inside the transaction of a verb that adds more than the person."""
    unknown = [role for role in command.roles if role not in set(Role)]
    if unknown:
        raise RoleUnknown(unknown[0])
    agency = _agency(session, command.agency)
    unit = _unit(session, agency, command.unit) if command.unit else None
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
