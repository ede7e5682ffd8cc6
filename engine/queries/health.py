"""Whether the system is well: the database answers, a worker went round lately, timers fire in time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.lateness import Band, Lateness, bands, summary
from engine.domain.states import InstanceState
from engine.store.tables import ProcessInstance, Timer, TimerLateness, WorkerHeartbeat

STALE_AFTER: Final = timedelta(seconds=60)
MOST_COUNTED: Final = 1_000
"""Overdue timers are counted up to here: that there are very many is all one needs to know."""
MOST_WORKERS: Final = 20
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerHealth:
    """How late timers fired, and those that should have fired and have not."""

    last_hour: Lateness
    """Of the present hour and the one before."""
    last_day: Lateness
    histogram: tuple[Band, ...]
    """How many timers of the last day fired how late."""
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
            "histogram": [asdict(band) for band in self.histogram],
        }


def last_beat(session: Session, worker: str | None = None) -> datetime | None:
    """When a worker (or the one named) last went round, by the machine's clock."""
    statement = select(func.max(WorkerHeartbeat.seen_at))
    if worker is not None:
        statement = statement.where(WorkerHeartbeat.worker == worker)
    return session.scalar(statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSeen:
    """A worker process and its last sign of life, by the machine's clock."""

    worker: str
    started_at: datetime
    seen_at: datetime
    alive: bool


def workers_seen(session: Session, now: datetime) -> tuple[WorkerSeen, ...]:
    """The workers that have not left in good order, the last seen first."""
    rows = session.scalars(
        select(WorkerHeartbeat)
        .order_by(WorkerHeartbeat.seen_at.desc(), WorkerHeartbeat.worker)
        .limit(MOST_WORKERS)
    )
    return tuple(
        WorkerSeen(
            worker=row.worker,
            started_at=row.started_at,
            seen_at=row.seen_at,
            alive=now - row.seen_at < STALE_AFTER,
        )
        for row in rows
    )


def worker_alive(session: Session, now: datetime, worker: str | None = None) -> bool:
    """Whether it is less than a minute ago."""
    seen = last_beat(session, worker)
    return seen is not None and now - seen < STALE_AFTER


def timer_health(
    session: Session, now: datetime, *, machine_now: datetime, overdue_after: timedelta
) -> TimerHealth:
    """How the timers are; `now` is the time of procedures, by which they are due."""
    overdue, since = _overdue(session, now - overdue_after)
    hour, longest_of_hour = _counts(session, machine_now - _HOUR)
    day, longest_of_day = _counts(session, machine_now - _DAY)
    return TimerHealth(
        last_hour=summary(hour, longest_of_hour),
        last_day=summary(day, longest_of_day),
        histogram=bands(day),
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


def _counts(session: Session, since: datetime) -> tuple[dict[int, int], int]:
    """How many timers fired in each class since the hour of a moment, and the greatest lateness."""
    hour = since.replace(minute=0, second=0, microsecond=0)
    rows = session.execute(
        select(
            TimerLateness.lateness_class, func.sum(TimerLateness.fired), func.max(TimerLateness.longest_ms)
        )
        .where(TimerLateness.hour >= hour)
        .group_by(TimerLateness.lateness_class)
    ).all()
    return {number: int(fired) for number, fired, _ in rows}, max((row[2] for row in rows), default=0)
