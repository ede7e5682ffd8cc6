"""The rows of jobs and timers: the shadow of what a process waits for, kept in line at every save."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, delete, func, update
from sqlalchemy.orm import Session

from engine.domain.definition import ProcessDefinition
from engine.domain.states import JobState
from engine.runtime import Waits
from engine.store.rows import Batch, Rows, Statement
from engine.store.tables import Job, Timer

_IDS: Final = func.any(bindparam("ids", type_=ARRAY(Uuid)))
_JOBS: Final = Rows(Job)
_END_JOBS: Final = Statement(delete(Job).where(Job.id == _IDS))
_TIMERS: Final = Rows(Timer)
_END_TIMERS: Final = Statement(delete(Timer).where(Timer.id == _IDS))
_MOVE_TIMER: Final = Statement(
    update(Timer)
    .where(Timer.id == bindparam("timer_id"))
    .values(due=bindparam("moment"), wake_at=bindparam("wake_at"))
)


_WAKE_TIMERS: Final = Statement(
    update(Timer)
    .where(Timer.instance_id == bindparam("instance"), Timer.wake_at < bindparam("moment"))
    .values(wake_at=bindparam("moment"))
)


def wake_timers(session: Session, instance: UUID, now: datetime) -> None:
    """Count the lateness of what fell due while the case was suspended from now on."""
    _WAKE_TIMERS.run(session, instance=instance, moment=now)


def keep_jobs(
    batch: Batch,
    instance: UUID,
    definition: ProcessDefinition,
    before: Waits,
    after: Waits,
    now: datetime,
) -> None:
    """A row for every service task that waits, and none for those that do not."""
    if gone := before.services.keys() - after.services.keys():
        batch.add(_END_JOBS, {"ids": [UUID(job) for job in gone]})
    for job, element in after.services.items():
        if job not in before.services:
            operator = definition.activities[element].operator
            _JOBS.add_one(
                batch,
                Job(
                    id=UUID(job),
                    instance_id=instance,
                    element_id=element,
                    operator=operator.name if operator else "",
                    run_at=now,
                    attempts=0,
                    state=JobState.PENDING,
                ),
            )


def keep_timers(batch: Batch, instance: UUID, before: Waits, after: Waits, now: datetime) -> None:
    """A row for every timer that waits, at its due moment, and none for those that do not.

    A timer that is set to a moment already past is looked at from now on: it is not late by that much.
    """
    if gone := before.timers.keys() - after.timers.keys():
        batch.add(_END_TIMERS, {"ids": [UUID(timer) for timer in gone]})
    for timer, (element, due) in after.timers.items():
        if timer not in before.timers:
            _TIMERS.add_one(
                batch,
                Timer(
                    id=UUID(timer),
                    instance_id=instance,
                    element_id=element,
                    due=due,
                    wake_at=max(due, now),
                    attempts=0,
                ),
            )
        elif before.timers[timer][1] != due:
            batch.add(_MOVE_TIMER, {"timer_id": UUID(timer), "moment": due, "wake_at": max(due, now)})
