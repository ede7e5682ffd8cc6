"""Try again what came to an incident: the service task, the timer or the message behind it, now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import update

from engine.domain.interventions import InstanceEnded, Intervention, NothingToRetry
from engine.domain.states import LIVE_INSTANCE_STATES, JobState
from engine.execution.interventions import lock_for_incident, record
from engine.execution.subscriptions import wake_messages_for
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import Job, Timer


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryIncident:
    """The incident whose cause is thought to be gone."""

    incident: UUID
    intervention: Intervention


def retry_incident(store: Store, surroundings: Surroundings, command: RetryIncident, now: datetime) -> None:
    """Let a worker try at once, one time; the incident ends by itself when the case gets past it.

    In a suspended case the try waits until it is resumed. Raises as `lock_for_incident`, InstanceEnded, and
    NothingToRetry where it was a person who was doing something.
    """
    with store.transaction() as session:
        execution, incident = lock_for_incident(
            session, surroundings, command.incident, command.intervention, now, without_data=True
        )
        if execution.row.state not in LIVE_INSTANCE_STATES:
            raise InstanceEnded(execution.row.id)
        waits, awaited = execution.process.waits(), execution.process.subscriptions()
        if incident.job_id is not None and str(incident.job_id) in waits.services:
            again = update(Job).where(Job.id == incident.job_id)
            session.execute(again.values(state=JobState.PENDING, run_at=now))
        elif incident.job_id is None and incident.task_id is None and (waits.timers or awaited):
            due = (Timer.instance_id == execution.row.id, Timer.due <= now)
            session.execute(update(Timer).where(*due).values(wake_at=now))
        else:
            raise NothingToRetry(incident.id)
        wake_messages_for(session, execution.row, now)
        record(
            execution,
            command.intervention,
            "incident.retried",
            element=incident.element_id or None,
            data={"incident": incident.id},
        )
        execution.save_history()
