"""The units of an agency as its administrator sees them, and their order in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.administration.authority import require_administrator
from qms.administration.living import alive_on
from qms.administration.refusals import UnitNotThere
from qms.organisation.tables import Person, Succession, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the list."""

    id: UUID
    code: str
    name: str
    people: int
    alive: bool
    valid_from: date | None
    valid_to: date | None
    followed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveUnit:
    """One place up or down."""

    viewer: Viewer
    origin: str
    unit: UUID
    up: bool


def unit_list(session: Session, viewer: Viewer, day: date) -> tuple[UnitLine, ...]:
    """The units of the viewer's agency, living ones first. Raises NotAuthorised."""
    require_administrator(viewer)
    counted = session.execute(
        select(Person.unit_id, func.count())
        .where(Person.agency_id == viewer.agency, Person.active)
        .group_by(Person.unit_id)
    )
    people = {row[0]: row[1] for row in counted}
    rows = _units(session, viewer.agency)
    names = {row.id: row.name for row in rows}
    followers: dict[UUID, list[str]] = {}
    for before, after in session.execute(
        select(Succession.predecessor_id, Succession.successor_id)
        .where(Succession.predecessor_id.in_(names), Succession.kind.in_(("merge", "split")))
        .order_by(Succession.recorded_at)
    ):
        if after is not None:
            followers.setdefault(before, []).append(names.get(after, ""))
    lines = tuple(
        UnitLine(
            id=row.id,
            code=row.code,
            name=row.name,
            people=people.get(row.id, 0),
            alive=alive_on(row, day),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            followed_by=tuple(followers.get(row.id, ())),
        )
        for row in rows
    )
    return tuple(sorted(lines, key=lambda line: not line.alive))


def move_unit(store: Store, command: MoveUnit, now: datetime) -> None:
    """Change the place of a unit in lists. Raises NotAuthorised, UnitNotThere."""
    with store.transaction() as session:
        require_administrator(command.viewer)
        rows = [row for row in _units(session, command.viewer.agency) if row.valid_to is None]
        place = next((index for index, row in enumerate(rows) if row.id == command.unit), None)
        if place is None:
            raise UnitNotThere
        other = place - 1 if command.up else place + 1
        if not 0 <= other < len(rows):
            return
        rows[place], rows[other] = rows[other], rows[place]
        for index, row in enumerate(rows, start=1):
            row.position = index
        session.flush()
        record_audit(
            session,
            "unit.moved",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=command.viewer.agency,
            now=now,
            data={"unit": command.unit, "name": rows[other].name, "position": other + 1},
        )


def _units(session: Session, agency: UUID) -> list[Unit]:
    return list(
        session.scalars(select(Unit).where(Unit.agency_id == agency).order_by(Unit.position, Unit.code))
    )
