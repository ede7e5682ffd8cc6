"""The post of an agency: messages and signals as rows, written by the sender's own transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Text, bindparam, func, literal_column, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.messages import KEPT_FOR, NO_KEY, EventKind, MessageState
from engine.execution.versions_in_force import newest_in_effect, not_withdrawn
from engine.store.rows import Statement
from engine.store.tables import EventSubscription, Message, ModelStart, ModelVersion

_COLUMNS: Final = (
    "id",
    "agency_id",
    "kind",
    "name",
    "correlation_key",
    "payload",
    "sent_at",
    "sender_instance",
    "sender_element",
    "sent_by",
    "origin",
    "thrown_id",
    "target_subscription",
    "target_model",
    "expires_at",
    "deliver_at",
    "attempts",
    "state",
    "hops",
)
_ADD: Final = Statement(
    insert(Message)
    .values({name: bindparam(name) for name in _COLUMNS})
    .on_conflict_do_nothing(index_elements=["id"])
)
_LISTENERS: Final = Statement(
    select(EventSubscription.id)
    .where(
        EventSubscription.agency_id == bindparam("agency"),
        EventSubscription.kind == EventKind.SIGNAL.value,
        EventSubscription.name == bindparam("name"),
        EventSubscription.instance_id.is_distinct_from(bindparam("thrower")),
    )
    .order_by(EventSubscription.sequence)
)
_STARTS: Final = Statement(
    select(ModelVersion.key, ModelVersion.id, ModelStart.element_id)
    .join(ModelStart, ModelStart.model_version_id == ModelVersion.id)
    .where(
        ModelStart.kind == bindparam("kind"),
        ModelStart.name == bindparam("name"),
        ModelVersion.id == newest_in_effect(ModelVersion.key).correlate(ModelVersion).scalar_subquery(),
        not_withdrawn(),
    )
    .order_by(ModelVersion.key)
)
_KEPT: Final = (
    select(Message.id)
    .where(
        Message.agency_id == bindparam("agency"),
        Message.kind == literal_column(f"'{EventKind.MESSAGE}'"),
        Message.name == bindparam("awaited"),
        Message.correlation_key == bindparam("key"),
        Message.deliver_at > bindparam("moment"),
    )
    .order_by(Message.sequence)
    .limit(literal_column("1"))
    .with_for_update(skip_locked=True)
)
_WAKE: Final = Statement(
    update(Message).where(Message.id == _KEPT.scalar_subquery()).values(deliver_at=bindparam("moment"))
)
_STARTING: Final = (
    select(Message.id)
    .where(
        Message.kind == literal_column(f"'{EventKind.MESSAGE}'"),
        Message.name == func.any(bindparam("names", type_=ARRAY(Text))),
        Message.deliver_at > bindparam("moment"),
    )
    .with_for_update(skip_locked=True)
)
_WAKE_STARTING: Final = Statement(
    update(Message).where(Message.id.in_(_STARTING)).values(deliver_at=bindparam("moment"))
)
_NUMBERS: Final = (
    func.unnest(bindparam("numbers", type_=ARRAY(BigInteger))).table_valued("number").render_derived()
)
_SHARE: Final = Statement(select(func.pg_advisory_xact_lock_shared(_NUMBERS.c.number)))
_HOLD: Final = Statement(select(func.pg_advisory_xact_lock(_NUMBERS.c.number)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Where something comes from: an element of a case, or a person's hand."""

    agency: UUID
    instance: UUID | None
    element: str | None
    person: UUID | None
    origin: str
    hops: int = 0
    """How many messages in a row brought it about; see docs/messages.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The newest version of a model that starts a case on a message or signal, and at which event."""

    key: str
    version: UUID
    element_id: str


def message_row(
    sender: Sender,
    message: UUID,
    *,
    name: str,
    key: str | None,
    payload: bytes,
    now: datetime,
    expires: datetime | None = None,
) -> dict[str, object]:
    """A message to whichever receiver is found."""
    row = _row(sender, message, kind=EventKind.MESSAGE, name=name, payload=payload, now=now)
    return row | {"correlation_key": key or NO_KEY, "expires_at": expires or now + KEPT_FOR}


def signal_rows(
    session: Session, sender: Sender, signal: UUID, *, name: str, payload: bytes, now: datetime
) -> list[dict[str, object]]:
    """A signal to each event that waits for it at this moment, and to each model that starts on it.

    What waits in the thrower's own case has it already.
    """
    listeners = _LISTENERS.run(session, agency=sender.agency, name=name, thrower=sender.instance).fetchall()
    rows = []
    for (target,) in listeners:
        row = _row(
            sender, derived_id(signal, target), kind=EventKind.SIGNAL, name=name, payload=payload, now=now
        )
        rows.append(row | {"thrown_id": signal, "target_subscription": target})
    for start in starts_on(session, EventKind.SIGNAL, name, sender.agency, local_day(now)):
        receiver = derived_id(signal, "start", start.key)
        row = _row(sender, receiver, kind=EventKind.SIGNAL, name=name, payload=payload, now=now)
        rows.append(row | {"thrown_id": signal, "target_model": start.key})
    return rows


def add_messages(session: Session, rows: Sequence[Mapping[str, object]]) -> None:
    """Write the rows; one whose id is there already was written before."""
    _ADD.run_for_each(session, rows)


def starts_on(session: Session, kind: EventKind, name: str, agency: UUID, day: date) -> list[Start]:
    """What starts a case on a message or signal of that name; of each model the version in force alone."""
    found = _STARTS.run(session, kind=kind.value, name=name, agency=agency, day=day)
    return [Start(key=key, version=version, element_id=element) for key, version, element in found]


def share_awaited(session: Session, awaited: Sequence[tuple[UUID, str, str]]) -> None:
    """Keep a message from being put aside as long as this transaction, which begins to wait for it, runs.

    Taken before `wake`, always in the order of the numbers; see docs/messages.md for the whole agreement.
    """
    _SHARE.run(session, numbers=sorted({_number(*one) for one in awaited}))


def hold_awaited(session: Session, agency: UUID, name: str, key: str) -> None:
    """Wait until every transaction that begins to wait for such a message has ended, and let none begin."""
    _HOLD.run(session, numbers=[_number(agency, name, key)])


def share_starts(session: Session, name: str) -> None:
    """Wait until no transaction that publishes a start on such a message is open, and let none begin."""
    _SHARE.run(session, numbers=[_number("start", name)])


def wake_for_starts(session: Session, names: Collection[str], now: datetime) -> None:
    """Let workers look now at the messages that were kept before a model came that starts on them.

    The last thing of a transaction that publishes: it waits for workers that are putting one aside.
    """
    if names:
        _HOLD.run(session, numbers=sorted(_number("start", name) for name in names))
        _WAKE_STARTING.run(session, names=list(names), moment=now)


def wake(session: Session, agency: UUID, awaited: Sequence[tuple[str, str]], now: datetime) -> None:
    """For each name and key, let a worker look now at the message that is kept the longest.

    One that a worker holds at this moment is passed by: the worker looks again before it puts it aside.
    """
    _WAKE.run_for_each(
        session,
        [{"agency": agency, "awaited": name, "key": key, "moment": now} for name, key in awaited],
    )


def _row(
    sender: Sender, message: UUID, *, kind: EventKind, name: str, payload: bytes, now: datetime
) -> dict[str, object]:
    return {
        "id": message,
        "agency_id": sender.agency,
        "kind": kind.value,
        "name": name,
        "correlation_key": NO_KEY,
        "payload": payload,
        "sent_at": now,
        "sender_instance": sender.instance,
        "sender_element": sender.element,
        "sent_by": sender.person,
        "origin": sender.origin,
        "thrown_id": message,
        "target_subscription": None,
        "target_model": None,
        "expires_at": now + KEPT_FOR,
        "deliver_at": now,
        "attempts": 0,
        "state": MessageState.PENDING.value,
        "hops": sender.hops,
    }


def _number(*parts: object) -> int:
    digest = sha256("\x1f".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
