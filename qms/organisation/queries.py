"""Reading agencies, units and people by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine.store.rows import Statement
from qms.accounts.tables import Account
from qms.organisation.tables import Agency, Person, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A person with agency and unit, as pages name them."""

    id: UUID
    name: str
    title: str
    email: str
    agency: UUID
    agency_name: str
    agency_short_name: str
    unit_name: str


def officer(session: Session, person: UUID) -> Officer | None:
    """One active person."""
    found = _OFFICER.run(session, person=person).fetchone()
    if found is None:
        return None
    name, title, email, agency, agency_name, agency_short_name, unit = found
    return Officer(
        id=person,
        name=name,
        title=title,
        email=email,
        agency=agency,
        agency_name=agency_name,
        agency_short_name=agency_short_name,
        unit_name=unit or "",
    )


_OFFICER: Final = Statement(
    select(Person.full_name, Person.title, Person.email, Agency.id, Agency.name, Agency.short_name, Unit.name)
    .join(Agency, Agency.id == Person.agency_id)
    .outerjoin(Unit, Unit.id == Person.unit_id)
    .where(Person.id == bindparam("person"), Person.active)
)


def person_by_username(session: Session, username: str) -> UUID | None:
    """The person behind a user name."""
    return session.scalar(select(Account.person_id).where(Account.username == username.strip().lower()))


def unit_name(session: Session, unit: UUID | None) -> str:
    """The name of a unit; empty for none."""
    if unit is None:
        return ""
    return session.scalar(select(Unit.name).where(Unit.id == unit)) or ""


def agency_name(session: Session, agency: UUID) -> str:
    """The name of an agency as lists show it; empty for none."""
    return session.scalar(select(Agency.short_name).where(Agency.id == agency)) or ""


def agency_by_code(session: Session, code: str) -> UUID | None:
    """The agency of a code; without one, the only agency there is."""
    named = select(Agency.id).where(Agency.code == code) if code else select(Agency.id).limit(2)
    found = session.scalars(named).all()
    return found[0] if len(found) == 1 else None


def province_known(session: Session, province: str) -> bool:
    """Whether some agency lies in the province."""
    return session.scalars(select(Agency.id).where(Agency.province == province).limit(1)).first() is not None


def unit_names(session: Session, agency: UUID) -> Mapping[UUID, str]:
    """The names of all units of an agency."""
    rows = session.execute(select(Unit.id, Unit.name).where(Unit.agency_id == agency))
    return {row.id: row.name for row in rows}
