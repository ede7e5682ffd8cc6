"""Climb the one escalation ladder whose next step has been due the longest."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from engine.domain import escalation
from engine.domain.assignment import Actor
from engine.domain.errors import Conflict
from engine.domain.escalation import StepKind, StepUnit
from engine.domain.interventions import Resolution
from engine.domain.local_time import local_day, start_of_day
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.execution.history import HistoryWriter
from engine.execution.incidents import sentences, try_open_incident
from engine.execution.ladder_actions import Climbed, act
from engine.execution.ladders import decide, look_again, stood_still
from engine.execution.notices import REQUIRED, SINCE, notify
from engine.execution.recipients import recipients, watchers
from engine.execution.surroundings import Surroundings
from engine.store.session import Store, will_pass
from engine.store.tables import Incident, ProcessInstance, Task

RETRY_AFTER: Final = timedelta(minutes=5)
_log = logging.getLogger(__name__)


class LadderNotClimbed(Conflict):
    """A step of a ladder is due and cannot be told; it is tried again every few minutes."""

    def __init__(self, error: Exception) -> None:
        vi, en = sentences(error)
        super().__init__(
            vi=f"Bậc nhắc việc đến hạn mà chưa báo được: {vi} Hệ thống sẽ tự thử lại.",
            en=f"A step of the escalation ladder is due and could not be told: {en} It is tried again soon.",
        )


def escalate_next_task(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Take one task a step up its ladder, or move its next moment; false when none is due."""
    with store.transaction() as session:
        found = session.execute(
            select(ProcessInstance, Task.id)
            .join(Task, Task.instance_id == ProcessInstance.id)
            .where(Task.escalate_at <= now, Task.state.in_(LIVE_TASK_STATES))
            .order_by(Task.escalate_at)
            .limit(1)
            .with_for_update(of=ProcessInstance, skip_locked=True)
        ).one_or_none()
        if found is None:
            return False
        instance, task_id = found
        task = session.get_one(Task, task_id)
        # Read again under the lock: another worker may have told it, or somebody completed the task.
        if task.state in LIVE_TASK_STATES and task.escalate_at is not None and task.escalate_at <= now:
            _climb(session, surroundings, instance, task, now)
        return True


def escalate_next_instance(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """The same for the deadline of a whole instance."""
    with store.transaction() as session:
        instance = session.scalars(
            select(ProcessInstance)
            .where(ProcessInstance.escalate_at <= now, ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
            .order_by(ProcessInstance.escalate_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if instance is None:
            return False
        _climb(session, surroundings, instance, None, now)
        return True


def _climb(
    session: Session, surroundings: Surroundings, instance: ProcessInstance, task: Task | None, now: datetime
) -> None:
    row = instance if task is None else task
    try:
        with session.begin_nested():
            _step(session, surroundings, instance, task, now)
    except Exception as error:
        if will_pass(error):
            raise
        _log.exception("escalation_failed", extra={"instance": str(instance.id)})
        _call_for_repair(session, surroundings, instance, task, error, now)
        row.escalate_at = now + RETRY_AFTER


def _call_for_repair(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task | None,
    error: Exception,
    now: datetime,
) -> None:
    """An incident for a ladder that cannot be climbed, once: without it a lateness would stay unsaid."""
    element = task.element_id if task is not None else ""
    refused = LadderNotClimbed(error)
    closed = exists().where(
        Incident.instance_id == instance.id,
        Incident.element_id == element,
        Incident.message_vi == refused.vi,
        Incident.resolution == Resolution.CLOSED,
    )
    if not session.scalar(select(closed)):
        try_open_incident(session, surroundings, instance.id, element=element, error=refused, now=now)


def _step(
    session: Session, surroundings: Surroundings, instance: ProcessInstance, task: Task | None, now: datetime
) -> None:
    row = instance if task is None else task
    created = instance.started_at if task is None else task.created_at
    paused = stood_still(session, surroundings, instance, task)
    match decide(row, surroundings, created=created, now=now, stood_still=paused):
        case escalation.Tell() as tell:
            row.ladder_done = tell.done_codes
            row.escalate_at = tell.next_moment
            _tell(session, surroundings, instance, task, tell, now)
        case escalation.Wait(until=until):
            row.escalate_at = until
        case escalation.Rest():
            row.escalate_at = None


def _tell(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task | None,
    tell: escalation.Tell,
    now: datetime,
) -> None:
    step = tell.step
    letters = _letters(session, surroundings, instance, task, tell, local_day(now))
    about = {SINCE: _since(tell), REQUIRED: _is_escalation(tell)}
    for kind in dict.fromkeys(letters.values()):
        told = [person for person, letter in letters.items() if letter == kind]
        notify(session, instance, told, kind=kind, now=now, task=task, step=tell.occasion, data=about)
    done = _act(session, surroundings, instance, task, tell, now)
    history = HistoryWriter(instance, Actor.system(), now)
    history.record(
        "escalation.told",
        element=task.element_id if task else None,
        task=task.id if task else None,
        data={
            "step": step.code,
            "kind": step.kind.value,
            "amount": step.amount,
            "unit": step.unit.value,
            "from": step.from_.value,
            "due": tell.planned,
            "told_at": now,
            "to": [str(person) for person in letters],
            "passed_over": [missed.code for missed in tell.passed_over],
            **({"actions": done} if done else {}),
        },
    )
    history.append(session)


def _act(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task | None,
    tell: escalation.Tell,
    now: datetime,
) -> list[dict[str, object]]:
    """What the step does, and before it those that were missed; the holder was told before losing it."""
    row = instance if task is None else task
    done: list[dict[str, object]] = []
    for step in (*tell.passed_over, tell.step):
        climbed = Climbed(
            instance=instance,
            task=task,
            ladder=row.ladder or "",
            step=step,
            occasion=tell.occasion,
            now=now,
        )
        done += act(session, surroundings, climbed)
    if done and task is not None:
        look_again(task, surroundings, now)
    return done


def _letters(
    session: Session,
    surroundings: Surroundings,
    instance: ProcessInstance,
    task: Task | None,
    tell: escalation.Tell,
    day: date,
) -> dict[UUID, str]:
    """Who is told, by which letter: that of the highest step meant for the person.

    An escalation that is meant for nobody (a vacant office, a unit without a head, somebody who left) goes to
    those who see to it that there is somebody: no lateness stays unsaid.
    """
    letters: dict[UUID, str] = {}
    steps = [tell.step, *reversed(tell.passed_over)]
    for step in steps:
        for person in recipients(session, surroundings, instance, task, step.to, day):
            letters.setdefault(person, step.mail)
    telling = [step for step in steps if step.to]
    if telling and _is_escalation(tell) and not _reaches(session, surroundings, letters):
        instead = watchers(session, surroundings, instance.agency_id, day)
        letters |= dict.fromkeys(instead, telling[0].mail)
    return letters


def _reaches(session: Session, surroundings: Surroundings, persons: Iterable[UUID]) -> bool:
    """Whether at least one of them is still in office."""
    return any(surroundings.directory.contact(session, person) is not None for person in persons)


def _is_escalation(tell: escalation.Tell) -> bool:
    """Whether it reports, which nobody can do without; else it helps to be in time."""
    return tell.step.kind is StepKind.ESCALATION or bool(tell.passed_over)


def _since(tell: escalation.Tell) -> datetime:
    """From when it was to be told: what is counted in days belongs to the digest of its day."""
    by_day = tell.step.unit is StepUnit.WORKING_DAYS
    return start_of_day(local_day(tell.planned)) if by_day else tell.planned
