"""What the registers keep of the cases of a chain: findings, slips, versions, documents, publications."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, String, case, cast, literal, select, union_all
from sqlalchemy.dialects.postgresql import DATE, TIMESTAMP
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import Use, usable
from qms.documents.tables import Procedure, ProcedureVersion
from qms.nonconformities.tables import Nonconformity
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.tables import Publication
from qms.reviews.tables import ManagementReview, ReviewDecision

_SMALLEST_OF_TWO_DIGITS: Final = 10


class FactOf(StrEnum):
    """Of which register an entry is."""

    FINDING = "finding"
    SLIP = "slip"
    CLOSED_SLIP = "closed_slip"
    DOCUMENT_VERSION = "document_version"
    PROCEDURE_VERSION = "procedure_version"
    ISSUED = "issued"
    DISPATCH = "dispatch"
    PUBLICATION = "publication"
    REVIEW = "review"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFact:
    """One entry of a register: of which case, on which day, its code and words; `record` is its id."""

    case: UUID
    of: FactOf
    record: UUID
    day: date
    code: str
    words: str


def facts_of(session: Session, cases: Collection[UUID]) -> tuple[ChainFact, ...]:
    """The entries that the cases made, in order of their days."""
    if not cases:
        return ()
    found = [
        ChainFact(
            case=case,
            of=FactOf(of),
            record=record,
            day=_day(on, at),
            code=code or "",
            words=words or "",
        )
        for case, of, record, on, at, code, words in session.execute(union_all(*_entries(cases)))
    ]
    return tuple(sorted(found, key=lambda fact: (fact.day, list(FactOf).index(fact.of), fact.code)))


def _day(on: date | None, at: datetime | None) -> date:
    if on is not None:
        return on
    return local_day(at) if at is not None else date.min


def _entry(
    of: FactOf, *, case: Any, record: Any, on: Any = None, at: Any = None, code: Any = "", words: Any = ""
) -> Select[*tuple[Any, ...]]:
    moment = TIMESTAMP(timezone=True)
    return select(
        case,
        literal(of.value),
        record,
        cast(on, DATE),
        cast(at, moment),
        cast(code, String),
        cast(words, String),
    ).where(case.is_not(None))


def _two_digits(number: Any) -> Any:
    """A number as it stands on a document: below ten with a zero before it (NĐ 30/2020/NĐ-CP, annex I)."""
    text = cast(number, String)
    return case((number < _SMALLEST_OF_TWO_DIGITS, "0" + text), else_=text)


def _entries(cases: Collection[UUID]) -> list[Select[*tuple[Any, ...]]]:
    return [*_of_audits(cases), *_of_slips(cases), *_of_documents(cases), *_of_reviews(cases)]


def _of_audits(cases: Collection[UUID]) -> list[Select[*tuple[Any, ...]]]:
    finding = _entry(
        FactOf.FINDING,
        case=AuditProgramme.instance_id,
        record=AuditFinding.id,
        on=AuditFinding.found_on,
        code=AuditFinding.code,
        words=AuditFinding.description,
    )
    return [
        finding.join(Audit, Audit.programme_id == AuditProgramme.id)
        .join(AuditFinding, AuditFinding.audit_id == Audit.id)
        .where(AuditProgramme.instance_id.in_(cases), AuditFinding.kind.in_(("kph_nang", "kph_nhe")))
    ]


def _of_slips(cases: Collection[UUID]) -> list[Select[*tuple[Any, ...]]]:
    """A slip stands with the case that treats it; without one, with the case in which it was found."""
    opened = _entry(
        FactOf.SLIP,
        case=Nonconformity.case_id,
        record=Nonconformity.id,
        on=Nonconformity.found_on,
        code=Nonconformity.code,
        words=Nonconformity.description,
    ).where(Nonconformity.case_id.in_(cases))
    untreated = _entry(
        FactOf.SLIP,
        case=Nonconformity.instance_id,
        record=Nonconformity.id,
        on=Nonconformity.found_on,
        code=Nonconformity.code,
        words=Nonconformity.description,
    ).where(Nonconformity.instance_id.in_(cases), Nonconformity.case_id.is_(None))
    closed = _entry(
        FactOf.CLOSED_SLIP,
        case=Nonconformity.case_id,
        record=Nonconformity.id,
        on=Nonconformity.closed_on,
        code=Nonconformity.code,
    ).where(Nonconformity.case_id.in_(cases), Nonconformity.closed_on.is_not(None))
    return [opened, untreated, closed]


def _of_documents(cases: Collection[UUID]) -> list[Select[*tuple[Any, ...]]]:
    version = (
        _entry(
            FactOf.DOCUMENT_VERSION,
            case=ControlledVersion.instance_id,
            record=ControlledDocument.id,
            on=ControlledVersion.effective_on,
            at=ControlledVersion.recorded_at,
            code=ControlledDocument.code + " " + ControlledVersion.label,
            words=ControlledDocument.name,
        )
        .join(ControlledDocument, ControlledDocument.id == ControlledVersion.document_id)
        .where(ControlledVersion.instance_id.in_(cases), usable(Use.LOOK))
    )
    procedure = (
        _entry(
            FactOf.PROCEDURE_VERSION,
            case=ProcedureVersion.instance_id,
            record=Procedure.id,
            on=ProcedureVersion.effective_on,
            code=Procedure.code + " " + ProcedureVersion.label,
            words=Procedure.name,
        )
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(ProcedureVersion.instance_id.in_(cases))
    )
    issued = _entry(
        FactOf.ISSUED,
        case=OutgoingDocument.instance_id,
        record=OutgoingDocument.id,
        on=OutgoingDocument.dated_on,
        at=OutgoingDocument.issued_at,
        code=_two_digits(OutgoingDocument.number) + "/" + OutgoingDocument.symbol,
        words=OutgoingDocument.title,
    ).where(OutgoingDocument.instance_id.in_(cases), OutgoingDocument.number.is_not(None))
    sent = _entry(
        FactOf.DISPATCH,
        case=Dispatch.instance_id,
        record=Dispatch.id,
        at=Dispatch.sent_at,
        code=Dispatch.deliverable,
        words=Dispatch.addressee,
    ).where(Dispatch.instance_id.in_(cases))
    return [version, procedure, issued, sent]


def _of_reviews(cases: Collection[UUID]) -> list[Select[*tuple[Any, ...]]]:
    publication = _entry(
        FactOf.PUBLICATION,
        case=Publication.instance_id,
        record=Publication.id,
        on=Publication.published_on,
        at=Publication.recorded_at,
        code=cast(Publication.ordinal, String),
        words=Publication.state,
    ).where(Publication.instance_id.in_(cases))
    review = _entry(
        FactOf.REVIEW,
        case=ManagementReview.instance_id,
        record=ManagementReview.id,
        on=ManagementReview.held_on,
        code=cast(ManagementReview.ordinal, String) + "/" + cast(ManagementReview.year, String),
    ).where(ManagementReview.instance_id.in_(cases), ManagementReview.held_on.is_not(None))
    decision = (
        _entry(
            FactOf.DECISION,
            case=ManagementReview.instance_id,
            record=ReviewDecision.id,
            at=ReviewDecision.recorded_at,
            code=ReviewDecision.code,
            words=ReviewDecision.what,
        )
        .join(ReviewDecision, ReviewDecision.review_id == ManagementReview.id)
        .where(ManagementReview.instance_id.in_(cases))
    )
    return [publication, review, decision]
