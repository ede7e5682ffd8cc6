"""Where a record of a register came from that no case wrote: which list, by whom, when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import parse_id
from engine.execution.history import record_audit
from engine.store.tables import AuditEvent, StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """That a record was imported."""

    file: UUID
    file_name: str
    by: UUID | None
    at: datetime


def record_import(
    session: Session,
    kind: str,
    *,
    viewer: Viewer,
    origin: str,
    file: UUID,
    records: Sequence[UUID],
    count: int,
    now: datetime,
) -> None:
    """Keep in the log of acts which records a list brought, so many in its own terms; see `taken_over`."""
    record_audit(
        session,
        kind,
        actor=Actor(person=viewer.person, origin=origin),
        agency=viewer.agency,
        now=now,
        data={"count": count, "file": file, "records": list(records)},
    )


def taken_over(session: Session, viewer: Viewer, kind: str, record: UUID) -> TakenOver | None:
    """The import that brought the record; None where a case wrote it."""
    event = session.scalars(
        select(AuditEvent)
        .where(
            AuditEvent.agency_id == viewer.agency,
            AuditEvent.kind == kind,
            AuditEvent.data.contains(str(record)),
        )
        .order_by(AuditEvent.id)
        .limit(1)
    ).first()
    file = parse_id(str(json.loads(event.data).get("file"))) if event is not None else None
    if event is None or file is None:
        return None
    name = session.scalar(select(StoredFile.name).where(StoredFile.id == file)) or ""
    return TakenOver(file=file, file_name=name, by=event.actor_id, at=event.at)
