"""Write down how late the timers of this worker fired."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.execution.lateness import Fired, LatenessLog
from engine.store.session import Store
from engine.store.tables import TimerLateness

KEPT: Final = timedelta(days=90)


def keep_lateness(store: Store, worker: str, log: LatenessLog, now: datetime) -> None:
    """Add what the log holds to the worker's counts of the hour; `now` is the machine's.

    Each worker writes rows of its own, so none waits for another. What a worker that is killed has not
    written yet is lost to the figures, at most the time between two signs of life; the history has it.
    """
    taken = log.take()
    if not taken:
        return
    try:
        with store.transaction() as session:
            _add(session, worker, taken, now)
    except BaseException:
        log.put_back(taken)
        raise


def _add(session: Session, worker: str, taken: Mapping[int, Fired], now: datetime) -> None:
    hour = now.replace(minute=0, second=0, microsecond=0)
    rows = [
        {
            "hour": hour,
            "worker": worker,
            "lateness_class": number,
            "fired": fired.count,
            "longest_ms": fired.longest_ms,
        }
        for number, fired in sorted(taken.items())
    ]
    statement = insert(TimerLateness)
    new = statement.excluded
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["hour", "worker", "lateness_class"],
            set_={
                "fired": TimerLateness.fired + new.fired,
                "longest_ms": func.greatest(TimerLateness.longest_ms, new.longest_ms),
            },
        ),
        rows,
    )
    session.execute(delete(TimerLateness).where(TimerLateness.hour < now - KEPT))
