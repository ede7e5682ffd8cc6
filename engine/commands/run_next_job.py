"""Run the one service task that has waited the longest, in the transaction that completes it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Actor
from engine.domain.errors import Invalid
from engine.domain.states import MOST_ATTEMPTS, InstanceState, JobState
from engine.execution.clock_events import ClockOfCase
from engine.execution.incidents import sentences, try_open_incident
from engine.execution.instances import Execution, resume
from engine.execution.surroundings import Surroundings
from engine.ports import OperatorCall
from engine.store.session import Store
from engine.store.tables import Job, ProcessInstance

BACKOFF: Final = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
_log = logging.getLogger(__name__)


class OperatorUnknown(Invalid):
    """The model names a service that this system does not offer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Hệ thống không có dịch vụ “{name}” mà quy trình yêu cầu.",
            en=f"This system does not offer the service “{name}” that the process asks for.",
        )


def run_next_job(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Run one job; false when none is due.

    What an operator writes commits together with the step that it completes, or not at all. A failure is
    tried again with growing pauses; after the last try an incident is opened.
    """
    with store.transaction() as session:
        found = _claim(session, now)
        if found is None:
            return False
        row, job = found
        # Read again under the lock: another worker may have run it, or put it off, meanwhile.
        if job is None or job.state != JobState.PENDING or job.run_at > now:
            return True
        try:
            with session.begin_nested():
                _run(session, surroundings, row, job, now)
        except Exception as error:
            _log.exception("job_failed", extra={"instance": str(row.id), "operator": job.operator})
            session.refresh(job)
            _postpone(session, surroundings, job, error, now)
        return True


def _claim(session: Session, now: datetime) -> tuple[ProcessInstance, Job | None] | None:
    found = session.execute(
        select(ProcessInstance, Job.id)
        .join(Job, Job.instance_id == ProcessInstance.id)
        .where(
            Job.run_at <= now, Job.state == JobState.PENDING, ProcessInstance.state == InstanceState.RUNNING
        )
        .order_by(Job.run_at, Job.id)
        .limit(1)
        .options(undefer(ProcessInstance.process_state))
        .with_for_update(of=ProcessInstance, skip_locked=True)
    ).one_or_none()
    return None if found is None else (found[0], session.get(Job, found[1]))


def _run(session: Session, surroundings: Surroundings, row: ProcessInstance, job: Job, now: datetime) -> None:
    execution = resume(session, surroundings, row, actor=Actor.system(), now=now)
    operator = surroundings.operators.get(job.operator)
    if operator is None:
        raise OperatorUnknown(job.operator)
    result = operator(_call(execution, job))
    execution.record("job.completed", element=job.element_id, task=job.id, data={"operator": job.operator})
    execution.process.complete_service(str(job.id), result, now=now)
    execution.save()


def _call(execution: Execution, job: Job) -> OperatorCall:
    return OperatorCall(
        operator=job.operator,
        instance=execution.row.id,
        agency=execution.row.agency_id,
        element_id=job.element_id,
        idempotency_key=job.id,
        parameters=execution.process.parameters(str(job.id)),
        variables=execution.process.variables(str(job.id)),
        session=execution.session,
        now=execution.now,
        clock=ClockOfCase(execution, job.id),
        scopes=execution.process.scopes_around(str(job.id)),
    )


def _postpone(
    session: Session, surroundings: Surroundings, job: Job, error: Exception, now: datetime
) -> None:
    job.last_error = sentences(error)[1]
    if job.attempts < len(BACKOFF):
        job.run_at = now + BACKOFF[job.attempts]
        job.attempts += 1
        return
    job.attempts = min(job.attempts + 1, MOST_ATTEMPTS)
    instance, element = job.instance_id, job.element_id
    if try_open_incident(session, surroundings, instance, element=element, error=error, now=now, job=job.id):
        job.state = JobState.EXHAUSTED
    else:
        job.run_at = now + BACKOFF[-1]  # nobody was told, so it must not be given up
