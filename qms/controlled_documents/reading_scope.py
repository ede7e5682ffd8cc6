"""Who has to read: people whom a caller names, those by whom a model is worked, a unit's, or everybody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from qms.organisation.directory import valid_on
from qms.organisation.tables import Person, RoleAssignment
from qms.organisation.unit_reach import REACHED

Reader = Mapping[str, str]
"""`id` and `ten`, as the forms and the register have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInUnit:
    """Holders of a role; in one unit where it is named."""

    role: str
    unit: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingScope:
    """For whom a document is: `named` goes before `roles`, these before `units`; none of them: everybody."""

    agency: UUID
    named: tuple[UUID, ...] | None
    roles: tuple[RoleInUnit, ...]
    units: tuple[UUID, ...]


NAMED: Final = "nguoi_pho_bien"
UNITS: Final = "don_vi_ap_dung"
ROLES: Final = "vai_tro_ap_dung"
SCOPE: Final = (NAMED, UNITS, ROLES)
"""The parameters by which a model says for whom a document is."""


def scope_of(agency: UUID, given: Mapping[str, Value]) -> ReadingScope:
    """The scope by the parameters of a call; what is no id is passed over."""
    named, units, roles = (given.get(name) for name in SCOPE)
    return ReadingScope(
        agency=agency,
        named=_ids([one["id"] for one in people_of(named)]) if isinstance(named, list) else None,
        roles=tuple(
            RoleInUnit(role=str(one["vai_tro"]), unit=parse_id(str(one.get("don_vi") or "")))
            for one in (roles if isinstance(roles, list) else [])
            if isinstance(one, dict) and one.get("vai_tro")
        ),
        units=_ids(units if isinstance(units, list) else []),
    )


def readers_on(session: Session, scope: ReadingScope, day: date) -> list[Reader]:
    """Those who have to read as things stand on the day, by name; nobody who has left the agency."""
    people = select(Person.id, Person.full_name, Person.sort_key).where(
        Person.active, Person.agency_id == scope.agency
    )
    if scope.named is not None:
        people = people.where(Person.id.in_(scope.named))
    else:
        people = (
            people.join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .outerjoin(REACHED, true())
            .where(valid_on(day), RoleAssignment.agency_id == scope.agency, *_reached(scope))
            .distinct()
        )
    rows = session.execute(people.order_by(Person.sort_key, Person.id))
    return [{"id": str(row.id), "ten": row.full_name} for row in rows]


def people_of(value: Value) -> list[Reader]:
    """A list of people as a process carries it."""
    rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [{"id": str(one.get("id") or ""), "ten": str(one.get("ten") or "")} for one in rows]


def _reached(scope: ReadingScope) -> list[ColumnElement[bool]]:
    if scope.roles:
        return [or_(*(_holding(one) for one in scope.roles))]
    return [REACHED.c.unit.in_(scope.units)] if scope.units else []


def _holding(one: RoleInUnit) -> ColumnElement[bool]:
    held = RoleAssignment.role == one.role
    if one.unit is None:
        return held
    return and_(held, or_(REACHED.c.unit.is_(None), REACHED.c.unit == one.unit))


def _ids(values: Sequence[object]) -> tuple[UUID, ...]:
    found = (parse_id(str(value)) for value in values)
    return tuple(dict.fromkeys(one for one in found if one is not None))
