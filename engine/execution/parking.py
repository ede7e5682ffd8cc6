"""Messages that cannot go on by themselves: parked with a trace in every record, until a person decides."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.interventions import Intervention
from engine.domain.local_time import local_day
from engine.domain.messages import MessageNotFound, MessageSettled, MessageState
from engine.execution.history import HistoryWriter, record_audit
from engine.execution.incidents import sentences
from engine.execution.interventions import may_intervene, reason_of
from engine.execution.notices import MESSAGE_PARKED, notify_about_message
from engine.execution.recipients import watchers
from engine.execution.surroundings import Surroundings
from engine.store.tables import Message, ProcessInstance


def park(
    session: Session, surroundings: Surroundings, message: Message, error: Exception, now: datetime
) -> bool:
    """Put the message where only an administrator takes it up again, and tell administrators why.

    False when somebody works on the case that sent it: nothing is done, look again later. Never waits.
    """
    message.trouble_vi, message.last_error = sentences(error)
    if not tell_sender(session, message, "message.parked", Actor.system(), now):
        return False
    message.state, message.deliver_at, message.parked_at = MessageState.PARKED, None, now
    session.flush()
    told = watchers(session, surroundings, message.agency_id, local_day(now))
    notify_about_message(session, message, told, kind=MESSAGE_PARKED, now=now)
    record_audit(
        session,
        "message.parked",
        actor=Actor.system(),
        agency=message.agency_id,
        now=now,
        data=told_of(message) | {"error": message.last_error},
    )
    return True


def tell_sender(
    session: Session,
    message: Message,
    kind: str,
    actor: Actor,
    now: datetime,
    *,
    waiting: bool = False,
    reason: str | None = None,
) -> bool:
    """Write what becomes of the message into the history of the case that sent it, if one did.

    False when somebody holds that case; `waiting` waits for it instead.
    """
    if message.sender_instance is None:
        return True
    row = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id == message.sender_instance)
        .with_for_update(skip_locked=not waiting)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        return False
    history = HistoryWriter(row, actor, now)
    data = told_of(message) | ({"reason": reason} if reason else {})
    history.record(kind, element=message.sender_element, data=data)
    history.append(session)
    return True


def lock_message(
    session: Session, message: UUID, intervention: Intervention, allowed: Collection[MessageState]
) -> Message:
    """Lock a message for an administrator who decides on it.

    Raises InterventionForbidden, InterventionReasonMissing, MessageNotFound and MessageSettled.
    """
    may_intervene(intervention)
    row = session.scalars(select(Message).where(Message.id == message).with_for_update()).one_or_none()
    viewer = intervention.viewer
    if row is None or (viewer is not None and row.agency_id != viewer.agency):
        raise MessageNotFound(message)
    if row.state not in allowed:
        raise MessageSettled(message)
    return row


def record_decision(
    session: Session, message: Message, kind: str, intervention: Intervention, now: datetime
) -> None:
    """Write what an administrator decided into the sender's history and the audit."""
    reason = reason_of(intervention)
    tell_sender(session, message, kind, intervention.actor, now, waiting=True, reason=reason)
    record_audit(
        session,
        kind,
        actor=intervention.actor,
        agency=message.agency_id,
        now=now,
        data=told_of(message) | {"reason": reason},
    )


def told_of(message: Message) -> dict[str, object]:
    """What histories and the audit say of a message."""
    sender: UUID | None = message.sender_instance
    return {
        message.kind: message.thrown_id,
        "name": message.name,
        "key": message.correlation_key or None,
        "sender": sender,
        "by": message.sent_by,
        "sent": message.sent_at,
    }
