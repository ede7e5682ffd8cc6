"""Fire the timers of the one instance whose timer is due the longest."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, func, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.states import MOST_ATTEMPTS, InstanceState
from engine.execution.incidents import settle, try_open_incident
from engine.execution.instances import INSTANCES, Execution, resume
from engine.execution.surroundings import Surroundings
from engine.runtime import PendingTimer, ProcessIncident
from engine.store.rows import Statement
from engine.store.session import Store, StoreUnreachable
from engine.store.tables import ProcessInstance, Timer

RETRY_AFTER: Final = timedelta(minutes=5)
_log = logging.getLogger(__name__)
CLAIM: Final = Statement(
    INSTANCES.select()
    .add_columns(Timer.id, Timer.wake_at)
    .join(Timer, Timer.instance_id == ProcessInstance.id)
    .where(Timer.wake_at <= bindparam("now"), ProcessInstance.state == InstanceState.RUNNING)
    .order_by(Timer.wake_at)
    .limit(1)
    .with_for_update(of=ProcessInstance, skip_locked=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claimed:
    row: ProcessInstance
    timer: UUID
    wake_at: datetime


def fire_next_timer(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Fire what is due in one instance, in order of due time; false when nothing is due.

    A process that cannot go on is left as it was; in a transaction of its own it gets an incident and its
    timers a later look, so that no row blocks the rest.
    """
    claimed: _Claimed | None = None
    fired: Sequence[PendingTimer] = ()
    try:
        with store.transaction() as session:
            claimed = _claim(session, now)
            if claimed is None:
                return False
            fired = _fire(session, surroundings, claimed, now)
    except StoreUnreachable:
        raise
    except Exception as error:
        if claimed is None:
            raise
        _log.exception("timer_failed", extra={"instance": str(claimed.row.id)})
        _postpone(store, surroundings, claimed.row.id, error, now)
    for timer in fired:
        # A timer that was put off, or set to a moment already past, is late only from then on.
        surroundings.lateness.note(now - max(timer.due, claimed.wake_at))
    return True


def _claim(session: Session, now: datetime) -> _Claimed | None:
    found = CLAIM.run(session, now=now).fetchone()
    if found is None:
        return None
    *row, timer, wake_at = found
    return _Claimed(row=INSTANCES.one(row), timer=timer, wake_at=wake_at)


def _fire(
    session: Session, surroundings: Surroundings, claimed: _Claimed, now: datetime
) -> Sequence[PendingTimer]:
    execution = resume(session, surroundings, claimed.row, actor=Actor.system(), now=now)
    fired = execution.process.wake(now=now)
    for timer in fired:
        execution.record("timer.fired", element=timer.element_id, data={"due": timer.due, "fired": now})
    dropped = execution.process.dropped_rounds()
    for missed in dropped:
        rounds = missed.rounds
        execution.record(
            "timer.skipped",
            element=missed.element_id,
            data={"first": rounds.first, "last": rounds.last, "count": rounds.count},
        )
    if fired and execution.row.hops:
        execution.row.hops = 0  # time has passed: what follows is no endless chain of messages
    if fired or dropped:
        execution.save()
    else:
        _mend(session, execution, claimed, now)
    return fired


def _mend(session: Session, execution: Execution, claimed: _Claimed, now: datetime) -> None:
    """Nothing was due: another worker was faster, or the row says something else than the process."""
    _, due = execution.process.waits().timers.get(str(claimed.timer), ("", None))
    astray = (Timer.id == claimed.timer, Timer.wake_at <= now)
    if due is None:
        session.execute(delete(Timer).where(*astray))
    else:
        session.execute(update(Timer).where(*astray).values(due=due, wake_at=due))
    if execution.row.open_incidents:  # one may have called for this very timer
        settle(execution)
        execution.save_history()


def _postpone(
    store: Store, surroundings: Surroundings, instance: UUID, error: Exception, now: datetime
) -> None:
    element = error.element_id if isinstance(error, ProcessIncident) else ""
    with store.transaction() as session:
        try_open_incident(session, surroundings, instance, element=element, error=error, now=now)
        session.execute(
            update(Timer)
            .where(Timer.instance_id == instance, Timer.wake_at <= now)
            .values(attempts=func.least(Timer.attempts, MOST_ATTEMPTS - 1) + 1, wake_at=now + RETRY_AFTER)
        )
