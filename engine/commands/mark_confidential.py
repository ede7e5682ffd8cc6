"""Make one case confidential, or open it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.authority import Part, Power, may
from engine.domain.interventions import Intervention
from engine.domain.refusals import InstanceNotFound, NotAuthorised
from engine.execution.confidential import require_open
from engine.execution.instances import lock
from engine.execution.interventions import reason_of, record
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import ProcessInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkConfidential:
    """The case, who decides and why; `confidential` False opens it to the agency again."""

    instance: UUID
    intervention: Intervention
    confidential: bool = True


def mark_confidential(
    store: Store, surroundings: Surroundings, command: MarkConfidential, now: datetime
) -> None:
    """Close the case to all who have no part in it, or open it; what it is already is not told again.

    Whoever began it or heads the agency may close it, the head alone may open it. Raises InstanceNotFound,
    CaseConfidential, NotAuthorised, InterventionReasonMissing and InterventionReasonTooLong.
    """
    asked = command.intervention
    with store.transaction() as session:
        execution = lock(session, surroundings, command.instance, actor=asked.actor, now=now)
        row = execution.row
        if asked.viewer is not None:
            if row.agency_id != asked.viewer.agency:
                raise InstanceNotFound(command.instance)
            require_open(session, asked.viewer, row)
        _require_authority(row, command)
        reason_of(asked)
        if row.confidential == command.confidential:
            return
        told = {"old": row.confidential, "new": command.confidential}
        row.confidential = command.confidential
        record(execution, asked, "instance.confidentiality", data=told)
        execution.save_history()


def _require_authority(row: ProcessInstance, command: MarkConfidential) -> None:
    """Refuse (NotAuthorised) whoever neither began the case nor heads the agency."""
    viewer = command.intervention.viewer
    if viewer is None or may_mark(viewer, row.started_by, confidential=command.confidential):
        return
    if command.confidential:
        raise NotAuthorised("đặt chế độ mật cho hồ sơ này", "make this case confidential")
    raise NotAuthorised("bỏ chế độ mật của hồ sơ", "open a confidential case")


def may_mark(viewer: Viewer, started_by: UUID | None, *, confidential: bool) -> bool:
    """Whether the viewer may close (`confidential`) or open a case of the agency that somebody began."""
    parts = (Part.STARTED,) if started_by == viewer.person else ()
    return may(viewer, Power.CLOSE_CASE if confidential else Power.OPEN_CASE, parts=parts)
