"""Evidence of checks, complaints, improvement, leadership and validity (26/2014/TT-BKHCN, Article 36)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from engine.store.tables import ProcessInstance
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import Use, usable
from qms.evidence.items import LineKind, Standing
from qms.evidence.lines import EvidenceLine, YearOfEvidence, files_of
from qms.nonconformities.clocks import met_on
from qms.nonconformities.rules import NonconformityState, Source, source_of
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from qms.organisation.tables import Person, Unit
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.tables import ManagementReview, ReviewDecision

_NOT_HELD: Final = ("chuan_bi", "da_moi", "huy")
_IMPROVES: Final = "cai_tien"
_OVER: Final = (NonconformityState.CLOSED, NonconformityState.CARRIED_OVER)


def checks(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Audits of the year with what they found, slips found or closed in it, reviews held in it."""
    return [*_programmes(year), *_audits(year), *_findings(year), *_slips(year), *reviews(year)]


def _programmes(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.scalars(
        select(AuditProgramme)
        .where(
            AuditProgramme.agency_id == year.agency,
            AuditProgramme.year == year.year,
            AuditProgramme.state != "du_thao",
        )
        .order_by(AuditProgramme.edition)
    ).all()
    issued = year.issued([one for row in rows for one in (row.document_id, row.report_id)])
    return [
        EvidenceLine(
            kind=LineKind.PROGRAMME,
            code=issued[row.document_id].line.code if row.document_id in issued else "",
            title=f"Chương trình đánh giá nội bộ năm {row.year}, lần {row.edition}",
            day=issued[row.document_id].line.day if row.document_id in issued else None,
            standing=Standing.DONE if row.state == "da_xong" else Standing.OPEN,
            files=files_of(issued, row.document_id, row.report_id),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]


def _audits(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.execute(
        select(Audit, Unit.name)
        .join(Unit, Unit.id == Audit.unit_id)
        .where(Audit.agency_id == year.agency, Audit.held_on.between(year.first, year.until))
        .order_by(Audit.held_on, Audit.code, Audit.id)
    )
    return [
        EvidenceLine(
            kind=LineKind.AUDIT,
            code=row.code,
            title=f"Đánh giá {unit}",
            day=row.held_on,
            standing=_audit_standing(row, year.until),
            recorded_at=row.recorded_at,
        )
        for row, unit in rows
    ]


def _audit_standing(row: Audit, day: date) -> Standing:
    """A nonconformity is seen again within the thirty days; without one the audit is over with its report."""
    if row.reaudit_due_on is None:
        return Standing.DONE
    if row.reaudited_on is None:
        return Standing.LATE if row.reaudit_due_on < day else Standing.OPEN
    return Standing.DONE if row.reaudited_on <= row.reaudit_due_on else Standing.DONE_LATE


def _findings(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.scalars(
        select(AuditFinding)
        .where(
            AuditFinding.agency_id == year.agency,
            AuditFinding.found_on.between(year.first, year.until),
            AuditFinding.kind != "phu_hop",
        )
        .order_by(AuditFinding.found_on, AuditFinding.code)
    ).all()
    year.load_files(row.file_id for row in rows)
    return [
        EvidenceLine(
            kind=LineKind.FINDING,
            code=row.code,
            title=f"Điều {row.clause}: {row.description}",
            outside=f"Điều {row.clause}",
            day=row.found_on,
            files=year.files(row.file_id),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]


def _slips(year: YearOfEvidence, *, complaints: bool = False) -> list[EvidenceLine]:
    """Found or closed in the year, or still open; those alone that somebody complained of, where asked."""
    found = year.session.execute(
        select(Nonconformity, met_on())
        .outerjoin(ProcessInstance, ProcessInstance.id == Nonconformity.case_id)
        .where(
            Nonconformity.agency_id == year.agency,
            Nonconformity.found_on <= year.until,
            or_(
                Nonconformity.found_on >= year.first,
                Nonconformity.closed_on >= year.first,
                Nonconformity.closed_on.is_(None) & Nonconformity.state.not_in(_OVER),
            ),
            or_(Nonconformity.case_id.is_(None), ~ProcessInstance.confidential),
        )
        .order_by(Nonconformity.found_on, Nonconformity.code)
    ).all()
    rows = [pair for pair in found if not complaints or source_of(pair[0].source) is Source.COMPLAINT]
    proofs = _proofs(year, [row.id for row, _ in rows])
    year.load_files(file for files in proofs.values() for file in files)
    return [
        EvidenceLine(
            kind=LineKind.SLIP,
            code=row.code,
            title=row.description,
            outside=row.requirement,
            day=row.found_on,
            standing=_slip_standing(row, met, year.until),
            files=year.files(*proofs.get(row.id, ())),
            recorded_at=row.recorded_at,
        )
        for row, met in rows
    ]


def _proofs(year: YearOfEvidence, slips: Sequence[UUID]) -> dict[UUID, list[UUID | None]]:
    """The files that show what was done about each."""
    rows = year.session.execute(
        select(CorrectiveAction.nonconformity_id, CorrectiveAction.file_id)
        .where(CorrectiveAction.nonconformity_id.in_(slips))
        .order_by(CorrectiveAction.nonconformity_id, CorrectiveAction.position)
    )
    found: dict[UUID, list[UUID | None]] = {}
    for slip, file in rows:
        found.setdefault(slip, []).append(file)
    return found


def _slip_standing(row: Nonconformity, met: date | None, day: date) -> Standing:
    """Late is who did late what the clock asks for; that a slip is watched for 90 days more is not late."""
    ended = row.closed_on if row.closed_on is not None and row.closed_on <= day else None
    if ended is None and row.state in _OVER and row.closed_on is None:
        return Standing.DONE  # closed before the register kept the day
    late = row.due_on is not None and row.due_on < min(met or day, day)
    if ended is None:
        return Standing.LATE if late else Standing.OPEN
    return Standing.DONE_LATE if late else Standing.DONE


def reviews(year: YearOfEvidence) -> list[EvidenceLine]:
    """The management reviews held in the year, with invitation, minutes and conclusions."""
    rows = _held_reviews(year)
    issued = year.issued([one for row in rows for one in _papers(row)])
    return [
        EvidenceLine(
            kind=LineKind.REVIEW,
            code=f"{row.ordinal:02}/{row.year}",
            title=f"Xem xét của lãnh đạo lần {row.ordinal} năm {row.year}",
            day=row.held_on,
            standing=Standing.DONE if row.state in {"da_ket_luan", "da_xac_nhan"} else Standing.OPEN,
            files=files_of(issued, *_papers(row)),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]


def _held_reviews(year: YearOfEvidence) -> Sequence[ManagementReview]:
    return year.session.scalars(
        select(ManagementReview)
        .where(
            ManagementReview.agency_id == year.agency,
            ManagementReview.held_on.between(year.first, year.until),
            ManagementReview.state.not_in(_NOT_HELD),
        )
        .order_by(ManagementReview.held_on, ManagementReview.year, ManagementReview.ordinal)
    ).all()


def _papers(row: ManagementReview) -> tuple[UUID | None, ...]:
    return (row.invitation_id, row.minutes_id, row.conclusions_id)


def complaints(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Nonconformities that somebody complained of; a register of complaints is not there yet."""
    return _slips(year, complaints=True)


def improvement(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """What reviews decided to improve, and documents issued anew to improve."""
    decisions = year.session.scalars(
        select(ReviewDecision)
        .join(ManagementReview, ManagementReview.id == ReviewDecision.review_id)
        .where(
            ReviewDecision.agency_id == year.agency,
            ReviewDecision.kind == _IMPROVES,
            ManagementReview.held_on <= year.until,
            or_(
                ManagementReview.held_on >= year.first,
                ReviewDecision.ended_on.is_(None),
                ReviewDecision.ended_on >= year.first,
            ),
        )
        .order_by(ReviewDecision.code)
    )
    lines = [
        EvidenceLine(
            kind=LineKind.DECISION,
            code=row.code,
            title=row.what,
            day=row.due_on,
            standing=_decision_standing(row, year.until),
            recorded_at=row.recorded_at,
        )
        for row in decisions
    ]
    return [*lines, *_improved_documents(year)]


def _decision_standing(row: ReviewDecision, day: date) -> Standing:
    if row.state == "khong_thuc_hien":
        return Standing.CANCELLED
    if row.ended_on is None or row.ended_on > day:
        return Standing.LATE if row.due_on < day else Standing.OPEN
    return Standing.DONE if row.ended_on <= row.due_on else Standing.DONE_LATE


def _improved_documents(year: YearOfEvidence) -> list[EvidenceLine]:
    rows = year.session.execute(
        select(ControlledDocument, ControlledVersion)
        .join(ControlledVersion, ControlledVersion.document_id == ControlledDocument.id)
        .where(
            ControlledDocument.agency_id == year.agency,
            usable(Use.EVIDENCE),
            ControlledVersion.reason.startswith(_IMPROVES),
            ControlledVersion.effective_on.between(year.first, year.until),
        )
        .order_by(ControlledDocument.code, ControlledVersion.effective_on, ControlledVersion.label)
    ).all()
    year.load_files(version.file_id for _document, version in rows)
    return [
        EvidenceLine(
            kind=LineKind.DOCUMENT,
            code=document.code,
            title=f"{document.name}, lần ban hành {version.label}"
            + (f": {version.summary}" * bool(version.summary)),
            day=version.effective_on,
            files=year.files(version.file_id),
            recorded_at=version.recorded_at,
        )
        for document, version in rows
    ]


def leadership(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """Who led the reviews, and what the heads decided and planned."""
    rows = _held_reviews(year)
    chairs = {row.chaired_by for row in rows if row.chaired_by is not None}
    people = year.session.execute(select(Person.id, Person.full_name).where(Person.id.in_(chairs)))
    names = {row.id: row.full_name for row in people}
    lines = [
        EvidenceLine(
            kind=LineKind.REVIEW,
            code=f"{row.ordinal:02}/{row.year}",
            title=f"Chủ trì họp xem xét: {names[row.chaired_by]}",
            day=row.held_on,
            recorded_at=row.recorded_at,
        )
        for row in rows
        if row.chaired_by in names
    ]
    signed = year.issued_rows(
        OutgoingDocument.kind.in_((DocumentKind.DECISION, DocumentKind.PLAN)),
        OutgoingDocument.dated_on.between(year.first, year.until),
    )
    return [*lines, *(year.issued_of(row).line for row in signed)]


def validity(year: YearOfEvidence) -> Sequence[EvidenceLine]:
    """That the head confirmed that the system works, with the conclusions of the review."""
    rows = year.session.scalars(
        select(ManagementReview)
        .where(
            ManagementReview.agency_id == year.agency,
            ManagementReview.validity_confirmed_on.between(year.first, year.until),
        )
        .order_by(ManagementReview.validity_confirmed_on, ManagementReview.ordinal)
    ).all()
    issued = year.issued([one for row in rows for one in (row.minutes_id, row.conclusions_id)])
    return [
        EvidenceLine(
            kind=LineKind.VALIDITY,
            code=f"{row.ordinal:02}/{row.year}",
            title="Hệ thống quản lý chất lượng có hiệu lực"
            if row.validity == "hieu_luc"
            else "Hệ thống quản lý chất lượng cần khắc phục",
            day=row.validity_confirmed_on,
            standing=Standing.DONE if row.validity == "hieu_luc" else Standing.OPEN,
            files=files_of(issued, row.conclusions_id, row.minutes_id),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]
