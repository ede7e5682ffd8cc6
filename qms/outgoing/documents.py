"""A document while its case runs: its row, its head, its files, and who did which step of this very call."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id, parse_id
from engine.domain.text import fold
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.store.tables import StoredFile, Task
from qms.organisation.tables import Agency, Unit
from qms.outgoing.kinds import KIND_NAMES, DocumentKind, abbreviation, symbol_of, written
from qms.outgoing.refusals import IssuedDocumentNotFound, KindUnknown
from qms.outgoing.rendering import DocumentHeading, RenderedDocument, render_document
from qms.outgoing.tables import OutgoingDocument
from qms.records.letterhead import letterhead

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningBlock:
    """What stands over the name of who signs; all empty before the signature."""

    capacity: str = ""
    principal_title: str = ""
    signer_title: str = ""
    signer: str = ""


def kind_of(text: Value) -> DocumentKind:
    """The kind by its abbreviation; raises KindUnknown."""
    try:
        return DocumentKind(str(text))
    except ValueError:
        raise KindUnknown(str(text or "")) from None


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def document_of(call: OperatorCall) -> OutgoingDocument:
    """The document of `ma_van_ban`, locked; raises IssuedDocumentNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_van_ban") or ""))
    session = session_of(call)
    row = None if named is None else session.get(OutgoingDocument, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise IssuedDocumentNotFound
    return row


def last_done(call: OperatorCall, element: str) -> Task | None:
    """The step of that id that was completed last in this very process, be it called or on its own."""
    prefix = call.element_id.rpartition("/")[0]
    named = f"{prefix}/{element}" if prefix else element
    step = select(Task).where(
        Task.instance_id == call.instance, Task.element_id == named, Task.completed_by.is_not(None)
    )
    if call.scopes:
        step = step.where(Task.scope.in_(call.scopes))
    return session_of(call).scalars(step.order_by(Task.completed_at.desc(), Task.id).limit(1)).one_or_none()


def symbol_for(session: Session, row: OutgoingDocument) -> str:
    """The document's symbol by its agency and unit."""
    agency = session.get_one(Agency, row.agency_id)
    unit = session.get(Unit, row.unit_id) if row.unit_id else None
    # P-HCTC is the room's code: its first part says that it is a room.
    unit_name = unit.code.removeprefix("P-") if unit else ""
    return symbol_of(DocumentKind(row.kind), abbreviation(agency.code, agency.abbreviation), unit_name)


def rendered(session: Session, row: OutgoingDocument, block: SigningBlock, now: datetime) -> RenderedDocument:
    """The document as it stands now."""
    head = letterhead(session, row.agency_id)
    heading = DocumentHeading(
        agency=head.agency,
        superior=head.superior,
        place=head.place,
        kind=DocumentKind(row.kind),
        title=row.title,
        symbol=row.symbol,
        number=row.number,
        dated_on=row.dated_on,
        capacity=block.capacity,
        principal_title=block.principal_title,
        signer_title=block.signer_title,
        signer=block.signer,
        at=now,
    )
    return render_document(row.content, heading=heading)


def keep_file(
    session: Session, row: OutgoingDocument, name: str, content: bytes, *, by: UUID, now: datetime
) -> StoredFile:
    """Keep a file that the system made for the document; it belongs to the case."""
    stored = StoredFile(
        id=fresh_id(),
        agency_id=row.agency_id,
        instance_id=row.instance_id,
        task_id=None,
        name=name,
        media_type=PDF if name.endswith(".pdf") else DOCX,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        uploaded_by=by,
        uploaded_at=now,
    )
    session.add(stored)
    session.flush()
    return stored


def file_value(files: Sequence[StoredFile | None]) -> Value:
    """Files as variables of a case hold them."""
    return [{"id": str(one.id), "name": one.name, "size": one.size} for one in files if one is not None]


def handed_in(session: Session, row: OutgoingDocument, value: Value) -> StoredFile | None:
    """The first file of a form's field; None where there is none of this case."""
    first = value[0] if isinstance(value, list) and value else None
    named = parse_id(str(first.get("id"))) if isinstance(first, dict) else None
    found = None if named is None else session.get(StoredFile, named)
    return found if found is not None and found.instance_id == row.instance_id else None


def file_name(row: OutgoingDocument, ending: str) -> str:
    """A name for the document's file that every system can keep."""
    number = f"{row.number:02d}-" if row.number else "du-thao-"
    return f"{number}{fold(row.symbol or row.kind).replace('/', '-').upper()}.{ending}"


def search_text(row: OutgoingDocument) -> str:
    """By what the document is found."""
    number = written(row.number, row.symbol) if row.number else row.symbol
    return fold(f"{number} {KIND_NAMES[DocumentKind(row.kind)][0]} {row.title}")
