"""Reading the register of issued documents and the series of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, StoredFile
from qms.organisation.tables import Unit
from qms.outgoing.documents import SigningBlock
from qms.outgoing.kinds import DocumentKind, DocumentState, written
from qms.outgoing.refusals import IssuedDocumentNotFound
from qms.outgoing.signing import SignatureMethod, block_of
from qms.outgoing.tables import Dispatch, DocumentNumber, DocumentSignature, OutgoingDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLine:
    """One document in the register."""

    id: UUID
    kind: DocumentKind
    written: str
    """Số, ký hiệu; the symbol alone until it is numbered."""
    title: str
    dated_on: date | None
    state: DocumentState
    withdrawn: bool
    unit: str
    signed_by: UUID | None
    paper_signer: str | None
    """As the paper register names who signed, where the document was taken over from one; else None."""
    instance: UUID | None
    case_code: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPage:
    """One page of lines and how many there are in all."""

    lines: tuple[IssuedLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAsked:
    """What the register is filtered by."""

    words: str = ""
    kind: DocumentKind | None = None
    state: DocumentState | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLine:
    """One signature under a document."""

    person: UUID
    method: SignatureMethod
    capacity: str
    sha256: str
    file: UUID | None
    certificates: Sequence[dict[str, object]]
    signed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOfDocument:
    """A file of a document, as it is offered."""

    id: UUID
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A document with all that is known of it."""

    line: IssuedLine
    block: SigningBlock
    signed_for: UUID | None
    drafted_by: UUID | None
    signed_at: datetime | None
    issued_at: datetime | None
    revoked_reason: str
    recipients: tuple[str, ...]
    pdf: FileOfDocument | None
    docx: FileOfDocument | None
    signatures: tuple[SignatureLine, ...]
    dispatches: tuple[Dispatch, ...]


def documents_page(
    session: Session, viewer: Viewer, asked: DocumentsAsked, *, offset: int = 0, limit: int | None = None
) -> IssuedPage:
    """The documents of the viewer's agency, the latest first; drafts for those alone who may know of them."""
    conditions = _conditions(viewer, asked)
    total = session.scalar(select(func.count()).select_from(OutgoingDocument).where(*conditions)) or 0
    rows = session.execute(
        select(OutgoingDocument, ProcessInstance.code, Unit.name)
        .outerjoin(ProcessInstance, ProcessInstance.id == OutgoingDocument.instance_id)
        .outerjoin(Unit, Unit.id == OutgoingDocument.unit_id)
        .where(*conditions)
        .order_by(
            OutgoingDocument.dated_on.desc().nulls_first(),
            OutgoingDocument.recorded_at.desc(),
            OutgoingDocument.id,
        )
        .offset(offset)
        .limit(limit)
    )
    return IssuedPage(lines=tuple(_line(row, code, unit) for row, code, unit in rows), total=total)


def issued_document(session: Session, viewer: Viewer, document: UUID) -> IssuedDocument:
    """One of them; raises IssuedDocumentNotFound."""
    found = session.execute(
        select(OutgoingDocument, ProcessInstance.code, Unit.name)
        .outerjoin(ProcessInstance, ProcessInstance.id == OutgoingDocument.instance_id)
        .outerjoin(Unit, Unit.id == OutgoingDocument.unit_id)
        .where(OutgoingDocument.id == document, *_conditions(viewer, DocumentsAsked()))
    ).one_or_none()
    if found is None:
        raise IssuedDocumentNotFound
    row, code, unit = found
    recipients = row.content.get("noi_nhan")
    line = _line(row, code, unit)
    # Of a signature on paper no more is known than the name: title and capacity of that day are not made up.
    on_paper = line.paper_signer is not None
    return IssuedDocument(
        line=line,
        block=SigningBlock(signer=line.paper_signer or "") if on_paper else block_of(session, row),
        signed_for=row.signed_for,
        drafted_by=row.drafted_by,
        signed_at=row.signed_at,
        issued_at=row.issued_at,
        revoked_reason=row.revoked_reason,
        recipients=tuple(str(one) for one in recipients) if isinstance(recipients, list) else (),
        pdf=_file(session, row.file_id),
        docx=_file(session, row.source_file_id),
        signatures=_signatures(session, row.id),
        dispatches=tuple(
            session.scalars(select(Dispatch).where(Dispatch.document_id == row.id).order_by(Dispatch.sent_at))
        ),
    )


def numbers_of_year(
    session: Session, viewer: Viewer, year: int, kind: DocumentKind | None
) -> Sequence[DocumentNumber]:
    """The numbers given in a year, by kind and from the latest."""
    asked = select(DocumentNumber).where(
        DocumentNumber.agency_id == viewer.agency, DocumentNumber.year == year
    )
    if kind is not None:
        asked = asked.where(DocumentNumber.series == kind.value)
    return session.scalars(asked.order_by(DocumentNumber.series, DocumentNumber.number.desc())).all()


def years_of_documents(session: Session, viewer: Viewer, today: date) -> tuple[int, ...]:
    """The years in which something was numbered, and this one; the latest first."""
    found = session.scalars(
        select(DocumentNumber.year).distinct().where(DocumentNumber.agency_id == viewer.agency)
    )
    return tuple(sorted({*found, today.year}, reverse=True))


def seen_by(viewer: Viewer) -> list[ColumnElement[bool]]:
    """Documents of the viewer's agency; drafts for those alone who may know of them."""
    own_agency = OutgoingDocument.agency_id == viewer.agency
    if may(viewer, Power.SEE_CASE) or may(viewer, Power.KEEP_ISSUED_DOCUMENTS):
        return [own_agency]
    public = OutgoingDocument.state.in_((DocumentState.ISSUED.value, DocumentState.REVOKED.value))
    own = (OutgoingDocument.drafted_by == viewer.person, OutgoingDocument.signed_by == viewer.person)
    return [own_agency, or_(public, *own)]


def _conditions(viewer: Viewer, asked: DocumentsAsked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        *seen_by(viewer),
        *(OutgoingDocument.search_text.contains(word, autoescape=True) for word in fold(asked.words).split()),
    ]
    if asked.kind is not None:
        conditions.append(OutgoingDocument.kind == asked.kind.value)
    if asked.state is not None:
        conditions.append(OutgoingDocument.state == asked.state.value)
    if asked.year is not None:
        conditions.append(
            func.coalesce(
                func.extract("year", OutgoingDocument.dated_on),
                func.extract("year", OutgoingDocument.recorded_at),
            )
            == asked.year
        )
    return conditions


def _line(row: OutgoingDocument, case_code: str | None, unit: str | None) -> IssuedLine:
    return IssuedLine(
        id=row.id,
        kind=DocumentKind(row.kind),
        written=written(row.number, row.symbol) if row.number else row.symbol,
        title=row.title,
        dated_on=row.dated_on,
        state=DocumentState(row.state),
        withdrawn=row.state == DocumentState.DRAFT and bool(row.revoked_reason),
        unit=unit or "",
        signed_by=row.signed_by,
        paper_signer=str(row.content.get("nguoi_ky") or "") if row.content.get("so_giay") is True else None,
        instance=row.instance_id,
        case_code=case_code or "",
        recorded_at=row.recorded_at,
    )


def _signatures(session: Session, document: UUID) -> tuple[SignatureLine, ...]:
    rows = session.scalars(
        select(DocumentSignature)
        .where(DocumentSignature.document_id == document)
        .order_by(DocumentSignature.signed_at, DocumentSignature.method == SignatureMethod.SEAL.value)
    )
    return tuple(
        SignatureLine(
            person=row.person_id,
            method=SignatureMethod(row.method),
            capacity=row.capacity,
            sha256=row.sha256,
            file=row.file_id,
            certificates=row.certificate.get("signatures", []),
            signed_at=row.signed_at,
        )
        for row in rows
    )


def _file(session: Session, file: UUID | None) -> FileOfDocument | None:
    row = session.get(StoredFile, file) if file else None
    return FileOfDocument(id=row.id, name=row.name, size=row.size, sha256=row.sha256) if row else None
