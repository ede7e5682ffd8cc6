"""Who may change legal time for whom."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.refusals import NotAuthorised
from qms.legal_time.scopes import NATION, Scope
from qms.organisation.roles import Role
from qms.organisation.tables import Agency


def scopes_open_to(session: Session, viewer: Viewer) -> tuple[Scope, ...]:
    """For whom the viewer may change legal time, the nearest first; empty: for nobody.

    An administrator for the own agency; of an agency that no other oversees also for its province and for the
    whole country.
    """
    if not viewer.holds(Role.ADMINISTRATOR):
        return ()
    own = Scope(agency=viewer.agency)
    agency = session.execute(
        select(Agency.province, Agency.overseen_by).where(Agency.id == viewer.agency)
    ).one()
    if agency.overseen_by is not None:
        return (own,)
    return (own, Scope(province=agency.province), NATION) if agency.province else (own, NATION)


def require_scope(session: Session, viewer: Viewer | None, scope: Scope) -> None:
    """Refuse (NotAuthorised) whoever may not; None is the operator at the command line, who may."""
    if viewer is None or scope in scopes_open_to(session, viewer):
        return
    if scope.agency is not None:
        raise NotAuthorised("thay đổi lịch và thời hạn của cơ quan này", "change this agency's legal time")
    raise NotAuthorised(
        "thay đổi lịch và thời hạn dùng chung cho tỉnh hoặc cả nước",
        "change the legal time of a province or of the whole country",
    )
