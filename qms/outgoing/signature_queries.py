"""Reading the register of signatures: who signed which document, how, in which capacity and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day, start_of_day
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.organisation.tables import Person
from qms.outgoing.kinds import DocumentKind, written
from qms.outgoing.queries import seen_by
from qms.outgoing.signing import SignatureMethod
from qms.outgoing.tables import DocumentSignature, OutgoingDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLine:
    """One signature with the document that it stands under."""

    document: UUID
    kind: DocumentKind
    written: str
    """Số, ký hiệu; the symbol alone until it is numbered."""
    title: str
    person: UUID
    method: SignatureMethod
    capacity: str
    """KT., TL., TUQ. or TM.; empty for the head's own and for the seal."""
    sha256: str
    signed_at: datetime
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturePage:
    """One page of lines and how many there are in all."""

    lines: tuple[SignedLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturesAsked:
    """What the register is filtered by; the year is that of the signature, in office time."""

    words: str = ""
    kind: DocumentKind | None = None
    method: SignatureMethod | None = None
    year: int | None = None


def signatures_page(
    session: Session, viewer: Viewer, asked: SignaturesAsked, *, offset: int = 0, limit: int | None = None
) -> SignaturePage:
    """The signatures under documents that the viewer may know of, the latest first."""
    conditions = [*seen_by(viewer), *_filters(asked), *_with_words(session, viewer, asked.words)]
    joined = select(DocumentSignature, OutgoingDocument, ProcessInstance.code).join(
        OutgoingDocument, OutgoingDocument.id == DocumentSignature.document_id
    )
    total = session.scalar(joined.where(*conditions).with_only_columns(func.count())) or 0
    rows = session.execute(
        joined.outerjoin(ProcessInstance, ProcessInstance.id == OutgoingDocument.instance_id)
        .where(*conditions)
        .order_by(
            DocumentSignature.signed_at.desc(),
            DocumentSignature.method != SignatureMethod.SEAL.value,
            DocumentSignature.id,
        )
        .offset(offset)
        .limit(limit)
    )
    return SignaturePage(lines=tuple(_line(*row) for row in rows), total=total)


def years_of_signatures(session: Session, viewer: Viewer) -> tuple[int, ...]:
    """The years in which something was signed, the latest first."""
    bounds = select(func.min(DocumentSignature.signed_at), func.max(DocumentSignature.signed_at))
    signed = session.execute(bounds.where(DocumentSignature.agency_id == viewer.agency)).one()
    first, last = (local_day(moment).year if moment else 0 for moment in signed)
    return tuple(range(last, first - 1, -1)) if first else ()


def _filters(asked: SignaturesAsked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.kind is not None:
        conditions.append(OutgoingDocument.kind == asked.kind.value)
    if asked.method is not None:
        conditions.append(DocumentSignature.method == asked.method.value)
    if asked.year is not None:
        conditions.append(DocumentSignature.signed_at >= start_of_day(date(asked.year, 1, 1)))
        conditions.append(DocumentSignature.signed_at < start_of_day(date(asked.year + 1, 1, 1)))
    return conditions


def _with_words(session: Session, viewer: Viewer, words: str) -> list[ColumnElement[bool]]:
    """Each word stands in the document's number or title, or in the signer's name."""
    asked = fold(words).split()
    if not asked:
        return []
    people = session.execute(
        select(Person.id, Person.full_name).where(Person.agency_id == viewer.agency)
    ).all()
    names = {person: fold(name) for person, name in people}
    return [
        or_(
            OutgoingDocument.search_text.contains(word, autoescape=True),
            DocumentSignature.person_id.in_([person for person, name in names.items() if word in name]),
        )
        for word in asked
    ]


def _line(signature: DocumentSignature, document: OutgoingDocument, case_code: str | None) -> SignedLine:
    return SignedLine(
        document=document.id,
        kind=DocumentKind(document.kind),
        written=written(document.number, document.symbol) if document.number else document.symbol,
        title=document.title,
        person=signature.person_id,
        method=SignatureMethod(signature.method),
        capacity=signature.capacity,
        sha256=signature.sha256,
        signed_at=signature.signed_at,
        instance=document.instance_id,
        case_code=case_code or "",
    )
