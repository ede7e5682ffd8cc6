"""Who looks after the people, units and accounts of an agency, and on which decision an act rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from engine.domain.text import normal
from qms.organisation.authority import may_change_organisation
from qms.organisation.register import PersonNotFound
from qms.organisation.rules import require_period
from qms.organisation.succession_refusals import DecisionMissing
from qms.organisation.tables import Person
from qms.organisation.versions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Who enters an act of administration, from where, and on which decision it rests."""

    viewer: Viewer | None
    """None is the operator at the command line, or a worker that carries out what was planned."""
    origin: str
    decision: str
    decided_on: date | None = None

    @property
    def actor(self) -> Actor:
        """Who acts, for the record."""
        return Actor(person=self.viewer.person if self.viewer else None, origin=self.origin)

    @property
    def number(self) -> str:
        """The number of the decision; raises DecisionMissing."""
        number = normal(self.decision)
        if not number:
            raise DecisionMissing
        return number

    def decided(self, effective_on: date, now: datetime) -> Decision:
        """As versions of names keep it; raises DecisionMissing, DayOutside."""
        if self.decided_on is None:
            raise DecisionMissing
        require_period(self.decided_on, None)
        return Decision(
            number=self.number,
            signed_on=self.decided_on,
            effective_on=effective_on,
            entered_by=self.actor.person,
            entered_at=now,
        )


def reads_people(viewer: Viewer) -> bool:
    """Administrators, and the ISO secretary, who has to know who holds which role."""
    return may(viewer, Power.READ_PEOPLE)


def administers(session: Session, viewer: Viewer | None, agency: UUID) -> bool:
    """Whether the viewer looks after the agency: its own, or any where nobody oversees the viewer's."""
    if viewer is None:
        return True
    if not may(viewer, Power.ADMINISTER_PEOPLE):
        return False
    return agency == viewer.agency or may_change_organisation(session, viewer)


def require_reader(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever may not see people and their roles."""
    if not reads_people(viewer):
        raise NotAuthorised("xem hồ sơ nhân sự", "see the records of people")


def require_administrator(viewer: Viewer | None) -> None:
    """Refuse (NotAuthorised) whoever is no administrator."""
    if viewer is not None and not may(viewer, Power.ADMINISTER_PEOPLE):
        raise NotAuthorised("quản trị nhân sự và tổ chức", "administer people and the organisation")


def require_administrator_of(session: Session, viewer: Viewer | None, agency: UUID) -> None:
    """Refuse (NotAuthorised) whoever does not look after the agency."""
    require_administrator(viewer)
    if not administers(session, viewer, agency):
        raise NotAuthorised("quản trị cơ quan khác", "administer another agency")


def administered_person(session: Session, viewer: Viewer | None, person: UUID) -> Person:
    """The row of a person, locked; raises NotAuthorised, and PersonNotFound for those of other agencies."""
    require_administrator(viewer)
    row = session.scalars(select(Person).where(Person.id == person).with_for_update()).one_or_none()
    if row is None or not administers(session, viewer, row.agency_id):
        raise PersonNotFound
    return row
