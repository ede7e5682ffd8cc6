"""Whose deliverables somebody reads: those of overseen agencies, else the own agency's alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from qms.organisation.commands import AgencyNotFound
from qms.organisation.roadmap import alive_on
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class OverseenAgency:
    """An agency whose deliverables are open to the reader."""

    id: UUID
    name: str
    superior: str
    """Name of the superior, which tells agencies of the same name apart."""


def oversees(session: Session, viewer: Viewer) -> bool:
    """Whether the viewer watches over other agencies: by the role, in an agency that oversees some."""
    if not may(viewer, Power.OVERSEE):
        return False
    return bool(session.scalar(select(exists().where(Agency.overseen_by == viewer.agency))))


def agencies_open_to(session: Session, viewer: Viewer, day: date) -> tuple[OverseenAgency, ...]:
    """The agencies of a day whose deliverables the viewer reads, by name; others read their own alone."""
    superior = aliased(Agency)
    theirs = Agency.overseen_by == viewer.agency if oversees(session, viewer) else Agency.id == viewer.agency
    rows = session.execute(
        select(Agency.id, Agency.name, superior.name)
        .outerjoin(superior, superior.id == Agency.parent_id)
        .where(theirs, alive_on(day))
        .order_by(Agency.name, Agency.code)
    )
    return tuple(OverseenAgency(id=found, name=name, superior=above or "") for found, name, above in rows)


def agency_open_to(session: Session, viewer: Viewer, agency: UUID, day: date) -> OverseenAgency:
    """One of them; raises AgencyNotFound."""
    for found in agencies_open_to(session, viewer, day):
        if found.id == agency:
            return found
    raise AgencyNotFound(str(agency))


def siblings_of(session: Session, viewer: Viewer, day: date) -> Collection[UUID]:
    """The agencies watched over by whoever watches over the viewer's; none where nobody does."""
    own = select(Agency.overseen_by).where(Agency.id == viewer.agency).scalar_subquery()
    return session.scalars(select(Agency.id).where(Agency.overseen_by == own, alive_on(day))).all()
