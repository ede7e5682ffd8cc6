"""Opening an incident: something a person must repair before the instance goes on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id
from engine.execution.history import HistoryWriter
from engine.store.tables import Incident, ProcessInstance


def open_incident(
    session: Session,
    instance: UUID,
    *,
    element: str,
    error: Exception,
    now: datetime,
    job: UUID | None = None,
) -> None:
    """Open an incident under the instance's lock, unless the same one is open already."""
    vi, en = sentences(error)
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == instance)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    statement = insert(Incident).values(
        id=derived_id("incident", instance, element, job, vi),
        instance_id=instance,
        agency_id=row.agency_id,
        element_id=element,
        job_id=job,
        message_vi=vi,
        message_en=en,
        opened_at=now,
    )
    opened = session.execute(statement.on_conflict_do_nothing().returning(Incident.id)).one_or_none()
    if opened is not None:
        history = HistoryWriter(row, Actor.system(), now)
        history.record("incident.opened", element=element or None, data={"message": en})
        history.append(session)


def sentences(error: Exception) -> tuple[str, str]:
    """What to tell a person about an error, in Vietnamese and English."""
    if isinstance(error, Refusal):
        return error.vi, error.en
    return (
        f"Hệ thống gặp lỗi khi chạy bước này ({type(error).__name__}). Người quản trị xem nhật ký máy chủ.",
        f"The system failed at this step ({type(error).__name__}). The administrator finds more in the log.",
    )
