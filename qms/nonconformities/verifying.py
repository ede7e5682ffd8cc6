"""Who verified a slip, as the steps of its case tell."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.states import TaskState
from engine.store.tables import Task
from qms.nonconformities.involved import VERIFYING


def verifier_of(session: Session, instance: UUID) -> tuple[UUID, ...]:
    """Who completed the last verification, then in whose name; empty while there is none."""
    row = session.execute(
        select(Task.completed_by, Task.completed_for)
        .where(
            Task.instance_id == instance,
            Task.element_id.in_(VERIFYING),
            Task.state == TaskState.COMPLETED,
        )
        .order_by(Task.completed_at.desc())
        .limit(1)
    ).first()
    return tuple(person for person in row if person is not None) if row is not None else ()
