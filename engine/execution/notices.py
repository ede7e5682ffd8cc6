"""Writing down who has to be told what; a worker makes one mail of all that a person has to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.execution.history import canonical
from engine.store.tables import Notification, ProcessInstance, Task

SETTLE: Final = timedelta(minutes=1)
"""How long a notice waits for others to the same person, so that one run makes one mail."""


def notify(
    session: Session,
    instance: ProcessInstance,
    persons: Iterable[UUID],
    *,
    kind: str,
    now: datetime,
    task: Task | None = None,
    step: str = "",
    data: Mapping[str, object] | None = None,
) -> None:
    """Tell each person once about this step of this task or instance; saying it again changes nothing."""
    subject = task.id if task is not None else instance.id
    rows = [
        {
            "id": derived_id("notification", subject, kind, step, person),
            "agency_id": instance.agency_id,
            "person_id": person,
            "kind": kind,
            "step": step,
            "instance_id": instance.id,
            "task_id": task.id if task is not None else None,
            "created_at": now,
            "send_at": now + SETTLE,
            "data": canonical(data or {}),
        }
        for person in dict.fromkeys(persons)
    ]
    if rows:
        session.flush()
        session.execute(insert(Notification).on_conflict_do_nothing(), rows)
