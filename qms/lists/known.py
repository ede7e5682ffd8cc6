"""What the cells of a list are held against in any register: the agency's units and people by their names."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.lists.columns import plain
from qms.organisation.tables import Person, Unit


def units_by_name(session: Session, viewer: Viewer) -> Mapping[str, UUID]:
    """The agency's units by `plain` name and code, also those that are no more; the latest of a name."""
    units: dict[str, UUID] = {}
    for row in session.execute(
        select(Unit.id, Unit.code, Unit.name)
        .where(Unit.agency_id == viewer.agency)
        .order_by(Unit.valid_from, Unit.id)
    ):
        units[plain(row.name)] = units[plain(row.code)] = row.id
    return units


def people_by_name(
    session: Session, viewer: Viewer, *, also_former: bool = False
) -> Mapping[str, tuple[UUID, ...]]:
    """The agency's people by `plain` full name; with `also_former` those who left too, as old lists need."""
    asked = select(Person.id, Person.full_name).where(Person.agency_id == viewer.agency)
    if not also_former:
        asked = asked.where(Person.active)
    named: dict[str, tuple[UUID, ...]] = {}
    for person, name in session.execute(asked.order_by(Person.id)):
        named[plain(name)] = (*named.get(plain(name), ()), person)
    return named
