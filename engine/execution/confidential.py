"""Confidential cases: closed to all but those with a part in them and the head of the agency (ADR 0013)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false, not_, select, text
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import CaseConfidential
from engine.store.tables import ProcessInstance
from engine.store.wall import TAKES_PART, reach


def closed_to(viewer: Viewer) -> ColumnElement[bool]:
    """The condition that a case of the viewer's agency is confidential and the viewer has no part in it."""
    if may(viewer, Power.SEE_CONFIDENTIAL):
        return false()
    return and_(ProcessInstance.confidential, text(f"NOT {TAKES_PART}").bindparams(**reach(viewer)))


def open_to(viewer: Viewer) -> ColumnElement[bool]:
    """The contrary, for lists."""
    return not_(closed_to(viewer))


def require_open(session: Session, viewer: Viewer, case: ProcessInstance) -> None:
    """Refuse (CaseConfidential) where the case is closed to the viewer; asks of confidential cases alone."""
    if not case.confidential:
        return
    closed = select(ProcessInstance.id).where(ProcessInstance.id == case.id, closed_to(viewer))
    if session.scalar(closed) is not None:
        raise CaseConfidential(case.id, case.code)
