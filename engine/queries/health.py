"""Whether the system is well: the database answers, a worker went round lately, timers fire in time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.lateness import Lateness, summary
from engine.domain.states import InstanceState
from engine.store.tables import ProcessInstance, Timer, TimerLateness, WorkerHeartbeat

STALE_AFTER: Final = timedelta(seconds=60)
MOST_COUNTED: Final = 1_000
"""Overdue timers are counted up to here: that there are very many is all one needs to know."""
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerHealth:
    """How late timers fired, and those that should have fired and have not."""

    last_hour: Lateness
    """Of the present hour and the one before."""
    last_day: Lateness
    overdue: int
    """Timers whose moment passed longer ago than the setting allows, at most MOST_COUNTED."""
    overdue_since: datetime | None
    """The moment of the first of them."""

    @property
    def well(self) -> bool:
        """Whether every timer that is due has fired, give or take what the setting allows."""
        return not self.overdue

    def figures(self) -> dict[str, object]:
        """The same as plain data, for machines that watch the system."""
        return {
            "overdue": self.overdue,
            "overdue_since": self.overdue_since.isoformat() if self.overdue_since else None,
            "last_hour": asdict(self.last_hour),
            "last_day": asdict(self.last_day),
        }


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


def timer_health(
    session: Session, now: datetime, *, machine_now: datetime, overdue_after: timedelta
) -> TimerHealth:
    """How the timers are; `now` is the time of procedures, by which they are due."""
    overdue, since = _overdue(session, now - overdue_after)
    return TimerHealth(
        last_hour=_lateness(session, machine_now - _HOUR),
        last_day=_lateness(session, machine_now - _DAY),
        overdue=overdue,
        overdue_since=since,
    )


def _overdue(session: Session, before: datetime) -> tuple[int, datetime | None]:
    """Timers of running cases that no incident has put off; a suspended case's wait for it to go on."""
    late = (
        select(Timer.wake_at)
        .join(ProcessInstance, ProcessInstance.id == Timer.instance_id)
        .where(Timer.wake_at < before, ProcessInstance.state == InstanceState.RUNNING)
        .order_by(Timer.wake_at)
        .limit(MOST_COUNTED)
        .subquery()
    )
    count, since = session.execute(select(func.count(), func.min(late.c.wake_at)).select_from(late)).one()
    return count, since


def _lateness(session: Session, since: datetime) -> Lateness:
    hour = since.replace(minute=0, second=0, microsecond=0)
    rows = session.execute(
        select(
            TimerLateness.lateness_class, func.sum(TimerLateness.fired), func.max(TimerLateness.longest_ms)
        )
        .where(TimerLateness.hour >= hour)
        .group_by(TimerLateness.lateness_class)
    ).all()
    return summary(
        {number: int(fired) for number, fired, _ in rows}, max((row[2] for row in rows), default=0)
    )
