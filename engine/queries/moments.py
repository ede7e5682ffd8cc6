"""The next moment at which a worker has something to do."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CompoundSelect, Select, func, select, union_all
from sqlalchemy.orm import Session

from engine.domain.delivery import SETTLE
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState, JobState, MailState
from engine.execution.notices import LONGEST_WAIT
from engine.store.tables import (
    DeadlineReckoning,
    Job,
    Mail,
    Message,
    Notification,
    ProcessInstance,
    Task,
    Timer,
)


def next_moment(session: Session) -> datetime | None:
    """The earliest of all next-moment columns; None when nothing at all is waiting."""
    running = ProcessInstance.state == InstanceState.RUNNING
    letters = _letters()
    moments: CompoundSelect[datetime | None] = union_all(
        select(func.min(Timer.wake_at))
        .join(ProcessInstance, ProcessInstance.id == Timer.instance_id)
        .where(running),
        select(func.min(Job.run_at))
        .join(ProcessInstance, ProcessInstance.id == Job.instance_id)
        .where(running, Job.state == JobState.PENDING),
        select(func.min(Task.escalate_at)).where(Task.state.in_(LIVE_TASK_STATES)),
        select(func.min(ProcessInstance.escalate_at)).where(ProcessInstance.state.in_(LIVE_INSTANCE_STATES)),
        letters,
        select(func.min(Mail.run_at)).where(Mail.state == MailState.PENDING),
        select(func.min(Message.deliver_at)),
        select(func.min(DeadlineReckoning.run_at)).where(DeadlineReckoning.finished_at.is_(None)),
    )
    return min((moment for moment in session.scalars(moments) if moment is not None), default=None)


def _letters() -> Select[datetime | None]:
    """When the first person's notices have settled, or waited long enough; a digest settles by itself."""
    following = func.lead(Notification.send_at).over(
        partition_by=Notification.person_id, order_by=Notification.send_at
    )
    notices = (
        select(Notification.person_id, Notification.send_at, following.label("next"))
        .where(Notification.mail_id.is_(None))
        .subquery()
    )
    quiet_after = notices.c.next.is_(None) | (notices.c.next > notices.c.send_at + SETTLE)
    settled = func.min(notices.c.send_at).filter(quiet_after)
    people = (
        select(func.least(settled, func.min(notices.c.send_at) + LONGEST_WAIT).label("moment"))
        .group_by(notices.c.person_id)
        .subquery()
    )
    return select(func.min(people.c.moment))
