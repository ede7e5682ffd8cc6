"""The incidents of an agency: what waits for a repair, and how earlier ones ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.interventions import IncidentNotFound, InterventionForbidden, Resolution
from engine.execution.confidential import open_to, require_open
from engine.execution.surroundings import Surroundings
from engine.store.tables import Incident, Message, ProcessInstance

MOST: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """One incident, open or ended."""

    id: UUID
    instance: UUID
    case_code: str
    case_title: str
    element: str
    element_name: str
    message_vi: str
    message_en: str
    of_service: bool
    """Whether a service task came to it: it can be tried again, answered by hand or left out."""
    of_person: bool
    """Whether somebody's completion of a task came to it."""
    opened_at: datetime
    resolved_at: datetime | None
    resolved_by: UUID | None
    resolution: Resolution | None
    resolution_reason: str | None


def watches(viewer: Viewer) -> bool:
    """Whether the viewer sees what may be repaired."""
    return may(viewer, Power.WATCH_INCIDENTS)


def require_watcher(viewer: Viewer) -> None:
    """Refuse whom incidents do not concern: raises InterventionForbidden."""
    if not watches(viewer):
        raise InterventionForbidden


def count_open_incidents(session: Session, viewer: Viewer) -> int:
    """How many incidents, and messages that stopped, of the viewer's agency wait for a repair."""
    incidents = select(func.count()).select_from(Incident).where(*_open(viewer.agency))
    parked = (Message.agency_id == viewer.agency, Message.state == literal_column("'parked'"))
    messages = select(func.count()).select_from(Message).where(*parked)
    return session.scalar(select(incidents.scalar_subquery() + messages.scalar_subquery())) or 0


def incident_records(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer | None,
    *,
    open_only: bool = True,
    instance: UUID | None = None,
    offset: int = 0,
    limit: int = MOST,
) -> tuple[tuple[IncidentRecord, ...], int]:
    """Incidents, the newest first, and how many there are; without a viewer, of all agencies.

    Raises InterventionForbidden.
    """
    conditions: list[ColumnElement[bool]] = []
    if viewer is not None:
        require_watcher(viewer)
        conditions += [Incident.agency_id == viewer.agency, open_to(viewer)]
    if open_only:
        conditions.append(Incident.resolved_at.is_(None))
    if instance is not None:
        conditions.append(Incident.instance_id == instance)
    counted = select(func.count()).select_from(Incident)
    counted = counted.join(ProcessInstance, ProcessInstance.id == Incident.instance_id)
    total = session.scalar(counted.where(*conditions)) or 0
    rows = session.execute(
        select(Incident, ProcessInstance)
        .join(ProcessInstance, ProcessInstance.id == Incident.instance_id)
        .where(*conditions)
        .order_by(Incident.opened_at.desc(), Incident.id)
        .offset(offset)
        .limit(limit)
    )
    return tuple(_record(session, surroundings, *row) for row in rows.all()), total


def incident_record(
    session: Session, surroundings: Surroundings, viewer: Viewer, incident: UUID
) -> IncidentRecord:
    """One incident of the viewer's agency; raises IncidentNotFound and InterventionForbidden."""
    require_watcher(viewer)
    found = session.execute(
        select(Incident, ProcessInstance)
        .join(ProcessInstance, ProcessInstance.id == Incident.instance_id)
        .where(Incident.id == incident, Incident.agency_id == viewer.agency)
    ).one_or_none()
    if found is None:
        raise IncidentNotFound(incident)
    require_open(session, viewer, found[1])
    return _record(session, surroundings, *found)


def _open(agency: UUID) -> tuple[ColumnElement[bool], ...]:
    return Incident.agency_id == agency, Incident.resolved_at.is_(None)


def _record(
    session: Session, surroundings: Surroundings, row: Incident, case: ProcessInstance
) -> IncidentRecord:
    definition = surroundings.models.compiled(session, case.model_version_id).definition
    activity = definition.activities.get(row.element_id)
    return IncidentRecord(
        id=row.id,
        instance=row.instance_id,
        case_code=case.code,
        case_title=case.title,
        element=row.element_id,
        element_name=(activity.name if activity else "") or row.element_id,
        message_vi=row.message_vi,
        message_en=row.message_en,
        of_service=row.job_id is not None,
        of_person=row.task_id is not None,
        opened_at=row.opened_at,
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        resolution=Resolution(row.resolution) if row.resolution else None,
        resolution_reason=row.resolution_reason,
    )
