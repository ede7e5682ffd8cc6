"""What all acts on the register of forms share: who acts for whom, and one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from qms.designer.tables import FormTemplate
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Who keeps the register, from where; `common`: for everybody instead of the own agency."""

    viewer: Viewer
    origin: str
    common: bool = False

    @property
    def actor(self) -> Actor:
        """Who stands in the record."""
        return Actor(person=self.viewer.person, origin=self.origin)

    @property
    def owner(self) -> UUID | None:
        """Whose version it is; None: everybody's."""
        return None if self.common else self.viewer.agency


def keeps_own(viewer: Viewer) -> bool:
    """Whether the viewer keeps the forms of the own agency."""
    return may(viewer, Power.KEEP_FORM_TEMPLATES)


def keeps_common(session: Session, viewer: Viewer) -> bool:
    """Whether the viewer keeps the forms of everybody: of an agency that no other oversees."""
    if not may(viewer, Power.KEEP_COMMON_FORM_TEMPLATES):
        return False
    overseen_by = select(Agency.overseen_by).where(Agency.id == viewer.agency)
    return session.scalars(overseen_by).one() is None


def require_keeper(session: Session, by: Keeping) -> None:
    """Refuse (NotAuthorised) whoever may not."""
    if by.common and not keeps_common(session, by.viewer):
        raise NotAuthorised("ghi biểu mẫu dùng chung cho cả nước", "record forms for the whole country")
    if not by.common and not keeps_own(by.viewer):
        raise NotAuthorised("ghi biểu mẫu của cơ quan", "record forms of the agency")


def one_at_a_time(session: Session, owner: UUID | None) -> None:
    """Wait until nobody else changes the register of that owner."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"form templates {owner}", 0))))


def of_owner(owner: UUID | None) -> ColumnElement[bool]:
    """The rows of that owner alone."""
    return FormTemplate.agency_id.is_(None) if owner is None else FormTemplate.agency_id == owner
