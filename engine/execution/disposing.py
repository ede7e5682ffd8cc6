"""Destroying the content of one ended case, under its lock: what stays is written down first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from engine.domain.audit import Event
from engine.domain.disposal import DISPOSED, GONE, NO_DATA, seal_remains
from engine.domain.text import fold
from engine.execution.history import HistoryWriter
from engine.store.tables import (
    HistoryEvent,
    Incident,
    InstanceMigration,
    Mail,
    Message,
    Notification,
    ProcessInstance,
    StoredFile,
    Task,
)

_NOTHING: Final = b""
_NO_PAYLOAD: Final = b"{}"


def dispose(
    session: Session,
    row: ProcessInstance,
    disposal: UUID,
    writer: HistoryWriter,
    told: Mapping[str, object],
) -> None:
    """Write down what stays (`told`, the files and a seal of each event), then destroy the content.

    The database itself refuses it unless the disposal names the case, is approved with minutes and not ended,
    and no hold stands against it.
    """
    data = {**told, "disposal": disposal, "files": _files(session, row), "remains": _remains(session, row)}
    writer.record(DISPOSED, data=data)
    writer.append(session)
    session.flush()
    session.execute(select(func.strip_history(row.id, disposal)))
    row.process_state = _NOTHING
    row.title, row.search_text = GONE, fold(row.code)
    row.suspended_reason = None
    row.disposed_at = writer.at
    session.flush()
    _wipe_tasks(session, row)
    _wipe_the_rest(session, row)


def dispose_post(session: Session, cases: Collection[UUID], agency: UUID) -> None:
    """Destroy what mails and messages say of these cases, unless they speak of one that is still kept."""
    kept, told = aliased(ProcessInstance), aliased(Notification)
    of_kept = (
        select(told.id)
        .outerjoin(kept, kept.id == told.instance_id)
        .where(told.mail_id == Mail.id, or_(told.instance_id.is_(None), kept.disposed_at.is_(None)))
    )
    speaks = select(Notification.mail_id).where(Notification.instance_id.in_(cases))
    session.execute(
        update(Mail)
        .where(
            Mail.id.in_(speaks),
            ~of_kept.exists(),
            ~func.mail_speaks_of(Mail.id, agency, True),  # noqa: FBT003 - an argument of the database's function
        )
        .values(subject=GONE, text=GONE, html="")
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Notification)
        .where(Notification.instance_id.in_(cases))
        .values(data=NO_DATA)
        .execution_options(synchronize_session=False)
    )
    sender, receiver = aliased(ProcessInstance), aliased(ProcessInstance)
    session.execute(
        update(Message)
        .where(
            or_(Message.sender_instance.in_(cases), Message.received_by.in_(cases)),
            Message.deliver_at.is_(None),
            *(
                ~select(other.id).where(and_(other.id == column, other.disposed_at.is_(None))).exists()
                for other, column in ((sender, Message.sender_instance), (receiver, Message.received_by))
            ),
        )
        .values(payload=_NO_PAYLOAD)
        .execution_options(synchronize_session=False)
    )


def _files(session: Session, row: ProcessInstance) -> list[list[object]]:
    """Id, hash and size of each file."""
    statement = select(StoredFile.id, StoredFile.sha256, StoredFile.size)
    found = session.execute(statement.where(StoredFile.instance_id == row.id).order_by(StoredFile.id))
    return [[str(file), sha256, size] for file, sha256, size in found]


def _remains(session: Session, row: ProcessInstance) -> list[list[object]]:
    """Number and seal of what is left of each event that will lose its data."""
    statement = select(HistoryEvent).where(
        HistoryEvent.instance_id == row.id, HistoryEvent.data != NO_DATA, HistoryEvent.kind != DISPOSED
    )
    return [
        [event.sequence, seal_remains(_event(event), event.hash)]
        for event in session.scalars(statement.order_by(HistoryEvent.sequence))
    ]


def _event(row: HistoryEvent) -> Event:
    return Event(
        instance=row.instance_id,
        sequence=row.sequence,
        at=row.at,
        kind=row.kind,
        actor=row.actor_id,
        origin=row.origin,
        element=row.element_id,
        task=row.task_id,
        data=row.data,
    )


def _wipe_tasks(session: Session, row: ProcessInstance) -> None:
    for task in session.scalars(select(Task).where(Task.instance_id == row.id)):
        task.outputs, task.draft, task.returned_reason = None, None, None
        task.title, task.search_text = "", fold(f"{task.name} {row.code}")
    session.flush()


def _wipe_the_rest(session: Session, row: ProcessInstance) -> None:
    for statement in (
        update(StoredFile).where(StoredFile.instance_id == row.id).values(content=_NOTHING, name=GONE),
        update(InstanceMigration)
        .where(InstanceMigration.instance_id == row.id)
        .values(old_state=_NOTHING, old_rows=_NOTHING, reason=GONE),
        update(Incident)
        .where(Incident.instance_id == row.id)
        .values(message_vi=GONE, message_en=GONE, resolution_reason=None),
    ):
        session.execute(statement.execution_options(synchronize_session=False))
