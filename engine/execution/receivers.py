"""Who receives a message or signal: found by rows alone, and certain only under the receiver's lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session, aliased

from engine.domain.local_time import local_day
from engine.domain.messages import EventKind
from engine.domain.states import LIVE_INSTANCE_STATES, InstanceState
from engine.execution.messages import Start, starts_on
from engine.store.tables import EventSubscription, Message, ProcessInstance

LOOK_AGAIN_AFTER: Final = timedelta(minutes=5)
"""When a receiver that is suspended, or that failed, is tried anew unless something wakes the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An event of a running case waits for it."""

    subscription: UUID
    instance: UUID
    element_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """Models start a case on it."""

    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unready:
    """An event waits for it, but its case is suspended or has just failed."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The event that waited for the signal waits no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nobody:
    """Nothing waits for the message, now."""


Receiver: TypeAlias = Waiting | Starting | Unready | Gone | Nobody


def next_due(session: Session, now: datetime) -> Message | None:
    """Lock the message that is due the longest; those for the same receiver come in the order of sending."""
    earlier = aliased(Message)
    due_before = and_(earlier.deliver_at <= now, earlier.sequence < Message.sequence)
    alike = select(earlier.id).where(
        due_before,
        Message.kind == EventKind.MESSAGE.value,
        earlier.kind == EventKind.MESSAGE.value,
        earlier.agency_id == Message.agency_id,
        earlier.name == Message.name,
        earlier.correlation_key == Message.correlation_key,
    )
    to_the_same = select(earlier.id).where(
        due_before, earlier.target_subscription == Message.target_subscription
    )
    return session.scalars(
        select(Message)
        .where(Message.deliver_at <= now, ~alike.exists(), ~to_the_same.exists())
        .order_by(Message.deliver_at, Message.sequence)
        .limit(1)
        .with_for_update(of=Message, skip_locked=True)
    ).one_or_none()


def receiver_of(session: Session, message: Message, now: datetime) -> Receiver:
    """Whom it goes to as far as rows tell: an event that waits, the longest first; else what it starts."""
    if message.kind == EventKind.SIGNAL:
        return _of_signal(session, message, now)
    return _waiting(session, _awaits(message), now) or _starting(session, message, now) or Nobody()


def _of_signal(session: Session, message: Message, now: datetime) -> Receiver:
    if message.target_subscription is not None:
        return _waiting(session, EventSubscription.id == message.target_subscription, now) or Gone()
    return _starting(session, message, now) or Gone()


def _awaits(message: Message) -> ColumnElement[bool]:
    return and_(
        EventSubscription.agency_id == message.agency_id,
        EventSubscription.kind == EventKind.MESSAGE.value,
        EventSubscription.name == message.name,
        EventSubscription.correlation_key == message.correlation_key,
    )


def _waiting(session: Session, awaits: ColumnElement[bool], now: datetime) -> Waiting | Unready | None:
    ready = and_(ProcessInstance.state == InstanceState.RUNNING, EventSubscription.ready_at <= now)
    found = session.execute(
        select(
            EventSubscription.id,
            EventSubscription.instance_id,
            EventSubscription.element_id,
            EventSubscription.ready_at,
            ready.label("ready"),
        )
        .join(ProcessInstance, ProcessInstance.id == EventSubscription.instance_id)
        .where(awaits, ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
        .order_by(ready.desc(), EventSubscription.sequence)
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    if found.ready:
        return Waiting(subscription=found.id, instance=found.instance_id, element_id=found.element_id)
    return Unready(until=found.ready_at if found.ready_at > now else now + LOOK_AGAIN_AFTER)


def _starting(session: Session, message: Message, now: datetime) -> Starting | None:
    starts = starts_on(session, EventKind(message.kind), message.name, message.agency_id, local_day(now))
    if message.target_model is not None:
        starts = [start for start in starts if start.key == message.target_model]
    return Starting(starts=tuple(starts)) if starts else None
