"""The next moment at which a worker has something to do."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CompoundSelect, func, select, union_all
from sqlalchemy.orm import Session

from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState, JobState, MailState
from engine.execution.notices import LONGEST_WAIT
from engine.store.tables import Job, Mail, Message, Notification, ProcessInstance, Task, Timer


def next_moment(session: Session) -> datetime | None:
    """The earliest of all next-moment columns; None when nothing at all is waiting."""
    running = ProcessInstance.state == InstanceState.RUNNING
    letters = (
        select(
            func.least(func.max(Notification.send_at), func.min(Notification.send_at) + LONGEST_WAIT).label(
                "moment"
            )
        )
        .where(Notification.mail_id.is_(None))
        .group_by(Notification.person_id)
        .subquery()
    )
    moments: CompoundSelect[datetime | None] = union_all(
        select(func.min(Timer.wake_at))
        .join(ProcessInstance, ProcessInstance.id == Timer.instance_id)
        .where(running),
        select(func.min(Job.run_at))
        .join(ProcessInstance, ProcessInstance.id == Job.instance_id)
        .where(running, Job.state == JobState.PENDING),
        select(func.min(Task.escalate_at)).where(Task.state.in_(LIVE_TASK_STATES)),
        select(func.min(ProcessInstance.escalate_at)).where(ProcessInstance.state.in_(LIVE_INSTANCE_STATES)),
        select(func.min(letters.c.moment)),
        select(func.min(Mail.run_at)).where(Mail.state == MailState.PENDING),
        select(func.min(Message.deliver_at)),
    )
    return min((moment for moment in session.scalars(moments) if moment is not None), default=None)
