"""What a step of a case changes towards others: the rows of what it waits for, sends and throws.

Written in the transaction of the step, so that a message is sent if and only if the step is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import SYSTEM_ORIGIN
from engine.domain.identifiers import derived_id
from engine.domain.messages import NO_KEY, EventKind
from engine.domain.values import Value, dump_values
from engine.execution.messages import Sender, add_messages, message_row, share_awaited, signal_rows, wake
from engine.runtime import OutgoingMessage, OutgoingSignal, RunningProcess, Subscription
from engine.store.rows import Statement
from engine.store.tables import EventSubscription, Message, ProcessInstance

if TYPE_CHECKING:
    from engine.execution.instances import Execution

DATES_OF_THE_CASE: Final = frozenset({"han_phap_ly", "han_muc_tieu", "qua_han_luc"})
"""Variables that are never carried along unasked: the receiver has deadlines of its own."""
_END: Final = Statement(
    delete(EventSubscription).where(EventSubscription.id == func.any(bindparam("ids", type_=ARRAY(Uuid))))
)
_END_ALL: Final = Statement(
    delete(EventSubscription).where(EventSubscription.instance_id == bindparam("instance"))
)
_BEGIN: Final = Statement(
    insert(EventSubscription).values(
        {
            name: bindparam(name)
            for name in (
                "id",
                "instance_id",
                "agency_id",
                "kind",
                "name",
                "correlation_key",
                "element_id",
                "ready_at",
            )
        }
    )
)
_OF_INSTANCE: Final = Statement(
    select(EventSubscription.name, EventSubscription.correlation_key).where(
        EventSubscription.instance_id == bindparam("instance"),
        EventSubscription.kind == EventKind.MESSAGE.value,
    )
)


_READY: Final = Statement(
    update(EventSubscription)
    .where(
        EventSubscription.instance_id == bindparam("instance"),
        EventSubscription.ready_at > bindparam("moment"),
    )
    .values(ready_at=bindparam("moment"))
)
_WAKE_SIGNALS: Final = Statement(
    update(Message)
    .where(
        Message.id.in_(
            select(Message.id)
            .join(EventSubscription, EventSubscription.id == Message.target_subscription)
            .where(
                EventSubscription.instance_id == bindparam("instance"),
                Message.deliver_at > bindparam("moment"),
            )
            .with_for_update(of=Message, skip_locked=True)
        )
    )
    .values(deliver_at=bindparam("moment"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is to be written once the row of the instance is there."""

    agency: UUID
    now: datetime
    ended: Sequence[UUID]
    begun: Sequence[dict[str, object]]
    messages: Sequence[dict[str, object]]


def gather(execution: Execution) -> Post | None:
    """What has changed since the last save, told to the history; None for cases that keep to themselves."""
    traffic = execution.process.traffic()
    if traffic is None:
        return None
    row, now = execution.row, execution.now
    messages: list[dict[str, object]] = [_sent(execution, sent) for sent in traffic.sent]
    for thrown in traffic.thrown:
        messages += _thrown(execution, thrown)
    return Post(
        agency=row.agency_id,
        now=now,
        ended=[UUID(one) for one in traffic.ended],
        begun=[_waiting(row, one, now) for one in traffic.begun],
        messages=messages,
    )


def write_post(session: Session, post: Post) -> None:
    """Write it; what has been kept for a receiver that begins to wait is looked at anew."""
    if post.ended:
        end_subscriptions(session, post.ended)
    add_messages(session, post.messages)
    if post.begun:
        _begin(session, post.agency, post.begun, post.now)


def end_subscriptions(session: Session, ended: Sequence[UUID]) -> None:
    """Let them wait no more; the caller holds the lock of their instance."""
    _END.run(session, ids=list(ended))


def renew_subscriptions(
    session: Session, row: ProcessInstance, process: RunningProcess, now: datetime
) -> None:
    """Write all that the case waits for anew: after it has moved to another version of its model."""
    _END_ALL.run(session, instance=row.id)
    begun = [_waiting(row, one, now) for one in process.subscriptions()]
    if begun:
        _begin(session, row.agency_id, begun, now)


def wake_messages_for(session: Session, row: ProcessInstance, now: datetime) -> None:
    """Let what waits for the case be looked at now: it goes on after a suspension or a repair."""
    _READY.run(session, instance=row.id, moment=now)
    _WAKE_SIGNALS.run(session, instance=row.id, moment=now)
    awaited = [(name, key) for name, key in _OF_INSTANCE.run(session, instance=row.id)]
    if awaited:
        wake(session, row.agency_id, awaited, now)


def _begin(session: Session, agency: UUID, begun: Sequence[dict[str, object]], now: datetime) -> None:
    awaited = [
        (str(one["name"]), str(one["correlation_key"])) for one in begun if one["kind"] == EventKind.MESSAGE
    ]
    if awaited:
        share_awaited(session, [(agency, name, key) for name, key in awaited])
    _BEGIN.run_for_each(session, begun)
    if awaited:
        wake(session, agency, awaited, now)


def _waiting(row: ProcessInstance, one: Subscription, now: datetime) -> dict[str, object]:
    return {
        "id": UUID(one.id),
        "instance_id": row.id,
        "agency_id": row.agency_id,
        "kind": one.kind.value,
        "name": one.name,
        "correlation_key": one.key or NO_KEY,
        "element_id": one.element_id,
        "ready_at": now,
    }


def _sent(execution: Execution, sent: OutgoingMessage) -> dict[str, object]:
    message = derived_id("message", sent.task_id)
    payload = dump_values(_carried(sent))
    row = message_row(
        _sender(execution, sent.element_id),
        message,
        name=sent.name,
        key=sent.key,
        payload=payload,
        now=execution.now,
        expires=sent.expires,
    )
    execution.record(
        "message.sent",
        element=sent.element_id,
        task=UUID(sent.task_id),
        data={
            "message": message,
            "name": sent.name,
            "key": sent.key,
            "expires": row["expires_at"],
            "variables": payload.decode(),
        },
    )
    return row


def _carried(sent: OutgoingMessage) -> dict[str, Value]:
    if sent.chosen:
        return dict(sent.payload)
    return {name: value for name, value in sent.payload.items() if name not in DATES_OF_THE_CASE}


def _thrown(execution: Execution, thrown: OutgoingSignal) -> list[dict[str, object]]:
    signal = derived_id("signal", thrown.task_id)
    payload = dump_values(dict(thrown.payload))
    rows = signal_rows(
        execution.session,
        _sender(execution, thrown.element_id),
        signal,
        name=thrown.name,
        payload=payload,
        now=execution.now,
    )
    execution.record(
        "signal.thrown",
        element=thrown.element_id,
        task=UUID(thrown.task_id),
        data={
            "signal": signal,
            "name": thrown.name,
            "receivers": len(rows),
            **({"variables": payload.decode()} if thrown.payload else {}),
        },
    )
    return rows


def _sender(execution: Execution, element: str) -> Sender:
    return Sender(
        agency=execution.row.agency_id,
        instance=execution.row.id,
        element=element,
        person=None,
        origin=SYSTEM_ORIGIN,
        hops=execution.row.hops + 1,
    )
