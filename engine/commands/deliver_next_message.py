"""Deliver the message or signal that is due the longest: one receiver, one transaction, once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.messages import MOST_HOPS, EventKind, MessageState, TooManyHops, series_of
from engine.domain.refusals import TaskGone
from engine.domain.states import MOST_ATTEMPTS, InstanceState
from engine.domain.values import Value, dump_values, load_values
from engine.execution.beginning import begin
from engine.execution.history import record_audit
from engine.execution.incidents import sentences, try_open_incident
from engine.execution.instances import Execution, lock
from engine.execution.messages import (
    Sender,
    Start,
    add_messages,
    hold_awaited,
    message_row,
    share_starts,
    wake,
)
from engine.execution.parking import park, tell_sender, told_of
from engine.execution.receivers import (
    LOOK_AGAIN_AFTER,
    Gone,
    Nobody,
    Starting,
    Unready,
    Waiting,
    next_due,
    receiver_of,
)
from engine.execution.subscriptions import end_subscriptions
from engine.execution.surroundings import Surroundings
from engine.runtime import ProcessIncident, compile_expression
from engine.store.session import Store, will_pass
from engine.store.tables import EventSubscription, Message, ModelVersion

PAUSES: Final = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
"""Between tries to start a case that cannot be started; after the last of them the message is parked."""
_log = logging.getLogger(__name__)


def deliver_next_message(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Give one message to its receiver, put it aside, or let it expire; false when none is due.

    A receiver that cannot go on gets an incident and a pause; the message goes to the next one that waits, or
    waits for this one. What nobody receives in its time expires with a trace, never silently. What cannot
    start a case, or belongs to a chain of messages without end, is parked for administrators.
    """
    with store.transaction() as session:
        message = next_due(session, now)
        if message is None:
            return False
        if message.hops > MOST_HOPS:
            _park(session, surroundings, message, TooManyHops(message.name), now)
            return True
        match receiver_of(session, message, now):
            case Waiting() as receiver:
                _try_waiting(session, surroundings, message, receiver, now)
            case Starting(starts=starts):
                _try_starting(session, surroundings, message, starts, now)
            case Unready(until=until):
                message.deliver_at = until
            case Gone():
                _done(message, MessageState.MISSED)
            case Nobody():
                _put_aside(session, message, now)
        return True


# A case that waits


def _try_waiting(
    session: Session, surroundings: Surroundings, message: Message, receiver: Waiting, now: datetime
) -> None:
    try:
        with session.begin_nested():
            _hand_over(session, surroundings, message, receiver, now)
    except Exception as error:
        if will_pass(error):
            raise
        _log.exception("message_failed", extra={"instance": str(receiver.instance), "event": message.name})
        session.refresh(message)
        _give_pause(session, surroundings, message, receiver, error, now)


def _hand_over(
    session: Session, surroundings: Surroundings, message: Message, receiver: Waiting, now: datetime
) -> None:
    execution = lock(session, surroundings, receiver.instance, actor=_actor(message), now=now)
    waiting = {one.id for one in execution.process.subscriptions()}
    if execution.row.state != InstanceState.RUNNING:
        return  # it changed while its lock was waited for: who receives the message is asked anew
    if str(receiver.subscription) not in waiting:
        end_subscriptions(session, [receiver.subscription])
        return
    payload = load_values(message.payload)
    _hop(execution, message)
    _record(execution, message, receiver.element_id)
    if message.kind == EventKind.SIGNAL:
        execution.process.receive_signal(str(receiver.subscription), payload, now=now)
    else:
        found = execution.process.correlate(
            message.name, payload, waiting_id=str(receiver.subscription), now=now
        )
        if not found:
            raise TaskGone(receiver.subscription)  # never mark as delivered what nobody took
    execution.save()
    _received(message, execution, receiver.element_id, now)
    if any(one.id == str(receiver.subscription) for one in execution.process.subscriptions()):
        # It goes on waiting, so the next one may come; a save wakes only for what begins to wait.
        wake(session, message.agency_id, [(message.name, message.correlation_key)], now)


def _give_pause(
    session: Session,
    surroundings: Surroundings,
    message: Message,
    receiver: Waiting,
    error: Exception,
    now: datetime,
) -> None:
    """Leave the case in peace for a while and tell who repairs it."""
    element = error.element_id if isinstance(error, ProcessIncident) else receiver.element_id
    try_open_incident(session, surroundings, receiver.instance, element=element, error=error, now=now)
    session.execute(
        update(EventSubscription)
        .where(EventSubscription.id == receiver.subscription)
        .values(ready_at=now + LOOK_AGAIN_AFTER)
    )
    message.attempts = min(message.attempts + 1, MOST_ATTEMPTS)
    message.last_error = sentences(error)[1]


# A case that starts


def _try_starting(
    session: Session, surroundings: Surroundings, message: Message, starts: tuple[Start, ...], now: datetime
) -> None:
    if len(starts) > 1:
        # First of all: it may wait for the sender's row, and must not do so with a case number in hand.
        _for_the_others(session, message, starts[1:], now)
        message.target_model = starts[0].key
    try:
        with session.begin_nested():
            _start(session, surroundings, message, starts[0], now)
    except Exception as error:
        if will_pass(error):
            raise
        _log.exception("message_failed", extra={"model": starts[0].key, "event": message.name})
        session.refresh(message)
        _try_later(session, surroundings, message, error, now)


def _start(
    session: Session, surroundings: Surroundings, message: Message, start: Start, now: datetime
) -> None:
    def occasion(execution: Execution) -> None:
        _hop(execution, message)
        _record(execution, message, start.element_id)

    execution = begin(
        session,
        surroundings,
        session.get_one(ModelVersion, start.version),
        agency=message.agency_id,
        series=series_of(start.key),
        variables=_variables(session, surroundings, message, start),
        actor=_actor(message),
        now=now,
        begins_at=start.element_id,
        occasion=occasion,
    )
    _received(message, execution, start.element_id, now)


def _variables(
    session: Session, surroundings: Surroundings, message: Message, start: Start
) -> dict[str, Value]:
    """What the new case begins with: what comes along, or what its start event makes of it."""
    payload = load_values(message.payload)
    definition = surroundings.models.compiled(session, start.version).definition
    for trigger in definition.started_by:
        if trigger.element_id == start.element_id and trigger.parameters is not None:
            return {
                name: compile_expression(text).evaluate(payload.get)
                for name, text in trigger.parameters.items()
            }
    return payload


def _for_the_others(session: Session, message: Message, starts: tuple[Start, ...], now: datetime) -> None:
    """Each further model that starts on it gets a message of its own, in a transaction of its own."""
    sender = Sender(
        agency=message.agency_id,
        instance=message.sender_instance,
        element=message.sender_element,
        person=message.sent_by,
        origin=message.origin,
        hops=message.hops,
    )
    rows = [
        message_row(
            sender,
            derived_id(message.id, "start", start.key),
            name=message.name,
            key=message.correlation_key,
            payload=message.payload,
            now=now,
            expires=message.expires_at,
        )
        | {"thrown_id": message.thrown_id, "target_model": start.key, "kind": message.kind}
        for start in starts
    ]
    add_messages(session, rows)


def _try_later(
    session: Session, surroundings: Surroundings, message: Message, error: Exception, now: datetime
) -> None:
    message.last_error = sentences(error)[1]
    message.attempts = min(message.attempts + 1, MOST_ATTEMPTS)
    if message.attempts == 1:
        _audit(session, message, "message.failed", now)
    if message.attempts > len(PAUSES):
        _park(session, surroundings, message, error, now)
    else:
        message.deliver_at = now + PAUSES[message.attempts - 1]


def _park(
    session: Session, surroundings: Surroundings, message: Message, error: Exception, now: datetime
) -> None:
    if not park(session, surroundings, message, error, now):
        message.deliver_at = now + PAUSES[0]


# Nobody


def _put_aside(session: Session, message: Message, now: datetime) -> None:
    """Keep the message until somebody waits for it or its time is over.

    The locks wait for every step that begins to wait for such a message, and every model published that
    starts on it, not committed yet; so what is seen now is all there is, and whoever begins or is published
    later finds the message put aside and wakes it.
    """
    hold_awaited(session, message.agency_id, message.name, message.correlation_key)
    share_starts(session, message.name)
    if not isinstance(receiver_of(session, message, now), Nobody):
        return
    if now >= message.expires_at:
        _expire(session, message, now)
    else:
        message.deliver_at = message.expires_at


def _expire(session: Session, message: Message, now: datetime) -> None:
    if not tell_sender(session, message, "message.expired", Actor.system(), now):
        # Somebody works on the sender and may wait for the lock that is held here: never wait for both.
        message.deliver_at = now + PAUSES[0]
        return
    _done(message, MessageState.EXPIRED)
    if message.sender_instance is None:
        _audit(session, message, "message.expired", now)


# What is written down


def _received(message: Message, execution: Execution, element: str, now: datetime) -> None:
    _done(message, MessageState.DELIVERED)
    message.received_by = execution.row.id
    message.received_element = element
    message.received_at = now


def _hop(execution: Execution, message: Message) -> None:
    if execution.row.hops != message.hops:
        execution.row.hops = message.hops


def _done(message: Message, state: MessageState) -> None:
    message.state = state
    message.deliver_at = None


def _record(execution: Execution, message: Message, element: str) -> None:
    execution.record(
        f"{message.kind}.received",
        element=element,
        data=told_of(message) | {"variables": dump_values(load_values(message.payload)).decode()},
    )


def _audit(session: Session, message: Message, kind: str, now: datetime) -> None:
    record_audit(
        session,
        kind,
        actor=Actor.system(),
        agency=message.agency_id,
        now=now,
        data=told_of(message) | {"error": message.last_error},
    )


def _actor(message: Message) -> Actor:
    """A message by hand moves the case in the name of the person; others in that of the system."""
    return Actor(person=message.sent_by, origin=message.origin)
