"""The post of an agency for those who watch over it: what is kept or parked, and who would receive what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.messages import NO_KEY, EventKind, MessageNotFound, MessageState
from engine.domain.states import LIVE_INSTANCE_STATES, InstanceState
from engine.domain.values import Value, load_values
from engine.execution.confidential import open_to
from engine.execution.messages import starts_on
from engine.execution.surroundings import Surroundings
from engine.queries.incidents import require_watcher
from engine.store.tables import EventSubscription, Message, ModelStart, ModelVersion, ProcessInstance

MOST_SHOWN = 20
"""How many of those that wait for a signal a preview names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRecord:
    """One message, or a signal on its way to one receiver."""

    id: UUID
    kind: EventKind
    name: str
    key: str
    state: MessageState
    payload: Mapping[str, Value]
    sent_at: datetime
    sender: UUID | None
    sender_code: str
    sent_by: UUID | None
    target_model: str
    expires_at: datetime
    deliver_at: datetime | None
    attempts: int
    hops: int
    parked_at: datetime | None
    trouble_vi: str
    trouble_en: str
    received_by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCase:
    """A case that waits for it; `ready` unless it is suspended or has just failed."""

    instance: UUID
    code: str
    title: str
    step: str
    ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Who would receive it if it were sent now, the first to receive first."""

    waiting: tuple[WaitingCase, ...]
    waiting_in_all: int
    starts: tuple[str, ...]
    """The names of the models that start a case on it."""


def message_records(
    session: Session, viewer: Viewer, state: MessageState, *, offset: int = 0, limit: int = 50
) -> tuple[tuple[MessageRecord, ...], int]:
    """The messages of the viewer's agency in that state, the oldest first, and how many there are.

    Raises InterventionForbidden.
    """
    require_watcher(viewer)
    conditions = _of_agency(viewer, state)
    counted = select(func.count()).select_from(Message)
    counted = counted.outerjoin(ProcessInstance, ProcessInstance.id == Message.sender_instance)
    total = session.scalar(counted.where(*conditions)) or 0
    rows = session.execute(
        select(Message, ProcessInstance.code)
        .outerjoin(ProcessInstance, ProcessInstance.id == Message.sender_instance)
        .where(*conditions)
        .order_by(Message.sequence)
        .offset(offset)
        .limit(limit)
    )
    return tuple(_record(row, code) for row, code in rows), total


def message_record(session: Session, viewer: Viewer, message: UUID) -> MessageRecord:
    """One message of the viewer's agency; raises MessageNotFound and InterventionForbidden."""
    require_watcher(viewer)
    found = session.execute(
        select(Message, ProcessInstance.code)
        .outerjoin(ProcessInstance, ProcessInstance.id == Message.sender_instance)
        .where(Message.id == message, Message.agency_id == viewer.agency, _from_open_case(viewer))
    ).one_or_none()
    if found is None:
        raise MessageNotFound(message)
    return _record(*found)


def preview_event(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer,
    kind: EventKind,
    name: str,
    key: str | None,
    now: datetime,
) -> Reception:
    """Who would receive a message or signal sent into the viewer's agency now; nothing is written."""
    require_watcher(viewer)
    awaited: list[ColumnElement[bool]] = [
        EventSubscription.agency_id == viewer.agency,
        EventSubscription.kind == kind,
        EventSubscription.name == name,
        ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
        open_to(viewer),
    ]
    if kind is EventKind.MESSAGE:
        awaited.append(EventSubscription.correlation_key == (key or NO_KEY))
    ready = (ProcessInstance.state == InstanceState.RUNNING) & (EventSubscription.ready_at <= now)
    joined = select(EventSubscription, ProcessInstance, ready, func.count().over()).join(
        ProcessInstance, ProcessInstance.id == EventSubscription.instance_id
    )
    rows = session.execute(
        joined.where(*awaited).order_by(ready.desc(), EventSubscription.sequence).limit(MOST_SHOWN)
    ).all()
    models = [start.version for start in starts_on(session, kind, name, viewer.agency, local_day(now))]
    names = session.execute(select(ModelVersion.name).where(ModelVersion.id.in_(models))).scalars()
    return Reception(
        waiting=tuple(
            _waiting(session, surroundings, one, case, ready=is_ready) for one, case, is_ready, _total in rows
        ),
        waiting_in_all=rows[0][3] if rows else 0,
        starts=tuple(sorted(names)) if models else (),
    )


def event_names(session: Session, viewer: Viewer) -> tuple[str, ...]:
    """The names that something in the agency waits for, or that start a case."""
    awaited = select(EventSubscription.name).where(EventSubscription.agency_id == viewer.agency)
    return tuple(session.scalars(awaited.union(select(ModelStart.name)).order_by("name").limit(500)))


def _of_agency(viewer: Viewer, state: MessageState) -> tuple[ColumnElement[bool], ...]:
    return Message.agency_id == viewer.agency, Message.state == state, _from_open_case(viewer)


def _from_open_case(viewer: Viewer) -> ColumnElement[bool]:
    return or_(ProcessInstance.id.is_(None), open_to(viewer))


def _waiting(
    session: Session,
    surroundings: Surroundings,
    one: EventSubscription,
    case: ProcessInstance,
    *,
    ready: bool,
) -> WaitingCase:
    definition = surroundings.models.compiled(session, case.model_version_id).definition
    activity = definition.activities.get(one.element_id)
    return WaitingCase(
        instance=case.id,
        code=case.code,
        title=case.title,
        step=(activity.name if activity else "") or one.element_id,
        ready=ready,
    )


def _record(row: Message, sender_code: str | None) -> MessageRecord:
    return MessageRecord(
        id=row.id,
        kind=EventKind(row.kind),
        name=row.name,
        key=row.correlation_key,
        state=MessageState(row.state),
        payload=load_values(row.payload),
        sent_at=row.sent_at,
        sender=row.sender_instance,
        sender_code=sender_code or "",
        sent_by=row.sent_by,
        target_model=row.target_model or "",
        expires_at=row.expires_at,
        deliver_at=row.deliver_at,
        attempts=row.attempts,
        hops=row.hops,
        parked_at=row.parked_at,
        trouble_vi=row.trouble_vi or "",
        trouble_en=row.last_error or "",
        received_by=row.received_by,
    )
