"""Fire the timers of the instances whose timers are due the longest."""

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
from engine.store.rows import Batch, Statement
from engine.store.session import Store, StoreUnreachable
from engine.store.tables import ProcessInstance, Timer

RETRY_AFTER: Final = timedelta(minutes=5)
_log = logging.getLogger(__name__)
TOGETHER: Final = 16
"""Timers that fire in one transaction: most of what one takes is its search, its lock and its commit."""
_DUE: Final = (
    INSTANCES.select()
    .add_columns(Timer.id, Timer.wake_at)
    .join(Timer, Timer.instance_id == ProcessInstance.id)
    .where(Timer.wake_at <= bindparam("now"), ProcessInstance.state == InstanceState.RUNNING)
    .order_by(Timer.wake_at)
    .with_for_update(of=ProcessInstance, skip_locked=True)
)
CLAIM: Final = Statement(_DUE.limit(TOGETHER))
CLAIM_ONE: Final = Statement(_DUE.limit(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claimed:
    row: ProcessInstance
    timer: UUID
    wake_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fired:
    timers: Sequence[PendingTimer]
    wake_at: datetime


def fire_next_timer(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Fire what is due in the instances whose timers are due the longest; false when nothing is due.

    Up to `TOGETHER` timers fire in one transaction, in order of due time. When one of their cases fails, all
    is taken back and each goes in a transaction of its own. A process that cannot go on is left as it was;
    it gets an incident and its timers a later look, so that no row blocks the rest.
    """
    return _fire_next(store, surroundings, CLAIM, now)


def _fire_next(store: Store, surroundings: Surroundings, claim: Statement, now: datetime) -> bool:
    claimed: Sequence[_Claimed] = ()
    fired: Sequence[_Fired] = ()
    try:
        with store.transaction() as session:
            claimed = _claim(session, claim, now)
            fired = _fire_together(session, surroundings, claimed, now)
    except StoreUnreachable:
        raise
    except Exception as error:
        if not claimed:
            raise
        if len(claimed) > 1:
            return _fire_one_by_one(store, surroundings, len(claimed), now)
        (one,) = claimed
        _log.exception("timer_failed", extra={"instance": str(one.row.id)})
        _postpone(store, surroundings, one.row.id, error, now)
    for case in fired:
        for timer in case.timers:
            # A timer that was put off, or set to a moment already past, is late only from then on.
            surroundings.lateness.note(now - max(timer.due, case.wake_at))
    return bool(claimed)


def _fire_one_by_one(store: Store, surroundings: Surroundings, cases: int, now: datetime) -> bool:
    """The same in a transaction for each case; of those that failed together, most can go on alone."""
    for _ in range(cases):
        _fire_next(store, surroundings, CLAIM_ONE, now)
    return True


def _claim(session: Session, claim: Statement, now: datetime) -> Sequence[_Claimed]:
    """The cases, each once, with the timer that is due the longest.

    All their locks are taken by this statement, and it passes over what is locked: who holds several of them
    waited for none, so that no two workers, and no officer and a worker, can wait for each other.
    """
    claimed: dict[UUID, _Claimed] = {}
    for *values, timer, wake_at in claim.run(session, now=now):
        row = INSTANCES.one(values)
        claimed.setdefault(row.id, _Claimed(row=row, timer=timer, wake_at=wake_at))
    return tuple(claimed.values())


def _fire_together(
    session: Session, surroundings: Surroundings, claimed: Sequence[_Claimed], now: datetime
) -> Sequence[_Fired]:
    """Fire what is due in one case after the other; whose turn does not come stays due."""
    batch = Batch()
    fired: list[_Fired] = []
    for one in claimed:
        execution = resume(session, surroundings, one.row, actor=Actor.system(), now=now)
        timers = execution.process.wake(now=now)
        # Who sends to others or heals an incident takes more locks than that of its row: it goes alone.
        alone = execution.process.has_traffic or execution.row.open_incidents > 0
        if alone and fired:
            break
        fired.append(_Fired(timers=timers, wake_at=one.wake_at))
        _tell(execution, timers)
        if timers or execution.process.dropped_rounds():
            execution.save(into=None if alone else batch)
        else:
            _mend(session, execution, one, now)
        if alone or sum(len(each.timers) for each in fired) >= TOGETHER:
            break
    batch.run(session)
    return fired


def _tell(execution: Execution, fired: Sequence[PendingTimer]) -> None:
    for timer in fired:
        data = {"due": timer.due, "fired": execution.now}
        execution.record("timer.fired", element=timer.element_id, data=data)
    for missed in execution.process.dropped_rounds():
        rounds = missed.rounds
        execution.record(
            "timer.skipped",
            element=missed.element_id,
            data={"first": rounds.first, "last": rounds.last, "count": rounds.count},
        )
    if fired and execution.row.hops:
        execution.row.hops = 0  # time has passed: what follows is no endless chain of messages


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
