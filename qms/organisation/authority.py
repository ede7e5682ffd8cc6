"""Who may see and change the organisation."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from qms.organisation.tables import Agency


def reads_details(viewer: Viewer) -> bool:
    """Whether codes, decisions and people are shown to the viewer; others see names only."""
    return may(viewer, Power.READ_ORGANISATION)


def may_change_organisation(session: Session, viewer: Viewer) -> bool:
    """An administrator of an agency that no other oversees: a merger concerns more than the own agency."""
    if not may(viewer, Power.CHANGE_ORGANISATION):
        return False
    return session.scalar(select(Agency.overseen_by).where(Agency.id == viewer.agency)) is None


def require_organisation(session: Session, viewer: Viewer | None) -> None:
    """Refuse (NotAuthorised) whoever may not; None is the operator at the command line, who may."""
    if viewer is not None and not may_change_organisation(session, viewer):
        raise NotAuthorised("thay đổi tổ chức", "change the organisation")


def require_details(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever sees names only."""
    if not reads_details(viewer):
        raise NotAuthorised("xem hồ sơ tổ chức và nhân sự", "see the records of agencies and people")
