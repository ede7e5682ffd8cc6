"""A worker's sign of life."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from engine.store.session import Store
from engine.store.tables import WorkerHeartbeat


def beat(store: Store, worker: str, *, started_at: datetime, now: datetime) -> None:
    """Note that the worker went round; times are the machine's."""
    with store.transaction() as session:
        statement = insert(WorkerHeartbeat).values(worker=worker, started_at=started_at, seen_at=now)
        session.execute(statement.on_conflict_do_update(index_elements=["worker"], set_={"seen_at": now}))


def leave(store: Store, worker: str) -> None:
    """The worker ends in good order."""
    with store.transaction() as session:
        session.execute(delete(WorkerHeartbeat).where(WorkerHeartbeat.worker == worker))
