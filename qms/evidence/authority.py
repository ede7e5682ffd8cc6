"""Who puts evidence together and reads it, and who reads what others put together."""

from __future__ import annotations

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from qms.oversight.agencies import oversees


def reads_evidence(viewer: Viewer) -> bool:
    """Whether the evidence of the own agency is for the viewer."""
    return may(viewer, Power.READ_EVIDENCE)


def require_reader(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whom the evidence of the agency is not for."""
    if not reads_evidence(viewer):
        raise NotAuthorised("xem bộ hồ sơ minh chứng", "read the evidence pack")


def require_overseer(session: Session, viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever watches over no agency."""
    if not oversees(session, viewer):
        raise NotAuthorised(
            "xem danh mục minh chứng của cơ quan khác", "read what other agencies have put together"
        )
