"""The addressee's side: what other agencies sent to this one, and the confirmation that it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.text import fold, one_line
from engine.domain.values import dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, message_row
from engine.queries.files import FileContent, file_line
from engine.store.session import Store
from engine.store.tables import ProcessInstance, StoredFile
from qms.organisation.tables import Agency
from qms.outgoing.dispatching import CONFIRMED, Channel, Proof
from qms.outgoing.kinds import written
from qms.outgoing.refusals import AlreadyReceived, DispatchNotFound, ReceiptNotYours
from qms.outgoing.tables import Dispatch, OutgoingDocument

LONGEST_REFERENCE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchLine:
    """One thing sent."""

    id: UUID
    agency: str
    """Who sent it."""
    deliverable: str
    year: int
    addressee: str
    channel: Channel
    sent_at: datetime
    received_on: date | None
    proof: Proof
    reference: str
    document: UUID | None
    written: str
    title: str
    file: UUID | None
    proof_file: UUID | None
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchesAsked:
    """What the register is filtered by."""

    words: str = ""
    deliverable: str = ""
    waiting: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchPage:
    """One page of lines and how many there are in all."""

    lines: tuple[DispatchLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReceipt:
    """That a dispatch arrived, by whoever received it, perhaps with the number it was given there."""

    viewer: Viewer
    origin: str
    dispatch: UUID
    reference: str


def receives(viewer: Viewer) -> bool:
    """Whether the viewer receives for a Department what agencies send."""
    return may(viewer, Power.CONFIRM_RECEIPT)


def sent_page(
    session: Session, viewer: Viewer, asked: DispatchesAsked, *, offset: int = 0, limit: int | None = None
) -> DispatchPage:
    """What the viewer's agency sent, the latest first."""
    return _page(session, [Dispatch.agency_id == viewer.agency], asked, offset, limit)


def received_page(
    session: Session, viewer: Viewer, asked: DispatchesAsked, *, offset: int = 0, limit: int | None = None
) -> DispatchPage:
    """What overseen agencies sent to the viewer's, in this system; nothing for who does not receive.

    Reads rows of other agencies, so with a session before the second wall.
    """
    if not receives(viewer):
        return DispatchPage(lines=(), total=0)
    return _page(session, [*_addressed_to(viewer)], asked, offset, limit)


def received_file(session: Session, viewer: Viewer, dispatch: UUID) -> FileContent:
    """The document that came with a dispatch; raises DispatchNotFound."""
    if not receives(viewer):
        raise DispatchNotFound
    row = session.execute(
        select(StoredFile)
        .join(OutgoingDocument, OutgoingDocument.file_id == StoredFile.id)
        .join(Dispatch, Dispatch.document_id == OutgoingDocument.id)
        .join(Agency, Agency.id == Dispatch.agency_id)
        .where(Dispatch.id == dispatch, *_addressed_to(viewer))
        .options(undefer(StoredFile.content))
    ).scalar_one_or_none()
    if row is None:
        raise DispatchNotFound
    return FileContent(line=file_line(row), instance=row.instance_id, task=row.task_id, content=row.content)


def confirm_receipt(store: Store, command: ConfirmReceipt, now: datetime) -> None:
    """Confirm it, and tell the case that waits; raises ReceiptNotYours, DispatchNotFound, AlreadyReceived."""
    if not receives(command.viewer):
        raise ReceiptNotYours
    with store.transaction() as session:
        row = session.scalars(
            select(Dispatch)
            .join(Agency, Agency.id == Dispatch.agency_id)
            .where(Dispatch.id == command.dispatch, *_addressed_to(command.viewer))
            .with_for_update(of=Dispatch)
        ).one_or_none()
        if row is None:
            raise DispatchNotFound
        if row.received_at is not None:
            raise AlreadyReceived
        row.received_at, row.proof = now, Proof.RECEIPT
        row.confirmed_by = command.viewer.person
        row.reference = one_line(command.reference)[:LONGEST_REFERENCE]
        _tell(session, row, command, now)


def _tell(session: Session, row: Dispatch, command: ConfirmReceipt, now: datetime) -> None:
    """The message into the sender's agency, once; and the act into both agencies' records."""
    message = derived_id("message", CONFIRMED, row.id)
    sender = Sender(
        agency=row.agency_id,
        instance=None,
        element=None,
        person=command.viewer.person,
        origin=command.origin,
    )
    payload = dump_values({"tham_chieu": row.reference or None})
    add_messages(
        session, [message_row(sender, message, name=CONFIRMED, key=str(row.id), payload=payload, now=now)]
    )
    for agency in (row.agency_id, command.viewer.agency):
        record_audit(
            session,
            "dispatch.received",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=agency,
            now=now,
            data={"dispatch": row.id, "deliverable": row.deliverable, "year": row.year},
        )


def _addressed_to(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return (Agency.overseen_by == viewer.agency, Dispatch.channel == Channel.INSIDE.value)


def _page(
    session: Session,
    conditions: Sequence[ColumnElement[bool]],
    asked: DispatchesAsked,
    offset: int,
    limit: int | None,
) -> DispatchPage:
    wanted = [*conditions, *_filters(asked)]
    joined = (
        select(Dispatch, Agency.short_name, OutgoingDocument, ProcessInstance.code)
        .join(Agency, Agency.id == Dispatch.agency_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == Dispatch.document_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Dispatch.instance_id)
        .where(*wanted)
    )
    total = session.scalar(select(func.count()).select_from(joined.subquery())) or 0
    rows = session.execute(joined.order_by(Dispatch.sent_at.desc(), Dispatch.id).offset(offset).limit(limit))
    return DispatchPage(lines=tuple(_line(*row) for row in rows), total=total)


def _filters(asked: DispatchesAsked) -> list[ColumnElement[bool]]:
    # The words of a dispatch are those of its document and its sender, which are kept without marks.
    found: list[ColumnElement[bool]] = [
        func.concat(
            OutgoingDocument.search_text, " ", Agency.search_text, " ", func.lower(Dispatch.deliverable)
        ).contains(word, autoescape=True)
        for word in fold(asked.words).split()
    ]
    if asked.deliverable:
        found.append(Dispatch.deliverable == asked.deliverable)
    if asked.waiting is not None:
        found.append(Dispatch.received_at.is_(None) if asked.waiting else Dispatch.received_at.is_not(None))
    return found


def _line(row: Dispatch, agency: str, document: OutgoingDocument | None, case: str | None) -> DispatchLine:
    number = document.number if document else None
    return DispatchLine(
        id=row.id,
        agency=agency,
        deliverable=row.deliverable,
        year=row.year,
        addressee=row.addressee,
        channel=Channel(row.channel),
        sent_at=row.sent_at,
        received_on=local_day(row.received_at) if row.received_at else None,
        proof=Proof(row.proof),
        reference=row.reference,
        document=document.id if document else None,
        written=written(number, document.symbol) if document is not None and number else "",
        title=document.title if document else "",
        file=document.file_id if document else None,
        proof_file=row.proof_file_id,
        instance=row.instance_id,
        case_code=case or "",
    )
