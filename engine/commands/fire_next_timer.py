"""Fire the timers of the one instance whose timer is due the longest."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Actor
from engine.domain.states import InstanceState
from engine.execution.incidents import open_incident
from engine.execution.instances import resume
from engine.execution.surroundings import Surroundings
from engine.runtime import ProcessIncident
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Timer

RETRY_AFTER: Final = timedelta(minutes=5)
_log = logging.getLogger(__name__)


def fire_next_timer(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Fire what is due in one instance, in order of due time; false when nothing is due.

    A process that cannot go on gets an incident and its timers a later look, so that no row blocks the rest.
    """
    with store.transaction() as session:
        found = _claim(session, now)
        if found is None:
            return False
        instance = found.id
        try:
            with session.begin_nested():
                _fire(session, surroundings, found, now)
        except Exception as error:
            _log.exception("timer_failed", extra={"instance": str(instance)})
            _postpone(session, instance, error, now)
        return True


def _claim(session: Session, now: datetime) -> ProcessInstance | None:
    return session.scalars(
        select(ProcessInstance)
        .join(Timer, Timer.instance_id == ProcessInstance.id)
        .where(Timer.wake_at <= now, ProcessInstance.state == InstanceState.RUNNING)
        .order_by(Timer.wake_at)
        .limit(1)
        .options(undefer(ProcessInstance.process_state))
        .with_for_update(of=ProcessInstance, skip_locked=True)
    ).one_or_none()


def _fire(session: Session, surroundings: Surroundings, row: ProcessInstance, now: datetime) -> None:
    execution = resume(session, surroundings, row, actor=Actor.system(), now=now)
    for timer in execution.process.wake(now=now):
        execution.record("timer.fired", element=timer.element_id, data={"due": timer.due, "fired": now})
    execution.save()


def _postpone(session: Session, instance: UUID, error: Exception, now: datetime) -> None:
    session.execute(
        update(Timer)
        .where(Timer.instance_id == instance, Timer.wake_at <= now)
        .values(attempts=Timer.attempts + 1, wake_at=now + RETRY_AFTER)
    )
    element = error.element_id if isinstance(error, ProcessIncident) else ""
    open_incident(session, instance, element=element, error=error, now=now)
