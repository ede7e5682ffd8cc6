"""Incidents: what a person must repair before a case goes on, from their opening to their end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id
from engine.domain.interventions import Resolution
from engine.domain.local_time import local_day
from engine.domain.text import storable
from engine.execution.history import HistoryWriter
from engine.execution.notices import INCIDENT_OPENED, notify
from engine.execution.recipients import watchers
from engine.execution.surroundings import Surroundings
from engine.runtime import ProcessIncident, What
from engine.store.session import Store, will_pass
from engine.store.tables import Incident, ProcessInstance, Task, Timer

if TYPE_CHECKING:
    from engine.execution.instances import Execution

_log: Final = logging.getLogger(__name__)


def open_incident(
    session: Session,
    surroundings: Surroundings,
    instance: UUID,
    *,
    element: str,
    error: Exception,
    now: datetime,
    job: UUID | None = None,
    task: UUID | None = None,
) -> None:
    """Open an incident under the instance's lock, unless the same one is open already, and tell who repairs.

    What was being done when it arose is kept: the job, the completion of the task, else the timer that has
    been due the longest. The case is past the incident once that is done.
    """
    vi, en = sentences(error)
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == instance)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    alike = [one for one in _of(session, instance) if (one.element_id, one.job_id) == (element, job)]
    if any(one.resolved_at is None and one.message_vi == vi for one in alike):
        return
    statement = insert(Incident).values(
        id=derived_id("incident", instance, element, job, vi, len(alike)),
        instance_id=instance,
        agency_id=row.agency_id,
        element_id=element,
        job_id=job,
        task_id=task,
        timer_id=session.scalar(_due_longest(instance, now)) if job is None and task is None else None,
        message_vi=vi,
        message_en=en,
        opened_at=now,
    )
    opened = session.execute(statement.on_conflict_do_nothing().returning(Incident.id)).one_or_none()
    if opened is not None:
        row.open_incidents += 1
        history = HistoryWriter(row, Actor.system(), now)
        history.record("incident.opened", element=element or None, task=task, data={"message": en})
        history.append(session)
        told = watchers(session, surroundings, row.agency_id, local_day(now))
        about = {"incident": opened.id, "step": _step(session, surroundings, row, element)}
        about |= {"reason": vi, "reason_en": en}
        notify(session, row, told, kind=INCIDENT_OPENED, step=str(opened.id), now=now, data=about)


def try_open_incident(
    session: Session,
    surroundings: Surroundings,
    instance: UUID,
    *,
    element: str,
    error: Exception,
    now: datetime,
    job: UUID | None = None,
) -> bool:
    """The same where a row must move on whatever happens; false when not even telling was possible."""
    try:
        with session.begin_nested():
            open_incident(session, surroundings, instance, element=element, error=error, now=now, job=job)
    except Exception as fault:
        if will_pass(fault):
            raise
        _log.exception("incident_not_opened", extra={"instance": str(instance)})
        return False
    return True


def _step(session: Session, surroundings: Surroundings, row: ProcessInstance, element: str) -> str:
    try:
        definition = surroundings.models.compiled(session, row.model_version_id).definition
    except Exception:  # noqa: BLE001 - that it cannot be read any more may be the very thing to tell
        _log.exception("model_unreadable", extra={"version": str(row.model_version_id)})
        return ""
    activity = definition.activities.get(element)
    return (activity.name if activity else "") or element


def sentences(error: Exception) -> tuple[str, str]:
    """What to tell a person about an error, in Vietnamese and English."""
    if isinstance(error, Refusal):
        return storable(error.vi), storable(error.en)
    return (
        f"Hệ thống gặp lỗi khi chạy bước này ({type(error).__name__}). Người quản trị xem nhật ký máy chủ.",
        f"The system failed at this step ({type(error).__name__}). The administrator finds more in the log.",
    )


@contextmanager
def told_to_administrators(
    store: Store, surroundings: Surroundings, task: UUID, now: datetime
) -> Iterator[None]:
    """Open an incident when the completion of a task brings the case to a point without a way out.

    The completion is rolled back first, so the task stays as it was; the incident has its own transaction.
    Goes around the transaction: `with told_to_administrators(…), store.transaction() as session`.
    """
    try:
        yield
    except ProcessIncident as incident:
        try:
            with store.transaction() as session:
                instance = session.scalars(select(Task.instance_id).where(Task.id == task)).one()
                element = incident.element_id
                open_incident(
                    session, surroundings, instance, element=element, error=incident, now=now, task=task
                )
        except Exception:  # noqa: BLE001 - whatever it is, the officer hears of the incident itself
            _log.exception("incident_not_told", extra={"task": str(task)})
        raise


def settle(execution: Execution) -> None:
    """End the incidents that the case has got past; to be asked only while it has any."""
    process = execution.process
    passed = {one.element_id for one in process.trace() if one.what is What.COMPLETED}
    waits = process.waits()
    for incident in _of(execution.session, execution.row.id):
        if incident.resolved_at is not None:
            continue
        behind = incident.element_id in passed
        match incident:
            case Incident(job_id=UUID() as job):
                behind = str(job) not in waits.services
            case Incident(task_id=UUID() as task):
                behind = str(task) not in waits.users
            case Incident(timer_id=UUID() as timer):
                _, due = waits.timers.get(str(timer), ("", None))
                behind = behind or due is None or due > execution.now
            case _:
                pass
        if behind or process.completed:
            resolve(execution, incident, Resolution.PASSED)


def resolve(execution: Execution, incident: Incident, how: Resolution, reason: str | None = None) -> None:
    """End an open incident; the caller saves the execution."""
    execution.session.execute(
        update(Incident)
        .where(Incident.id == incident.id)
        .values(
            resolved_at=execution.now,
            resolved_by=execution.actor.person,
            resolution=how,
            resolution_reason=reason,
        )
    )
    execution.row.open_incidents -= 1
    execution.record(
        "incident.resolved",
        element=incident.element_id or None,
        data={"incident": incident.id, "how": how, "message": incident.message_en}
        | ({"reason": reason} if reason else {}),
    )


def resolve_all(execution: Execution, how: Resolution, reason: str | None) -> None:
    """End all open incidents of the case."""
    for incident in _of(execution.session, execution.row.id):
        if incident.resolved_at is None:
            resolve(execution, incident, how, reason)


def _of(session: Session, instance: UUID) -> list[Incident]:
    statement = select(Incident).where(Incident.instance_id == instance).order_by(Incident.opened_at)
    return list(session.scalars(statement.execution_options(populate_existing=True)))


def _due_longest(instance: UUID, now: datetime) -> Select[UUID]:
    due = (Timer.instance_id == instance, Timer.due <= now)
    return select(Timer.id).where(*due).order_by(Timer.due).limit(1)
