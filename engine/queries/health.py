"""Whether the system is well: the database answers, and a worker went round lately."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.store.tables import WorkerHeartbeat

STALE_AFTER: Final = timedelta(seconds=60)


def last_beat(session: Session, worker: str | None = None) -> datetime | None:
    """When a worker (or the one named) last went round, by the machine's clock."""
    statement = select(func.max(WorkerHeartbeat.seen_at))
    if worker is not None:
        statement = statement.where(WorkerHeartbeat.worker == worker)
    return session.scalar(statement)


def worker_alive(session: Session, now: datetime, worker: str | None = None) -> bool:
    """Whether it is less than a minute ago."""
    seen = last_beat(session, worker)
    return seen is not None and now - seen < STALE_AFTER
