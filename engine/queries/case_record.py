"""All events of a case as they are kept, with the seal at which its history stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.queries.instance import require_visible
from engine.store.tables import HistoryEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """One event; from where it came is for those who verify the record, not for those who read the case."""

    sequence: int
    at: datetime
    kind: str
    actor: UUID | None
    element: str | None
    task: UUID | None
    data: str
    """Canonical JSON."""
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """The history of a case up to its present end."""

    events: tuple[RecordedEvent, ...]
    sequence: int
    hash: str


def case_record(session: Session, viewer: Viewer, instance: UUID) -> CaseRecord:
    """The record for somebody who may see the case; raises as require_visible."""
    case = require_visible(session, viewer, instance)
    rows = session.scalars(
        select(HistoryEvent).where(HistoryEvent.instance_id == instance).order_by(HistoryEvent.sequence)
    )
    events = tuple(
        RecordedEvent(
            sequence=row.sequence,
            at=row.at,
            kind=row.kind,
            actor=row.actor_id,
            element=row.element_id,
            task=row.task_id,
            data=row.data,
            hash=row.hash.hex(),
        )
        for row in rows
    )
    return CaseRecord(events=events, sequence=case.history_sequence, hash=case.history_hash.hex())
