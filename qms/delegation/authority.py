"""Who may record, end and read delegations and absences."""

from __future__ import annotations

from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.authority import Part, Power, may, may_for_some
from engine.domain.refusals import NotAuthorised


def keeps_delegations(viewer: Viewer) -> bool:
    """The administrator and the ISO secretary record what a decision says for others of their agency."""
    return may(viewer, Power.DELEGATE)


def may_delegate_for(viewer: Viewer, principal: UUID) -> bool:
    """Everybody delegates the own roles."""
    return may(viewer, Power.DELEGATE, parts=_principal(viewer, principal))


def may_record_absence_of(viewer: Viewer, person: UUID, unit: UUID | None) -> bool:
    """Everybody the own absence; heads that of their people."""
    return may(viewer, Power.RECORD_ABSENCE, unit=unit, parts=_principal(viewer, person))


def records_absences(viewer: Viewer) -> bool:
    """Whether there is anybody but oneself whose absence the viewer may record."""
    return may_for_some(viewer, Power.RECORD_ABSENCE)


def may_read_use(viewer: Viewer, principal: UUID, delegate: UUID) -> bool:
    """What was done in a name is read by both, the head of the agency and whoever keeps the register."""
    parts = (*_principal(viewer, principal), *((Part.DELEGATE,) if viewer.person == delegate else ()))
    return may(viewer, Power.READ_USE_OF_MANDATE, parts=parts)


def require_delegating(viewer: Viewer, principal: UUID) -> None:
    """Raise NotAuthorised where the viewer may not delegate in the principal's name."""
    if not may_delegate_for(viewer, principal):
        raise NotAuthorised("ghi ủy quyền của người khác", "record a delegation of somebody else")


def require_absence(viewer: Viewer, person: UUID, unit: UUID | None) -> None:
    """Raise NotAuthorised where the absence is not the viewer's to record."""
    if not may_record_absence_of(viewer, person, unit):
        raise NotAuthorised("ghi vắng mặt của người khác", "record the absence of somebody else")


def _principal(viewer: Viewer, person: UUID | None) -> tuple[Part, ...]:
    return (Part.PRINCIPAL,) if viewer.person == person else ()
